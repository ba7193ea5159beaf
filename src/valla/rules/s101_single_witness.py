"""S101 single-witness: all the testimony offered for a claim comes from one mouth.

## What it finds
A claim for which three quotations or more are offered, every one of which passes through the same person.

## Why it matters
Three quotations from one witness are one testimony at three lengths. If he is mistaken, all three fall together.

## What it does not mean
Not that the witness is wrong. One good witness may be worth more than ten bad ones.

## What to do
Say that the claim rests on one witness, and look for one who depends on no other.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.witnesses import PERSONS
from valla.rules.phrases import count_of
from valla.rules.standing import claims_by_id

RULE = Rule(code="S101", name="single-witness", severity=Severity.NOTE, since="0.2")

LEAST = 3
"""Quotations from one mouth that a reader may take for several witnesses."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each claim whose quotations all pass through one person."""
    claims = claims_by_id(investigation)
    witnesses = {row.id: row for row in investigation.stemma.witnesses}
    for support in investigation.stemma.supports:
        persons = [witnesses[one] for one in support.through if one in witnesses and witnesses[one].role in PERSONS]
        if len(support.chains) >= LEAST and persons:
            yield RULE.finding(
                claims[support.claim].span,
                f"{count_of(len(support.chains), 'quotation')} stand behind this, and all pass through {persons[0].name}.",
            )
