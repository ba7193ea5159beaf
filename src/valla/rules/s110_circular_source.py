"""S110 circular-source: a source is offered to bear out what it rests on itself.

## What it finds
Words offered as confirming a testimony or a trial, in which the speaker himself appeals to that testimony; and two hands
each of which has it from the other.

## Why it matters
What was taken from a source cannot confirm it. The number of voices grows, the evidence does not.

## What it does not mean
Not that the testimony is false, nor that the speaker had no knowledge of his own besides.

## What to do
Look for what the speaker knew at first hand, and quote that.
"""

import re
from collections.abc import Iterator

from valla.model.claims import Claim, CueKind, VerbClass
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.witnesses import Role
from valla.rules.phrases import quote_words
from valla.rules.standing import chains_by_id, first_cue
from valla.text.words import flatten

RULE = Rule(code="S110", name="circular-source", severity=Severity.WARNING, since="0.2", default=False)

OWN_GROUND = "the quoted words rest on this testimony"
OBJECTS = re.compile(
    r"\b(?:trials?|testimon(?:y|ies)|confessions?|depositions?|evidence of|findings|verdict|statements?)\b",
    re.IGNORECASE,
)


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report appeals to the testimony that is to be confirmed, and dependences that run both ways."""
    chains = chains_by_id(investigation)
    seen: set[str] = set()
    for claim in investigation.claims:
        if confirms(claim):
            for name in claim.quotations:
                chain = chains.get(str(name))
                hand = next((one for one in chain.hands if one.reason == OWN_GROUND), None) if chain else None
                if chain and hand and hand.at and chain.id not in seen:
                    seen.add(chain.id)
                    yield RULE.finding(
                        hand.at,
                        f"These words are offered as bearing out the testimony, and rest on the testimony of {hand.name}.",
                        quotation=chain.quotation,
                        evidence=(claim.anchor,),
                    )
    yield from both_ways(investigation)


def confirms(claim: Claim) -> bool:
    """Tell whether a claim says that something bears a testimony out."""
    cue = first_cue(claim, CueKind.EVIDENCE) or (claim.verb is VerbClass.CONFESS or None)
    return bool(cue) and OBJECTS.search(flatten(claim.anchor.exact)) is not None


def both_ways(investigation: Investigation) -> Iterator[Finding]:
    """Report each pair of works that have it from each other."""
    stemma = investigation.stemma
    pairs = {(row.giver, row.taker) for row in stemma.dependences if not row.proposed}
    works = {row.id: row.name for row in stemma.witnesses if row.role in {Role.WORK, Role.GO_BETWEEN}}
    for row in stemma.dependences:
        if (
            row.at
            and row.giver < row.taker
            and (row.taker, row.giver) in pairs
            and {row.giver, row.taker} <= set(works)
        ):
            one, other = quote_words(works[row.giver]), quote_words(works[row.taker])
            yield RULE.finding(row.at, f"{one} is cited through {other}, and {other} through {one}.")
