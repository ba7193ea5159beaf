"""Every citation of a document in its order, and what each stands for once references back are resolved."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from valla.model.anchors import Span
from valla.model.documents import BlockKind, Document, Note
from valla.model.quotations import Found, QuotationId
from valla.model.works import Reference
from valla.quote.citations import Reading, read_citation
from valla.quote.citations.fields import LONGEST
from valla.quote.notes import is_citation, is_prose, note_citations, spoken_in
from valla.quote.ordinary import entitle
from valla.quote.people import chunk_at
from valla.quote.sentences import sentence_edges
from valla.quote.tokens import tokenise

HEAD = 4
"""Blocks at the head of a text in which a review names its work."""

LONGEST_HEAD = 260
"""Code points of such a block."""

SHORT_LINE = 50
"""Lines no longer than this are fields, longer ones are wrapped."""

REACH = 240
"""Code points read behind a dash at the end of a quotation."""

SHORTEST = 12
"""A citation that ends in fewer is cut by an abbreviation, not by a sentence."""

_BIBLIOGRAPHY = re.compile(
    r"^\W*(?:\d+\W+)?(?:select(?:ed)? |annotated )?(?:bibliography|references|works cited|literature(?: cited)?|sources|list of references|further reading|"
    r"literatur(?:verzeichnis)?|quellen|bibliographie|références|библиография|литература|список литературы|источники|bibliografía|bibliografia)\W*$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{4,300}(?:\([^()\n]{1,60}\)[^()\[\]\n]{0,120})?)[)\]]")
_BEHIND = re.compile(r"[”\"’'»)\]\s]{0,4}(?:,? ?(?:etc|&c)\.)?[”\"’'»]?\s?(?:--|—|–) ?(?=[_*A-ZÀ-ÞА-Я“\"(«])")


_AGAIN = re.compile(
    r"[”\"’'»)\].,;\s]{1,5}(?P<words>(?:See )?[_*]?(?:Id|Ibid|Ib|Op\. ?cit|Loc\. ?cit)\.[_*]?(?:,? ?(?:at |pp?\. ?)?\d{1,5}(?:[-–]\d{1,5})?)?(?: \([^()\n]{1,40}\))?)(?=[.,;\s)]|$)"
)
_PAGE_ALONE = re.compile(
    r"[”\"’'»,.]{0,3} ?(?P<words>\((?:(?:pp?|S|s|с)\. ?)?\d{1,4}(?: ?[-–] ?\d{1,4})?\))(?=[\s.,;:!?]|$)"
)
_BELOW = re.compile(
    r"[”\"’'».]{0,3} {0,2}\n{1,2}(?P<words>\([^()\n]{6,300}(?:\([^()\n]{1,60}\)[^()\n]{0,120})?\)) {0,2}(?=\n|$)"
)
_CASE = re.compile(
    r"(?P<title>(?!(?:In|See|But|Cf|As|Under|And|Also|Compare|That|This)\b)[A-ZÀ-Þ][\w’'&.-]{0,30}(?: (?:[A-ZÀ-Þ&][\w’'&.-]{0,30}|of|the|and|de)){0,6} vs?\.? [A-ZÀ-Þ][\w’'&.-]{0,30}(?: (?:[A-ZÀ-Þ&][\w’'&.-]{0,30}|of|the|and|de)){0,6})"
    r",? (?P<report>[\[(]?\d{1,4}[\])]? [A-Z][\w.]{0,12}(?: [A-Z0-9][\w.]{0,8}){0,3} \d{1,5}(?:, \d{1,5}){0,3}(?: ?\([^()\n]{0,30}\d{4}\))?)"
)


class Origin(Enum):
    """Where a citation stands."""

    LINE = auto()  # the attribution of a quotation
    NOTE = auto()
    LIST = auto()  # the bibliography
    PROSE = auto()  # a bracket in the running text
    HEAD = auto()  # the work under review, at the head of the text


@dataclass(frozen=True, slots=True)
class Entry:
    """One citation in the document's order."""

    span: Span
    reading: Reading
    origin: Origin


def gather_citations(document: Document, found: Found, notes: Sequence[Note]) -> list[Entry]:
    """Return every citation of a document, sorted by place: lines, notes, brackets in the prose, the bibliography."""
    lines = sorted(set(lines_of(document, found, notes).values()))
    listed = bibliography_blocks(document)
    entries = [
        *_line_entries(document, lines),
        *_note_entries(document, found, notes),
        *_list_entries(document, listed),
    ]
    entries += _prose_entries(document, found, [*lines, *listed, *(note.body for note in notes)])
    entries += [*_case_entries(document), *_head_entries(document, found, {entry.span for entry in entries})]
    titled = entitle([entry.reading for entry in entries], document.text)
    entries = [replace(entry, reading=reading) for entry, reading in zip(entries, titled, strict=True)]
    return sorted(entries, key=lambda entry: (entry.span, entry.origin.value))


def lines_of(document: Document, found: Found, notes: Sequence[Note]) -> dict[QuotationId, Span]:
    """Return the attribution of each quotation that has one: its line, else a citation behind a dash at its end."""
    rows = {row.id: row for row in found.quotations}
    spoken = {row.span.start for row in found.quotations if not row.scare}
    bodies = sorted(note.body for note in notes)
    lines = {
        row.quotation: row.line
        for row in found.settings
        if row.line
        and not spoken & {row.line.start, row.line.start + 1}
        and not _ends_quoted(row.line.of(document.text))
        and not _AGAIN.match(document.text, rows[row.quotation].span.end)
        and _note_of(bodies, row.line) == _note_of(bodies, rows[row.quotation].span)
    }
    for row in found.quotations:
        if row.id not in lines and row.nested_in is None and not row.scare:
            behind = _line_behind(document.text, row.span.end)
            if behind and not spoken & {behind.start, behind.start + 1}:
                lines[row.id] = behind
    return lines


def _ends_quoted(words: str) -> bool:
    """Tell whether a line ends in a mark that nothing opens in it: it is the end of the words, and no attribution."""
    last = words.rstrip()[-1:]
    if last == '"':
        return words.count('"') == 1
    return last == "”" and "“" not in words


def in_fields(words: str) -> str:
    """Return words set in short lines with a comma for each line's end: each line is a field of its own."""
    lines = words.split("\n")
    if len(lines) < 2 or max(len(line) for line in lines) > SHORT_LINE:  # noqa: PLR2004 - one line has no end within
        return words
    joined = lines[0]
    for line in lines[1:]:
        goes_on = joined.count("_") % 2 or _SMALL_END.search(joined) or line[:1].islower()
        goes_on = goes_on or _FIELD_END.search(joined) or (line[:1].isdigit() and joined.endswith("."))
        joined += (" " if goes_on else ",") + line
    return joined


_FIELD_END = re.compile(r"[,;:]\s*$")
_SMALL_END = re.compile(r"\b(?:of|to|the|and|in|for|by|a|an|de|der|la|du)\s*$|[-–—&]$")
"""The end of a line that a title or a name runs over."""


def _note_of(bodies: Sequence[Span], span: Span) -> int | None:
    """Return the number of the note in whose body a span begins; None outside of all."""
    place = bisect_right(bodies, span.start, key=lambda body: body.start) - 1
    return place if place >= 0 and span.start < bodies[place].end else None


def _line_behind(text: str, end: int) -> Span | None:
    """Return the citation that stands behind a dash at the end of a quotation."""
    again = _AGAIN.match(text, end, end + 60) or _PAGE_ALONE.match(text, end, end + 40)
    if again:
        return Span(*again.span("words"))
    below = _BELOW.match(text, end, end + 500)
    if below:
        reading = read_citation(below["words"], below.start("words"))
        return Span(*below.span("words")) if reading and is_citation(reading) else None
    dash = _BEHIND.match(text, end, end + 16)
    if dash is None:
        return None
    paragraph = text.find("\n\n", dash.end(), dash.end() + REACH)
    stop = paragraph if paragraph >= 0 else min(len(text), dash.end() + REACH)
    edges = [edge for edge in sentence_edges(text, dash.end(), stop) if edge - dash.end() > SHORTEST]
    span = Span(dash.end(), edges[0] if edges else stop)
    reading = read_citation(span.of(text), span.start)
    return span if reading and not is_prose(span.of(text)) and (is_citation(reading) or reading.speaker) else None


def _line_entries(document: Document, lines: Sequence[Span]) -> Iterator[Entry]:
    for span in lines:
        reading = read_citation(in_fields(document.text[span.start : min(span.end, span.start + LONGEST)]), span.start)
        if reading:
            yield Entry(span, reading, Origin.LINE)


def _note_entries(document: Document, found: Found, notes: Sequence[Note]) -> Iterator[Entry]:
    spoken = spoken_in(found)
    starts = [span.start for span in spoken]
    for note in notes:
        inside = spoken[bisect_left(starts, note.body.start) : bisect_left(starts, note.body.end)]
        for span, reading in note_citations(document.text, note.body, inside):
            yield Entry(span, reading, Origin.NOTE)


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


def _head_entries(document: Document, found: Found, taken: Container[Span]) -> Iterator[Entry]:
    """Yield the work that a review names at its head, with its author and its imprint."""
    quoted = [row.span for row in found.quotations]
    for block in document.blocks[:HEAD]:
        if len(block.span) > LONGEST_HEAD or block.span in taken:
            continue
        if any(block.span.touches(span) for span in quoted):  # a head quotes nobody: this is the text itself
            continue
        under = _UNDER_REVIEW.match(document.text, block.span.start, block.span.end + LONGEST_HEAD)
        if under and under.end() <= block.span.end:
            yield Entry(block.span, _reviewed(under, block.span.of(document.text)), Origin.HEAD)
            continue
        reading = read_citation(in_fields(block.span.of(document.text)), block.span.start)
        if reading and reading.author and reading.title and (reading.publisher or reading.place or reading.year):
            yield Entry(block.span, replace(reading, pages=None), Origin.HEAD)


_UNDER_REVIEW = re.compile(
    r"(?:On (?:the |_|\*)?)?(?P<title>[^\W\da-z][^\n,.(]{2,120}?)[.,]?(?:\n| ),? ?(?:[Bb]y|[Ee]dited by|[Ee]d\. by|[Tt]ranslated by) "
    r"(?P<author>[^\W\da-z][^\n,.(]{2,60}?)(?=\n|[.,]|$| \()(?=[^\n]*(?:\n[^\n]*)?(?:\d{4}|pp\.|pages|\n))"
)


def _reviewed(match: re.Match[str], words: str) -> Reading:
    """Return the work under review: "Title / by Author / Publisher, 412 pp."."""
    tokens = tokenise(match["author"], match.start("author"))
    chunk = chunk_at(tokens, 0) if tokens else None
    authors = (chunk.name,) if chunk and chunk.stop == len(tokens) else ()
    year = _YEAR.search(words, match.end() - match.start())
    return Reading(
        raw=words,
        start=match.start(),
        stop=match.start() + len(words),
        title=match["title"].strip(' _*“”"'),
        author=match["author"],
        authors=authors,
        year=year[0] if year else None,
    )


_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def _case_entries(document: Document) -> Iterator[Entry]:
    """Yield the decided cases that the running text cites with their reports."""
    for match in _CASE.finditer(document.text):
        reading = read_citation(match.group(), match.start())
        if reading and reading.title:
            yield Entry(Span(*match.span()), reading, Origin.PROSE)


def _is_prose_citation(reading: Reading) -> bool:
    """Tell a citation in brackets from an aside: it names an author and more, or a place in a work."""
    if reading.reference is not Reference.FULL:
        return True
    if reading.author and (reading.title or reading.year or reading.pages) and not reading.kind:
        return True
    return bool((reading.title or reading.container) and (reading.pages or (reading.year and reading.marked)))
