"""R102 text-damaged: something was lost or guessed in reading.

## What it finds
An essay or a source in which something was lost or had to be guessed while reading: broken characters, an encoding that
the file does not state; a text with more quotations than are examined; or so many quotation marks in a row that they
were left aside as an ornament.

## Why it matters
Words that were damaged on the way in are compared as they arrived. A letter that was misread can look like a change of
the quotation, or hide one.

## What it does not mean
Not that the author or the source has a fault; only that this copy may have one.

## What to do
Save the file anew in UTF-8 from the program that it came from, or get a better copy.
"""

import re
from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules.phrases import capitalised, end_sentence

RULE = Rule(code="R102", name="text-damaged", severity=Severity.NOTE, since="0.1")


ORNAMENT = re.compile('[“”„‟«»"]{1000,}')
"""Marks in a row beyond any ornament that a printer would set."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report what was lost or guessed in the essay and in the sources; it belongs to no place of the essay."""
    for warning in investigation.document.warnings:
        yield RULE.finding(Span(0, 0), end_sentence(f"In the essay: {warning}"))
    if left := investigation.unexamined:
        yield RULE.finding(
            Span(0, 0), partly_read(left, examined=len(investigation.quotations)), severity=Severity.WARNING
        )
    for run in ORNAMENT.finditer(investigation.document.text):
        said = f"{len(run[0]):,} quotation marks in a row were left aside as an ornament."
        yield RULE.finding(Span(run.start(), run.start() + 1), said, severity=Severity.WARNING)
    for receipt in investigation.receipts:
        for warning in receipt.warnings:
            yield RULE.finding(Span(0, 0), end_sentence(capitalised(f"in the source {receipt.document}: {warning}")))


def partly_read(left: int, *, examined: int) -> str:
    """Return what is told of a text that was examined only in part."""
    if not examined:
        return f"No quotation was examined, of about {left:,}: the text has more marks than are read."
    return f"Only the first {examined:,} quotations were examined; about {left:,} more were not."
