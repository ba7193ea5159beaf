"""PDF pages as lines of letters with their boxes, read by PDFium.

PDFium gives the letters of a page in the order in which they were set, ends of lines and blanks between words put in.
Boxes are in points, the page's lower left corner being the origin.
"""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median

import pypdfium2.raw as pdfium

TINY = 2.0
"""Points: letters set smaller are seen by nobody."""

INVISIBLE = 3  # text render mode of PDF 32000-1, 9.3.6: neither filled nor stroked
WHITE = 250  # of 255 in every colour
BREAKS = frozenset({0x0A, 0x0D})
KEPT = {0x02: "-", 0xFFFE: "-", 0x09: " "}  # PDFium may give the first two for a hyphen at the end of a line
DROPPED = frozenset({0x00, 0xFEFF, 0x200B})
FIRST_PRINTED = 0x20
SURROGATE, ABOVE = 0xD800, 0xE000  # halves of letters, which are no letters
DROP = 0.6  # of the size: so far down, and to the left, is the next line
RAISED = 0.12  # of the size of the letters around: figures whose feet stand so far up are marks


@dataclass(slots=True)
class Line:
    """One line: its letters, the number of each on its page, where each stands, and the edges of the whole."""

    sheet: int
    letters: str = ""
    numbers: list[int] = field(default_factory=list)
    lefts: list[float] = field(default_factory=list)
    feet: list[float] = field(default_factory=list)  # the baseline under each letter
    sizes: list[float] = field(default_factory=list)  # of the font of each letter, in points on the page
    x0: float = 0.0
    x1: float = 0.0
    foot: float = 0.0
    size: float = 0.0
    marks: list[tuple[int, int]] = field(default_factory=list)  # raised figures: start and end in the letters

    @property
    def words(self) -> str:
        """Return the letters without blanks at the ends."""
        return self.letters.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page of the file: its lines in order, its size, and how many letters of it nobody sees."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    unseen: int
    layer: bool  # all of its letters are invisible, as those that a scanner lays over a picture


@dataclass(slots=True)
class Letters:
    """The letters of one page as PDFium gives them, fetched one by one."""

    page: ctypes.c_void_p
    scales: dict[float, float] = field(default_factory=dict)

    def lines(self, sheet: int) -> Iterator[Line]:
        """Yield the lines of the page, in PDFium's order."""
        size_of, origin = pdfium.FPDFText_GetFontSize, pdfium.FPDFText_GetCharOrigin
        page, x, y = self.page, ctypes.c_double(), ctypes.c_double()
        x_place, y_place = ctypes.byref(x), ctypes.byref(y)
        line, letters, last, scale, size = Line(sheet), list[str](), -1.0, 1.0, 0.0
        for number, code in enumerate(self.codes()):
            if code in BREAKS:
                if letters:
                    yield self.close(line, letters)
                line, letters = Line(sheet), []
                continue
            if code in DROPPED or (code < FIRST_PRINTED and code not in KEPT):
                continue
            origin(page, number, x_place, y_place)
            if not letters or y.value != line.feet[-1]:  # a size is asked for once on a level: asking is dear
                size = size_of(page, number)
                if size != last:
                    last, scale = size, self.scale(number)
            if letters and y.value < line.feet[-1] - DROP * size * scale and x.value < line.lefts[-1]:
                yield self.close(line, letters)  # PDFium runs on behind a hyphen
                line, letters = Line(sheet), []
            letters.append(KEPT.get(code) or (chr(code) if not SURROGATE <= code < ABOVE else "\ufffd"))
            line.numbers.append(number)
            line.lefts.append(x.value)
            line.feet.append(y.value)
            line.sizes.append(size * scale)
        if letters:
            yield self.close(line, letters)

    def codes(self) -> list[int]:
        """Return the code of each letter of the page: all at once where they are one unit each, else one by one."""
        count = pdfium.FPDFText_CountChars(self.page)
        buffer = (ctypes.c_ushort * (count + 1))()
        if pdfium.FPDFText_GetText(self.page, 0, count, buffer) == count + 1:
            return list(buffer[:count])
        return [pdfium.FPDFText_GetUnicode(self.page, number) for number in range(count)]

    def close(self, line: Line, letters: list[str]) -> Line:
        """Return a line with its letters, its edges and its raised figures."""
        line.letters = "".join(letters)
        inked = [n for n, letter in enumerate(letters) if not letter.isspace()]
        if inked:
            box = pdfium.FS_RECTF()
            pdfium.FPDFText_GetLooseCharBox(self.page, line.numbers[inked[-1]], box)
            line.x1 = max(box.right, line.lefts[inked[-1]])
            measure(line, inked)
        return line

    def scale(self, number: int) -> float:
        """Return by how much a letter's font is enlarged on the page."""
        matrix = pdfium.FS_MATRIX()
        if not pdfium.FPDFText_GetMatrix(self.page, number, matrix):
            return 1.0
        return math.hypot(matrix.c, matrix.d) or 1.0


def read_sheet(document: ctypes.c_void_p, number: int) -> Sheet | None:
    """Return a page of a document, None where PDFium cannot load it."""
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return None
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        pdfium.FPDF_ClosePage(page)
        return Sheet(number=number, width=width, height=height, lines=(), unseen=0, layer=False)
    lines = [line for line in Letters(text).lines(number) if line.words]
    seen = [line for line in lines if is_seen(line, text, width, height)]
    buried = [line for line in lines if is_buried(line, text)]
    layer = bool(lines) and len(buried) == len(lines)
    kept = lines if layer else [line for line in seen if line not in buried]
    unseen = sum(len(line.words) for line in lines) - sum(len(line.words) for line in kept)
    pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
    return Sheet(number=number, width=width, height=height, lines=tuple(kept), unseen=unseen, layer=layer)


def measure(line: Line, inked: list[int]) -> None:
    """Fill in the edges of a line, the size of its letters and its raised figures."""
    line.size = line.sizes[0] if len(set(line.sizes)) == 1 else median(line.sizes[n] for n in inked)
    line.foot = line.feet[0] if len(set(line.feet)) == 1 else median(line.feet[n] for n in inked)
    line.x0 = min(line.lefts[n] for n in inked)
    line.x1 = max(line.x1, line.lefts[inked[-1]])
    line.marks = list(raised(line)) if max(line.feet) > line.foot + RAISED * line.size else []


def raised(line: Line) -> Iterator[tuple[int, int]]:
    """Yield the stretches of figures and signs that stand above the foot of the line."""
    start = None
    for n, letter in enumerate([*line.letters, " "]):
        high = (
            n < len(line.letters)
            and (letter.isdecimal() or letter in "*†‡§")
            and line.feet[n] > line.foot + RAISED * line.size
        )
        if high and start is None:
            start = n
        elif not high and start is not None:
            yield start, n
            start = None


def is_seen(line: Line, text: ctypes.c_void_p, width: float, height: float) -> bool:
    """Tell whether a reader of the page sees a line: on the page, not tiny, not white."""
    inside = line.x1 > 0 and line.x0 < width and line.foot + line.size > 0 and line.foot < height
    return line.size >= TINY and inside and not is_white(line, text)


def is_white(line: Line, text: ctypes.c_void_p) -> bool:
    """Tell whether the first letter of a line is filled with white."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    first = line.numbers[len(line.letters) - len(line.letters.lstrip())]
    if not pdfium.FPDFText_GetFillColor(text, first, red, green, blue, alpha):
        return False
    return min(red.value, green.value, blue.value) >= WHITE or alpha.value == 0


def is_buried(line: Line, text: ctypes.c_void_p) -> bool:
    """Tell whether a line is set in the invisible mode."""
    first = line.numbers[len(line.letters) - len(line.letters.lstrip())]
    thing = pdfium.FPDFText_GetTextObject(text, first)
    return bool(thing) and pdfium.FPDFTextObj_GetTextRenderMode(thing) == INVISIBLE
