"""The words by which the works of a shelf are cited, so that a citation is compared only with those it may mean.

A grade above none asks that every word of the cited title be among a work's words, or every word of the work's title
among the cited ones, or that many words be shared, or an author. Each of these is looked up here by words; which work
is meant is for `valla.library.recognition` to say.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from valla.library.names import LONG_WORD, author_words, name_of, names_of, same_word
from valla.model.works import Citation, Holding

SHARED = 3
"""Telling words that a title must share with the name of a file."""


class Register:
    """Word -> the holdings that may be cited by it, by their numbers."""

    def __init__(self, holdings: Sequence[Holding]) -> None:
        """Take the holdings of a shelf in their order."""
        self.holdings = holdings
        self._any: defaultdict[str, set[int]] = defaultdict(set)  # in a title or the author's name
        self._first: defaultdict[str, set[int]] = defaultdict(set)  # the first of a title's main words
        self._loose = frozenset(at for at, row in enumerate(holdings) if row.described_by == "file name")
        self._kin: dict[str, tuple[str, ...]] = {}
        for at, row in enumerate(holdings):
            for word in author_words(row.author):
                self._any[word].add(at)
            for name in names_of(row):
                for word in name.whole:
                    self._any[word].add(at)
                for word in name.main[:1]:
                    self._first[word].add(at)
        self._long: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._any:
            if len(word) >= LONG_WORD:
                self._long[word[0]].append(word)

    def asked_for(self, citation: Citation) -> list[Holding]:
        """Return the holdings that a citation may mean, in their order; the others would be given no grade."""
        found: set[int] = set()
        for title in filter(None, (citation.title, citation.container)):
            cited = name_of(title)
            found |= self._with_all(cited.main) | self._with_all(cited.whole) | self._beginning(cited.whole[:1])
            found.update(self._sharing(cited.whole))
        if citation.title is None and citation.container is None:
            found |= self._with_any(author_words(citation.author))
        return [self.holdings[at] for at in sorted(found)]

    def spelt_out(self, citation: Citation) -> list[Holding]:
        """Return the holdings whose title may stand within a citation's words, in their order."""
        words = name_of(citation.raw).whole
        said = {other for word in words for other in self.kin(word)}
        begun = (self.holdings[at] for at in sorted(self._beginning(words)))
        return [row for row in begun if any(said.issuperset(name.main) for name in names_of(row))]

    def kin(self, word: str) -> tuple[str, ...]:
        """Return the words of the register that are one with a word."""
        if word not in self._kin:
            long = self._long.get(word[0], ()) if len(word) >= LONG_WORD else ()
            others = (other for other in long if other != word and same_word(word, other))
            self._kin[word] = (*((word,) if word in self._any else ()), *others)
        return self._kin[word]

    def _all(self, word: str) -> set[int]:
        return set().union(*(self._any[other] for other in self.kin(word)))

    def _with_all(self, words: Iterable[str]) -> set[int]:
        """Return the holdings that have each of some words."""
        rows = sorted(map(self._all, dict.fromkeys(words)), key=len)
        return set.intersection(*rows) if rows else set()

    def _with_any(self, words: Iterable[str]) -> set[int]:
        return set().union(*map(self._all, words))

    def _beginning(self, words: Iterable[str]) -> set[int]:
        """Return the holdings a title of which begins with one of some words."""
        return set().union(*(self._first.get(other, ()) for word in words for other in self.kin(word)))

    def _sharing(self, words: Iterable[str]) -> Iterator[int]:
        """Yield the holdings known by the name of a file that have several of some words."""
        if not self._loose:
            return iter(())
        kin = dict.fromkeys(other for word in words for other in self.kin(word))
        counts = Counter(at for word in kin for at in self._any[word] & self._loose)
        return (at for at, count in counts.items() if count >= SHARED - 1)  # one may stand there twice
