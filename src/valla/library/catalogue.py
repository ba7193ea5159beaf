"""The catalogue of a large shelf: which holdings share a word with a citation, without asking each of them.

To be recognised a holding must share at least one telling word with what is cited (`valla.library.recognition`), or a long
word that is like one of its own. So the holdings are entered under the words of their names once, and a citation looks
its own words up.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from valla.library.names import LONG_WORD, author_words, name_of, names_of, same_word
from valla.library.recognition import FEW
from valla.model.works import Citation, Holding


class Catalogue:
    """Some holdings, entered under the telling words of their titles, other names and authors."""

    def __init__(self, holdings: Sequence[Holding]) -> None:
        """Enter the holdings; of a few, which are compared one by one anyway, nothing is entered."""
        self._holdings = holdings
        under: defaultdict[str, list[int]] = defaultdict(list)
        if len(holdings) > FEW:
            for number, holding in enumerate(holdings):
                for word in _words_of(holding):
                    under[word].append(number)
        self._under = dict(under)
        self._long: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(under):
            if len(word) >= LONG_WORD:
                self._long[word[0]].append(word)
        self._like = lru_cache(maxsize=1 << 12)(self._work_out_like)

    def near(self, citation: Citation) -> Sequence[Holding]:
        """Return the holdings that may be what a citation means, in their order; in a small library, all."""
        if len(self._holdings) <= FEW:
            return self._holdings
        words = {like for word in _cited_words(citation) for like in self._like(word)}
        return [self._holdings[number] for number in sorted({at for word in words for at in self._under[word]})]

    def _work_out_like(self, word: str) -> tuple[str, ...]:
        """Return the words entered that are one with a word."""
        own = (word,) if word in self._under else ()
        near = self._long[word[0]] if len(word) >= LONG_WORD else ()
        return own + tuple(other for other in near if other != word and same_word(word, other))


def _words_of(holding: Holding) -> set[str]:
    """Return the telling words of a holding."""
    return {word for name in names_of(holding) for word in name.whole} | set(author_words(holding.author))


def _cited_words(citation: Citation) -> Iterable[str]:
    """Return the telling words of a citation, in the order of the alphabet."""
    fields = (citation.raw, citation.author, citation.title, citation.container, citation.archive, citation.via)
    given = [field for field in fields if field]
    return sorted({word for field in given for word in (*name_of(field).whole, *author_words(field))})
