"""What a match of a telling has in hand: its subject, the party that a group names, the paper in which it stands, who made it."""

import re
from dataclasses import replace

from valla.model.anchors import Span
from valla.stemma.awaited import Awaited
from valla.stemma.parties import NAME, PARTY, Party, is_named
from valla.stemma.patterns import BOOK, BROKEN_IN, HELD_IN, LARGER, MADE_BY, PASSIVE, SUBJECT
from valla.stemma.subjects import NAME_OF, believed

_MAKER = Awaited(rf" (?:of|by) ({PARTY})$")
_BESIDE = re.compile(
    rf", (?:the (?:(?!of )[a-z-]+ ){{0,2}}|whom (?:I|we) (?:shall |will )?call |(?:known as|called|named) )?({NAME})(?:,|$)"
)


def made_by(text: str, giver: Party, verb: int) -> tuple[Party, Party | None]:
    """Return the giver of a saying and his paper; where a paper says it, its maker is the giver if the words name him."""
    made = MADE_BY.search(text, giver.at.end, verb) if giver.paper else None
    return (party_of(made, "who"), giver) if made else of_maker(giver)


def of_maker(party: Party) -> tuple[Party, Party | None]:
    """Return who made a paper, and the paper, where its name says so ("the report of the Board"); else the party alone."""
    book = BOOK.match(party.words)
    if book and not party.said_of:
        return Party(book["owner"], Span(party.at.start, party.at.start + len(book["owner"]))).trimmed(), titled(
            party, book
        )
    if not party.paper:
        return party, None
    made = _MAKER.search(party.words) or re.match(r"((?:[Hh]is |[Hh]er |[Tt]he )?[\w -]{2,40})[’']s ", party.words)
    if made:
        return Party(made[1], Span(party.at.start + made.start(1), party.at.start + made.end(1))), party
    return (Party("he", party.at), party) if party.words.casefold().startswith(("his ", "her ")) else (party, None)


def titled(party: Party, book: re.Match[str]) -> Party:
    """Return the work that a party is, by its title where it has one."""
    if book["title"] is None:
        return party
    at = Span(party.at.start + book.start("title"), party.at.end)
    return Party(book["title"], at, is_title=True)


def subject_before(text: str, span: Span, end: int) -> Party | None:
    """Return who does what the verb at a place says."""
    start = max(span.start, end - 200)
    window = closed_up(text[start:end])
    match = SUBJECT.search(f"{window.removesuffix(' ')} ") or SUBJECT.search(f"{window.rstrip(', ')} ")
    if match is None or PASSIVE.search(match.group()):
        return None
    first = match.start("who")
    whole = LARGER.search(window, 0, first)
    named = NAME_OF.search(window, 0, first)
    first, last = (whole.start("who") if whole else first), match.end("who")
    first, last = (named.start("who"), named.end("who")) if named else (first, last)
    party = Party(window[first:last], Span(start + first, start + last)).trimmed()
    party = with_name(party, match["beside"] or "")
    return believed(party)


def closed_up(window: str) -> str:
    """Return words before a verb without the author's "he wrote" that breaks into them at their end."""
    broken = BROKEN_IN.search(window)
    return f"{window[: broken.start()]}, " if broken else window


def party_of(match: re.Match[str], group: str) -> Party:
    """Return the party that a group of a match names, with the name beside it."""
    beside = match.groupdict().get("beside") or ""
    party = Party(match[group].rstrip("’'"), Span(match.start(group), match.end(group))).trimmed()
    return with_name(party, beside)


def with_name(party: Party, beside: str) -> Party:
    """Return a party with the name that stands beside its description: "the bosun, Henrik Saar,"."""
    named = _BESIDE.match(beside) if not is_named(party) else None
    return replace(party, said_of=named[1]) if named else party


def held_in(text: str, span: Span, verb: re.Match[str]) -> Party | None:
    """Return the paper or the hearing in which something is said: named behind the verb, or before it in its clause."""
    first = max(span.start, verb.start() - 160)
    before = re.split(r"[“”]|\b(?:that|what)\b|[.;:] ", text[first : verb.start()])[-1]
    for start, end in ((verb.start(), verb.end() + 40), (verb.start() - len(before), verb.start())):
        match = HELD_IN.search(text, start, end)
        if match and not re.search(r"[.;:“”]", text[verb.end() : match.start()]):
            return Party(match["record"] + (match["more"] or ""), Span(match.start("record"), match.end()))
    return None
