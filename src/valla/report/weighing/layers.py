"""Where the boxes of a graph stand: in layers from left to right, ordered so that few lines cross (after Sugiyama 1981)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SWEEPS = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """The layer and the row of a box, both from 0."""

    layer: int
    row: int


def lay_out(names: Sequence[str], arcs: Sequence[tuple[str, str]]) -> dict[str, Spot]:
    """Return the spot of each name; arcs lead to later layers, but for those that close a ring."""
    layers = layers_of(names, arcs)
    columns: dict[int, list[str]] = {}
    for name in names:
        columns.setdefault(layers[name], []).append(name)
    near: dict[str, list[str]] = {name: [] for name in names}
    for tail, head in arcs:
        near[tail].append(head)
        near[head].append(tail)
    for _ in range(SWEEPS):
        for layer in sorted(columns):
            place = {name: row / len(column) for column in columns.values() for row, name in enumerate(column)}
            columns[layer].sort(key=lambda name: (centre(near[name], place, place[name]), name))
    return {name: Spot(layer, row) for layer, column in columns.items() for row, name in enumerate(column)}


def centre(names: Sequence[str], place: Mapping[str, float], own: float) -> float:
    """Return the middle of the places of some names; its own where there are none."""
    return sum(place[name] for name in names) / len(names) if names else own


def layers_of(names: Sequence[str], arcs: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Return the layer of each name: one more than the last of those that lead to it; rings are cut in name order."""
    waiting = dict.fromkeys(names, 0)
    after: dict[str, list[str]] = {name: [] for name in names}
    for tail, head in dict.fromkeys(arcs):
        if tail != head:
            after[tail].append(head)
            waiting[head] += 1
    layers = dict.fromkeys(names, 0)
    ready = [name for name in names if not waiting[name]]
    left = dict.fromkeys(names)
    while left:
        if not ready:
            ready.append(min(left, key=lambda name: (waiting[name], name)))
        name = ready.pop(0)
        if name not in left:
            continue
        del left[name]
        for head in after[name]:
            if head in left:
                layers[head] = max(layers[head], layers[name] + 1)
                waiting[head] -= 1
                if not waiting[head]:
                    ready.append(head)
    return layers
