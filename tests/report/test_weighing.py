"""What a weighing looks like: its schema, its forms, and that no text in a case becomes markup or a formula."""

import json
import re
from functools import cache

import pytest
from jsonschema import Draft202012Validator
from tests.weigh.cases import case_of, shipped

from valla.audit import audit_case
from valla.model.weights import Weighing
from valla.report.weighing import WEIGHINGS, read_weighing_schema
from valla.report.weighing.figures import share, span
from valla.report.weighing.layers import layers_of
from valla.weigh import label_arguments, pool_analysts, weigh_case

OTHER = """\
case: Who burnt the mill at Alder, 1788?
analyst: another
hypotheses:
  miller: {prior: 0.05..0.1, why: test}
  lightning: {prior: 0.6, why: test}
  tramps: rest
sources:
  servant: {if: {miller: 0.5, else: 0.4}}
"""
HOSTILE = """\
case: "<script>alert(1)</script> =1+1"
hypotheses:
  one: {prior: 0.3, why: "</style><b>", says: "<img src=x onerror=alert(1)>"}
  two: rest
sources:
  s: {if: {one: 0.5, else: 0.1}, ref: "\\"><script>", says: "<script>"}
arguments:
  a: {says: "]] <c> #x [y]", supports: one}
"""


@cache
def mill() -> Weighing:
    case = shipped("mill.yaml")
    return weigh_case(case, audit_case(case, label_arguments(case)), draws=2000)


@cache
def other() -> Weighing:
    return weigh_case(case_of(OTHER), draws=2000)


def test_the_json_holds_its_schema_and_keeps_every_digit() -> None:
    text = WEIGHINGS["json"]([mill(), other()], pool_analysts([mill(), other()]))
    data = json.loads(text)

    Draft202012Validator(json.loads(read_weighing_schema())).validate(data)
    assert data["weighings"][0]["shares"][0]["middle"] == mill().shares[0].middle


def test_the_text_says_the_verdict_the_ranges_and_the_lines() -> None:
    text = WEIGHINGS["text"]([mill()], None)

    assert "Leans to miller: it leads in all of the draws" in text
    assert ".35–>.99" in text
    assert "6 reports, 4 origins, 4 independent lines." in text
    assert "source tinder (line 30)" in text


def test_every_link_of_the_page_leads_to_a_line_of_the_case() -> None:
    page = WEIGHINGS["html"]([mill(), other()], pool_analysts([mill(), other()]))
    targets = set(re.findall(r'href="#([^"]+)"', page))

    assert targets
    assert targets <= set(re.findall(r'id="([^"]+)"', page))
    assert not re.search(r'(?:src|href)="(?!#)', page)


def test_no_text_of_a_case_becomes_markup() -> None:
    page = WEIGHINGS["html"]([weigh_case(case_of(HOSTILE), draws=200)], None)

    assert "<script" not in page
    assert "<img" not in page
    assert "<b>" not in page


def test_the_matrix_as_csv_has_a_row_for_each_source() -> None:
    lines = WEIGHINGS["csv"]([mill()], None).splitlines()

    assert lines[0] == "case,source,kind,line,miller,lightning,tramps"
    assert lines[-1] == "test,rector,silence,32,0.95,0.35,0.95"
    assert len(lines) == 8


def test_the_argdown_map_has_the_labels_and_no_stray_marks() -> None:
    text = WEIGHINGS["argdown"]([mill()], None)
    hostile = WEIGHINGS["argdown"]([weigh_case(case_of(HOSTILE), draws=200)], None)

    assert "<two-books>: he kept a second ledger for the insurer #out\n  _> <ledger>" in text
    assert "<a>:" in hostile
    assert "<c>" not in hostile


def test_the_network_as_bif_has_rows_that_sum_to_one() -> None:
    text = WEIGHINGS["bif"]([mill()], None)
    rows = re.findall(r"^  (?:table|\([^)]*\)) (.+);$", text, re.MULTILINE)

    assert "probability ( servant | hypotheses, pressed )" in text
    assert len(rows) == 1 + 3 + 3 + 3 + 2 + 2 + 2 + 6 + 6 + 3 + 3
    assert [sum(map(float, row.split(", "))) for row in rows] == pytest.approx([1.0] * len(rows))


def test_analysts_are_pooled_between_their_answers_and_part_where_they_differ() -> None:
    pool = pool_analysts([mill(), other()])
    miller = pool.shares[0]

    assert sum(row.share for row in pool.shares) == pytest.approx(1)
    assert miller.low < miller.share < miller.high
    assert pool.dissents[0].key == "servant.else"
    assert [row.apart for row in pool.dissents] == sorted((row.apart for row in pool.dissents), reverse=True)


def test_no_figure_claims_certainty() -> None:
    assert (share(0.0001), share(0.99999), span(0.001, 0.002), share(0.354)) == ("<.01", ">.99", "<.01", ".35")


def test_a_ring_of_arguments_can_be_laid_out() -> None:
    spots = layers_of(["a", "b", "c"], [("a", "b"), ("b", "a"), ("b", "c")])

    assert len(set(spots.values())) == 3
    assert spots["c"] > spots["b"]
