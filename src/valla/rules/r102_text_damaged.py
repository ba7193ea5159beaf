"""R102 text-damaged: something was lost or guessed in reading.

## What it finds
An essay or a source in which something was lost or had to be guessed while reading: broken characters, an encoding that
the file does not state; or a text with more quotations than are examined.

## Why it matters
Words that were damaged on the way in are compared as they arrived. A letter that was misread can look like a change of
the quotation, or hide one.

## What it does not mean
Not that the author or the source has a fault; only that this copy may have one.

## What to do
Save the file anew in UTF-8 from the program that it came from, or get a better copy.
"""

from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules.phrases import capitalised, end_sentence

RULE = Rule(code="R102", name="text-damaged", severity=Severity.NOTE, since="0.1")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report what was lost or guessed in the essay and in the sources; it belongs to no place of the essay."""
    for warning in investigation.document.warnings:
        yield RULE.finding(Span(0, 0), end_sentence(f"In the essay: {warning}"))
    if left := investigation.unexamined:
        said = f"Only the first {len(investigation.quotations)} quotations were examined; {left} more were not."
        yield RULE.finding(Span(0, 0), said, severity=Severity.WARNING)
    for receipt in investigation.receipts:
        for warning in receipt.warnings:
            yield RULE.finding(Span(0, 0), end_sentence(capitalised(f"in the source {receipt.document}: {warning}")))
