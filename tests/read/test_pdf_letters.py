"""Lines that are asked at a few letters are the lines that letter by letter would give."""

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.read import samples

from valla.read.pdf_letters import LINES as ON_PAGE
from valla.read.pdf_letters import Letters, Line, cleaned

PAGES = {
    "plain": b"BT /F1 12 Tf 72 700 Td (The keeper opened the gate at dawn, 12 May 1871.) Tj ET",
    "raised": b"BT /F1 12 Tf 72 700 Td (The keeper opened it.) Tj /F1 7 Tf 4 Ts (1) Tj 0 Ts /F1 12 Tf ( Nobody saw.) Tj ET",
    "indented": b"BT /F1 12 Tf 72 700 Td (   The keeper) Tj ET",
    "two sizes": b"BT /F1 18 Tf 72 700 Td (The) Tj /F1 12 Tf ( keeper opened it 3-4 times.) Tj ET",
    "hyphen": b"BT /F1 12 Tf 72 700 Td (the keeper opened the secre-) Tj 0 -14 Td (tary and read it.) Tj ET",
    "enlarged": b"BT /F1 1 Tf 12 0 0 12 72 700 Tm (The keeper opened the gate.) Tj ET",
    "backward": b"BT /F1 12 Tf 200 700 Td (gate.) Tj -100 0 Td (The keeper) Tj ET",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_level_line_is_what_its_letters_one_by_one_give(name: str) -> None:
    document = pypdfium2.PdfDocument(samples.pdf(PAGES[name]))
    page = pdfium.FPDF_LoadPage(document.raw, 0)
    letters = Letters(pdfium.FPDFText_LoadPage(page), 0)
    rows = [cleaned(match[0], match.start()) for match in ON_PAGE.finditer(letters.text())]
    quick = [line for row in rows if row[0].strip() and (line := letters.level(*row))]
    slow = {line.letters: line for row in rows for line in map(letters.measured, letters.spots(*row))}

    assert [told(line) for line in quick] == [told(slow[line.letters]) for line in quick]
    assert not any(line.marks for line in quick)
    assert quick or name not in {"plain", "enlarged", "indented"}
    document.close()


def told(line: Line) -> tuple[object, ...]:
    return (line.letters, list(line.places), line.x0, line.x1, line.word, line.foot, line.size, line.marks)


def test_letters_that_are_none_are_left_out_and_the_way_back_is_kept() -> None:
    letters, places = cleaned("a\u200bb\x02", 10)

    assert letters == "ab-"
    assert list(places) == [(0, 10, 1), (1, 12, 2)]
