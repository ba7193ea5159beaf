"""Which arguments stand: against brute force on small graphs, and on cases read from text."""

from importlib.util import find_spec
from itertools import combinations

import numpy as np
import pytest
from tests.weigh.cases import case_of

from valla.model.arguments import Label
from valla.weigh import label_arguments
from valla.weigh.labelling import label_grounded
from valla.weigh.stories import preferred_sets, stable_sets, tell_stories

Attacks = list[tuple[int, int]]
NEEDS_CLINGO = pytest.mark.skipif(
    find_spec("clingo") is None, reason="clingo is not installed: pip install 'valla[asp]'"
)


def random_graph(seed: int, most: int) -> tuple[int, Attacks]:
    chance = np.random.default_rng(seed)
    count = int(chance.integers(1, most + 1))
    density = float(chance.uniform(0.05, 0.4))
    return count, [(a, b) for a in range(count) for b in range(count) if chance.random() < density]


def grounded_by_iteration(count: int, attacks: Attacks) -> set[int]:
    """Return the least fixed point of what is defended."""
    attackers = {entry: {a for a, b in attacks if b == entry} for entry in range(count)}
    stands: set[int] = set()
    while True:
        hit = {b for a, b in attacks if a in stands}
        more = {entry for entry in range(count) if attackers[entry] <= hit}
        if more == stands:
            return stands
        stands = more


def admissible_by_force(count: int, attacks: Attacks) -> list[frozenset[int]]:
    """Return every admissible set; a set is a mask of bits."""
    hits = [sum(1 << b for b in {b for a, b in attacks if a == entry}) for entry in range(count)]
    struck = [sum(1 << a for a in {a for a, b in attacks if b == entry}) for entry in range(count)]
    found = []
    for mask in range(1 << count):
        members = [entry for entry in range(count) if mask >> entry & 1]
        hit = 0
        for entry in members:
            hit |= hits[entry]
        if not hit & mask and all(struck[entry] & ~hit == 0 for entry in members):
            found.append(frozenset(members))
    return found


def test_a_thousand_graphs_are_labelled_as_by_iteration() -> None:
    for seed in range(1000):
        count, attacks = random_graph(seed, 14)
        stands = grounded_by_iteration(count, attacks)
        fallen = {b for a, b in attacks if a in stands}

        labels, felled_by = label_grounded(count, attacks)

        assert {entry for entry in range(count) if labels[entry] is Label.IN} == stands
        assert {entry for entry in range(count) if labels[entry] is Label.OUT} == fallen
        assert all((felled_by[entry], entry) in attacks and felled_by[entry] in stands for entry in fallen)


@NEEDS_CLINGO
def test_preferred_and_stable_sets_are_as_by_force() -> None:
    for seed in range(60):
        count, attacks = random_graph(seed, 12)
        admissible = admissible_by_force(count, attacks)
        largest = {one for one in admissible if not any(one < other for other in admissible)}
        stable = {one for one in admissible if len(one | {b for a, b in attacks if a in one}) == count}

        assert set(map(frozenset, preferred_sets(count, attacks, most=0))) == largest
        assert set(map(frozenset, stable_sets(count, attacks, most=0))) == stable


HEAD = (
    "case: Which?\nhypotheses: {one: {prior: 0.3, why: test}, other: rest}\nsources: {s: {if: {one: 0.5, else: 0.1}}}\n"
)


def labels_of(arguments: str, claims: str = "c: something") -> dict[str, str]:
    case = case_of(f"{HEAD}claims: {{{claims}}}\narguments:\n{arguments}")
    return {row.name: row.label.value for row in label_arguments(case)}


def test_a_claim_stands_while_an_argument_for_it_stands() -> None:
    both = labels_of("  a: {says: x, supports: c}\n  b: {says: x, supports: c}\n  d: {says: x, rebuts: a}\n")
    none = labels_of("  a: {says: x, supports: c}\n  d: {says: x, rebuts: a}\n")

    assert (both["a"], both["c"]) == ("out", "in")
    assert (none["a"], none["c"]) == ("out", "out")


def test_a_claim_falls_by_a_standing_rebuttal() -> None:
    assert labels_of("  a: {says: x, supports: c}\n  r: {says: x, rebuts: c}\n")["c"] == "out"


def test_an_argument_falls_with_what_it_rests_on() -> None:
    found = labels_of("  a: {says: x, supports: c, rests on: [s]}\n  u: {says: x, undercuts: s}\n")

    assert (found["s"], found["a"], found["c"]) == ("out", "out", "out")


def test_what_is_defended_is_restored() -> None:
    found = labels_of("  a: {says: x, supports: c}\n  b: {says: x, rebuts: a}\n  d: {says: x, undercuts: b}\n")

    assert (found["d"], found["b"], found["a"], found["c"]) == ("in", "out", "in", "in")


def test_arguments_against_each_other_stay_open() -> None:
    found = labels_of("  a: {says: x, supports: c, rebuts: b}\n  b: {says: x, rebuts: a}\n")

    assert (found["a"], found["b"], found["c"]) == ("undecided", "undecided", "undecided")


@NEEDS_CLINGO
def test_two_stories_remain_of_two_that_exclude_each_other() -> None:
    case = case_of(f"{HEAD}arguments:\n  a: {{says: x, rebuts: b}}\n  b: {{says: x, rebuts: a}}\n")

    assert tell_stories(case).preferred == (("a",), ("b",))
    assert tell_stories(case).stable == (("a",), ("b",))


def test_every_pair_of_attackers_is_kept() -> None:
    pairs = list(combinations(range(40), 2))

    labels, _ = label_grounded(40, pairs)

    assert labels[0] is Label.IN
    assert set(labels[1:]) == {Label.OUT}
