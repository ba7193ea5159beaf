"""The places of one quotation that are worth a look, by loops that numba compiles.

Imported only where numba is there; see `valla.library.seeker`. `turn` is a turn of `valla.library.lookups.likely_places`,
`choose` is the choice of `valla.library.harvest`.
"""

from typing import Any

import numba
import numpy as np

from valla.library.finder import ALIVE, CLUSTER, PART, STANDS, filled, is_among, pick
from valla.library.harvest import LONE
from valla.library.places import FAINT, NEAR, PLACES
from valla.library.seeds import LONG, SLOT
from valla.library.seeker import BYTE_BITS, HERE, KEPT, LENGTH, LONELY, SITE, SLACK, SLOTS, WEIGHT

PART_BITS = 20
"""Bits for the number of a stretch in its text."""

COLUMNS = 6
SLOT_OF, MET, WHOLE, STRETCH, START, END = range(COLUMNS)
"""Columns of a place; a stretch is the volume times 2^20 plus its part."""

GROWTH = 3
"""Rows are sorted by steps that grow so (Knuth's, for Shell's method): they are few, and six columns are compared."""


@numba.njit(cache=True)
def turn(
    lines: Any, bits: int, sown: Any, shape: Any, known: Any, clusters: Any, bounds: Any, picked: Any, many: int,
    seen: Any, used: int, homes: Any, size: int,
) -> tuple[int, int]:  # fmt: skip
    """Weigh clusters that were checked, and keep the best places; return how many these are, and clusters picked next."""
    last, weight = filled(len(sown), -1), filled(len(sown), 0)
    for nth in range(many):
        hit, end = clusters[picked[nth], 0], clusters[picked[nth], 1]
        while hit < end:
            if known[hit, STANDS]:
                hit, used = _weigh(hit, end, lines, bits, sown, shape, known, last, weight, seen, used)
            else:
                hit += 1
    used = _thin(seen, used, shape, homes)
    _drop(lines, bits, clusters, bounds, shape, seen, used)
    next_ones = pick(lines, bits, clusters, len(clusters), bounds, len(bounds), shape[SLOTS], size, homes[:0], picked)
    return used, next_ones


@numba.njit
def _weigh(
    first: int, end: int, lines: Any, bits: int, sown: Any, shape: Any, known: Any, last: Any, weight: Any,
    rows: Any, used: int,
) -> tuple[int, int]:  # fmt: skip
    """Write the rows of the place that begins with a hit; return the hit behind the place, and how many are used now."""
    begun, whole, begins, ends = used, 0, 1 << 62, 0
    hit, before = first, first
    while hit < end:
        if known[hit, STANDS]:
            if (lines[hit] >> bits) - (lines[before] >> bits) > NEAR or known[hit, PART] != known[before, PART]:
                break
            before = hit
            row, at = lines[hit] & ((1 << bits) - 1), (lines[hit] >> bits) & ((1 << BYTE_BITS) - 1)
            site, here = sown[row, SITE], sown[row, HERE]
            begins, ends = min(begins, at - here * 5 // 4), max(ends, at + (shape[LENGTH] - here) * 5 // 4)
            if last[site] != first:
                last[site], weight[site] = first, 0
            adds = max(0, sown[row, WEIGHT] - weight[site])
            weight[site] += adds
            whole += adds
            mine = begun
            while mine < used and rows[mine, SLOT_OF] != here // SLOT:
                mine += 1
            if mine == used:
                rows[used, SLOT_OF], rows[used, MET] = here // SLOT, 0
                used += 1
            rows[mine, MET] += adds
        hit += 1
    volume = lines[first] >> (bits + BYTE_BITS)
    for row in range(begun, used):
        rows[row, WHOLE], rows[row, STRETCH] = whole, (volume << PART_BITS) + known[first, PART]
        rows[row, START], rows[row, END] = max(0, begins - shape[SLACK]), ends + shape[SLACK]
    return hit, used if whole > 1 or shape[LONELY] else begun


@numba.njit
def _is_before(rows: Any, one: int, other: int) -> bool:
    """Tell whether a place comes before another: by slot, weight in it and in all, volume, and bytes."""
    if rows[one, SLOT_OF] != rows[other, SLOT_OF]:
        return bool(rows[one, SLOT_OF] < rows[other, SLOT_OF])
    if rows[one, MET] != rows[other, MET]:
        return bool(rows[one, MET] > rows[other, MET])
    if rows[one, WHOLE] != rows[other, WHOLE]:
        return bool(rows[one, WHOLE] > rows[other, WHOLE])
    mine, theirs = rows[one, STRETCH] >> PART_BITS, rows[other, STRETCH] >> PART_BITS
    if mine != theirs:
        return bool(mine < theirs)
    if rows[one, START] != rows[other, START]:
        return bool(rows[one, START] < rows[other, START])
    return bool(rows[one, END] < rows[other, END])


@numba.njit
def _order(rows: Any, used: int) -> Any:
    """Return the order of places."""
    order = np.empty(used, np.int64)
    for at in range(used):
        order[at] = at
    step = 1
    while step < used:
        step = step * GROWTH + 1
    while step:
        for at in range(step, used):
            new, spot = order[at], at
            while spot >= step and _is_before(rows, new, order[spot - step]):
                order[spot] = order[spot - step]
                spot -= step
            order[spot] = new
        step //= GROWTH
    return order


@numba.njit
def _thin(rows: Any, used: int, shape: Any, homes: Any) -> int:
    """Put places in order, and keep of each slot the best in each stretch, of these the best of all, and those at home."""
    kept, first, many = np.empty((used, COLUMNS), np.int64), 0, 0
    for row in _order(rows, used):
        if many and kept[first, SLOT_OF] != rows[row, SLOT_OF]:
            first = many
        same = 0
        for other in range(first, many):
            same += kept[other, STRETCH] == rows[row, STRETCH]
        if same < PLACES and (many - first < shape[KEPT] or is_among(rows[row, STRETCH] >> PART_BITS, homes)):
            for column in range(COLUMNS):
                kept[many, column] = rows[row, column]
            many += 1
    for row in range(many):
        for column in range(COLUMNS):
            rows[row, column] = kept[row, column]
    return many


@numba.njit
def _drop(lines: Any, bits: int, clusters: Any, bounds: Any, shape: Any, seen: Any, used: int) -> None:
    """Let those clusters live on alone that could yet be kept for a slot, beside the places seen, which are in order."""
    best, last = filled(shape[SLOTS], -1), filled(shape[SLOTS], -1)
    for row in range(used):
        slot = seen[row, SLOT_OF]
        if best[slot] < 0:
            best[slot] = row
        if row - best[slot] == shape[KEPT] - 1:
            last[slot] = row
    for row in range(len(bounds)):
        slot, met = bounds[row, 1], bounds[row, 2]
        if not bounds[row, ALIVE] or best[slot] < 0:
            continue
        matters = met * FAINT > seen[best[slot], MET]
        if matters and last[slot] >= 0:
            than, whole = last[slot], bounds[row, 3]
            volume = lines[clusters[bounds[row, CLUSTER], 0]] >> (BYTE_BITS + bits)
            level = whole == seen[than, WHOLE] and volume <= seen[than, STRETCH] >> PART_BITS
            matters = met > seen[than, MET] or (met == seen[than, MET] and (whole > seen[than, WHOLE] or level))
        bounds[row, ALIVE] = matters


@numba.njit(cache=True)
def choose(seen: Any, shape: Any, homes: Any, ranges: Any) -> int:
    """Write the ranges worth a look, those that meet made one, in order: volume, whether at home, weight, start, end.

    Return how many they are.
    """
    kept, many, first = np.empty((len(seen), COLUMNS), np.int64), 0, 0
    for row in range(len(seen)):
        volume, same = seen[row, STRETCH] >> PART_BITS, 0
        if seen[row, SLOT_OF] != seen[first, SLOT_OF]:
            first = row
        for other in range(first, row):
            same += seen[other, STRETCH] >> PART_BITS == volume
        most = shape[KEPT] if seen[first, MET] > LONG else LONE
        likely = row - first < most and seen[row, MET] * FAINT > seen[first, MET]
        if likely or (same < PLACES and is_among(volume, homes)):  # as places of one weight, to be sorted by start
            kept[many, SLOT_OF], kept[many, MET], kept[many, WHOLE] = 0, 0, 0
            kept[many, STRETCH], kept[many, START], kept[many, END] = seen[row, STRETCH], seen[row, START], row
            many += 1
    used = 0
    for line in _order(kept, many):
        row, volume, start = kept[line, END], kept[line, STRETCH] >> PART_BITS, kept[line, START]
        if not used or ranges[used - 1, 0] != volume or start > ranges[used - 1, 4] + NEAR // 2:
            ranges[used, 0], ranges[used, 1], ranges[used, 2] = volume, is_among(volume, homes), 0
            ranges[used, 3], ranges[used, 4] = start, 0
            used += 1
        ranges[used - 1, 2] = max(ranges[used - 1, 2], seen[row, WHOLE])
        ranges[used - 1, 4] = max(ranges[used - 1, 4], seen[row, END])
    return used
