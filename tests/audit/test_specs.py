"""Every rule for case files against its specification, and the set of rules is sound."""

import re
from pathlib import Path

import pytest
from tests.weigh.cases import SHIPPED, case_of

from valla.audit import LoadedCheck, all_checks, audit_case, forbids_weighing
from valla.model.findings import Severity
from valla.rules.pages import HEADINGS, parts_of, summary_of
from valla.weigh import label_arguments

HERE = Path(__file__).parent
RULES = all_checks()
EACH = pytest.mark.parametrize("loaded", RULES, ids=lambda loaded: loaded.rule.code)
SCENARIO = re.compile(r"^## ([^\n]+)\n\n```case\n(.*?)```\n\n```findings\n(.*?)```$", re.MULTILINE | re.DOTALL)
Scenario = tuple[str, str, list[str]]


def scenarios_of(loaded: LoadedCheck) -> list[Scenario]:
    text = (HERE / f"{loaded.module}.md").read_text("utf-8")
    return [(title, case, found.splitlines()) for title, case, found in SCENARIO.findall(text)]


def found_in(text: str) -> list[str]:
    case = case_of(text)
    return [f"{row.code} {row.message}" for row in audit_case(case, label_arguments(case))]


@pytest.mark.parametrize(
    ("code", "case", "expected"),
    [
        pytest.param(row.rule.code, case, found, id=f"{row.rule.code}: {title}")
        for row in RULES
        for title, case, found in scenarios_of(row)
    ],
)
def test_a_scenario_gives_exactly_its_findings(code: str, case: str, expected: list[str]) -> None:
    assert [line for line in found_in(case) if line.startswith(code)] == expected


@EACH
def test_a_rule_fires_is_silent_and_resists_a_temptation(loaded: LoadedCheck) -> None:
    (first, _, fired), *others = scenarios_of(loaded)

    assert fired
    assert not first.startswith("Tempting")
    assert len(others) >= 2
    assert any(title.startswith("Tempting: ") and not found for title, _, found in others)


@EACH
def test_a_plate_has_the_code_and_the_name_of_its_file_and_a_whole_page(loaded: LoadedCheck) -> None:
    code, _, name = loaded.module.partition("_")

    assert (loaded.rule.code, loaded.rule.name) == (code.upper(), name.replace("_", "-"))
    assert tuple(parts_of(loaded)) == HEADINGS
    assert summary_of(loaded).endswith(".")


def test_no_specification_is_an_orphan() -> None:
    assert {path.stem for path in HERE.glob("*.md")} == {loaded.module for loaded in RULES}


def test_only_what_cannot_be_weighed_forbids_weighing() -> None:
    errors = {loaded.rule.code for loaded in RULES if loaded.rule.severity is Severity.ERROR}

    assert errors == {"W101", "W102", "W103", "W104"}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_cases_can_be_weighed_and_draw_no_warning(path: Path) -> None:
    case = case_of(path.read_text("utf-8"))
    findings = audit_case(case, label_arguments(case))

    assert not forbids_weighing(findings)
    assert [f"{row.code} {row.message}" for row in findings] == []
