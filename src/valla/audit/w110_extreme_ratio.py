"""W110 extreme-ratio: a single report counts for more than a thousand to one.

## What it finds
A source whose chances under two hypotheses are, at the midpoints, more than a thousand to one apart.

## Why it matters
No witness, letter or record is that good: slips, forgeries and mix-ups are more frequent than one in a thousand. Such
a number decides the case alone.

## What it does not mean
Not that the report is wrong.

## What to do
Ask how often reports of this kind turn out to be mistaken, and let the smaller number not fall below that.
"""

from collections.abc import Iterator

from valla.audit.remarks import remark
from valla.model.cases import CaseFinding, Docket
from valla.model.findings import Rule, Severity

RULE = Rule(code="W110", name="extreme-ratio", severity=Severity.WARNING, since="0.2")
RATIO = 1000


def check(docket: Docket) -> Iterator[CaseFinding]:
    """Report a single report counts for more than a thousand to one."""
    case = docket.case
    for row in case.sources:
        if row.chances is None:
            continue
        shares = [number.mid for name in case.hypotheses if (number := row.chances.under(name.name))]
        shares = [1 - share for share in shares] if row.silent else shares
        if shares and max(shares) > RATIO * min(shares):
            odds = max(shares) / min(shares)
            yield remark(RULE, row.at, row.name, f"'{row.name}' alone counts {odds:,.0f} to one.")
