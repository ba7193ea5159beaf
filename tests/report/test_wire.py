"""The JSON for other programs, held against its own schema."""

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.report.affair import FINDINGS, LETTER, hostile, investigation, nothing_found, outcome
from tests.report.payloads import PAYLOADS

from valla.model.anchors import Span
from valla.model.documents import Segment
from valla.model.investigation import Investigation, Outcome
from valla.report import FORMATS, Style
from valla.report.wire import read_schema, render_inspection
from valla.report.wire_page import render_wire_page

PAGE = Path(__file__).parents[2] / "docs" / "guide" / "wire-schema.md"
OUTCOMES = [outcome(), nothing_found(), *(hostile(payload) for payload in PAYLOADS)]


def closed_schema() -> dict[str, Any]:
    """Return the schema with no room for a key that it does not describe."""
    schema: dict[str, Any] = deepcopy(json.loads(read_schema()))
    for part in schema["$defs"].values():
        part["additionalProperties"] = False
    return schema


def inspected(made: Investigation) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render_inspection(made, FINDINGS))
    return found


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(read_schema()))


@pytest.mark.parametrize("made", OUTCOMES, ids=range(len(OUTCOMES)))
def test_every_object_is_described_by_the_schema_to_the_last_key(made: Outcome) -> None:
    validator = Draft202012Validator(closed_schema())

    validator.validate(json.loads(render_inspection(made.investigation, made.findings)))
    validator.validate(json.loads(FORMATS["json"](made, Style())))


def test_each_line_of_jsonl_is_a_finding() -> None:
    schema = closed_schema()
    validator = Draft202012Validator({"$defs": schema["$defs"], "$ref": "#/$defs/finding"})
    lines = FORMATS["jsonl"](outcome(), Style()).splitlines()

    assert len(lines) == len(FINDINGS)
    for line in lines:
        validator.validate(json.loads(line))


def test_a_wrong_verdict_does_not_pass_the_schema() -> None:
    broken = inspected(investigation())
    broken["traces"][0]["verdict"] = "true"

    assert not Draft202012Validator(json.loads(read_schema())).is_valid(broken)


def test_the_page_of_the_manual_is_made_from_the_schema() -> None:
    assert PAGE.read_text("utf-8") == render_wire_page(), "run docs/build_wire.py"


def test_tables_of_later_stages_are_there_and_empty() -> None:
    found = inspected(investigation())

    assert (found["entities"], found["claims"]) == ([], [])


def test_a_quotation_has_its_speaker_and_its_citation() -> None:
    rows = {row["text"]: row for row in inspected(investigation())["quotations"]}

    pilot = rows["no pilot came aboard that night, and I sent for none"]
    assert pilot["speaker"]["name"] == "Captain Moor"
    assert pilot["citation"]["title"] == "Log of the Aurelia"
    assert rows["experts"]["scare"]
    assert rows["experts"]["speaker"]["name"] is None
    assert rows["experts"]["citation"] is None


def test_offsets_are_those_of_the_original_file() -> None:
    made = investigation()
    shift = 7
    moved = Segment(text=Span(0, len(made.document.text)), source=Span(shift, shift + len(made.document.text)))
    shifted = replace(made, document=replace(made.document, segments=(moved,)))

    before, after = inspected(made), inspected(shifted)

    assert after["quotations"][1]["start"] == LETTER.span.start + shift
    assert after["findings"][1]["end"] == before["findings"][1]["end"] + shift
    assert after["traces"][1]["edits"][1]["start"] == before["traces"][1]["edits"][1]["start"] + shift
    assert after["traces"][1]["passages"][0]["start"] == before["traces"][1]["passages"][0]["start"]


def test_what_does_not_count_stands_apart_with_its_reason() -> None:
    found = json.loads(FORMATS["json"](outcome(), Style()))

    assert [row["reason"] for row in found["suppressed"]] == ["the essay tells of it below"]
    assert [row["code"] for row in found["known"]] == ["C102"]
    assert len(found["findings"]) == len(FINDINGS)


def test_the_summary_counts_the_unchecked_apart() -> None:
    summary = json.loads(FORMATS["json"](nothing_found(), Style()))["summary"]

    assert summary["unchecked"] == summary["quotations"] == 10
    assert summary["checked"] == 0
    assert summary["wanted"][0]["work"] == "Evening Post"
