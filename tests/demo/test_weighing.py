"""The demo's own affair is weighed: each statement leads to a quotation of the essay, and each explanation has a witness."""

from importlib.resources import as_file, files
from pathlib import Path

import pytest
from tests.weigh.cases import case_of

from valla.audit import audit_case
from valla.cli import main
from valla.cli.work import investigate_essay
from valla.files.settings import Settings
from valla.model.cases import Case
from valla.weigh import label_arguments, weigh_case


@pytest.fixture
def affair() -> Case:
    return case_of((files("valla.demo") / "affair" / "case.yaml").read_text("utf-8"))


def test_each_statement_is_a_quotation_of_the_essay(affair: Case) -> None:
    with as_file(files("valla.demo") / "affair") as folder:
        quotations = investigate_essay(Path(folder) / "essay.md", Settings()).quotation

    assert {row.statement for row in affair.sources if row.statement} <= set(quotations)


def test_copies_taken_for_reports_would_name_another_explanation(affair: Case) -> None:
    found = weigh_case(affair, draws=2000)
    naive = max(found.shares, key=lambda row: row.naive)

    assert found.lead != naive.hypothesis


def test_each_named_explanation_is_favoured_by_some_report(affair: Case) -> None:
    found = weigh_case(affair, draws=200)
    favoured = {cell.chances.index(max(cell.chances)) for cell in found.matrix if len(set(cell.chances)) > 1}

    assert {0, 1, 2} <= favoured


def test_the_audit_of_the_affair_is_clean(affair: Case) -> None:
    assert [row.code for row in audit_case(affair, label_arguments(affair))] == []


def test_the_demo_ends_with_the_weighing(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["demo", str(tmp_path / "demo")], standalone_mode=False) == 0

    told = capfdbinary.readouterr().out.decode("utf-8")
    assert "The rival explanations, weighed:" in told
    assert "Why was the Haldry Light dark" in told
    assert (tmp_path / "demo" / "weighing.html").read_text("utf-8").startswith("<!DOCTYPE html>")
