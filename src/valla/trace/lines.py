"""Words on their line: a run of text, where it begins in its whole, and its words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from valla.model.anchors import Span
from valla.text.words import Word, words_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A text that begins at `start` of some larger one; offsets of words, and of all spans here, are in the larger."""

    text: str
    start: int = 0
    words: tuple[Word, ...]
    keys: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Keep the keys apart: they are what is compared most."""
        object.__setattr__(self, "keys", tuple(word.key for word in self.words))

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def between(self, start: int, end: int) -> str:
        """Return the text between two offsets."""
        return self.text[start - self.start : end - self.start]

    def said(self, first: int, last: int) -> str:
        """Return the words from the first up to but not with the last, as they are printed."""
        return self.between(self.words[first].start, self.words[last - 1].end) if first < last else ""

    def place(self, first: int, last: int) -> Span:
        """Return where these words stand; where there are none, the place behind the word before."""
        if first < last:
            return Span(self.words[first].start, self.words[last - 1].end)
        at = self.words[first - 1].end if first else self.start
        return Span(at, at)


@lru_cache(maxsize=64)
def line_of(text: str, start: int = 0) -> Line:
    """Split a text into words."""
    return Line(text=text, start=start, words=tuple(words_in(text, shift=start)))


def lowered(lines: Sequence[Line]) -> frozenset[str]:
    """Return the keys that occur without a capital: no names."""
    return frozenset(word.key for line in lines for word in line.words if line.text[word.start - line.start].islower())
