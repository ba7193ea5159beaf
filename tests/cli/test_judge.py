"""`valla judge` adds one line, and `check` goes by it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from valla.cli.check import check
from valla.cli.judge import judge
from valla.errors import UsageError

TEXT = "The mill belonged to Josiah Vane. His nephew Edward Vane kept the books. In the spring Vane burnt them.\n"
WHO = ["--by", "Ines", "--why", "one hand", "--at", "2026-05-01"]


@pytest.fixture
def essay(tmp_path: Path) -> Path:
    path = tmp_path / "essay.txt"
    path.write_text(TEXT, "utf-8")
    return path


def run(*arguments: str) -> str:
    return CliRunner().invoke(judge, arguments, standalone_mode=False, catch_exceptions=False).output


def test_a_ruling_changes_what_check_says(essay: Path) -> None:
    asked = [str(essay), "--select", "N110", "--format", "concise"]
    before = CliRunner().invoke(check, asked, standalone_mode=False).output

    run(str(essay), "same", "person:josiah-vane", "person:edward-vane", *WHO)

    assert "N110" in before
    assert "N110" not in CliRunner().invoke(check, asked, standalone_mode=False).output
    assert len((essay.parent / "valla-rulings.jsonl").read_text("utf-8").splitlines()) == 1


def test_an_unknown_id_is_refused_with_the_nearest(essay: Path) -> None:
    with pytest.raises(UsageError, match="no such id: 'person:josiah-vain'; did you mean 'person:josiah-vane'"):
        run(str(essay), "same", "person:josiah-vain", "person:edward-vane", *WHO)

    assert not (essay.parent / "valla-rulings.jsonl").exists()


def test_a_ruling_on_one_row_too_few_is_refused(essay: Path) -> None:
    with pytest.raises(UsageError, match="is on 2 rows"):
        run(str(essay), "same", "person:josiah-vane", *WHO)
