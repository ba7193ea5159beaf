"""Which words answer to which: the cheapest way from one run of words to another.

The textbook dynamic programme over words (Needleman and Wunsch 1970), with two liberties: one word may answer to two or
three that were split or joined, and either end of the source may stand free, so that a run can be laid into a longer
one. Among equally cheap ways the one with the longer steps, then the later in the source, is taken; so the answer is
always the same.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

ADDED = 1.0
LOST = 0.8
REPLACED = 1.1
"""Cheaper than a loss and an addition, dearer than either."""

JOINED = 0.1
"""The price of words that were split or joined, over what their letters cost."""


class Step(NamedTuple):
    """Quoted words p to q answer to source words s to t; an empty side is an addition or a loss."""

    p: int
    q: int
    s: int
    t: int
    price: float


Price = Callable[[str, str], float]
"""What it costs that the second word stands for the first: 0 for the same word, REPLACED for another."""

_SHAPES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (3, 1), (1, 3))


def align(
    quoted: Sequence[str],
    source: Sequence[str],
    price: Price,
    *,
    added: Sequence[float] | None = None,
    free_start: bool = False,
    free_end: bool = False,
) -> list[Step]:
    """Return the steps that lead through all quoted words and, unless an end is free, through all source words.

    Time and memory grow with the product of the two lengths: the caller keeps them short. `added` is the price of each
    quoted word that answers to nothing.
    """
    extra = list(added) if added is not None else [ADDED] * len(quoted)
    table = _fill(quoted, source, price, extra, free_start=free_start)
    last = table[len(quoted)]
    end = min(range(len(source) + 1), key=lambda at: (last[at][0], at)) if free_end else len(source)
    return _walk(table, len(quoted), end, free_start=free_start)


def prefix_prices(quoted: Sequence[str], source: Sequence[str], price: Price, added: Sequence[float]) -> list[float]:
    """Return for each number of quoted words, from none to all, the cheapest way to lay them at the source's start."""
    return [min(row)[0] for row in _fill(quoted, source, price, added, free_start=False)]


_Cell = tuple[float, int]


def _fill(
    quoted: Sequence[str], source: Sequence[str], price: Price, extra: Sequence[float], *, free_start: bool
) -> list[list[_Cell]]:
    """Return for each pair of lengths the cheapest price and the number of the shape that was the last step."""
    width = len(source)
    table: list[list[_Cell]] = [[(0.0 if free_start else LOST * at, 2) for at in range(width + 1)]]
    for row, word in enumerate(quoted, 1):
        above = table[-1]
        cells: list[_Cell] = [(above[0][0] + extra[row - 1], 1)]
        for column in range(1, width + 1):
            best = (above[column - 1][0] + price(word, source[column - 1]), 0)
            best = min(best, (above[column][0] + extra[row - 1], 1), (cells[column - 1][0] + LOST, 2))
            if best[0] > above[column - 1][0]:
                best = min(best, _joined(table, cells, quoted, source, price, row, column))
            cells.append(best)
        table.append(cells)
    return table


def _joined(
    table: list[list[_Cell]],
    cells: list[_Cell],
    quoted: Sequence[str],
    source: Sequence[str],
    price: Price,
    row: int,
    column: int,
) -> _Cell:
    """Return the cheapest way that ends with words split or joined; infinitely dear where there is none."""
    best = (float("inf"), 9)
    for shape in (3, 4, 5, 6):
        down, across = _SHAPES[shape]
        if row < down or column < across:
            continue
        one, other = "".join(quoted[row - down : row]), "".join(source[column - across : column])
        if abs(len(one) - len(other)) > 2 or one[0] != other[0]:  # noqa: PLR2004  (two letters lost in the join)
            continue
        letters = price(one, other)
        if letters < REPLACED / 2:
            before = table[row - down][column - across] if down else cells[column - across]
            best = min(best, (before[0] + letters + JOINED, shape))
    return best


def _walk(table: list[list[_Cell]], row: int, column: int, *, free_start: bool) -> list[Step]:
    """Go back through the table from its end and return the steps in order."""
    steps: list[Step] = []
    while row or (column and not free_start):
        down, across = _SHAPES[table[row][column][1]] if row else (0, 1)
        before = table[row - down][column - across][0]
        steps.append(Step(row - down, row, column - across, column, table[row][column][0] - before))
        row, column = row - down, column - across
    return steps[::-1]
