"""The demo says exactly what is planted in it: no finding is missing, none is there that nobody planted."""

import json
from collections import Counter
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest

from valla.cli.work import investigate_essay, settle_essay
from valla.files.settings import Settings
from valla.model.findings import Finding
from valla.model.investigation import Outcome
from valla.model.quotations import Quotation
from valla.rules import all_rules

TABLE = Path(__file__).parent / "expected.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in TABLE.read_text(encoding="utf-8").splitlines()]
PLANTED = [row for row in ROWS if "code" in row]
SILENT = [row for row in ROWS if "silent" in row]
NOT_IN_TEXTS = {"R110", "T140", "T150"}
"""Rules that speak of scans, printed pages and files that changed, of which a folder of plain texts has none."""

OUTCOME: list[Outcome] = []


@pytest.fixture
def outcome() -> Outcome:
    if not OUTCOME:
        with as_file(files("valla.demo") / "affair") as affair:
            settings = Settings(library=(str(affair / "sources"),), facts=(str(affair / "lives.csv"),))
            essay = affair / "essay.md"
            OUTCOME.append(settle_essay(investigate_essay(essay, settings), settings, essay=essay))
    return OUTCOME[0]


def words_of(finding: Finding, outcome: Outcome) -> str:
    """Return the words that a finding is about: its quotation's, else those of its place."""
    investigation = outcome.investigation
    quotation = investigation.quotation.get(finding.quotation) if finding.quotation else None
    return quotation.words(investigation.document.text) if quotation else finding.span.of(investigation.document.text)


def quotations_of(words: str, outcome: Outcome) -> list[Quotation]:
    """Return the quotations that begin with certain words; a scare quotation is one too."""
    text = outcome.investigation.document.text
    return [row for row in outcome.investigation.quotations if row.words(text).startswith(words)]


def test_the_demo_reports_exactly_what_is_planted(outcome: Outcome) -> None:
    reported = [(finding.code, words_of(finding, outcome)) for finding in outcome.findings]
    missing = list(PLANTED)
    unplanted = []
    for code, words in reported:
        row = next((row for row in missing if row["code"] == code and words.startswith(row["words"])), None)
        if row is None:
            unplanted.append((code, words[:60]))
        else:
            missing.remove(row)

    assert not unplanted
    assert not missing


def test_every_rule_of_the_default_set_is_planted() -> None:
    default = {loaded.rule.code for loaded in all_rules() if loaded.rule.default}

    assert {row["code"] for row in PLANTED} == default - NOT_IN_TEXTS


@pytest.mark.parametrize("row", SILENT, ids=[row["words"][:40] for row in SILENT])
def test_what_is_honest_draws_no_finding(row: dict[str, Any], outcome: Outcome) -> None:
    reported = Counter(
        words_of(finding, outcome).startswith(row["words"])
        for finding in outcome.findings
        if finding.code not in row.get("besides", [])
    )

    assert not reported[True], row["silent"]


@pytest.mark.parametrize("row", SILENT, ids=[row["words"][:40] for row in SILENT])
def test_what_is_honest_is_taken_for_what_it_is(row: dict[str, Any], outcome: Outcome) -> None:
    found = quotations_of(row["words"], outcome)
    titles = [title for title in outcome.investigation.titles if title.anchor.exact.startswith(row["words"])]
    kind = row["as"]

    if kind == "title":
        assert titles
        assert not found
    elif kind == "scare":
        assert found
        assert all(quotation.scare for quotation in found)
    else:
        assert [outcome.investigation.trace[quotation.id].verdict.value for quotation in found] == [kind] * len(found)
        assert found


def test_the_affair_gives_each_explanation_a_strong_and_honest_quotation() -> None:
    favoured = {row["favours"] for row in SILENT if "favours" in row}

    assert favoured == {"the keeper failed", "the oil failed", "a hand put it out"}
