"""Stretches are read and gathered by compiled code, which keeps of each slot the best places that it has seen.

Imported only where numba is there.

What a job brings is told as `valla.library.places` tells it, less what cannot be kept in the whole library beside what the
same process has told before. `valla.library.harvest` makes the same of both (tests/library/test_gleaning.py).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np

from valla.library import gleaner, kernel
from valla.library.letters import REACH, Bytes, Whole, alphabet, ascii_numbers
from valla.library.places import MAY_HIDE, PLACES, Piece, Places, top_of
from valla.library.seeds import LONG, SLOT, Bed, Numbers, Sown
from valla.library.swift import wide_edges
from valla.model.anchors import DocumentId

BITS_A_SEED = 8
"""Bits of the filter for each seed: about one other seed in thirty passes."""

CROWDED = 10, 14
"""Seeds to so many spots of the table, at most."""

COLUMNS = 8
"""What is told of a stretch: its bounds, its numbers, who is at home; see `valla.library.gleaner.glean`."""


class Gleaner:
    """Finds the places of what is sown, in one process, job by job."""

    def __init__(self, sown: Sown, documents: Sequence[DocumentId]) -> None:
        """Take what was sown, and the names of the documents by their numbers, which are sorted."""
        self._tables = (_table(sown.long, 0), _table(sown.short, len(sown.long.text)))
        self._beds = beds_of(sown)
        self._pile = _pile(self._beds)
        self._best = _best(sown, self._beds)
        self._home, self._expected = _homes(sown, documents)
        most = kernel.MOST + 1
        self._desk = kernel.Desk(
            np.zeros(most + kernel.SEED, np.uint64), np.zeros(most, np.int64),
            *(np.zeros((most, 2), np.uint64) for _ in range(3)),
        )  # fmt: skip
        self._job = self._stretch = 0

    def glean(self, pieces: Sequence[Piece]) -> Places:
        """Return what some stretches bring."""
        data = pieces[0].data if len(pieces) == 1 else np.concatenate([piece.data for piece in pieces])
        data = data[:]
        data.flags.writeable = False  # all data are of one kind to numba
        bounds = np.array(list(self._bounds(pieces)), np.int64).reshape(-1, COLUMNS)
        self._job += 1
        homes = np.empty((self._rows_at_home(bounds), 6), np.int64)
        used = self._run(data, bounds, homes)
        fresh = np.empty((len(self._best.rows), 6), np.int64)
        told = gleaner.fresh(self._best, self._job, fresh)
        return self._places(np.concatenate([homes[:used], fresh[:told]]))

    def _bounds(self, pieces: Sequence[Piece]) -> Iterator[tuple[int, ...]]:
        """Yield what the compiled code must know of each stretch."""
        offset = 0
        for piece in pieces:
            base, home = offset - piece.begin, self._home[piece.document : piece.document + 2].tolist()
            behind = offset + len(piece.data)
            for first, last in zip(piece.cuts[:-1], piece.cuts[1:], strict=True):
                self._stretch += 1
                stop = min(behind, last + base + REACH)
                yield (first + base, last + base, stop, base, self._stretch, piece.document, *home)
            offset = behind

    def _rows_at_home(self, bounds: Numbers) -> int:
        """Return how many places can be at home in some stretches."""
        slots = np.append(0, np.cumsum(np.diff(self._beds.slots)[self._expected]))
        return PLACES * int((slots[bounds[:, 7]] - slots[bounds[:, 6]]).sum())

    def _run(self, data: Bytes, bounds: Numbers, homes: Numbers) -> int:
        """Read stretches, with a larger alphabet where it is asked for; return how many rows at home there are."""
        size = int((bounds[:, 1] - bounds[:, 0]).max(initial=0)) + kernel.SEED
        hits = kernel.Hits(np.empty(size, np.int64), np.empty(size, np.int64))
        done = used = 0
        while done < len(bounds):
            known = alphabet()
            letters = kernel.Letters(ascii_numbers(), known.count, known.first, known.pool, wide_edges())
            done, used, unknown = gleaner.glean(
                data, bounds, done, letters, self._tables, self._desk, hits, self._beds, self._pile, self._best,
                self._job, self._expected, homes, used,
            )  # fmt: skip
            if unknown >= 0:
                known.learn(unknown)
                bounds[done:, 4] += len(bounds)  # what was counted in the stretch is void
                self._stretch += len(bounds)
        return used

    def _places(self, rows: Numbers) -> Places:
        """Return rows of slot, met, whole, document, start, end as places."""
        slot = rows[:, 0]
        text = np.searchsorted(self._beds.slots, slot, "right") - 1
        return Places(text, slot - self._beds.slots[text], *(rows[:, column].copy() for column in range(1, 6)))


def compile_gleaner(sown: Sown) -> None:
    """Have compiled what a gleaner needs, or taken from numba's cache on disk, before other processes inherit it."""
    Gleaner(sown, [DocumentId("")]).glean([Piece(np.zeros(1, np.uint8), 0, (0, 1), 0)])


def _table(bed: Bed, first: int) -> kernel.Table:
    """Return the seeds of a bed as a table, with the rows of their owners counted from `first` on."""
    words = max(3, (len(bed.keys) * BITS_A_SEED // 64).bit_length())
    spots = max(3, (len(bed.keys) * CROWDED[1] // CROWDED[0]).bit_length())
    empty = np.full((1 << spots, 2), kernel.NOTHING, np.uint64)
    table = kernel.Table(np.zeros(1 << words, np.uint64), np.uint64(64 - words), empty, np.uint64(64 - spots))
    owners = ((bed.first[:-1] + first) << kernel.MANY) | np.diff(bed.first)
    kernel.enter(bed.keys, owners.astype(np.uint64), table)
    return table


def beds_of(sown: Sown) -> gleaner.Beds:
    """Return what was sown as the compiled code takes it."""
    both: tuple[Bed, Bed] = (sown.long, sown.short)
    text, here = (np.concatenate([getattr(bed, name) for bed in both]) for name in ("text", "here"))
    slots = np.append(0, np.cumsum(sown.lengths // SLOT + 1))
    _, site = np.unique((text << 32) | here, return_inverse=True)
    weight = np.repeat(np.array([LONG, 1]), [len(bed.text) for bed in both])
    rows = np.zeros((len(text), 8), np.int32)
    for column, values in enumerate((text, here, weight, slots[text] + here // SLOT, site)):
        rows[:, column] = values
    return gleaner.Beds(
        rows=rows,
        slots=slots,
        lengths=sown.lengths,
        slack=100 + sown.lengths // 6 + np.where(sown.apart, MAY_HIDE, 0),
        lone=sown.most <= LONG + 1,
    )


def _pile(beds: gleaner.Beds) -> gleaner.Pile:
    """Return room for the places of one stretch."""
    texts, slots, sites = len(beds.lengths), int(beds.slots[-1]), len(beds.rows)
    return gleaner.Pile(
        last=np.full(texts, -1, np.int32),
        begun=np.zeros((texts, 2), np.int32),
        place=np.zeros((sites, 2), np.int64),
        met=np.zeros((slots, 2), np.int64),
        touched=np.zeros(slots, np.int64),
        count=np.zeros(slots, np.int32),
        rows=np.zeros((slots * PLACES, 6), np.int64),
        clock=np.zeros(1, np.int64),
        home=np.zeros(texts, np.int64),
    )


def _best(sown: Sown, beds: gleaner.Beds) -> gleaner.Best:
    """Return room for the best places of each slot."""
    most = np.repeat(top_of(sown, np.arange(len(sown.lengths))), np.diff(beds.slots))
    first = np.append(0, np.cumsum(most))
    return gleaner.Best(
        first=first,
        count=np.zeros(len(most), np.int32),
        rows=np.zeros((int(first[-1]), 6), np.int64),
        floor=np.tile(np.array([0, -1], np.int32), (len(most), 1)),
    )


def _homes(sown: Sown, documents: Sequence[DocumentId]) -> tuple[Whole, Whole]:
    """Return the texts expected in each document: those of number n are rows[first[n]:first[n + 1]]."""
    pairs = sorted(
        (number, text)
        for text, names in enumerate(sown.homes)
        for name in names
        if (number := bisect_left(documents, name)) < len(documents) and documents[number] == name
    )
    rows = np.array(pairs, np.int64).reshape(-1, 2)
    return np.searchsorted(rows[:, 0], np.arange(len(documents) + 1)), rows[:, 1].copy()
