"""PDF pages as lines of letters with their boxes, read by PDFium.

PDFium gives the letters of a page in the order in which they were set, ends of lines and blanks between words put in.
Boxes are in points, the page's lower left corner being the origin. To ask where a letter stands is dear, so a line is
first asked at a few letters only: its ends, its hyphens and its figures. Where these stand level, so does the line; any
other line is asked letter by letter.
"""

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

import pypdfium2.raw as pdfium

from valla.read.pdf_fonts import Fonts, is_buried

TINY = 2.0
"""Points: letters set smaller are seen by nobody."""

WHITE = 250  # of 255 in every colour
LINES = re.compile(r"[^\r\n]+")
DROPPED = re.compile("[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\ufeff\u200b]")
KEPT = str.maketrans({0x02: "-", 0xFFFE: "-", 0x09: " "} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))
"""PDFium may give the first two for a hyphen at the end of a line; halves of letters are no letters."""

PROBED = re.compile(r"[-\u2010\u2011\u00ad]\s*(?=(\S))|[\d*†‡§]")
"""Letters behind which PDFium may run on into the next line, and those that may be raised."""

DROP = 0.6  # of the size: so far down, and to the left, is the next line
RAISED = 0.12  # of the size of the letters around: figures whose feet stand so far up are marks

Place = tuple[int, int, int]
"""A stretch of letters that follow one another on the page: its offset in the line, the number of its first letter, how many."""


@dataclass(slots=True)
class Line:
    """One line: its letters, where they are among those of the page, and the edges of the whole."""

    sheet: int
    letters: str = ""
    places: Sequence[Place] = ()  # in order; letters in no stretch were put in
    x0: float = 0.0
    x1: float = 0.0
    word: float = 0.0  # where the first word ends
    foot: float = 0.0  # of the baseline
    size: float = 0.0  # of the font, in points on the page
    marks: list[tuple[int, int]] = field(default_factory=list)  # raised figures: start and end in the letters
    confidence: float | None = None  # of what read it from a picture; None where the file holds the letters

    @property
    def words(self) -> str:
        """Return the letters without blanks at the ends."""
        return self.letters.strip()

    def number(self) -> int:
        """Return the number of the first inked letter on its page."""
        lead = len(self.letters) - len(self.letters.lstrip())
        return next((first + max(0, lead - at) for at, first, many in self.places if lead < at + many), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page of the file: its lines in order, its size, and how many letters of it nobody sees."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    unseen: int
    layer: bool  # all of its letters are invisible, as those that a scanner lays over a picture
    apart: tuple[tuple[int, int, str], ...] = ()  # stretches of its letters in italics or bold, with their look


@dataclass(slots=True)
class Spots:
    """Letters of one line with where each stands: its number on the page, its left edge, its foot, its size."""

    letters: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    lefts: list[float] = field(default_factory=list)
    feet: list[float] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Letters:
    """The letters of one page as PDFium gives them."""

    page: ctypes.c_void_p
    sheet: int
    scales: dict[float, float] = field(default_factory=dict)
    x: ctypes.c_double = field(default_factory=ctypes.c_double)
    y: ctypes.c_double = field(default_factory=ctypes.c_double)

    def lines(self) -> Iterator[Line]:
        """Yield the lines of the page, in PDFium's order."""
        for match in LINES.finditer(self.text()):
            letters, places = cleaned(match[0], match.start())
            if not letters.strip():
                continue
            level = self.level(letters, places)
            if level is not None:
                yield level
            else:
                yield from map(self.measured, self.spots(letters, places))

    def text(self) -> str:
        """Return the letters of the page, as many as PDFium counts: all at once where they are one unit each."""
        count = pdfium.FPDFText_CountChars(self.page)
        buffer = (ctypes.c_ushort * (count + 1))()
        if pdfium.FPDFText_GetText(self.page, 0, count, buffer) == count + 1:
            text = bytes(buffer).decode("utf-16-le", "surrogatepass")[:-1]
            if len(text) == count:
                return text
        return "".join(chr(pdfium.FPDFText_GetUnicode(self.page, number)) for number in range(count))

    def left_and_foot(self, number: int) -> tuple[float, float]:
        """Return where a letter of the page stands."""
        pdfium.FPDFText_GetCharOrigin(self.page, number, self.x, self.y)
        return self.x.value, self.y.value

    def level(self, letters: str, places: Sequence[Place]) -> Line | None:
        """Return a line whose letters stand level and in order, as far as a few of them show; else None."""
        if len(places) > 1:
            return None
        first = places[0][1]
        lead, end = len(letters) - len(letters.lstrip()), len(letters.rstrip())
        left, foot = self.left_and_foot(first + lead)
        at = left
        for probe in (*probes(letters, lead), end - 1):
            x, y = self.left_and_foot(first + probe)
            if y != foot or x < at:
                return None
            at = x
        right = max(at, self.right(first + end - 1))
        stop = letters.find(" ", lead)
        return Line(
            sheet=self.sheet,
            letters=letters,
            places=places,
            x0=left,
            x1=right,
            word=self.left_and_foot(first + stop)[0] if stop > lead else right,
            foot=foot,
            size=self.size(first + lead),
        )

    def size(self, number: int) -> float:
        """Return the size of a letter in points on the page; by how much a font is enlarged is asked once for each."""
        size = pdfium.FPDFText_GetFontSize(self.page, number)
        if size not in self.scales:
            self.scales[size] = self.scale(number)
        return float(size * self.scales[size])

    def spots(self, letters: str, places: Sequence[Place]) -> Iterator[Spots]:
        """Yield the letters of a line one by one with their places; where PDFium ran on into the next line, of each."""
        made, size = Spots(), 0.0
        for at, first, many in places:
            for number, letter in enumerate(letters[at : at + many], first):
                x, y = self.left_and_foot(number)
                if not made.letters or y != made.feet[-1]:  # a size is asked for once on a level: asking is dear
                    size = self.size(number)
                if made.letters and y < made.feet[-1] - DROP * size and x < made.lefts[-1]:
                    yield made
                    made = Spots()
                made.letters.append(letter)
                made.numbers.append(number)
                made.lefts.append(x)
                made.feet.append(y)
                made.sizes.append(size)
        yield made

    def measured(self, spots: Spots) -> Line:
        """Return a line from its letters: its edges, the size of its letters and its raised figures."""
        letters = "".join(spots.letters)
        line = Line(self.sheet, letters, places_of(spots.numbers))
        inked = [n for n, letter in enumerate(spots.letters) if not letter.isspace()]
        if inked:
            line.size, line.foot = usual(spots.sizes, inked), usual(spots.feet, inked)
            line.x0 = min(spots.lefts[n] for n in inked)
            line.x1 = max(self.right(spots.numbers[inked[-1]]), spots.lefts[inked[-1]])
            stop = letters.find(" ", inked[0])
            line.word = spots.lefts[stop] if stop > inked[0] else line.x1
            line.marks = list(raised(line, spots.feet))
        return line

    def right(self, number: int) -> float:
        """Return the right edge of a letter."""
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self.page, number, box)
        return float(box.right)

    def scale(self, number: int) -> float:
        """Return by how much a letter's font is enlarged on the page."""
        matrix = pdfium.FS_MATRIX()
        if not pdfium.FPDFText_GetMatrix(self.page, number, matrix):
            return 1.0
        return math.hypot(matrix.c, matrix.d) or 1.0


def cleaned(letters: str, first: int) -> tuple[str, Sequence[Place]]:
    """Return letters without those that are none, and their stretches on the page."""
    if letters.isprintable():
        return letters, ((0, first, len(letters)),)
    places, kept, at = list[Place](), list[str](), 0
    for cut in (*DROPPED.finditer(letters), None):
        stop = cut.start() if cut else len(letters)
        if stop > at:
            places.append((sum(map(len, kept)), first + at, stop - at))
            kept.append(letters[at:stop])
        at = cut.end() if cut else stop
    return "".join(kept).translate(KEPT), places


def probes(letters: str, lead: int) -> Iterator[int]:
    """Yield the letters of a line that must be asked where they stand."""
    for match in PROBED.finditer(letters, lead):
        yield match.start()
        if match[1]:
            yield match.start(1)


def places_of(numbers: Sequence[int]) -> list[Place]:
    """Return the stretches of some numbers that follow one another."""
    made: list[Place] = []
    for n, number in enumerate(numbers):
        at, first, many = made[-1] if made else (0, -1, 0)
        if made and number == first + many:
            made[-1] = (at, first, many + 1)
        else:
            made.append((n, number, 1))
    return made


def usual(values: Sequence[float], inked: Sequence[int]) -> float:
    """Return the middle value of the inked letters."""
    return values[0] if len(set(values)) == 1 else median(values[n] for n in inked)


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
    lines = [line for line in Letters(text, number).lines() if line.words]
    buried = [is_buried(line.number(), text) for line in lines]
    layer = bool(lines) and all(buried)
    kept = [
        line
        for line, hid in zip(lines, buried, strict=True)
        if layer or (not hid and is_seen(line, text, width, height))
    ]
    apart = () if layer else Fonts(page, text).apart((line.letters, line.places) for line in kept)
    unseen = sum(len(line.words) for line in lines) - sum(len(line.words) for line in kept)
    pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
    return Sheet(number=number, width=width, height=height, lines=tuple(kept), unseen=unseen, layer=layer, apart=apart)


def raised(line: Line, feet: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of figures and signs that stand above the foot of the line."""
    start = None
    for n, letter in enumerate([*line.letters, " "]):
        high = (
            n < len(line.letters)
            and (letter.isdecimal() or letter in "*†‡§")
            and feet[n] > line.foot + RAISED * line.size
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
    if not pdfium.FPDFText_GetFillColor(text, line.number(), red, green, blue, alpha):
        return False
    return min(red.value, green.value, blue.value) >= WHITE or alpha.value == 0
