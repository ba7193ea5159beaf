"""One quotation's way from its letters to its likely places, in few steps that numba compiles.

Imported only where numba is there. `valla.library.seeds` sows, `valla.library.lookups` weighs and thins, and
`valla.library.harvest` chooses; these say what is meant and do it for many quotations at once, by arrays. Here is the
same for one, by loops, which is many times as quick for so little (tests/library/test_seeking.py holds both to equal
answers). `valla.library.seeking` calls it and reads the texts.
"""

from typing import Any, NamedTuple

import numba
import numpy as np

from valla.library.kernel import Letters, point_at
from valla.library.letters import SEED, SHORT_SEED
from valla.library.seeds import DENSE, LONG, SHORT_PIECE, SLOT
from valla.library.segments import EIGHT, FOUR, HEAD_BITS, LARGE, MIX_EIGHT, MIX_FOUR, TAIL_BITS
from valla.library.swift import CUT_SHORT

ONE, FIVE, SIXTY = np.uint64(1), np.uint64(5), np.uint64((1 << 60) - 1)
FORTY, HEAD, TAIL, REST = np.uint64(40), np.uint64(HEAD_BITS), np.uint64(TAIL_BITS), np.uint64(20 - TAIL_BITS)
IN_HEAD = np.uint64((1 << HEAD_BITS) - 1)
BYTE_BITS = 33
"""Bits for a byte of a text where volume and byte are one number."""

LETTERS_A_BYTE = 7
"""Letters that a byte may stand for, at most: some ligatures are whole phrases."""


class Seedling(NamedTuple):
    """What is sown of one text, a row for each seed: the seed (a short one with zeros behind it), weight, and its site.

    `here` tells the byte of each site; `shape` what is named below.
    """

    seeds: Any
    weight: Any
    site: Any
    here: Any
    shape: Any


LENGTH, SLACK, LONELY, KEPT, SLOTS = range(5)
"""Of a text: its bytes, by how much a place is widened, whether one seed is enough, places kept a slot, its slots."""


@numba.njit
def lowest(row: Any, value: Any, first: int, last: int) -> int:
    """Return where the first number of a sorted row stands that is no less than a value."""
    while first < last:
        middle = (first + last) >> 1
        if row[middle] < value:
            first = middle + 1
        else:
            last = middle
    return first


@numba.njit
def _letters_of(data: Any, pieces: Any, letters: Letters) -> Any:
    """Return the letters of some pieces of a text, their bytes, whether each begins a word, the edges; a letter unknown."""
    count, first, pool, wide = letters.count, letters.first, letters.pool, letters.wide
    most = LETTERS_A_BYTE * len(data) + 1
    numbers, at, begins = np.zeros(most + SEED, np.uint64), np.empty(most, np.int64), np.empty(most, np.bool_)
    edges = np.zeros(len(pieces) + 1, np.int64)
    used = 0
    for piece in range(len(pieces)):
        place, apart = pieces[piece, 0], True
        while place < pieces[piece, 1]:
            if data[place] < 128:
                point, step = np.int64(data[place]), 1
            else:
                point, step = point_at(data, place)
            many = np.int64(count[point])
            if many < 0:
                return numbers, at, begins, edges, point
            for row in range(len(wide) if many and point >= 128 else 0):
                if wide[row, 0] <= point < wide[row, 1]:
                    apart = True
            for nth in range(many):
                numbers[used], at[used], begins[used] = pool[first[point] + nth], place, apart and nth == 0
                used += 1
            apart = many == 0
            place += step
        edges[piece + 1] = used
    return numbers, at, begins, edges, -1


@numba.njit
def _words_of(numbers: Any, begins: Any, edges: Any) -> Any:
    """Return the letter at which each word begins that can be sown, its seed, and whether as a long one and as a short one."""
    seeds, words, kinds = (
        np.empty(edges[-1], np.uint64),
        np.empty(edges[-1], np.int64),
        np.empty((edges[-1], 2), np.bool_),
    )
    many = 0
    for piece in range(len(edges) - 1):
        letters = edges[piece + 1] - edges[piece]
        stride = 1 + letters // DENSE
        for nth in range(0, letters, stride):
            long, short = letters - nth >= SEED, letters - nth >= SHORT_SEED and letters <= SHORT_PIECE
            if begins[edges[piece] + nth] and (long or short):
                seed, words[many] = np.uint64(0), edges[piece] + nth
                for number in numbers[words[many] : words[many] + SEED]:
                    seed = (seed << FIVE) | number
                seeds[many], kinds[many, 0], kinds[many, 1] = seed, long, short
                many += 1
    return words[:many], seeds[:many], kinds[:many]


@numba.njit
def _expected(seeds: Any, usage: Any, scale: float) -> Any:
    """Return how many places of each seed are expected in the library, as a long one and as a short one."""
    much = np.empty((len(seeds), 2), np.float64)
    for row in range(len(seeds)):
        head = seeds[row] >> CUT_SHORT
        low = lowest(usage, head << CUT_SHORT, 0, len(usage))
        high = lowest(usage, (head + ONE) << CUT_SHORT, low, len(usage))
        much[row, 1] = (high - low) * scale
        low = lowest(usage, seeds[row], low, high)
        much[row, 0] = (lowest(usage, seeds[row] + ONE, low, high) - low) * scale
    return much


@numba.njit
def _rank(one: int, kind: int, kinds: Any, much: Any, here: Any) -> int:
    """Return how many seeds of its slot and kind are expected less often than one, or as often and stand before it."""
    rank = 0
    for step in (-1, 1):
        other = one + step
        while 0 <= other < len(here) and here[other] // SLOT == here[one] // SLOT:
            rarer = much[other, kind] < much[one, kind] or (much[other, kind] == much[one, kind] and step < 0)
            rank += kinds[other, kind] and rarer
            other += step
    return rank


@numba.njit(cache=True)
def sow(data: Any, pieces: Any, letters: Letters, usage: Any, scale: float, eased: Any, often: Any) -> Any:
    """Return the seeds of a text that are worth sowing: seed, weight, site; the byte of each site; a letter unknown, or -1.

    `usage` are the seeds of a sample, each for `scale` of the library; `eased` the places that a long seed may have by
    the number of such seeds, `often` those of a short one, and how many of a slot are kept in any case, long and short.
    """
    numbers, at, begins, edges, unknown = _letters_of(data, pieces, letters)
    words, seeds, kinds = _words_of(numbers, begins, edges)
    here, much = at[words], _expected(seeds, usage, scale)
    allowed = np.array([eased[min(kinds[:, 0].sum(), len(eased) - 1)], often[0]])
    sown, weight, site = (
        np.empty(2 * len(here), np.uint64),
        np.empty(2 * len(here), np.int64),
        np.empty(2 * len(here), np.int64),
    )
    used = 0
    for one in range(len(here)):
        for kind in range(2):
            few = much[one, kind] <= allowed[kind]
            if kinds[one, kind] and (few or _rank(one, kind, kinds, much, here) < often[1 + kind]):
                sown[used] = seeds[one] if kind == 0 else seeds[one] >> CUT_SHORT << CUT_SHORT
                weight[used], site[used] = LONG if kind == 0 else 1, one
                used += 1
    return sown[:used], weight[:used], site[:used], here, unknown


@numba.njit
def _entries(edges: Any, marks: Any, seedling: Seedling) -> tuple[Any, Any, Any, Any, int]:
    """Return the first entry of each seed in a segment and the one behind the last, the lowest mark and the one above.

    Nearly all time is spent waiting for memory. So each step is a loop of its own, in which a processor asks for the next
    before the last has come; the number returned besides only keeps the last of them from being left out.
    """
    many, felt = len(seedling.seeds), 0
    first, last, low, high = (
        np.empty(many, np.int64),
        np.empty(many, np.int64),
        np.empty(many, np.int64),
        np.empty(many, np.int64),
    )
    wide = np.uint64(0)
    while (1 << np.int64(wide)) < len(edges) - 1:
        wide += ONE
    for row in range(many):
        head = ((seedling.seeds[row] >> CUT_SHORT) * MIX_EIGHT) & EIGHT
        tail = ((seedling.seeds[row] & FOUR) * MIX_FOUR) & FOUR
        long = seedling.weight[row] == LONG
        low[row] = np.int64(((head >> (FORTY - wide - HEAD)) & IN_HEAD) << TAIL) + (
            np.int64(tail >> REST) if long else 0
        )
        high[row] = low[row] + (1 if long else 1 << TAIL_BITS)
        first[row] = np.int64(head >> (FORTY - wide))
    for row in range(many):
        last[row] = min(np.int64(edges[first[row] + 1]), len(marks))
        first[row] = min(np.int64(edges[first[row]]), last[row])
    for row in range(many):
        if last[row] > first[row]:
            felt += marks[first[row]] + marks[last[row] - 1]
    for row in range(many):
        if last[row] - first[row] > LARGE:
            first[row] = lowest(marks, low[row], first[row], last[row])
            last[row] = lowest(marks, high[row], first[row], last[row])
    return first, last, low, high, felt


@numba.njit(cache=True)
def meet(
    edges: Any, marks: Any, places: Any, bases: Any, numbers: Any, seedling: Seedling, bits: int, lines: Any, used: int
) -> tuple[int, int]:
    """Write what a segment tells of seeds behind the lines that are used; return how many are then: more than fit, -1."""
    first, last, low, high, felt = _entries(edges, marks, seedling)
    end = used
    for row in range(len(first)):
        for entry in range(first[row], last[row]):
            if low[row] <= np.int64(marks[entry]) < high[row]:
                if end == len(lines):
                    return -1, felt
                lines[end] = (entry << bits) | row
                end += 1
    mask = (1 << bits) - 1
    for line in range(used, end):
        entry = lines[line] >> bits
        place = np.int64(places[2 * entry]) | (np.int64(places[2 * entry + 1]) << 16)
        lines[line] = (place << bits) | (lines[line] & mask)
    for line in range(used, end):
        place = lines[line] >> bits
        text = lowest(bases, place + 1, 0, len(bases)) - 1
        if numbers[text] >= 0:
            lines[used] = (((numbers[text] << BYTE_BITS) | (place - bases[text])) << bits) | (lines[line] & mask)
            used += 1
    return used, felt
