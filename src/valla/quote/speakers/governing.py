"""Which verb of a cue reports the quotation: the last that is used as a verb and is not buried in another clause."""

from collections.abc import Sequence

from valla.quote.lexicon.grammar import (
    ACCUSATIVE,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    NOMINATIVE,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVE,
    SUBORDINATORS,
)
from valla.quote.lexicon.verbs import NOUN_TWINS, REPORTING, THAT_ONLY, WEAK
from valla.quote.sorts import is_role
from valla.quote.speakers.clauses import is_passive
from valla.quote.speakers.openings import ADJECTIVES_TOO, first_subject
from valla.quote.speakers.phrases import THINGS, chunk_ending, is_adverb
from valla.quote.tokens import Kind, Token

WEAK_REACH = 9
"""How many words may stand between a weak verb and the quotation: called the whole affair "..."."""

_LINKS = frozenset("that him her them me us as how it to of about the a an".split())


def governing_verb(body: Sequence[Token]) -> int | None:
    """Return the index of the verb that reports the quotation: the last that is a verb and is not buried."""
    for place in range(len(body) - 1, -1, -1):
        token = body[place]
        if token.low in REPORTING and token.kind is Kind.WORD and _reports(body, place):
            return place
    return None


def _reports(body: Sequence[Token], place: int) -> bool:
    """Tell whether a form of a reporting verb is used as a verb here and may govern what follows the body."""
    low = body[place].low
    after = len(body) - place - 1
    if place and (body[place - 1].low in DETERMINERS or body[place - 1].low in POSSESSIVES | {"worth"}):
        return False
    if low in NOUN_TWINS and not _verb_like(body, place):
        return False
    if low in THAT_ONLY and low not in WEAK and not _that_follows(body, place):
        return False
    if low in WEAK and (after > WEAK_REACH or (is_passive(body, place) and after)):
        return False
    return _at_once(body, place) or not _is_subordinate(body, place)


def _at_once(body: Sequence[Token], place: int) -> bool:
    """Tell whether the quotation follows a verb at once, but for "that" and to whom it was said."""
    if body[-1].low in {"that", "dass", "daß", "que", "что"} and len(body) - place <= 8:  # noqa: PLR2004 - "wrote to the town that"
        return True
    return len(body) - place <= 3 and all(token.low in _LINKS for token in body[place + 1 :])  # noqa: PLR2004 - "him that"


def _that_follows(body: Sequence[Token], place: int) -> bool:
    rest = [token.low for token in body[place + 1 :]]
    if rest[:1] == ["in"] and len(rest) <= WEAK_REACH:  # "saw in it a"
        return True
    return any(low in {"that", "how", "daß", "dass"} for low in rest) or rest[-2:] == ["to", "be"]


def _verb_like(body: Sequence[Token], place: int) -> bool:
    """Tell a verb from its twin noun by the word before it: "he answers", not "brief answers"."""
    before = place - 1
    while before >= 0 and is_adverb(body[before]):
        before -= 1
    if before < 0:
        return False
    token = body[before]
    if token.kind is Kind.NUM:
        return True
    if body[place].low.endswith("ing"):
        seen = token.low in ACCUSATIVE | COORDINATORS | {"as"}
        return (token.low not in PREPOSITIONS and not token.lower) or seen
    if token.low in NOMINATIVE | THINGS | AUXILIARIES | RELATIVE | COORDINATORS | {"to", "as"} or token.is_mark(",)—–"):
        return True
    return (token.capital and (before > 0 or chunk_ending(body, before) is not None)) or (
        is_role(token) and token.low not in ADJECTIVES_TOO
    )


def _is_subordinate(body: Sequence[Token], place: int) -> bool:
    """Tell whether a verb stands in a clause of time, cause or condition, which reports something else."""
    if place and body[place - 1].is_mark(",)"):
        return False
    for index in range(place - 1, -1, -1):
        token = body[index]
        if token.is_mark(";:.") or (token.is_mark(",") and _opens_main_clause(body, index + 1, place)):
            return False
        if token.low in SUBORDINATORS and index < place - 1 and not (index and body[index - 1].low in {"not", "only"}):
            return not _main_clause_follows(body, index, place)
    return False


def _main_clause_follows(body: Sequence[Token], start: int, place: int) -> bool:
    """Tell whether a clause of time ends without a comma: "When the mill burned down he stood in the street and said"."""
    for index in range(start + 3, place):
        if body[index].low in REPORTING - WEAK:
            return False
        if body[index].low in NOMINATIVE:
            return not any(body[inner].low in NOMINATIVE for inner in range(start, index))
    return False


def _opens_main_clause(body: Sequence[Token], start: int, place: int) -> bool:
    """Tell whether a subject stands after a comma and before the verb, so that a new clause begins there."""
    subordinate = any(token.low in SUBORDINATORS for token in body[start:place])
    return not subordinate and first_subject(body, start, place) is not None
