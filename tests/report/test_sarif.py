"""The SARIF log, held against the schema that OASIS publishes (see sarif-schema-2.1.0.NOTICE.md)."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from tests.report.affair import FINDINGS, RULES, hostile, nothing_found, outcome
from tests.report.payloads import PAYLOADS

from valla.model.documents import Remark
from valla.model.investigation import Outcome
from valla.report import FORMATS, Style
from valla.report.dossiers import list_entries
from valla.report.sarif import uri_of

SCHEMA = Path(__file__).with_name("sarif-schema-2.1.0.json")
DIGEST = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
OUTCOMES = [outcome(), nothing_found(), *(hostile(payload) for payload in PAYLOADS)]


def run_of(made: Outcome) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(FORMATS["sarif"](made, Style()))["runs"][0]
    return run


def test_the_schema_is_the_published_one() -> None:
    assert sha256(SCHEMA.read_bytes()).hexdigest() == DIGEST


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    return Draft4Validator(json.loads(SCHEMA.read_bytes()), format_checker=Draft4Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("made", OUTCOMES, ids=range(len(OUTCOMES)))
def test_every_log_fits_the_published_schema(made: Outcome, validator: Draft4Validator) -> None:
    validator.validate(json.loads(FORMATS["sarif"](made, Style())))


def test_every_rule_that_was_asked_is_declared_also_the_silent_ones() -> None:
    rules = run_of(outcome())["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == sorted(rule.code for rule in RULES)
    assert rules[[rule["id"] for rule in rules].index("T102")]["help"]["markdown"].startswith("# T102")


def test_each_result_points_at_its_rule_by_index() -> None:
    run = run_of(outcome())

    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_finding_of_a_rule_that_was_not_listed_declares_it() -> None:
    run = run_of(replace(outcome(), rules=()))

    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} >= {finding.code for finding in FINDINGS}


def test_columns_count_code_points() -> None:
    run = run_of(outcome())
    region = run["results"][1]["locations"][0]["physicalLocation"]["region"]
    text = outcome().investigation.document.text

    assert run["columnKind"] == "unicodeCodePoints"
    line = text.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
    assert text[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"]


def test_the_passages_of_the_source_are_related_locations() -> None:
    related = run_of(outcome())["results"][1]["relatedLocations"]

    assert related[0]["physicalLocation"]["artifactLocation"] == {"uri": "minutes-1911", "uriBaseId": "LIBRARY"}
    assert related[0]["message"]["text"] == "minutes-1911, p. 14"


def test_suppressed_and_known_findings_are_results_that_say_so() -> None:
    results = run_of(outcome())["results"]

    suppressed = [result for result in results if "suppressions" in result]
    assert suppressed[0]["suppressions"][0]["justification"] == "the essay tells of it below"
    assert suppressed[0]["suppressions"][0]["kind"] == "external"
    assert [result["ruleId"] for result in results if result["baselineState"] == "unchanged"] == ["C102"]


def test_a_suppression_written_in_the_essay_is_in_source() -> None:
    made = outcome()
    remark = Remark(at=0, words="valla: ignore[T112] the essay tells of it below")
    tables = replace(made.investigation, document=replace(made.investigation.document, remarks=(remark,)))
    results = run_of(replace(made, investigation=tables))["results"]

    assert [row["suppressions"][0]["kind"] for row in results if "suppressions" in row] == ["inSource"]


def test_without_a_baseline_no_result_speaks_of_one() -> None:
    assert not any("baselineState" in result for result in run_of(replace(outcome(), known=()))["results"])


def test_fingerprints_are_those_of_the_baseline() -> None:
    prints = [result["partialFingerprints"]["vallaFinding/v1"] for result in run_of(outcome())["results"]]

    assert prints == [entry.fingerprint for entry in list_entries(outcome())]
    assert len(set(prints)) == len(prints)


def test_sources_that_were_not_read_are_told() -> None:
    notices = run_of(outcome())["invocations"][0]["toolExecutionNotifications"]

    assert any("evening-post" in notice["message"]["text"] for notice in notices)


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("essay.txt", "essay.txt"),
        ("my essay.txt", "my%20essay.txt"),
        ("texts/a b.txt", "texts/a%20b.txt"),
        ("./essay.txt", "essay.txt"),
        ("/home/someone/essay.txt", "essay.txt"),
        ("C:\\papers\\essay.txt", "essay.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("naïve.txt", "na%C3%AFve.txt"),
    ],
)
def test_a_file_is_named_by_a_relative_uri(name: str, uri: str) -> None:
    assert uri_of(name) == uri
