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
from valla.rules.interest import own_sentences
from valla.rules.phrases import quote_words
from valla.rules.standing import cites_near, first_cue
from valla.text.words import flatten

RULE = Rule(code="L120", name="anonymous-source", severity=Severity.NOTE, since="0.2")

BEHIND = re.compile(
    r"\s*(?:Among\s+(?:such|these|them|those)\b|One\s+of\s+(?:these|them)\b|"
    r"(?:This|Such\s+a)\s+(?:view|perspective|opinion|position)\b|[^.!?]{3,60}\s(?:say|says|said|think|thinks|thought|hold|holds|held)\s+so\b)"
)
"""How a sentence begins that tells who the nameless are."""
_NAMED = r"(?:be )?(?:named?|identif(?:y|ied)|quoted|mentioned|discloses?d?|give(?:n)?|used?|using)"
UNNAMED = re.compile(
    r"\b(?:an? (?:unnamed|unidentified|anonymous|nameless)|(?:asked|wish(?:es|ed)?|prefer(?:s|red)?|chose|wants?|wanted|begged) (?:me )?"
    r"(?:not to be (?:named|identified|quoted)|to (?:remain|stay) (?:anonymous|unnamed|nameless))|(?:asked|begged) that I (?:not|should not|do not) (?:name|use|give|mention)|"
    r"(?:would|will|may|must|can) not be named|(?:neither|none of them) (?:would|wished to|wanted to) be named|(?:on|under) condition of anonymity|"
    rf"whom (?:I|we|(?:it|he|she|they|the \w+|[A-Z]\w+) ha(?:s|ve)) (?:declined?(?: to)?|refused?(?: to)?|am not at liberty to|are not at liberty to|may not|"
    rf"must not|shall not|will not|cannot|do not|promised not to|have promised not to) {_NAMED}|"
    r"(?:does|do|did)(?: not|n[’']t) want (?:his|her|their) names? )",
    re.IGNORECASE,
)
"""How a text says that it does not name somebody from whom it has something."""
HAVING = re.compile(
    r"\bI (?:have|had|got|heard) (?:it|this) from (?:a|an|one|some|several) (?![A-Z])|"
    r"\b(?:[Aa]n?|[Oo]ne) (?:[a-z-]{3,14} ){0,3}(?:officer|official|clerk|employee|worker|neighbou?r|guard|soldier|sailor|friend|source|informant|insider|person|"
    r"man|woman|guy|colleague|servant|nurse|villager|resident|local|student|member|aide|diplomat|engineer|gentleman|lady|correspondent|reader)"
    r"(?: (?:who|of|in|at|from|close to) [^,.;:“\"]{2,60})?,? (?:told|tells|assures|assured|informed|informs|writes to|wrote to) (?:me|us)\b",
)
"""How an author tells what he has from somebody without a name."""
NEXT = 60
"""Code points behind a sentence in which it may still be said that its witness would not be named, or in which he is named."""
LOOSE = re.compile(
    r"they say|(?:this|that|it) has been called|there are those who|every|it was said that|(?:sources|persons|people) close|"
    r"[^.]*\b(?:taken|counted|objected?|concluded?|biographers|textbooks|reports|sources|officials|insiders|locals|has been (?:said|claimed|argued|alleged|suggested) that|supposed?|speculated?|have believed|have held)\b",
    re.IGNORECASE,
)
"""Turns of speech with which a view is brought in as often as it is ascribed to anybody."""
SUPPOSED = re.compile(r"\b(?:if|when|unless|lest|whenever)\s+$", re.IGNORECASE)
"""What stands before a view that is only supposed: "if it is said that"."""
SAYS = re.compile(
    r"\b(?:say|says|said|told|tells|assures?d?|informs?|informed|claims?|claimed|have it|had it|heard|writes?|wrote|confirm(?:s|ed)?|report(?:s|ed)?|swears?|"
    r"recalls?|admit(?:s|ted)?|according)\b",
    re.IGNORECASE,
)
"""That somebody tells something; a gift from an unnamed friend is no source."""
TOLD = "informants without a name"


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each view and each report that is nobody's by name."""
    told: list[Span] = []
    for finding in (*of_views(investigation), *of_chains(investigation)):
        told.append(finding.span)
        yield finding
    yield from of_informants(investigation, told)


def of_views(investigation: Investigation) -> Iterator[Finding]:
    """Yield the findings on views that are held by nobody named."""
    text = investigation.document.text
    for claim in investigation.claims:
        cue = first_cue(claim, CueKind.NAMELESS)
        if cue is None or LOOSE.match(cue.words) or SUPPOSED.search(text, max(0, cue.at.start - 12), cue.at.start):
            continue
        if not cites_near(investigation, claim.span) and not named_behind(investigation, claim.span):
            yield RULE.finding(claim.span, f"{quote_words(cue.words)}: nobody is named who holds it.")


def of_chains(investigation: Investigation) -> Iterator[Finding]:
    """Yield the findings on quoted and reported words that rest on informants without a name."""
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


def of_informants(investigation: Investigation, told: list[Span]) -> Iterator[Finding]:
    """Yield the findings on what the author has from somebody whom he does not name; `told` is reported already."""
    text = flatten(investigation.document.text)
    for sentence in own_sentences(investigation):
        match = UNNAMED.search(text, sentence.start, sentence.end) or HAVING.search(text, sentence.start, sentence.end)
        if match is None or any(one.start < sentence.end and sentence.start < one.end for one in told):
            continue
        if HAVING.match(text, match.start()) and names_soon(investigation, match.end()):
            continue
        if SAYS.search(text, sentence.start, sentence.end):
            yield RULE.finding(sentence, f"{quote_words(match.group())}: what is told here rests on nobody by name.")


def names_soon(investigation: Investigation, offset: int) -> bool:
    """Tell whether somebody is named just behind a place: “a friend told me, Paul Reimer”."""
    first = bisect_left(investigation.mentions, offset, key=lambda row: row.span.start)
    return any(row.span.start < offset + NEXT // 3 for row in investigation.mentions[first : first + 1])


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
