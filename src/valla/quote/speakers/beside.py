"""Names that stand beside a subject: in apposition to a role, or as the owner of a title."""

from collections.abc import Sequence

from valla.quote.lexicon.grammar import (
    AUXILIARIES,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVE,
)
from valla.quote.lexicon.verbs import REPORTING
from valla.quote.people import Chunk, chunk_at
from valla.quote.sorts import Sort, is_role
from valla.quote.speakers.phrases import (
    Subject,
    chunk_ending,
    pronoun,
)
from valla.quote.tokens import Kind, Token


def written_by(tokens: Sequence[Token], opening: int, closing: int) -> Chunk | None:
    """Return X of "The article, known to have been written by X, spoke of"."""
    for place in range(opening + 1, closing - 1):
        made = tokens[place].low in _MADE and tokens[place + 1].low == "by"
        work = tokens[place].low == "work" and tokens[place + 1].low == "of"
        if made or work:
            chunk = chunk_at(tokens, place + 2)
            return chunk if chunk and chunk.stop == closing and chunk.name.sort is Sort.PERSON else None
    return None


_MADE = frozenset("written composed penned signed drafted compiled edited published".split())


def owner_of_title(tokens: Sequence[Token], place: int, floor: int) -> Subject | None:
    """Return X of "X's early “Title” says"."""
    for index in range(place - 1, max(floor, place - 6), -1):
        token = tokens[index]
        if token.kind is Kind.POSS:
            chunk = chunk_ending(tokens, index - 1)
            return Subject(chunk.name, 0.8, "whose work it is") if chunk else None
        if token.low in POSSESSIVES:
            return Subject(pronoun(token), 0.7, "whose work it is")
        if not (token.lower or token.is_mark("“\"‘'«„,")):
            return None
    return None


def apposition(tokens: Sequence[Token], opening: int, closing: int) -> Chunk | None:
    """Return the name that fills the words between two commas behind a role: "the director, Ada Penn,"."""
    first = opening + 1
    while first < min(closing, opening + 6) and _describes(tokens, first):
        first += 1
    chunk = chunk_at(tokens, first)
    whole = chunk is not None and chunk.stop == closing and chunk.name.sort is Sort.PERSON
    full = chunk is not None and (len(chunk.name.words) > 1 or bool(chunk.name.ranks))
    head = chunk_ending(tokens, opening - 1) if opening else None
    apart = opening > 0 and (tokens[opening - 1].lower or _holds_office(tokens, head))
    return chunk if whole and full and apart else None


def _holds_office(tokens: Sequence[Token], head: Chunk | None) -> bool:
    """Tell whether a name before a comma belongs to an office: "Counsel for the Institute, Mr X,"."""
    if head is None:
        return False
    before = head.first - (2 if head.first and tokens[head.first - 1].low in DETERMINERS else 1)
    return before > 0 and tokens[before].low in {"of", "for", "to"} and is_role(tokens[before - 1])


def _describes(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word may stand before a name in apposition: "the hydrologist Ada Penn"."""
    token = tokens[place]
    if token.low in DETERMINERS:
        return True
    plain = token.lower and token.low not in PREPOSITIONS | RELATIVE | REPORTING | AUXILIARIES
    return plain and chunk_at(tokens, place) is None
