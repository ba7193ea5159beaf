"""From the entries of an index to the likely places, without reading more of the library than could matter.

Of what an index tells only the seeds are known, not yet that they stand in the text. So each cluster of hits is given
the most that it could weigh. The heaviest are checked on their texts and weighed as `valla.library.places` weighs them;
then the others are dropped that could not be kept beside these, and so on until none is left. What is dropped is what
the choice of the whole library would drop, so the answers are those of reading everything.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from valla.library.letters import Seeds, Whole
from valla.library.places import (
    COMMON,
    FAINT,
    NEAR,
    TOP,
    Chosen,
    Places,
    joined,
    kept_in_stretch,
    nth_of,
    rank_of,
    top_of,
    weighed,
)
from valla.library.seeds import LONG, SLOT, Numbers, Sown
from valla.library.segments import ranges
from valla.library.swift import CUT_SHORT

FIRST = 6
"""Clusters that are checked first for each slot of a text: enough to know how much the best weighs."""

FAR = 1 << 36
"""Bytes between the beginnings of two texts on the line on which all are laid; none is half as long."""

PARTS = 20
"""Bits for the number of a stretch in its text."""


@dataclass(frozen=True, slots=True)
class Met:
    """What an index tells of a batch, sorted by volume and place: the number of the key, the volume, the byte in it."""

    key: Whole
    volume: Whole
    at: Whole


@dataclass(frozen=True, slots=True)
class Rows:
    """The same for each quotation that owns the key: the hit, the text sown, the byte in it, its weight.

    They stand in clusters, in the order of text, volume and place; cluster number c has the rows edges[c]:edges[c + 1].
    """

    hit: Numbers
    text: Numbers
    here: Numbers
    weight: Numbers
    edges: Numbers

    def of(self, clusters: Numbers) -> "Rows":
        """Return the rows of some clusters."""
        owner, row = ranges(self.edges[clusters], self.edges[clusters + 1])
        edges = np.searchsorted(owner, np.arange(len(clusters) + 1))
        return Rows(self.hit[row], self.text[row], self.here[row], self.weight[row], edges)

    def take(self, chosen: Chosen, edges: Numbers) -> "Rows":
        """Return some of the rows, with the edges that they have then."""
        return Rows(self.hit[chosen], self.text[chosen], self.here[chosen], self.weight[chosen], edges)


@dataclass(frozen=True, slots=True)
class Texts:
    """How the texts are asked for the seeds at some bytes, and in which stretches these lie; volumes first, in order."""

    seeds: Callable[[Whole, Whole], Seeds]
    stretches: Callable[[Whole, Whole], Whole]


def likely_places(sown: Sown, met: Met, texts: Texts, homes: Numbers) -> Places:
    """Return the places that may be among the likeliest of the library.

    `homes` are the volumes in which a text is expected, each told as text times 2^32 plus volume: there all is weighed.
    """
    rows = _rows(sown, met)
    seen = joined(())
    left = bounds_of(rows, met)
    left = left.take((left.whole > 1) | (sown.most[left.slot >> 32] <= LONG + 1))
    clusters = np.unique(left.cluster[np.isin((left.slot >> 32 << 32) | left.volume, homes)])
    done, size = np.zeros(len(rows.edges), bool), FIRST
    while len(left.cluster):
        clusters = np.union1d(clusters, left.cluster[foremost(left, size)])
        seen = kept_in_stretch(joined([seen, _weighed_rows(sown, met, rows.of(clusters), texts)]))
        done[clusters] = True
        left = left.take(~done[left.cluster])
        left = left.take(that_matter(sown, left, seen))
        clusters, size = clusters[:0], TOP
    return replace(seen, document=seen.document >> PARTS)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that clusters can weigh in each of their slots, and as a whole; a slot is text times 2^32 plus its number."""

    cluster: Numbers
    slot: Numbers
    met: Numbers
    whole: Numbers
    volume: Numbers

    def take(self, chosen: Chosen) -> "Bounds":
        """Return some of the rows."""
        return Bounds(*(getattr(self, name)[chosen] for name in self.__slots__))


def bounds_of(rows: Rows, met: Met) -> Bounds:
    """Return the bounds of all clusters: each seed counts once, and as the longer one."""
    first = rows.edges[:-1]
    bits = np.uint64(int(rows.here.max(initial=0)).bit_length() + 1)
    owner = np.repeat(np.arange(len(first), dtype=np.uint64), np.diff(rows.edges))
    seeds = (owner << bits) | (rows.here.astype(np.uint64) << np.uint64(1)) | (rows.weight < LONG)
    seeds.sort()
    seeds = seeds[np.flatnonzero(np.diff(seeds >> np.uint64(1), prepend=np.uint64((1 << 64) - 1)))]
    cluster = (seeds >> bits).astype(np.int64)
    here = ((seeds & ((np.uint64(1) << bits) - np.uint64(1))) >> np.uint64(1)).astype(np.int64)
    weight = np.where(seeds & np.uint64(1), 1, LONG)
    whole = np.bincount(cluster, weight, minlength=len(first)).astype(np.int64)
    text = rows.text[first]
    slot = (text[cluster] << 32) | (here // SLOT)
    starts = np.flatnonzero((np.diff(cluster, prepend=-1) != 0) | (np.diff(slot, prepend=-1) != 0))
    cluster, slot = cluster[starts], slot[starts]
    weights = np.add.reduceat(weight, starts) if len(starts) else weight[:0]
    return Bounds(cluster, slot, weights, whole[cluster], met.volume[rows.hit[first[cluster]]])


def foremost(bounds: Bounds, size: int) -> Numbers:
    """Return the rows of the heaviest clusters of each slot, so many of each."""
    names, slot = np.unique(bounds.slot, return_inverse=True)
    levels = int(bounds.met.max(initial=0)) + 1
    level = slot * levels + (levels - 1 - bounds.met)  # the heavier come first
    before = np.cumsum(np.bincount(level, minlength=len(names) * levels).reshape(-1, levels), axis=1)
    near = np.flatnonzero(before.ravel()[level] < size + _count(level, len(names) * levels)[level])
    order = near[np.lexsort((bounds.volume[near], -bounds.whole[near], level[near]))]
    return order[rank_of(slot[order]) < size]


def _count(names: Numbers, many: int) -> Numbers:
    """Return how often each number below some number is there."""
    return np.bincount(names, minlength=many)


def _rows(sown: Sown, met: Met) -> Rows:
    """Return what was met for each owner of each key, in clusters that could be places."""
    rows = volumes_of(sown, met)
    volume, at = met.volume[rows.hit], met.at[rows.hit]
    apart = np.ones(len(rows.hit), bool)
    apart[1:] = (rows.text[1:] != rows.text[:-1]) | (volume[1:] != volume[:-1]) | (at[1:] - at[:-1] > NEAR)
    lone = apart & np.append(apart[1:], True) & (rows.weight == 1) & (sown.most[rows.text] > LONG + 1)
    return rows.take(~lone, np.append(np.flatnonzero(apart[~lone]), np.count_nonzero(~lone)))


def volumes_of(sown: Sown, met: Met) -> Rows:
    """Return what was met for each owner of each key, all in one volume as one cluster."""
    first = np.concatenate([sown.long.first[:-1], len(sown.long.text) + sown.short.first])
    here = np.concatenate([sown.long.here, sown.short.here])
    text = np.concatenate([sown.long.text, sown.short.text])
    hit, row = ranges(first[met.key], first[met.key + 1])
    if len(sown.lengths) > 1:
        order = np.argsort(text[row], kind="stable")
        hit, row = hit[order], row[order]
    owner, volume = text[row], met.volume[hit]
    apart = np.ones(len(hit), bool)
    apart[1:] = (owner[1:] != owner[:-1]) | (volume[1:] != volume[:-1])
    weight = np.where(met.key[hit] < len(sown.long.keys), LONG, 1)
    return Rows(hit, owner, here[row], weight, np.append(np.flatnonzero(apart), len(hit)))


def that_matter(sown: Sown, bounds: Bounds, seen: Places) -> Chosen:
    """Tell which clusters could yet be kept for a slot, beside the places seen."""
    order = np.lexsort((seen.document, -seen.whole, -seen.met, seen.slot, seen.text))
    seen = seen.take(order)
    name = (seen.text << 32) | seen.slot
    rank = rank_of(name)
    best, last = rank == 0, rank == top_of(sown, seen.text) - 1
    floor = _told(name[best], seen.met[best], bounds.slot)
    met, whole = _told(name[last], seen.met[last], bounds.slot), _told(name[last], seen.whole[last], bounds.slot)
    document = _told(name[last], seen.document[last] >> PARTS, bounds.slot)
    level = (bounds.whole > whole) | ((bounds.whole == whole) & (bounds.volume <= document))
    before = (bounds.met > met) | ((bounds.met == met) & level)
    matter: Chosen = before & (bounds.met * FAINT > floor)
    return matter


def _told(names: Numbers, told: Numbers, asked: Numbers) -> Numbers:
    """Return what is told of each name asked for; 0 for others; names are sorted, each there once."""
    if not len(names):
        return np.zeros(len(asked), np.int64)
    spot = np.minimum(np.searchsorted(names, asked), len(names) - 1)
    return np.where(names[spot] == asked, told[spot], 0)


def _weighed_rows(sown: Sown, met: Met, rows: Rows, texts: Texts) -> Places:
    """Return the places of some clusters, from the seeds that stand in the texts; documents are told as stretches."""
    hits = np.unique(rows.hit)
    stands, stretch = _checked(sown, met, hits, texts)
    names, number = np.unique(stretch, return_inverse=True)
    spot = np.searchsorted(hits, rows.hit)
    rows, spot = rows.take(stands[spot], rows.edges[:0]), spot[stands[spot]]
    there = number[spot] * FAR + FAR // 2 + met.at[rows.hit]
    order = np.lexsort((-rows.weight, rows.here, there, rows.text))
    text, here, there, weight = rows.text[order], rows.here[order], there[order], rows.weight[order]
    apart = np.ones(len(text), bool)
    apart[1:] = (text[1:] != text[:-1]) | (there[1:] - there[:-1] > NEAR)
    found = weighed(sown, np.cumsum(apart) - 1, text, here, there, weight, 0)
    group = found.start // FAR
    base = group * FAR + FAR // 2
    return replace(found, document=names[group], start=np.maximum(0, found.start - base), end=found.end - base)


def _checked(sown: Sown, met: Met, hits: Numbers, texts: Texts) -> tuple[Chosen, Numbers]:
    """Tell of each hit whether its seed stands there and counts, and in which stretch: volume times 2^20 plus its part."""
    stands = _is_seed(sown, met, hits, texts)
    volume = met.volume[hits]
    stretch = (volume << PARTS) + texts.stretches(volume, met.at[hits])
    number = np.unique(volume)
    first, last = np.searchsorted(met.volume, number), np.searchsorted(met.volume, number, "right")
    for begin, end in zip(first[last - first > COMMON].tolist(), last[last - first > COMMON].tolist(), strict=True):
        mine = slice(*np.searchsorted(hits, [begin, end]).tolist())
        stands[mine] &= _is_counted(sown, met, hits[mine], range(begin, end), texts)
    return stands, stretch


def _is_counted(sown: Sown, met: Met, hits: Numbers, volume: range, texts: Texts) -> Chosen:
    """Tell which hits in one volume are not the same seed for too many a time in its stretch; `volume` are all its hits."""
    keys = met.key[volume.start : volume.stop]
    crowded = np.bincount(keys, minlength=len(sown.long.keys) + len(sown.short.keys)) > COMMON
    doubtful = np.unique(met.key[hits][crowded[met.key[hits]]])
    counted = np.ones(len(hits), bool)
    if len(doubtful):
        every = np.arange(volume.start, volume.stop)[np.isin(keys, doubtful)]
        every = every[_is_seed(sown, met, every, texts)]
        stretch = texts.stretches(met.volume[every], met.at[every])
        counted = ~crowded[met.key[hits]] | np.isin(hits, every[nth_of((stretch << 32) | met.key[every]) < COMMON])
    return counted


def _is_seed(sown: Sown, met: Met, hits: Numbers, texts: Texts) -> Chosen:
    """Tell which hits are on their texts what the index says."""
    keys = np.concatenate([sown.long.keys, sown.short.keys])[met.key[hits]]
    seeds = texts.seeds(met.volume[hits], met.at[hits])
    same: Chosen = np.where(met.key[hits] < len(sown.long.keys), seeds, seeds >> CUT_SHORT) == keys
    return same
