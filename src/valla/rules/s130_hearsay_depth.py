"""S130 hearsay-depth: words have come through three mouths or more.

## What it finds
A quotation in which the speaker tells what a second person told him of a third; and words that stand inside another's
words, and that he knows from a record.

## Why it matters
Each telling shortens, sharpens and mistakes. What is left after three of them may be anyone's words.

## What it does not mean
Not that it is false. History is full of true hearsay.

## What to do
Say through whose mouths it came, and look for the first.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.witnesses import Chain, Role
from valla.rules.phrases import join_words
from valla.rules.standing import persons_of, told_hands

RULE = Rule(code="S130", name="hearsay-depth", severity=Severity.WARNING, since="0.2")

BOOKS = frozenset({Role.WORK, Role.GO_BETWEEN})
DEEP = 2
"""Persons before the one who is quoted, each of whom told the next."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each chain of three mouths."""
    for chain in investigation.stemma.chains:
        if chain.quotation is None and any(hand.role in BOOKS for hand in chain.hands):
            continue  # books that cite each other are no mouths
        if chain.quotation is None and chain.hands[-1].role is not Role.WITNESS:
            continue  # it went on from there, so that whoever it ends with is not the one who tells it here
        nested = chain.quotation is not None and investigation.quotation[chain.quotation].nested_in is not None
        told = tuple(hand for hand in told_hands(chain) if hand.role is not Role.INTERVIEWER)
        if (
            chain.quotation is not None
            and not nested
            and any(hand.at and not chain.at.covers(hand.at) for hand in told)
        ):
            continue  # whom the text names around the words may have told something else
        if (nested and told and told[-1].role is Role.RECORD and persons_of(told)) or (
            not nested and len(persons_of(told)) >= DEEP and all(hand.role is not Role.NAMELESS for hand in told)
        ):
            yield RULE.finding(chain.at, f"The words came from {path_of(chain)}.", quotation=chain.quotation)


def path_of(chain: Chain) -> str:
    """Return the hands up to the one who is quoted: "Reed through Voss and the log-book to Hart"."""
    told = told_hands(chain)
    speaker = chain.hands[len(told)]
    through = f" through {join_words([hand.name for hand in told[1:]])}" if told[1:] else ""
    return f"{told[0].name}{through} to {speaker.name}, who is quoted"
