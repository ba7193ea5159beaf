"""The kernel that numba compiles: one pass over the bytes of a text, and the seeds sought that are met in it.

Imported only where numba is there. Block by block the letters are laid end to end, each word's beginning is kept, and its
seed is packed and looked up in a filter of bits so small that it stays near the processor; the few that pass are looked
up in a table. None of it has branches that can be guessed wrong but the last.
"""

from typing import Any, NamedTuple

import numba
import numpy as np

ONE, FIVE, TWENTY, SIX = np.uint64(1), np.uint64(5), np.uint64(20), np.uint64(6)
LOW, SIXTY, REST = np.uint64(63), np.uint64((1 << 60) - 1), np.uint64(11)
GOLDEN = np.uint64(0x9E3779B97F4A7C15)
NOTHING = np.uint64(0xFFFFFFFFFFFFFFFF)
SEED = 12
LITTLE = 256
FULL = 0x110000
HALF, WIDE = 32, np.uint64(32)
LOWER = 0xFFFFFFFF
MANY = 16

BLOCK = 8192
"""Bytes taken at a time, so that what is made of them stays near."""

MOST = 7 * BLOCK + 3 * SEED
"""Letters that a block may hold, with those left over from the one before."""


class Letters(NamedTuple):
    """The alphabet as arrays; see `valla.library.letters.Alphabet`."""

    plain: Any
    count: Any
    first: Any
    pool: Any
    wide: Any


class Table(NamedTuple):
    """Seeds of one length: a filter of two bits in one word for each, and each with its owners by open addressing."""

    filter: Any
    sieve: Any  # how far a mixed seed is shifted to name a word of the filter
    spots: Any
    shift: Any


class Desk(NamedTuple):
    """Room for a block: of each letter the twelve it ends, the words, the seeds that pass a filter, what the table has."""

    ends: Any
    words: Any
    long: Any
    short: Any
    found: Any


class Hits(NamedTuple):
    """Room for what is met in a stretch: where the rows of its owners begin, how many they are, and the byte."""

    owners: Any
    at: Any


Where = tuple[int, int, int]
"""The number of a stretch, the byte from which places are counted, and how often a seed counts in a stretch."""

ROW, STRETCH, TIMES = 8, 5, 6
"""Numbers to an owner of a seed, and the two of them that tell where the seed was met last, and how often there."""


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


@numba.njit(cache=True, nogil=True)
def enter(seeds: Any, owners: Any, table: Table) -> None:
    """Put seeds into a table with what is to be told of each."""
    mask = np.int64(len(table.spots) - 1)
    for row in range(len(seeds)):
        mixed = seeds[row] * GOLDEN
        table.filter[mixed >> table.sieve] |= (ONE << (mixed & LOW)) | (ONE << ((mixed >> SIX) & LOW))
        spot = np.int64(mixed >> table.shift)
        while table.spots[spot, 0] != NOTHING:
            spot = (spot + 1) & mask
        table.spots[spot, 0], table.spots[spot, 1] = seeds[row], owners[row]


@numba.njit(inline="always")
def passes(seed: Any, table: Table) -> Any:
    """Tell whether a seed may be one sought: nought where it is not."""
    mixed = seed * GOLDEN
    word = table.filter[mixed >> table.sieve]
    return (word >> (mixed & LOW)) & (word >> ((mixed >> SIX) & LOW)) & ONE


@numba.njit(inline="always")
def is_ascii(data: Any, start: int, stop: int) -> bool:
    """Tell whether no byte of a stretch is above ASCII."""
    all_bits = np.uint8(0)
    for place in range(start, stop):
        all_bits |= data[place]
    return bool(all_bits < 128)


@numba.njit(cache=True, nogil=True)
def lay(  # noqa: C901  (one loop: calls inside it would cost what it is for)
    data: Any, start: int, stop: int, is_open: bool, state: Any, letters: Letters, desk: Desk
) -> tuple[int, int]:
    """Lay letters behind those that are there; return the byte behind what was read, and an unknown code point, or -1.

    `state` are the letters there, the words, and whether a gap is last. Words begin only where `is_open`.
    """
    m, words, apart, opened = state[0], state[1], state[2], np.int64(is_open)
    last = desk.ends[m - 1] if m else np.uint64(0)
    place, unknown = start, np.int64(-1)
    while place < stop:
        behind = min(stop, place + LITTLE)
        if is_ascii(data, place, behind):
            at, new, gap, free = np.uint64(m), np.uint64(words), np.uint64(apart), np.uint64(opened)  # not below zero
            for here in range(place, behind):
                number = letters.plain[data[np.uint64(here)]]
                lettered = np.uint64(number != 0)
                last = ((last << FIVE) | np.uint64(number)) if lettered else last
                desk.ends[at] = last
                desk.words[new] = (at << WIDE) | np.uint64(here)
                new += lettered & gap & free
                at += lettered
                gap = lettered ^ ONE
            m, words, apart = np.int64(at), np.int64(new), np.int64(gap)
            place = behind
            continue
        while place < behind:
            byte, point, width = data[place], 0, 1
            count = np.int64(letters.plain[byte] != 0)
            if byte >= 128:
                point, width = point_at(data, place)
                count = np.int64(letters.count[point])
                if count < 0:
                    return place, point
                for row in range(len(letters.wide) if count and point > 0xDFF else 0):
                    if letters.wide[row, 0] <= point < letters.wide[row, 1]:
                        apart = np.int64(1)
            for nth in range(count):
                number = letters.plain[byte] if byte < 128 else letters.pool[letters.first[point] + nth]
                last = (last << FIVE) | np.uint64(number)
                desk.ends[m] = last
                desk.words[words] = (m << HALF) | place
                words += apart & opened
                apart = np.int64(0)
                m += 1
            if count == 0:
                apart = np.int64(1)
            place += width
    state[0], state[1], state[2] = m, words, apart
    return place, unknown


@numba.njit(cache=True, nogil=True)
def sift(desk: Desk, whole: int, tables: tuple[Table, Table]) -> tuple[int, int]:
    """Pack the seeds of the first so many words and keep those that pass each filter; return how many they are."""
    long, short = tables
    many, few = np.int64(0), np.int64(0)
    for word in range(whole):
        at, here = np.uint64(desk.words[word]) >> WIDE, np.uint64(desk.words[word] & LOWER)
        seed = desk.ends[at + REST] & SIXTY
        desk.long[many, 0], desk.long[many, 1] = seed, here
        many += np.int64(passes(seed, long))
        seed >>= TWENTY
        desk.short[few, 0], desk.short[few, 1] = seed, here
        few += np.int64(passes(seed, short))
    return many, few


@numba.njit(cache=True, nogil=True)
def look_up(kept: Any, many: int, desk: Desk, table: Table, hits: Hits, rows: Any, found: int, where: Where) -> int:
    """Write the seeds sought among many kept behind the hits found; return how many hits there are now.

    What the table has is fetched for all seeds before any is looked at, so that they need not wait for each other.
    """
    stretch, base, most = where
    mask = np.int64(len(table.spots) - 1)
    for row in range(many):
        spot = np.int64((kept[row, 0] * GOLDEN) >> table.shift)
        desk.found[row, 0], desk.found[row, 1] = table.spots[spot, 0], table.spots[spot, 1]
    for row in range(many):
        seed, there, owners = kept[row, 0], desk.found[row, 0], np.int64(desk.found[row, 1])
        if not (there == seed or there == NOTHING):  # noqa: PLR1714, SIM109  (numba)
            spot = np.int64((seed * GOLDEN) >> table.shift)
            while table.spots[spot, 0] != seed and table.spots[spot, 0] != NOTHING:
                spot = (spot + 1) & mask
            there, owners = table.spots[spot, 0], np.int64(table.spots[spot, 1])
        if there == seed:
            first = owners >> MANY
            if rows[first, STRETCH] != stretch:
                rows[first, STRETCH], rows[first, TIMES] = stretch, 0
            rows[first, TIMES] += 1
            hits.owners[found], hits.at[found] = owners, np.int64(kept[row, 1]) - base
            found += np.int64(rows[first, TIMES] <= most)
    return found


@numba.njit(cache=True, nogil=True)
def merge(desk: Desk, hits: Hits, first: int, between: int, behind: int) -> None:
    """Put two runs of hits, each in the order of the text, into one."""
    many, few = between, behind - between
    for row in range(few):
        desk.found[row, 0], desk.found[row, 1] = hits.owners[between + row], hits.at[between + row]
    for at in range(behind - 1, first - 1, -1):
        if few and (many == first or np.int64(desk.found[few - 1, 1]) >= hits.at[many - 1]):
            few -= 1
            hits.owners[at], hits.at[at] = desk.found[few, 0], np.int64(desk.found[few, 1])
        else:
            many -= 1
            hits.owners[at], hits.at[at] = hits.owners[many], hits.at[many]


@numba.njit(inline="always")
def find(desk: Desk, whole: int, tables: tuple[Table, Table], hits: Hits, rows: Any, found: int, where: Where) -> int:
    """Write what is sought among so many words behind the hits found; return how many hits there are now."""
    many, few = sift(desk, whole, tables)
    between: int = look_up(desk.long, many, desk, tables[0], hits, rows, found, where)
    behind: int = look_up(desk.short, few, desk, tables[1], hits, rows, between, where)
    if found < between < behind:
        merge(desk, hits, found, between, behind)
    return behind


@numba.njit(cache=True, nogil=True)
def carry(desk: Desk, state: Any, whole: int) -> None:
    """Move the words whose seeds are not whole yet, and their letters, to the front."""
    first = min(desk.words[whole] >> HALF if whole < state[1] else state[0], max(0, state[0] - 1))
    for at in range(first, state[0]):
        desk.ends[at - first] = desk.ends[at]
    for word in range(whole, state[1]):
        desk.words[word - whole] = desk.words[word] - (first << HALF)
    state[0] -= first
    state[1] -= whole


@numba.njit(cache=True, nogil=True)
def meet(
    data: Any, bounds: Any, most: int, letters: Letters, tables: tuple[Table, Table], desk: Desk, hits: Hits, rows: Any
) -> tuple[int, int]:
    """Write the seeds sought that begin in a stretch; return their number, and -1 or a code point that is not known yet.

    `bounds` are the stretch's first byte, the byte behind it, the byte behind what may be read, the byte from which places
    are counted, and the stretch's own number.
    """
    data = data[bounds[0] : bounds[2]]
    end, stop, base, stretch = bounds[1] - bounds[0], len(data), bounds[3] - bounds[0], bounds[4]
    state = np.array([0, 0, 1])
    found, place = np.int64(0), np.int64(0)
    while place < stop and (place < end or state[1]):
        behind = min(stop, place + BLOCK, end if place < end else place + LITTLE)
        place, unknown = lay(data, place, behind, place < end, state, letters, desk)
        if unknown >= 0:
            return found, unknown
        whole = state[1]
        while whole and (desk.words[whole - 1] >> HALF) + SEED > state[0]:
            whole -= 1
        found = find(desk, whole, tables, hits, rows, found, (stretch, base, most))
        carry(desk, state, whole)
    for nth in range(SEED):  # behind the last letter stand zeros
        desk.ends[state[0] + nth] = (desk.ends[state[0] + nth - 1] if state[0] + nth else np.uint64(0)) << FIVE
    return find(desk, state[1], tables, hits, rows, found, (stretch, base, most)), -1
