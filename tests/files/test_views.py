"""Passages on their pages: pictures in the report for sources and essays that are PDFs, within bounds, or none."""

import re
import struct
from base64 import b64decode
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.read import samples, scans

from valla.cli import main
from valla.files import views
from valla.model.anchors import DocumentId
from valla.read.pdf_boxes import Wanted, as_png, draw_passages

SOURCE = b"BT /F1 12 Tf 72 700 Td (The roses were cut before I came, and not by me.) Tj ET"
ESSAY = b'BT /F1 12 Tf 72 700 Td (The gardener wrote: "The roses were cut after I came, and not by me.") Tj ET'
PICTURE = re.compile(
    r'<svg viewBox="0 0 (\d+) (\d+)" role="img" aria-label="Picture of ([^"]*)"><image href="data:image/png;base64,([^"]+)"'
)
BOX = re.compile(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"')


def report(folder: Path, essay: str, *more: str) -> str:
    return (
        CliRunner()
        .invoke(main, ["check", str(folder / essay), "-l", str(folder / "shelf"), "--format", "html", *more])
        .output
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "book.pdf").write_bytes(samples.pdf(SOURCE))
    (tmp_path / "essay.pdf").write_bytes(samples.pdf(ESSAY))
    return tmp_path


def test_the_passage_and_the_quotation_are_shown_on_their_pages(desk: Path) -> None:
    page = report(desk, "essay.pdf")

    shown = PICTURE.findall(page)
    assert [told.split(":")[0] for _, _, told, _ in shown] == ["book.pdf, p. 1", "the essay, essay.pdf, p. 1"]
    for width, height, _, picture in shown:
        data = b64decode(picture)
        assert data.startswith(b"\x89PNG")
        assert struct.unpack(">II", data[16:24]) == (int(width), int(height))
    source, essay = (tuple(map(float, row)) for row in BOX.findall(page.split('id="essay"')[1])[-2:])
    assert 72 * 1.5 - 5 < source[0] < 72 * 1.5 + 5  # the source's words begin at its margin, the essay's further in
    assert essay[0] > source[0] + 100
    assert "img-src data:" in page


def test_the_pictures_can_be_left_out(desk: Path) -> None:
    assert not PICTURE.search(report(desk, "essay.pdf", "--no-page-images"))


def test_other_forms_have_none(desk: Path) -> None:
    (desk / "shelf" / "book.pdf").unlink()
    (desk / "shelf" / "book.txt").write_text("The roses were cut before I came, and not by me.")
    (desk / "essay.txt").write_text("The gardener wrote: “The roses were cut after I came, and not by me.”")

    assert not PICTURE.search(report(desk, "essay.txt"))


def test_pictures_take_no_more_room_than_they_may(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "MOST_BYTES", 1)

    assert len(PICTURE.findall(report(desk, "essay.pdf"))) <= 1


def test_a_pdf_that_changed_under_our_hands_gives_no_picture(desk: Path) -> None:
    assert views.views_in(DocumentId("book.pdf"), desk / "gone.pdf", [], 100) == []


def test_a_page_that_is_not_there_is_not_drawn() -> None:
    drawn = draw_passages(
        samples.pdf(SOURCE), "a.pdf", [Wanted(sheet=9, letters=((0, 3),)), Wanted(sheet=0, letters=())], 9999999
    )

    assert drawn[0] is None
    assert drawn[1] is not None
    assert drawn[1].frames == ()
    assert drawn[1].height > 842


def test_a_picture_of_sixteen_greys_keeps_black_and_white() -> None:
    made = as_png(b"\x00\xff\x00" * 2, 3)

    assert struct.unpack(">IIBB", made[16:26]) == (3, 2, 4, 0)
    assert made == as_png(b"\x0f\xf0\x00" * 2, 3)


def test_the_page_of_a_scan_is_shown_whole() -> None:
    [drawn] = draw_passages(
        scans.as_pdf(*scans.pages_of("A scanned line.")), "a.pdf", [Wanted(sheet=0, letters=())], 9999999
    )

    assert drawn is not None
    assert drawn.picture.startswith(b"\x89PNG")
