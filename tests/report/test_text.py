"""The report for a terminal."""

import re
from pathlib import Path

import pytest
from tests.report.affair import LETTER, hostile, nothing_found, outcome

from valla.model.investigation import Investigation, Outcome
from valla.report import FORMATS, Style
from valla.report.columns import width_of

GOLDEN = Path(__file__).with_name("affair.expected.txt")
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def text(made: Outcome, style: Style | None = None) -> str:
    return FORMATS["text"](made, style or Style())


def test_the_whole_report_reads_as_agreed() -> None:
    assert text(outcome()) == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("width", [60, 72, 80, 100, 120])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, *, colour: bool) -> None:
    for made in (outcome(), nothing_found(), hostile("漢字" * 60), hostile("word " * 90)):
        shown = COLOURS.sub("", text(made, Style(width=width, colour=colour)))
        assert max(map(width_of, shown.splitlines())) <= width


def test_a_changed_word_stands_over_its_counterpart() -> None:
    lines = text(outcome(), Style(width=100)).splitlines()
    essay = next(line for line in lines if "9th of May" in line and "essay" in line)
    source = lines[lines.index(essay) + 2]

    assert essay.index("9th") == source.index("7th")
    assert essay.index("received") == source.index("received")
    assert lines[lines.index(essay) + 1].index("^") == source.index("never")


def test_colours_come_only_when_they_are_asked_for() -> None:
    assert "\x1b" not in text(outcome())
    assert "\x1b[" in text(outcome(), Style(colour=True))


def test_a_report_in_which_nothing_was_compared_says_that_it_is_no_pass() -> None:
    shown = text(nothing_found())

    assert "not a pass" in shown
    assert "10 could not be checked" in shown
    assert "No findings" in shown


def test_an_essay_without_quotations_says_that_nothing_was_compared() -> None:
    empty = Outcome(investigation=Investigation(document=outcome().investigation.document), findings=())

    assert "not a pass" in text(empty)


def test_strict_says_that_the_unchecked_fail() -> None:
    assert "--strict" in text(nothing_found(), Style(strict=True))
    assert "--strict" not in text(nothing_found())


def test_unchecked_quotations_are_listed_by_the_work_they_need() -> None:
    assert "Evening Post, 12 May 1911 (line 16)" in text(outcome())


def test_what_a_join_hides_and_what_a_cut_leaves_out_is_told() -> None:
    shown = text(outcome(), Style(width=120))

    assert "9 words left out behind the ellipsis, among them a name: “, the Board being unanimous" in shown
    assert "provided that the treasurer agreed" in shown


def test_suppressed_and_known_findings_are_counted_but_not_shown() -> None:
    shown = text(outcome())

    assert "1 finding suppressed with a reason and 1 finding known" in " ".join(shown.split())
    assert "T112" not in shown


def test_the_line_of_a_quotation_is_that_of_the_file() -> None:
    line = outcome().investigation.document.text[: LETTER.span.start].count("\n") + 1

    assert f"line {line}  “the Board received" in text(outcome())


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_two_runs_give_equal_reports(form: str) -> None:
    assert FORMATS[form](outcome(), Style()) == FORMATS[form](outcome(), Style())
