"""R110 low-ocr: the words differ on lines that were read from a picture with doubt.

## What it finds
A quotation that differs from its source on lines of a scanned page which the reader of pictures (OCR) was not sure of, in the
source or in the essay. Such differences are counted as errors of the scan and never called altered. A quotation that stands
word for word on a doubtful line is not told of: nothing is in doubt there that matters.

## Why it matters
What is taken for the source's words may be a misreading. The comparison is weaker than it looks, in both directions.

## What it does not mean
Nothing about the quotation: the page has to be looked at.

## What to do
Open the page and compare by eye, or replace the scan by a better one or by a transcript.
"""

from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.traces import Concern, Trace
from valla.rules.scope import traced_alone

RULE = Rule(code="R110", name="low-ocr", severity=Severity.NOTE, since="0.2", default=False)


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that differs on doubtful lines, on either side."""
    own = tuple(doubt.span for doubt in investigation.document.doubts if doubt.doubtful)
    for quotation, trace in traced_alone(investigation):
        if not any(edit.concern is Concern.SCAN for edit in trace.edits):
            continue
        places = list(doubtful_places(investigation, trace))
        if places:
            told = f"The source was read from a picture with doubt here ({', '.join(places)}); look at the page itself."
        elif any(span.touches(quotation.span) for span in own):
            told = "These words of the essay were read from a picture with doubt; look at the page itself."
        else:
            continue
        evidence = tuple(row.anchor for row in trace.passages)
        yield RULE.finding(quotation.span, told, quotation=quotation.id, evidence=evidence)


def doubtful_places(investigation: Investigation, trace: Trace) -> Iterator[str]:
    """Yield where the passages of a trace stand on doubtful lines: the document and its page."""
    seen: set[tuple[str, str | None]] = set()
    for row in trace.passages:
        holding = investigation.holding.get(row.document)
        lines: tuple[Span, ...] = holding.doubtful if holding is not None else ()
        key = (row.document, row.anchor.page)
        if key not in seen and any(line.touches(row.anchor.span) for line in lines):
            seen.add(key)
            yield f"{row.document}, p. {row.anchor.page}" if row.anchor.page else row.document
