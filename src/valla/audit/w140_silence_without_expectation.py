"""W140 silence-without-expectation: a silence is noted without what a mention would have been worth.

## What it finds
A source that is `silent on` something and has no number, under some hypothesis, for how likely it would mention it.

## Why it matters
Silence counts only so far as this writer, on this occasion, would have spoken. Without that number nothing follows,
and the entry is left out of the weighing.

## What it does not mean
Not that the silence means nothing.

## What to do
Add `mentions if`, with a chance for each hypothesis.
"""

from collections.abc import Iterator

from valla.audit.remarks import remark
from valla.model.cases import CaseFinding, Docket
from valla.model.findings import Rule, Severity

RULE = Rule(code="W140", name="silence-without-expectation", severity=Severity.WARNING, since="0.2")


def check(docket: Docket) -> Iterator[CaseFinding]:
    """Report a silence is noted without what a mention would have been worth."""
    case = docket.case
    names = [row.name for row in case.hypotheses]
    for row in case.sources:
        known = row.chances is not None and all(row.chances.under(name) is not None for name in names)
        if row.silent and not known:
            yield remark(
                RULE,
                row.at,
                row.name,
                f"'{row.name}' is silent on {row.silent_on}; nothing says what it would have said.",
            )
