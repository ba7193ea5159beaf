"""W122 document-used-twice: one document is used for a prior and again as a source.

## What it finds
A `document` that stands behind a prior or an assumption and behind a source too.

## Why it matters
What has moved the prior has been counted. To count it again as evidence makes one page into two.

## What it does not mean
Not that the document is weak.

## What to do
Base the prior on what was known without it, or leave the source out.
"""

from collections.abc import Iterator

from valla.audit.remarks import remark
from valla.model.cases import CaseFinding, Docket
from valla.model.findings import Rule, Severity

RULE = Rule(code="W122", name="document-used-twice", severity=Severity.WARNING, since="0.2")


def check(docket: Docket) -> Iterator[CaseFinding]:
    """Report one document is used for a prior and again as a source."""
    case = docket.case
    before = {row.document: row.name for row in case.assumptions if row.document}
    before |= {row.document: row.name for row in case.hypotheses if row.document}
    for row in case.reports:
        if row.document in before:
            yield remark(
                RULE,
                row.at,
                row.name,
                f"'{row.document}' is behind '{row.name}' and behind '{before[row.document]}' too.",
            )
