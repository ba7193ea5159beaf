"""S120 shared-origin: witnesses offered side by side have one origin.

## What it finds
Quotations from different works or persons that go back to one origin: informants of one place, one interviewer to whom
several speak, one witness in two works of different titles.

## Why it matters
Agreement counts as evidence only where it is independent. Ten newspapers that copied one letter are one witness.

## What it does not mean
Not that the witnesses are wrong, nor that they conspired. Colleagues may speak to one man and each say what he knows.

## What to do
Name the common origin where the witnesses are set side by side, and count it once.
"""

from collections.abc import Iterator

from valla.model.anchors import Anchor, Span
from valla.model.claims import Claim, CueKind
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.witnesses import Chain, Hand, Origin, Role
from valla.rules.phrases import count_of
from valla.rules.standing import chains_by_id, first_cue

RULE = Rule(code="S120", name="shared-origin", severity=Severity.WARNING, since="0.2")

NEAR = 6000
"""Code points within which witnesses stand side by side."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each origin that witnesses set side by side share."""
    chains = chains_by_id(investigation)
    for origin in investigation.stemma.origins:
        rows = sorted((chains[one] for one in origin.statements), key=lambda row: row.at)
        rows = [row for row in rows if origin.kind != "informants" or row.quotation is not None]
        if len(rows) < 2:  # noqa: PLR2004 - one statement shares with none
            continue
        told = tell(investigation, origin, rows)
        if told is not None:
            at, message, others = told
            yield RULE.finding(at, message, evidence=others)


def tell(
    investigation: Investigation, origin: Origin, rows: list[Chain]
) -> tuple[Span, str, tuple[Anchor, ...]] | None:
    """Return where an origin is to be told of, how, and the places of the others; None where it is not."""
    anchor = investigation.document.anchor
    if origin.kind == "informants":
        places = [hand.at for row in rows for hand in row.hands if hand.role is Role.NAMELESS and hand.at]
        if spread(places) <= NEAR:
            words = f"{count_of(len(rows), 'witness', 'witnesses')} offered side by side go back to informants of one place ({origin.name}), none of them named: one stream, not {len(rows)}."
            return places[-1], words, tuple(anchor(one) for one in places[:-1])
    if origin.kind == "interviewer":
        claim = corroboration(investigation, rows)
        if claim is not None:
            words = f"This is offered as corroboration, and both speak to one interviewer, {origin.name}."
            return claim.span, words, tuple(anchor(row.at) for row in rows[:1])
    if origin.kind == "person":
        return tell_person(investigation, origin, rows)
    return None


def tell_person(
    investigation: Investigation, origin: Origin, rows: list[Chain]
) -> tuple[Span, str, tuple[Anchor, ...]] | None:
    """Tell of a witness who speaks to two prints or interviewers and has what he knows from a record he read."""
    reading = [row for row in rows if any(hand.role is Role.RECORD and is_read(hand) for hand in row.hands)]
    prints = {printed(row) for row in rows} - {None}
    if len(prints) < 2 or not reading or spread([row.at for row in rows]) > NEAR:  # noqa: PLR2004 - two prints
        return None
    words = f"{origin.name} is quoted from {count_of(len(prints), 'print')}; it is one witness, and what he tells is a record that he read."
    return rows[0].at, words, (investigation.document.anchor(reading[0].at),)


def is_read(hand: Hand) -> bool:
    """Tell whether a record is one that the speaker read, not one he wrote."""
    return hand.reason == "the quoted words name the record they rest on"


def printed(chain: Chain) -> str | None:
    """Return in which print, or to which interviewer, a statement was made."""
    return next(
        (hand.name for hand in chain.hands if hand.role in {Role.WORK, Role.INTERVIEWER, Role.GO_BETWEEN}), None
    )


def corroboration(investigation: Investigation, rows: list[Chain]) -> Claim | None:
    """Return the claim that one witness bears another out, for which statements of the group are offered."""
    names = {row.id for row in rows}
    for claim in investigation.claims:
        own = {str(name) for name in claim.quotations} & names
        cue = first_cue(claim, CueKind.EVIDENCE)
        if own and own != names and cue and cue.words.lower().startswith(("corr", "confirm", "bear", "bore")):
            return claim
    return None


def spread(spans: list[Span]) -> int:
    """Return how many code points lie between the first and the last of some places."""
    return max(span.end for span in spans) - min(span.start for span in spans) if spans else 0
