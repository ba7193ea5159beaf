"""Pictures in layers: boxes apart, and no line over a box that it does not belong to."""

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

import pytest

from valla.report.layered import Layered, Measures, lay_out

SIZES = Measures(width=100, gap=50, row=30, edge=5)
BOX = 20
Point = tuple[float, float]


def tradition(seed: int, nodes: int) -> tuple[dict[str, int], list[tuple[str, str]]]:
    """Return layers and lines of an invented tradition: most have it from one before, some from two, some lead back."""
    chance = Random(seed)  # noqa: S311 - a reproducible choice, nothing secret
    layers = {f"w{number}": chance.randrange(6) for number in range(nodes)} | {"end": 6}
    names = sorted(layers)
    arcs = [(chance.choice(names), chance.choice(names)) for _ in range(nodes)]
    arcs += [(name, "end") for name in names if name != "end" and chance.random() < 0.3]
    return layers, [arc for arc in dict.fromkeys(arcs) if arc[0] != arc[1]]


def points_of(path: str) -> Iterator[Point]:
    """Yield points along a path, the arrow's head left out."""
    at = (0.0, 0.0)
    for letter, numbers in re.findall(r"([MLC])([-\d. ]+)", path.split("m", maxsplit=1)[0]):
        values = [float(one) for one in numbers.split()]
        if letter == "C":
            yield from curve(at, values)
        at = (values[-2], values[-1])
        yield at


def curve(start: Point, values: list[float]) -> Iterator[Point]:
    """Yield points of a cubic curve."""
    for step in range(1, 20):
        t = step / 20
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        xs, ys = (start[0], *values[0::2]), (start[1], *values[1::2])
        yield (
            sum(weight * x for weight, x in zip(weights, xs, strict=True)),
            sum(weight * y for weight, y in zip(weights, ys, strict=True)),
        )


def boxes_hit(picture: Layered, arc: tuple[str, str]) -> set[str]:
    """Return the boxes, those of its ends left out, into which the line of an arc runs."""
    path = SIZES.line(picture.spots[arc[0]], picture.bends.get(arc, ()), picture.spots[arc[1]])
    return {
        name
        for x, y in points_of(path)
        for name, spot in picture.spots.items()
        if name not in arc
        and SIZES.left(spot) < x < SIZES.left(spot) + SIZES.width
        and abs(SIZES.middle(spot) - y) < BOX / 2
    }


@pytest.mark.parametrize("seed", range(4))
def test_no_line_of_a_hundred_boxes_runs_over_a_box(seed: int) -> None:
    layers, arcs = tradition(seed, 100)
    picture = lay_out(layers, arcs)

    assert {arc: boxes_hit(picture, arc) for arc in arcs if boxes_hit(picture, arc)} == {}


def test_boxes_of_one_column_keep_a_row_apart() -> None:
    picture = lay_out(*tradition(7, 100))

    for layer in range(picture.layers):
        rows = sorted(spot.row for spot in picture.spots.values() if spot.layer == layer)
        assert all(below - above > 0.99 for above, below in pairwise(rows))
    assert min(spot.row for spot in picture.spots.values()) >= 0
    assert max(spot.row for spot in picture.spots.values()) <= picture.rows


def test_lines_to_one_box_share_their_bends() -> None:
    picture = lay_out({"a": 0, "b": 0, "c": 1, "d": 2}, [("a", "d"), ("b", "d"), ("a", "c"), ("c", "d")])

    assert picture.bends["a", "d"] == picture.bends["b", "d"] != ()
    assert picture.bends["a", "c"] == ()


def test_nothing_at_all_is_a_picture_too() -> None:
    assert lay_out({}, ()).spots == {}


def test_order_of_the_lines_does_not_matter() -> None:
    layers, arcs = tradition(3, 30)

    assert lay_out(layers, arcs).spots == lay_out(layers, arcs[::-1]).spots
