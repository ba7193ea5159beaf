"""The rulings file is only ever added to."""

from multiprocessing import get_context
from pathlib import Path

import pytest

from valla.errors import ConfigError, UsageError
from valla.files.rulings import append_ruling, read_rulings
from valla.model.judgements import Judgement, Ruling, overruled, standing


def ruling(number: int = 1, kind: Ruling = Ruling.SAME) -> Judgement:
    return Judgement(by="Ines", at="2026-05-01", kind=kind, on=("person:a", f"person:{number}"), why="I looked")


def add_many(path: str) -> None:
    for number in range(40):
        append_ruling(Path(path), ruling(number))


def test_what_is_added_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "rulings.jsonl"

    append_ruling(path, ruling())
    append_ruling(path, ruling(2))

    assert read_rulings(path) == (ruling(), ruling(2))
    assert [row.line for row in read_rulings(path)] == [1, 2]


def test_two_commands_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "rulings.jsonl"
    context = get_context("spawn")
    workers = [context.Process(target=add_many, args=(str(path),)) for _ in range(3)]

    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert len(read_rulings(path)) == 120


def test_a_line_that_a_crash_left_unfinished_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "rulings.jsonl"
    path.write_text('{"by": "In', "utf-8")

    append_ruling(path, ruling())

    assert len(path.read_text("utf-8").splitlines()) == 2
    with pytest.raises(ConfigError, match=r"rulings\.jsonl:1: is no ruling"):
        read_rulings(path)


@pytest.mark.parametrize(
    "line",
    ["[]", "{}", "no", '{"by":"a","at":"b","kind":"same","on":["x"],"why":"w"}', '{"by":"a","at":"b","kind":"x","on":["x","y"],"why":"w"}',
     '{"by":"a","at":"b","kind":"same","on":["x",1],"why":"w"}', '{"by":"a","at":"b","kind":"accept","on":["x"],"why":" "}', "[" * 9999],
)  # fmt: skip
def test_what_is_no_ruling_is_told_in_one_line(line: str, tmp_path: Path) -> None:
    path = tmp_path / "rulings.jsonl"
    path.write_text(line, "utf-8")

    with pytest.raises(ConfigError) as error:
        read_rulings(path)

    assert "\n" not in str(error.value)


def test_no_file_is_no_ruling_unless_it_was_named(tmp_path: Path) -> None:
    assert read_rulings(tmp_path / "none.jsonl") == ()
    with pytest.raises(ConfigError, match="no rulings there"):
        read_rulings(tmp_path / "none.jsonl", wanted=True)


def test_a_folder_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        append_ruling(tmp_path, ruling())


def test_of_two_rulings_on_one_pair_the_later_stands() -> None:
    rows = (ruling(), ruling(kind=Ruling.DIFFERENT))

    assert standing(rows) == (rows[1],)
    assert overruled(rows) == ((rows[0], rows[1]),)
    assert overruled((rows[0], rows[0])) == ()
