"""Words in marks with the words beside them, as they are judged: title, term, or somebody's saying."""

import re
from dataclasses import dataclass
from functools import cached_property

from valla.quote.lexicon.grammar import COORDINATORS, PREPOSITIONS

WORD = re.compile(r"[^\W_][\w’'-]*")
SMALL = PREPOSITIONS | COORDINATORS
LONG_WORD = 4  # letters of a word that has a capital in a title, unless it is a preposition
MOST_CAPITALS = 0.8  # of the long words of a long title


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """Words between marks; `before` and `after` are on one line, as far as they can matter.

    Not slotted, so that what is derived from the words is made once and kept.
    """

    before: str
    inner: str
    after: str
    note: bool = False  # in a footnote
    heading: bool = False

    @cached_property
    def words(self) -> list[str]:
        """Return the words in the marks."""
        return WORD.findall(self.inner)

    @cached_property
    def length(self) -> int:
        """Return how many words it has; without blanks, as in East Asia, two letters count as one."""
        return max(len(self.words), sum(letter > "\u3000" for letter in self.inner) // 2)

    @property
    def stop(self) -> str:
        """Return its last character."""
        return self.inner.rstrip()[-1:]

    @cached_property
    def shaped(self) -> bool:
        """Tell whether every long word begins with a capital or a figure, as in an English title."""
        return has_capitals(self.inner, self.words)


def has_capitals(inner: str, words: list[str]) -> bool:
    """Tell whether words are written as in an English title."""
    if not words or not (words[0][0].isupper() or words[0][0].isdigit()) or (inner.isupper() and len(words) > 1):
        return False
    if 2 * sum(not word[0].islower() for word in words) < len(words):
        return False
    long = [word for word in words if len(word) >= LONG_WORD and word not in SMALL] or words
    capital = sum(not word[0].islower() for word in long)
    return capital == len(long) or (len(long) > LONG_WORD and capital >= MOST_CAPITALS * len(long))
