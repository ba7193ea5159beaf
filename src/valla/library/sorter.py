"""The making of a segment's entries, compiled by numba: seeds are packed with their places, then sorted by radix.

Imported only where numba is there; `valla.library.segments` says what it means and does the same without it. An entry is
one number: bucket, mark and place, in this order of weight.
"""

from typing import Any

import numba
import numpy as np

from valla.library.letters import SEED
from valla.library.segments import EIGHT, FOUR, HEAD_BITS, MIX_EIGHT, MIX_FOUR, TAIL_BITS
from valla.library.swift import CUT_SHORT

FIVE = np.uint64(5)
SIXTY = np.uint64((1 << 60) - 1)
FORTY, TAIL, REST = np.uint64(40 - HEAD_BITS), np.uint64(TAIL_BITS), np.uint64(20 - TAIL_BITS)
OLDEST = np.uint64(SEED - 1)
ONE, RING = np.uint64(1), np.int64(15)
YOUNGER = np.uint64((1 << (SEED - 1)) - 1)
DIGIT = 12
"""Bits by which entries are sorted at a time: their counts stay in the nearest cache."""


@numba.njit(inline="always")
def entry_of(seed: Any, place: Any, bits: Any, width: Any) -> Any:
    """Return a seed and its place as an entry; a place takes `width` bits."""
    head = ((seed >> CUT_SHORT) * MIX_EIGHT) & EIGHT
    tail = ((seed & FOUR) * MIX_FOUR) & FOUR
    return ((((head >> (FORTY - bits)) << TAIL) | (tail >> REST)) << width) | place


@numba.njit(cache=True)
def enter(seeds: Any, places: Any, base: int, bits: int, width: int, entries: Any, used: int) -> int:
    """Write seeds and their places behind the entries used; return how many are used now."""
    for row in range(len(seeds)):
        entries[used + row] = entry_of(seeds[row], np.uint64(places[row] + base), np.uint64(bits), np.uint64(width))
    return used + len(seeds)


@numba.njit(cache=True)
def read_plain(
    data: Any, start: int, end: int, stop: int, plain: Any, base: int, bits: int, width: int, entries: Any, used: int
) -> int:
    """Write the entries of the words that begin in a stretch of ASCII; return how many are used now.

    What `valla.library.kernel.read` does in two steps, for every text, is one here: the last twelve letters are kept with
    their places, and a seed is written when the letter that began a word is the oldest of them.
    """
    many, wide, shift = np.uint64(bits), np.uint64(width), np.int64(base)
    ring = np.empty(16, np.int64)
    seed, begins, apart = np.uint64(0), np.uint64(0), np.uint64(1)
    turn = np.int64(0)
    for place in range(start, stop):
        number = plain[data[place]]
        if number == 0:
            apart = ONE
            if place >= end and begins & YOUNGER == 0:
                break
            continue
        begins = (begins << ONE) | (apart if place < end else np.uint64(0))
        seed = ((seed << FIVE) | np.uint64(number)) & SIXTY
        ring[turn & RING] = place
        turn += 1
        apart = np.uint64(0)
        entries[used] = entry_of(seed, np.uint64(ring[(turn - SEED) & RING] + shift), many, wide)
        used += np.int64((begins >> OLDEST) & ONE)
    for _ in range(SEED - 1):  # behind the last letter stand zeros
        begins, seed = begins << ONE, (seed << FIVE) & SIXTY
        turn += 1
        entries[used] = entry_of(seed, np.uint64(ring[(turn - SEED) & RING] + shift), many, wide)
        used += np.int64((begins >> OLDEST) & ONE)
    return used


@numba.njit(cache=True)
def arrange(entries: Any, bits: int, width: int) -> tuple[Any, Any, Any]:
    """Sort entries whose places rise; return where each bucket begins, the marks and the places."""
    kind = bits + HEAD_BITS + TAIL_BITS
    passes = (kind + DIGIT - 1) // DIGIT
    digit = np.uint64((1 << DIGIT) - 1)
    free = np.zeros((passes, (1 << DIGIT) + 1), np.int64)
    for entry in entries:
        for turn in range(passes):
            free[turn, np.int64((entry >> np.uint64(width + turn * DIGIT)) & digit) + 1] += 1
    other = np.empty(len(entries), np.uint64)
    for turn in range(passes):
        line, shift = np.cumsum(free[turn]), np.uint64(width + turn * DIGIT)
        for entry in entries:
            number = np.int64((entry >> shift) & digit)
            other[line[number]] = entry
            line[number] += 1
        entries, other = other, entries
    edges = np.zeros((1 << bits) + 1, np.uint32)
    marks, places = np.empty(len(entries), np.uint16), np.empty(len(entries), np.uint32)
    mark, place = np.uint64((1 << (HEAD_BITS + TAIL_BITS)) - 1), np.uint64((1 << width) - 1)
    above = np.uint64(width + HEAD_BITS + TAIL_BITS)
    for row in range(len(entries)):
        entry = entries[row]
        marks[row], places[row] = np.uint16((entry >> np.uint64(width)) & mark), np.uint32(entry & place)
        edges[np.int64(entry >> above) + 1] += np.uint32(1)
    for bucket in range(1 << bits):
        edges[bucket + 1] += edges[bucket]
    return edges, marks, places
