"""The first subject of a stretch of text: whom its sentence or clause is about."""

from collections.abc import Sequence

from valla.model.anchors import Span
from valla.quote.lexicon.grammar import (
    DETERMINERS,
    NOMINATIVE,
    POSSESSIVES,
    PREPOSITIONS,
)
from valla.quote.lexicon.prints import WORK_NOUNS
from valla.quote.lexicon.roles import BODIES, NOBODY, PEOPLE
from valla.quote.people import Name, chunk_at
from valla.quote.sorts import Sort, is_adjective, is_role
from valla.quote.speakers.phrases import (
    THINGS,
    Subject,
    pronoun,
)
from valla.quote.tokens import Kind, Token

ADJECTIVES_TOO = frozenset("official chief expert contemporary general private head master guide native".split())
"""Nouns of persons that are adjectives as often."""

REACH = 60
"""How many tokens a search for a subject looks back over."""


def clause_start(tokens: Sequence[Token], place: int, floor: int) -> int:
    """Return where the clause that holds an index begins: after the last comma, semicolon, colon or dash."""
    for index in range(place - 1, floor - 1, -1):
        if tokens[index].is_mark(";:—–"):
            return index + 1
        if tokens[index].is_mark(",") and first_subject(tokens, index + 1, place):
            return index + 1
    return floor


def sentence_start(tokens: Sequence[Token], place: int, floor: int) -> int:
    """Return where the sentence that holds an index begins, as far as its marks tell."""
    for index in range(place - 1, floor - 1, -1):
        if tokens[index].is_mark(".!?"):
            return index + 1
    return floor


def first_subject(tokens: Sequence[Token], start: int, stop: int) -> Subject | None:
    """Return the first name, pronoun or role in a stretch that no preposition governs."""
    place, governed = start, False
    stop = min(stop, len(tokens))
    while place < min(stop, start + REACH):
        token = tokens[place]
        chunk = None if is_adjective(tokens, place) else chunk_at(tokens, place)
        if token.low in NOMINATIVE or (token.low in THINGS and place == start):
            return Subject(pronoun(token), 0.7, "subject of the clause")
        if chunk and chunk.stop <= stop and _entitles(tokens, place):
            place, governed = chunk.stop, True
            continue
        if chunk and chunk.stop <= stop:
            owned = chunk.stop < stop and tokens[chunk.stop].kind is Kind.POSS
            if not governed and not owned and chunk.name.sort is not Sort.PLACE:
                return Subject(chunk.name, 0.7 if chunk.name.sort is Sort.PERSON else 0.4, "subject of the clause")
            place, governed = chunk.stop, False
            continue
        governed = _still_governed(token, governed=governed)
        place += 1
    return None


def opening_role(tokens: Sequence[Token], stop: int) -> Subject | None:
    """Return the role or the body with which a stretch opens: "The committee appointed in May", "my uncle has"."""
    if not tokens or tokens[0].low not in DETERMINERS:
        return None
    for place in range(1, min(5, stop, len(tokens))):
        token = tokens[place]
        if token.kind is not Kind.WORD or token.low in PREPOSITIONS:
            return None
        if token.lower and is_role(token) and not _qualifies(tokens, place):
            sort = Sort.BODY if token.low in BODIES and token.low not in PEOPLE else Sort.ROLE
            span = Span(tokens[0].start, token.end)
            value = " ".join(word.text for word in tokens[: place + 1])
            return None if token.low in NOBODY else Subject(Name(value, span, sort), 0.4, "named by role only")
    return None


def _qualifies(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a noun of persons only qualifies another noun: "the official diary", "the chief reason"."""
    if place + 1 >= len(tokens) or not tokens[place + 1].lower:
        return False
    following = tokens[place + 1].low
    return is_role(tokens[place + 1]) or following in WORK_NOUNS or tokens[place].low in ADJECTIVES_TOO


def _entitles(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a name stands beside a noun of works, so that it is a title: "an earlier study, Rope and Sail"."""
    return (
        place > 1 and tokens[place - 1].is_mark(",") and tokens[place - 2].low in WORK_NOUNS and tokens[place - 2].lower
    )


def _still_governed(token: Token, *, governed: bool) -> bool:
    """Tell whether a preposition still governs what follows: it does until a noun has come."""
    if token.low in PREPOSITIONS:
        return True
    if token.is_mark("“”\"„‘’«»'_*"):
        return governed
    if token.low in DETERMINERS or token.low in POSSESSIVES:
        return governed
    return governed and token.kind is Kind.WORD and token.low.endswith(("ing", "ous", "ive", "ful"))
