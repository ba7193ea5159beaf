"""T150 edition-changed: a source is no longer the file that it was.

## What it finds
A quotation that was compared with a source whose file has changed: its digest (SHA-256) is another than the manifest of the
library or the baseline of an earlier check gives.

## Why it matters
What was found then was found in another text. A ruling or a baseline that rests on the old file proves nothing of the new.

## What it does not mean
Not that the new file is wrong. A better scan or a corrected transcript changes a file too.

## What to do
Look at the passage again. If the new file is the one to rely on, put its digest into the manifest, or write the baseline anew.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules.scope import traced_alone

RULE = Rule(code="T150", name="edition-changed", severity=Severity.WARNING, since="0.2")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that rests on a source whose file has changed."""
    changed = {holding.document for holding in investigation.holdings if holding.expected}
    for quotation, trace in traced_alone(investigation):
        rests_on = sorted({row.document for row in trace.passages} & changed)
        for document in rests_on:
            yield RULE.finding(
                quotation.span,
                f"The source {document} has changed since it was last vouched for; the words were compared with the new file.",
                quotation=quotation.id,
                evidence=tuple(row.anchor for row in trace.passages if row.document == document),
            )
