"""L120 anonymous-source: a view or a report is ascribed to people without a name.

## What it finds
Views held by "some historians" or "often" held, with no citation and no name in the sentence behind, reports of "officials"
or "the neighbours" in quoted words, and what the author has from people who, as he says, would not be named.

## Why it matters
Nobody can ask an informant without a name, and an opponent without a name can be given any view.

## What it does not mean
Not that they do not exist. Informants are sometimes left unnamed for their safety.

## What to do
Name one of them, or the work in which the view can be read.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.claims import CueKind
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.witnesses import Chain, Role
from valla.rules.phrases import quote_words
from valla.rules.standing import cites_near, first_cue

RULE = Rule(code="L120", name="anonymous-source", severity=Severity.NOTE, since="0.2")

BEHIND = re.compile(
    r"\s*(?:Among\s+(?:such|these|them|those)\b|One\s+of\s+(?:these|them)\b|"
    r"(?:This|Such\s+a)\s+(?:view|perspective|opinion|position)\b)"
)
"""How a sentence begins that tells who the nameless are."""
UNNAMED = re.compile(
    r"\b(?:an? (?:unnamed|unidentified|anonymous)|(?:asked|wished|preferred|chose|wanted) (?:not to be (?:named|identified)|to remain (?:anonymous|unnamed))|"
    r"would not be named|(?:neither|none of them) (?:would|wished to|wanted to) be named|on condition of anonymity|under condition of anonymity)\b",
    re.IGNORECASE,
)
NEXT = 60
"""Code points behind a sentence in which it may still be said that its witness would not be named."""
LOOSE = re.compile(
    r"they say|(?:this|that|it) has been called|there are those who|every|it was said that|(?:sources|persons|people) close|"
    r"[^.]*\b(?:taken|counted|objected?|concluded?|supposed?|speculated?|have believed|have held|biographers|textbooks|sources|"
    r"reports|officials|insiders|locals|has been (?:said|claimed|argued|alleged|suggested) that)\b",
    re.IGNORECASE,
)
"""Turns of speech with which a view is brought in as often as it is ascribed to anybody."""
SUPPOSED = re.compile(r"\b(?:if|when|unless|lest|whenever)\s+$", re.IGNORECASE)
"""What stands before a view that is only supposed: "if it is said that"."""
TOLD = "informants without a name"


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each view and each report that is nobody's by name."""
    for claim in investigation.claims:
        cue = first_cue(claim, CueKind.NAMELESS)
        if (
            cue
            and not LOOSE.match(cue.words)
            and not SUPPOSED.search(investigation.document.text, max(0, cue.at.start - 12), cue.at.start)
            and not cites_near(investigation, claim.span)
            and not named_behind(investigation, claim.span)
        ):
            yield RULE.finding(claim.span, f"{quote_words(cue.words)}: nobody is named who holds it.")
    for chain in investigation.stemma.chains:
        hand = next((one for one in chain.hands if one.role is Role.NAMELESS and one.reason == TOLD), None)
        if hand and hand.at:
            yield RULE.finding(
                hand.at,
                f"The quoted words rest on {quote_words(hand.name)}, who are not named.",
                quotation=chain.quotation,
            )

        elif chain.quotation is None:
            yield from unnamed_in(investigation, chain)


def unnamed_in(investigation: Investigation, chain: Chain) -> Iterator[Finding]:
    """Yield the finding on a sentence that tells what somebody said who is said to be unnamed."""
    if UNNAMED.search(investigation.document.text, chain.at.start, chain.at.end + NEXT):
        yield RULE.finding(
            chain.at, f"This rests on {quote_words(chain.hands[0].name)}, who would not be named or is not."
        )


def named_behind(investigation: Investigation, span: Span) -> bool:
    """Tell whether the next sentence names some of those whose view it was: “Among such was …”, “This view can be seen in …”."""
    text = investigation.document.text
    if BEHIND.match(text, span.end) is None:
        return False
    stop = text.find(". ", span.end)
    end = stop if stop >= 0 else len(text)
    first = bisect_left(investigation.mentions, span.end, key=lambda row: row.span.start)
    return any(row.span.start < end for row in investigation.mentions[first : first + 1])
