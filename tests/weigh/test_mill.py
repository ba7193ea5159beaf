"""The invented mill: every figure of the table that the method was designed on."""

from functools import cache

import pytest
from tests.weigh.cases import shipped

from valla.model.weights import Verdict, Weighing
from valla.weigh import weigh_case


@cache
def mill() -> Weighing:
    return weigh_case(shipped("mill.yaml"))


def without(entry: str) -> float:
    return next(row.shares[0] for row in mill().withouts if row.entry == entry)


def test_the_midpoints() -> None:
    assert [round(row.middle, 3) for row in mill().shares] == [0.888, 0.037, 0.075]


def test_the_naive_product_counts_each_copy_as_its_origin() -> None:
    assert round(mill().shares[0].naive, 5) == 0.99957


def test_nine_draws_of_ten_and_the_lead_in_all_of_them() -> None:
    miller = mill().shares[0]

    assert (round(miller.fifth, 2), round(miller.ninety_fifth, 2)) == (0.75, 0.96)
    assert mill().leads_in == 1.0


def test_all_corners_do_not_settle_it() -> None:
    corners, (miller, _, tramps) = mill().corners, mill().shares

    assert (corners.count, corners.exact) == (2048, True)
    assert (round(miller.low, 3), round(miller.high, 3)) == (0.354, 0.995)
    assert round(tramps.high, 3) == 0.541
    assert mill().verdict is Verdict.LEANS


def test_three_newspapers_are_worth_one_report() -> None:
    [letter] = mill().groups

    assert letter.members == ("gazette", "mercury", "almanac")
    assert round(letter.together, 1) == 4.0
    assert round(letter.product) == 51
    assert round(letter.worth, 2) == 1.04


@pytest.mark.parametrize(
    ("entry", "figure"), [("tinder", 0.617), ("letter", 0.666), ("servant", 0.815), ("ledger", 0.960)]
)
def test_without_one_entry(entry: str, figure: float) -> None:
    assert without(entry) == pytest.approx(figure, abs=0.0006)


@pytest.mark.parametrize(
    ("place", "key", "low", "high"),
    [(0, "ledger.miller", 0.80, 0.92), (1, "miller.prior", 0.81, 0.93), (2, "planted.else", 0.85, 0.93)],
)
def test_the_longest_bars(place: int, key: str, low: float, high: float) -> None:
    bar = mill().bars[place]

    assert bar.number.key == key
    assert tuple(round(end, 2) for end in sorted((bar.at_low, bar.at_high))) == (low, high)


def test_one_number_flips_it_outside_of_its_range() -> None:
    flips = {flip.number.key: flip for flip in mill().flips}

    assert round(flips["miller.prior"].value, 2) == 0.05
    assert round(flips["ledger.miller"].value, 3) == 0.017
    assert not flips["miller.prior"].inside
    assert not flips["ledger.miller"].inside


def test_what_to_find_out_first() -> None:
    bits = {row.entry: row.bits for row in mill().inquiries}

    assert list(bits) == ["planted", "pressed", "letter"]
    assert [round(value, 3) for value in bits.values()][:2] == [0.113, 0.033]
    assert round(bits["letter"], 4) == 0.0001


def test_six_reports_stand_on_four_lines() -> None:
    structure = mill().structure

    assert (structure.reports, structure.origins, structure.lines, structure.through) == (6, 4, 4, ())


def test_two_runs_give_the_same_answer() -> None:
    assert weigh_case(shipped("mill.yaml")) == mill()
