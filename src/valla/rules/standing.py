"""What rules of evidence ask of the stemma and the claims: chains by id, the sentence of a claim, what stands near."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.claims import Claim, ClaimId, Cue, CueKind
from valla.model.investigation import Investigation
from valla.model.witnesses import PERSONS, Chain, Hand, Role


def chains_by_id(investigation: Investigation) -> dict[str, Chain]:
    """Return the chains of the stemma by their ids."""
    return {chain.id: chain for chain in investigation.stemma.chains}


def claims_by_id(investigation: Investigation) -> dict[ClaimId, Claim]:
    """Return the claims by their ids."""
    return {claim.id: claim for claim in investigation.claims}


def first_cue(claim: Claim, *kinds: CueKind) -> Cue | None:
    """Return the first cue of some kinds in a claim."""
    return next((cue for cue in claim.cues if cue.kind in kinds), None)


def told_hands(chain: Chain) -> tuple[Hand, ...]:
    """Return the hands before the speaker whom the essay quotes."""
    before = []
    for hand in chain.hands:
        if hand.role is Role.WITNESS:
            break
        before.append(hand)
    return tuple(before) if len(before) < len(chain.hands) else ()


def persons_of(hands: tuple[Hand, ...]) -> tuple[Hand, ...]:
    """Return the hands that are persons with a name."""
    return tuple(hand for hand in hands if hand.role in PERSONS and hand.role is not Role.NAMELESS)


def paragraph_of(investigation: Investigation, span: Span) -> Span:
    """Return the block in which a span begins."""
    starts = [block.span.start for block in investigation.document.blocks]
    place = bisect_left(starts, span.start + 1) - 1
    return investigation.document.blocks[place].span if place >= 0 else span


CITED = re.compile(
    r"\([^()]{3,160}(?:\b1[0-9]{3}\b|\b20[0-9]{2}\b|\bpp?\. ?\d)[^()]{0,60}\)|\[\^?\d{1,3}\]|(?<=[.,;”\"’\w])[¹²³⁴-⁹]|\bibid\b|\((?:see|cf\.) |\bpp?\. ?\d{1,4}\b",
    re.IGNORECASE,
)
"""A work in brackets with its year or page, a page anywhere, or the mark of a note."""


def cites_near(investigation: Investigation, span: Span) -> bool:
    """Tell whether a citation or a note mark stands in the paragraph of a span, at or behind its start."""
    block = paragraph_of(investigation, span)
    end = max(block.end, span.end)
    if CITED.search(investigation.document.text, span.start, min(block.end, end)):
        return True
    noted = any(span.start <= note.mark.start <= end for note in investigation.document.notes)
    return noted or any(span.start <= row.at.start <= end for row in investigation.citations)


def cited_authors(investigation: Investigation) -> Iterator[str]:
    """Yield the surnames of the authors whom the text cites."""
    for row in investigation.citations:
        if row.author:
            yield row.author.split()[-1]
