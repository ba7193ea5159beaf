"""T103 number-changed: a quotation gives another number than its source.

## What it finds
A quotation that gives another number than its source, in figures or in words. Where the two are words that are nearly
alike, and may be one number in two spellings, it is only a note.

## Why it matters
Numbers of the dead, sums of money, votes and distances are what arguments are built on, and a slip of one figure is
invisible to anyone who does not look it up.

## What it does not mean
Not that the number of the source is the true one; only that the quotation does not give it. Figures are also what scans
and printers get wrong most often.

## What to do
Compare with the source, and with another copy where the figure matters.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.traces import Concern, Edit
from valla.rules.edits import are_alike, report_edits

RULE = Rule(code="T103", name="number-changed", severity=Severity.ERROR, since="0.1")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that gives another number than its source."""
    yield from report_edits(RULE, investigation, frozenset({Concern.NUMBER}), is_spelling)


def is_spelling(edit: Edit) -> bool:
    """Tell whether the two numbers may be one, written in two ways: words that are nearly alike, and no figures."""
    return are_alike(edit) and not any(char.isdigit() for char in edit.quoted + edit.source)
