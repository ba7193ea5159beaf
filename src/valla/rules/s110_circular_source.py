"""S110 circular-source: a source is offered to bear out what it rests on itself.

## What it finds
Words offered as confirming a testimony or a trial, in which the speaker himself appeals to that testimony; words offered
as confirming what somebody said shortly before, which the speaker has from that very person; and two works each of which
is cited through the other.

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
from valla.model.witnesses import Chain, Hand, Role
from valla.model.works import Citation
from valla.rules.phrases import quote_words
from valla.rules.standing import chains_by_id, first_cue, persons_of
from valla.text.words import flatten, words_in

RULE = Rule(code="S110", name="circular-source", severity=Severity.WARNING, since="0.2")

OWN_GROUND = "the quoted words rest on this testimony"
NEAR = 3000
"""Code points before a claim in which the words stand that it says are confirmed."""
LEAST = 3
"""Letters of a name by which a person is known."""
CONFIRMS = re.compile(r"confirm|corr[oa]borat|bears?\b|bore\b|attest", re.IGNORECASE)
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
    yield from borrowed(investigation, seen)
    yield from both_ways(investigation)


def borrowed(investigation: Investigation, seen: set[str]) -> Iterator[Finding]:
    """Report words offered as a confirmation that the speaker has from the one whose words they are to confirm."""
    chains = chains_by_id(investigation)
    quoted = [chain for chain in investigation.stemma.chains if chain.quotation is not None]
    for claim in investigation.claims:
        cue = first_cue(claim, CueKind.EVIDENCE)
        if cue is None or not CONFIRMS.search(cue.words) or claim.negated:
            continue
        before = [one for one in quoted if claim.span.start - NEAR < one.at.start < claim.span.start]
        for name in claim.quotations[:1]:
            chain = chains.get(str(name))
            giver = next((hand for hand in givers_of(chain) if vouched(hand, before)), None) if chain else None
            if chain and giver and chain.id not in seen:
                seen.add(chain.id)
                yield RULE.finding(
                    giver.at or chain.at,
                    f"This is offered as bearing out {giver.name}, and the speaker has it from {giver.name}.",
                    quotation=chain.quotation,
                    evidence=(claim.anchor,),
                )


def givers_of(chain: Chain) -> tuple[Hand, ...]:
    """Return the persons before the one whom the essay quotes, who is the last of those that say it."""
    last = max((place for place, hand in enumerate(chain.hands) if hand.role is Role.WITNESS), default=0)
    return persons_of(chain.hands[:last])


def vouched(hand: Hand, before: list[Chain]) -> bool:
    """Tell whether a hand is the speaker of one of the quotations before: by a name that is more than a rank."""
    names = {word.key for word in words_in(hand.name) if hand.name[word.start].isupper() and len(word.key) >= LEAST}
    speakers = [next((one.name for one in reversed(row.hands) if one.role is Role.WITNESS), "") for row in before]
    return any(last_key(name) in names for name in speakers if name)


def last_key(name: str) -> str:
    """Return the last word of a name, folded."""
    words = words_in(name)
    return words[-1].key if words else ""


def confirms(claim: Claim) -> bool:
    """Tell whether a claim says that something bears a testimony out."""
    cue = first_cue(claim, CueKind.EVIDENCE) or (claim.verb is VerbClass.CONFESS or None)
    return bool(cue) and OBJECTS.search(flatten(claim.anchor.exact)) is not None


def both_ways(investigation: Investigation) -> Iterator[Finding]:
    """Report each pair of works each of which is cited as quoted by the other."""
    through = [row for row in investigation.citations if row.title and row.via]
    for place, row in enumerate(through):
        earlier = next((one for one in through[:place] if quotes(one, row) and quotes(row, one)), None)
        if earlier is not None:
            one, other = quote_words(earlier.title or ""), quote_words(row.title or "")
            yield RULE.finding(row.at, f"{one} is cited through {other}, and {other} through {one}.")


def quotes(one: Citation, other: Citation) -> bool:
    """Tell whether one citation says that its words are quoted from the work that the other cites."""
    own, title = flatten(one.title or "").casefold(), flatten(other.title or "").casefold()
    return bool(title) and title not in own and own not in title and title in flatten(one.via or "").casefold()
