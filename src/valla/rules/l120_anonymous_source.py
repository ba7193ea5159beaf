"""L120 anonymous-source: a view or a report is ascribed to people without a name.

## What it finds
Views held by "some historians" or "often" held, with no citation, and reports of "officials" or "the neighbours" in quoted
words.

## Why it matters
Nobody can ask an informant without a name, and an opponent without a name can be given any view.

## What it does not mean
Not that they do not exist. Informants are sometimes left unnamed for their safety.

## What to do
Name one of them, or the work in which the view can be read.
"""

from collections.abc import Iterator

from valla.model.claims import CueKind
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.witnesses import Role
from valla.rules.phrases import quote_words
from valla.rules.standing import cites_near, first_cue

RULE = Rule(code="L120", name="anonymous-source", severity=Severity.NOTE, since="0.2")

TOLD = "informants without a name"


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each view and each report that is nobody's by name."""
    for claim in investigation.claims:
        cue = first_cue(claim, CueKind.NAMELESS)
        if cue and not cites_near(investigation, claim.span):
            yield RULE.finding(claim.span, f"{quote_words(cue.words)}: nobody is named who holds it.")
    for chain in investigation.stemma.chains:
        hand = next((one for one in chain.hands if one.role is Role.NAMELESS and one.reason == TOLD), None)
        if hand and hand.at:
            yield RULE.finding(
                hand.at,
                f"The quoted words rest on {quote_words(hand.name)}, who are not named.",
                quotation=chain.quotation,
            )
