"""S101 single-witness: all the testimony offered for a claim comes from one mouth.

## What it finds
A claim that says that something is certain, proved, shown or confirmed, for which three quotations or more that are set off from
the text are offered, every one of which passes through the same person. Where the claim itself names that person it is
left alone: mostly it tells what he said or thought, and for that he is the best witness.

## Why it matters
Three quotations from one witness are one testimony at three lengths. If he is mistaken, all three fall together.

## What it does not mean
Not that the witness is wrong. One good witness may be worth more than ten bad ones.

## What to do
Say that the claim rests on one witness, and look for one who depends on no other.
"""

import re
from collections.abc import Iterator

from valla.model.claims import Claim, ClaimKind, CueKind
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.quotations import QuotationKind
from valla.model.witnesses import PERSONS, Support, Witness
from valla.rules.phrases import count_of
from valla.rules.standing import claims_by_id
from valla.text.words import words_in

RULE = Rule(code="S101", name="single-witness", severity=Severity.NOTE, since="0.2", default=False)

PROVES = re.compile(r"prov|show|demonstrat|confirm|attest|corr[oa]borat|bear|bore", re.IGNORECASE)
LEAST = 3
"""Quotations from one mouth that a reader may take for several witnesses."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each claim whose quotations all pass through one person."""
    claims = claims_by_id(investigation)
    witnesses = {row.id: row for row in investigation.stemma.witnesses}
    for support in investigation.stemma.supports:
        if not argues(claims[support.claim]) or len(set_off(investigation, support)) < LEAST:
            continue
        persons = [witnesses[one] for one in support.through if one in witnesses and witnesses[one].role in PERSONS]
        if len(support.chains) >= LEAST and persons and not names_one(claims[support.claim], persons[0], investigation):
            yield RULE.finding(
                claims[support.claim].span,
                f"{count_of(len(support.chains), 'quotation')} stand behind this, and all pass through {persons[0].name}.",
            )


def argues(claim: Claim) -> bool:
    """Tell whether a claim is the author's own and says that something is certain, proved or confirmed."""
    if claim.kind is ClaimKind.REPORTED:
        return False
    cues = (*claim.cues_of(CueKind.CONCLUSION), *claim.cues_of(CueKind.EVIDENCE))
    return bool(claim.cues_of(CueKind.BOOSTER)) or any(PROVES.search(cue.words) for cue in cues)


def set_off(investigation: Investigation, support: Support) -> list[str]:
    """Return the statements behind a claim that are quotations set off from the text."""
    kinds = {str(row.id): row.kind for row in investigation.quotations}
    return [name for name in support.chains if kinds.get(name) is QuotationKind.BLOCK]


def names_one(claim: Claim, person: Witness, investigation: Investigation) -> bool:
    """Tell whether a word of a person's name, initials and small words apart, stands in the words of a claim."""
    said = {word.key for word in words_in(claim.span.of(investigation.document.text))}
    return any(word.key in said for word in words_in(person.name) if len(word.key) >= LEAST and word.key != "and")
