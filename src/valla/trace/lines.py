"""Words on their line: a run of text, where it begins in its whole, and its words."""

from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, chain
from typing import overload

from valla.library import Stretch
from valla.model.anchors import Span
from valla.text.fold import letters_of
from valla.text.words import bounds_in, cuts_in, keys_by_piece


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
    def _cuts(self) -> list[int]:
        return cuts_in(self.text)

    @cached_property
    def _pieces(self) -> list[list[str]]:
        return keys_by_piece(self.text, self._cuts)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of the words."""
        return tuple(chain.from_iterable(self._pieces)) if self.chosen is None else self.chosen[0]

    @cached_property
    def letters(self) -> str:
        """The letters of the text for seeking."""
        return letters_of(self.text)

    @cached_property
    def bounds(self) -> Sequence[tuple[int, int]]:
        """Where each word starts and ends in the text itself."""
        return Bounds(self.text, self._cuts, self._pieces) if self.chosen is None else self.chosen[1]

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


class Bounds(Sequence[tuple[int, int]]):
    """Where the words of a text start and end: worked out piece by piece, where it is asked."""

    def __init__(self, text: str, cuts: Sequence[int], pieces: Sequence[Sequence[str]]) -> None:
        """Take a text, where it is cut, and the words of each piece."""
        self._text, self._cuts = text, cuts
        self._firsts = list(accumulate(map(len, pieces), initial=0))
        self._rows: list[tuple[int, int] | None] = [None] * self._firsts[-1]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self._rows)

    @overload
    def __getitem__(self, word: int) -> tuple[int, int]: ...
    @overload
    def __getitem__(self, word: slice) -> list[tuple[int, int]]: ...
    def __getitem__(self, word: int | slice) -> tuple[int, int] | list[tuple[int, int]]:
        """Return where one word, or each of some, starts and ends."""
        row = self._rows[word]
        if isinstance(row, tuple):  # asked first because it is what is nearly always so
            return row
        if isinstance(word, slice):
            return [self[number] for number in range(*word.indices(len(self)))]
        return self._read(word % len(self._rows))

    def _read(self, word: int) -> tuple[int, int]:
        """Read the piece in which a word stands, and return where it does."""
        piece = bisect_right(self._firsts, word) - 1
        first, stop = self._firsts[piece : piece + 2]
        self._rows[first:stop] = rows = bounds_in(self._text, self._cuts[piece], self._cuts[piece + 1])
        return rows[word - first]


@lru_cache(maxsize=128)
def line_of(text: str, start: int = 0) -> Line:
    """Return a text as a line; what was worked out of it is kept while the same places are looked at."""
    return Line(text=text, start=start)


def lines_of(stretches: Sequence[Stretch]) -> list[Line]:
    """Return some stretches of a document as lines."""
    return [line_of(stretch.text, stretch.start) for stretch in stretches]


def lowered(lines: Sequence[Line]) -> Container[str]:
    """Return the keys that occur without a capital: no names."""
    return Lowered(lines)


class Lowered(Container[str]):
    """The keys that occur in some lines without a capital: no names."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Take the lines; they are read when a word is asked for, of which most are none."""
        self._lines = lines

    def __contains__(self, key: object) -> bool:
        """Tell whether a key does."""
        return any(
            line.text[line.bounds[word][0]].islower()
            for line in self._lines
            for word, other in enumerate(line.keys)
            if other == key
        )
