"""`valla judge` adds one line, and `check` goes by it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from valla.cli.check import check
from valla.cli.inspect import inspect
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


STORY = (
    "Josiah Vane owned the mill. His nephew Edward Vane kept the books. Vane burnt them.\n\n"
    "The engineer Belitsky wrote to the board. The engineer Belotsky wrote to the court on 31 April 1880.\n\n"
    "The clerk said: “We never doubted the mill was sold before the winter came to the valley.”\n"
)
BOOK = "We never doubted the mill was lost before the winter came to the valley. The rest is silence.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "book.txt").write_text(BOOK, "utf-8")
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


def tables(story: Path) -> dict[str, Any]:
    given = [str(story), "--library", str(story.parent / "shelf")]
    made: dict[str, Any] = json.loads(CliRunner().invoke(inspect, given, standalone_mode=False).stdout)
    return made


def rule(story: Path, *ruling: str) -> dict[str, Any]:
    run(str(story), *ruling, "--library", str(story.parent / "shelf"), *WHO)
    return tables(story)


def persons(made: dict[str, Any]) -> set[str]:
    return {row["id"] for row in made["entities"] if row["kind"] == "person"}


def test_a_doubtful_surname_is_given_to_its_bearer(story: Path) -> None:
    [doubtful] = [row for row in tables(story)["entities"] if row["id"] == "person:vane"]
    bare = doubtful["mentions"][0]["id"]
    after = rule(story, "same", bare, "person:josiah-vane")
    [bearer] = [row for row in after["entities"] if row["id"] == "person:josiah-vane"]

    assert doubtful["may_be"] == ["person:edward-vane", "person:josiah-vane"]
    assert bare in [row["id"] for row in bearer["mentions"]]
    assert "person:vane" not in persons(after)


def test_a_merge_is_accepted_and_taken_apart_again(story: Path) -> None:
    merged = rule(story, "accept", "person:belitsky~person:belotsky")
    parted = rule(story, "different", "person:belitsky", "person:belotsky")

    assert len(persons(merged)) == len(persons(parted)) - 1


def test_a_date_is_overruled(story: Path) -> None:
    row = next(row for row in tables(story)["dates"] if row["text"] == "31 April 1880")
    after = rule(story, "set", row["id"], "--field", "date", "--value", "1880-04-30")

    assert row["fault"] is not None
    assert next(one for one in after["dates"] if one["id"] == row["id"])["edtf"] == "1880-04-30"


def test_a_speaker_and_a_verdict_are_overruled(story: Path) -> None:
    before = tables(story)
    quotation = before["quotations"][0]["id"]
    rule(story, "set", quotation, "--field", "speaker", "--value", "Edward Vane")
    after = rule(story, "set", quotation, "--field", "verdict", "--value", "not-found")

    assert before["quotations"][0] != after["quotations"][0]
    assert "Edward Vane" in json.dumps(after["quotations"][0])
    assert [row["verdict"] for row in before["traces"]] == ["altered"]
    assert [row["verdict"] for row in after["traces"]] == ["not-found"]
