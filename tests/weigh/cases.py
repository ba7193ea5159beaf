"""Cases for the tests: read from text, or from the folder of shipped cases."""

from pathlib import Path

from valla.files.cases import parse_case
from valla.model.cases import Case

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "cases").rglob("*.yaml"))


def case_of(text: str) -> Case:
    case = parse_case(text, "test")
    assert isinstance(case, Case), case
    return case


def shipped(name: str) -> Case:
    return case_of((ROOT / "cases" / name).read_text("utf-8"))
