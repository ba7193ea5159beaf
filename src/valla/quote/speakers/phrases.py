"""Noun phrases: a name that ends at a place, what stands before its head, whose it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from valla.model.anchors import Span
from valla.quote.lexicon.grammar import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    NOMINATIVE,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
)
from valla.quote.lexicon.verbs import REPORTING
from valla.quote.people import Chunk, Name, chunk_at
from valla.quote.sorts import Sort, is_role
from valla.quote.tokens import Kind, Token, span_of


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a clause is about, and how surely; `name` may be a pronoun that is still to be resolved."""

    name: Name
    confidence: float
    reason: str

    def weaker(self, factor: float, reason: str | None = None) -> "Subject":
        """Return the same subject, believed less."""
        return replace(self, confidence=round(self.confidence * factor, 3), reason=reason or self.reason)


def chunk_ending(tokens: Sequence[Token], index: int) -> Chunk | None:
    """Return the longest name whose last token stands at an index."""
    best = None
    for first in range(index, max(-1, index - 10), -1):
        if not (
            tokens[first].capital
            or tokens[first].kind is Kind.WORD
            or tokens[first].kind is Kind.ELISION
            or tokens[first].is_mark(".")
        ):
            break
        chunk = chunk_at(tokens, first)
        if chunk and chunk.stop == index + 1 and not (first < index and tokens[first].lower and not chunk.name.ranks):
            best = chunk
    return best


LED = frozenset("von van de du der den ter ten zu al el bin ibn della di da".split())
"""Particles of surnames that are prepositions or articles as well."""


def is_particle(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a small "von", "de" belongs to the surname behind it: nothing stands before it that could lead to it."""
    if not tokens[place].lower or tokens[place].low not in LED:
        return False
    before = tokens[place - 1] if place else None
    return (
        before is None or before.kind is Kind.MARK or before.low in COORDINATORS | SUBORDINATORS | {"that", "as", "how"}
    )


def with_particle(tokens: Sequence[Token], chunk: Chunk) -> Chunk:
    """Return a name with the particle that stands before it."""
    led = tokens[chunk.first - 1]
    name = replace(chunk.name, value=f"{led.text} {chunk.name.value}", span=Span(led.start, chunk.name.span.end))
    return replace(chunk, name=name, first=chunk.first - 1)


def is_adverb(token: Token) -> bool:
    """Tell whether a word may stand between a subject and its verb."""
    low = token.low
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4 and token.lower and low not in NO_ADVERBS)  # noqa: PLR2004 - "only", not "fly"


NO_ADVERBS = frozenset(
    "reply family ally bully supply assembly anomaly homily monopoly butterfly lily belly jelly imply apply".split()
)
"""Words in -ly that are no adverbs."""


def phrase_start(tokens: Sequence[Token], head: int, floor: int) -> int:
    """Return where the noun phrase that ends at its head noun begins."""
    start = head
    for place in range(head - 1, max(floor, head - 7) - 1, -1):
        token = tokens[place]
        if token.kind is Kind.POSS or (place + 1 < len(tokens) and tokens[place + 1].kind is Kind.POSS):
            break
        if token.low in DETERMINERS:
            return place
        if token.kind is not Kind.WORD or token.low in PREPOSITIONS or token.low in COORDINATORS or is_adverb(token):
            break
        if (
            (token.low in REPORTING and token.low not in {"said", "accused"})
            or token.low in AUXILIARIES
            or token.low in NOMINATIVE
        ):
            break
        start = place
    return start


def owner_of(tokens: Sequence[Token], start: int, head: int, floor: int) -> Name | None:
    """Return the owner named before a noun: "X's letter", "his letter"."""
    for place in (start, start - 1):
        if (
            floor <= place < head
            and tokens[place].low in POSSESSIVES
            and tokens[place].low not in {"its", "our", "your", "whose"}
        ):
            return pronoun(tokens[place])
    ending = start - 1
    if ending > floor and tokens[ending].kind is Kind.POSS:
        chunk = chunk_ending(tokens, ending - 1)
        if chunk:
            return chunk.name
        if is_role(tokens[ending - 1]):
            return phrase(tokens, phrase_start(tokens, ending - 1, floor), ending - 1, Sort.ROLE)
    return None


def owner_after(tokens: Sequence[Token], head: int, last: int) -> Name | None:
    """Return the owner named after a noun: "the confession of X"."""
    if head + 2 > last or tokens[head + 1].low not in {"of", "by", "von", "de"}:
        return None
    chunk = chunk_at(tokens, head + 2)
    return chunk.name if chunk and chunk.name.sort is Sort.PERSON else None


def phrase(tokens: Sequence[Token], start: int, last: int, sort: Sort) -> Name:
    """Return a role as the text prints it."""
    run = tokens[start : last + 1]
    words = [run[0].text]
    words += [(" " if token.start > before.end else "") + token.text for before, token in pairwise(run)]
    return Name("".join(words), span_of(run), sort)


def pronoun(token: Token) -> Name:
    """Return a pronoun as a name that is still to be resolved."""
    return Name(token.low, span_of([token]), Sort.PRONOUN)


THINGS = frozenset({"it", "es", "cela", "ça", "оно"})
"""Pronouns of a paper or a body that speaks."""
