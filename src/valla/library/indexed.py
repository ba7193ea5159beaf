"""The shelf with an index: single quotations are found without reading the library.

The index tells where seeds stand; what follows is that of the other shelves, stretch by stretch, so the answers are the
same. A large batch is traced by reading, which is quicker then and needs no index.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from valla.library import Judge
from valla.library.harvest import Harvest, Likely
from valla.library.letters import Seeds, Whole
from valla.library.lookups import Met, Texts
from valla.library.places import Chosen, Places
from valla.library.seeds import Numbers, Sown, sow
from valla.library.segments import WINDOW, Hits, Segment, look_up, seed_at, seeds_in_windows, windows_at
from valla.library.sparing import sparing_places
from valla.library.stream import PARALLEL, Bench, Job, StreamLibrary, at_work, gather_places, in_batches, judge_batch
from valla.library.swift import WORTH_COMPILING, is_swift
from valla.library.volumes import STRETCH, Volume
from valla.model.traces import Probe, Trace

if TYPE_CHECKING:
    from valla.library.seeking import Seeker

FEW = 400
"""Quotations up to which the index is asked; more are traced by reading the library."""

OFTEN = 16
"""Quotations looked up one by one after which compiled code is loaded: half a second, as much as a hundred take without."""

TOGETHER = 16
"""Volumes that are read in one task."""

WORD = 63
"""Bits of a whole number."""

BLOCK_BITS = 12
"""Bits of the places that are told apart no further when those in some volumes are sought."""

PLACE_BITS = 33
"""Bits for a byte of a text where volume and byte are one number."""


@dataclass(frozen=True)
class Part:
    """A segment, and the numbers of the volumes whose texts it indexes; None for one that is no longer held.

    Not slotted, to keep the numbers as an array.
    """

    segment: Segment
    volumes: tuple[int | None, ...]

    @cached_property
    def numbers(self) -> Whole:
        """The numbers as an array, those no longer held below zero."""
        return np.array([-1 if number is None else number for number in self.volumes], np.int64)

    @cached_property
    def _blocks(self) -> tuple[Whole, Whole]:
        """The first and the last text of each block of places."""
        starts = (
            np.arange((int(self.segment.bases[-1]) >> BLOCK_BITS) + 2) << BLOCK_BITS
        )  # behind them all is of the last
        ends = starts + (1 << BLOCK_BITS) - 1
        bases = self.segment.bases
        return np.searchsorted(bases, starts, "right") - 1, np.searchsorted(bases, ends, "right") - 1

    def may_lie_in(self, volumes: Chosen, places: Whole) -> Chosen:
        """Tell of each place whether it lies in some volumes, or beside one."""
        wanted = (self.numbers >= 0) & volumes[self.numbers]
        before = np.append(0, np.cumsum(wanted))
        first, last = self._blocks
        near: Chosen = (before[last + 1] > before[first])[np.minimum(places >> BLOCK_BITS, len(first) - 1)]
        return near


class IndexedLibrary(StreamLibrary):
    """A library of volumes with an index; see `valla.library.Library` for what may be asked."""

    def __init__(
        self, volumes: Sequence[Volume], parts: Sequence[Part], rest: Sequence[int] = (), *, workers: int | None = None
    ) -> None:
        """Take volumes in order, and segments in which each is indexed once but the `rest`, which are always read."""
        super().__init__(volumes, workers=workers)
        self._parts, self._rest = parts, rest
        self._asked = 0

    def compare(self, probes: Sequence[Probe], judge: Judge) -> Iterator[Trace]:
        """Yield the judge's answers, quotation by quotation."""
        if len(probes) > FEW:
            yield from super().compare(probes, judge)
            return
        likely = self._sought(probes[0]) if len(probes) == 1 and self._is_worth_compiling() else None
        if likely is not None:
            for row in likely:
                yield from judge(probes[0], [self.reading.sheaf(*document) for document in row.documents])
            return
        sown = sow(probes, self.usage)
        if not sown:
            return
        harvest = Harvest(sown, self._documents)
        if self._parts:
            texts = Texts(seeds=self._seeds, stretches=self._stretches)
            found = look_up([part.segment for part in self._parts], sown.long.keys, sown.short.keys)
            keys = len(sown.long.keys) + len(sown.short.keys)
            counts = np.sum([np.bincount(hits.key, minlength=keys) for hits in found], axis=0)
            ask = partial(self._met, found)
            harvest.add(sparing_places(sown, counts, ask, texts, self._homes(sown), len(self.volumes)))
        for places in self._read_rest(sown):
            harvest.add(places)
        bench = Bench(self.volumes, sown, None, swift=False, probes=probes, judge=judge)
        for batch in in_batches(harvest.likeliest()):
            yield from judge_batch(batch, bench, self.reading)

    def make_ready(self) -> None:
        """Load at once what is else loaded when many single quotations were looked up."""
        if is_swift():
            from valla.library.seeking import compile_seeking  # noqa: PLC0415  (numba takes a quarter of a second to import)

            compile_seeking()
            self._asked = OFTEN

    def _is_worth_compiling(self) -> bool:
        """Tell whether so many quotations were looked up one by one that compiled code will have paid for its loading."""
        self._asked += 1
        return self._asked > OFTEN and bool(self._parts) and is_swift()

    def _sought(self, probe: Probe) -> list[Likely] | None:
        """Return what compiled code finds of a single quotation; None where it is none of those that it takes."""
        from valla.library.seeking import likely, places  # noqa: PLC0415  (numba takes a quarter of a second to import)

        sown = self._seeker.sow(probe)
        numbers = sorted(self._number[name] for name in set(probe.homes) if name in self._number)
        homes = np.array(numbers, np.int64)
        seen = self._seeker.look_up(sown, homes) if sown is not None else None
        if sown is None or seen is None:
            return None
        if not self._rest:
            return likely(seen, sown, homes)
        every = sow([probe], self.usage)
        harvest = Harvest(every, self._documents)
        harvest.add(places(seen))
        for more in self._read_rest(every):
            harvest.add(more)
        return harvest.likeliest()

    @cached_property
    def _seeker(self) -> "Seeker":
        from valla.library.seeking import Seeker  # noqa: PLC0415  (numba takes a quarter of a second to import)

        return Seeker(self._parts, self.reading, self.usage, len(self.volumes))

    def _read_rest(self, sown: Sown) -> Iterator[Places]:
        """Yield the likely places in the volumes that no segment knows."""
        if not self._rest:
            return
        jobs = [Job(number, 0, None, self.volumes[number].size) for number in self._rest]
        size = sum(job.size for job in jobs)
        bench = Bench(self.volumes, sown, sown.marks(), swift=size >= WORTH_COMPILING and is_swift())
        with at_work(bench, self._workers if size >= PARALLEL else 1) as run:
            yield from run(gather_places, [jobs[at : at + TOGETHER] for at in range(0, len(jobs), TOGETHER)])

    def _homes(self, sown: Sown) -> Numbers:
        """Return the volumes in which each text is expected, as `likely_places` wants them told."""
        return np.array(
            [
                (text << 32) | self._number[name]
                for text, names in enumerate(sown.homes)
                for name in names
                if name in self._number
            ],
            np.int64,
        )

    def _met(self, found: Sequence[Hits], keys: Chosen, volumes: Chosen | None) -> Met:
        """Return where the index says that some seeds stand (in some volumes), in the order of volume and place."""
        told, lines = [], []
        for part, hits in zip(self._parts, found, strict=True):
            rows = np.flatnonzero(keys[hits.key])
            if volumes is not None:
                rows = rows[part.may_lie_in(volumes, hits.place[rows])]
            key, place = hits.key[rows], hits.place[rows]
            text = np.searchsorted(part.segment.bases, place, "right") - 1
            volume = part.numbers[text]
            held = volume >= 0 if volumes is None else (volume >= 0) & volumes[volume]
            told.append(key[held])
            lines.append((volume[held] << PLACE_BITS) | (place - part.segment.bases[text])[held])
        key, line = _in_order(np.concatenate(told), np.concatenate(lines))
        return Met(key, line >> PLACE_BITS, line & ((1 << PLACE_BITS) - 1))

    def _seeds(self, volume: Whole, at: Whole) -> Seeds:
        """Return the seeds at some bytes of some volumes."""
        windows = np.zeros((len(at), WINDOW), np.uint8)
        for number, rows in _by_volume(volume):
            windows[rows] = windows_at(self.reading.scroll(number).data, at[rows])
        seeds, told = seeds_in_windows(windows)
        for row in np.flatnonzero(~told).tolist():
            seeds[row] = seed_at(self.reading.scroll(int(volume[row])).data, int(at[row]))
        return seeds

    def _stretches(self, volume: Whole, at: Whole) -> Whole:
        """Return in which stretch of its volume each of some bytes lies."""
        stretches = np.zeros(len(at), np.int64)
        for number, rows in _by_volume(volume):
            if not self.volumes[number].light or self.volumes[number].size > STRETCH:
                cuts = np.array(self.reading.scroll(number).cuts)
                stretches[rows] = np.searchsorted(cuts, at[rows], "right") - 1
        return stretches


def _by_volume(volume: Whole) -> Iterator[tuple[int, slice]]:
    """Yield each number of a sorted row and where it stands."""
    edges = [*np.flatnonzero(np.diff(volume, prepend=-1)).tolist(), len(volume)]
    for first, last in pairwise(edges):
        yield int(volume[first]), slice(first, last)


def _in_order(key: Whole, line: Whole) -> tuple[Whole, Whole]:
    """Sort by line, then by key: as one number where there is room in it, which is many times as quick."""
    bits = int(key.max(initial=0)).bit_length()
    if bits + int(line.max(initial=0)).bit_length() > WORD:
        order = np.lexsort((key, line))
        return key[order], line[order]
    both = (line << bits) | key
    both.sort()
    return both & ((1 << bits) - 1), both >> bits
