"""Whom somebody saw or heard say it: "X remembers him coming home and saying"."""

from collections.abc import Sequence

from valla.quote.lexicon.grammar import ACCUSATIVE
from valla.quote.people import Name
from valla.quote.sorts import Sort, is_role
from valla.quote.speakers.phrases import Subject, chunk_ending, phrase, phrase_start
from valla.quote.speakers.sources import (
    join_span,
)
from valla.quote.tokens import Kind, Token


def seen_to_say(body: Sequence[Token], verb: int) -> Subject | None:
    """Return whom "X remembers him coming home and saying", "X recalled Y's walking about and repeating" means."""
    for place in range(verb, 0, -1):
        token = body[place]
        if token.kind is Kind.MARK and not token.is_mark(","):
            return None
        if token.low.endswith("ing") and token.lower:
            before = body[place - 1]
            watched = any(word.low in _WATCHING for word in body[max(0, place - 6) : place])
            if watched and before.low in ACCUSATIVE | {"his", "her"}:
                owner = _kept_by_kin(body, place)
                if owner:
                    return owner
                word = {"him": "he", "his": "he", "her": "she", "them": "they"}.get(before.low)
                return (
                    Subject(Name(word, join_span(before, before), Sort.PRONOUN), 0.7, "who was seen to say it")
                    if word
                    else None
                )
            if watched and is_role(before) and before.lower:
                start = phrase_start(body, place - 1, 0)
                return Subject(phrase(body, start, place - 1, Sort.ROLE), 0.6, "who was heard to say it")
            chunk = chunk_ending(body, place - (2 if before.kind is Kind.POSS else 1)) if watched else None
            if chunk:
                return Subject(chunk.name, 0.75, "who was seen to say it")
    return None


def _kept_by_kin(body: Sequence[Token], stop: int) -> Subject | None:
    """Return X of "X's widow remembered him saying": whom the widow speaks of is her husband."""
    if not any(token.low in {"him", "her"} for token in body[max(0, stop - 1) : stop]):
        return None
    for place in range(1, min(5, stop)):
        if body[place].kind is Kind.POSS and place + 1 < stop and is_role(body[place + 1]):
            chunk = chunk_ending(body, place - 1)
            return Subject(chunk.name, 0.7, "who was seen to say it") if chunk else None
    return None


_WATCHING = frozenset(
    "remember remembers remembered recall recalls recalled recollects recollected heard hears hear saw sees describe "
    "describes described pictures imagine imagines mentions mentioned reports reported shows".split()
)
