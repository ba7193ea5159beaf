"""What a name or a noun stands for: a person, a body, a place, a role."""

from collections.abc import Sequence
from enum import Enum, auto

from valla.quote.lexicon.grammar import COUNTRIES
from valla.quote.lexicon.prints import CITIES, NEWSPAPER_WORDS, PERIODICAL_WORDS, WORK_NOUNS
from valla.quote.lexicon.roles import BODIES, KEPT_TITLES, PEOPLE, RANKS
from valla.quote.lexicon.verbs import REPORTING
from valla.quote.tokens import Token

ADJECTIVE_ENDINGS = (
    "ian",
    "ish",
    "ese",
    "ist",
    "ite",
    "ean",
    "can",
    "ench",
    "wiss",
    "oviet",
    "erman",
    "utch",
    "zech",
    "reek",
)

_TRADES = (
    "man",
    "woman",
    "men",
    "women",
    "keeper",
    "smith",
    "wright",
    "monger",
    "maker",
    "ologist",
    "ographer",
    "alist",
    "ician",
)

_SURNAMES_TOO = frozenset(
    {"post", "world", "register", "worker", "leader", "weekly", "day", "standard", "mercury", "monitor"}
)
"""Words of newspapers that are surnames or epithets too often to decide alone."""


class Sort(Enum):
    """Who a name may belong to."""

    PERSON = auto()
    BODY = auto()
    PLACE = auto()
    ROLE = auto()
    PRONOUN = auto()


def sort_of(words: Sequence[str]) -> Sort:
    """Tell from its words whether a name is a person's, a body's or a place's."""
    lows = [word.lower() for word in words]
    if lows and lows[-1].endswith(("ists", "ites", "ians", "isms")):
        return Sort.BODY
    if len(lows) == 1 and lows[0] in WORK_NOUNS:
        return Sort.BODY
    if any(low in BODIES or (low in NEWSPAPER_WORDS and low not in _SURNAMES_TOO) for low in lows):
        return Sort.BODY
    if any(low in PERIODICAL_WORDS for low in lows[-1:]) and len(lows) > 1:
        return Sort.BODY
    if lows and (lows[-1] in COUNTRIES or (len(lows) == 1 and lows[0] in CITIES)):
        return Sort.PLACE
    return Sort.PERSON


def is_adjective(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a capitalised word is an adjective before a noun, as in "German officials"."""
    token = tokens[index]
    follows = index + 1 < len(tokens) and tokens[index + 1].lower
    if not follows or not token.capital:
        return False
    return token.low.endswith(ADJECTIVE_ENDINGS) or tokens[index + 1].low in RANKS or tokens[index + 1].low in PEOPLE


def is_role(token: Token) -> bool:
    """Tell whether a word names a person or a body by what it is."""
    low = token.low
    if low.endswith(_TRADES) and low not in REPORTING and len(low) > 5:  # noqa: PLR2004 - "postman", not "list"
        return True
    return (
        low in PEOPLE
        or low in BODIES
        or low in RANKS
        or low in KEPT_TITLES
        or (low.endswith("s") and low[:-1] in RANKS)
    )
