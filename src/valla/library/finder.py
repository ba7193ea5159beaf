"""What was met of one quotation, in clusters, and whether it stands in the texts, by loops that numba compiles.

Imported only where numba is there; see `valla.library.seeker`. The steps are those of `valla.library.lookups`: clusters
and the most that each can weigh; the heaviest are checked on their texts; those that could not be kept beside them are
dropped (`valla.library.chooser`), and so on until none is left.

A hit is its volume, its byte and the row of its seed in one number; the lines are hits in order.
"""

from typing import Any

import numba
import numpy as np

from valla.library.kernel import Letters, point_at
from valla.library.letters import REACH, SEED
from valla.library.places import COMMON, NEAR
from valla.library.seeds import LONG, SLOT
from valla.library.seeker import BYTE_BITS, CUT, FIVE, HERE, KEY, LONELY, SITE, SLOTS, WEIGHT, lowest

STANDS, PART = range(2)
"""Columns of what is known of each hit: whether it is so in the text, and in which stretch."""

CLUSTER, SLOT_OF, MET, WHOLE, ALIVE = range(5)
"""Columns of bounds: the most that a cluster can weigh in a slot and as a whole, and whether it may yet matter there.

A cluster is the first of its hits and the one behind its last.
"""


@numba.njit
def filled(many: int, value: int) -> Any:
    """Return so many equal numbers."""
    row = np.empty(many, np.int64)
    for at in range(many):
        row[at] = value
    return row


@numba.njit
def is_among(volume: int, homes: Any) -> bool:
    """Tell whether a volume is one of some."""
    found = False
    for home in homes:
        found |= home == volume
    return found


@numba.njit(cache=True)
def survey(
    lines: Any, bits: int, sown: Any, shape: Any, homes: Any, size: int, clusters: Any, bounds: Any, picked: Any
) -> tuple[int, int, int]:
    """Write clusters and bounds, and the clusters to be looked at first; return how many there are of each."""
    mask, many = (1 << bits) - 1, len(lines)
    last, weight = filled(len(sown), -1), filled(len(sown), 0)
    owner, touched = filled(shape[SLOTS], -1), filled(shape[SLOTS], 0)
    count, used, first = 0, 0, 0
    while first < many:
        end = first + 1
        while end < many and (lines[end] >> bits) - (lines[end - 1] >> bits) <= NEAR:
            end += 1
        begun, whole = used, 0
        for hit in range(first, end):
            row = lines[hit] & mask
            site, slot = sown[row, SITE], sown[row, HERE] // SLOT
            if last[site] != first:
                last[site], weight[site] = first, 0
            if owner[slot] != first:
                owner[slot], touched[slot] = first, used
                bounds[used, CLUSTER], bounds[used, SLOT_OF], bounds[used, MET] = count, slot, 0
                bounds[used, ALIVE] = 1
                used += 1
            adds = max(0, sown[row, WEIGHT] - weight[site])
            weight[site] += adds
            whole += adds
            bounds[touched[slot], MET] += adds
        if whole > 1 or shape[LONELY]:
            clusters[count, 0], clusters[count, 1] = first, end
            for row in range(begun, used):
                bounds[row, WHOLE] = whole
            count += 1
        else:
            used = begun
        first = end
    return count, used, pick(lines, bits, clusters, count, bounds, used, shape[SLOTS], size, homes, picked)


@numba.njit
def pick(  # noqa: C901  (one choice, told in one place)
    lines: Any,
    bits: int,
    clusters: Any,
    count: int,
    bounds: Any,
    used: int,
    slots: int,
    size: int,
    homes: Any,
    picked: Any,
) -> int:
    """Write the clusters that can weigh most, so many for each slot, and all in some volumes, in order; none lives on."""
    chosen, best = filled(count, 0), filled(slots * size, -1)
    for row in range(used):
        if not bounds[row, ALIVE]:
            continue
        if len(homes) and is_among(lines[clusters[bounds[row, CLUSTER], 0]] >> (BYTE_BITS + bits), homes):
            chosen[bounds[row, CLUSTER]] = 1
        new, rank = row, bounds[row, SLOT_OF] * size
        while new >= 0 and rank < (bounds[row, SLOT_OF] + 1) * size:
            other = best[rank]
            if other < 0 or _is_heavier(bounds, new, other):
                best[rank], new = new, other
            rank += 1
    for row in best:
        if row >= 0:
            chosen[bounds[row, CLUSTER]] = 1
    for row in range(used):
        if chosen[bounds[row, CLUSTER]]:
            bounds[row, ALIVE] = 0
    many = 0
    for cluster in range(count):
        if chosen[cluster]:
            picked[many] = cluster
            many += 1
    return many


@numba.njit
def _is_heavier(bounds: Any, one: int, other: int) -> bool:
    """Tell whether a cluster can weigh more in a slot than one that came before, which stands in a volume before."""
    if bounds[one, MET] != bounds[other, MET]:
        return bool(bounds[one, MET] > bounds[other, MET])
    return bool(bounds[one, WHOLE] > bounds[other, WHOLE])


@numba.njit
def _seed_at(data: Any, at: int, letters: Letters) -> tuple[int, int]:
    """Return the seed that begins at a byte of a text, and a letter unknown or -1; behind the last letter stand zeros."""
    seed, many = 0, 0
    near = data[at : at + 1 + REACH]
    place = 0
    while place < len(near) and many < SEED:
        if near[place] < 128:
            number = np.int64(letters.plain[near[place]])
            if number:
                seed = (seed << FIVE) | number
                many += 1
            place += 1
            continue
        point, step = point_at(near, place)
        told: Any = np.int64(letters.count[point])
        if told < 0:
            return seed, point
        for nth in range(min(told, SEED - many)):
            seed = (seed << FIVE) | np.int64(letters.pool[letters.first[point] + nth])
            many += 1
        place += step
    return seed << (FIVE * (SEED - many)), -1


@numba.njit
def _look(data: Any, cuts: Any, hit: int, lines: Any, bits: int, sown: Any, known: Any, letters: Letters) -> int:
    """Find out whether a hit is so in its text, and in which stretch it lies; return a letter unknown, or -1."""
    row, at = lines[hit] & ((1 << bits) - 1), (lines[hit] >> bits) & ((1 << BYTE_BITS) - 1)
    seed, unknown = _seed_at(data, at, letters)
    if sown[row, WEIGHT] != LONG:
        seed = (seed >> CUT) << CUT
    known[hit, STANDS], known[hit, PART] = seed == sown[row, KEY], lowest(cuts, at + 1, 0, len(cuts)) - 1
    return np.int64(unknown)


@numba.njit(cache=True)
def check(  # noqa: C901  (one loop: each call inside it would be compiled by itself)
    data: Any,
    cuts: Any,
    clusters: Any,
    picked: Any,
    turn: int,
    lines: Any,
    bits: int,
    sown: Any,
    known: Any,
    letters: Letters,
) -> tuple[int, int]:
    """Look at the clusters of one volume, from one of those picked on; return the turn of the next one, a letter unknown."""
    shift, mask = BYTE_BITS + bits, (1 << bits) - 1
    volume = lines[clusters[picked[turn], 0]] >> shift
    first = lowest(lines, volume << shift, 0, len(lines))
    last = lowest(lines, (volume + 1) << shift, first, len(lines))
    crowd, part, seen = filled(len(sown), 0), filled(len(sown), -1), filled(len(sown), 0)
    for hit in range(first, last if last - first > COMMON else first):
        crowd[lines[hit] & mask] += 1
    for hit in range(first, last if last - first > COMMON else first):  # only the first of too many count in a stretch
        row = lines[hit] & mask
        if crowd[row] > COMMON:
            unknown = _look(data, cuts, hit, lines, bits, sown, known, letters)
            if unknown >= 0:
                return turn, unknown
            if known[hit, PART] != part[row]:
                part[row], seen[row] = known[hit, PART], 0
            seen[row] += known[hit, STANDS]
            if seen[row] > COMMON:
                known[hit, STANDS] = 0
    while turn < len(picked) and lines[clusters[picked[turn], 0]] >> shift == volume:
        for hit in range(clusters[picked[turn], 0], clusters[picked[turn], 1]):
            if crowd[lines[hit] & mask] <= COMMON:
                unknown = _look(data, cuts, hit, lines, bits, sown, known, letters)
                if unknown >= 0:
                    return turn, unknown
        turn += 1
    return turn, -1
