"""Rows of an investigation, built by hand for tests of single rules."""

from dataclasses import replace

from valla.model.anchors import Anchor, DocumentId, Span, anchored
from valla.model.documents import Block, BlockKind, Document
from valla.model.findings import Finding
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation, QuotationId, QuotationKind
from valla.model.traces import Concern, Edit, Passage, Trace, Verdict
from valla.model.works import Citation, Holding, Reference
from valla.rules import run_rules

ESSAY, BOOK = DocumentId("essay"), DocumentId("book")
SOURCE = "We never doubted the clerk. He kept the keys, unless the mayor asked for them, and the book as well."
HELD = Holding(document=BOOK, title="The Gate Book")


def quotation(text: str, words: str, kind: QuotationKind = QuotationKind.INLINE, *, last: bool = False) -> Quotation:
    start = text.rindex(words) if last else text.index(words)
    span = Span(start, start + len(words))
    name = QuotationId(f"{ESSAY}@{span.start}-{span.end}")
    return Quotation(id=name, anchor=anchored(ESSAY, text, span), kind=kind, parts=(span,), reason="between marks")


def in_source(words: str) -> Anchor:
    start = SOURCE.index(words)
    return anchored(BOOK, SOURCE, Span(start, start + len(words)))


def document(text: str) -> Document:
    blocks = (Block(span=Span(0, len(text)), kind=BlockKind.PARAGRAPH),)
    return Document(id=ESSAY, name="essay.txt", text=text, blocks=blocks)


def cited(row: Quotation, **fields: str | Reference | None) -> Citation:
    return replace(Citation(quotation=row.id, at=row.span, raw="Reed, The Gate Book"), **fields)  # type: ignore[arg-type]


def altered(text: str, *edits: Edit, verdict: Verdict = Verdict.ALTERED, named: bool = True) -> Investigation:
    """Return an investigation of one quotation, the whole text, with these differences."""
    row = quotation(text, text)
    trace = Trace(
        quotation=row.id,
        verdict=verdict,
        passages=(Passage(anchor=in_source(SOURCE), quoted=row.span),),
        edits=edits,
        reason="compared",
    )
    citations = (cited(row, title="The Gate Book"),) if named else ()
    return Investigation(
        document=document(text), quotations=(row,), traces=(trace,), citations=citations, holdings=(HELD,)
    )


def edit(text: str, quoted: str, source: str, concern: Concern) -> Edit:
    at, there = text.index(quoted), SOURCE.index(source)
    return Edit(
        at=Span(at, at + len(quoted)),
        quoted=quoted,
        source=source,
        source_at=Span(there, there + len(source)),
        concern=concern,
    )


def found(code: str, investigation: Investigation) -> tuple[Finding, ...]:
    return run_rules(investigation, frozenset({code}))
