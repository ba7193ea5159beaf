"""W121 unshared-witness: several statements of one person are weighed as if each came from another.

## What it finds
Sources with the same `by` that share no witness, no origin and no assumption.

## Why it matters
A person who is mistaken or lying in one statement is more likely to be so in the next: two statements of one person
are not two persons.

## What it does not mean
Not that the person is unreliable.

## What to do
Declare the person under `witnesses` and name it in each statement (`witness: NAME`).
"""

from collections.abc import Iterator

from valla.audit.remarks import listed, remark, ties_of
from valla.model.cases import CaseFinding, Docket, Source
from valla.model.findings import Rule, Severity

RULE = Rule(code="W121", name="unshared-witness", severity=Severity.WARNING, since="0.2")


def check(docket: Docket) -> Iterator[CaseFinding]:
    """Report several statements of one person are weighed as if each came from another."""
    case = docket.case
    persons: dict[str, list[Source]] = {}
    for row in case.sources:
        if row.by and not row.silent:
            persons.setdefault(row.by, []).append(row)
    for person, rows in persons.items():
        apart = [row for row in rows[1:] if not ties_of(case, row) & ties_of(case, rows[0])]
        if apart:
            names = listed([rows[0].name, *(row.name for row in apart)])
            yield remark(RULE, apart[0].at, apart[0].name, f"{names} are both by {person}, and share no witness.")
