"""Rows of the investigation as objects of the wire schema.

Every place in the essay is given in code points of the original file; a place in a source is given in the text of that
source as its reader delivered it.
"""

from collections.abc import Callable

from valla.model.anchors import Anchor, Span
from valla.model.claims import Claim
from valla.model.documents import Document
from valla.model.investigation import Investigation
from valla.model.quotations import Attribution, Insertion, Link, Omission, Quotation, Repair, Stray, Title
from valla.model.traces import Cut, Edit, Gap, Passage, Trace
from valla.model.works import Citation, Holding, Receipt
from valla.report.jsons import Json

Place = Callable[[Span], dict[str, int]]
"""Turns a span of the document's text into a place in its original file."""


def place_in(document: Document) -> Place:
    """Return what turns spans of a document's text into places in its original."""

    def place(span: Span) -> dict[str, int]:
        there = document.origin(span)
        return {"start": there.start, "end": there.end}

    return place


def document_object(document: Document, place: Place) -> Json:
    """Return the document: how it was read, and its blocks, notes and pages."""
    return {
        "id": document.id,
        "name": document.name,
        "form": document.form,
        "encoding": document.encoding,
        "digest": document.digest,
        "reader": document.reader,
        "length": document.origin(Span(0, len(document.text))).end,
        "warnings": list(document.warnings),
        "blocks": [{**place(row.span), "kind": row.kind.value, "level": row.level} for row in document.blocks],
        "notes": [{"label": row.label, "mark": place(row.mark), "body": place(row.body)} for row in document.notes],
        "pages": [
            {**place(Span(row.at, row.at)), "label": row.label, "sheet": row.sheet, "state": row.state.value}
            for row in document.pages
        ],
        "paging": document.paging.value,
        "loci": [{**place(row.text), "part": row.part, "item": row.item, "from": row.start} for row in document.loci],
        "comments": [{**place(row.at), "words": row.words, "author": row.author} for row in document.comments],
        "changes": [
            {**place(row.at), "inserted": row.inserted, "words": row.words, "author": row.author}
            for row in document.changes
        ],
        "doubts": [{**place(row.span), "confidence": row.confidence} for row in document.doubts],
    }


def quotation_object(row: Quotation, tables: Investigation, place: Place) -> Json:
    """Return a quotation with its speaker and its citation."""
    citation = tables.citation.get(row.id)
    return {
        "id": row.id,
        **place(row.span),
        "text": row.words(tables.document.text),
        "parts": [place(part) for part in row.parts],
        "kind": row.kind.value,
        "scare": row.scare,
        "nested_in": row.nested_in,
        "reason": row.reason,
        "speaker": speaker_object(tables.attribution.get(row.id), place),
        "citation": citation_object(citation, place) if citation else None,
    }


def speaker_object(row: Attribution | None, place: Place) -> Json:
    """Return who is said to speak; a quotation without an attribution reports no act of saying."""
    if row is None:
        return {"name": None, "entity": None, "confidence": 0.0, "reason": "no act of saying is reported", "at": None}
    return {
        "name": row.name,
        "entity": row.entity,
        "confidence": round(row.confidence, 4),
        "reason": row.reason,
        "at": place(row.at) if row.at else None,
    }


def citation_object(row: Citation, place: Place) -> Json:
    """Return a citation; what the text leaves open is null."""
    return {
        **place(row.at),
        "raw": row.raw,
        "reference": row.reference.value,
        "author": row.author,
        "title": row.title,
        "container": row.container,
        "year": row.year,
        "pages": row.pages,
        "publisher": row.publisher,
        "place": row.place,
        "archive": row.archive,
        "via": row.via,
        "stands_for": place(row.stands_for) if row.stands_for else None,
        "confidence": round(row.confidence, 4),
        "reason": row.reason,
    }


def title_object(row: Title, place: Place) -> Json:
    """Return a title in quotation marks."""
    return {**place(row.anchor.span), "text": row.anchor.exact, "reason": row.reason}


def repair_object(row: Repair, place: Place) -> Json:
    """Return a repaired mark."""
    return {"quotation": row.quotation, **place(row.at), "fault": row.fault.value, "reason": row.reason}


def stray_object(row: Stray, place: Place) -> Json:
    """Return a mark without a partner, of which no quotation was made."""
    return {**place(row.at), "opens": row.opens}


def ellipsis_object(row: Omission, place: Place) -> Json:
    """Return a marked omission."""
    return {"quotation": row.quotation, **place(row.at), "mark": row.mark.value}


def insertion_object(row: Insertion, place: Place) -> Json:
    """Return an editor's words inside a quotation."""
    return {"quotation": row.quotation, **place(row.at), "words": row.words, "replaces": row.replaces}


def link_object(row: Link, place: Place) -> Json:
    """Return one hand of a chain of transmission."""
    return {
        "quotation": row.quotation,
        "step": row.step,
        "kind": row.kind.value,
        "giver": row.giver,
        "taker": row.taker,
        **place(row.at),
        "reason": row.reason,
    }


def trace_object(row: Trace, place: Place) -> Json:
    """Return a trace with all that bears it out."""
    return {
        "quotation": row.quotation,
        "verdict": row.verdict.value,
        "reason": row.reason,
        "likeness": round(row.likeness, 4),
        "significance": round(row.significance, 1),
        "passages": [passage_object(passage, place) for passage in row.passages],
        "edits": [edit_object(edit, place) for edit in row.edits],
        "gaps": [gap_object(gap, place) for gap in row.gaps],
        "cuts": [cut_object(cut) for cut in row.cuts],
        "rivals": [passage_object(passage, place) for passage in row.rivals],
        "sought": list(row.sought),
        "wanted": row.wanted,
    }


def passage_object(row: Passage, place: Place) -> Json:
    """Return a passage of a source and the place in the essay that it answers to."""
    return {**anchor_object(row.anchor), "quoted": place(row.quoted)}


def anchor_object(row: Anchor) -> Json:
    """Return an anchor as it stands, with its words and those around them."""
    return {
        "document": row.document,
        "start": row.span.start,
        "end": row.span.end,
        "page": row.page,
        "exact": row.exact,
        "prefix": row.prefix,
        "suffix": row.suffix,
    }


def edit_object(row: Edit, place: Place) -> Json:
    """Return one difference."""
    return {
        **place(row.at),
        "quoted": row.quoted,
        "source": row.source,
        "source_at": {"start": row.source_at.start, "end": row.source_at.end},
        "concern": row.concern.value,
        "passage": row.passage,
    }


def gap_object(row: Gap, place: Place) -> Json:
    """Return what a join leaves out."""
    return {
        "after": row.after,
        **place(row.at),
        "marked": row.marked,
        "words": row.words,
        "hidden": row.hidden,
        "out_of_order": row.out_of_order,
        "other_document": row.other_document,
        "concerns": [concern.value for concern in row.concerns],
    }


def cut_object(row: Cut) -> Json:
    """Return a qualifier that the quotation leaves outside."""
    return {"cue": row.cue, "words": row.words, "at_end": row.at_end}


def holding_object(row: Holding) -> Json:
    """Return a document of the library."""
    return {
        "document": row.document,
        "title": row.title,
        "author": row.author,
        "year": row.year,
        "language": row.language,
        "partial": row.partial,
        "aliases": list(row.aliases),
        "described_by": row.described_by,
        "length": row.length,
        "digest": row.digest,
        "paging": row.paging.value,
        "expected": row.expected,
    }


def receipt_object(row: Receipt) -> Json:
    """Return what became of one file of the library."""
    return {
        "document": row.document,
        "intake": row.intake.value,
        "reason": row.reason,
        "warnings": list(row.warnings),
        "form": row.form,
        "reader": row.reader,
        "digest": row.digest,
        "length": row.length,
        "pages": row.pages,
    }


def claim_object(claim: Claim, place: Place) -> Json:
    """Return one draft claim."""
    return {
        "id": claim.id,
        **place(claim.span),
        "kind": claim.kind.value,
        "status": claim.status.value,
        "central": claim.central,
        "speaker": claim.speaker,
        "verb": claim.verb.value if claim.verb else None,
        "negated": claim.negated,
        "cues": [{**place(cue.at), "kind": cue.kind.value} for cue in claim.cues],
        "quotations": list(claim.quotations),
        "works": [place(at) for at in claim.works],
        "reason": claim.reason,
        "weight": claim.weight,
        "accepted": claim.accepted,
    }
