"""W150 tied-number: one number is shared by several tables.

## What it finds
A YAML alias by which two entries use the same number.

## Why it matters
A posterior is monotone in each number only where it enters one table once. With a shared number the range over the
corners is an inner bound, and is said to be one.

## What it does not mean
Not that the two are wrongly held to be equal.

## What to do
Write the number out in each place, unless the tie is meant.
"""

from collections.abc import Iterator

from valla.audit.remarks import numbers_of, remark
from valla.model.cases import CaseFinding, Docket
from valla.model.findings import Rule, Severity

RULE = Rule(code="W150", name="tied-number", severity=Severity.NOTE, since="0.2")


def check(docket: Docket) -> Iterator[CaseFinding]:
    """Report one number is shared by several tables."""
    case = docket.case
    seen: dict[str, str] = {}
    for entry, number in numbers_of(case):
        if number.tie and seen.setdefault(number.tie, entry) != entry:
            yield remark(RULE, number.at, entry, f"'{entry}' shares a number with '{seen[number.tie]}'.")
