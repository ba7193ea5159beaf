"""The entries of a segment, read from a text in one pass that numba compiles.

Imported only where numba is there; `valla.library.segments` says what an entry is and makes the same without it. What
`valla.library.kernel` does in two steps, for seeds that are sifted, is one here: the last twelve letters are kept with
their places, and an entry is written when the letter that began a word is the oldest of them.
"""

from typing import Any

import numba
import numpy as np

from valla.library.kernel import point_at
from valla.library.letters import SEED
from valla.library.segments import EIGHT, FOUR, HEAD_BITS, MIX_EIGHT, MIX_FOUR, TAIL_BITS
from valla.library.swift import CUT_SHORT

ONE, FIVE, SIXTY = np.uint64(1), np.uint64(5), np.uint64((1 << 60) - 1)
FORTY, TAIL, REST = np.uint64(40 - HEAD_BITS), np.uint64(TAIL_BITS), np.uint64(20 - TAIL_BITS)
OLDEST, YOUNGER = np.uint64(SEED - 1), np.uint64((1 << (SEED - 1)) - 1)
RING = np.int64(15)


@numba.njit(inline="always")
def entry_of(seed: Any, place: Any, bits: Any, width: Any) -> Any:
    """Return a seed and its place as an entry: bucket, mark, and the place in `width` bits."""
    head = ((seed >> CUT_SHORT) * MIX_EIGHT) & EIGHT
    tail = ((seed & FOUR) * MIX_FOUR) & FOUR
    return ((((head >> (FORTY - bits)) << TAIL) | (tail >> REST)) << width) | place


@numba.njit(cache=True)
def enter(  # noqa: C901  (one loop: calls inside it would cost what it is for)
    data: Any, start: int, end: int, stop: int, plain: Any, count: Any, first: Any, pool: Any, wide: Any,
    base: int, bits: int, width: int, entries: Any, used: int,
) -> tuple[int, int]:  # fmt: skip
    """Write the entries of the words that begin in a stretch; return how many are used now, and -1 or a letter unknown."""
    many, broad, shift = np.uint64(bits), np.uint64(width), np.int64(base)
    ring = np.empty(16, np.int64)
    seed, begins, apart = np.uint64(0), np.uint64(0), ONE
    turn = np.int64(0)
    place, step = np.int64(start), np.int64(1)
    while place < stop:
        byte = data[place]
        if byte < 128:
            number = plain[byte]
            if number == 0:
                apart = ONE
                if place >= end and begins & YOUNGER == 0:
                    break
            else:
                begins = (begins << ONE) | (apart if place < end else np.uint64(0))
                seed = ((seed << FIVE) | np.uint64(number)) & SIXTY
                ring[turn & RING] = place
                turn += 1
                apart = np.uint64(0)
                entries[used] = entry_of(seed, np.uint64(ring[(turn - SEED) & RING] + shift), many, broad)
                used += np.int64((begins >> OLDEST) & ONE)
            place += 1
            continue
        point, step = point_at(data, place)
        letters = np.int64(count[point]) if point else 0
        if letters < 0:
            return used, point
        for row in range(len(wide) if letters else 0):
            if wide[row, 0] <= point < wide[row, 1]:
                apart = ONE
        for nth in range(letters):
            begins = (begins << ONE) | (apart if place < end else np.uint64(0))
            seed = ((seed << FIVE) | np.uint64(pool[first[point] + nth])) & SIXTY
            ring[turn & RING] = place
            turn += 1
            apart = np.uint64(0)
            entries[used] = entry_of(seed, np.uint64(ring[(turn - SEED) & RING] + shift), many, broad)
            used += np.int64((begins >> OLDEST) & ONE)
        if letters == 0:
            apart = ONE
        place += step
    for _ in range(SEED - 1):  # behind the last letter stand zeros
        begins, seed = begins << ONE, (seed << FIVE) & SIXTY
        turn += 1
        entries[used] = entry_of(seed, np.uint64(ring[(turn - SEED) & RING] + shift), many, broad)
        used += np.int64((begins >> OLDEST) & ONE)
    return used, -1
