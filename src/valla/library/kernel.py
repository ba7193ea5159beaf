"""The kernel that numba compiles: one pass over the bytes of a text. Imported only where numba is there."""

from typing import Any

import numba
import numpy as np

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
MASK = np.uint64((1 << 60) - 1)
ONE, FIVE, TWENTY = np.uint64(1), np.uint64(5), np.uint64(20)
SEVEN, THREE = np.uint64(7), np.uint64(3)
SEED = 12
LITTLE = 256
FULL = 0x110000


@numba.njit(inline="always")
def point_at(data: Any, at: int) -> tuple[int, int]:
    """Return the code point at a byte above ASCII, and its width; a broken byte is 0 and one wide."""
    byte, left = int(data[at]), len(data) - at
    width = 2 if 0xC2 <= byte < 0xE0 else 3 if 0xE0 <= byte < 0xF0 else 4 if 0xF0 <= byte < 0xF5 else 1
    if width == 1 or left < width:
        return 0, 1
    point = byte & (0x7F >> width)
    for n in range(1, width):
        tail = int(data[at + n])
        if tail & 0xC0 != 0x80:
            return 0, 1
        point = (point << 6) | (tail & 0x3F)
    if (width == 3 and point < 0x800) or (width == 4 and not 0x10000 <= point < FULL) or 0xD800 <= point < 0xE000:
        return 0, 1
    return point, width


BLOCK = 8192
"""Bytes taken at a time: their seeds are gathered first and then sifted, both without branches that can be guessed wrong."""


@numba.njit(inline="always")
def sift(found: int, table: Any, shift: Any, mode: int, seeds: Any, at: Any, new: int) -> int:
    """Keep of `new` seeds behind the found ones those that are marked; return how many are found now."""
    if mode == 0:
        return found + new
    kept = found
    for row in range(found, found + new):
        seed = seeds[row]
        spot = (seed * GOLDEN) >> shift
        hit = (table[spot >> THREE] >> (spot & SEVEN)) & 1
        if mode > 1:
            spot = ((seed >> TWENTY) * GOLDEN) >> shift
            hit |= (table[spot >> THREE] >> (spot & SEVEN)) & 1
        seeds[kept], at[kept] = seed, at[row]
        kept += hit
    return kept


@numba.njit(inline="always")
def is_ascii(data: Any, start: int, stop: int) -> bool:
    """Tell whether no byte of a stretch is above ASCII."""
    all_bits = np.uint8(0)
    for place in range(start, stop):
        all_bits |= data[place]
    return bool(all_bits < 128)


@numba.njit(inline="always")
def roll(numbers: Any, places: Any, begins: Any, m: int, found: int, seeds: Any, at: Any) -> int:
    """Write the seeds that begin at a word and lie whole in a run of letters behind those found; return the new count."""
    seed = np.uint64(0)
    for row in range(min(m, SEED - 1)):
        seed = (seed << FIVE) | np.uint64(numbers[row])
    new = np.int64(found)
    for row in range(m - SEED + 1):
        seed = ((seed << FIVE) | np.uint64(numbers[row + SEED - 1])) & MASK
        seeds[new], at[new] = seed, places[row]
        new += np.int64(begins[row])
    return new


@numba.njit(inline="always")
def keep_last(numbers: Any, places: Any, begins: Any, m: int) -> int:
    """Move the last eleven letters, whose seeds are not whole yet, to the front; return how many they are."""
    kept = min(m, SEED - 1)
    for row in range(kept):
        numbers[row], places[row], begins[row] = numbers[m - kept + row], places[m - kept + row], begins[m - kept + row]
    return kept


@numba.njit(cache=True)
def read(  # noqa: C901, PLR0912  (one loop: calls inside it would cost what it is for)
    data: Any, start: int, end: int, stop: int, plain: Any, count: Any, first: Any, pool: Any, wide: Any,
    table: Any, shift: Any, mode: int, seeds: Any, at: Any,
) -> tuple[int, int]:  # fmt: skip
    """Write the seeds of a stretch and where they begin; return their number, and -1 or why to come again."""
    most = 7 * BLOCK + 3 * SEED
    numbers, places, begins = np.empty(most, np.uint8), np.empty(most, np.int64), np.empty(most, np.uint8)
    m = found = 0
    apart = np.uint8(1)
    place = start
    while place < stop:
        behind = min(stop, place + BLOCK, end if place < end else place + LITTLE)
        is_open = np.uint8(1 if place < end else 0)
        if not is_open and not begins[:m].any():
            break
        if len(seeds) - found < most:
            return found, FULL
        if is_ascii(data, place, behind):
            for here in range(place, behind):
                number = plain[data[here]]
                numbers[m], places[m], begins[m] = number, here, apart & is_open
                apart = np.uint8(number == 0)
                m += np.int64(number != 0)
            place = behind
        else:
            while place < behind:
                byte, point, width = data[place], 0, 1
                letters = np.int64(plain[byte] != 0)
                if byte >= 128:
                    point, width = point_at(data, place)
                    letters = np.int64(count[point])
                    if letters < 0:
                        return found, point
                for row in range(len(wide) if letters and point else 0):
                    if wide[row, 0] <= point < wide[row, 1]:
                        apart = np.uint8(1)
                for nth in range(letters):
                    numbers[m] = plain[byte] if byte < 128 else pool[first[point] + nth]
                    places[m], begins[m] = place, apart & is_open
                    apart = np.uint8(0)
                    m += 1
                if letters == 0:
                    apart = np.uint8(1)
                place += width
        found = sift(found, table, shift, mode, seeds, at, roll(numbers, places, begins, m, found, seeds, at) - found)
        m = keep_last(numbers, places, begins, m)
    for row in range(SEED - 1):  # behind the last letter stand zeros
        numbers[m + row], places[m + row], begins[m + row] = 0, 0, 0
    if len(seeds) - found < most:
        return found, FULL
    m += SEED - 1
    return sift(found, table, shift, mode, seeds, at, roll(numbers, places, begins, m, found, seeds, at) - found), -1
