"""W101 one-hypothesis: a case has one hypothesis only.

## What it finds
A case file with fewer than two hypotheses.

## Why it matters
Evidence cannot choose where there is nothing to choose from: whatever is reported, the one explanation keeps all of
the probability.

## What it does not mean
Not that the explanation is wrong.

## What to do
Write down the best explanation that an opponent would give, and a `rest` for what nobody has thought of.
"""

from collections.abc import Iterator

from valla.audit.remarks import remark
from valla.model.cases import CaseFinding, Docket
from valla.model.findings import Rule, Severity

RULE = Rule(code="W101", name="one-hypothesis", severity=Severity.ERROR, since="0.2")


def check(docket: Docket) -> Iterator[CaseFinding]:
    """Report a case has one hypothesis only."""
    case = docket.case
    if len(case.hypotheses) == 1:
        only = case.hypotheses[0]
        yield remark(
            RULE, only.at, only.name, f"'{only.name}' is the only hypothesis; nothing can count for or against it."
        )
