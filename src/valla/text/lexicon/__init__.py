"""Words that change a meaning, language by language, and how a language is told by its commonest words.

The tables are short on purpose: a guard must know the words that turn a sentence round, not the language.
"""

from collections.abc import Iterable

from valla.text.lexicon.english import ENGLISH
from valla.text.lexicon.others import FRENCH, GERMAN, ITALIAN, LATIN, RUSSIAN, SPANISH
from valla.text.lexicon.tables import Lexicon

__all__ = ["LEXICONS", "Lexicon", "function_words", "lexicon_of"]

LEXICONS: tuple[Lexicon, ...] = (ENGLISH, GERMAN, FRENCH, RUSSIAN, SPANISH, ITALIAN, LATIN)
"""Every language known, the one that is assumed where nothing tells first."""

FEWEST = 3
"""So many of its commonest words must be met before a language other than the first is believed."""

_FUNCTION = frozenset().union(*(lexicon.function for lexicon in LEXICONS))


def function_words() -> frozenset[str]:
    """Return the commonest words of all languages known."""
    return _FUNCTION


def lexicon_of(keys: Iterable[str]) -> Lexicon:
    """Return the words of the language in which most of the given words are common."""
    met = list(filter(_FUNCTION.__contains__, keys))
    if all(map(LEXICONS[0].function.__contains__, met)):
        return LEXICONS[0]  # none can have more
    counts = [sum(map(lexicon.function.__contains__, met)) for lexicon in LEXICONS]
    best = max(range(len(LEXICONS)), key=lambda at: (counts[at], -at))
    return LEXICONS[best if counts[best] >= FEWEST else 0]
