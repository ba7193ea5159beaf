"""A PDF opened by PDFium: its sheets, the labels of its pages, what it says of itself."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pypdfium2 as pdfium2
import pypdfium2.raw as pdfium

from valla.errors import ReadError
from valla.model.documents import Imprint, PageState
from valla.read.pdf_letters import Sheet, read_sheet

MOST_PAGES = 10_000
FEW = 20  # letters: a page with fewer may be a picture
PICTURE = 0.3  # of the page's area
MOST_OBJECTS = 500  # looked at on a page in search of a picture
MOST_LETTERS = 20_000_000
DPI = 300
MOST_PIXELS = 4000  # on the longer side of a picture
LOCKED, FOREIGN = pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_FORMAT


@dataclass(slots=True)
class PdfFile:
    """A PDF that is open."""

    raw: ctypes.c_void_p
    name: str
    pages: int
    lost: list[str] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)

    def sheets(self) -> Iterator[Sheet]:
        """Yield the pages in order; one that cannot be loaded is told of."""
        letters = 0
        for number in range(self.pages):
            sheet = read_sheet(self.raw, number)
            if sheet is None:
                self.lost.append(f"page {number + 1} is damaged and was not read")
                continue
            letters += sum(len(line.letters) for line in sheet.lines)
            if letters > MOST_LETTERS:
                raise ReadError(f"{self.name}: holds more text than is read; split the document")
            yield sheet

    def labels(self) -> dict[int, str]:
        """Return the page labels that the file itself gives, by sheet; none where they merely count."""
        found = {number: self.label(number) for number in range(self.pages)}
        counted = all(label in {"", str(number + 1)} for number, label in found.items())
        return {} if counted else {number: label for number, label in found.items() if label}

    def label(self, number: int) -> str:
        """Return the label of one page, empty where it has none."""
        size = pdfium.FPDF_GetPageLabel(self.raw, number, None, 0)
        if not 2 < size <= 256:  # noqa: PLR2004  (bytes of UTF-16 with the closing zero; a longer one is no page number)
            return ""
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDF_GetPageLabel(self.raw, number, buffer, size)
        words = buffer.raw[: size - 2].decode("utf-16-le", "replace")
        return "".join(letter for letter in words if letter.isprintable()).strip()

    def state(self, sheet: Sheet) -> PageState:
        """Return where the words of a page come from."""
        if sheet.layer:
            return PageState.LAYER
        if sum(len(line.words) for line in sheet.lines) >= FEW:
            return PageState.TEXT
        if self.has_picture(sheet):
            return PageState.SCAN
        return PageState.TEXT if sheet.lines else PageState.NONE

    def has_picture(self, sheet: Sheet) -> bool:
        """Tell whether a picture covers a good part of a page."""
        page = pdfium.FPDF_LoadPage(self.raw, sheet.number)
        edges = [ctypes.c_float() for _ in range(4)]
        found = False
        for n in range(min(MOST_OBJECTS, pdfium.FPDFPage_CountObjects(page))):
            thing = pdfium.FPDFPage_GetObject(page, n)
            if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_IMAGE:
                continue
            pdfium.FPDFPageObj_GetBounds(thing, *edges)
            left, bottom, right, top = (edge.value for edge in edges)
            found = found or (right - left) * (top - bottom) > PICTURE * sheet.width * sheet.height
        pdfium.FPDF_ClosePage(page)
        return found

    def picture(self, sheet: Sheet) -> bytes:
        """Return a page as a picture in grey (PNM), in the resolution at which print is read best."""
        scale = min(DPI / 72, MOST_PIXELS / max(sheet.width, sheet.height, 1.0))
        width, height = max(1, int(sheet.width * scale)), max(1, int(sheet.height * scale))
        page = pdfium.FPDF_LoadPage(self.raw, sheet.number)
        bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_GRAYSCALE)
        grey = greys(bitmap, width, height)
        pdfium.FPDFBitmap_Destroy(bitmap)
        pdfium.FPDF_ClosePage(page)
        return b"P5 %d %d 255\n" % (width, height) + grey

    def imprint(self) -> Imprint:
        """Return title and author as the file's metadata give them; a title that is a file's name is none."""
        title, author = self.metadata.get("Title", "").strip(), self.metadata.get("Author", "").strip()
        named = "." in title[-6:] or title.lower().startswith(("microsoft word", "untitled"))
        return Imprint(title=None if named or not title else title[:300], author=author[:200] or None)


def greys(bitmap: ctypes.c_void_p, width: int, height: int) -> bytes:
    """Return the pixels of a picture in grey, a byte each, row by row; it has four bytes a pixel, all colours alike."""
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    every = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    if stride == 4 * width:
        return every[::4]
    return b"".join(every[row * stride : row * stride + 4 * width : 4] for row in range(height))


def count_pages(data: bytes) -> int:
    """Return how many pages a PDF says that it has, 0 where it cannot be opened."""
    try:
        with open_pdf(data, "") as file:
            return file.pages
    except ReadError:
        return 0


@contextmanager
def open_pdf(data: bytes, name: str) -> Iterator[PdfFile]:
    """Open the bytes of a PDF; raise ReadError for one that is locked, damaged or endless."""
    try:
        document = pdfium2.PdfDocument(data)
    except pdfium2.PdfiumError as error:
        raise ReadError(refusal(name, error)) from None
    try:
        pages = len(document)
        if not 0 < pages <= MOST_PAGES:
            said = "has no pages" if pages < 1 else f"has {pages:,} pages, more than the {MOST_PAGES:,} that are read"
            raise ReadError(f"{name}: {said}; name a file with words in it, or split it")
        yield PdfFile(document.raw, name, pages, metadata=document.get_metadata_dict())
    finally:
        document.close()


def refusal(name: str, error: pdfium2.PdfiumError) -> str:
    """Return the one line for a PDF that PDFium does not open."""
    if getattr(error, "err_code", None) == LOCKED or "password" in str(error).lower():
        return f"{name}: is locked with a password; save a copy without one"
    return f"{name}: is no sound PDF (it is damaged or cut off); get the whole file"
