"""R121 ruling-without-subject: a ruling is on something that is not there.

## What it finds
A ruling in the rulings file on an id that no table of this investigation has. It changes nothing.

## Why it matters
A ruling that does nothing looks as if the matter were settled. Mostly the essay was changed after it was made.

## What it does not mean
Not that the ruling was wrong when it was made.

## What to do
Look the thing up with `valla inspect` and rule on it again; the old line may stay.
"""

from collections.abc import Iterator
from dataclasses import fields

from valla.model.anchors import Span
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.judgements import Ruling, standing

RULE = Rule(code="R121", name="ruling-without-subject", severity=Severity.NOTE, since="0.2")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each standing ruling on an id that is in no table."""
    rows = standing(investigation.judgements)
    known = known_ids(investigation) if rows else frozenset[str]()
    for row in rows:
        subject = row.on if row.kind is Ruling.SET else row.subject
        lost = [name for name in subject if name not in known]
        if lost:
            told = f"The ruling of {row.by} (line {row.line}) is on “{lost[0]}”, which is not here; it changes nothing."
            yield RULE.finding(Span(0, 0), told)


def known_ids(investigation: Investigation) -> frozenset[str]:
    """Return every id of every table, and those of entities that rulings have joined to others."""
    tables = (getattr(investigation, table.name) for table in fields(investigation))
    rows = [row for table in tables if isinstance(table, tuple) for row in table]
    stemma = investigation.stemma
    hands = (chain.link(hand) for chain in stemma.chains for hand in chain.hands)
    steps = (row.id for row in stemma.dependences)
    joined = (name for entity in investigation.entities for name in entity.was)
    return frozenset(
        (*(str(row.id) for row in rows if hasattr(row, "id")), *joined, *hands, *steps, *investigation.rejected)
    )
