"""What the letters of a garbled quotation may have been: the short seeds that one misreading may have spoilt.

A scan takes one letter for another that looks like it, or for two. So of a quotation that looks misread the seeds are
sown in which one letter, or a pair, is what it may have been read for. The library is read, and indexed, as ever.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import numpy as np

from valla.library.letters import BITS, SHORT_SEED, Codes, Seeds, Whole, numbers_of
from valla.text.fold import letters_of

CONFUSED = "c=e c=o e=o u=n a=u h=b f=t f=s l=i l=t r=i g=q rn=m cl=d vv=w li=h ii=n lc=k"
"""Letters that are taken for each other most often, in print and on scans; of all that may be the seeds were too many."""

WINDOW = SHORT_SEED + 1
"""Letters that are looked at: where a pair is one letter, one more comes in at the end."""

_FIGURE = re.compile(rb"(?<=[A-Za-z])[01568]|[01568](?=[A-Za-z])")
_READ = bytes.maketrans(b"01568", b"olsbb")
"""Figures in words, and the letters in whose place they are read."""


def without_figures(piece: bytes) -> bytes:
    """Return a piece with letters for the figures in its words; it has as many bytes."""
    return _FIGURE.sub(lambda row: row[0].translate(_READ), piece)


@cache
def _readings() -> Mapping[int, Sequence[tuple[int, int]]]:
    """Return letters, packed -> what they may have been read for: how many letters, and these packed."""
    table: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
    for row in CONFUSED.split():
        one, other = (numbers_of(letters_of(letters)) for letters in row.split("="))
        table[_packed(one)].add((len(other), _packed(other)))
        table[_packed(other)].add((len(one), _packed(one)))
    return {read: sorted(meant) for read, meant in table.items()}


def seeds_meant(numbers: Codes, first: Whole, end: Whole) -> tuple[Seeds, Whole]:
    """Return the short seeds that may have been meant where some begin, and the rank of each among these.

    `end` is the letter behind the last of each one's piece.
    """
    seeds: list[int] = []
    ranks: list[int] = []
    for rank, (at, stop) in enumerate(zip(first.tolist(), end.tolist(), strict=True)):
        meant = sorted(set(_meant(numbers[at : min(stop, at + WINDOW)].tolist())))
        seeds += meant
        ranks += [rank] * len(meant)
    return np.array(seeds, np.uint64), np.array(ranks, np.int64)


def _meant(letters: Sequence[int]) -> Iterator[int]:
    """Yield the seeds that begin some letters, one of them or a pair being another."""
    readings, size, whole = _readings(), len(letters), _packed(letters)
    for behind in range(size, size - SHORT_SEED, -1):  # letters from the one that is read on
        before = whole >> BITS * behind
        for width in (1, 2) if behind > 1 else (1,):
            rest = behind - width
            ahead = whole >> BITS * rest & (1 << BITS * width) - 1
            for many, meant in readings.get(ahead, ()):
                spare = size - width + many - SHORT_SEED
                if spare >= 0:
                    row = (before << BITS * many | meant) << BITS * rest | whole & (1 << BITS * rest) - 1
                    yield row >> BITS * spare


def _packed(letters: Sequence[int]) -> int:
    """Return letters as one number."""
    packed = 0
    for number in letters:
        packed = (packed << BITS) | number
    return packed
