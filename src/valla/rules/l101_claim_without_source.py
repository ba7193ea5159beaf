"""L101 claim-without-source: something is told as found or testified, and no source is named.

## What it finds
A sentence that tells of a document that came to light ("is implied by documents of the ministry", "the file is still closed"),
that begins with "It was discovered that", or that tells what somebody said at a hearing or reported to his masters, with
no citation in its paragraph, no quotation after it and no cited author in it. Discoveries of other things are left alone:
histories tell of them on every page, and name their sources elsewhere.

## Why it matters
The reader cannot look it up. What nobody can look up cannot be checked, here or anywhere.

## What it does not mean
Not that it is untrue, nor that no source exists.

## What to do
Name where it can be read.
"""

import re
from collections.abc import Iterator

from valla.model.claims import Claim, ClaimKind
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.witnesses import Hand, Role
from valla.rules.standing import chains_by_id, cited_authors, cites_near
from valla.text.words import flatten

RULE = Rule(code="L101", name="claim-without-source", severity=Severity.NOTE, since="0.2", default=False)

HEARINGS = re.compile(
    r"\b(?:interrogation|cross-examination|examination|trial|inquest|inquiry|enquiry|hearing|deposition)$|^report to\b"
)
EVIDENCE = re.compile(
    r"\b(?:documents?|files?|telegrams?|reports?|materials|diar(?:y|ies)|memorandums?|memoranda|transcripts?|minutes|records|codes?|"
    r"ledgers?|startling discovery)\b"
)
LIGHT = re.compile(
    r"discover|uncover|reveal|implied|testifying|classified|closed|secret|unpublished|turned out|found", re.IGNORECASE
)
"""What comes to light; that a thing was confirmed or established is told of much that has no need of a source."""
IMPERSONAL = re.compile(
    r"It was (?:(?:then|later|soon|afterwards|only|eventually|also|subsequently)[\w ]{0,20} )?"
    r"(?:discovered|found out|found|revealed|established)(?: in \d{4}| later)? that\b"
)
PAPERS = re.compile(r"\b(?:correspondence|letters?|archives?|materials from)\b")
POINTED = re.compile(
    r"\bhaving been\b|\b(?:accompanying|annexed|enclosed|appended|following|subjoined|adjoined) |\b(?:printed|published|pointed out|set (?:out|forth)|given) in\b"
)
"""What was found is only mentioned, or the sentence says where it can be read."""
UNSURE = re.compile(r"\b(?:not|never|until|unless|if|whether|perhaps)\b|n[’']t\b")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each statement of fact that names no source."""
    authors = frozenset(cited_authors(investigation))
    chains = chains_by_id(investigation)
    for claim in investigation.claims:
        chain = chains.get(str(claim.id))
        bare = chain is not None and is_hearing(chain.hands[-1])
        told = bare or (claim.kind is ClaimKind.FINDING and is_open(claim, authors))
        if told and not cites_near(investigation, claim.span):
            said = "what was said" if bare else "something that came to light"
            yield RULE.finding(claim.span, f"This tells {said}, and names no source for it.")


def is_hearing(hand: Hand) -> bool:
    """Tell whether a chain ends in a hearing or a report for which a reader would need a record."""
    return hand.role is Role.RECORD and HEARINGS.search(hand.name) is not None


def is_open(claim: Claim, authors: frozenset[str]) -> bool:
    """Tell whether a statement that something came to light is plain, and names neither papers nor a cited author."""
    words = flatten(claim.anchor.exact)
    if POINTED.search(words) or not (IMPERSONAL.match(words) or any(LIGHT.search(cue.words) for cue in claim.cues)):
        return False
    if not (EVIDENCE.search(words) or IMPERSONAL.match(words)):
        return False
    named = any(author in words for author in authors)
    told = PAPERS.search(words) is not None and "documents from" not in words
    return not (claim.quotations or claim.works or named or told or UNSURE.search(words))
