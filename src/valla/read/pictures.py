"""Pictures of pages, read by eyes that are handed in: lines of words with where they stand and how sure the reader is.

Nothing here recognises letters. What does is an extra or a program of the machine's (`valla.files.eyes`); here its answer is
brought into the lines of which `valla.read.pdf` makes paragraphs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Protocol

from valla.read.pdf_letters import Line, Sheet

LETTERS = 0.8  # of the height of a line's box: the size of its letters
NEAR = (0.7, 1.4)  # of the usual height: lines within are set in one size; boxes are tight, so their heights waver
BELOW = frozenset("gjpqyQ,;()[]|")  # letters that go below the baseline
FURTHEST = 1e6  # pixels from the corner of a picture; nothing is further away, and "nan" is nowhere
LEAST = 1.0  # points of a line's letters: what a line of no height is taken for
DEPTH = 0.2  # of the size: how far

MISSING = "scan, not read: install valla[ocr], or the program Tesseract"
"""What is said of a picture where there are no eyes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One line as it was made out: its words, its box in pixels from the top left, and the confidence in its worst word."""

    words: str
    left: float
    top: float
    right: float
    bottom: float
    word: float  # where its first word ends
    confidence: float  # 0 to 1

    def __post_init__(self) -> None:
        """Refuse a place that is on no picture (what told it is broken), with ValueError."""
        if not all(abs(edge) <= FURTHEST for edge in (self.left, self.top, self.right, self.bottom, self.word)):
            raise ValueError(f"no place on a picture: {self.left}, {self.top}, {self.right}, {self.bottom}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One page as it was made out, its lines in reading order."""

    width: float
    height: float
    lines: tuple[Seen, ...]

    def __post_init__(self) -> None:
        """Refuse a page without a size that can be told, with ValueError."""
        if not (0 <= self.width <= FURTHEST and 0 <= self.height <= FURTHEST):
            raise ValueError(f"no size of a picture: {self.width} x {self.height}")


class Eyes(Protocol):
    """What reads pictures."""

    @property
    def name(self) -> str:
        """Return the name and the version of what reads, for the receipts."""

    def look(self, picture: bytes) -> tuple[Sight, ...]:
        """Return the pages of a picture file (PNM, PNG, JPEG, TIFF); raise ReadError for a file that is none."""


def sheet_from(sight: Sight, number: int, width: float, height: float) -> Sheet:
    """Return a page that was read from a picture, in points; none of its letters is one of the file's."""
    scale = width / sight.width if sight.width else 1.0
    lines = tuple(lines_from(sight, number, scale))
    return Sheet(number=number, width=width, height=height, lines=lines, unseen=0, layer=False)


def lines_from(sight: Sight, number: int, scale: float) -> Iterator[Line]:
    """Yield the lines of a page with their edges in points, from its foot."""
    for seen, height in zip(sight.lines, evened([row.bottom - row.top for row in sight.lines]), strict=True):
        size = LETTERS * height
        depth = DEPTH * size if BELOW & set(seen.words) else 0.0
        yield Line(
            sheet=number,
            letters=seen.words,
            x0=seen.left * scale,
            x1=seen.right * scale,
            word=seen.word * scale,
            foot=(sight.height - seen.bottom + depth) * scale,
            size=max(size * scale, LEAST),
            confidence=seen.confidence,
        )


def evened(heights: Sequence[float]) -> list[float]:
    """Return the heights of lines, those near the usual one made alike."""
    usual = median(heights) if heights else 0.0
    low, high = NEAR[0] * usual, NEAR[1] * usual
    return [usual if low <= height <= high else height for height in heights]


def has_words(sight: Sight) -> bool:
    """Tell whether anything was made out."""
    return any(letter.isalnum() for row in sight.lines for letter in row.words)
