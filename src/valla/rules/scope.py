"""What a rule looks at: which quotations and traces speak for themselves, and which share one citation."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from valla.model.anchors import Span
from valla.model.documents import Document
from valla.model.findings import Severity
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation
from valla.model.traces import PLACED, Trace, Verdict
from valla.model.works import Citation, Reference

BESIDE = 40
"""Code points behind a quotation in which the mark of a note belongs to it."""
BRACKETS = frozenset("([")
LIGHTER = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.NOTE, Severity.NOTE: Severity.NOTE}


def traced_alone(investigation: Investigation) -> Iterator[tuple[Quotation, Trace]]:
    """Yield each trace that is not already told by the quotation around it.

    A quotation inside another is compared with it: where the outer one was found, the inner one's differences are
    among the outer one's, and where neither was found, one complaint is enough.
    """
    for quotation, trace in investigation.traced():
        if quotation.nested_in is None or (trace.verdict in PLACED and not outer_placed(investigation, quotation)):
            yield quotation, trace


def outer_placed(investigation: Investigation, quotation: Quotation) -> bool:
    """Tell whether any quotation around this one was found in the library."""
    outer = investigation.quotation.get(quotation.nested_in) if quotation.nested_in else None
    while outer is not None:
        trace = investigation.trace.get(outer.id)
        if trace is not None and trace.verdict in PLACED:
            return True
        outer = investigation.quotation.get(outer.nested_in) if outer.nested_in else None
    return False


def names_work(citation: Citation | None) -> bool:
    """Tell whether a citation leads a reader to a work.

    By a title, a container or an archive; in the author-date style by an author with a year or a page, which lead to
    the list of works; or by pointing back, whether or not that could be followed (which is another rule's affair).
    """
    if citation is None:
        return False
    dated = citation.author is not None and (citation.year is not None or citation.pages is not None)
    return citation.named or dated or citation.reference is not Reference.FULL


def is_own_work(citation: Citation) -> bool:
    """Tell whether the work through which words came is the cited one itself, because it is by another than the speaker."""
    via, author, title = citation.via, citation.author, citation.title or citation.container
    return bool(via and author and title and via.startswith(author) and title in via)


def in_cited_work(investigation: Investigation, trace: Trace) -> bool:
    """Tell whether a trace leads into the very work that the essay cites."""
    citation = investigation.citation.get(trace.quotation)
    return citation is not None and names_work(citation) and trace.verdict is not Verdict.ELSEWHERE


def weigh_trace(severity: Severity, trace: Trace) -> Severity:
    """Return the severity of a difference; it weighs less where the words stand in another work than the cited one."""
    return LIGHTER[severity] if trace.verdict is Verdict.ELSEWHERE else severity


def block_around(document: Document, span: Span) -> Span | None:
    """Return the span of the block in which a span stands; None where it runs over several."""
    after = bisect_right(document.blocks, span.start, key=lambda block: block.span.start)
    block = document.blocks[after - 1].span if after else None
    return block if block is not None and block.covers(span) else None


def citation_lines(investigation: Investigation) -> Iterator[tuple[Citation, ...]]:
    """Yield the citations of each citation line together, in the order of the text: one line may serve several."""
    ordered: Iterable[Citation] = sorted(
        investigation.citations, key=lambda row: (row.at.start, row.at.end, place_of(investigation, row))
    )
    for _, rows in groupby(ordered, key=lambda row: row.at):
        yield tuple(rows)


def place_of(investigation: Investigation, citation: Citation) -> tuple[int, int, str]:
    """Return the place of the quotation that a citation belongs to."""
    quotation = investigation.quotation.get(citation.quotation)
    return (quotation.span.start, quotation.span.end, quotation.id) if quotation else (0, 0, citation.quotation)


def formal_lines(investigation: Investigation) -> Iterator[tuple[Citation, ...]]:
    """Yield those citation lines that are set as citations: below or above a quotation, in a note or in brackets.

    A work that is only mentioned in running prose ("as the treasurer says in his memoirs") gives a reader something to go
    by, but nobody expects a page there.
    """
    bodies = sorted(note.body for note in investigation.document.notes)
    for line in citation_lines(investigation):
        if is_set_off(investigation, line[0]) or heads_note(investigation, bodies, line[0].at):
            yield line


def is_set_off(investigation: Investigation, citation: Citation) -> bool:
    """Tell whether a citation is an attribution line or stands in brackets."""
    text, at = investigation.document.text, citation.at
    setting = investigation.setting.get(citation.quotation)
    if setting is not None and setting.line is not None and setting.line.touches(at):
        return True
    before = text[max(0, at.start - 4) : at.start].rstrip("_* ")
    return text[at.start : at.start + 1] in BRACKETS or before[-1:] in BRACKETS


def heads_note(investigation: Investigation, bodies: Sequence[Span], at: Span) -> bool:
    """Tell whether a citation stands in a note, at its head or behind the end of a sentence: not in the note's prose."""
    after = bisect_right(bodies, at.start, key=lambda row: row.start)
    if not after or not bodies[after - 1].covers(at):
        return False
    before = investigation.document.text[bodies[after - 1].start : at.start].rstrip("_* \n\"“”'’‘-–—")
    return not before or before.endswith((".", ";", ":", "!", "?"))


def has_note(investigation: Investigation, quotation: Quotation) -> bool:
    """Tell whether the mark of a note stands in a quotation or in the words that lead up to it or follow it."""
    setting = investigation.setting.get(quotation.id)
    spans = [quotation.span, *((setting.cue, setting.tail) if setting is not None else ())]
    start = min(span.start for span in spans if span is not None)
    end = max(span.end for span in spans if span is not None) + BESIDE
    notes = investigation.document.notes
    first = bisect_left(notes, start, key=lambda note: note.mark.start)
    return first < len(notes) and notes[first].mark.start < end
