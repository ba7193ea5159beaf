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

SAMPLE = 4_000_000
"""Code points that are read to count seeds, spread over all documents."""

SLICE = 8_192
"""Code points read at a time."""

OFTEN = 700
"""Places that a long seed may be expected to have in the whole library; a short one, half as many again."""

FEW, EASED = 20, 8
"""Seeds of a quotation below which each may have more places, the fewer they are (by the cube), at most so many times more:
where few words were left whole by a scan, the common ones must do."""

FEWEST = 3
"""The rarest seeds that are always kept for each slot of a quotation; of short ones, one."""

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
        count = np.searchsorted(self.seeds, seeds, "right") - np.searchsorted(self.seeds, seeds)
        return count.astype(np.float64) * self.scale

    def short(self, seeds: Seeds) -> npt.NDArray[np.float64]:
        """Return the same for short seeds: all long ones that begin with them."""
        behind = np.searchsorted(self.seeds, (seeds + np.uint64(1)) << CUT_SHORT)
        return (behind - np.searchsorted(self.seeds, seeds << CUT_SHORT)).astype(np.float64) * self.scale


UNKNOWN = Usage()
"""Of a small library, where no seed is too common."""


def learn_usage(holdings: Sequence[Holding], excerpt: Excerpt) -> Usage:
    """Count the seeds of a sample of a library; of a small one nothing need be known."""
    whole = sum(holding.length for holding in holdings)
    if whole < LARGE:
        return UNKNOWN
    pieces = [excerpt(*piece) for piece in _slices(holdings, whole)]
    seeds = np.concatenate([_seeds_of(piece) for piece in pieces])
    seeds.sort()
    return Usage(seeds, whole / max(1, sum(map(len, pieces))))


def _seeds_of(piece: str) -> Seeds:
    """Return the seeds of the words of a piece."""
    row = letter(piece.encode("utf-8", "replace"))
    return pack(row.numbers)[row.begins]


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


def allowed(count: Numbers) -> npt.NDArray[np.float64]:
    """Return how many places each long seed may have in quotations that have so many of them."""
    return OFTEN * np.clip((FEW / np.maximum(count, 1)) ** 3, 1, EASED)


def worth_sowing(
    expected: npt.NDArray[np.float64], allowed: npt.NDArray[np.float64], fewest: int, group: Numbers, here: Numbers
) -> Chosen:
    """Tell which seeds are rare enough, or among the rarest of their group (a slot of a text)."""
    order = np.lexsort((here, expected, group))
    grouped = group[order]
    fresh = np.ones(len(order), bool)
    fresh[1:] = grouped[1:] != grouped[:-1]
    count = np.arange(len(order))
    rank = np.empty(len(order), np.int64)
    rank[order] = count - np.maximum.accumulate(np.where(fresh, count, 0))
    kept: Chosen = (expected <= allowed) | (rank < fewest)
    return kept
