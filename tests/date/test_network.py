"""Chains of statements that cannot all hold are found quickly, and no more than the shortest is named."""

import itertools
import random

from valla.date.network import contradictions_in, edges_of, propagate

CIRCLE = [f"e{number:05d}" for number in (100, 2000, 4000, 6000, 8000)]


def many() -> list[tuple[str, str]]:
    """Return thirty thousand statements about ten thousand events, all in one order."""
    choose = random.Random(4)  # noqa: S311  (a fixed sample, not a secret)
    pairs = (sorted(choose.sample(range(10_000), 2)) for _ in range(30_000))
    return [(f"e{one:05d}", f"e{other:05d}") for one, other in pairs]


def test_a_planted_circle_of_five_among_ten_thousand_is_named_exactly() -> None:
    planted = [*zip(CIRCLE, [*CIRCLE[1:], CIRCLE[0]], strict=True)]
    statements = [*many(), *planted]

    assert contradictions_in(statements, {}) == [(CIRCLE, True)]


def test_an_order_that_can_be_draws_nothing() -> None:
    assert contradictions_in(many(), {}) == []


def test_an_order_against_the_dates_names_the_nearest_reason() -> None:
    statements = [("a", "b"), ("b", "c"), ("x", "c"), ("c", "d")]

    assert contradictions_in(statements, {"a": (50, 60), "x": (1, 2), "d": (5, 9)}) == [(["a", "b", "c", "d"], False)]


def test_bounds_go_both_ways() -> None:
    tight = propagate(edges_of([("a", "b"), ("b", "c")]), {"a": (10, 20), "c": (5, 30)})

    assert tight == {"a": (10, 20), "b": (10, 30), "c": (10, 30)}


def test_a_long_chain_needs_no_recursion() -> None:
    names = [f"n{number:06d}" for number in range(50_000)]

    assert contradictions_in(list(itertools.pairwise(names)), {}) == []
