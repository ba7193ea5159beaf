"""The small forms: for editors, workflow commands, dashboards of tests, and comments."""

from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt
from tests.report.affair import FINDINGS, hostile, nothing_found, outcome
from tests.report.payloads import PAYLOADS

from valla.report import FORMATS, Style


def test_a_concise_line_names_file_line_column_rule_and_message() -> None:
    lines = FORMATS["concise"](outcome(), Style()).splitlines()

    assert (
        lines[1] == "ferry.txt:8:23: T102 error polarity-changed “never” stands in the source and not in the quotation"
    )
    assert len(lines) == len(FINDINGS) + 1


def test_the_last_line_counts_the_unchecked() -> None:
    last = FORMATS["concise"](nothing_found(), Style()).splitlines()[-1]

    assert last.startswith("No findings in 10 quotations.")
    assert "not a pass" in last


def test_a_note_becomes_a_notice() -> None:
    lines = FORMATS["github"](outcome(), Style()).splitlines()

    assert lines[0].startswith("::notice file=ferry.txt,line=3,endLine=3,col=2,endColumn=35,title=T190 unchecked::")
    assert lines[1].startswith("::error ")
    assert lines[3].startswith("::warning ")


def test_in_junit_an_unchecked_quotation_is_skipped_and_never_passes() -> None:
    suite = ET.fromstring(FORMATS["junit"](nothing_found(), Style()))[0]  # noqa: S314  (our own output)

    assert (suite.get("tests"), suite.get("skipped"), suite.get("failures")) == ("10", "10", "0")
    assert len(suite.findall("./testcase/skipped")) == 10


def test_in_junit_errors_and_warnings_fail_and_notes_are_told() -> None:
    suite = ET.fromstring(FORMATS["junit"](outcome(), Style()))[0]  # noqa: S314  (our own output)

    failures = suite.findall("./testcase/failure")
    assert [row.get("type") for row in failures] == [
        "error T102",
        "error T104",
        "warning T111",
        "warning Q101",
        "warning R190",
    ]
    assert "T190" in (suite.findtext("./testcase/system-out") or "")


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_junit_stays_well_formed_whatever_the_text(payload: str) -> None:
    suite = ET.fromstring(FORMATS["junit"](hostile(payload), Style()))[0]  # noqa: S314  (our own output)

    assert suite.get("tests") == "2"


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_in_markdown_no_text_becomes_markup(payload: str) -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(FORMATS["markdown"](hostile(payload), Style()))

    kinds = {token.type for token in tokens} | {part.type for token in tokens for part in token.children or ()}
    allowed = {"inline", "text", "text_special", "softbreak", "hardbreak"}
    assert {kind for kind in kinds if not kind.endswith(("_open", "_close"))} <= allowed
    opened = {token.tag for token in tokens if token.nesting == 1}
    assert opened <= {"h2", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}


def test_markdown_lists_the_findings_and_the_missing_works() -> None:
    shown = FORMATS["markdown"](outcome(), Style())

    assert "| 8 | error | T102 polarity-changed |" in shown
    assert "| Evening Post, 12 May 1911 | 1 |" in shown
    assert "2 of 10 quotations could not be checked" in shown
