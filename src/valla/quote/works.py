"""Every citation of a document in its order, and what each stands for once references back are resolved."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from valla.model.anchors import Span
from valla.model.documents import BlockKind, Document
from valla.model.quotations import Found
from valla.model.works import Reference
from valla.quote.citations import Reading, read_citation
from valla.quote.citations.fields import LONGEST

_BIBLIOGRAPHY = re.compile(
    r"^\W*(?:\d+\W+)?(?:select(?:ed)? |annotated )?(?:bibliography|references|works cited|literature(?: cited)?|sources|list of references|further reading|"
    r"literatur(?:verzeichnis)?|quellen|bibliographie|références|библиография|литература|список литературы|источники|bibliografía|bibliografia)\W*$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{4,300}(?:\([^()\n]{1,60}\)[^()\[\]\n]{0,120})?)[)\]]")
_SEPARATOR = re.compile(r";\s+(?=[^\W\da-z])")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.])[\"”’)]?\s+(?=[A-ZÀ-Þ\"“_])|\.[-—–]{1,2}(?=[_A-ZÀ-Þ])")


class Origin(Enum):
    """Where a citation stands."""

    LINE = auto()  # the attribution of a quotation
    NOTE = auto()
    LIST = auto()  # the bibliography
    PROSE = auto()  # a bracket in the running text


@dataclass(frozen=True, slots=True)
class Entry:
    """One citation in the document's order."""

    span: Span
    reading: Reading
    origin: Origin


def gather_citations(document: Document, found: Found) -> list[Entry]:
    """Return every citation of a document, sorted by place: lines, notes, brackets in the prose, the bibliography."""
    lines = sorted({row.line for row in found.settings if row.line})
    listed = bibliography_blocks(document)
    entries = [*_line_entries(document, lines), *_note_entries(document), *_list_entries(document, listed)]
    entries += _prose_entries(document, found, [*lines, *listed, *(note.body for note in document.notes)])
    return sorted(entries, key=lambda entry: (entry.span, entry.origin.value))


def _line_entries(document: Document, lines: Sequence[Span]) -> Iterator[Entry]:
    for span in lines:
        reading = read_citation(document.text[span.start : min(span.end, span.start + LONGEST)], span.start)
        if reading:
            yield Entry(span, reading, Origin.LINE)


def _note_entries(document: Document) -> Iterator[Entry]:
    for note in document.notes:
        for span, reading in read_note(document.text, note.body):
            yield Entry(span, reading, Origin.NOTE)


def read_note(text: str, body: Span) -> Iterator[tuple[Span, Reading]]:
    """Yield the citations in the body of a note, parted by semicolons and sentences."""
    words = text[body.start : min(body.end, body.start + LONGEST)]
    place = 0
    for cut in [*_cuts(words), None]:
        stop, after = (cut.start(), cut.end()) if cut else (len(words), len(words))
        piece = words[place:stop]
        reading = read_citation(piece, body.start + place) if piece.strip() else None
        if reading and is_citation(reading):
            yield Span(body.start + place, body.start + stop), reading
        place = after


def _cuts(words: str) -> list[re.Match[str]]:
    """Return where a note's body falls into several citations."""
    return list(_SEPARATOR.finditer(words))


def is_citation(reading: Reading) -> bool:
    """Tell a citation from a sentence of a note: a place in a work, a shelfmark, a marked title or a reference back."""
    if reading.reference is not Reference.FULL or reading.archive or reading.via:
        return True
    if reading.marked and (reading.author or reading.pages or reading.year or reading.volume):
        return True
    titled = bool(reading.title or reading.container)
    short = len(reading.raw) < 300  # noqa: PLR2004 - a longer one is an argument with a date in it
    if titled and short and (reading.pages or reading.publisher or (reading.year and reading.author) or (reading.container and reading.year)):
        return len((reading.title or "").split()) <= 25  # noqa: PLR2004 - no title is longer than this without marks
    return bool(reading.author and reading.pages and short and not titled) or bool(reading.author and reading.year and not titled)


def bibliography_blocks(document: Document) -> list[Span]:
    """Return the entries of the bibliography: the blocks after its heading and before the next one."""
    spans: list[Span] = []
    inside = False
    for block in document.blocks:
        words = block.span.of(document.text) if len(block.span) < 80 else ""  # noqa: PLR2004 - a heading is short
        if words and _BIBLIOGRAPHY.match(words):
            inside = True
        elif block.kind is BlockKind.HEADING:
            inside = False
        elif inside and block.kind is not BlockKind.NOTE:
            spans += _lines_of(document.text, block.span)
    return spans


def _lines_of(text: str, span: Span) -> list[Span]:
    """Return the lines of a block that are entries of their own."""
    words = span.of(text)
    if "\n" not in words or not all(re.match(r"\s*[-*•\[\d]*\.?\]?\s*[^\W\da-z]", line) for line in words.split("\n")):
        return [span]
    spans, place = [], span.start
    for line in words.split("\n"):
        spans.append(Span(place, place + len(line)))
        place += len(line) + 1
    return spans


def _list_entries(document: Document, spans: Sequence[Span]) -> Iterator[Entry]:
    for span in spans:
        reading = read_citation(" ".join(span.of(document.text).split("\n")), span.start)
        if reading and reading.names_work:
            yield Entry(span, reading, Origin.LIST)


def _prose_entries(document: Document, found: Found, taken: Sequence[Span]) -> Iterator[Entry]:
    """Yield the citations in brackets that stand in the running text and belong to no quotation."""
    spans = sorted([*taken, *(row.span for row in found.quotations if row.nested_in is None)])
    starts = [span.start for span in spans]
    for match in _BRACKET.finditer(document.text):
        before = bisect_left(starts, match.end())
        if any(spans[index].touches(Span(*match.span())) for index in range(max(0, before - 2), before)):
            continue
        reading = read_citation(match.group(), match.start())
        if reading and _is_prose_citation(reading):
            yield Entry(Span(*match.span()), reading, Origin.PROSE)


def _is_prose_citation(reading: Reading) -> bool:
    """Tell a citation in brackets from an aside: it names an author and more, or a place in a work."""
    if reading.reference is not Reference.FULL:
        return True
    if reading.author and (reading.title or reading.year or reading.pages) and not reading.kind:
        return True
    return bool((reading.title or reading.container) and (reading.pages or (reading.year and reading.marked)))
