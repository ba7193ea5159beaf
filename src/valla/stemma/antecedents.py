"""Whom a pronoun may mean: the parties named before it, the likeliest first.

Who opens the sentence goes before who opened the last one, and both before whoever else is named in the two; of the rest
the nearest. That is the order in which readers seek, and it needs no grammar.
"""

import re
from collections.abc import Sequence

from valla.model.anchors import Span
from valla.stemma.awaited import Awaited
from valla.stemma.folk import BODIES, SINGLE
from valla.stemma.parties import DEPONENTS, PAPERS, PARTY, Party
from valla.stemma.subjects import believed, owner_of, proper, with_beside
from valla.text.sentences import sentence_start

ME = frozenset({"i", "me", "we", "us", "my", *DEPONENTS})
_BACK = 260
"""Code points before a pronoun in which whoever it means is sought."""
_DESCRIBED = Awaited(rf"(?<![\w’'-])(?:{PARTY})")
_OPENING = Awaited(rf"\s*(?:(?:But|And|Yet|Now|Then) )?(?P<who>{PARTY})\b(?P<beside>,[^.;:“”,]{{2,60}},)?")
_PAPER_AND_NAME = re.compile(rf"[\w’'-]+ (?:[a-z-]+ )*(?:{'|'.join(PAPERS)}) (?P<who>[A-ZÀ-Þ].*)")
_FRONTED = re.compile(
    r"\s*(?:(?:In|At|On|By|After|During|Before|Under|According to) [^.;:“”]{2,90}?, |[A-Z][a-z]+(?:ly)?, )?(?:(?:however|therefore|moreover|indeed|then|too|again), )?"
)


def opening_party(text: str, start: int, end: int) -> Party | None:
    """Return the party with which a sentence begins, what stands before its comma apart; None where nobody does."""
    fronted = _FRONTED.match(text, start, end)
    for at in (start, fronted.end() if fronted else start):
        found = _OPENING.match(text, at, end)
        if found:
            whole = Party(found["who"], Span(found.start("who"), found.end("who"))).trimmed()
            party = believed(with_beside(whole, text, end))
            if party is not None and not party.pronoun:
                return party
    return None


def named_before(text: str, start: int, at: int) -> list[Party]:
    """Return the parties named before a place, the likeliest first."""
    own = max(start, sentence_start(text, at))
    last = max(start, sentence_start(text, max(start, own - 2)))
    opening = [opening_party(text, own, at), opening_party(text, last, own)]
    found = _DESCRIBED.finditer(text, max(last, at - _BACK), at)
    seen = [
        with_beside(behind_paper(Party(one.group(), Span(one.start(), one.end())).trimmed()), text, at) for one in found
    ]
    near = [owner_of(party) for party in reversed(seen) if believed(party)]
    return [party for party in (*opening, *near) if party is not None and not party.pronoun]


def behind_paper(party: Party) -> Party:
    """Return the name behind a paper that was read with it as one: "In his notebook Gorin put down"."""
    found = _PAPER_AND_NAME.fullmatch(party.words)
    if found is None:
        return party
    return Party(found["who"], Span(party.at.start + found.start("who"), party.at.end))


def is_body(party: Party) -> bool:
    """Tell whether a party is a body or a newspaper, and so no "he"."""
    return party.head in BODIES or (proper(party) and party.head not in SINGLE)


def meant(party: Party | None, near: Sequence[Party], speaker: Party | None) -> Party | None:
    """Return whom a word for a party means: the first of that sex; None where it means nobody who can be named."""
    if party is None or not party.pronoun:
        return party
    word = party.words.casefold()
    if word in ME or word == "it":
        return None if word == "it" else speaker
    sex = {"he": "he", "him": "he", "she": "she", "her": "she"}.get(word, "")
    persons = [
        one for one in near if not one.paper and not (sex and one.sex and one.sex != sex) and not (sex and is_body(one))
    ]
    sure = [one for one in persons if one.sex == sex]
    return next(iter((*sure, *persons)), None)
