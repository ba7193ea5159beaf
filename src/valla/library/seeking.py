"""One quotation after another is looked up by compiled code: for who asks often.

Imported only where numba is there. What an index tells, what the texts say of it, and which places are likeliest is as
`valla.library.sparing` and `valla.library.harvest` tell it.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from valla.library import chooser, finder, kernel, seeker
from valla.library.harvest import Likely
from valla.library.indexed import Part
from valla.library.letters import Whole, alphabet, ascii_numbers
from valla.library.memory import MemoryLibrary, Source
from valla.library.places import EVERYWHERE, MAY_HIDE, TOP, Places, Range
from valla.library.reading import Reading
from valla.library.seeds import LONG, OWNERS, SLOT
from valla.library.segments import Segment, Text, build_segment
from valla.library.swift import wide_edges
from valla.library.usage import FEWEST, OFTEN, UNKNOWN, Usage, allowed
from valla.model.anchors import DocumentId, Span
from valla.model.quotations import QuotationId
from valla.model.traces import Probe
from valla.model.works import Holding
from valla.text.omissions import omissions_in

Numbers = npt.NDArray[Any]

LONGEST = 10_000
"""Bytes of a text that is looked up by compiled code; with longer ones arrays are as quick."""

ROOM = 1 << 14
"""Hits for which there is room at first."""

WIDEST = 62
"""Bits of a hit: its volume, byte and seed as one number."""

WHOLE = np.zeros(1, np.int64)
"""The cuts of a text that is one stretch."""


class Sown(NamedTuple):
    """What is sown of one text; see `valla.library.seeker` for the columns."""

    seeds: Whole
    shape: Whole


class Seeker:
    """Looks single quotations up in the segments of an index."""

    def __init__(self, parts: Sequence[Part], reading: Reading, usage: Usage, volumes: int) -> None:
        """Take what an index has, the texts of so many volumes, and how common seeds are in them."""
        self._parts = [(*_steady(part.segment), part.numbers) for part in parts]
        self._reading, self._volumes = reading, volumes
        self._usage, self._scale = _shut(usage.seeds), float(usage.scale)
        self._eased, self._often = allowed(np.arange(LONGEST)), np.array([1.5 * OFTEN, FEWEST, 1.0])

    def sow(self, probe: Probe) -> Sown | None:
        """Return the seeds of a probe; None where it is too long, or looks misread, so that other seeds are sown besides."""
        data = probe.text.encode("utf-8", "replace")
        if len(data) > LONGEST or probe.garbled:
            return None
        spans = omissions_in(probe.text)
        edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(probe.text)]
        if len(data) != len(probe.text):
            edges = [len(probe.text[:edge].encode("utf-8", "replace")) for edge in edges]
        most = seeker.LETTERS_A_BYTE * len(data)
        seeds = np.empty((2 * most, 4), np.int64)
        given = (self._usage, self._scale, self._eased, self._often, np.empty((most, 4), np.int64), seeds)
        row, pieces = np.frombuffer(data, np.uint8), np.array(edges, np.int64).reshape(-1, 2)
        used, unknown = seeker.sow(row, pieces, _letters(), *given)
        while unknown >= 0:
            alphabet().learn(unknown)
            used, unknown = seeker.sow(row, pieces, _letters(), *given)
        seeds = seeds[:used]
        if _is_crowded(seeds[:, seeker.KEY]):
            return None
        lonely = int(seeds[:, seeker.WEIGHT].sum()) <= LONG + 1
        slack, kept = 100 + len(data) // 6 + (MAY_HIDE if spans else 0), EVERYWHERE if probe.everywhere else TOP
        return Sown(seeds, np.array([len(data), slack, lonely, kept, len(data) // SLOT + 1], np.int64))

    def look_up(self, sown: Sown, homes: Whole) -> Whole | None:
        """Return the best places of the library as rows; None where too much would have to be told in one number."""
        bits = len(sown.seeds).bit_length()
        if bits + seeker.BYTE_BITS + self._volumes.bit_length() > WIDEST:
            return None
        lines = self._meet(sown, bits)
        lines.sort()
        clusters, bounds, known, seen, picked = (np.empty((len(lines), wide), np.int64) for wide in (2, 5, 2, 6, 1))
        picked, used, size = picked[:, 0], 0, TOP
        count, many, next_ones = finder.survey(lines, bits, *sown, homes, TOP, clusters, bounds, picked)
        clusters, bounds = clusters[:count], bounds[:many]
        while next_ones:
            self._check(clusters, picked[:next_ones], lines, bits, sown.seeds, known)
            if used + len(lines) > len(seen):
                seen = np.concatenate([seen[:used], np.empty((len(lines) + used, 6), np.int64)])
            used, next_ones = chooser.turn(
                lines, bits, *sown, known, clusters, bounds, picked, next_ones, seen, used, homes, size
            )
            size *= 2
        return seen[:used]

    def _meet(self, sown: Sown, bits: int) -> Whole:
        """Return what the segments tell."""
        lines, used, at = np.empty(ROOM, np.int64), 0, 0
        while at < len(self._parts):
            told, _ = seeker.meet(*self._parts[at], sown.seeds, bits, lines, used)
            if told < 0:
                lines = np.concatenate([lines, np.empty_like(lines)])
            else:
                used, at = told, at + 1
        return lines[:used]

    def _check(self, clusters: Whole, picked: Whole, lines: Whole, bits: int, seeds: Whole, known: Whole) -> None:
        """Look on the texts whether what was met in some clusters stands there."""
        letters, turn, shift = _letters(), 0, bits + seeker.BYTE_BITS
        while turn < len(picked):
            number = int(lines[clusters[picked[turn], 0]]) >> shift
            data, cuts = _shut(self._reading.scroll(number).data), self._cuts(number)
            turn, unknown = finder.check(data, cuts, clusters, picked, turn, lines, bits, seeds, known, letters)
            if unknown >= 0:
                alphabet().learn(unknown)
                letters = _letters()

    def _cuts(self, number: int) -> Whole:
        """Return where a volume is cut into stretches."""
        return WHOLE if self._reading.is_one(number) else np.array(self._reading.scroll(number).cuts, np.int64)


def likely(seen: Whole, sown: Sown, homes: Whole) -> list[Likely]:
    """Return where the text is likeliest to stand in the whole library, from the best places; nothing if nowhere."""
    begun, table = [], np.empty((len(seen), 5), np.int64)
    many = chooser.choose(seen, sown.shape, homes, table)
    for number, rows in groupby(table[:many].tolist(), lambda row: row[0]):
        ranges = list(rows)
        begun.append(
            (not ranges[0][1], -max(row[2] for row in ranges), number, tuple(Range(*row[3:]) for row in ranges))
        )
    return [Likely(0, tuple((number, ranges) for _, _, number, ranges in sorted(begun)))] if begun else []


def places(seen: Whole) -> Places:
    """Return the best places as a table, to be brought together with others."""
    slot, met, whole, stretch, start, end = seen.T
    return Places(np.zeros(len(seen), np.int64), slot, met, whole, stretch >> chooser.PART_BITS, start, end)


@cache
def compile_seeking() -> None:
    """Have compiled what a look-up needs, or taken from numba's cache on disk, before somebody waits for an answer.

    It takes some twenty seconds, once for each version.
    """
    words = "words to wake what is made once"
    holding = Holding(document=DocumentId("w"), title=words, described_by="manifest")
    shelf = MemoryLibrary.shelve([Source(holding=holding, text=words)])
    data = shelf.reading.scroll(0).data
    part = Part(build_segment([Text(data, (0, len(data)))], len(data), swift=False), (0,))
    span, home = Span(0, len(words)), np.zeros(1, np.int64)
    probe = Probe(quotation=QuotationId("w"), span=span, text=words, offsets=(span,))
    desk = Seeker([part], shelf.reading, UNKNOWN, 1)
    sown = desk.sow(probe)
    seen = None if sown is None else desk.look_up(sown, home)
    if sown is not None and seen is not None:
        likely(seen, sown, home)


def _letters() -> kernel.Letters:
    """Return the alphabet as it is known now."""
    known = alphabet()
    return kernel.Letters(ascii_numbers(), known.count, known.first, known.pool, wide_edges())


def _is_crowded(seeds: Whole) -> bool:
    """Tell whether one seed may be there so often that it tells nothing."""
    rows = np.sort(seeds) if len(seeds) > OWNERS else seeds
    return len(seeds) > OWNERS and bool((rows[OWNERS:] == rows[:-OWNERS]).any())


def _steady(segment: Segment) -> Iterable[Numbers]:
    """Return the arrays of a segment, none of which is written to; places as halves, for they lie at any even byte."""
    return (_shut(segment.edges), _shut(segment.marks), _shut(segment.places.view(np.uint16)), np.array(segment.bases))


def _shut(row: Numbers) -> Numbers:
    """Return an array that cannot be written to: of one kind to numba, wherever it comes from."""
    if row.flags.writeable:
        row = row[:]
        row.flags.writeable = False
    return row
