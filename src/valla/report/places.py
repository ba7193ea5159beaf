"""Where a span of the text stands in the original file: its line and its column, as an editor counts them."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.model.documents import Document

LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Place:
    """The lines and columns of a span, all counted from 1 in code points; the end column is the one after the last."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruler:
    """The line starts of a document, made once for a whole report.

    `original` tells whether they are those of the original file. A reader that changes the text and records no lines
    leaves only the lines of the text that was read; offsets are then reckoned in it.
    """

    document: Document
    starts: tuple[int, ...]
    original: bool

    def place(self, span: Span) -> Place:
        """Return where a span of the document's text stands."""
        there = self.document.origin(span) if self.original else span
        line, column = self._point(there.start)
        end_line, end_column = self._point(there.end)
        return Place(line=line, column=column, end_line=end_line, end_column=end_column)

    def line(self, offset: int) -> int:
        """Return the line on which an offset of the document's text stands."""
        return self.place(Span(offset, offset)).line

    def _point(self, offset: int) -> tuple[int, int]:
        line = max(1, bisect_right(self.starts, offset))
        return line, offset - self.starts[line - 1] + 1


def ruler_of(document: Document) -> Ruler:
    """Return the ruler of a document."""
    if document.lines:
        return Ruler(document=document, starts=document.lines, original=True)
    starts = (0, *(found.end() for found in LINE_END.finditer(document.text)))
    return Ruler(document=document, starts=starts, original=not document.segments)
