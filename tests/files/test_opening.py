"""The door for documents: what is no readable file is refused in one line, and nothing blocks."""

import os
from pathlib import Path

import pytest

from valla.errors import ReadError
from valla.files.opening import open_document


def test_a_file_is_named_by_its_stem_and_known_by_its_digest(tmp_path: Path) -> None:
    (tmp_path / "day-book.txt").write_text("The gate was shut.")

    document = open_document(tmp_path / "day-book.txt")

    assert document.id == "day-book"
    assert len(document.digest) == 64


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    with pytest.raises(ReadError, match="no plain file"):
        open_document(tmp_path / "pipe.txt")


@pytest.mark.parametrize(
    ("name", "says"), [("absent.txt", "No such file"), ("folder", "is a folder"), ("a\0b", "no file")]
)
def test_what_is_not_there_is_refused(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "folder").mkdir()

    with pytest.raises(ReadError, match=says):
        open_document(tmp_path / name)


def test_a_file_above_the_limit_is_refused_and_not_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "long.txt").open("wb") as file:
        file.truncate(200 << 20)

    with pytest.raises(ReadError, match="larger than 1 MiB"):
        open_document(tmp_path / "long.txt", limit=1 << 20)
