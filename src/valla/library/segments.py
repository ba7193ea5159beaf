"""A segment of the index: where the seeds of some texts stand, in one block of bytes that is mapped, never loaded.

Entries are sorted by the first 32 bits of their seed, then by place. Of each are kept its place (four bytes, counted
through all texts of the segment) and the next 16 bits of the seed (two bytes); of every 64th the first 32 bits besides,
to find the rest by. What is found is checked on the text, so the bits left out cost a look and never an answer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from valla.library.letters import BITS, SEED, Bytes, Seeds, Whole, ascii_numbers, seeds_in
from valla.library.swift import read_seeds

BLOCK = 64
"""Entries between two whose first bits are kept."""

HIGH, LOW = np.uint64(28), np.uint64(12)
TAIL = np.uint64((1 << 28) - 1)
MASK_32 = np.uint64((1 << 32) - 1)
SHORT_TAIL = np.uint64(20)
WINDOW = 48
"""Bytes of a text in which the letters of a seed are sought when it is checked; longer ones are read one by one."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The arrays of a segment, and where each of its texts begins in the count of places."""

    bases: Whole
    fence: npt.NDArray[np.uint32]
    marks: npt.NDArray[np.uint16]
    places: npt.NDArray[np.uint32]


def build_segment(texts: Iterable[tuple[Bytes, Sequence[int]]], *, swift: bool) -> tuple[Segment, int]:
    """Return the segment of some texts, each with its cuts, and how many bytes they have."""
    seeds, at, bases, base = [], [], [], 0
    for data, cuts in texts:
        bases.append(base)
        for start, end in pairwise(cuts):
            found, places = read_seeds(data, start, end, swift=swift)
            seeds.append(found.copy())
            at.append((places + base).astype(np.uint32))
        base += len(data)
    return _sorted(seeds, at, np.array(bases, np.int64)), base


def _sorted(seeds: list[Seeds], at: list[npt.NDArray[np.uint32]], bases: Whole) -> Segment:
    """Sort the entries of a segment."""
    every = np.concatenate([*seeds, np.zeros(0, np.uint64)])
    where = np.concatenate([*at, np.zeros(0, np.uint32)])
    keys = ((every >> HIGH) << np.uint64(32)) | np.arange(len(every), dtype=np.uint64)
    keys.sort()
    order = (keys & MASK_32).astype(np.int64)
    return Segment(
        bases=bases,
        fence=(keys[::BLOCK] >> np.uint64(32)).astype(np.uint32),
        marks=((every & TAIL) >> LOW).astype(np.uint16)[order],
        places=where[order],
    )


def look_up(segment: Segment, long: Seeds, short: Seeds) -> Whole:
    """Return the places in a segment at which seeds sought may begin, sorted; some of them are accidents."""
    found = [_entries(segment, int(seed), 0) for seed in long.tolist()]
    found += [_entries(segment, int(seed) << int(SHORT_TAIL), 8) for seed in short.tolist()]
    rows = np.concatenate([*found, np.zeros(0, np.uint32)])
    return np.unique(rows).astype(np.int64)


def _entries(segment: Segment, seed: int, spare: int) -> npt.NDArray[np.uint32]:
    """Return the places whose kept bits are those of a seed, but for the last `spare` of them."""
    high, mark = np.uint32(seed >> 28), (seed & ((1 << 28) - 1)) >> 12
    first = max(0, int(np.searchsorted(segment.fence, high, "left")) - 1) * BLOCK
    last = int(np.searchsorted(segment.fence, high, "right")) * BLOCK
    near = segment.marks[first:last]
    met = np.flatnonzero((near >> np.uint16(spare)) == (mark >> spare))
    return segment.places[first:last][met]


def seeds_at(data: Bytes, at: Whole, *, plain: bool) -> Seeds:
    """Return the seeds that begin at some bytes of a text, which are beginnings of words."""
    seeds = np.zeros(len(at), np.uint64)
    slow = np.ones(len(at), bool)
    inside = np.flatnonzero(at + WINDOW <= len(data)) if plain else np.zeros(0, np.int64)
    if len(inside):
        numbers = ascii_numbers()[data[at[inside, None] + np.arange(WINDOW)]]
        enough = np.count_nonzero(numbers, axis=1) >= SEED
        letters = np.take_along_axis(numbers, np.argsort(numbers == 0, axis=1, kind="stable")[:, :SEED], axis=1)
        packed = np.zeros(len(inside), np.uint64)
        for column in range(SEED):
            packed = (packed << np.uint64(BITS)) | letters[:, column].astype(np.uint64)
        seeds[inside], slow[inside] = packed, ~enough
    for row in np.flatnonzero(slow).tolist():
        found, _ = seeds_in(data, int(at[row]), int(at[row]) + 1)
        seeds[row] = found[0] if len(found) else 0
    return seeds
