"""Words on their line: a run of text, where it begins in its whole, and its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from valla.library import Stretch
from valla.model.anchors import Span
from valla.text.fold import letters_of
from valla.text.words import bounds_in, keys_in, uncapped_in


@dataclass(frozen=True, kw_only=True)
class Line:
    """A text that begins at `start` of some larger one; spans here, and the ends of words, are in the larger.

    `chosen` has the keys of the words and tells where they stand in the text itself, if they are not all the words of it.
    All is worked out when it is first asked: of most lines little is asked.
    """

    text: str
    start: int = 0
    chosen: tuple[tuple[str, ...], tuple[tuple[int, int], ...]] | None = None

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.keys)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of the words."""
        return keys_in(self.text) if self.chosen is None else self.chosen[0]

    @cached_property
    def letters(self) -> str:
        """The letters of the text for seeking."""
        return letters_of(self.text)

    @cached_property
    def bounds(self) -> Sequence[tuple[int, int]]:
        """Where each word starts and ends in the text itself."""
        return bounds_in(self.text) if self.chosen is None else self.chosen[1]

    def begin(self, word: int) -> int:
        """Return where a word starts."""
        return self.start + self.bounds[word][0]

    def end(self, word: int) -> int:
        """Return where a word ends."""
        return self.start + self.bounds[word][1]

    def between(self, start: int, end: int) -> str:
        """Return the text between two offsets."""
        return self.text[start - self.start : end - self.start]

    def behind(self, word: int) -> str:
        """Return what stands between a word and the next."""
        return self.text[self.bounds[word][1] : self.bounds[word + 1][0]]

    def raw(self, word: int) -> str:
        """Return a word as it is printed."""
        start, end = self.bounds[word]
        return self.text[start:end]

    def said(self, first: int, last: int) -> str:
        """Return the words from the first up to but not with the last, as they are printed."""
        return self.text[self.bounds[first][0] : self.bounds[last - 1][1]] if first < last else ""

    def place(self, first: int, last: int) -> Span:
        """Return where these words stand; where there are none, the place behind the word before."""
        if first < last:
            return Span(self.begin(first), self.end(last - 1))
        at = self.end(first - 1) if first else self.start
        return Span(at, at)


@lru_cache(maxsize=128)
def line_of(text: str, start: int = 0) -> Line:
    """Return a text as a line; what was worked out of it is kept while the same places are looked at."""
    return Line(text=text, start=start)


def lines_of(stretches: Sequence[Stretch]) -> list[Line]:
    """Return some stretches of a document as lines."""
    return [line_of(stretch.text, stretch.start) for stretch in stretches]


def lowered(lines: Sequence[Line]) -> frozenset[str]:
    """Return the keys that occur without a capital: no names."""
    return frozenset().union(*map(_lowered_in, lines))


def _lowered_in(line: Line) -> frozenset[str]:
    """Return the keys of one line that occur without a capital."""
    if line.chosen is None:
        return uncapped_in(line.text)
    words = zip(*line.chosen, strict=True)
    return frozenset([key for key, (start, _) in words if line.text[start].islower()])
