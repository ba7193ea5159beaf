"""W103 no-else: a report has a likelihood for one hypothesis, and none for the others.

## What it finds
A source with an `if` that leaves a hypothesis without a number.

## Why it matters
A report that is likely if a thing is true says nothing until it is known how likely it is if the thing is false. To
leave that out is the commonest fault of reasoning from evidence.

## What it does not mean
Not that the report is worthless.

## What to do
Say how likely the same report would be under each rival, or under all others with `else`.
"""

from collections.abc import Iterator

from valla.audit.remarks import listed, remark
from valla.model.cases import CaseFinding, Docket
from valla.model.findings import Rule, Severity

RULE = Rule(code="W103", name="no-else", severity=Severity.ERROR, since="0.2")


def check(docket: Docket) -> Iterator[CaseFinding]:
    """Report a report has a likelihood for one hypothesis, and none for the others."""
    case = docket.case
    for row in case.sources:
        names = [hypothesis.name for hypothesis in case.hypotheses]
        if row.chances is None or row.silent or row.posterior:
            continue
        missing = [name for name in names if row.chances.under(name) is None]
        if missing:
            yield remark(RULE, row.at, row.name, f"'{row.name}' has no number under {listed(missing)}: add 'else'.")
