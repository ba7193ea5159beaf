"""The shelf with an index: single quotations are found without reading the library.

The index tells where seeds stand; what follows is that of the other shelves, stretch by stretch, so the answers are the
same. A large batch is traced by reading, which is quicker then and needs no index.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from valla.library import Judge
from valla.library.letters import Seeds, Whole
from valla.library.places import Harvest, gather
from valla.library.seeds import Sown, sow
from valla.library.segments import Segment, look_up, seeds_at
from valla.library.stream import Bench, StreamLibrary, in_batches, judge_batch
from valla.library.volumes import Volume
from valla.model.traces import Probe, Trace

FEW = 400
"""Quotations up to which the index is asked; more are traced by reading the library."""


@dataclass(frozen=True, slots=True)
class Part:
    """A segment, and the numbers of the volumes whose texts it indexes; None for one that is no longer held."""

    segment: Segment
    volumes: tuple[int | None, ...]


class IndexedLibrary(StreamLibrary):
    """A library of volumes with an index; see `valla.library.Library` for what may be asked."""

    def __init__(self, volumes: Sequence[Volume], parts: Sequence[Part], *, workers: int | None = None) -> None:
        """Take volumes in order, and segments in which each of them is indexed once."""
        super().__init__(volumes, workers=workers)
        self._parts = parts

    def compare(self, probes: Sequence[Probe], judge: Judge) -> Iterator[Trace]:
        """Yield the judge's answers, quotation by quotation."""
        if len(probes) > FEW:
            yield from super().compare(probes, judge)
            return
        sown = sow(probes)
        harvest = Harvest(sown, [volume.holding.document for volume in self.volumes])
        for part in self._parts if sown else ():
            for number, at in self._met(part, sown):
                self._gather(harvest, sown, number, at)
        bench = Bench(self.volumes, sown, sown.marks(), swift=False, probes=probes, judge=judge)
        for batch in in_batches(harvest.likeliest()):
            yield from judge_batch(batch, bench, self.reading)

    def _met(self, part: Part, sown: Sown) -> Iterator[tuple[int, Whole]]:
        """Yield each volume of a segment in which seeds may stand, and where."""
        places = look_up(part.segment, sown.long.keys, sown.short.keys)
        text = np.searchsorted(part.segment.bases, places, "right") - 1
        edges = np.searchsorted(text, np.arange(len(part.volumes) + 1))
        for nth, number in enumerate(part.volumes):
            at = places[edges[nth] : edges[nth + 1]] - part.segment.bases[nth]
            if number is not None and len(at):
                yield number, at

    def _gather(self, harvest: Harvest, sown: Sown, number: int, at: Whole) -> None:
        """Check what was met in a volume on its text, and gather it stretch by stretch."""
        scroll = self.reading.scroll(number)
        seeds: Seeds = seeds_at(scroll.data, at, plain=scroll.plain)
        edges = np.searchsorted(at, np.array(scroll.cuts))
        for first, last in pairwise(edges):
            if first < last:
                harvest.add(gather(sown, seeds[first:last], at[first:last], number))
