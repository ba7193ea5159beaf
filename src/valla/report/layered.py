"""Pictures of graphs in layers: boxes in columns, rows so that few lines cross, and lines that pass between the boxes.

After Sugiyama, Tagawa and Toda (1981). A line over several layers has a bend of its own in each layer between, so that it
runs through a free row and never over a box; lines to one box share their bends. The caller gives the layers.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

SWEEPS = 8
TALL, FLAT = 1.0, 0.4
"""Heights in rows: of a box with the room around it, and of a bend."""

Key = tuple[str, int]
"""A box (its name, -1) or a bend (the name of the box that its lines lead to, its layer)."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the picture: its layer from the left, and its middle in rows from above."""

    layer: int
    row: float


@dataclass(frozen=True, slots=True)
class Layered:
    """Where each box stands, the bends of each line from its tail to its head, and the size in layers and rows."""

    spots: Mapping[str, Spot]
    bends: Mapping[tuple[str, str], tuple[Spot, ...]]
    layers: int
    rows: float


def lay_out(layers: Mapping[str, int], arcs: Sequence[tuple[str, str]]) -> Layered:
    """Return the picture of boxes with their layers, and of arcs (tail, head) between them."""
    ways = {arc: way_of(arc, layers) for arc in sorted(set(arcs)) if layers[arc[0]] != layers[arc[1]]}
    near = neighbours(ways)
    depth = 1 + max(layers.values(), default=-1)
    columns: list[list[Key]] = [[] for _ in range(depth)]
    for name in sorted(layers):
        columns[layers[name]].append((name, -1))
    for key in sorted({key for way in ways.values() for key in way if key[1] >= 0}):
        columns[key[1]].append(key)
    sweep(columns, near)
    rows = settle(columns, near)
    top = min((rows[key] - height(key) / 2 for key in rows), default=0.0)
    spots = {name: Spot(layer, rows[name, -1] - top) for name, layer in layers.items()}
    bends = {arc: tuple(Spot(key[1], rows[key] - top) for key in way if key[1] >= 0) for arc, way in ways.items()}
    tall = max((rows[key] - top + height(key) / 2 for key in rows), default=0.0)
    return Layered(spots, bends, depth, tall)


def way_of(arc: tuple[str, str], layers: Mapping[str, int]) -> tuple[Key, ...]:
    """Return the box of an arc's tail, its bends, and the box of its head; one that leads back has its bends in reverse."""
    tail, head = arc
    first, last = layers[tail], layers[head]
    far = head if last > first else tail
    step = 1 if last > first else -1
    return ((tail, -1), *((far, layer) for layer in range(first + step, last, step)), (head, -1))


def neighbours(ways: Mapping[tuple[str, str], Sequence[Key]]) -> dict[Key, list[Key]]:
    """Return what each box and bend is joined to in the layers beside it."""
    near: defaultdict[Key, dict[Key, None]] = defaultdict(dict)
    for way in ways.values():
        for one, other in pairwise(way):
            near[one][other] = None
            near[other][one] = None
    return {key: list(others) for key, others in near.items()}


def sweep(columns: list[list[Key]], near: Mapping[Key, Sequence[Key]]) -> None:
    """Set every layer in the order of the means of its neighbours, from the left and from the right in turn."""
    for turn in range(SWEEPS):
        order = columns if turn % 2 == 0 else columns[::-1]
        for beside, column in pairwise(order):
            place = {key: number / max(1, len(beside) - 1) for number, key in enumerate(beside)}
            own = {key: number / max(1, len(column) - 1) for number, key in enumerate(column)}
            column.sort(
                key=lambda key: (mean([place[one] for one in near.get(key, ()) if one in place], own[key]), key)
            )


def settle(columns: Sequence[Sequence[Key]], near: Mapping[Key, Sequence[Key]]) -> dict[Key, float]:
    """Return the row of each box and bend: as near to its neighbours as the order of its layer allows."""
    rows: dict[Key, float] = {}
    for column in columns:
        rows.update(zip(column, spread(column, [0.0] * len(column)), strict=True))
    for turn in range(SWEEPS):
        for column in columns if turn % 2 == 0 else columns[::-1]:
            wished = [mean([rows[one] for one in near.get(key, ())], rows[key]) for key in column]
            rows.update(zip(column, spread(column, wished), strict=True))
    return rows


def spread(column: Sequence[Key], wished: Sequence[float]) -> list[float]:
    """Return rows near the wished ones with room between: the mean of the spacing from above and that from below."""
    down, up = list(wished), list(wished)
    for place in range(1, len(column)):
        room = (height(column[place - 1]) + height(column[place])) / 2
        down[place] = max(down[place], down[place - 1] + room)
    for place in range(len(column) - 2, -1, -1):
        room = (height(column[place + 1]) + height(column[place])) / 2
        up[place] = min(up[place], up[place + 1] - room)
    return [(one + other) / 2 for one, other in zip(down, up, strict=True)]


def height(key: Key) -> float:
    """Return how much room a box or a bend needs, in rows."""
    return TALL if key[1] < 0 else FLAT


def mean(values: Sequence[float], otherwise: float) -> float:
    """Return the mean of some values, or another value where there are none."""
    return sum(values) / len(values) if values else otherwise


@dataclass(frozen=True, slots=True)
class Measures:
    """Pixels: the width of a box, the gap between two columns, the height of a row, and the edge around the picture."""

    width: int
    gap: int
    row: int
    edge: int

    def left(self, spot: Spot) -> float:
        """Return the left side of a spot's column."""
        return self.edge + spot.layer * (self.width + self.gap)

    def middle(self, spot: Spot) -> float:
        """Return the height of a spot's middle."""
        return self.edge + spot.row * self.row

    def size(self, picture: Layered) -> tuple[int, int]:
        """Return width and height of the whole picture."""
        across = max(1, picture.layers) * (self.width + self.gap) - self.gap + 2 * self.edge
        return across, round(max(TALL, picture.rows) * self.row) + 2 * self.edge

    def line(self, tail: Spot, bends: Sequence[Spot], head: Spot) -> str:
        """Return the path of one line with its arrow head; it turns only in the gaps between the columns."""
        if tail.layer == head.layer:
            return self.loop(tail, head)
        forward = head.layer > tail.layer
        out, into = (self.width, 0) if forward else (0, self.width)
        x, y = self.left(tail) + out, self.middle(tail)
        parts = [f"M{x:.1f} {y:.1f}"]
        for spot in (*bends, head):
            to, end = self.left(spot) + into, self.middle(spot)
            half = (x + to) / 2
            parts.append(f"C{half:.1f} {y:.1f} {half:.1f} {end:.1f} {to:.1f} {end:.1f}")
            x, y = self.left(spot) + out, end
            if spot is not head:
                parts.append(f"L{x:.1f} {y:.1f}")
        back = -6 if forward else 6
        return "".join((*parts, f"m{back} -3.5l{-back} 3.5l{back} 3.5"))

    def loop(self, tail: Spot, head: Spot) -> str:
        """Return the path of a line between two boxes of one column: out into the gap and back."""
        x, y, end = self.left(tail) + self.width, self.middle(tail), self.middle(head)
        out = x + self.gap * 0.7
        return f"M{x:.1f} {y:.1f}C{out:.1f} {y:.1f} {out:.1f} {end:.1f} {x:.1f} {end:.1f}m6 -3.5l-6 3.5l6 3.5"
