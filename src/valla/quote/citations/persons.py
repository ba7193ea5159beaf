"""Whether some words of a citation are a person's name, and nothing more."""

from collections.abc import Sequence
from dataclasses import replace

from valla.model.anchors import Span
from valla.quote.lexicon.grammar import MONTHS
from valla.quote.lexicon.prints import TITLE_HEADS, WORK_NOUNS
from valla.quote.lexicon.verbs import REPORTING
from valla.quote.people import Name, chunk_at
from valla.quote.sorts import Sort, is_role
from valla.quote.tokens import Kind, Token, tokenise

_SURNAMES_TOO = frozenset({"case", "reader", "day", "war", "wars", "way", "rose"})


def whole_name(words: str, start: int) -> Name | None:
    """Return the name that fills some words from end to end, ranks apart; None where they are more than a name."""
    tokens = tokenise(words, start)
    for first in range(min(5, len(tokens))):
        if first and not _describes(tokens[:first]):
            continue
        chunk = chunk_at(tokens, first)
        if chunk and chunk.stop == len(tokens) and chunk.name.sort is Sort.PERSON:
            return chunk.name
    return None


def _describes(tokens: Sequence[Token]) -> bool:
    """Tell whether words before a name only say what its bearer is: "the Swiss lawyer"."""
    return tokens[-1].lower and is_role(tokens[-1]) and all(token.kind is Kind.WORD for token in tokens)


def is_titular(words: Sequence[str], *, ranked: bool) -> bool:
    """Tell a capitalised title from a name by its words: it holds one of titles or ends in a verb ("X Remembers")."""
    lows = [word.lower() for word in words]
    if ranked or not lows:
        return False
    if len(lows) == 1:
        return lows[0] in WORK_NOUNS or lows[0] in TITLE_HEADS - _SURNAMES_TOO or lows[0] in MONTHS
    return (
        bool({*lows[1:]} & (TITLE_HEADS | WORK_NOUNS))
        or (lows[-1] in REPORTING and lows[-1].endswith("s"))
        or lows[0] in TITLE_HEADS & WORK_NOUNS
    )


def shifted(name: Name, base: int) -> Name:
    """Return a name moved from its place on the sheet to its place in the document."""
    return replace(name, span=Span(name.span.start + base, name.span.end + base))
