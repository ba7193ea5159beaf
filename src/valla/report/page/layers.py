"""The essay's text cut where anything on it begins or ends, in one walk, so that overlapping marks nest properly."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from valla.model.anchors import Span
from valla.report.page.markup import Markup


@dataclass(frozen=True, slots=True, order=True)
class Layer:
    """Something that covers a span of the text; a lower rank stands outside a higher one.

    `element` and `attributes` are what it is drawn with.
    """

    rank: int
    span: Span
    element: str
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """Something that stands between two letters of the text."""

    at: int
    rank: int
    markup: Markup


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch on which the same layers lie throughout, outermost first; the points stand before its first letter."""

    span: Span
    layers: tuple[Layer, ...]
    points: tuple[Point, ...]


def slice_text(length: int, layers: Iterable[Layer], points: Iterable[Point], edges: Iterable[int]) -> Iterator[Slice]:
    """Yield the slices of a text of the given length, also cut at the given edges; the last may be empty."""
    opening, closing, standing = defaultdict(list), defaultdict(list), defaultdict(list)
    for layer in layers:
        if len(layer.span) and layer.span.end <= length:
            opening[layer.span.start].append(layer)
            closing[layer.span.end].append(layer)
    for point in points:
        standing[min(point.at, length)].append(point)
    cuts = sorted({0, length, *opening, *closing, *standing, *(edge for edge in edges if edge <= length)})
    active: set[Layer] = set()
    for start, end in pairwise([*cuts, length]):
        active.difference_update(closing.get(start, ()))
        active.update(opening.get(start, ()))
        yield Slice(Span(start, end), tuple(sorted(active)), tuple(sorted(standing.get(start, ()))))
