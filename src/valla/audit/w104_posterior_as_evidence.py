"""W104 posterior-as-evidence: a belief is given where a likelihood is wanted.

## What it finds
A source that says how probable a hypothesis is after it (`posterior of`), in place of how probable the report is.

## Why it matters
"Now I believe 0.8" depends on what was believed before, and on the order in which things were heard; entered as
evidence it counts the prior twice.

## What it does not mean
Not that the belief is wrong.

## What to do
Say how likely the report would be if the hypothesis were true, and if it were false.
"""

from collections.abc import Iterator

from valla.audit.remarks import remark
from valla.model.cases import CaseFinding, Docket
from valla.model.findings import Rule, Severity

RULE = Rule(code="W104", name="posterior-as-evidence", severity=Severity.ERROR, since="0.2")


def check(docket: Docket) -> Iterator[CaseFinding]:
    """Report a belief is given where a likelihood is wanted."""
    case = docket.case
    for row in case.sources:
        if row.posterior:
            yield remark(
                RULE,
                row.at,
                row.name,
                f"'{row.name}' gives a belief ({row.posterior}): say 'if' and 'else' of the report.",
            )
