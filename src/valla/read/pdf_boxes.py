"""Where the letters of a PDF stand on its pages, and pictures of these places."""

import ctypes
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import pypdfium2.raw as pdfium

from valla.model.documents import Locus
from valla.read.pdf_file import greys, open_pdf

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points, from the lower left corner of the page."""

Frame = tuple[float, float, float, float]
"""Left, top, width and height in pixels, from the upper left corner of a picture."""

SCALE = 1.5  # pixels a point: print is read with ease, and a picture of five lines takes 15 kB
SCAN_SCALE = 1.2
WIDEST = 1400  # pixels
AROUND = 34  # pixels above and below a passage that are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A passage of which a picture is wanted: its page (from 0) and its letters; without letters the whole page."""

    sheet: int
    letters: tuple[tuple[int, int], ...]  # number of the first, how many


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A picture as PNG, and the places of the letters in it."""

    picture: bytes
    width: int
    height: int
    frames: tuple[Frame, ...]


def line_boxes(text: ctypes.c_void_p, start: int, letters: int) -> Iterator[Box]:
    """Yield a box for each line on which a stretch of letters stands."""
    edges = [ctypes.c_double() for _ in range(4)]
    for number in range(pdfium.FPDFText_CountRects(text, start, letters)):
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
            made += [(sheet, box) for locus in rows for box in line_boxes(text, locus.start, len(locus.text))]
            pdfium.FPDFText_ClosePage(text)
            pdfium.FPDF_ClosePage(page)
    return tuple(made)


def draw_passages(data: bytes, name: str, wanted: Sequence[Wanted], most: int) -> list[Drawn | None]:
    """Return a picture of each passage, until they hold more bytes than `most`; None for what cannot be drawn."""
    made: list[Drawn | None] = []
    held = 0
    with open_pdf(data, name) as file:
        for row in wanted:
            drawn = draw(file.raw, row) if held < most and 0 <= row.sheet < file.pages else None
            held += len(drawn.picture) if drawn else 0
            made.append(drawn)
    return made


def draw(document: ctypes.c_void_p, wanted: Wanted) -> Drawn | None:
    """Return the picture of one passage; None where its page cannot be loaded."""
    page = pdfium.FPDF_LoadPage(document, wanted.sheet)
    if not page:
        return None
    across, down = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    scale = min(SCALE if wanted.letters else SCAN_SCALE, WIDEST / max(across, down, 1.0))
    width, height = max(1, round(across * scale)), max(1, round(down * scale))
    text = pdfium.FPDFText_LoadPage(page)
    boxes = [box for start, letters in wanted.letters for box in line_boxes(text, start, letters)]
    frames = [frame_of(page, width, height, box) for box in boxes]
    pdfium.FPDFText_ClosePage(text)
    top = max(0, int(min((y for _, y, _, _ in frames), default=0.0)) - AROUND)
    foot = min(height, int(max((y + tall for _, y, _, tall in frames), default=float(height))) + AROUND)
    picture = render(page, width, height, top, max(1, foot - top)) if foot > top else None
    pdfium.FPDF_ClosePage(page)
    if picture is None:
        return None
    inside = tuple((x, y - top, wide, tall) for x, y, wide, tall in frames)
    return Drawn(picture=as_png(picture, width), width=width, height=foot - top, frames=inside)


def frame_of(page: ctypes.c_void_p, width: int, height: int, box: Box) -> Frame:
    """Return a box on a page as a frame in its picture."""
    corners = []
    for x, y in ((box[0], box[1]), (box[2], box[3])):
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
        corners.append((across.value, down.value))
    (a, b), (c, d) = corners
    return float(min(a, c)), float(min(b, d)), float(abs(c - a)), float(abs(d - b))


def render(page: ctypes.c_void_p, width: int, height: int, top: int, rows: int) -> bytes:
    """Return some rows of a page in grey, a byte a pixel."""
    bitmap = pdfium.FPDFBitmap_Create(width, rows, 0)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, rows, 0xFFFFFFFF)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, -top, width, height, 0, pdfium.FPDF_GRAYSCALE)
    grey = greys(bitmap, width, rows)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return grey


def as_png(grey: bytes, width: int) -> bytes:
    """Return pixels as a PNG of sixteen greys, which print needs no more than."""
    rows = len(grey) // width
    packed = bytearray()
    for n in range(rows):
        row = grey[n * width : (n + 1) * width] + b"\xff" * (width % 2)
        packed.append(0)
        packed += bytes((a & 0xF0) | (b >> 4) for a, b in zip(row[::2], row[1::2], strict=True))
    head = struct.pack(">IIBBBBB", width, rows, 4, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(packed), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )
