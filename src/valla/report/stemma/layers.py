"""Where each witness stands in the picture: columns by distance from the essay, rows so that few lines cross.

After Sugiyama, Tagawa and Toda (1981): layers by the longest path to the essay, then sweeps that set every node at the
mean of its neighbours. Edges that would close a circle are left out of the layering and drawn all the same.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from valla.model.witnesses import Stemma

SWEEPS = 6


@dataclass(frozen=True, slots=True)
class Layout:
    """The place of each node, its column counted from the essay and its row from above; and the size of the whole."""

    places: Mapping[str, tuple[int, int]]
    columns: int
    rows: int


def lay_out(stemma: Stemma) -> Layout:
    """Return where each witness stands; the essay stands alone in column 0."""
    after, before = neighbours(stemma)
    column = columns_of(stemma, after)
    layers: defaultdict[int, list[str]] = defaultdict(list)
    for node in sorted(column):
        layers[column[node]].append(node)
    order = sweep([layers[number] for number in range(max(layers, default=0) + 1)], after, before)
    tallest = max((len(layer) for layer in order), default=0)
    places = {
        node: (number, row + (tallest - len(layer)) // 2)
        for number, layer in enumerate(order)
        for row, node in enumerate(layer)
    }
    return Layout(places, len(order), tallest)


def neighbours(stemma: Stemma) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return the takers and the givers of each node."""
    after: defaultdict[str, list[str]] = defaultdict(list)
    before: defaultdict[str, list[str]] = defaultdict(list)
    for row in stemma.dependences:
        after[row.giver].append(row.taker)
        before[row.taker].append(row.giver)
    return dict(after), dict(before)


def columns_of(stemma: Stemma, after: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return each node's longest distance from the essay; what leads nowhere stands next to it."""
    column = {stemma.essay: 0}
    for root in sorted({*after, *(row.id for row in stemma.witnesses)}):
        stack, open_nodes = [root], set[str]()
        while stack:
            node = stack[-1]
            if node in column:
                stack.pop()
                continue
            open_nodes.add(node)
            waiting = [one for one in after.get(node, ()) if one not in column and one not in open_nodes]
            if waiting:
                stack.append(waiting[0])
            else:
                column[node] = 1 + max((column[one] for one in after.get(node, ()) if one in column), default=0)
                open_nodes.discard(node)
                stack.pop()
    return column


def sweep(
    layers: Sequence[Sequence[str]], after: Mapping[str, Sequence[str]], before: Mapping[str, Sequence[str]]
) -> list[list[str]]:
    """Return the layers in an order in which neighbours stand near each other."""
    order = [list(layer) for layer in layers]
    for turn in range(SWEEPS):
        rank = {node: row / max(1, len(layer)) for layer in order for row, node in enumerate(layer)}
        near = after if turn % 2 == 0 else before
        for layer in order:
            layer.sort(
                key=lambda node: (mean([rank[one] for one in near.get(node, ()) if one in rank], rank[node]), node)
            )
    return order


def mean(values: Sequence[float], otherwise: float) -> float:
    """Return the mean of some values, or another value where there are none."""
    return sum(values) / len(values) if values else otherwise
