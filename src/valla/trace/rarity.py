"""How much a word tells: rare words found together mean something, common ones do not.

The counts are taken from a sample of the library and from the essay itself, through the seam's own questions, so that
every shelf gives the same ones.
"""

import re
from collections import Counter
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import log2

from valla.library import Library
from valla.model.anchors import DocumentId, Span
from valla.model.documents import Document
from valla.model.traces import Concern
from valla.model.works import Holding
from valla.text.fold import key_of
from valla.text.lexicon import function_words
from valla.text.omissions import united
from valla.text.words import words_in

SAMPLE = 1_500_000
"""Code points of the library that are read to count words, spread over all documents."""

SLICE = 20_000
"""Code points read at a time."""

RARER = 25
"""A word met so many times less often than the one beside it may be a misreading of it, however often it is met."""

BELIEF = 5_000
"""Words of prior belief: a small library says little of how rare its words are elsewhere."""

USUAL, UNUSUAL = 2.0**-7, 2.0**-14
"""How often a word is believed to come, among the commonest words of a language and outside them."""

SMALLEST = 32_768
"""Words as which the smallest library counts: common phrases are no rarer for its being small."""

LETTERS_A_WORD = 6
"""Letters and spaces a word; good enough to say how many words a library has."""

RUNNING = 0.75
"""Words in a run foretell each other: each tells this share of what it would tell alone."""


Forms = dict[tuple[str, str], Concern | None]
"""How the second word can be a form of the first."""

Prices = dict[tuple[str, str], float]
"""What it costs that the second word stands for the first."""

MOST_FORMS = 400_000
"""Pairs of words that are kept at most."""

_COMMON = function_words()
_RUN = re.compile(r"[^\W_]+")
_JOINTS = "'’‘-‐‑\u00ad"
"""Signs inside words that are no part of their keys; in a sample they are taken out everywhere, which is quick."""

_JOINTS_ASCII = b"'-"
_RUNS_ASCII = bytes(ord(chr(point).lower()) if point < 128 and chr(point).isalnum() else 32 for point in range(256))  # noqa: PLR2004
"""The same for ASCII, as bytes."""


@dataclass(frozen=True, kw_only=True)
class Rarity:
    """Word counts of a sample, and the size of the whole library in words."""

    counts: Mapping[str, int]
    total: int  # words counted
    words: int  # words in the whole library
    _bits: dict[str, float] = field(default_factory=dict, repr=False, compare=False)
    _forms: dict[Hashable, Forms] = field(default_factory=dict, repr=False, compare=False)
    _prices: dict[Hashable, Prices] = field(default_factory=dict, repr=False, compare=False)

    def bits(self, key: str) -> float:
        """Return how much the meeting of one word tells, in bits."""
        known = self._bits.get(key)
        if known is None:
            expected = BELIEF * (USUAL if key in _COMMON else UNUSUAL)
            known = max(2.0, log2((self.total + BELIEF) / (self.counts.get(key, 0) + expected)))
            self._bits[key] = known
        return known

    def tells(self, keys: Iterable[str]) -> float:
        """Return how much the meeting of a run of words tells, in bits."""
        known = self._bits
        return self.together([known[key] if key in known else self.bits(key) for key in keys])

    @staticmethod
    def together(bits: Sequence[float]) -> float:
        """Return what words tell that stand in a run, from what each would tell alone."""
        return RUNNING * sum(bits)

    def stranger(self, word: str, beside: str) -> bool:
        """Tell whether a word that stands where another is expected is no word known.

        A word met once is met only there; one that is far rarer than the other may be the same misreading again.
        """
        met = self.counts.get(word, 0)
        return met < 2 or self.counts.get(beside, 0) > RARER * met  # noqa: PLR2004  (met here alone)

    def strangers(self, words: Iterable[str], listed: Container[str]) -> int:
        """Return how many of some words are met nowhere, or once, and are not listed; numbers are no strangers."""
        rare = [word for word in words if self.counts.get(word, 0) < 2 and word not in listed]  # noqa: PLR2004  (met here)
        return sum(any(map(str.isalpha, word)) for word in rare)

    def forms(self, key: Hashable) -> Forms:
        """Return what was found out of pairs of words under some conditions, to be kept for the next quotation."""
        known = self._forms.setdefault(key, {})
        if len(known) > MOST_FORMS:
            known.clear()
        return known

    def prices(self, key: Hashable) -> Prices:
        """Return what pairs of words were found to cost under some conditions, kept in the same way."""
        known = self._prices.setdefault(key, {})
        if len(known) > MOST_FORMS:
            known.clear()
        return known

    @cached_property
    def known(self) -> frozenset[str]:
        """The words that were met more than once."""
        return frozenset(word for word, met in self.counts.items() if met > 1)

    @cached_property
    def chance(self) -> float:
        """The bits that a run needs to be no accident anywhere in the library, before any margin."""
        return log2(max(SMALLEST, self.words))


def learn_rarity(library: Library, document: Document | None = None, quoted: Sequence[Span] = ()) -> Rarity:
    """Count the words of a sample of the library, and of the essay outside what it quotes.

    What is quoted may be misread or oddly spelt again and again, and would be taken for words that exist.
    """
    holdings = library.holdings()
    whole = sum(holding.length for holding in holdings)
    counts: Counter[str] = Counter()
    if document is not None:
        counts.update(_words_outside(document, quoted))
    plain: Counter[str] = Counter()
    for name, start, end in _slices(holdings, whole):
        plain.update(_runs_of(library.excerpt(name, start, end)))
    for word, times in plain.items():
        counts[key_of(word)] += times
    return Rarity(counts=dict(counts), total=max(1, counts.total()), words=whole // LETTERS_A_WORD)


def _runs_of(text: str) -> list[str]:
    """Return the runs of letters and figures of a text, good enough to count."""
    if text.isascii():
        return text.encode("ascii").translate(_RUNS_ASCII, _JOINTS_ASCII).decode("ascii").split()
    text = text.lower()
    for sign in _JOINTS:  # a few replacements are many times as fast as a table
        text = text.replace(sign, "")
    return _RUN.findall(text)


def _words_outside(document: Document, quoted: Sequence[Span]) -> Counter[str]:
    """Count the words of the essay outside what it quotes."""
    counts: Counter[str] = Counter()
    start = 0
    for span in (*united(quoted), Span(len(document.text), len(document.text))):
        counts.update(word.key for word in words_in(document.text, min(start, SAMPLE), min(span.start, SAMPLE)))
        start = max(start, span.end)
    return counts


def _slices(holdings: Sequence[Holding], whole: int) -> Iterator[tuple[DocumentId, int, int]]:
    """Yield pieces of the library at equal distances, as if all its documents stood one behind the other."""
    stride = SLICE * max(1.0, whole / SAMPLE)
    before = 0
    for holding in holdings:
        end = before + holding.length
        nth = max(0, int((before - SLICE) / stride))
        while (at := int(nth * stride)) < end:
            start, stop = max(at, before), min(at + SLICE, end)
            if start < stop:
                yield holding.document, start - before, stop - before
            nth += 1
        before = end
