"""Scans made here: lines of type set by PDFium, their pixels worn, and put into pictures and into PDFs of pictures."""

import random
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.read import samples

from valla.read.pdf_file import open_pdf

WIDTH = 78  # letters of a line
MARGIN = 150  # rows of pixels


@dataclass(frozen=True)
class Pixels:
    """A picture in grey, a byte a pixel, row by row."""

    width: int
    height: int
    rows: bytes


def pages_of(words: str, lines: int = 30) -> list[Pixels]:
    """Return the pages of a text, clean as a press would print them."""
    rows = broken(words)
    sheets = [rows[at : at + lines] for at in range(0, len(rows), lines)]
    return [picture_of(samples.pdf(printed(sheet))) for sheet in sheets]


def picture_of(data: bytes, face: bytes = b"Helvetica") -> Pixels:
    """Return the first page of a PDF as a picture."""
    western = data.replace(b"/BaseFont/Helvetica", b"/BaseFont/%s/Encoding/WinAnsiEncoding" % face)
    with open_pdf(western, "print.pdf") as file:
        return pixels_from(file.picture(next(file.sheets())))


def broken(words: str) -> list[str]:
    """Return a text in lines of one width."""
    rows = [""]
    for word in words.split():
        if len(rows[-1]) + len(word) >= WIDTH:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return rows


def printed(rows: Sequence[str]) -> bytes:
    """Return the instructions that print some lines."""
    said = [row.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for row in rows]
    return f"BT /F1 12 Tf 16 TL 60 780 Td {' '.join(f'({row}) Tj T*' for row in said)} ET".encode("cp1252")


def pixels_from(pnm: bytes) -> Pixels:
    """Return the pixels of a picture in the form that Valla hands to its eyes."""
    head, _, rows = pnm.partition(b"\n")
    width = int(head.split()[1])
    height = len(rows.rstrip(b"\xff")) // width + MARGIN  # the blank foot of the page is cut off: it only takes time
    return Pixels(width, height, rows[: width * height].ljust(width * height, b"\xff"))


def worn(picture: Pixels, *, specks: float, smaller: int = 1, seed: int = 0) -> Pixels:
    """Return a picture in a coarser grain, with a share of its pixels turned."""
    chance = random.Random(seed)  # noqa: S311  (repeatable)
    width, height = picture.width // smaller, picture.height // smaller
    rows = bytearray()
    for y in range(height):
        start = y * smaller * picture.width
        rows += picture.rows[start : start + width * smaller : smaller]
    for _ in range(int(specks * width * height)):
        rows[chance.randrange(len(rows))] = chance.choice((0, 255))
    return Pixels(width, height, bytes(rows))


def as_png(picture: Pixels) -> bytes:
    """Return a picture as a PNG."""
    edges = range(0, len(picture.rows) + 1, picture.width)
    raw = b"".join(b"\0" + picture.rows[a:b] for a, b in pairwise(edges))
    head = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(raw, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )


def as_pdf(*pictures: Pixels) -> bytes:
    """Return a PDF each page of which is a picture and nothing else."""
    made = b"%PDF-1.4\n"
    kids = b" ".join(b"%d 0 R" % (3 + 3 * n) for n in range(len(pictures)))
    bodies = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pictures), kids)]
    for n, picture in enumerate(pictures):
        tall = 595 * picture.height // picture.width
        drawn, pressed = b"q 595 0 0 %d 0 0 cm /I Do Q" % tall, zlib.compress(picture.rows, 1)
        kind = b"/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
        bodies += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 %d]/Resources<</XObject<</I %d 0 R>>>>/Contents %d 0 R>>"
            % (tall, 5 + 3 * n, 4 + 3 * n),
            b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
            b"<<%s/Width %d/Height %d/Length %d>>stream\n%s\nendstream"
            % (kind, picture.width, picture.height, len(pressed), pressed),
        ]
    places = []
    for n, body in enumerate(bodies, 1):
        places.append(len(made))
        made += b"%d 0 obj%s endobj\n" % (n, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    return (
        made + head + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(bodies) + 1, len(made))
    )
