"""Traces of slips as lines of JSON, one a slip: what `valla trace` writes.

Every offset of a passage counts code points of the source file as it is; every `at` counts code points of the slip's own
words. Keys that would be empty are left out, but for `passages`, `edits`, `rivals` and `hidden`.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from valla.model.anchors import DocumentId, Span
from valla.model.slips import Slip
from valla.model.traces import Cut, Edit, Gap, Passage, Trace

Origin = Callable[[DocumentId, Span], Span]
"""Lead a span of a document's text to the file as it is."""


def as_they_are(_document: DocumentId, span: Span) -> Span:
    """Lead nowhere: the texts are the files."""
    return span


def trace_lines(slips: Iterable[Slip], traces: Iterable[Trace], origin: Origin = as_they_are) -> Iterator[str]:
    """Yield one line for each slip, its line end included."""
    for slip, trace in zip(slips, traces, strict=True):
        yield json.dumps(trace_row(slip, trace, origin), ensure_ascii=False) + "\n"


def trace_row(slip: Slip, trace: Trace, origin: Origin = as_they_are) -> dict[str, Any]:
    """Return the answer for one slip."""
    row: dict[str, Any] = {
        "id": slip.id,
        "verdict": trace.verdict.value,
        "passages": [_passage(passage, origin) for passage in trace.passages],
        "edits": [_edit(edit, trace, origin) for edit in trace.edits],
        "significance": trace.significance if trace.passages else None,
        "rivals": [_passage(passage, origin) for passage in trace.rivals],
        "hidden": [_gap(gap) for gap in trace.gaps],
        "reason": trace.reason,
    }
    if trace.cuts:
        row["cuts"] = [_cut(cut) for cut in trace.cuts]
    if trace.wanted:
        row["wanted"] = trace.wanted
    return row


def _passage(passage: Passage, origin: Origin) -> dict[str, Any]:
    """Return a place."""
    span = origin(passage.document, passage.anchor.span)
    page = {"page": passage.anchor.page} if passage.anchor.page is not None else {}
    return {"document": passage.document, "start": span.start, "end": span.end, **page}


def _edit(edit: Edit, trace: Trace, origin: Origin) -> dict[str, Any]:
    """Return a difference."""
    place = origin(trace.passages[edit.passage].document, edit.source_at)
    return {
        "at": [edit.at.start, edit.at.end],
        "quoted": edit.quoted,
        "source": edit.source,
        "source_at": [place.start, place.end],
        "concern": edit.concern.value,
        "passage": edit.passage,
    }


def _gap(gap: Gap) -> dict[str, Any]:
    """Return what a join leaves out."""
    marks = {"out_of_order": gap.out_of_order, "other_document": gap.other_document}
    return {
        "after": gap.after,
        "marked": gap.marked,
        "words": gap.words,
        "text": gap.hidden,
        "concerns": [concern.value for concern in gap.concerns],
        **{name: told for name, told in marks.items() if told},
    }


def _cut(cut: Cut) -> dict[str, Any]:
    """Return a qualifier just outside the quotation."""
    return {"cue": cut.cue, "words": cut.words, "at_end": cut.at_end}
