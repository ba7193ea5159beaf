"""From seeds met to places worth a look: gathered, weighed, and only the likeliest kept.

A text is cut into stretches (`valla.library.letters.cuts_of`); places are gathered in each by itself, so that they can
be gathered on many cores. Of each quotation the likeliest places are kept slot by slot, so that each fragment of a
splice keeps its own: a few in every stretch, then a few of the whole library, and a few in each work in which the
quotation should stand. Each choice has a total order, so it makes no difference who gathered what, or when.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from valla.library.letters import Bytes, Seeds, Whole
from valla.library.seeds import LONG, SLOT, Bed, Numbers, Sown
from valla.library.swift import CUT_SHORT

NEAR = 400
"""Bytes between two seeds met beyond which they belong to two places."""

COMMON = 64
"""Places of one seed that are looked at in one stretch."""

PLACES = 3
"""Places kept for each slot in one stretch, and in each work in which the quotation should stand."""

TOP = 6
"""Places kept for each slot in the whole library; few passages stand in more than one work."""

DOUBTED = 16
"""The same for what looks misread: of few seeds that are left, many places have as many."""

EVERYWHERE = 60
"""The same for what is sought everywhere: where many works have a passage, all are needed to tell which has it from which
(valla.stemma.copies)."""

FAINT = 2
"""A place is left out that has no more than this part of the seeds of the best place of its slot."""

APART = 40
"""Bits for a place in its stretch, on the line on which several stretches are laid."""

STRETCHES = 20
"""Bits for the number of a stretch on that line."""

MAY_HIDE = 1100
"""Bytes beside a place that are read where an omission is marked."""


Chosen = npt.NDArray[np.bool_]


class Range(NamedTuple):
    """A half-open range of bytes of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Places:
    """Places as columns, one row for each place and slot.

    The text sown, the slot, what was met there (in the slot, and in the whole place), the document's number, and the
    bytes worth a look.
    """

    text: Numbers
    slot: Numbers
    met: Numbers
    whole: Numbers
    document: Numbers
    start: Numbers
    end: Numbers

    def take(self, rows: Numbers | Chosen) -> "Places":
        """Return some of the rows."""
        return Places(*(column[rows] for column in self.columns))

    @property
    def columns(self) -> tuple[Numbers, ...]:
        """The columns in their order."""
        return (self.text, self.slot, self.met, self.whole, self.document, self.start, self.end)


class Reaped(NamedTuple):
    """The seeds met in one stretch of a document, in order, and the document's number."""

    seeds: Seeds
    at: Whole
    document: int


class Piece(NamedTuple):
    """Some stretches of one document: the bytes, the byte of the document with which they begin, the cuts, its number.

    The bytes go on behind the last cut, so far that the last seeds are whole.
    """

    data: Bytes
    begin: int
    cuts: Sequence[int]
    document: int


def top_of(sown: Sown, text: Numbers) -> Numbers:
    """Return how many places are kept for each slot of some texts sown."""
    return np.where(sown.everywhere[text], EVERYWHERE, np.where(sown.garbled[text], DOUBTED, TOP))


def gather(sown: Sown, seeds: Seeds, at: Whole, document: int) -> Places:
    """Return the likeliest places in one stretch of a document, from the seeds met there, which are in order."""
    return gather_all(sown, [Reaped(seeds, at, document)])


def gather_all(sown: Sown, stretches: Sequence[Reaped]) -> Places:
    """Return the likeliest places in each of some stretches; all are laid on one line, far apart, and gathered together."""
    if not stretches:
        return joined(())
    sizes = np.array([len(row.seeds) for row in stretches])
    stretch = np.repeat(np.arange(1, len(stretches) + 1), sizes)
    seeds = np.concatenate([row.seeds for row in stretches])
    line = np.concatenate([row.at for row in stretches]) + (stretch << APART)
    hits = [_hits(sown.long, seeds, line, LONG), _hits(sown.short, seeds >> CUT_SHORT, line, 1)]
    text, here, there, weight = (np.concatenate(columns) for columns in zip(*hits, strict=True))
    order = np.lexsort((there, text))
    text, here, there, weight = text[order], here[order], there[order], weight[order]
    place = _places(text, there)
    worth = (np.bincount(place, weight)[place] > 1) | (sown.most[text] <= LONG + 1)
    text, here, there, weight = text[worth], here[worth], there[worth], weight[worth]
    rows = weighed(sown, _places(text, there), text, here, there, weight, 0)
    number = rows.end >> APART
    start, end = np.maximum(0, rows.start - (number << APART)), rows.end - (number << APART)
    kept = kept_in_stretch(replace(rows, document=number, start=start, end=end))
    return replace(kept, document=np.array([0, *(row.document for row in stretches)])[kept.document])


def _places(text: Numbers, there: Numbers) -> Numbers:
    """Return the place to which each hit belongs, numbered in their order; hits are sorted by text and byte."""
    apart = np.ones(len(text), bool)
    apart[1:] = (text[1:] != text[:-1]) | (there[1:] - there[:-1] > NEAR)
    return np.cumsum(apart) - 1


def _hits(bed: Bed, seeds: Seeds, at: Whole, weight: int) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Return the text, the byte in it, the byte in the document and the weight of each seed of a bed that is met."""
    if not len(bed.keys) or not len(seeds):
        none = np.zeros(0, np.int64)
        return none, none, none, none
    spot = np.minimum(np.searchsorted(bed.keys, seeds), len(bed.keys) - 1)
    met = np.flatnonzero(bed.keys[spot] == seeds)
    met = met[nth_of((spot[met] << STRETCHES) | (at[met] >> APART)) < COMMON]
    spot, there = spot[met], at[met]
    owners = bed.first[spot + 1] - bed.first[spot]
    nth = np.arange(int(owners.sum())) - np.repeat(np.cumsum(owners) - owners, owners)
    row = np.repeat(bed.first[spot], owners) + nth
    return bed.text[row], bed.here[row], np.repeat(there, owners), np.full(len(row), weight, np.int64)


def nth_of(keys: Numbers) -> Numbers:
    """Return of each key how many equal ones stand before it."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    fresh = np.ones(len(keys), bool)
    fresh[1:] = ordered[1:] != ordered[:-1]
    first = np.maximum.accumulate(np.where(fresh, np.arange(len(keys)), 0))
    nth = np.empty(len(keys), np.int64)
    nth[order] = np.arange(len(keys)) - first
    return nth


def weighed(
    sown: Sown, place: Numbers, text: Numbers, here: Numbers, there: Numbers, weight: Numbers, document: int
) -> Places:
    """Return the places with what was met in each of their slots; a seed counts once in a place, and as the longer one."""
    start, end = _widened(sown, place, text, here, there)
    order = np.lexsort((-weight, here, place))
    place, here, text, weight = place[order], here[order], text[order], weight[order]
    once = np.ones(len(place), bool)
    once[1:] = (place[1:] != place[:-1]) | (here[1:] != here[:-1])
    place, here, text, weight = place[once], here[once], text[once], weight[once]
    whole = np.bincount(place, weight, minlength=len(start)).astype(np.int64)
    slot = here // SLOT
    fresh = np.ones(len(place), bool)
    fresh[1:] = (place[1:] != place[:-1]) | (slot[1:] != slot[:-1])
    met = np.bincount(np.cumsum(fresh) - 1, weight).astype(np.int64)
    place, text, slot = place[fresh], text[fresh], slot[fresh]
    rows = Places(text, slot, met, whole[place], np.full(len(place), document, np.int64), start[place], end[place])
    return rows.take((rows.whole > 1) | (sown.most[rows.text] <= LONG + 1))


def _widened(sown: Sown, place: Numbers, text: Numbers, here: Numbers, there: Numbers) -> tuple[Numbers, Numbers]:
    """Return where each place begins and ends, so wide that the rest of the quotation fits in; ends may lie outside."""
    count = int(place[-1]) + 1 if len(place) else 0
    start, end = np.full(count, np.iinfo(np.int64).max), np.zeros(count, np.int64)
    length = sown.lengths[text]
    np.minimum.at(start, place, there - here * 5 // 4)
    np.maximum.at(end, place, there + (length - here) * 5 // 4)
    first = np.zeros(count, np.int64)
    first[place[::-1]] = text[::-1]
    slack = 100 + sown.lengths[first] // 6 + np.where(sown.apart[first], MAY_HIDE, 0)
    return np.maximum(0, start - slack), end + slack


def kept_in_stretch(rows: Places) -> Places:
    """Keep the best places of each slot in each stretch; several stretches are told apart by their documents."""
    order = np.lexsort((rows.end, rows.start, -rows.whole, -rows.met, rows.slot, rows.document, rows.text))
    rows = rows.take(order)
    return rows.take(rank_of(rows.text, rows.document, rows.slot) < PLACES)


def rank_of(*keys: Numbers) -> Numbers:
    """Return of each row how many stand before it in its group; rows of a group stand together."""
    count = len(keys[0])
    fresh = np.zeros(count, bool)
    fresh[:1] = True
    for key in keys:
        fresh[1:] |= key[1:] != key[:-1]
    return np.arange(count) - np.maximum.accumulate(np.where(fresh, np.arange(count), 0))


def joined(stretches: Iterable[Places]) -> Places:
    """Return the places of many stretches as one table."""
    none = np.zeros(0, np.int64)
    columns = [[none] for _ in range(7)]
    for stretch in stretches:
        for column, more in zip(columns, stretch.columns, strict=True):
            column.append(more)
    return Places(*(np.concatenate(column) for column in columns))
