"""Dependence: copies, merged sources and the order of entries never move an answer as new reports would."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.weigh.cases import SHIPPED, case_of

from valla.model.cases import Case
from valla.weigh.compiling import compile_case
from valla.weigh.networks import Network, posterior
from valla.weigh.probing import price_inquiries
from valla.weigh.structure import trace_structure

HEAD = """\
case: Who did it?
hypotheses: {one: {prior: 0.2..0.4, why: test}, two: {prior: 0.3, why: test}, other: rest}
"""
ORIGIN = "origins: {letter: {says: one, if: {one: 0.6, else: 0.15}}}\n"


def with_copies(count: int, copies: float = 0.9, origin: str = ORIGIN) -> str:
    lines = "".join(f"  copy-{i}: {{from: letter, copies: {copies}}}\n" for i in range(count))
    return HEAD + origin + ("sources:\n" + lines if count else "")


def middle_of(case: Case, evidence: dict[str, int] | None = None) -> np.ndarray:
    network = compile_case(case)
    seen = None if evidence is None else {network.place[name]: state for name, state in evidence.items()}
    shares: np.ndarray = posterior(network, network.middle, seen)[:, 0]
    return shares


@pytest.mark.parametrize("copies", [0.3, 0.9, 0.99])
def test_no_number_of_copies_moves_the_answer_beyond_their_origin(copies: float) -> None:
    full = case_of(with_copies(100, copies))
    ceiling = middle_of(full, {"letter": 1})[0]
    reached = [middle_of(replace(full, sources=full.sources[:count]))[0] for count in range(101)]

    assert max(reached) <= ceiling + 1e-12
    assert all(later >= earlier - 1e-12 for earlier, later in pairwise(reached))
    assert reached[100] == pytest.approx(ceiling, abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(st.floats(0.02, 0.98), st.floats(0.02, 0.98), st.floats(0.05, 0.95), st.integers(1, 12))
def test_copies_of_any_origin_stay_between_the_prior_and_the_origin(
    true: float, false: float, copies: float, count: int
) -> None:
    origin = f"origins: {{letter: {{if: {{one: {true:.4f}, else: {false:.4f}}}}}}}\n"
    prior, known = (middle_of(case_of(with_copies(0, origin=origin)), seen)[0] for seen in ({}, {"letter": 1}))
    copied = case_of(with_copies(count, round(copies, 4), origin))

    reached = middle_of(copied)[0]

    assert min(prior, known) - 1e-9 <= reached <= max(prior, known) + 1e-9


def test_a_copy_of_a_copy_that_is_held_adds_nothing() -> None:
    one = case_of(with_copies(1))
    chain = case_of(with_copies(1) + "  later: {from: copy-0, copies: 0.8}\n  latest: {from: later, copies: 0.5}\n")

    assert middle_of(chain) == pytest.approx(middle_of(one), abs=1e-12)


def test_two_identical_sources_merged_change_nothing() -> None:
    source = "{says: one, if: {one: 0.5..0.8, else: 0.1}}"
    twice = case_of(HEAD + f"sources:\n  print: {source}\n  reprint: {{from: print, copies: 0.9}}\n")
    once = case_of(HEAD + f"sources:\n  print: {source}\n")

    assert middle_of(twice) == pytest.approx(middle_of(once), abs=1e-12)
    assert trace_structure(twice).lines == trace_structure(once).lines == 1


def turned(case: Case) -> Case:
    """Return a case with every table in the opposite order, but for `when`, whose order has a meaning."""
    return Case(
        name=case.name, question=case.question, hypotheses=case.hypotheses[::-1], assumptions=case.assumptions[::-1],
        witnesses=case.witnesses[::-1], origins=case.origins[::-1], sources=case.sources[::-1],
    )  # fmt: skip


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_order_of_entries_changes_nothing(path: Path) -> None:
    case = case_of(path.read_text("utf-8"))
    network, other = compile_case(case), compile_case(turned(case))

    assert posterior(network, network.middle)[::-1, 0] == pytest.approx(posterior(other, other.middle)[:, 0], abs=1e-12)
    bits: list[dict[str, float]] = [{row.entry: row.bits for row in price_inquiries(one)} for one in (network, other)]
    assert bits[0] == pytest.approx(bits[1], abs=1e-12)
    assert trace_structure(case).lines == trace_structure(turned(case)).lines


@pytest.mark.parametrize(
    ("sources", "reports", "origins", "lines", "through"),
    [
        ("a: {from: letter}\n  b: {from: letter}", 2, 1, 1, ("letter",)),
        ("a: {from: letter}\n  b: {from: a}\n  c: {if: {one: 0.5, else: 0.1}}", 3, 2, 2, ()),
        ("a: {from: [letter, rumour]}", 1, 2, 1, ("a",)),
        ("a: {from: [letter, rumour]}\n  b: {from: [letter, rumour]}", 2, 2, 2, ()),
        ("a: {silent on: it, mentions if: {one: 0.5, else: 0.1}}", 0, 0, 0, ()),
    ],
)
def test_lines_are_ways_that_share_no_entry(
    sources: str, reports: int, origins: int, lines: int, through: tuple[str, ...]
) -> None:
    behind = "origins: {letter: {if: {one: 0.6, else: 0.1}}, rumour: {if: {one: 0.6, else: 0.1}}}\n"
    found = trace_structure(case_of(HEAD + behind + f"sources:\n  {sources}\n"))

    assert (found.reports, found.origins, found.lines, found.through) == (reports, origins, lines, through)


def network_of(text: str) -> Network:
    return compile_case(case_of(text))


def test_two_statements_of_one_witness_are_worth_less_than_of_two() -> None:
    statement = "if: {one: 0.7, else: 0.1}"
    witness = "witnesses: {smith: {mistaken: 0.2, lying: 0.3, why: test}}\n"
    shared = HEAD + witness + f"sources:\n  a: {{{statement}, witness: smith}}\n  b: {{{statement}, witness: smith}}\n"
    apart = (
        HEAD
        + witness.replace("}}", "}, jones: {mistaken: 0.2, lying: 0.3, why: test}}")
        + (f"sources:\n  a: {{{statement}, witness: smith}}\n  b: {{{statement}, witness: jones}}\n")
    )

    assert middle_of(case_of(shared))[0] < middle_of(case_of(apart))[0]
