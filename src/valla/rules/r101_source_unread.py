"""R101 source-unread: a file of the library was not read.

## What it finds
A file of the library that could not be read: it is no text, is broken, is too large, or is written in letters that could
not be made out.

## Why it matters
Quotations from that source could not be checked. What was not read must not look like what was read and found clean.

## What it does not mean
Nothing about the essay: the fault lies in the file.

## What to do
Get a sound copy, convert the file to one of the forms that are read (see the guide on libraries), or take it out of the
folder.
"""

from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.works import Intake
from valla.rules.phrases import end_sentence

RULE = Rule(code="R101", name="source-unread", severity=Severity.NOTE, since="0.1")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each file of the library that was refused; it belongs to no place of the essay."""
    for receipt in investigation.receipts:
        if receipt.intake is Intake.REFUSED:
            reason = receipt.reason or "no reason is known"
            told = reason if receipt.document in reason else f"{receipt.document}: {reason}"
            yield RULE.finding(Span(0, 0), end_sentence(f"A source was not read. {told}"))
