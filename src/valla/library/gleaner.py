"""From what is met to the places worth a look, once more, compiled: see `valla.library.places` for what a place is.

Imported only where numba is there. A stretch is gathered without sorting: what is met comes in the order of the text, and
is hung behind the quotation that it belongs to. Of each slot the best places seen so far are kept from one stretch to
the next, so that nearly all places are dropped as soon as they are known; what is left is brought together in
`valla.library.harvest`, as what the arrays tell is, and is the same.
"""

from typing import Any, NamedTuple

import numba
import numpy as np

from valla.library.kernel import MANY, Desk, Hits, Letters, Table, meet
from valla.library.places import COMMON, FAINT, NEAR, PLACES

NOWHERE = np.int64(-1)
FAR = np.int64(1 << 62)


class Beds(NamedTuple):
    """What is sown, a row for each owner of each seed; the columns are TEXT to SITE and those of `valla.library.kernel`.

    Slots are numbered through all texts; those of text t are slots[t]:slots[t + 1].
    Rows of the same byte of the same text have one site, where a seed counts once.
    """

    rows: Any
    slots: Any
    lengths: Any
    slack: Any
    lone: Any  # whether one short seed alone is worth a look


TEXT, HERE, WEIGHT, SLOT, SITE = range(5)


class Best(NamedTuple):
    """The best places of each slot, best first: rows first[s] and behind, `count[s]` of them; columns met to job.

    The columns are what was met in the slot, in the place, the document, its range, and the job that brought it.
    """

    first: Any
    count: Any
    rows: Any
    floor: Any  # of each slot the weight of which a place of one seed is kept at least, and the last document with less


class Pile(NamedTuple):
    """What is being piled up in one stretch: a chain of hits for each text, weights of one place, places of one text."""

    last: Any  # of each text the last hit in its chain
    begun: Any  # the texts that have one, and the first hit of each
    place: Any  # of each site the place in which it was counted last, and with which weight
    met: Any  # of each slot the same place, and what was met in it
    touched: Any  # the slots of one place
    count: Any  # of each slot how many places of the stretch are kept
    rows: Any  # and these: met, whole, start, end
    clock: Any  # places so far
    home: Any  # of each text the last stretch of a document in which it is expected


@numba.njit(cache=True, nogil=True)
def chain(beds: Beds, hits: Hits, found: int, pile: Pile, links: Any) -> int:
    """Hang each owner of each hit behind its text, as row, byte and next; return how many texts have hits."""
    new = texts = np.int64(0)
    for hit in range(found):
        first = hits.owners[hit] >> MANY
        for row in range(first, first + (hits.owners[hit] & ((1 << MANY) - 1))):
            text = beds.rows[row, TEXT]
            links[new, 0], links[new, 1], links[new, 2] = row, hits.at[hit], NOWHERE
            if pile.last[text] < 0:
                pile.begun[texts, 0], pile.begun[texts, 1] = text, new
                texts += 1
            else:
                links[pile.last[text], 2] = new
            pile.last[text] = new
            new += 1
    return texts


@numba.njit(cache=True, nogil=True)
def owners(hits: Hits, found: int) -> int:
    """Return how many rows own the hits."""
    many = np.int64(0)
    for hit in range(found):
        many += hits.owners[hit] & ((1 << MANY) - 1)
    return many


@numba.njit(cache=True, nogil=True)
def weigh(beds: Beds, text: int, link: int, links: Any, pile: Pile) -> tuple[int, int, int, int, int]:
    """Weigh the place that begins with a hit; return the hit behind it, its weight, its slots, where it begins and ends."""
    pile.clock[0] += 1
    now = pile.clock[0]
    whole, slots, start, end = np.int64(0), np.int64(0), FAR, np.int64(0)
    before = links[link, 1]
    while link >= 0 and links[link, 1] - before <= NEAR:
        row, before = links[link, 0], links[link, 1]
        here, weight, slot, site = (
            beds.rows[row, HERE],
            beds.rows[row, WEIGHT],
            beds.rows[row, SLOT],
            beds.rows[row, SITE],
        )
        start = min(start, before - here * 5 // 4)
        end = max(end, before + (beds.lengths[text] - here) * 5 // 4)
        known = pile.place[site, 1] if pile.place[site, 0] == now else 0
        if weight > known:
            pile.place[site, 0], pile.place[site, 1] = now, weight
            whole += weight - known
            if pile.met[slot, 0] != now:
                pile.met[slot, 0], pile.met[slot, 1] = now, 0
                pile.touched[slots] = slot
                slots += 1
            pile.met[slot, 1] += weight - known
        link = links[link, 2]
    return link, whole, slots, max(0, start - beds.slack[text]), end + beds.slack[text]


@numba.njit(cache=True, nogil=True)
def is_before(rows: Any, at: int, met: int, whole: int, document: int, start: int, end: int) -> bool:
    """Tell whether a place comes before that in a row: the heavier, then the earlier one."""
    if rows[at, 0] != met:
        return bool(met > rows[at, 0])
    if rows[at, 1] != whole:
        return bool(whole > rows[at, 1])
    if rows[at, 2] != document:
        return bool(document < rows[at, 2])
    return bool(start < rows[at, 3] or (start == rows[at, 3] and end < rows[at, 4]))


@numba.njit(cache=True, nogil=True)
def insert(
    rows: Any, first: int, count: int, most: int, met: int, whole: int, document: int, start: int, end: int, job: int
) -> int:
    """Put a place among so many sorted ones, at most `most`; return how many there are now."""
    at = first + count
    if count == most and not is_before(rows, at - 1, met, whole, document, start, end):
        return count
    at -= np.int64(count == most)
    while at > first and is_before(rows, at - 1, met, whole, document, start, end):
        for column in range(6):
            rows[at, column] = rows[at - 1, column]
        at -= 1
    rows[at, 0], rows[at, 1], rows[at, 2], rows[at, 3], rows[at, 4], rows[at, 5] = met, whole, document, start, end, job
    return min(most, count + 1)


@numba.njit(cache=True, nogil=True)
def is_hopeless(best: Best, slot: int, met: int, whole: int, document: int) -> bool:
    """Tell whether a place cannot be among the best of its slot, wherever it begins."""
    first, count = best.first[slot], best.count[slot]
    if count and met * FAINT <= best.rows[first, 0]:
        return True
    last = best.first[slot + 1] - 1
    return bool(first + count > last and not is_before(best.rows, last, met, whole, document, 0, 0))


@numba.njit(cache=True, nogil=True)
def take(best: Best, slot: int, met: int, whole: int, document: int, start: int, end: int, job: int) -> None:
    """Keep a place among the best of its slot."""
    first, most = best.first[slot], best.first[slot + 1] - best.first[slot]
    count = insert(best.rows, first, best.count[slot], most, met, whole, document, start, end, job)
    best.count[slot] = count
    best.floor[slot, 0] = best.rows[first, 0] // FAINT + 1
    if count == most:
        best.floor[slot, 0] = max(best.floor[slot, 0], best.rows[first + count - 1, 0] + 1)
        best.floor[slot, 1] = best.rows[first + count - 1, 2]


@numba.njit(cache=True, nogil=True)
def gather(  # noqa: C901  (one loop: calls inside it would cost what it is for)
    beds: Beds, hits: Hits, found: int, pile: Pile, best: Best, job: int, bounds: Any, homes: Any, used: int
) -> int:
    """Gather the places of a stretch; write those of texts at home behind the used rows of `homes`, return their number."""
    links = np.empty((owners(hits, found), 3), np.int64)
    stretch, document, has_home = bounds[4], bounds[5], bounds[6] < bounds[7]
    for nth in range(chain(beds, hits, found, pile, links)):
        text, link = np.int64(pile.begun[nth, 0]), np.int64(pile.begun[nth, 1])
        pile.last[text] = NOWHERE
        at_home = has_home and pile.home[text] == stretch
        if links[link, 2] < 0 and not at_home:  # most are met by one seed alone
            weight, slot = beds.rows[links[link, 0], WEIGHT], beds.rows[links[link, 0], SLOT]
            floor = best.floor[slot, 0]
            faint = weight < floor and (weight < floor - 1 or document > best.floor[slot, 1])
            if faint or (weight <= 1 and not beds.lone[text]):
                continue
        while link >= 0:
            link, whole, slots, start, end = weigh(beds, text, link, links, pile)
            if whole <= 1 and not beds.lone[text]:
                continue
            for spot in range(slots):
                slot = pile.touched[spot]
                pile.count[slot] = insert(
                    pile.rows,
                    slot * PLACES,
                    pile.count[slot],
                    PLACES,
                    pile.met[slot, 1],
                    whole,
                    document,
                    start,
                    end,
                    0,
                )
        for slot in range(beds.slots[text], beds.slots[text + 1]):
            for at in range(slot * PLACES, slot * PLACES + pile.count[slot]):
                met, whole, start, end = pile.rows[at, 0], pile.rows[at, 1], pile.rows[at, 3], pile.rows[at, 4]
                if at_home:
                    homes[used, 0], homes[used, 1], homes[used, 2], homes[used, 3] = slot, met, whole, document
                    homes[used, 4], homes[used, 5] = start, end
                    used += 1
                if not is_hopeless(best, slot, met, whole, document):
                    take(best, slot, met, whole, document, start, end, NOWHERE if at_home else job)
            pile.count[slot] = 0
    return used


@numba.njit(cache=True, nogil=True)
def glean(
    data: Any, bounds: Any, done: int, letters: Letters, tables: tuple[Table, Table], desk: Desk, hits: Hits,
    beds: Beds, pile: Pile, best: Best, job: int, expected: Any, homes: Any, used: int,
) -> tuple[int, int, int]:  # fmt: skip
    """Read stretches and keep the best places; return how many are done, how many rows at home, and an unknown code point.

    `bounds` has the columns of `meet`, the number of the document, and which rows of `expected` are texts at home in it.
    """
    for nth in range(done, len(bounds)):
        found, unknown = meet(data, bounds[nth], COMMON, letters, tables, desk, hits, beds.rows)
        if unknown >= 0:
            return nth, used, unknown
        for row in range(bounds[nth, 6], bounds[nth, 7]):
            pile.home[expected[row]] = bounds[nth, 4]
        if found:
            used = gather(beds, hits, found, pile, best, job, bounds[nth], homes, used)
    return len(bounds), used, -1


@numba.njit(cache=True, nogil=True)
def fresh(best: Best, job: int, rows: Any) -> int:
    """Write the places that a job brought and that are still among the best: the slot, then the row; return their number."""
    used = 0
    for slot in range(len(best.count)):
        for at in range(best.first[slot], best.first[slot] + best.count[slot]):
            if best.rows[at, 5] == job:
                rows[used, 0] = slot
                for column in range(5):
                    rows[used, column + 1] = best.rows[at, column]
                used += 1
    return used
