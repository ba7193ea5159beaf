"""Capitals that are no names: contractions, participles at the head of a sentence, offices, letters behind a name."""

from collections.abc import Sequence

from valla.quote.lexicon.given import MEN
from valla.quote.lexicon.grammar import (
    ARTICLES,
    POSSESSIVES,
    PREPOSITIONS,
)
from valla.quote.lexicon.roles import RANKS, SEATS
from valla.quote.tokens import Token

CONTRACTED = frozenset(
    "i you he she it we they that there here what who where how when why let don can won isn aren wasn weren doesn didn "
    "haven hasn hadn couldn wouldn shouldn mustn ain".split()
)
"""What stands before the apostrophe of a contraction, which is no name: You've, It's, Don't."""


POSTNOMINALS = frozenset({"LJ", "CJ", "JA", "KC", "QC", "MP", "SJ", "OSB", "PhD", "OBE", "CBE"})


def is_office(tokens: Sequence[Token], index: int, last: int, ranks: tuple[str, ...]) -> bool:
    """Tell whether words of rank are all there is: "the Lord President", "Mr. Speaker"."""
    low = tokens[last].low
    if low not in RANKS | SEATS or low in RANKS_TOO:
        return False
    article = index > 0 and tokens[index - 1].low in {"the", "my", "our"}
    return article or (bool({"mr", "madam", "madame"} & set(ranks)) and low in _CHAIRS)


_CHAIRS = frozenset(
    "speaker president chairman chairwoman chancellor justice secretary minister ambassador mayor".split()
)


def is_participle(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a capital at the head of a sentence is a participle's: "Pressed on the point, he"."""
    low = tokens[index].low
    named = low in MEN or low in _NAMES_IN_ED or (low.endswith("eed") and low not in _PARTICIPLES_IN_EED)
    if not low.endswith("ed") or named or (index and not tokens[index - 1].is_mark('.!?;:“"')):
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is not None and following.is_mark(",") and index + 2 < len(tokens) and tokens[index + 2].capital:
        return False  # "Marsted, The Long Road": an author and a title
    return following is not None and (
        following.is_mark(",") or following.low in PREPOSITIONS | ARTICLES | POSSESSIVES | _AFTER_PARTICIPLE
    )


_NAMES_IN_ED = frozenset(
    "ahmed mohamed mohammed muhammed hamed syed alfred fred wilfred manfred winifred mildred jared ned ted ed khaled walid".split()
)
_PARTICIPLES_IN_EED = frozenset("agreed disagreed freed decreed guaranteed refereed".split())
"""Of words in -eed the few that are participles; the others that stand with a capital are surnames: Reed, Tweed, Creed."""
_AFTER_PARTICIPLE = frozenset("what whether how why if last when again then once recently years".split())


RANKS_TOO = frozenset(
    {
        "de",
        "prince",
        "king",
        "general",
        "major",
        "judge",
        "bishop",
        "dean",
        "canon",
        "count",
        "duke",
        "earl",
        "baron",
        "father",
        "brother",
        "com",
        "gen",
    }
)
"""Ranks that are surnames too often to part a name in two."""
