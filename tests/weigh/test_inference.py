"""Exact inference against enumeration by hand, against printed figures, and against closed forms."""

import json
import os
from itertools import product
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.weigh.cases import case_of

from valla.weigh.compiling import compile_case
from valla.weigh.factors import Factor, Floats, eliminate, make_factor, observe
from valla.weigh.leaving import log_ratio
from valla.weigh.networks import posterior

SHARED = Path(os.environ.get("VALLA_SHARED") or Path(__file__).parents[3] / "shared")
FIGURES = SHARED / "weigh" / "published.json"
NETWORKS = 1000


def random_network(seed: int) -> tuple[list[int], list[tuple[tuple[int, ...], Floats]]]:
    """Return sizes and tables of a network of up to seven variables, each with up to three earlier parents."""
    chance = np.random.default_rng(seed)
    sizes = [int(size) for size in chance.integers(2, 4, size=int(chance.integers(2, 8)))]
    nodes = []
    for variable, size in enumerate(sizes):
        count = int(chance.integers(0, min(variable, 3) + 1))
        parents = tuple(int(one) for one in chance.choice(variable, count, replace=False)) if count else ()
        table = chance.dirichlet(np.ones(size), size=[sizes[parent] for parent in parents])
        nodes.append(((*parents, variable), table))
    return sizes, nodes


def by_enumeration(sizes: list[int], nodes: list[tuple[tuple[int, ...], Floats]], seen: dict[int, int]) -> Floats:
    found = np.zeros(sizes[0])
    for state in product(*map(range, sizes)):
        if all(state[variable] == value for variable, value in seen.items()):
            found[state[0]] += prod(float(table[tuple(state[one] for one in scope)]) for scope, table in nodes)
    shares: Floats = found / found.sum()
    return shares


def test_a_thousand_random_networks_agree_with_enumeration() -> None:
    worst = 0.0
    for seed in range(NETWORKS):
        sizes, nodes = random_network(seed)
        chance = np.random.default_rng(seed + NETWORKS)
        others = chance.permutation(np.arange(1, len(sizes)))[: len(sizes) // 2]
        seen = {int(one): int(chance.integers(sizes[int(one)])) for one in others}

        factors = [observe(make_factor(scope, table[..., None]), seen) for scope, table in nodes]
        worst = max(worst, float(abs(eliminate(factors, (0,))[:, 0] - by_enumeration(sizes, nodes, seen)).max()))

    assert worst < 1e-12


def figures() -> dict[str, Any]:
    if not FIGURES.is_file():
        pytest.skip(f"the printed figures are not here ({FIGURES}); set VALLA_SHARED to the folder that holds them")
    table: dict[str, Any] = json.loads(FIGURES.read_text("utf-8"))
    return table


def factor(scope: tuple[int, ...], table: list[Any]) -> Factor:
    return make_factor(scope, np.array(table, dtype=float)[..., None])


def clark() -> list[Factor]:
    """Causes of both deaths (0, 1), guilt (2), then bruising and disease of each (3 to 6)."""
    cpts = figures()["sally_clark"]["cpts"]
    first, sids, murder = (
        cpts["Acause"]["SIDS"],
        cpts["Bcause|Acause"]["SIDS"]["SIDS"],
        cpts["Bcause|Acause"]["Murder"]["Murder"],
    )
    signs = [
        [[1 - cpts[key][cause], cpts[key][cause]] for cause in ("SIDS", "Murder")]
        for key in ("bruising|cause (A and B)", "disease|cause (A and B)")
    ]
    return [
        factor((0,), [first, 1 - first]),
        factor((0, 1), [[sids, 1 - sids], [1 - murder, murder]]),
        factor((0, 1, 2), [[[1, 0], [0, 1]], [[0, 1], [0, 1]]]),
        factor((0, 3), signs[0]),
        factor((1, 4), signs[0]),
        factor((0, 5), signs[1]),
        factor((1, 6), signs[1]),
    ]


def test_the_printed_posteriors_of_sally_clark() -> None:
    names = {"Abruising": 3, "Bbruising": 4, "Adisease": 5, "Bdisease": 6}
    for given_, printed in figures()["sally_clark"]["published P(Guilty=Yes | ...)"]:
        seen = {names[name]: int(state == "Yes") for name, state in given_.items()}

        found = eliminate([observe(one, seen) for one in clark()], (2,))[1, 0]

        assert found == pytest.approx(printed, abs=1e-7)


def test_the_printed_posteriors_of_the_match_and_the_witness() -> None:
    rows = figures()["dna_and_witness"]["published P(murder | ...)"]
    network = [
        factor((0,), [0.01, 0.99]),
        factor((0, 1), [[0.7, 0.3], [0.4, 0.6]]),
        factor((0, 2), [[1, 0], [0.001, 0.999]]),
    ]
    for given_, printed in rows:
        states = {"W": {"seen": 0, "notseen": 1}, "DNA": {"match": 0, "no match": 1}}
        seen = {{"W": 1, "DNA": 2}[name]: states[name][state] for name, state in given_.items()}

        assert eliminate([observe(one, seen) for one in network], (0,))[0, 0] == pytest.approx(printed, abs=1e-7)


def confessions(count: int) -> str:
    lines = [
        "case: Who did it?",
        "hypotheses: {guilty: {prior: 0.3, why: test}, other: rest}",
        "assumptions: {pressed: {p: 0.6, why: test}}",
        "sources:",
    ]
    lines += [
        f"  c{i}: {{if: {{guilty: 0.7, else: 0.05}}, when: {{pressed: {{guilty: 0.8, else: 0.8}}}}}}"
        for i in range(count)
    ]
    return "\n".join(lines)


@pytest.mark.parametrize("count", [1, 2, 3, 5, 10, 20])
def test_unanimity_under_one_common_cause_has_the_closed_form(count: int) -> None:
    network = compile_case(case_of(confessions(count)))
    expected = (0.6 * 0.8**count + 0.4 * 0.7**count) / (0.6 * 0.8**count + 0.4 * 0.05**count)

    found = np.exp(log_ratio(network, 0, list(network.evidence)))

    assert found == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("count", [1, 2, 3, 5, 10, 20])
def test_unanimity_is_as_printed(count: int) -> None:
    network = compile_case(case_of(confessions(count)))

    found = np.exp(log_ratio(network, 0, list(network.evidence)))

    assert found == pytest.approx(figures()["unanimity"]["LR by n"][str(count)]["common cause"], rel=1e-9)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0.01, 0.99), min_size=4, max_size=4), st.integers(1, 30))
def test_many_settings_at_once_are_each_alone(ends: list[float], count: int) -> None:
    network = compile_case(case_of(confessions(2)))
    values = np.repeat(network.middle, count, axis=1)
    values[1] = np.linspace(ends[0], ends[1], count)
    values[2] = np.linspace(ends[2], ends[3], count)

    together = posterior(network, values)

    for column in range(count):
        assert together[:, column] == pytest.approx(posterior(network, values[:, [column]])[:, 0], abs=1e-12)
