"""W102 no-rest: no hypothesis stands for everything else.

## What it finds
A case in which no hypothesis is marked as the `rest`.

## Why it matters
The posteriors are only right where the hypotheses exhaust what may have happened. Without a rest, evidence against
one counts in full for its named rivals, and an explanation that nobody thought of can never be seen to be likely.

## What it does not mean
Not that a further explanation is likely; its share may be small.

## What to do
Add `other: rest`, which has what the other priors leave, or give it a range: `other: {rest: yes, prior: 0.02..0.1,
why: ...}`.
"""

from collections.abc import Iterator

from valla.audit.remarks import remark
from valla.model.cases import CaseFinding, Docket
from valla.model.findings import Rule, Severity

RULE = Rule(code="W102", name="no-rest", severity=Severity.ERROR, since="0.2")


def check(docket: Docket) -> Iterator[CaseFinding]:
    """Report no hypothesis stands for everything else."""
    case = docket.case
    if len(case.hypotheses) > 1 and not any(row.rest for row in case.hypotheses):
        first = case.hypotheses[0]
        yield remark(RULE, first.at, first.name, "No hypothesis stands for everything else: write 'other: rest'.")
