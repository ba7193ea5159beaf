"""What is asked of every quotation before it is laid beside any source: its words, and what they can tell."""

from dataclasses import dataclass, field
from functools import lru_cache

from valla.model.anchors import Span
from valla.model.traces import Probe
from valla.text.omissions import omissions_in
from valla.text.words import Word, words_in
from valla.trace.quoted import Quoted, read_quoted
from valla.trace.rarity import Rarity
from valla.trace.screen import Screen, screen_of


@lru_cache(maxsize=1 << 15)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a quotation; they are asked for again and again."""
    return tuple(words_in(text))


@dataclass(slots=True, kw_only=True)
class Asked:
    """A probe, and what is worked out about it once.

    `unbroken` tells that it marks no omission and has no words of an editor; `plain`, that it has no brackets at all.
    """

    probe: Probe
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    unbroken: bool
    plain: bool
    run: str  # the words with single blanks, from the first letter to the last
    _quoted: Quoted | None = field(default=None)
    _screen: Screen | None = field(default=None)

    @property
    def quoted(self) -> Quoted:
        """The words as they are compared, worked out when first needed."""
        if self._quoted is None:
            self._quoted = read_quoted(self.probe)
        return self._quoted

    @property
    def at(self) -> Span:
        """Where the words stand in the essay, from the first to the last; for a quotation of one part."""
        start = self.probe.offsets[0].start
        return Span(start + self.words[0].start, start + self.words[-1].end)

    def screen(self, rarity: Rarity) -> Screen:
        """Return the words as they are looked for at first; a quotation meets one judge, so `rarity` is always the same."""
        if self._screen is None:
            self._screen = screen_of(self.quoted, rarity)
        return self._screen


def read_asked(probe: Probe) -> Asked:
    """Read a probe."""
    text, words = probe.text, words_of(probe.text)
    marked = probe.ellipses or probe.insertions or len(probe.offsets) > 1 or any(mark in text for mark in "[]<>")
    unbroken = bool(words) and not marked and not omissions_in(text)
    plain = unbroken and not any(mark in text for mark in "()*—")
    run = " ".join(text[words[0].start : words[-1].end].split()) if words else ""
    return Asked(
        probe=probe, words=words, keys=tuple(word.key for word in words), unbroken=unbroken, plain=plain, run=run
    )
