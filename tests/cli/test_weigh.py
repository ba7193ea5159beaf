"""`valla weigh` at the door."""

from pathlib import Path

import pytest
from tests.weigh.cases import ROOT, SHIPPED

from valla.cli import main
from valla.errors import UsageError
from valla.files.cases import parse_case
from valla.model.cases import Case

MILL = str(ROOT / "cases" / "mill.yaml")
AFFAIR = ROOT / "src" / "valla" / "demo" / "affair"


def weigh(*words: str) -> int:
    return int(main(["weigh", *words], standalone_mode=False) or 0)


@pytest.mark.parametrize("form", ["text", "json", "html", "argdown", "bif", "csv"])
def test_each_form_is_written_and_the_same_twice(form: str, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"

    assert weigh(MILL, "--format", form, "--draws", "500", "-o", str(first)) == 0
    assert weigh(MILL, "--format", form, "--draws", "500", "-o", str(second)) == 0
    assert first.read_bytes() == second.read_bytes()


def test_a_new_case_can_be_weighed(tmp_path: Path) -> None:
    assert weigh("--new", "-o", str(tmp_path / "new.yaml")) == 0
    assert weigh(str(tmp_path / "new.yaml"), "--draws", "500", "-o", str(tmp_path / "out.txt")) == 0


def test_a_draft_is_refused_only_for_what_is_to_be_chosen(tmp_path: Path) -> None:
    assert weigh("--from", str(AFFAIR / "essay.md"), "-o", str(tmp_path / "draft.yaml")) == 0
    text = (tmp_path / "draft.yaml").read_text("utf-8")
    chosen = text.replace("prior: CHOOSE", "prior: 0.3").replace("says: CHOOSE", "says: first")
    chosen = chosen.replace("lying: CHOOSE", "lying: 0.1")

    assert not isinstance(parse_case(text, "draft"), Case)
    assert isinstance(parse_case(chosen.replace("CHOOSE", "0.5"), "draft"), Case)
    assert 'statement: "essay@' in text
    assert "witness: ruth-tranter" in text  # the stemma finds her behind two works in which nobody else is quoted
    assert "from: norwegian" in text  # and one talk of sailors behind two travellers


def test_a_broken_file_gives_one_line_each_and_exit_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("case: Which?\nhypotheses:\n  one: {prior: 1, why: x}\n  two: rest\n", "utf-8")

    assert weigh(str(path)) == 2
    assert capsys.readouterr().err.startswith(f"{path}:3:16: one: prior: 1 is not strictly between 0 and 1")


def test_a_case_that_a_rule_forbids_is_not_weighed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lonely.yaml"
    path.write_text("case: Which?\nhypotheses:\n  one: rest\n", "utf-8")

    assert weigh(str(path)) == 1
    told = capsys.readouterr()
    assert ":3:3: error W101 one-hypothesis" in told.err
    assert told.out == ""


def test_several_analysts_are_pooled(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"

    assert weigh(MILL, "--analyst", MILL, "--draws", "500", "-o", str(out)) == 0
    assert "2 analysts" in out.read_text("utf-8")


@pytest.mark.parametrize("words", [[], [MILL, "--new"], ["--new", "--from", "essay.md"]])
def test_what_is_asked_must_be_one_thing(words: list[str]) -> None:
    with pytest.raises(UsageError, match="name one case file"):
        weigh(*words)


def test_the_cases_that_are_shipped_are_these() -> None:
    names = {path.stem for path in SHIPPED}

    assert names == {"mill", "donation", "q1-bloc", "q2-kirov", "q3-charges", "q4-commanders", "q5-confessions"}
