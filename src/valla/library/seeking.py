"""One quotation after another is looked up by compiled code: for who asks often.

Imported only where numba is there. What an index tells, what the texts say of it, and which places are likeliest is as
`valla.library.sparing` and `valla.library.harvest` tell it.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Protocol

import numpy as np

from valla.library import chooser, finder, kernel, seeker
from valla.library.harvest import Likely
from valla.library.letters import Seeds, Whole, alphabet, ascii_numbers
from valla.library.places import EVERYWHERE, MAY_HIDE, TOP, Places, Range
from valla.library.reading import Reading
from valla.library.seeds import LONG, OWNERS, SLOT
from valla.library.segments import Segment
from valla.library.swift import wide_edges
from valla.library.usage import FEWEST, OFTEN, Usage, allowed
from valla.model.traces import Probe
from valla.text.omissions import omissions_in

LONGEST = 10_000
"""Bytes of a text that is looked up by compiled code; with longer ones arrays are as quick."""

ROOM = 1 << 14
"""Hits for which there is room at first."""

WIDEST = 62
"""Bits of a hit: its volume, byte and seed as one number."""

WHOLE = np.zeros(1, np.int64)
"""The cuts of a text that is one stretch."""


class Indexed(Protocol):
    """A segment, and the volumes whose texts it indexes, those no longer held below zero."""

    @property
    def segment(self) -> Segment:
        """The segment."""
        ...

    @property
    def numbers(self) -> Whole:
        """The volumes."""
        ...


class Seeker:
    """Looks single quotations up in the segments of an index."""

    def __init__(self, parts: Sequence[Indexed], reading: Reading, usage: Usage, volumes: int) -> None:
        """Take what an index has, the texts of so many volumes, and how common seeds are in them."""
        self._parts = [(*_steady(part.segment), part.numbers) for part in parts]
        self._reading, self._volumes = reading, volumes
        self._usage, self._scale = _shut(usage.seeds), float(usage.scale)
        self._eased, self._often = allowed(np.arange(LONGEST)), np.array([1.5 * OFTEN, FEWEST, 1.0])

    def sow(self, probe: Probe) -> seeker.Seedling | None:
        """Return the seeds of a probe; None where it is too long."""
        data = probe.text.encode("utf-8", "replace")
        if len(data) > LONGEST:
            return None
        spans = omissions_in(probe.text)
        edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(probe.text)]
        if len(data) != len(probe.text):
            edges = [len(probe.text[:edge].encode("utf-8", "replace")) for edge in edges]
        row, pieces = np.frombuffer(data, np.uint8), np.array(edges, np.int64).reshape(-1, 2)
        while True:
            *columns, unknown = seeker.sow(row, pieces, _letters(), self._usage, self._scale, self._eased, self._often)
            if unknown < 0:
                break
            alphabet().learn(unknown)
        seeds, weight, site, here = columns
        if _is_crowded(seeds):
            return None
        most = EVERYWHERE if probe.everywhere else TOP
        slack = 100 + len(data) // 6 + (MAY_HIDE if spans else 0)
        shape = np.array([len(data), slack, int(weight.sum()) <= LONG + 1, most, len(data) // SLOT + 1], np.int64)
        return seeker.Seedling(seeds, weight, site, here, shape)

    def look_up(self, seedling: seeker.Seedling, homes: Whole) -> Whole | None:
        """Return the best places of the library as rows; None where too much would have to be told in one number."""
        bits = len(seedling.seeds).bit_length()
        if bits + seeker.BYTE_BITS + self._volumes.bit_length() > WIDEST:
            return None
        lines = self._meet(seedling, bits)
        lines.sort()
        field, picked = finder.survey(lines, bits, seedling, homes, TOP)
        seen, size = np.zeros((0, 6), np.int64), TOP
        while len(picked):
            self._check(picked, bits, field, seedling)
            seen, picked = chooser.turn(picked, bits, field, seedling, seen, homes, size)
            size *= 2
        return seen

    def _meet(self, seedling: seeker.Seedling, bits: int) -> Whole:
        """Return what the segments tell."""
        lines, used, at = np.empty(ROOM, np.int64), 0, 0
        while at < len(self._parts):
            told, _ = seeker.meet(*self._parts[at], seedling, bits, lines, used)
            if told < 0:
                lines = np.concatenate([lines, np.empty_like(lines)])
            else:
                used, at = told, at + 1
        return lines[:used]

    def _check(self, picked: Whole, bits: int, field: finder.Field, seedling: seeker.Seedling) -> None:
        """Look on the texts whether what was met in some clusters stands there."""
        letters, turn, shift = _letters(), 0, bits + seeker.BYTE_BITS
        while turn < len(picked):
            number = int(field.lines[field.clusters[picked[turn], 0]]) >> shift
            scroll = self._reading.scroll(number)
            turn, unknown = finder.check(
                _shut(scroll.data), self._cuts(number), picked, turn, bits, field, seedling, letters
            )
            if unknown >= 0:
                alphabet().learn(unknown)
                letters = _letters()

    def _cuts(self, number: int) -> Whole:
        """Return where a volume is cut into stretches."""
        return WHOLE if self._reading.is_one(number) else np.array(self._reading.scroll(number).cuts, np.int64)


def likely(seen: Whole, seedling: seeker.Seedling, homes: Whole) -> list[Likely]:
    """Return where the text is likeliest to stand in the whole library, from the best places; nothing if nowhere."""
    begun = []
    for number, rows in groupby(chooser.choose(seen, seedling.shape, homes).tolist(), lambda row: row[0]):
        ranges = list(rows)
        begun.append(
            (not ranges[0][1], -max(row[2] for row in ranges), number, tuple(Range(*row[3:]) for row in ranges))
        )
    return [Likely(0, tuple((number, ranges) for _, _, number, ranges in sorted(begun)))] if begun else []


def places(seen: Whole) -> Places:
    """Return the best places as a table, to be brought together with others."""
    slot, met, whole, stretch, start, end = seen.T
    return Places(np.zeros(len(seen), np.int64), slot, met, whole, stretch >> chooser.PART_BITS, start, end)


def _letters() -> kernel.Letters:
    """Return the alphabet as it is known now."""
    known = alphabet()
    return kernel.Letters(ascii_numbers(), known.count, known.first, known.pool, wide_edges())


def _is_crowded(seeds: Seeds) -> bool:
    """Tell whether one seed may be there so often that it tells nothing."""
    rows = np.sort(seeds) if len(seeds) > OWNERS else seeds
    return len(seeds) > OWNERS and bool((rows[OWNERS:] == rows[:-OWNERS]).any())


def _steady(segment: Segment) -> Iterable[Whole]:
    """Return the arrays of a segment, none of which is written to; places as halves, for they lie at any even byte."""
    return (_shut(segment.edges), _shut(segment.marks), _shut(segment.places.view(np.uint16)), np.array(segment.bases))


def _shut(row: Whole) -> Whole:
    """Return an array that cannot be written to: of one kind to numba, wherever it comes from."""
    if row.flags.writeable:
        row = row[:]
        row.flags.writeable = False
    return row
