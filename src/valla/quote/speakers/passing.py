"""What may stand between a subject and its verb: adverbs, auxiliaries, dates, the verb on which an infinitive depends."""

from collections.abc import Sequence

from valla.quote.lexicon.grammar import AUXILIARIES, COPULAS, DAYS, MONTHS, NOMINATIVE
from valla.quote.lexicon.verbs import ENGLISH, REPORTING
from valla.quote.people import Chunk
from valla.quote.sorts import Sort
from valla.quote.speakers.phrases import chunk_ending, is_adverb
from valla.quote.tokens import Kind, Token

_STARTERS = frozenset(
    "went goes go going began begins continued continues used proceeded came liked tried wanted chose hastened dared "
    "ventured alleged supposed known reported hesitated refused failed".split()
)
_LIGHT = frozenset({"on", "had", "has", "have"})

WIDE = 6
"""Words between a verb and the infinitive that depends on it: "goes so far as to", "is not in the least afraid to"."""


def passed_over(tokens: Sequence[Token], place: int, floor: int) -> int | None:
    """Return the index to the left of what may stand between a subject and its verb, if such a thing ends at an index.

    That is an adverb, an auxiliary, a number, a mark behind words in marks, a date, or the verb of an infinitive.
    """
    token, before = tokens[place], tokens[place - 1] if place else None
    if token.low in {"record", "print"} and before and before.low in {"on", "in"}:
        return place - 2  # "is on record as saying"
    perfect = token.low in {"since", "before", "long"} and before and before.low in {"has", "had", "have"}
    plain = is_adverb(token) or token.low in AUXILIARIES or token.kind is Kind.NUM or _is_infinitive(tokens, place)
    if perfect or plain or (token.is_mark("”\"’'»") and before and before.kind is Kind.VEIL):
        return place - 1
    dated = _date_start(tokens, place, floor)
    if dated is not None:
        return dated - 1
    return None if token.low != "to" or left_to(tokens, place) else _finite_before(tokens, place, floor)


def _date_start(tokens: Sequence[Token], place: int, floor: int) -> int | None:
    """Return where the date that ends at an index begins, with its preposition: "his diary for 4 May", "of 1866"."""
    for index in range(place, max(floor, place - 5), -1):
        token = tokens[index]
        if token.low in {"for", "of", "on", "from", "dated", "in"}:
            after = tokens[index + 1] if index + 1 < len(tokens) else None
            return index if after and (after.kind is Kind.NUM or after.low in MONTHS | DAYS) else None
        month = token.low in MONTHS | DAYS and token.capital
        if not (month or token.kind is Kind.NUM or token.low == "the" or token.is_mark(",")):
            return None
    return None


def left_to(tokens: Sequence[Token], place: int) -> Chunk | None:
    """Return X of "it was left to X to say", "it fell to X to", "it was for X to", the last "to" being at an index."""
    chunk = chunk_ending(tokens, place - 1) if place else None
    if chunk is None or chunk.name.sort is not Sort.PERSON or chunk.first < 2:  # noqa: PLR2004 - "left to X"
        return None
    return chunk if tokens[chunk.first - 1].low in {"to", "for"} and tokens[chunk.first - 2].lower else None


def _finite_before(tokens: Sequence[Token], place: int, floor: int) -> int | None:
    """Return the index of the verb on which an infinitive depends: "goes so far as to", "was at pains to", "was left to X to"."""
    for index in range(place - 1, max(floor, place - WIDE) - 1, -1):
        token = tokens[index]
        if token.low in COPULAS or token.low in AUXILIARIES or token.low in _STARTERS:
            return index - 1 if token.low in _STARTERS else index
        if token.kind is not Kind.WORD or token.low in NOMINATIVE:
            return None
    return None


def _is_infinitive(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word links a subject to a later verb: "went on to", "is said to have", "as", "began"."""
    low = tokens[place].low
    if low in {"to", "as"}:
        return place > 0 and (
            tokens[place - 1].low in ENGLISH or tokens[place - 1].low in _STARTERS or tokens[place - 1].low in _LIGHT
        )
    following = tokens[place + 1].low if place + 1 < len(tokens) else ""
    return ((low in _STARTERS or low in REPORTING) and following in {"to", "as", "on"}) or (
        low == "on" and following == "to"
    )
