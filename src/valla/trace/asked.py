"""What is asked of every quotation before it is laid beside any source: its words, and what they can tell."""

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from valla.model.traces import Probe
from valla.text.omissions import omissions_in
from valla.text.words import Word, words_in
from valla.trace.quoted import Quoted, read_quoted


@lru_cache(maxsize=1 << 15)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a quotation; they are asked for again and again."""
    return tuple(words_in(text))


@dataclass(slots=True, kw_only=True)
class Asked:
    """A probe, and what is worked out about it once; `plain` tells that it holds no marks of omission, no brackets."""

    probe: Probe
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    plain: bool
    run: str  # the words with single blanks, from the first letter to the last
    _quoted: Quoted | None = field(default=None)

    @property
    def quoted(self) -> Quoted:
        """The words as they are compared, worked out when first needed."""
        if self._quoted is None:
            self._quoted = read_quoted(self.probe)
        return self._quoted


def read_asked(probe: Probe) -> Asked:
    """Read a probe."""
    text, words = probe.text, words_of(probe.text)
    marked = probe.ellipses or probe.insertions or len(probe.offsets) > 1 or any(mark in text for mark in "[]()<>*—")
    plain = bool(words) and not marked and not omissions_in(text)
    run = " ".join(text[words[0].start : words[-1].end].split()) if words else ""
    return Asked(probe=probe, words=words, keys=tuple(word.key for word in words), plain=plain, run=run)


def shared(keys: tuple[str, ...], others: list[str]) -> list[str]:
    """Return the words that two runs share, each as often as both have it."""
    mine = Counter(keys)
    return list((mine & Counter(filter(mine.__contains__, others))).elements())
