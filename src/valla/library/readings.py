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
from valla.text.variants import lookalikes

Numbers = tuple[int, ...]

_FIGURE = re.compile(rb"(?<=[A-Za-z])[01568]|[01568](?=[A-Za-z])")
_READ = bytes.maketrans(b"01568", b"olsbb")
"""Figures in words, and the letters in whose place they are read."""


def without_figures(piece: bytes) -> bytes:
    """Return a piece with letters for the figures in its words; it has as many bytes."""
    return _FIGURE.sub(lambda row: row[0].translate(_READ), piece)


@cache
def _readings() -> Mapping[Numbers, Sequence[Numbers]]:
    """Return letters, by their numbers -> what they may have been read for."""
    table: defaultdict[Numbers, set[Numbers]] = defaultdict(set)
    for one, other in lookalikes():
        read, meant = (tuple(numbers_of(letters_of(letters))) for letters in (one, other))
        if read and meant and read != meant:
            table[read].add(meant)
    return {read: sorted(meant) for read, meant in table.items()}


def seeds_meant(numbers: Codes, first: Whole, end: Whole) -> tuple[Seeds, Whole]:
    """Return the short seeds that may have been meant where some begin, and the rank of each among these.

    `end` is the letter behind the last of each one's piece.
    """
    seeds: list[int] = []
    ranks: list[int] = []
    for rank, (at, stop) in enumerate(zip(first.tolist(), end.tolist(), strict=True)):
        meant = set(_meant(tuple(numbers[at : min(stop, at + SHORT_SEED + 1)].tolist())))
        seeds += sorted(meant)
        ranks += [rank] * len(meant)
    return np.array(seeds, np.uint64), np.array(ranks, np.int64)


def _meant(letters: Numbers) -> Iterator[int]:
    """Yield the seeds that begin some letters, one of them or a pair being another."""
    readings = _readings()
    for at in range(SHORT_SEED):
        for width in (1, 2):
            for meant in readings.get(letters[at : at + width], ()):
                row = (letters[:at] + meant + letters[at + width :])[:SHORT_SEED]
                if len(row) == SHORT_SEED:
                    yield _packed(row)


def _packed(letters: Numbers) -> int:
    """Return eight letters as a short seed."""
    seed = 0
    for number in letters:
        seed = (seed << BITS) | number
    return seed
