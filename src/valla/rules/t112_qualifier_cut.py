"""T112 qualifier-cut: the source goes on with a qualifier.

## What it finds
A quotation that is exact, but stops just before a qualifier of the source (“provided that”, “unless”, “although”,
“but”), or begins just behind words that deny, doubt or only suppose what is quoted (“it is not true that”). For
fragments of a few words, which always stop somewhere, it is only a note. Nothing is reported where the essay gives the
qualifier itself, inside or outside the marks.

## Why it matters
Every quoted word is right, so nobody looks further; and yet the witness said something else. No comparison of the quoted
words alone can show it.

## What it does not mean
Not that the cut was meant to deceive, nor that the qualifier always matters to the point at issue.

## What to do
Read on in the source. If the qualifier bears on your argument, quote it or tell it in your own words.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from valla.model.anchors import DocumentId, Span
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation, QuotationId, QuotationKind
from valla.model.traces import Cut, Trace
from valla.rules.phrases import end_sentence, quote_words
from valla.rules.scope import LIGHTER, traced_alone

RULE = Rule(code="T112", name="qualifier-cut", severity=Severity.WARNING, since="0.1")

REACH = 4000
"""Code points of a source that a quotation is expected not to exceed."""

Places = dict[DocumentId, list[tuple[Span, QuotationId]]]

PRESENT = {"was": "is", "were": "are", "had": "has"}

NEARBY = 100
"""Code points of the essay on either side of a quotation in which the author may tell the qualifier himself."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation outside of which the source goes on with a qualifier, or begins with one."""
    places = gather_places(investigation)
    for quotation, trace in traced_alone(investigation):
        for cut in trace.cuts:
            if not told_nearby(investigation, quotation, cut) and not quoted_elsewhere(places, trace, cut):
                fragment = quotation.kind is QuotationKind.FRAGMENT
                yield RULE.finding(
                    quotation.span,
                    describe(cut),
                    quotation=quotation.id,
                    evidence=tuple(row.anchor for row in trace.passages),
                    severity=LIGHTER[RULE.severity] if fragment else RULE.severity,
                )


def describe(cut: Cut) -> str:
    """Return what the source says just outside the quotation."""
    words = quote_words(cut.words, 160)
    return end_sentence(
        f"The source goes on: {words}" if cut.at_end else f"In the source these words follow upon: {words}"
    )


def told_nearby(investigation: Investigation, quotation: Quotation, cut: Cut) -> bool:
    """Tell whether the author gives the qualifier in his own words beside the quotation."""
    text, span = investigation.document.text, quotation.span
    beside = text[span.end : span.end + NEARBY] if cut.at_end else text[max(0, span.start - NEARBY) : span.start]
    return f" {squeeze(cut.cue)} " in f" {squeeze(beside)} "


def squeeze(words: str) -> str:
    """Return words in lower case without marks and with single blanks, “was” as “is”: an author tells it in the past."""
    plain = "".join(char if char.isalnum() else " " for char in words.casefold()).split()
    return " ".join(PRESENT.get(word, word) for word in plain)


def gather_places(investigation: Investigation) -> Places:
    """Return where each document is quoted, in order: the spans, and by which quotation."""
    places: defaultdict[DocumentId, list[tuple[Span, QuotationId]]] = defaultdict(list)
    for trace in investigation.traces:
        for passage in trace.passages:
            places[passage.document].append((passage.anchor.span, trace.quotation))
    return {document: sorted(rows) for document, rows in places.items()}


def quoted_elsewhere(places: Places, trace: Trace, cut: Cut) -> bool:
    """Tell whether another quotation of the essay gives some of the words that this one leaves out."""
    if not trace.passages:
        return False
    edge = trace.passages[-1 if cut.at_end else 0].anchor
    length = len(cut.words)
    start = edge.span.end if cut.at_end else max(0, edge.span.start - length)
    rows = places.get(edge.document, [])
    first = bisect_left(rows, start - REACH, key=lambda row: row[0].start)
    last = bisect_left(rows, start + length, key=lambda row: row[0].start)
    left_out = Span(start, start + length)
    return any(span.touches(left_out) and name != trace.quotation for span, name in rows[first:last])
