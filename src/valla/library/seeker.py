"""One quotation's seeds, and what an index tells of them, by loops that numba compiles.

Imported only where numba is there. `valla.library.seeds` sows, `valla.library.lookups` weighs and thins, and
`valla.library.harvest` chooses; these say what is meant and do it for many quotations at once, by arrays. Here and in
`valla.library.finder` and `valla.library.chooser` the same is done for one, by loops, which is many times as quick for so
little (tests/library/test_seeking.py holds both to equal answers). `valla.library.seeking` calls them and reads the texts.

All is plain loops over few tables of whole numbers: what numba would make of more takes it half a minute to compile.
"""

from typing import Any

import numba
import numpy as np

from valla.library.kernel import Letters, point_at
from valla.library.letters import SEED, SHORT_SEED
from valla.library.seeds import DENSE, LONG, SHORT_PIECE, SLOT
from valla.library.segments import EIGHT, FOUR, HEAD_BITS, LARGE, MIX_EIGHT, MIX_FOUR, TAIL_BITS
from valla.library.swift import CUT_SHORT

FORTY, HEAD, TAIL, REST = np.uint64(40), np.uint64(HEAD_BITS), np.uint64(TAIL_BITS), np.uint64(20 - TAIL_BITS)
ONE, IN_HEAD = np.uint64(1), np.uint64((1 << HEAD_BITS) - 1)
CUT = int(CUT_SHORT)
FIVE = 5
BYTE_BITS = 33
"""Bits for a byte of a text where volume and byte are one number."""

LETTERS_A_BYTE = 7
"""Letters that a byte may stand for, at most: some ligatures are whole phrases."""

KEY, WEIGHT, SITE, HERE = range(4)
"""Columns of what is sown, a row for each seed: the seed (a short one with zeros behind it), its weight, the number of the
word at which it begins, and the byte."""

LENGTH, SLACK, LONELY, KEPT, SLOTS = range(5)
"""Of a text: its bytes, by how much a place is widened, whether one seed is enough, places kept a slot, its slots."""

NUMBER, AT, BEGINS, LEFT = range(4)
"""Columns of letters: the number of each, its byte, whether it begins a word (2: and may be sown), letters left in its piece."""


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
def _letter(data: Any, first: int, last: int, letters: Letters, rows: Any, used: int) -> tuple[int, int]:
    """Write the letters of a piece of a text behind the rows used; return how many are used now, a letter unknown or -1."""
    place, apart, begun = first, 1, used
    while place < last:
        point, step = np.int64(data[place]), np.int64(1)
        if point >= 128:
            point, step = point_at(data, place)
        many = np.int64(letters.count[point])
        if many < 0:
            return used, point
        if many and point >= 128:
            for row in range(len(letters.wide)):
                if letters.wide[row, 0] <= point < letters.wide[row, 1]:
                    apart = 1
        for nth in range(many):
            rows[used, NUMBER], rows[used, AT] = letters.pool[letters.first[point] + nth], place
            rows[used, BEGINS] = apart if nth == 0 else 0
            used += 1
        apart = 1 if many == 0 else 0
        place += step
    stride = 1 + (used - begun) // DENSE
    for row in range(begun, used):
        rows[row, LEFT] = used - row
        if (row - begun) % stride:
            rows[row, BEGINS] = 0
    return used, -1


@numba.njit
def _expected(seed: int, usage: Any, scale: float) -> tuple[float, float]:
    """Return how many places of a seed are expected in the library, as a long one and as a short one."""
    head = np.uint64(seed) >> CUT_SHORT
    low = lowest(usage, head << CUT_SHORT, 0, len(usage))
    high = lowest(usage, (head + ONE) << CUT_SHORT, low, len(usage))
    first = lowest(usage, np.uint64(seed), low, high)
    return (lowest(usage, np.uint64(seed) + ONE, first, high) - first) * scale, (high - low) * scale


@numba.njit
def _rank(one: int, kind: int, many: int, words: Any, much: Any) -> int:
    """Return how many seeds of its slot and kind are expected less often than one, or as often and stand before it."""
    rank, slot = 0, words[one, AT] // SLOT
    other = one
    while other > 0 and words[other - 1, AT] // SLOT == slot:
        other -= 1
    while other < many and words[other, AT] // SLOT == slot:
        level = much[other, kind] == much[one, kind] and other < one
        if words[other, BEGINS + kind] and (level or much[other, kind] < much[one, kind]):
            rank += 1
        other += 1
    return rank


@numba.njit(cache=True)
def sow(
    data: Any, pieces: Any, letters: Letters, usage: Any, scale: float, eased: Any, often: Any, rows: Any, sown: Any
) -> tuple[int, int]:
    """Write the seeds of a text that are worth sowing; return how many they are, and a letter unknown, or -1.

    `usage` are the seeds of a sample, each for `scale` of the library; `eased` the places that a long seed may have by
    the number of such seeds, `often` those of a short one, and how many of a slot are kept in any case, long and short.
    """
    used, unknown, longs, words = 0, -1, 0, 0
    for piece in range(len(pieces)):
        begun = used
        used, unknown = _letter(data, pieces[piece, 0], pieces[piece, 1], letters, rows, used)
        if unknown >= 0:
            return 0, unknown
        short = used - begun <= SHORT_PIECE
        for row in range(begun, used):
            left = rows[row, LEFT]
            if rows[row, BEGINS] and (left >= SEED or (short and left >= SHORT_SEED)):
                sown[words, KEY], sown[words, HERE] = row, rows[row, AT]
                sown[words, WEIGHT], sown[words, SITE] = left >= SEED, short
                longs += left >= SEED
                words += 1
    table, much = np.empty((words, 4), np.int64), np.empty((words, 2), np.float64)
    for word in range(words):
        seed, row = 0, sown[word, KEY]
        for nth in range(SEED):
            seed = (seed << FIVE) | (rows[row + nth, NUMBER] if row + nth < used else 0)
        table[word, NUMBER], table[word, AT] = seed, sown[word, HERE]
        table[word, BEGINS], table[word, BEGINS + 1] = sown[word, WEIGHT], sown[word, SITE]
        much[word, 0], much[word, 1] = _expected(seed, usage, scale)
    return _sow_words(words, table, much, eased[min(longs, len(eased) - 1)], often, sown), -1


@numba.njit
def _sow_words(words: int, table: Any, much: Any, allowed: float, often: Any, sown: Any) -> int:
    """Write the seeds of words that are worth sowing, long ones and short ones; return how many they are."""
    used = sites = 0
    for word in range(words):
        begun = used
        for kind in range(2):
            few = much[word, kind] <= (often[0] if kind else allowed)
            if table[word, BEGINS + kind] and (few or _rank(word, kind, words, table, much) < often[1 + kind]):
                seed = table[word, NUMBER]
                sown[used, KEY] = (seed >> CUT) << CUT if kind else seed
                sown[used, WEIGHT], sown[used, SITE], sown[used, HERE] = 1 if kind else LONG, sites, table[word, AT]
                used += 1
        sites += used > begun
    return used


@numba.njit
def _entries(edges: Any, marks: Any, sown: Any, spans: Any) -> int:
    """Write of each seed its first entry in a segment and the one behind the last, the lowest mark and the one above.

    Nearly all time is spent waiting for memory. So each step is a loop of its own, in which a processor asks for the next
    before the last has come; the number returned only keeps one of them from being left out.
    """
    felt, wide = 0, np.uint64(0)
    while (1 << np.int64(wide)) < len(edges) - 1:
        wide += ONE
    for row in range(len(sown)):
        seed = np.uint64(sown[row, KEY])
        head = ((seed >> CUT_SHORT) * MIX_EIGHT) & EIGHT
        tail = ((seed & FOUR) * MIX_FOUR) & FOUR
        low = np.int64(((head >> (FORTY - wide - HEAD)) & IN_HEAD) << TAIL)
        spans[row, 3] = low + (1 << TAIL_BITS)
        if sown[row, WEIGHT] == LONG:
            low += np.int64(tail >> REST)
            spans[row, 3] = low + 1
        spans[row, 2] = low
        spans[row, 0] = np.int64(head >> (FORTY - wide))
    for row in range(len(sown)):
        spans[row, 0] = min(spans[row, 0], len(edges) - 2)
        spans[row, 1] = min(np.int64(edges[spans[row, 0] + 1]), len(marks))
        spans[row, 0] = min(np.int64(edges[spans[row, 0]]), spans[row, 1])
    for row in range(len(sown)):
        if spans[row, 1] > spans[row, 0]:
            felt += marks[spans[row, 0]] + marks[spans[row, 1] - 1]
    for row in range(len(sown)):
        if spans[row, 1] - spans[row, 0] > LARGE:
            spans[row, 0] = lowest(marks, spans[row, 2], spans[row, 0], spans[row, 1])
            spans[row, 1] = lowest(marks, spans[row, 3], spans[row, 0], spans[row, 1])
    return felt


@numba.njit(cache=True)
def meet(
    edges: Any, marks: Any, places: Any, bases: Any, numbers: Any, sown: Any, bits: int, lines: Any, used: int
) -> tuple[int, int]:
    """Write what a segment tells of seeds behind the lines that are used; return how many are then: more than fit, -1."""
    spans = np.empty((len(sown), 4), np.int64)
    if len(edges) < 2 or len(places) < 2 * len(marks):  # a broken file
        return used, 0
    felt, end, mask = _entries(edges, marks, sown, spans), used, (1 << bits) - 1
    for row in range(len(sown)):
        for entry in range(spans[row, 0], spans[row, 1]):
            if spans[row, 2] <= np.int64(marks[entry]) < spans[row, 3]:
                if end == len(lines):
                    return -1, felt
                lines[end] = (entry << bits) | row
                end += 1
    for line in range(used, end):
        entry = lines[line] >> bits
        place = np.int64(places[2 * entry]) | (np.int64(places[2 * entry + 1]) << 16)
        lines[line] = (place << bits) | (lines[line] & mask)
    for line in range(used, end):
        place = lines[line] >> bits
        text = lowest(bases, place + 1, 0, len(bases)) - 1
        if 0 <= text < len(numbers) and numbers[text] >= 0:
            lines[used] = (((numbers[text] << BYTE_BITS) | (place - bases[text])) << bits) | (lines[line] & mask)
            used += 1
    return used, felt
