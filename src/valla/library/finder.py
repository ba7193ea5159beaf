"""What was met of one quotation, weighed and thinned until only the likeliest places are left, by code that numba compiles.

Imported only where numba is there; see `valla.library.seeker`. The steps are those of `valla.library.lookups`: clusters
and the most that each can weigh; the heaviest are checked on their texts; those that could not be kept beside them are
dropped, and so on until none is left.
"""

from typing import Any, NamedTuple

import numba
import numpy as np

from valla.library.kernel import Letters, point_at
from valla.library.letters import REACH, SEED
from valla.library.places import COMMON, NEAR
from valla.library.seeds import LONG, SLOT
from valla.library.seeker import BYTE_BITS, FIVE, LONELY, SLOTS, Seedling, lowest
from valla.library.swift import CUT_SHORT


class Field(NamedTuple):
    """What was met, in order: volume, byte and row of the seedling in one number, and what is known of each hit.

    `clusters` are the first hit of each and the one behind its last; `bounds` the cluster, the slot, and the most that it
    can weigh there and as a whole; `alive` those that may yet matter. `stands` tells the hits that are so in their texts.
    """

    lines: Any
    stands: Any
    part: Any
    clusters: Any
    bounds: Any
    alive: Any


@numba.njit(cache=True)
def survey(lines: Any, bits: int, seedling: Seedling, homes: Any, size: int) -> tuple[Field, Any]:
    """Return hits in their clusters, with the most that each can weigh, and the clusters to be looked at first."""
    mask, many, shape = (1 << bits) - 1, len(lines), seedling.shape
    clusters, bounds = np.empty((many, 2), np.int64), np.empty((many, 4), np.int64)
    last, weight = np.full(len(seedling.here), -1, np.int64), np.zeros(len(seedling.here), np.int64)
    owner, touched = np.full(shape[SLOTS], -1, np.int64), np.zeros(shape[SLOTS], np.int64)
    count = used = first = 0
    while first < many:
        end = first + 1
        while end < many and (lines[end] >> bits) - (lines[end - 1] >> bits) <= NEAR:
            end += 1
        begun, whole = used, 0
        for hit in range(first, end):
            row = lines[hit] & mask
            site, adds = seedling.site[row], seedling.weight[row]
            if last[site] == first:
                adds = max(0, adds - weight[site])
            else:
                last[site], weight[site] = first, 0
            weight[site] += adds
            whole += adds
            slot = seedling.here[site] // SLOT
            if owner[slot] != first:
                owner[slot], touched[slot] = first, used
                bounds[used, 0], bounds[used, 1], bounds[used, 2] = count, slot, 0
                used += 1
            bounds[touched[slot], 2] += adds
        if whole > 1 or shape[LONELY]:
            clusters[count, 0], clusters[count, 1] = first, end
            bounds[begun:used, 3] = whole
            count += 1
        else:
            used = begun
        first = end
    field = Field(
        lines,
        np.zeros(many, np.bool_),
        np.zeros(many, np.int32),
        clusters[:count],
        bounds[:used],
        np.ones(used, np.bool_),
    )
    return field, pick(field, bits, shape[SLOTS], size, homes)


@numba.njit
def pick(field: Field, bits: int, slots: int, size: int, homes: Any) -> Any:
    """Return the clusters that can weigh most, so many for each slot, and all in some volumes, in order; none lives on."""
    chosen, bounds = np.zeros(len(field.clusters), np.bool_), field.bounds
    best = np.full((slots, size), -1, np.int64)
    for row in range(len(bounds)):
        if not field.alive[row]:
            continue
        volume = field.lines[field.clusters[bounds[row, 0], 0]] >> (BYTE_BITS + bits)
        chosen[bounds[row, 0]] |= (homes == volume).any()
        mine, new = best[bounds[row, 1]], row
        for rank in range(size):  # a row of the same weight that came before stands in a volume before
            other = mine[rank]
            if other < 0 or _is_heavier(bounds, new, other):
                mine[rank], new = new, other
                if new < 0:
                    break
    for slot in range(slots):
        for row in best[slot]:
            if row >= 0:
                chosen[bounds[row, 0]] = True
    for row in range(len(bounds)):
        field.alive[row] = field.alive[row] and not chosen[bounds[row, 0]]
    return np.flatnonzero(chosen)


@numba.njit
def _is_heavier(bounds: Any, one: int, other: int) -> bool:
    """Tell whether a cluster can weigh more in a slot than another one."""
    same = bounds[one, 2] == bounds[other, 2]
    return bool(bounds[one, 2] > bounds[other, 2] or (same and bounds[one, 3] > bounds[other, 3]))


@numba.njit
def _seed_at(data: Any, at: int, letters: Letters) -> tuple[Any, int]:
    """Return the seed that begins at a byte of a text, and a letter unknown or -1; behind the last letter stand zeros."""
    seed, many = np.uint64(0), 0
    near = data[at : at + 1 + REACH]
    place = 0
    while place < len(near) and many < SEED:
        if near[place] < 128:
            number = letters.plain[near[place]]
            if number:
                seed = (seed << FIVE) | np.uint64(number)
                many += 1
            place += 1
            continue
        point, step = point_at(near, place)
        told = np.int64(letters.count[point])
        if told < 0:
            return seed, point
        for nth in range(min(told, SEED - many)):
            seed = (seed << FIVE) | np.uint64(letters.pool[letters.first[point] + nth])
            many += 1
        place += step
    return seed << (FIVE * np.uint64(SEED - many)), -1


@numba.njit
def _look(data: Any, cuts: Any, hit: int, bits: int, field: Field, seedling: Seedling, letters: Letters) -> int:
    """Find out whether a hit is so in its text, and in which stretch it lies; return a letter unknown, or -1."""
    row, at = field.lines[hit] & ((1 << bits) - 1), (field.lines[hit] >> bits) & ((1 << BYTE_BITS) - 1)
    seed, unknown = _seed_at(data, at, letters)
    if seedling.weight[row] != LONG:
        seed = seed >> CUT_SHORT << CUT_SHORT
    field.stands[hit] = seed == seedling.seeds[row]
    field.part[hit] = lowest(cuts, at + 1, 0, len(cuts)) - 1
    return unknown


@numba.njit(cache=True)
def check(
    data: Any, cuts: Any, picked: Any, turn: int, bits: int, field: Field, seedling: Seedling, letters: Letters
) -> tuple[int, int]:
    """Look at the clusters of one volume, from one of those picked on; return the turn of the next one, a letter unknown."""
    shift = BYTE_BITS + bits
    volume = field.lines[field.clusters[picked[turn], 0]] >> shift
    first = lowest(field.lines, volume << shift, 0, len(field.lines))
    last = lowest(field.lines, (volume + 1) << shift, first, len(field.lines))
    crowd = np.zeros(len(seedling.seeds), np.int64)
    mask = (1 << bits) - 1
    if last - first > COMMON:
        for hit in range(first, last):
            crowd[field.lines[hit] & mask] += 1
        unknown = _count(data, cuts, range(first, last), crowd, bits, field, seedling, letters)
        if unknown >= 0:
            return turn, unknown
    while turn < len(picked) and field.lines[field.clusters[picked[turn], 0]] >> shift == volume:
        for hit in range(field.clusters[picked[turn], 0], field.clusters[picked[turn], 1]):
            if crowd[field.lines[hit] & mask] <= COMMON:
                unknown = _look(data, cuts, hit, bits, field, seedling, letters)
                if unknown >= 0:
                    return turn, unknown
        turn += 1
    return turn, -1


@numba.njit
def _count(
    data: Any, cuts: Any, hits: Any, crowd: Any, bits: int, field: Field, seedling: Seedling, letters: Letters
) -> int:
    """Look at the seeds that a volume has too often: only the first of them count in a stretch; return a letter unknown."""
    part, seen = np.full(len(crowd), -1, np.int64), np.zeros(len(crowd), np.int64)
    for hit in hits:
        row = field.lines[hit] & ((1 << bits) - 1)
        if crowd[row] <= COMMON:
            continue
        unknown = _look(data, cuts, hit, bits, field, seedling, letters)
        if unknown >= 0:
            return unknown
        if field.part[hit] != part[row]:
            part[row], seen[row] = field.part[hit], 0
        seen[row] += field.stands[hit]
        field.stands[hit] = field.stands[hit] and seen[row] <= COMMON
    return -1
