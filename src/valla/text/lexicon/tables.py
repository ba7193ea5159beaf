"""The row in which one language keeps its words that change a meaning."""

from dataclasses import dataclass, field
from functools import cached_property

from valla.text.fold import key_of


@dataclass(frozen=True, kw_only=True, eq=False)
class Lexicon:
    """Words of one language by what they do to a sentence, each as its key (see `valla.text.fold.key_of`).

    `cues` lead in a qualifier that may be cut off behind a quotation; `denials` lead in words that are denied, doubted
    or only supposed, and may be cut off before it. Both are phrases: tuples of keys. Not slotted, so that the
    look-ups can be made once and kept; told from others by being itself, so that what is found with it can be kept.
    """

    language: str
    function: frozenset[str]  # the commonest words: they tell the language and carry little of the sense
    negations: frozenset[str]
    quantifiers: frozenset[str]
    modals: frozenset[str]
    conditions: frozenset[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    numerals: dict[str, int]
    tens: dict[str, int] = field(default_factory=dict)  # those that a unit may follow: twenty(-)five
    multiples: dict[str, int] = field(default_factory=dict)  # hundred, thousand
    prefixes: tuple[str, ...] = ()  # that turn a word into its contrary
    cues: tuple[tuple[str, ...], ...] = ()
    denials: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def listed(self) -> frozenset[str]:
        """Every single word of these tables: words that are known to exist."""
        tables = (self.months, self.weekdays, self.numerals, self.tens, self.multiples)
        return self.function.union(self.negations, self.quantifiers, self.modals, self.conditions, *tables)

    @cached_property
    def weighty(self) -> frozenset[str]:
        """The words that no noise of a scan may be blamed for: a guard minds them."""
        return self.negations.union(self.modals, self.months, self.numerals)

    @cached_property
    def guarded(self) -> frozenset[str]:
        """Every word that a guard of the trace minds by itself."""
        tables = (self.months, self.weekdays, self.numerals, self.tens, self.multiples)
        return self.negations.union(self.quantifiers, self.modals, self.conditions, *tables)

    @cached_property
    def first_of_cues(self) -> frozenset[str]:
        """The words with which cues begin."""
        return frozenset(phrase[0] for phrase in self.cues)

    @cached_property
    def last_of_denials(self) -> frozenset[str]:
        """The words with which denials end."""
        return frozenset(phrase[-1] for phrase in self.denials)


def words(text: str) -> frozenset[str]:
    """Return the keys of words written with spaces between."""
    return frozenset(key_of(word) for word in text.split())


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """Return phrases written with semicolons between, the longest first, as tuples of keys."""
    rows = {tuple(key_of(word) for word in phrase.split()) for phrase in text.split(";")}
    return tuple(sorted(rows, key=lambda row: (-len(row), row)))


def ranked(text: str, *, start: int = 1) -> dict[str, int]:
    """Return words numbered in their order: spaces stand between numbers, strokes between words of one number."""
    rows = enumerate(text.split(), start)
    return {key_of(word): number for number, group in rows for word in group.split("|")}


def valued(text: str) -> dict[str, int]:
    """Read words with their values: "eleven=11 twelve|dozen=12"."""
    rows = (group.partition("=") for group in text.split())
    return {key_of(word): int(value) for group, _, value in rows for word in group.split("|")}
