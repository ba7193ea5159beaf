"""What is asked of every quotation before it is laid beside any source: its words, and what they can tell."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate
from operator import add

from valla.model.anchors import Span
from valla.model.traces import Probe
from valla.text.fold import letters_of
from valla.text.omissions import omissions_in
from valla.text.words import Word, words_in
from valla.trace.lines import Line
from valla.trace.misread import Spot
from valla.trace.quoted import Quoted, plain_quoted, read_quoted
from valla.trace.rarity import RUNNING, Rarity
from valla.trace.runs import TELLING, Net, Run, find_runs, net_of

_BREAKS, _BRACKETS = frozenset("[]<>"), frozenset("()*—")


@lru_cache(maxsize=1 << 15)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a quotation; they are asked for again and again."""
    return tuple(words_in(text))


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A probe, and what is worked out about it once.

    `unbroken` tells that it marks no omission and has no words of an editor; `plain`, that it has no brackets at all.
    """

    probe: Probe
    rarity: Rarity
    words: tuple[Word, ...]
    unbroken: bool
    plain: bool
    _runs: dict[str, list[Run]] = field(default_factory=dict, repr=False, compare=False)
    unlike: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)
    """What was found of the texts looked at; see `valla.trace.letterwise.too_unlike`."""
    spots: dict[Hashable, Spot | None] = field(default_factory=dict, repr=False, compare=False)
    """The places that were found by letters; see `valla.trace.letterwise.place_alike`."""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of the words."""
        return tuple([word.key for word in self.words])

    @cached_property
    def run(self) -> str:
        """The words with single blanks, from the first letter to the last."""
        words = self.words
        return " ".join(self.probe.text[words[0].start : words[-1].end].split()) if words else ""

    @cached_property
    def sought(self) -> str:
        """The words with nothing between them."""
        return "".join(self.keys)

    @cached_property
    def bare(self) -> str:
        """The letters of these for seeking; those of the run, unless a sign with letters stands between two words."""
        return letters_of(self.sought)

    @cached_property
    def letters(self) -> str:
        """Their letters for seeking."""
        return letters_of(self.run)

    @cached_property
    def quoted(self) -> Quoted:
        """The words as they are compared."""
        return plain_quoted(self.probe, self.words) if self.plain else read_quoted(self.probe)

    @cached_property
    def told(self) -> float:
        """How much the words tell if all of them agree, in bits."""
        return self.rarity.tells(self.keys)

    @cached_property
    def net(self) -> Net:
        """What is sought in every stretch."""
        return net_of(self.quoted, self.rarity)

    @cached_property
    def bits(self) -> dict[str, float]:
        """How much each of the words tells."""
        return {key: self.rarity.bits(key) for key in self.quoted.keys}

    @cached_property
    def spelt(self) -> tuple[str, ...]:
        """The letters of each word for seeking."""
        return tuple(map(letters_of, self.quoted.keys))

    @cached_property
    def seams(self) -> tuple[str, ...]:
        """The letters of every two words one behind the other."""
        return tuple(map(add, self.spelt, self.spelt[1:]))

    @cached_property
    def told_before(self) -> tuple[float, ...]:
        """How much the words before each word, and all of them, tell together."""
        return tuple(accumulate([RUNNING * self.bits[key] for key in self.quoted.keys], initial=0.0))

    @cached_property
    def rare(self) -> tuple[int, ...]:
        """The words that tell enough to begin a place by themselves."""
        return tuple([at for at, key in enumerate(self.quoted.keys) if RUNNING * self.bits[key] >= TELLING])

    @cached_property
    def times(self) -> Counter[str]:
        """How often each of the words is quoted."""
        return Counter(self.quoted.keys)

    def runs(self, fields: Sequence[Line]) -> list[Run]:
        """Return the runs of the words that stand in some fields."""
        if len(fields) != 1:
            return find_runs(self.net, [line.keys for line in fields])
        text = fields[0].text
        if text not in self._runs:
            self._runs[text] = find_runs(self.net, [fields[0].keys])
        return self._runs[text]

    @property
    def at(self) -> Span:
        """Where the words stand in the essay, from the first to the last; for a quotation of one part."""
        start = self.probe.offsets[0].start
        return Span(start + self.words[0].start, start + self.words[-1].end)


def read_asked(probe: Probe, rarity: Rarity) -> Asked:
    """Read a probe; how much its words tell is asked of `rarity`."""
    text, words = probe.text, words_of(probe.text)
    marked = probe.ellipses or probe.insertions or len(probe.offsets) > 1 or not _BREAKS.isdisjoint(text)
    unbroken = bool(words) and not marked and not omissions_in(text)
    plain = unbroken and _BRACKETS.isdisjoint(text)
    return Asked(probe=probe, rarity=rarity, words=words, unbroken=unbroken, plain=plain)
