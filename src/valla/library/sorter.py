"""The sorting of a segment that numba compiles: entries are counted, spread over their buckets and settled there.

Imported only where numba is there; `valla.library.segments` says what it means and does the same without it.
"""

from typing import Any

import numba
import numpy as np

from valla.library.segments import EIGHT, FOUR, HEAD_BITS, MIX_EIGHT, MIX_FOUR, TAIL_BITS
from valla.library.swift import CUT_SHORT

HALF = np.uint64(32)
TAIL, REST = np.uint64(TAIL_BITS), np.uint64(20 - TAIL_BITS)
HEAD = np.uint64((1 << HEAD_BITS) - 1)
PLACE = np.uint64((1 << 32) - 1)
FEW = 32
"""Entries of a bucket up to which they are put in order one by one."""


@numba.njit(cache=True)
def count(seeds: Any, bits: int, edges: Any) -> None:
    """Count the entries of each bucket, one number behind its own."""
    shift = np.uint64(40 - bits)
    for seed in seeds:
        edges[np.int64((((seed >> CUT_SHORT) * MIX_EIGHT) & EIGHT) >> shift) + 1] += np.uint32(1)


@numba.njit(cache=True)
def spread(seeds: Any, places: Any, bits: int, free: Any, entries: Any) -> None:
    """Put each entry, its mark before its place, at the free place of its bucket."""
    shift, more = np.uint64(40 - bits), np.uint64(40 - bits - HEAD_BITS)
    for row in range(len(seeds)):
        seed = seeds[row]
        head = ((seed >> CUT_SHORT) * MIX_EIGHT) & EIGHT
        tail = ((seed & FOUR) * MIX_FOUR) & FOUR
        mark = (((head >> more) & HEAD) << TAIL) | (tail >> REST)
        bucket = np.int64(head >> shift)
        entries[free[bucket]] = (mark << HALF) | np.uint64(places[row])
        free[bucket] += np.uint32(1)


@numba.njit(cache=True)
def settle(edges: Any, entries: Any) -> tuple[Any, Any]:
    """Sort the entries of each bucket; return their marks and their places."""
    marks, places = np.empty(len(entries), np.uint16), np.empty(len(entries), np.uint32)
    for bucket in range(len(edges) - 1):
        first, last = np.int64(edges[bucket]), np.int64(edges[bucket + 1])
        if last - first > FEW:
            entries[first:last].sort()
        else:
            for row in range(first + 1, last):
                entry, at = entries[row], row
                while at > first and entries[at - 1] > entry:
                    entries[at] = entries[at - 1]
                    at -= 1
                entries[at] = entry
        for row in range(first, last):
            marks[row], places[row] = np.uint16(entries[row] >> HALF), np.uint32(entries[row] & PLACE)
    return marks, places
