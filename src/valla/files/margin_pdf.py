"""Findings as highlights with notes in a copy of a PDF, made by PDFium."""

import ctypes
import io
from collections.abc import Sequence
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium

from valla.errors import ReadError, UsageError
from valla.files.margin import Gloss
from valla.model.documents import Locus
from valla.read.pdf_boxes import Box, line_boxes

COLOUR = (255, 214, 90, 255)


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
    boxes = [box for locus in loci for box in line_boxes(text, locus.start, len(locus.text))]
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
