"""Lines that were read from a picture with doubt: a difference there may be the reader's, so it is never called altered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from valla.model.anchors import DocumentId, Span
from valla.model.documents import Document
from valla.model.traces import HARMLESS, Concern, Edit, Trace, Verdict
from valla.model.works import Holding

Doubtful = Mapping[DocumentId, tuple[Span, ...]]


def doubtful_spans(document: Document, holdings: Sequence[Holding]) -> Doubtful:
    """Return the doubtful lines of the essay and of the sources, by document; documents without any are left out."""
    rows = {holding.document: holding.doubtful for holding in holdings if holding.doubtful}
    own = tuple(doubt.span for doubt in document.doubts if doubt.doubtful)
    return rows | ({document.id: own} if own else {})


def excuse_misreadings(trace: Trace, essay: DocumentId, doubtful: Doubtful) -> Trace:
    """Return a trace in which differences on doubtful lines are the scan's, and silence of a doubtful source proves nothing."""
    if not doubtful:
        return trace
    edits = tuple(excused(edit, trace, essay, doubtful) for edit in trace.edits)
    if trace.verdict is Verdict.ALTERED and edits != trace.edits:
        if all(edit.concern in HARMLESS for edit in edits):
            reason = f"{trace.reason}; what differs stands on lines that were read from a picture with doubt"
            return replace(trace, verdict=Verdict.VARIANT, edits=edits, reason=reason)
        return replace(trace, edits=edits)
    if trace.verdict is Verdict.NOT_FOUND and any(document in doubtful for document in (*trace.sought, essay)):
        reason = "the words were not found, but lines of the text were read from a picture with doubt"
        return replace(trace, verdict=Verdict.UNCHECKED, reason=reason)
    return replace(trace, edits=edits)


def excused(edit: Edit, trace: Trace, essay: DocumentId, doubtful: Doubtful) -> Edit:
    """Return a difference, as one of the scan if it stands on a doubtful line on either side."""
    source = trace.passages[edit.passage].document
    there = any(touches(edit.source_at, span) for span in doubtful.get(source, ()))
    here = any(touches(edit.at, span) for span in doubtful.get(essay, ()))
    return replace(edit, concern=Concern.SCAN) if (there or here) and edit.concern not in HARMLESS else edit


def touches(place: Span, line: Span) -> bool:
    """Tell whether a place lies on a line; an empty one may lie at its edge."""
    return place.start <= line.end and line.start <= place.end
