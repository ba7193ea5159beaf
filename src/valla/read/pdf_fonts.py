"""How letters of a PDF page look: which are set in an italic or bold font, as the fonts say of themselves, which in none.

Fonts are told by their flags, their angle and their names (PDF 32000-1, 9.8.2). To ask for the font of a letter is dear:
a page without such a font is told by its objects, and elsewhere each word is asked for its first letter.
"""

import ctypes
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from valla.model.documents import Locus
from valla.read.italics import Place

ITALIC, BOLD = 1 << 6, 1 << 18  # flags of a font
INVISIBLE = 3  # text render mode of PDF 32000-1, 9.3.6: neither filled nor stroked
SLANTED = re.compile(rb"ital|obliq|slant", re.IGNORECASE)
HEAVY = re.compile(rb"bold|black|heavy", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
LONGEST = 200  # bytes of a font's name that are read
MOST = 0.3
"""Of the letters of a text: where more are set apart, that is how the text looks, and nothing is meant by it."""


Places = Sequence[tuple[int, int, int]]
"""Stretches of a line: offset in it, number of the first letter on the page, how many."""


@dataclass(slots=True)
class Fonts:
    """The fonts of one page; each is asked once."""

    page: Any  # handles of PDFium
    text: Any
    looks: dict[int, str] = field(default_factory=dict)

    def look_of(self, thing: Any) -> str:  # noqa: ANN401  (a handle)
        """Return the look of a text object: "i", "b", "bi", or empty for a plain font."""
        font = pdfium.FPDFTextObj_GetFont(thing) if thing else None
        if not font:
            return ""
        key = ctypes.addressof(font.contents)
        if key not in self.looks:
            self.looks[key] = look_of_font(font)
        return self.looks[key]

    def letter(self, number: int) -> str:
        """Return the look of a letter of the page."""
        return self.look_of(pdfium.FPDFText_GetTextObject(self.text, number))

    def differ(self) -> bool:
        """Tell whether some text objects of the page are set apart from others."""
        found = set[bool]()
        for number in range(pdfium.FPDFPage_CountObjects(self.page)):
            thing = pdfium.FPDFPage_GetObject(self.page, number)
            if pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_TEXT:
                found.add(bool(self.look_of(thing)))
                if len(found) > 1:
                    return True
        return False

    def apart(self, lines: Iterable[tuple[str, Places]]) -> tuple[Place, ...]:
        """Return the stretches of the page's letters that are set apart, sorted; a line comes as its letters and places."""
        if not self.differ():
            return ()
        return tuple(sorted(row for letters, places in lines for row in self.apart_in(letters, places)))

    def apart_in(self, letters: str, places: Places) -> Iterator[Place]:
        """Yield the stretches of one line, word by word, those of one look made one with what stands between them."""
        for at, first, many in places:
            begun: Place | None = None
            for match in WORD.finditer(letters, at, at + many):
                start = first + match.start() - at
                look = self.letter(start)
                if begun and (begun[2] != look or not self.runs_on(begun, start)):
                    yield begun
                    begun = None
                if look:
                    end = self.behind_marks(letters, match.end(), at + many, look, first - at)
                    begun = (begun[0] if begun else start, first + end - at, look)
            if begun:
                yield begun

    def runs_on(self, begun: Place, start: int) -> bool:
        """Tell whether what stands between a stretch and the next word looks like the stretch."""
        return all(self.letter(number) == begun[2] for number in range(begun[1], start))

    def behind_marks(self, letters: str, at: int, stop: int, look: str, shift: int) -> int:
        """Return the offset behind the marks after a word that look like it: a title may go on in the next line."""
        while at < stop and not letters[at].isspace() and not letters[at].isalnum() and self.letter(at + shift) == look:
            at += 1
        return at


def is_buried(number: int, text: ctypes.c_void_p) -> bool:
    """Tell whether a letter of a page is set in the invisible mode."""
    thing = pdfium.FPDFText_GetTextObject(text, number)
    return bool(thing) and pdfium.FPDFTextObj_GetTextRenderMode(thing) == INVISIBLE


def look_of_font(font: Any) -> str:  # noqa: ANN401  (a handle)
    """Return the look of a font."""
    flags, angle = pdfium.FPDFFont_GetFlags(font), ctypes.c_int()
    pdfium.FPDFFont_GetItalicAngle(font, angle)
    buffer = ctypes.create_string_buffer(LONGEST)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, LONGEST)
    flags = max(0, flags)
    bold = flags & BOLD or HEAVY.search(buffer.value)
    italic = flags & ITALIC or angle.value or SLANTED.search(buffer.value)
    return ("b" if bold else "") + ("i" if italic else "")


def places_in_text(loci: Sequence[Locus], apart: Mapping[int, Sequence[Place]], length: int) -> list[Place]:
    """Return where stretches of the letters of each page stand in the text; none where they are a large part of it."""
    made = []
    for row in loci:
        rows = apart.get(row.item, ())
        after = max(0, bisect_right(rows, row.start, key=lambda place: place[0]) - 1)
        for start, end, look in rows[after:]:
            if start >= row.start + len(row.text):
                break
            shift = row.text.start - row.start
            a, b = max(start + shift, row.text.start), min(end + shift, row.text.end)
            if a < b:
                made.append((a, b, look))
    return made if sum(b - a for a, b, _ in made) < MOST * length else []
