"""How common a seed is in a library, and which seeds of a quotation are worth looking for.

A few seeds of common words ("of the United", "the people of") are met in every work and say least, yet nearly all that is
met is of them: of ten thousand quotations the commonest twentieth of the seeds have nineteen in twenty of the places. So
in a large library they are not sown, where a quotation has rarer ones. Which these are is told by a sample of the
library, drawn by one rule through the questions that every shelf answers; so all shelves sow the same seeds.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from valla.library.letters import Seeds, letter, pack
from valla.library.swift import CUT_SHORT
from valla.model.anchors import DocumentId
from valla.model.works import Holding

LARGE = 16_000_000
"""Code points of a library from which common seeds are left out; below, they cost little."""

SAMPLE = 8_000_000
"""Code points that are read to count seeds, spread over all documents."""

SLICE = 16_384
"""Code points read at a time."""

OFTEN = 1000
"""Places that a long seed may be expected to have in the whole library; a short one, twice as many."""

FEWEST = 4
"""The rarest seeds that are always kept for each slot of a quotation; of short ones, half as many."""

Excerpt = Callable[[DocumentId, int, int], str]
Numbers = npt.NDArray[np.int64]
Chosen = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Usage:
    """The seeds of a sample, sorted, and how many seeds of the library each of them stands for."""

    seeds: Seeds = field(default_factory=lambda: np.zeros(0, np.uint64))
    scale: float = 0.0

    def long(self, seeds: Seeds) -> npt.NDArray[np.float64]:
        """Return how many places of each long seed are expected in the library."""
        return self._counted(self.seeds, seeds)

    def short(self, seeds: Seeds) -> npt.NDArray[np.float64]:
        """Return the same for short seeds."""
        return self._counted(self.seeds >> CUT_SHORT, seeds)

    def _counted(self, known: Seeds, seeds: Seeds) -> npt.NDArray[np.float64]:
        return (np.searchsorted(known, seeds, "right") - np.searchsorted(known, seeds)) * self.scale


UNKNOWN = Usage()
"""Of a small library, where no seed is too common."""


def learn_usage(holdings: Sequence[Holding], excerpt: Excerpt) -> Usage:
    """Count the seeds of a sample of a library; of a small one nothing need be known."""
    whole = sum(holding.length for holding in holdings)
    if whole < LARGE:
        return UNKNOWN
    sample = "\n".join(excerpt(*piece) for piece in _slices(holdings, whole))
    row = letter(sample.encode("utf-8", "replace"))
    seeds = pack(row.numbers)[row.begins]
    seeds.sort()
    return Usage(seeds, whole / max(1, len(sample)))


def _slices(holdings: Sequence[Holding], whole: int) -> Iterator[tuple[DocumentId, int, int]]:
    """Yield pieces at equal distances, as if all documents stood one behind the other."""
    stride = SLICE * max(1.0, whole / SAMPLE)
    before = nth = 0
    for holding in holdings:
        end = before + holding.length
        while (at := int(nth * stride)) < end:
            yield holding.document, at - before, min(at - before + SLICE, holding.length)
            nth += 1
        before = end


def worth_sowing(expected: npt.NDArray[np.float64], often: float, fewest: int, group: Numbers, here: Numbers) -> Chosen:
    """Tell which seeds are rare enough, or among the rarest of their group (a slot of a text)."""
    order = np.lexsort((here, expected, group))
    grouped = group[order]
    fresh = np.ones(len(order), bool)
    fresh[1:] = grouped[1:] != grouped[:-1]
    count = np.arange(len(order))
    rank = np.empty(len(order), np.int64)
    rank[order] = count - np.maximum.accumulate(np.where(fresh, count, 0))
    kept: Chosen = (expected <= often) | (rank < fewest)
    return kept
