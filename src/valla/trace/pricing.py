"""What it costs that one word stands for another, when a quotation is laid into a source."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from valla.model.traces import Concern
from valla.text.diff import ADDED, REPLACED, Step, align
from valla.text.lexicon import Lexicon
from valla.text.numerals import value_of
from valla.text.variants import kinship, likeness
from valla.trace.quoted import Quoted
from valla.trace.runs import Field

SPELT = 0.2
MISREAD = 0.35
BRACKETED = 0.05
"""An editor's word may answer to nothing almost for free."""

GLOSSED = 0.3
"""Words in round brackets may be the source's own, or a gloss."""


@dataclass(frozen=True, kw_only=True)
class Pricing:
    """Prices of words for each other; worked out once for each pair."""

    lexicon: Lexicon
    knows: Callable[[str], bool]
    seen: dict[tuple[str, str], float] = field(default_factory=dict)

    def price(self, one: str, other: str) -> float:
        """Return 0 for the same word, little for its spellings, REPLACED for another word."""
        if one == other:
            return 0.0
        pair = (one, other)
        if pair not in self.seen:
            self.seen[pair] = self._worked_out(one, other)
        return self.seen[pair]

    def form(self, one: str, other: str) -> Concern | None:
        """Return how two words can be forms of one (SPELLING or SCAN); None for two words."""
        if (value := value_of(one, self.lexicon)) is not None and value == value_of(other, self.lexicon):
            return Concern.SPELLING
        return kinship(one, other, self.knows)

    def _worked_out(self, one: str, other: str) -> float:
        form = self.form(one, other)
        if form is None:
            return REPLACED - 0.3 * max(0.0, likeness(one, other) - 0.5)
        return MISREAD if form is Concern.SCAN else SPELT

    def added(self, quoted: Quoted, first: int, last: int) -> list[float]:
        """Return what it costs that each quoted word answers to nothing."""
        return [
            BRACKETED if quoted.editorial[word] else GLOSSED if quoted.gloss[word] else ADDED
            for word in range(first, last)
        ]

    def align(
        self,
        quoted: Quoted,
        first: int,
        last: int,
        source: Field,
        start: int,
        stop: int,
        *,
        free_start: bool = False,
        free_end: bool = False,
    ) -> list[Step]:
        """Lay quoted words into source words; steps count the words of the whole quotation and field."""
        keys: Sequence[str] = source.keys[start:stop]
        steps = align(
            quoted.keys[first:last],
            keys,
            self.price,
            added=self.added(quoted, first, last),
            free_start=free_start,
            free_end=free_end,
        )
        return [Step(step.p + first, step.q + first, step.s + start, step.t + start, step.price) for step in steps]
