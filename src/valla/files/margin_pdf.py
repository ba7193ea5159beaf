"""Findings as highlights with notes in a copy of a PDF, made by PDFium; and the boxes in which words stand on a page."""

import ctypes
import io
from collections.abc import Iterator, Sequence
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium

from valla.errors import ReadError, UsageError
from valla.files.margin import Gloss
from valla.model.documents import Locus
from valla.read.pdf_file import open_pdf

COLOUR = (255, 214, 90, 255)
Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points, from the lower left corner of the page."""


def highlight_pdf(data: bytes, name: str, glosses: Sequence[Gloss]) -> bytes:
    """Return a copy of a PDF with a highlight for each gloss that has letters on a page."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raise ReadError(f"{name}: is no sound PDF; get the whole file") from None
    try:
        for gloss in glosses:
            for sheet, loci in groupby(gloss.loci, key=lambda locus: locus.item):
                highlight(document.raw, sheet, list(loci), gloss.words)
        made = io.BytesIO()
        document.save(made)
        return made.getvalue()
    except pypdfium2.PdfiumError as error:
        raise UsageError(f"{name}: cannot be written with notes ({error}); use --format html instead") from None
    finally:
        document.close()


def highlight(document: ctypes.c_void_p, sheet: int, loci: Sequence[Locus], words: str) -> None:
    """Highlight some letters of one page."""
    page = pdfium.FPDF_LoadPage(document, sheet)
    text = pdfium.FPDFText_LoadPage(page)
    boxes = [box for locus in loci for box in line_boxes(text, locus)]
    pdfium.FPDFText_ClosePage(text)
    if boxes:
        note = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_HIGHLIGHT)
        left, bottom, right, top = (fit(row[n] for row in boxes) for n, fit in enumerate((min, min, max, max)))
        pdfium.FPDFAnnot_SetRect(note, pdfium.FS_RECTF(left, top, right, bottom))
        for box in boxes:
            pdfium.FPDFAnnot_AppendAttachmentPoints(note, corners(box))
        pdfium.FPDFAnnot_SetColor(note, pdfium.FPDFANNOT_COLORTYPE_Color, *COLOUR)
        set_words(note, b"Contents", words)
        set_words(note, b"T", "Valla")
        pdfium.FPDFPage_CloseAnnot(note)
    pdfium.FPDF_ClosePage(page)


def corners(box: Box) -> pdfium.FS_QUADPOINTSF:
    """Return the corners of a box in the order that viewers expect."""
    left, bottom, right, top = box
    return pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)


def set_words(note: ctypes.c_void_p, key: bytes, words: str) -> None:
    """Set one text of a note."""
    wide = (words + "\0").encode("utf-16-le", "replace")
    buffer = ctypes.create_string_buffer(wide, len(wide))
    pdfium.FPDFAnnot_SetStringValue(note, key, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))


def line_boxes(text: ctypes.c_void_p, locus: Locus) -> Iterator[Box]:
    """Yield a box for each line on which letters of a stretch stand."""
    count = pdfium.FPDFText_CountRects(text, locus.start, len(locus.text))
    edges = [ctypes.c_double() for _ in range(4)]
    for number in range(count):
        if pdfium.FPDFText_GetRect(text, number, *edges):
            left, top, right, bottom = (edge.value for edge in edges)
            yield left, bottom, right, top


def passage_boxes(data: bytes, name: str, loci: Sequence[Locus]) -> tuple[tuple[int, Box], ...]:
    """Return the sheet (from 0) and the box of each line on which the letters of a PDF's passage stand."""
    made: list[tuple[int, Box]] = []
    with open_pdf(data, name) as file:
        for sheet, rows in groupby(loci, key=lambda locus: locus.item):
            page = pdfium.FPDF_LoadPage(file.raw, sheet)
            text = pdfium.FPDFText_LoadPage(page)
            made += [(sheet, box) for locus in rows for box in line_boxes(text, locus)]
            pdfium.FPDFText_ClosePage(text)
            pdfium.FPDF_ClosePage(page)
    return tuple(made)
