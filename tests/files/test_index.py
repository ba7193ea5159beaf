"""The index on disk: whole or not there, brought up to date piece by piece, and never believed when it is broken."""

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from tests.library.cases import make_slips, write_library

from valla.errors import ReadError
from valla.files import stacks
from valla.files.candidates import Candidate
from valla.files.catalogue import Card
from valla.files.index import make_index, old_index, verify_index
from valla.files.libraries import BESIDE, look_through_library, open_library
from valla.files.sheets import MANIFEST, manifest_bytes, read_index
from valla.files.shelf import open_shelf
from valla.library.indexed import IndexedLibrary
from valla.library.memory import MemoryLibrary
from valla.trace import trace_slips

KILLS = int(os.environ.get("VALLA_KILLS", "6"))
"""Runs that are killed; the measure of a release is 200 (VALLA_KILLS=200)."""


def made(folder: Path, place: Path) -> int:
    """Bring the index up to date; return how many documents were read."""
    return make_index(open_library([folder]).volumes, place, workers=1).read


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    folder, place = tmp_path / "library", tmp_path / "index"
    texts = write_library(folder, 3, documents=4, words=200)

    assert made(folder, place) == len(texts) + 1
    assert made(folder, place) == 0
    (folder / "shelf" / "00.txt").write_text("Another text altogether stands here now.\n" * 9, encoding="utf-8")
    assert 0 < made(folder, place) <= len(texts) + 1
    assert made(folder, place) == 0
    os.utime(folder / "shelf" / "01.txt", ns=(1, 1))
    assert made(folder, place) == 0
    assert verify_index(open_library([folder]).volumes, place) == []


def test_what_is_new_or_changed_is_read_and_told_of(tmp_path: Path) -> None:
    folder, place = tmp_path / "library", tmp_path / "index"
    texts = write_library(folder, 3, documents=6, words=300)
    made(folder, place)
    assert open_library([folder], index=place).unread == ""
    (folder / "new.txt").write_text(f"A Title of Its Own\n\n{texts[1][500:]}", encoding="utf-8")
    (folder / "shelf" / "02.txt").write_text(f"Another Title Here\n\n{texts[3]}", encoding="utf-8")
    (folder / "shelf" / "01.txt").unlink()

    library, truth = open_library([folder], index=place), open_library([folder])

    assert isinstance(library.shelf, IndexedLibrary)
    assert "2 documents" in library.unread
    assert [row.title for row in library.shelf.holdings()] == [row.title for row in truth.shelf.holdings()]
    slips = make_slips(texts, 5, 40)
    assert trace_slips(slips, library.shelf) == trace_slips(slips, truth.shelf)


def test_a_file_with_its_old_size_and_time_is_not_taken_for_the_old_one(tmp_path: Path) -> None:
    folder, place = tmp_path / "library", tmp_path / "index"
    write_library(folder, 3, documents=4, words=200)
    path = folder / "shelf" / "00.txt"
    path.write_text("The First Title\n\nThe gate was found open as we came.\n", encoding="utf-8")
    made(folder, place)
    before = path.stat()
    path.write_text("The Other Title\n\nThe gate was found shut as we came.\n", encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size

    library = open_library([folder], index=place)

    assert "The Other Title" in {holding.title for holding in library.shelf.holdings()}
    assert "00.txt" in library.unread


def test_an_up_to_date_library_is_opened_without_a_look_into_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, place = tmp_path / "library", tmp_path / "index"
    write_library(folder, 3, documents=4, words=200)
    made(folder, place)
    truth = open_library([folder])
    looked: list[Path] = []
    monkeypatch.setattr("valla.files.stacks.survey", looked.append)
    monkeypatch.setattr("valla.files.catalogue.file_digest", looked.append)

    library = open_library([folder], index=place)

    assert looked == []
    assert [replace(row, digest="") for row in library.shelf.holdings()] == [
        replace(row, digest="") for row in truth.shelf.holdings()
    ]


def test_a_copied_library_is_known_by_its_digests(tmp_path: Path) -> None:
    folder, place = tmp_path / "library", tmp_path / "index"
    write_library(folder, 3, documents=4, words=200)
    made(folder, place)
    for path in folder.rglob("*.txt"):
        os.utime(path, ns=(1, 1))

    assert open_library([folder], index=place).unread == ""


@pytest.mark.parametrize("made_by", ["code", "helpers"])
def test_what_other_code_or_other_helpers_wrote_is_believed_no_further_than_they_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made_by: str
) -> None:
    folder, place = tmp_path / "library", tmp_path / "index"
    texts = write_library(folder, 3, documents=4, words=200)
    (folder / "page.html").write_text("<h1>A Page</h1><p>Words of a page.</p>", encoding="utf-8")
    made(folder, place)
    sheets = [
        replace(sheet, entries=tuple(replace(row, card=replace(row.card, title="X")) for row in sheet.entries))
        for sheet in read_index(place).sheets
    ]
    monkeypatch.setattr(f"valla.files.sheets.{made_by}", lambda: "another")
    (place / MANIFEST).write_bytes(b"".join(manifest_bytes(sheets)))
    monkeypatch.undo()

    library = open_library([folder], index=place)

    titles = {str(row.document): row.title for row in library.shelf.holdings()}
    assert titles["page.html"] == "A Page"
    assert ("X" in titles.values()) is (made_by == "helpers")
    assert "page.html" in library.unread
    slips = make_slips(texts, 5, 20)
    if made_by == "code":
        assert trace_slips(slips, library.shelf) == trace_slips(slips, open_library([folder]).shelf)
    assert made(folder, place) > 0
    assert verify_index(open_library([folder]).volumes, place) == []
    assert open_library([folder], index=place).unread == ""


def test_a_card_that_says_what_is_not_so_is_found_by_verifying(tmp_path: Path) -> None:
    folder, place = tmp_path / "library", tmp_path / "index"
    write_library(folder, 3, documents=4, words=200)
    made(folder, place)
    [sheet] = read_index(place).sheets
    first = replace(sheet.entries[0], card=replace(sheet.entries[0].card, title="Quite Another Title"))
    (place / MANIFEST).write_bytes(b"".join(manifest_bytes([replace(sheet, entries=(first, *sheet.entries[1:]))])))

    [fault] = verify_index(open_library([folder]).volumes, place)

    assert "otherwise" in fault


def test_a_check_asks_the_index_in_the_library_as_long_as_it_is_right(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    texts = write_library(folder, 3, documents=5, words=300)
    (folder / "paged.txt").write_text(f"{'word ' * 3000}\n[p. 3] a [p. 4] b [p. 5] c\n", encoding="utf-8")
    (folder / "sheets.txt").write_text(f"{'word ' * 3000}\n\fand more\n\fand the last\n", encoding="utf-8")
    (folder / "note.md").write_text("# A Heading\n\nWords of a note.\n", encoding="utf-8")
    slips = make_slips(texts, 5, 40)
    memory, receipts = open_shelf([folder])
    assert isinstance(memory, MemoryLibrary)
    made(folder, folder / BESIDE)

    shelf, told = open_shelf([folder])

    assert isinstance(shelf, IndexedLibrary)
    assert (shelf.holdings(), told) == (memory.holdings(), receipts)
    assert trace_slips(slips, shelf) == trace_slips(slips, memory)
    (folder / "new.txt").write_text("New Words\n\nThat nobody has indexed.\n", encoding="utf-8")
    assert isinstance(open_shelf([folder])[0], MemoryLibrary)


def test_an_index_in_the_library_that_cannot_be_used_is_told_of_and_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    texts = write_library(folder, 3, documents=4, words=200)
    slips = make_slips(texts, 5, 20)
    truth = trace_slips(slips, open_library([folder]).shelf)
    made(folder, folder / BESIDE)
    for segment in (folder / BESIDE).glob("*.seeds"):
        segment.write_bytes(segment.read_bytes()[:-1])
    cut = open_library([folder])
    (folder / BESIDE / MANIFEST).write_bytes(b"{}")
    broken = open_library([folder])

    assert "not in the index" in cut.unread
    assert "not used" in broken.unread
    assert trace_slips(slips, cut.shelf) == trace_slips(slips, broken.shelf) == truth


def test_what_the_index_knows_is_not_looked_through_to_bring_it_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, place = tmp_path / "library", tmp_path / "index"
    write_library(folder, 3, documents=4, words=200)
    made(folder, place)
    (folder / "new.txt").write_text("New Words\n\nThat nobody has indexed.\n", encoding="utf-8")
    looked: list[str] = []
    whole = stacks.look_through

    def look(candidate: Candidate) -> Card:
        looked.append(candidate.document)
        return whole(candidate)

    monkeypatch.setattr(stacks, "look_through", look)

    volumes = look_through_library(folder, old_index(place)).volumes

    assert looked == ["new.txt"]
    assert make_index(volumes, place, workers=1).read > 0
    monkeypatch.undo()
    assert verify_index(open_library([folder]).volumes, place) == []


def test_a_broken_index_is_refused_and_made_anew(tmp_path: Path) -> None:
    folder, place = tmp_path / "library", tmp_path / "index"
    write_library(folder, 3, documents=4, words=200)
    made(folder, place)
    manifest = place / MANIFEST
    whole = manifest.read_bytes()

    for broken in (b"", b"{}", whole[:-20], whole.replace(b'"valla-index": 3', b'"valla-index": 9')):
        manifest.write_bytes(broken)
        with pytest.raises(ReadError, match="valla index"):
            read_index(place)
    made(folder, place)
    assert verify_index(open_library([folder]).volumes, place) == []


def test_one_wrong_byte_in_a_segment_is_found_by_verifying(tmp_path: Path) -> None:
    folder, place = tmp_path / "library", tmp_path / "index"
    write_library(folder, 3, documents=4, words=200)
    made(folder, place)
    segment = place / read_index(place).sheets[0].name
    data = bytearray(segment.read_bytes())
    data[-9] ^= 1
    segment.write_bytes(data)

    assert any("broken" in fault for fault in verify_index(open_library([folder]).volumes, place))


DRIVER = """
import os, sys
from pathlib import Path
from valla.files.index import make_index
from valla.files.libraries import open_library
folder, place = map(Path, sys.argv[1:])
def make():
    make_index(open_library([folder]).volumes, place, workers=1)
make()
while sys.stdin.readline():
    child = os.fork()
    if not child:
        make()
        os._exit(0)
    print(child, flush=True)
    sys.stdin.readline()
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
"""A process that has everything loaded and brings the index up to date in a child, so that kills hit the work itself."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes are forked here: kills are NOT tested")
def test_a_kill_at_any_moment_leaves_the_old_index_or_the_new_one(tmp_path: Path) -> None:
    folder, place = tmp_path / "library", tmp_path / "index"
    texts = write_library(folder, 5, documents=4, words=400)
    slips = make_slips(texts, 6, 12)
    chance = random.Random(11)  # noqa: S311
    endings: list[int] = []
    command = [sys.executable, "-c", DRIVER, str(folder), str(place)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as driver:
        took = 30.0
        for number in range(KILLS + 1):
            (folder / "shelf" / f"more-{number % 5}.txt").write_text(
                f"{number} {texts[number % 4][::-1]}", encoding="utf-8"
            )
            began, within = time.monotonic(), chance.uniform(0.0, 1.2) * took
            endings.append(killed(driver, within if endings else None))
            if endings[-1] == 0:  # so it takes no longer than this; the machine may be slower the next time
                took = min(within, time.monotonic() - began)
            else:
                took *= 1.1
            assert read_index(place).sheets
            assert not any("broken" in fault for fault in verify_index(open_library([folder]).volumes, place))
    assert KILLS < 100 or endings.count(-signal.SIGKILL) > KILLS // 2, "the kills came too late to tell anything"
    made(folder, place)

    named = {sheet.name for sheet in read_index(place).sheets}
    assert {path.name for path in place.iterdir()} == named | {MANIFEST}
    library = open_library([folder], index=place)
    assert library.unread == ""
    assert verify_index(open_library([folder]).volumes, place) == []
    assert trace_slips(slips, library.shelf) == trace_slips(slips, open_library([folder]).shelf)


def killed(driver: "subprocess.Popen[str]", seconds: float | None) -> int:
    """Have the index brought up to date and kill that after some seconds, if any are told; return how it ended."""
    assert driver.stdin is not None
    assert driver.stdout is not None
    print(file=driver.stdin, flush=True)
    child = int(driver.stdout.readline())
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)  # it is waited for only afterwards, so its number is nobody else's
    print(file=driver.stdin, flush=True)
    return int(driver.stdout.readline())
