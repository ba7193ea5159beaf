"""Hostile files: each ends in a result or one clear line, in time and within memory, and the good ones beside it are read."""

import os
import resource
import time
from itertools import pairwise
from pathlib import Path

import pytest
from tests.read import hostile, samples

from valla.errors import ReadError
from valla.files.opening import open_document
from valla.files.shelf import open_shelf
from valla.model.works import Intake

GOOD = {
    "a-good.docx": samples.docx(),
    "good.odt": samples.odt(),
    "good.epub": samples.epub(),
    "z-good.pdf": samples.pdf(),
}
FILES = dict(hostile.hostile_files())
LONGEST = 90.0
"""Seconds on the clock for one file; the machine may be busy. Nearly all take less than one."""


def test_a_folder_of_hostile_files_is_gone_through_and_the_good_ones_are_read(tmp_path: Path) -> None:
    files = FILES
    for name, data in {**files, **GOOD}.items():
        (tmp_path / name).write_bytes(data)
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "link.pdf").symlink_to("/etc/hostname")
    (tmp_path / "zero.docx").symlink_to("/dev/zero")
    clock: list[float] = []

    library, receipts = open_shelf([tmp_path], progress=lambda *_: clock.append(time.monotonic()))

    assert len(files) >= 60
    assert len(receipts) == len(files) + len(GOOD) + 3
    assert max(after - before for before, after in pairwise(clock)) < LONGEST
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1024 * 1024  # KiB: one GiB
    state = {str(receipt.document): receipt for receipt in receipts}
    assert all(state[name].intake is Intake.READ for name in GOOD), [state[name] for name in GOOD]
    refused = [receipt for receipt in receipts if receipt.intake is Intake.REFUSED]
    assert all(receipt.reason and len(receipt.reason) < 1000 for receipt in refused)
    assert {holding.document for holding in library.holdings()} == {
        r.document for r in receipts if r.intake is Intake.READ
    }


@pytest.mark.parametrize("name", ["external-file.docx", "external-file.odt", "parameter.docx", "external-dtd.docx"])
def test_no_entity_reaches_a_file_of_the_machine(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])

    with pytest.raises(ReadError, match="DTD"):
        open_document(path)


@pytest.mark.parametrize("name", ["white", "tiny", "outside", "invisible"])
def test_words_that_nobody_sees_on_the_page_are_left_out_and_told(name: str, tmp_path: Path) -> None:
    path = tmp_path / "print.pdf"
    path.write_bytes(FILES[f"hidden-{name}.pdf"])

    document = open_document(path)

    assert "liar" not in document.text
    assert "nobody saw it" in document.text
    assert any("nobody sees" in warning for warning in document.warnings)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("swelling.docx", "larger than is read|swells"),
        ("overlapping.docx", "lie over each other"),
        ("many-members.docx", "more parts"),
        ("locked.docx", "password"),
        ("no-directory.docx", "cut off"),
    ],
)
def test_a_bomb_is_refused_by_name(name: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])

    with pytest.raises(ReadError, match=says):
        open_document(path)


def test_a_reading_process_can_reach_no_network_and_no_file() -> None:
    from valla.files import child, limits  # noqa: PLC0415  (only this test looks behind the door)

    assert limits.allowance_for("pdf", 1, 100).work < limits.allowance_for("pdf", 1, 200).work
    with pytest.raises(PermissionError):
        limits.refuse("socket.connect", (), ())
    with pytest.raises(PermissionError):
        limits.refuse("open", ("/etc/hostname", "r"), (child.HOME,))
    with pytest.raises(PermissionError):
        limits.refuse("open", (f"{child.HOME}/x", "w"), (child.HOME,))
