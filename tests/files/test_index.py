"""The index on disk: whole or not there, brought up to date piece by piece, and never believed when it is broken."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.library.cases import make_slips, write_library

from valla.errors import ReadError
from valla.files.index import MANIFEST, make_index, read_index, verify_index
from valla.files.libraries import open_library
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


def test_a_changed_library_is_told_of_when_an_old_index_is_opened(tmp_path: Path) -> None:
    folder, place = tmp_path / "library", tmp_path / "index"
    write_library(folder, 3, documents=4, words=200)
    made(folder, place)
    (folder / "new.txt").write_text("A new text of some words.\n", encoding="utf-8")

    with pytest.raises(ReadError, match="new or changed"):
        open_library([folder], index=place)


def test_a_broken_index_is_refused_and_made_anew(tmp_path: Path) -> None:
    folder, place = tmp_path / "library", tmp_path / "index"
    write_library(folder, 3, documents=4, words=200)
    made(folder, place)
    manifest = place / MANIFEST
    whole = manifest.read_bytes()

    for broken in (b"", b"{}", whole[:-20], whole.replace(b'"valla-index": 2', b'"valla-index": 9')):
        manifest.write_bytes(broken)
        with pytest.raises(ReadError, match="valla index"):
            read_index(place)
    made(folder, place)
    assert verify_index(open_library([folder]).volumes, place) == []


def test_one_wrong_byte_in_a_segment_is_found_by_verifying(tmp_path: Path) -> None:
    folder, place = tmp_path / "library", tmp_path / "index"
    write_library(folder, 3, documents=4, words=200)
    made(folder, place)
    segment = place / read_index(place)[0].name
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
            assert read_index(place)
            assert not any("broken" in fault for fault in verify_index(open_library([folder]).volumes, place))
    assert KILLS < 100 or endings.count(-signal.SIGKILL) > KILLS // 2, "the kills came too late to tell anything"
    made(folder, place)

    named = {sheet.name for sheet in read_index(place)}
    assert {path.name for path in place.iterdir()} == named | {MANIFEST}
    library = open_library([folder], index=place)
    assert verify_index(library.volumes, place) == []
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
