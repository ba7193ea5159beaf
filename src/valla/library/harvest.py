"""The likeliest places of the whole library: what all stretches tell, brought together and thinned.

See `valla.library.places` for how places are found and weighed in one stretch.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from valla.library.places import FAINT, NEAR, PLACES, Chosen, Places, Range, joined, rank_of, top_of
from valla.library.seeds import LONG, Numbers, Sown
from valla.model.anchors import DocumentId

LONE = 2
"""Places kept for each slot in the whole library where none has more than one seed, so that most are accidents."""

MOST_ROWS = 2_000_000
"""Rows from which the places brought together are thinned."""


@dataclass(frozen=True, slots=True)
class Likely:
    """One text sown, and the documents in which it is likeliest to stand, the best first, with the ranges worth a look."""

    text: int
    documents: tuple[tuple[int, tuple[Range, ...]], ...]


class Harvest:
    """The places of a whole library, brought together stretch by stretch and thinned in between."""

    def __init__(self, sown: Sown, documents: Sequence[DocumentId]) -> None:
        """Take what was sown, and the names of the documents by their numbers, which are sorted."""
        self._sown = sown
        self._documents = len(documents)
        homes = ((text, name, bisect_left(documents, name)) for text, names in enumerate(sown.homes) for name in names)
        pairs = [
            text * len(documents) + number
            for text, name, number in homes
            if number < len(documents) and documents[number] == name
        ]
        self._homes = np.array(pairs, np.int64)
        self._waiting: list[Places] = []
        self._rows = 0

    def add(self, places: Places) -> None:
        """Add the places of a stretch."""
        self._waiting.append(places)
        self._rows += len(places.text)
        if self._rows > MOST_ROWS:
            self._waiting = [self._kept()]
            self._rows = 0

    def likeliest(self) -> list[Likely]:
        """Return where each text sown is likeliest to stand in the whole library; texts met nowhere are left out."""
        rows = self._kept()
        return _likely(rows, self._at_home(rows))

    def _kept(self) -> Places:
        """Keep of each slot the best places of the library, and the best of each document in which it is expected."""
        rows = joined(self._waiting)
        rows = rows.take(
            np.lexsort((rows.end, rows.start, rows.document, -rows.whole, -rows.met, rows.slot, rows.text))
        )
        home = self._at_home(rows)
        rank = rank_of(rows.text, rows.slot)
        best = rows.met[np.arange(len(rank)) - rank]
        most = np.where((best > LONG) | self._sown.garbled[rows.text], top_of(self._sown, rows.text), LONE)
        return rows.take(((rank < most) & (rows.met * FAINT > best)) | (_rank_at_home(rows, home) < PLACES))

    def _at_home(self, rows: Places) -> Chosen:
        """Tell of each row whether it is in a document in which the text is expected."""
        return np.isin(rows.text * self._documents + rows.document, self._homes)


def _rank_at_home(rows: Places, home: Chosen) -> Numbers:
    """Return of each row at home its rank in its slot and document, of the others none that is ever kept."""
    chosen = np.flatnonzero(home)
    part = rows.take(chosen)
    order = np.lexsort((part.end, part.start, -part.whole, -part.met, part.document, part.slot, part.text))
    part = part.take(order)
    ranks = np.full(len(home), PLACES, np.int64)
    ranks[chosen[order]] = rank_of(part.text, part.slot, part.document)
    return ranks


def _likely(rows: Places, home: Chosen) -> list[Likely]:
    """Gather the rows by text and document; home comes first, then the document with the best place."""
    order = np.lexsort((rows.start, rows.document, rows.text))
    rows, home = rows.take(order), home[order]
    found: list[Likely] = []
    text = document = -1
    begun: list[tuple[bool, int, int, list[Range]]] = []
    columns = (rows.text, rows.document, home, rows.whole, rows.start, rows.end)
    for here, number, at_home, whole, start, end in zip(*(column.tolist() for column in columns), strict=True):
        if here != text:
            _close(found, text, begun)
            begun, document = [], -1
        if number != document:
            begun.append((not at_home, -whole, number, []))
        text, document = here, number
        rank = begun[-1]
        begun[-1] = (rank[0], min(rank[1], -whole), number, rank[3])
        _add(rank[3], Range(start, end))
    _close(found, text, begun)
    return found


def _close(found: list[Likely], text: int, begun: list[tuple[bool, int, int, list[Range]]]) -> None:
    """Put the documents of one text in order."""
    if begun:
        documents = tuple((number, tuple(ranges)) for _, _, number, ranges in sorted(begun))
        found.append(Likely(text, documents))


def _add(ranges: list[Range], new: Range) -> None:
    """Add a range behind others; those that meet are made one."""
    if ranges and new.start <= ranges[-1].end + NEAR // 2:
        ranges[-1] = Range(ranges[-1].start, max(ranges[-1].end, new.end))
    else:
        ranges.append(new)
