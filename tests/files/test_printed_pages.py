"""A PDF in the library: the page of a citation is held against the number printed on the page."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.read import samples

from valla.cli import main
from valla.files.opening import open_document
from valla.model.documents import Paging

QUOTED = "I counted fourteen wagons through the gate before the bell, and none of them was searched."


def sheet(number: int, words: str) -> bytes:
    """Return a page with its printed number at the foot."""
    return f"BT /F1 12 Tf 1 0 0 1 72 700 Tm ({words}) Tj 1 0 0 1 290 30 Tm ({number}) Tj ET".encode()


def book() -> bytes:
    """Return a book whose first sheet is page 11, and in which the words stand on page 13."""
    told = ["The river rose.", "A carter came by.", "", "Rain fell all day.", "The clerk was ill.", "Nobody asked me."]
    pages = [sheet(11 + n, words) for n, words in enumerate(told)]
    pages[2] = sheet(13, QUOTED)
    return samples.pdf(*pages)


def test_printed_numbers_are_the_labels_and_are_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "book.pdf").write_bytes(book())

    document = open_document(tmp_path / "book.pdf")

    assert [page.label for page in document.pages] == ["11", "12", "13", "14", "15", "16"]
    assert document.paging is Paging.PRINTED
    assert "13" not in document.text


def test_labels_of_the_file_come_first(tmp_path: Path) -> None:
    labels = b"/PageLabels<</Nums[0<</S/r>>2<</S/D/St 1>>]>>"
    (tmp_path / "book.pdf").write_bytes(samples.pdf(*[b"BT /F1 12 Tf 72 700 Td (Some words.) Tj ET"] * 4, more=labels))

    assert [page.label for page in open_document(tmp_path / "book.pdf").pages] == ["i", "ii", "1", "2"]


@pytest.mark.parametrize(("cited", "wrong"), [("12", True), ("13", False), ("13-14", False)])
def test_a_wrong_page_is_told(cited: str, *, wrong: bool, tmp_path: Path) -> None:
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "gate-book.pdf").write_bytes(book())
    (tmp_path / "essay.txt").write_text(
        f"Amos Reed kept the gate.\n\n“{QUOTED}”\nAmos Reed, The Gate Book, 1871, p. {cited}\n", "utf-8"
    )
    (tmp_path / "a.bib").write_text("@book{a, author={Reed, Amos}, title={The Gate Book}, year=1871}")

    said = CliRunner().invoke(
        main, ["check", str(tmp_path / "essay.txt"), "-l", str(tmp_path / "shelf"), "-b", str(tmp_path / "a.bib")]
    )

    assert "1 word for word" in said.output
    assert ("T140 wrong-page" in said.output) is wrong
