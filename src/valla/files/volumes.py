"""Volumes that lie in files: surveyed once, opened when they are read, never kept whole.

Most files of a large library are plain text in UTF-8 with plain line ends: their bytes are the text, and they are mapped
into memory as they are. Any other (a web page, Markdown, other line ends or encodings) is read as `valla.read` reads it
whenever it is opened, which is slower and gives the same answers.
"""

import mmap
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import BinaryIO

import numpy as np

from valla.errors import ReadError
from valla.files.catalogue import Card
from valla.files.opening import MIB, open_document, refuse_irregular
from valla.library.letters import Bytes
from valla.library.volumes import Scroll
from valla.model.anchors import DocumentId, Span
from valla.model.documents import Document, PageStart, Paging
from valla.model.works import Holding
from valla.read.forms import form_of, refuse_foreign, shown_form
from valla.read.lines import number_pages
from valla.text.pages import printed_pages

HEAVY_LIMIT = 64 * MIB
"""Largest file that is read whole, in bytes; plain texts may have any size."""

SAMPLE = 1 << 16
UNPLAIN = (b"\v", b"<!--", b"\x00")
UNPLAIN_WIDE = (b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xc2\x85")
"""What the reading of plain text would change: rare line ends, comments to Valla."""

CONTROLS = bytes(byte for byte in range(32) if not 9 <= byte <= 13)  # noqa: PLR2004  (tabs and line ends)
"""Characters that no plain text has: let the reader judge of it."""

PAGE_SIGNS = (b"[P", b"[p", b"{", b"\f")
_OLD_LINE_END = re.compile(rb"\r(?!\n)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What is known of a file without keeping it: `light` files are their own text, `plain` ones are ASCII besides."""

    size: int
    length: int
    light: bool
    plain: bool
    paged: bool
    head: bytes  # its first bytes, where it is light


@dataclass(frozen=True, slots=True, kw_only=True)
class FileVolume:
    """A document in a file; see `valla.library.volumes.Volume`."""

    holding: Holding
    path: Path
    card: Card

    @property
    def size(self) -> int:
        """The bytes of its file."""
        return self.card.size

    @property
    def light(self) -> bool:
        """Tell whether it is its own text."""
        return self.card.light

    def open(self) -> Scroll:
        """Return its text: mapped into memory where it is light, else read."""
        if not self.light:
            document = open_document(self.path, id=self.holding.document, limit=HEAVY_LIMIT)
            return Scroll.of(document.text, document.pages or printed_pages(document.text))
        data = mapped(self.path)
        return Scroll(data, plain=self.card.plain, pages=partial(_pages, data) if self.card.paging else ())

    def origin(self, span: Span) -> Span:
        """Return where the words of a span stand in the file as it is, in its code points."""
        return span if self.light else _document(self.path, self.holding.document).origin(span)


@lru_cache(maxsize=8)
def _document(path: Path, name: DocumentId) -> Document:
    """Return a document read whole; the last few are kept, for their offsets are asked for one by one."""
    return open_document(path, id=name, limit=HEAVY_LIMIT)


def mapped(path: Path) -> Bytes:
    """Return the bytes of a file without reading them."""
    file = os.open(path, os.O_RDONLY)
    try:
        return np.frombuffer(mmap.mmap(file, 0, access=mmap.ACCESS_READ), np.uint8)
    except ValueError:
        return np.zeros(0, np.uint8)  # nothing can be mapped of an empty file
    finally:
        os.close(file)


def own_text(path: Path) -> tuple[str, tuple[PageStart, ...]] | None:
    """Return the text and the pages of a file that is its own text; None for one that is not."""
    found = survey(path)
    if not found.light:
        return None
    text = path.read_bytes().decode("utf-8")
    return text, _pages_of(text) if found.paged else ()


def _pages(data: Bytes) -> tuple[PageStart, ...]:
    return _pages_of(data.tobytes().decode("utf-8"))


def _pages_of(text: str) -> tuple[PageStart, ...]:
    breaks = [match.end() for match in re.finditer("\f", text)]
    return number_pages(breaks) or printed_pages(text)


def paging_of(path: Path, found: Survey) -> Paging:
    """Return whose numbers the pages of a light text have; it is read only where something in it may mark a page."""
    if not found.paged:
        return Paging.NONE
    text = path.read_bytes().decode("utf-8")
    if "\f" in text:
        return Paging.COUNTED
    return Paging.PRINTED if printed_pages(text) else Paging.NONE


def survey(path: Path) -> Survey:
    """Look a file through once; raise ReadError, one line, where it cannot be a source."""
    try:
        refuse_irregular(path)
        size = path.stat().st_size
        if size and form_of(path.name) == "text":
            found = _survey_text(path, size)
            if found is not None:
                return found
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror or error}); check its name and rights") from None
    return Survey(size=size, length=0, light=False, plain=False, paged=False, head=b"")


def _survey_text(path: Path, size: int) -> Survey | None:
    """Survey a text file; None where it is not its own text, or is doubtful."""
    with path.open("rb") as file:
        head = file.read(SAMPLE)
        if shown_form(head, path.name) is not None:  # a Word file or a PDF, whatever its name says
            return None
        refuse_foreign(head, path.name)
        if head.startswith(b"\xef\xbb\xbf") or len(head.translate(None, CONTROLS)) < len(head) or not head.strip():
            return None
        file.seek(0)
        length, plain, paged = 0, True, False
        for part in parts_of(file):
            ascii_only = part.isascii()
            if _is_unplain(part, () if ascii_only else UNPLAIN_WIDE):
                return None
            points = len(part) if ascii_only else _points(part)
            if points is None:
                return None
            length, plain, paged = length + points, plain and ascii_only, paged or _holds_any(part, PAGE_SIGNS)
    return Survey(size=size, length=length, light=True, plain=plain, paged=paged, head=head)


PART = 1 << 22


def parts_of(file: BinaryIO) -> Iterator[bytes]:
    """Yield a file in parts of a few megabytes that end with a line, or a word, or at least a whole character."""
    left = b""
    while read := file.read(PART):
        part = left + read
        end = part.rfind(b"\n") + 1 or part.rfind(b" ") + 1 or _whole(part)
        yield part[:end]
        left = part[end:]
    if left:
        yield left


def _is_unplain(part: bytes, wide: Iterable[bytes]) -> bool:
    """Tell whether a part has what the reading of plain text would change."""
    return _holds_any(part, (*UNPLAIN, *wide)) or (b"\r" in part and _OLD_LINE_END.search(part) is not None)


def _holds_any(part: bytes, signs: Iterable[bytes]) -> bool:
    """Tell whether any of some signs occurs; a single byte is found many times as fast as several."""
    return any(sign[:1] in part and (len(sign) == 1 or sign in part) for sign in signs)


def _points(part: bytes) -> int | None:
    """Return the number of code points of a part in UTF-8; None where it is not in UTF-8."""
    try:
        return len(part.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _whole(part: bytes) -> int:
    """Return how many bytes of a part end with a whole character."""
    back = 1
    while back < 4 and back < len(part) and part[-back] & 0xC0 == 0x80:  # noqa: PLR2004  (the widest character)
        back += 1
    return len(part) - back
