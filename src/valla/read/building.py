"""Putting a text together piece by piece, and keeping the way back to the original."""

from dataclasses import dataclass, field

from valla.model.anchors import Span
from valla.model.documents import Segment


@dataclass(slots=True)
class TextBuilder:
    """A text under construction; the only mutable thing in the room, and it never leaves it.

    Pieces with an equal length on both sides that follow each other on both sides are kept as one segment.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[tuple[int, int, int, int]] = field(default_factory=list)  # text start, end, source start, end
    last: str = ""

    def add(self, words: str, start: int, width: int | None = None) -> None:
        """Append words that stand at `start` in the original, where they take `width` code points (else as many)."""
        if not words:
            return
        width = len(words) if width is None else width
        begin = self.length
        self.put(words)
        if width == len(words) and self.joins(begin, start):
            self.marks[-1] = (self.marks[-1][0], self.length, self.marks[-1][2], start + width)
        else:
            self.marks.append((begin, self.length, start, start + width))

    def joins(self, begin: int, start: int) -> bool:
        """Tell whether a piece goes on exactly where the last one ended, on both sides."""
        if not self.marks:
            return False
        text_start, text_end, source_start, source_end = self.marks[-1]
        return text_end == begin and source_end == start and text_end - text_start == source_end - source_start

    def put(self, words: str) -> None:
        """Append words that have no original, such as the blank line between two paragraphs of a page."""
        if words:
            self.pieces.append(words)
            self.length += len(words)
            self.last = words[-1]

    def text(self) -> str:
        """Return the text so far."""
        return "".join(self.pieces)

    def segments(self, original: int) -> tuple[Segment, ...]:
        """Return the way back to an original of that length; none where the text is the original itself."""
        if len(self.marks) == 1 and self.marks[0] == (0, original, 0, original) and self.length == original:
            return ()
        return tuple(Segment(text=Span(a, b), source=Span(c, d)) for a, b, c, d in self.marks)
