"""Which words answer to which: the cheapest way from one run of words to another.

The textbook dynamic programme over words (Needleman and Wunsch 1970), with two liberties: one word may answer to two or
three that were split or joined, and either end of the source may stand free, so that a run can be laid into a longer
one. Among equally cheap ways the shape of step that is named first below is taken; so the answer is always the same.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

ADDED = 1.0
LOST = 0.8
REPLACED = 1.1
"""Cheaper than a loss and an addition, dearer than either."""

JOINED = 0.1
"""The price of words that were split or joined, over what their letters cost."""

LOOSE = 2
"""Letters by which words that were split or joined may differ in length from the whole."""


FORM = 0.25
"""Up to this price words that were split or joined are the same word in another form; misread ones are not tried."""


class Step(NamedTuple):
    """Quoted words p to q answer to source words s to t; an empty side is an addition or a loss."""

    p: int
    q: int
    s: int
    t: int
    price: float


Price = Callable[[str, str], float]
"""What it costs that the second word stands for the first: 0 for the same word, about REPLACED for another."""

Table = Sequence[Sequence[float]]
"""The same for each of some quoted words (a row) and each of some source words."""

_REPLACEMENT, _ADDITION, _LOSS = 0, 1, 2
_SHAPES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (3, 1), (1, 3))
_JOINTS = (3, 4, 5, 6)


def align(
    quoted: Sequence[str],
    source: Sequence[str],
    price: Price,
    *,
    table: Table | None = None,
    added: Sequence[float] | None = None,
    free_start: bool = False,
    free_end: bool = False,
) -> list[Step]:
    """Return the steps that lead through all quoted words and, unless an end is free, through all source words.

    Time and memory grow with the product of the two lengths: the caller keeps them short. `table` has the prices of all
    pairs where they were worked out together; `added` is the price of each quoted word that answers to nothing.
    """
    grid = _Grid(quoted, source, price, table, added)
    grid.fill(free_start=free_start)
    last = grid.prices[-1]
    end = last.index(min(last)) if free_end else len(source)
    return grid.way_to(end, free_start=free_start)


def prefix_prices(
    quoted: Sequence[str], source: Sequence[str], price: Price, added: Sequence[float], table: Table | None = None
) -> list[float]:
    """Return for each number of quoted words, from none to all, the cheapest way to lay them at the source's start."""
    grid = _Grid(quoted, source, price, table, added)
    grid.fill(free_start=False)
    return [min(row) for row in grid.prices]


class _Grid:
    """For each pair of lengths the cheapest price, and the shape of the step that it ends with."""

    def __init__(
        self,
        quoted: Sequence[str],
        source: Sequence[str],
        price: Price,
        table: Table | None,
        added: Sequence[float] | None,
    ) -> None:
        self.quoted, self.source, self.price = quoted, source, price
        self.table = table if table is not None else [[price(word, other) for other in source] for word in quoted]
        self.added = [ADDED] * len(quoted) if added is None else added
        self.joints = _joints(quoted, source)
        self.prices: list[list[float]] = []
        self.shapes: list[list[int]] = []

    def fill(self, *, free_start: bool) -> None:
        """Work out every cell, row by row."""
        width = len(self.source) + 1
        self.prices.append([0.0 if free_start else LOST * column for column in range(width)])
        self.shapes.append([_LOSS] * width)
        for row, (table, added) in enumerate(zip(self.table, self.added, strict=True), 1):
            self._fill_row(row, table, added)

    def _fill_row(self, row: int, table: Sequence[float], added: float) -> None:
        """Work out one row from the one above it."""
        above, joints = self.prices[-1], self.joints.get(row, {})
        left = above[0] + added
        prices, shapes = [left], [_ADDITION]
        self.prices.append(prices)
        self.shapes.append(shapes)
        for column, replaced in enumerate(table):
            across = above[column]
            left, best, shape = left + LOST, across + replaced, _REPLACEMENT
            if above[column + 1] + added < best:
                best, shape = above[column + 1] + added, _ADDITION
            if left < best:
                best, shape = left, _LOSS
            if best > across and column + 1 in joints:
                best, shape = min((best, shape), self._joint(row, column + 1, joints[column + 1]))
            prices.append(best)
            shapes.append(shape)
            left = best

    def _joint(self, row: int, column: int, shapes: Sequence[int]) -> tuple[float, int]:
        """Return the cheapest price with which words split or joined end here, infinite if none do, and its shape."""
        best = (float("inf"), len(_SHAPES))
        for shape in shapes:
            down, across = _SHAPES[shape]
            letters = self.price("".join(self.quoted[row - down : row]), "".join(self.source[column - across : column]))
            if letters <= FORM:
                best = min(best, (self.prices[row - down][column - across] + letters + JOINED, shape))
        return best

    def way_to(self, column: int, *, free_start: bool) -> list[Step]:
        """Go back from a column of the last row and return the steps in order."""
        row = len(self.quoted)
        steps: list[Step] = []
        while row or (column and not free_start):
            down, across = _SHAPES[self.shapes[row][column]]
            price = self.prices[row][column] - self.prices[row - down][column - across]
            steps.append(Step(row - down, row, column - across, column, round(price, 6)))
            row, column = row - down, column - across
        return steps[::-1]


def _joints(quoted: Sequence[str], source: Sequence[str]) -> dict[int, dict[int, list[int]]]:
    """Return where words split or joined may end, by row and column: they begin with one letter and are of one length."""
    begun: dict[str, list[int]] = {}
    for at, word in enumerate(source):
        begun.setdefault(word[:1], []).append(at)
    long = list(accumulate(map(len, quoted), initial=0))
    wide = list(accumulate(map(len, source), initial=0))
    found: dict[int, dict[int, list[int]]] = {}
    for at, word in enumerate(quoted):
        for beside in begun.get(word[:1], ()):
            for shape in _JOINTS:
                row, column = at + _SHAPES[shape][0], beside + _SHAPES[shape][1]
                if row < len(long) and column < len(wide) and _of_one_length(long, wide, (at, row), (beside, column)):
                    found.setdefault(row, {}).setdefault(column, []).append(shape)
    return found


def _of_one_length(long: Sequence[int], wide: Sequence[int], mine: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Tell whether words on both sides have about as many letters."""
    return abs(long[mine[1]] - long[mine[0]] - wide[theirs[1]] + wide[theirs[0]]) <= LOOSE
