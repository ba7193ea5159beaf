"""Where findings go in the margin of an essay's own file: the stretches of letters that each is set on."""

from collections.abc import Iterator
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.model.documents import Document, Locus
from valla.model.findings import Finding
from valla.model.investigation import Outcome

NEAR = 200
"""Code points behind and before an empty place in which letters are looked for to set a finding on."""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Gloss:
    """One finding for the margin: its words, and where its letters stand in the file; none where it has no place."""

    words: str
    loci: tuple[Locus, ...]


def glosses_of(outcome: Outcome, part: str) -> tuple[Gloss, ...]:
    """Return the findings that count, with their letters in one part of the file ("page", "word/document.xml")."""
    document = outcome.investigation.document
    return tuple(
        Gloss(words=said(finding), loci=tuple(row for row in loci_near(finding, document) if row.part == part))
        for finding in outcome.findings
    )


def said(finding: Finding) -> str:
    """Return what the margin says."""
    return f"{finding.code} {finding.name}: {finding.message}"


def loci_near(finding: Finding, document: Document) -> Iterator[Locus]:
    """Yield the letters of a finding; for one in a note those before its mark, for one without letters the next ones."""
    span = finding.span
    for note in document.notes:
        if note.body.covers(span) and span:
            span = Span(max(0, note.mark.start - 1), note.mark.start)
    found = document.loci_of(span)
    if not found and span:
        found = document.loci_of(Span(span.start, min(len(document.text), span.end + NEAR)))[:1]
    if not found and finding.span.start:
        found = document.loci_of(Span(max(0, span.start - NEAR), span.start))[-1:]
    yield from found
