"""The bench on which a quotation is laid beside a source: both texts, the language, and what a word may stand for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from valla.late import late
from valla.model.traces import Concern
from valla.text.diff import ADDED, LOST, REPLACED, Step, align, prefix_prices
from valla.text.lexicon import Lexicon, lexicon_of
from valla.text.numerals import ROMAN, roman_value, value_of
from valla.text.variants import alike, kinship, likeness, misreadable, modern
from valla.trace.lines import Line, lowered
from valla.trace.quoted import Quoted
from valla.trace.rarity import Forms, Prices, Rarity

near_pairs = late("valla.trace.kin:near_pairs")
"""Loaded with the first words that are compared: arrays are slow to load, and a check without a library needs none."""

SPELT = 0.2
MISREAD = 0.35
SAME = 0.5
"""Prices below this are those of forms of the same word."""

UNLIKE = 0.4
"""Likeness below which two words are not tried for forms of one, unless both are numbers."""

FEW = 24
"""Pairs of words up to which each is looked at by itself; more are looked at together, which takes some setting up."""

BRACKETED = 0.05
"""An editor's word may answer to nothing almost for free."""

GLOSSED = 0.3
"""Words in round brackets may be the source's own, or a gloss."""


@dataclass(frozen=True, kw_only=True)
class Bench:
    """Both texts and what is needed to tell one difference from another; prices are worked out once for each pair of words."""

    quoted: Quoted
    fields: Sequence[Line]
    lexicon: Lexicon
    rarity: Rarity
    noisy: bool = False  # so many words are misread that lookalikes are misreadings even where they make a word
    _seen: Prices = field(init=False, repr=False, compare=False)
    _forms: Forms = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Take up what was found out before of words of this language."""
        conditions = (self.lexicon.language, self.noisy)
        object.__setattr__(self, "_forms", self.rarity.forms(conditions))
        object.__setattr__(self, "_seen", self.rarity.prices(conditions))

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that also occur without a capital: no names. Asked only where words differ."""
        return lowered((self.quoted.line, *self.fields))

    def price(self, one: str, other: str) -> float:
        """Return 0 for the same word, little for its forms, about REPLACED for another word."""
        if one == other:
            return 0.0
        pair = (one, other)
        if pair not in self._seen:
            self._seen[pair] = self._worked_out(one, other)
        return self._seen[pair]

    def table(self, mine: Sequence[str], theirs: Sequence[str]) -> list[list[float]]:
        """Return the prices of all pairs; only those of words that may be forms of one are worked out."""
        if len(mine) * len(theirs) <= FEW:
            return [[self.price(word, other) for other in theirs] for word in mine]
        rows = [[REPLACED] * len(theirs) for _ in mine]
        for row, column in near_pairs(mine, theirs, UNLIKE):
            rows[row][column] = self.price(mine[row], theirs[column])
        counting = [column for column, word in enumerate(theirs) if self._counts(word)]
        for row, word in enumerate(mine):
            for column in counting if counting and self._counts(word) else ():
                rows[row][column] = self.price(word, theirs[column])
        return rows

    def _worked_out(self, one: str, other: str) -> float:
        if (
            likeness(one, other) < UNLIKE
            and not alike(one, other)
            and modern(one) != modern(other)
            and not (self._counts(one) and self._counts(other))
        ):
            return REPLACED
        form = self.form(one, other)
        if form is None:
            return REPLACED - 0.3 * max(0.0, likeness(one, other) - 0.5)
        return MISREAD if form is Concern.SCAN else SPELT

    def _counts(self, word: str) -> bool:
        """Tell whether a word may be a number."""
        first = word[:1]
        return first.isdigit() or word in self.lexicon.numerals or (first in ROMAN and roman_value(word) is not None)

    def form(self, one: str, other: str) -> Concern | None:
        """Return how two words can be forms of one (SPELLING or SCAN); None for two words."""
        pair = (one, other)
        if pair not in self._forms:
            self._forms[pair] = self._form(one, other)
        return self._forms[pair]

    def _form(self, one: str, other: str) -> Concern | None:
        value = value_of(one, self.lexicon)
        if value is not None and value == value_of(other, self.lexicon):
            return Concern.SPELLING
        kin = kinship(one, other, self._stranger)
        if kin is None and self.noisy and not self._weighty(one, other):
            return Concern.SCAN if misreadable(one, other, self._stranger) else None
        return kin

    def _weighty(self, one: str, other: str) -> bool:
        """Tell whether one of two words is such that a guard minds it: then nothing is laid to the noise."""
        return one in self.lexicon.weighty or other in self.lexicon.weighty

    def _stranger(self, word: str, beside: str) -> bool:
        """Tell whether a word is neither in the language's tables nor met elsewhere."""
        return word not in self.lexicon.listed and self.rarity.stranger(word, beside)

    def added(self, first: int, last: int) -> list[float]:
        """Return what it costs that each of some quoted words answers to nothing."""
        return [
            BRACKETED if self.quoted.editorial[word] else GLOSSED if self.quoted.gloss[word] else ADDED
            for word in range(first, last)
        ]

    def lay(
        self, quoted: range, number: int, source: range, *, free_start: bool = False, free_end: bool = False
    ) -> list[Step]:
        """Lay quoted words into source words of a field; steps count the words of the whole quotation and field."""
        mine, theirs = (
            self.quoted.keys[quoted.start : quoted.stop],
            self.fields[number].keys[source.start : source.stop],
        )
        added = self.added(quoted.start, quoted.stop)
        if len(mine) == len(theirs) == 1 and not (free_start or free_end):
            price = self.price(mine[0], theirs[0])
            if price < added[0] + LOST:
                return [Step(quoted.start, quoted.stop, source.start, source.stop, round(price, 6))]
        steps = align(
            mine,
            theirs,
            self.price,
            table=self.table(mine, theirs),
            added=added,
            free_start=free_start,
            free_end=free_end,
        )
        p, s = quoted.start, source.start
        return [Step(step.p + p, step.q + p, step.s + s, step.t + s, step.price) for step in steps]

    def prefix_prices(self, quoted: range, number: int, source: range) -> list[float]:
        """Return what it costs to lay none, one, ... all of some quoted words at the start of some source words.

        A range with a negative step is read backwards, from the end.
        """
        added = self.added(min(quoted, default=0), max(quoted, default=-1) + 1)
        mine, theirs = [self.quoted.keys[word] for word in quoted], [self.fields[number].keys[word] for word in source]
        return prefix_prices(
            mine, theirs, self.price, added if quoted.step > 0 else added[::-1], self.table(mine, theirs)
        )


def set_up(quoted: Quoted, fields: Sequence[Line], rarity: Rarity, *, noisy: bool = False) -> Bench:
    """Lay out what is needed to compare these words; the language is that of the source."""
    lexicon = lexicon_of(chain.from_iterable(field_.keys for field_ in fields))
    noisy = noisy or any(_is_noisy(field_, lexicon, rarity) for field_ in fields)
    return Bench(quoted=quoted, fields=fields, lexicon=lexicon, rarity=rarity, noisy=noisy)


NOISE = 0.2
"""Share of the words of a stretch, short ones apart, that are met nowhere else, from which it is taken for a poor scan."""

KNOWN = 50_000
"""Words that a library must have shown before one that it does not have is a stranger."""

ENOUGH = 12
"""Words that must be there to tell."""


def _is_noisy(line: Line, lexicon: Lexicon, rarity: Rarity) -> bool:
    """Tell whether a stretch looks like a poor scan: too many of its words are no words known."""
    if rarity.total < KNOWN:
        return False
    words = [key for key in line.keys if len(key) > 2]  # noqa: PLR2004  (of short ones too many are words)
    counts, listed = rarity.counts, lexicon.listed
    strange = len([key for key in words if counts.get(key, 0) < 2 and key not in listed])  # noqa: PLR2004  (met here)
    return len(words) >= ENOUGH and strange >= NOISE * len(words)
