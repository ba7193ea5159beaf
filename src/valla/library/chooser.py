"""The places of one quotation that are worth a look, by code that numba compiles.

Imported only where numba is there; see `valla.library.seeker`. `turn` is a turn of `valla.library.lookups.likely_places`,
`choose` is the choice of `valla.library.harvest`.
"""

from typing import Any

import numba
import numpy as np

from valla.library.finder import Field, pick
from valla.library.harvest import LONE
from valla.library.places import FAINT, NEAR, PLACES
from valla.library.seeds import LONG, SLOT
from valla.library.seeker import BYTE_BITS, KEPT, LENGTH, LONELY, SLACK, SLOTS, Seedling

PART_BITS = 20
"""Bits for the number of a stretch in its text."""

SLOT_OF, MET, WHOLE, STRETCH, START, END = range(6)
"""Columns of a place; a stretch is the volume times 2^20 plus its part."""

STEPS = (301, 132, 57, 23, 10, 4, 1)
"""Steps by which rows are sorted (Ciura's, for Shell's method): they are few, and six columns are compared."""


@numba.njit(cache=True)
def turn(picked: Any, bits: int, field: Field, seedling: Seedling, seen: Any, homes: Any, size: int) -> tuple[Any, Any]:
    """Weigh clusters that were checked; return the best places seen so far, and the clusters to be looked at next."""
    hits = 0
    for cluster in picked:
        hits += field.clusters[cluster, 1] - field.clusters[cluster, 0]
    rows = np.empty((len(seen) + hits, 6), np.int64)
    rows[: len(seen)] = seen
    used = len(seen)
    last, weight = np.full(len(seedling.here), -1, np.int64), np.zeros(len(seedling.here), np.int64)
    for cluster in picked:
        hit, end = field.clusters[cluster]
        while hit < end:
            if field.stands[hit]:
                used, hit = _weigh(hit, end, bits, field, seedling, last, weight, rows, used)
            else:
                hit += 1
    seen = _thinned(rows[:used], seedling.shape, homes)
    _drop(field, bits, seedling.shape, seen)
    return seen, pick(field, bits, seedling.shape[SLOTS], size, homes[:0])


@numba.njit
def _weigh(
    first: int, end: int, bits: int, field: Field, seedling: Seedling, last: Any, weight: Any, rows: Any, used: int
) -> tuple[int, int]:
    """Write the rows of the place that begins with a hit; return how many are used now, and the hit behind the place."""
    shape, begun, whole, begins, ends = seedling.shape, used, 0, np.int64(1) << 62, np.int64(0)
    hit, before = first, first
    while hit < end:
        if field.stands[hit]:
            gap = (field.lines[hit] >> bits) - (field.lines[before] >> bits)
            if gap > NEAR or field.part[hit] != field.part[before]:
                break
            before = hit
            row, at = field.lines[hit] & ((1 << bits) - 1), (field.lines[hit] >> bits) & ((1 << BYTE_BITS) - 1)
            site = seedling.site[row]
            here = seedling.here[site]
            begins, ends = min(begins, at - here * 5 // 4), max(ends, at + (shape[LENGTH] - here) * 5 // 4)
            if last[site] != first:
                last[site], weight[site] = first, 0
            adds = max(0, seedling.weight[row] - weight[site])
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
    volume = field.lines[first] >> (bits + BYTE_BITS)
    for row in range(begun, used):
        rows[row, WHOLE], rows[row, STRETCH] = whole, (volume << PART_BITS) + field.part[first]
        rows[row, START], rows[row, END] = max(0, begins - shape[SLACK]), ends + shape[SLACK]
    return used if whole > 1 or shape[LONELY] else begun, hit


@numba.njit
def _is_before(rows: Any, one: int, other: int) -> bool:
    """Tell whether a place comes before another: by slot, weight in it and in all, volume, and bytes."""
    for column in (SLOT_OF, MET, WHOLE, STRETCH, START, END):
        mine, theirs = rows[one, column], rows[other, column]
        if column == STRETCH:
            mine, theirs = mine >> PART_BITS, theirs >> PART_BITS
        if mine != theirs:
            return bool((mine > theirs) == (column in (MET, WHOLE)))
    return False


@numba.njit
def _order(rows: Any) -> Any:
    """Return the order of places."""
    order = np.arange(len(rows))
    for step in STEPS:
        for at in range(step, len(order)):
            new, spot = order[at], at
            while spot >= step and _is_before(rows, new, order[spot - step]):
                order[spot] = order[spot - step]
                spot -= step
            order[spot] = new
    return order


@numba.njit
def _thinned(rows: Any, shape: Any, homes: Any) -> Any:
    """Return the places in order: of each slot the best in each stretch, and of these the best of all, and those at home."""
    order = _order(rows)
    kept = np.empty((len(rows), 6), np.int64)
    used = first = 0
    for row in order:
        if used and kept[first, SLOT_OF] != rows[row, SLOT_OF]:
            first = used
        same = 0
        for other in range(first, used):
            same += kept[other, STRETCH] == rows[row, STRETCH]
        if same < PLACES and (used - first < shape[KEPT] or (homes == rows[row, STRETCH] >> PART_BITS).any()):
            kept[used] = rows[row]
            used += 1
    return kept[:used].copy()


@numba.njit
def _drop(field: Field, bits: int, shape: Any, seen: Any) -> None:
    """Let those clusters live on alone that could yet be kept for a slot, beside the places seen, which are in order."""
    best, last = np.full(shape[SLOTS], -1, np.int64), np.full(shape[SLOTS], -1, np.int64)
    for row in range(len(seen)):
        slot = seen[row, SLOT_OF]
        if best[slot] < 0:
            best[slot] = row
        if row - best[slot] == shape[KEPT] - 1:
            last[slot] = row
    for row in range(len(field.bounds)):
        cluster, slot, met, whole = field.bounds[row]
        if not field.alive[row] or best[slot] < 0:
            continue
        matters = met * FAINT > seen[best[slot], MET]
        if matters and last[slot] >= 0:
            than = seen[last[slot]]
            volume = field.lines[field.clusters[cluster, 0]] >> (BYTE_BITS + bits)
            level = whole > than[WHOLE] or (whole == than[WHOLE] and volume <= than[STRETCH] >> PART_BITS)
            matters = met > than[MET] or (met == than[MET] and level)
        field.alive[row] = matters


@numba.njit(cache=True)
def choose(seen: Any, shape: Any, homes: Any) -> Any:
    """Return the ranges worth a look, those that meet made one, in order: volume, whether at home, weight, start, end."""
    kept, first = np.zeros(len(seen), np.bool_), 0
    for row in range(len(seen)):
        if seen[row, SLOT_OF] != seen[first, SLOT_OF]:
            first = row
        best, same = seen[first, MET], 0
        for other in range(first, row):
            same += seen[other, STRETCH] >> PART_BITS == seen[row, STRETCH] >> PART_BITS
        most = shape[KEPT] if best > LONG else LONE
        likely = row - first < most and seen[row, MET] * FAINT > best
        kept[row] = likely or (same < PLACES and (homes == seen[row, STRETCH] >> PART_BITS).any())
    spot = np.flatnonzero(kept)
    lines = np.zeros((len(spot), 6), np.int64)  # as places of one weight, to be sorted by volume and start
    lines[:, STRETCH], lines[:, START], lines[:, END] = seen[spot, STRETCH], seen[spot, START], spot
    ranges, used = np.empty((len(spot), 5), np.int64), 0
    for line in _order(lines):
        row = lines[line, END]
        volume, whole, start, end = seen[row, STRETCH] >> PART_BITS, seen[row, WHOLE], seen[row, START], seen[row, END]
        if used and ranges[used - 1, 0] == volume and start <= ranges[used - 1, 4] + NEAR // 2:
            ranges[used - 1, 2] = max(ranges[used - 1, 2], whole)
            ranges[used - 1, 4] = max(ranges[used - 1, 4], end)
        else:
            ranges[used, 0], ranges[used, 1], ranges[used, 2] = volume, (homes == volume).any(), whole
            ranges[used, 3], ranges[used, 4] = start, end
            used += 1
    return ranges[:used]
