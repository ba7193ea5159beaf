"""Every rule against its specification: whole scenarios, from bytes to findings, through every room of the house."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from valla.corridor import investigate
from valla.errors import ReadError
from valla.files.facts import read_facts
from valla.files.rulings import read_ruling
from valla.files.shelf import open_shelf
from valla.library import Library
from valla.library.memory import MemoryLibrary, Source
from valla.model.anchors import DocumentId, Span
from valla.model.findings import Finding
from valla.model.judgements import Judgement
from valla.read import read_document
from valla.rules import LoadedRule, all_rules, run_rules
from valla.rules.scenarios import Expected, Scenario, Sheet, read_spec
from valla.settle import settle_findings

HERE = Path(__file__).parent
MANIFEST = "valla-library.toml"
FORM_FEED = "\u240c"  # its picture stands in the specifications, where the thing itself would not be seen
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8


DOUBTFUL = "doubtful"
"""Stands in place of an encoding for a source whose every line was read from a picture with doubt."""

AWAITED: dict[str, str] = {}
"""Scenarios that are right and not yet reached, with the reason; each turns the suite red as soon as it is."""


def scenarios() -> list[tuple[str, Scenario]]:
    return [(loaded.rule.code, scenario) for loaded in all_rules() for scenario in read_spec(spec_of(loaded))]


def spec_of(loaded: LoadedRule) -> str:
    return (HERE / f"{loaded.module}.md").read_text("utf-8")


def cases() -> list[object]:
    named = ((f"{code}: {scenario.title}", code, scenario) for code, scenario in scenarios())
    return [
        pytest.param(code, scenario, id=name, marks=pytest.mark.xfail(reason=AWAITED[name]) if name in AWAITED else ())
        for name, code, scenario in named
    ]


def bytes_of(sheet: Sheet) -> bytes:
    if sheet.encoding == "picture":
        return PICTURE
    if sheet.encoding == DOUBTFUL:
        return sheet.text.encode()
    return sheet.text.replace(FORM_FEED, "\f").encode(sheet.encoding)


def findings_of(scenario: Scenario, folder: Path) -> tuple[Finding, ...]:
    """Return what every rule finds in a scenario, suppressions settled."""
    for sheet in scenario.sources:
        (folder / sheet.name).write_bytes(bytes_of(sheet))
    if scenario.manifest is not None:
        (folder / MANIFEST).write_text(scenario.manifest, "utf-8")
    library, receipts = open_shelf((folder,) if scenario.sources else ())
    library = doubted(library, {DocumentId(row.name) for row in scenario.sources if row.encoding == DOUBTFUL})
    essay = scenario.essay
    document = read_document(bytes_of(essay), id=DocumentId(Path(essay.name).stem), name=essay.name)
    facts = tuple(read_facts(scenario.facts, "facts.csv")) if scenario.facts is not None else ()
    investigation = investigate(document, library, receipts, facts=facts, judgements=rulings_of(scenario))
    plates = tuple(loaded.rule for loaded in all_rules())
    found = run_rules(investigation, frozenset(plate.code for plate in plates))
    return settle_findings(investigation, found, rules=plates).findings


def rulings_of(scenario: Scenario) -> tuple[Judgement, ...]:
    """Return the rulings that a scenario comes with."""
    lines = enumerate(scenario.rulings.splitlines(), 1)
    return tuple(read_ruling(line, number, Path("rulings")) for number, line in lines if line.strip())


def doubted(library: Library, documents: set[DocumentId]) -> Library:
    """Return a shelf on which every word of some documents is doubtful."""
    if not documents:
        return library
    sources = []
    for row in library.holdings():
        lines = (Span(0, row.length),) if row.document in documents else ()
        text = library.excerpt(row.document, 0, row.length)
        sources.append(Source(holding=replace(row, doubtful=lines), text=text))
    return MemoryLibrary.shelve(sources)


def fits(finding: Finding, expected: Expected) -> bool:
    return (
        finding.code == expected.code
        and expected.part in finding.message
        and expected.severity in {None, finding.severity}
    )


@pytest.mark.parametrize(("code", "scenario"), cases())
def test_a_scenario_gives_exactly_the_findings_that_it_lists(code: str, scenario: Scenario, tmp_path: Path) -> None:
    listed = {code, *(row.code for row in scenario.expected)}

    found = [finding for finding in findings_of(scenario, tmp_path) if finding.code in listed]

    told = "\n".join(f"{finding.code} ({finding.severity}) {finding.message}" for finding in found) or "nothing"
    assert Counter(finding.code for finding in found) == Counter(row.code for row in scenario.expected), told
    for expected in scenario.expected:
        assert any(fits(finding, expected) for finding in found), f"wanted {expected}\nfound {told}"


def test_what_is_awaited_is_specified() -> None:
    assert set(AWAITED) <= {f"{code}: {scenario.title}" for code, scenario in scenarios()}


@pytest.mark.parametrize("loaded", all_rules(), ids=lambda loaded: loaded.rule.code)
def test_the_example_of_a_page_shows_whole_findings(loaded: LoadedRule, tmp_path: Path) -> None:
    first = read_spec(spec_of(loaded))[0]

    shown = {(row.code, row.severity, row.part) for row in first.expected}

    assert shown <= {(row.code, row.severity, row.message) for row in findings_of(first, tmp_path)}


def test_a_picture_is_no_text() -> None:
    with pytest.raises(ReadError):
        read_document(PICTURE, id=DocumentId("scan"), name="scan.txt")
