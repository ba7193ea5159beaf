"""From the entries of an index to the likely places, without reading more of the library than could matter.

Of what an index tells only the seeds are known, not yet that they stand in the text. So each cluster of hits is given
the most that it could weigh. The heaviest are checked on their texts and weighed as `valla.library.places` weighs them;
then the others are dropped that could not be kept beside these, and so on until none is left. What is dropped is what
the choice of the whole library would drop, so the answers are those of reading everything.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from valla.library.letters import Seeds, Whole
from valla.library.places import (
    COMMON,
    FAINT,
    NEAR,
    SLOT,
    TOP,
    Chosen,
    Places,
    joined,
    kept_in_stretch,
    nth_of,
    rank_of,
    weighed,
)
from valla.library.seeds import LONG, Numbers, Sown
from valla.library.swift import CUT_SHORT

FIRST = 8
"""Clusters of a text that are checked first; in each round after that, four times as many."""

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
    """The same for each quotation that owns the key: the hit, the text sown, the byte in it, its weight, its cluster.

    Clusters are numbered in the order of text, volume and place.
    """

    hit: Numbers
    text: Numbers
    here: Numbers
    weight: Numbers
    cluster: Numbers

    def take(self, chosen: Chosen) -> "Rows":
        """Return some of the rows."""
        return Rows(self.hit[chosen], self.text[chosen], self.here[chosen], self.weight[chosen], self.cluster[chosen])


@dataclass(frozen=True, slots=True)
class Texts:
    """How the texts of the library are asked: the seeds at some bytes of a volume, and the stretches of these bytes."""

    seeds: Callable[[int, Whole], Seeds]
    stretches: Callable[[int, Whole], Whole]


def likely_places(sown: Sown, met: Met, texts: Texts, homes: Numbers) -> Places:
    """Return the places that may be among the likeliest of the library.

    `homes` are the volumes in which a text is expected, each told as text times 2^32 plus volume: there all is weighed.
    """
    rows = _rows(sown, met)
    seen = joined(())
    first = np.flatnonzero(np.diff(rows.cluster, prepend=-1))
    text, volume = rows.text[first], met.volume[rows.hit[first]]
    most = np.bincount(rows.cluster, rows.weight).astype(np.int64)
    waiting = (most > 1) | (sown.most[text] <= LONG + 1)
    order = np.lexsort((volume, -most, text))
    chosen, size = waiting & np.isin((text << 32) | volume, homes), FIRST
    while waiting.any():
        left = order[waiting[order]]
        chosen[left[rank_of(text[left]) < size]] = True
        seen = kept_in_stretch(joined([seen, _weighed_rows(sown, met, rows.take(chosen[rows.cluster]), texts)]))
        waiting &= ~chosen
        waiting &= _may_matter(rows, volume, most, seen)
        chosen, size = np.zeros(len(first), bool), size * 4
    return replace(seen, document=seen.document >> PARTS)


def _rows(sown: Sown, met: Met) -> Rows:
    """Return what was met for each owner of each key, in clusters."""
    first = np.concatenate([sown.long.first[:-1], len(sown.long.text) + sown.short.first])
    here = np.concatenate([sown.long.here, sown.short.here])
    text = np.concatenate([sown.long.text, sown.short.text])
    weight = np.where(met.key < len(sown.long.keys), LONG, 1)
    owners = first[met.key + 1] - first[met.key]
    hit = np.repeat(np.arange(len(met.key)), owners)
    row = np.repeat(first[met.key] - (np.cumsum(owners) - owners), owners) + np.arange(len(hit))
    if len(sown.lengths) > 1:
        order = np.argsort(text[row], kind="stable")
        hit, row = hit[order], row[order]
    owner, volume, at = text[row], met.volume[hit], met.at[hit]
    apart = np.ones(len(hit), bool)
    apart[1:] = (owner[1:] != owner[:-1]) | (volume[1:] != volume[:-1]) | (at[1:] - at[:-1] > NEAR)
    return Rows(hit, owner, here[row], weight[hit], np.cumsum(apart) - 1)


def _may_matter(rows: Rows, volume: Whole, most: Numbers, seen: Places) -> Chosen:
    """Tell which clusters could yet be kept for one of their slots, beside the places seen."""
    order = np.lexsort((seen.document, -seen.whole, -seen.met, seen.slot, seen.text))
    seen = seen.take(order)
    name, slot = (seen.text << 32) | seen.slot, (rows.text << 32) | (rows.here // SLOT)
    rank = rank_of(name)
    best, last = rank == 0, rank == TOP - 1
    could = most[rows.cluster]
    floor = _told(name[best], seen.met[best], slot, 0)
    met = _told(name[last], seen.met[last], slot, 0)
    whole = _told(name[last], seen.whole[last], slot, 0)
    document = _told(name[last], seen.document[last] >> PARTS, slot, np.iinfo(np.int64).max)
    before = (could > met) | ((could == met) & (whole <= met) & (volume[rows.cluster] <= document))
    return np.bincount(rows.cluster, before & (could * FAINT > floor), minlength=len(most)) > 0


def _told(names: Numbers, told: Numbers, asked: Numbers, otherwise: int) -> Numbers:
    """Return what is told of each name asked for; names are sorted, each there once."""
    if not len(names):
        return np.full(len(asked), otherwise, np.int64)
    spot = np.minimum(np.searchsorted(names, asked), len(names) - 1)
    return np.where(names[spot] == asked, told[spot], otherwise)


def _weighed_rows(sown: Sown, met: Met, rows: Rows, texts: Texts) -> Places:
    """Return the places of some clusters, from the seeds that stand in the texts; documents are told as stretches."""
    hits = np.unique(rows.hit)
    stands, stretch = _checked(sown, met, hits, texts)
    names, number = np.unique(stretch, return_inverse=True)
    spot = np.searchsorted(hits, rows.hit)
    rows, spot = rows.take(stands[spot]), spot[stands[spot]]
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
    stands, stretch = np.zeros(len(hits), bool), np.zeros(len(hits), np.int64)
    volume = met.volume[hits]
    edges = [*np.flatnonzero(np.diff(volume, prepend=-1)).tolist(), len(hits)]
    for first, last in pairwise(edges):
        number, mine = int(volume[first]), hits[first:last]
        stretch[first:last] = (number << PARTS) + texts.stretches(number, met.at[mine])
        stands[first:last] = _standing(sown, met, mine, number, texts)
    return stands, stretch


def _standing(sown: Sown, met: Met, hits: Numbers, number: int, texts: Texts) -> Chosen:
    """Tell which hits in one volume are the seed itself, and not the same seed for too many a time in its stretch."""
    first, last = np.searchsorted(met.volume, [number, number + 1])
    if last - first <= COMMON or np.bincount(met.key[first:last]).max() <= COMMON:
        return _is_seed(sown, met, hits, number, texts)
    every = np.arange(first, last)
    every = every[np.isin(met.key[every], met.key[hits])]
    every = every[_is_seed(sown, met, every, number, texts)]
    stretch = texts.stretches(number, met.at[every])
    counted = every[nth_of((stretch << 32) | met.key[every]) < COMMON]
    return np.isin(hits, counted)


def _is_seed(sown: Sown, met: Met, hits: Numbers, number: int, texts: Texts) -> Chosen:
    """Tell which hits are on their texts what the index says."""
    keys = np.concatenate([sown.long.keys, sown.short.keys])[met.key[hits]]
    seeds = texts.seeds(number, met.at[hits])
    same: Chosen = np.where(met.key[hits] < len(sown.long.keys), seeds, seeds >> CUT_SHORT) == keys
    return same
