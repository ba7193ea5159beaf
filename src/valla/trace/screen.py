"""A first look at a stretch: what its words could tell at most, before any of them is given its place.

The words of a stretch are had roughly but fast, as a list of keys without offsets. From them follow two bounds: what the
words shared would tell if they stood together, and what the runs shared would tell. Most stretches that share a seed
with a quotation by accident are thrown out by these, and no line is laid out for them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from valla.text.fold import key_of
from valla.trace.chains import toll
from valla.trace.parts import LONGEST
from valla.trace.quoted import Quoted
from valla.trace.rarity import RUNNING, Rarity
from valla.trace.runs import TELLING

_BROKEN = re.compile("\u00ad[ \\t]*\r?\n?|(?<=\\w)[-‐‑¬][ \\t]*\r?\n[ \\t]*(?=\\w)")
"""What breaks a word without ending it: soft hyphens, and hyphens at the ends of lines."""

_NOTE = re.compile(r"\[\s?\d{1,3}\s?\]")
_RUN = re.compile(r"[^\W_]+")
_UNSCREENED = re.compile("[^\x00-\u024f\u2000-\u206f\ufb00-\ufb06]")
"""Marks that combine and scripts whose words are told otherwise."""

_INSIDE = "'’‘ʼ`´-‐‑_^[]{}"
_INSIDE_ASCII = bytes(ord(letter) for letter in _INSIDE if letter.isascii())
_PLAIN_ASCII = bytes(ord(chr(byte).lower()) if byte < 128 and chr(byte).isalnum() else 32 for byte in range(256))  # noqa: PLR2004


@lru_cache(maxsize=256)
def rough_words(text: str) -> list[str] | None:
    """Return the keys of a text's words, nearly as `words_in` has them; None for scripts that are not read so."""
    if "[" in text:
        text = _NOTE.sub(" ", text)
    if "-\n" in text or not text.isascii() or "-\r" in text or "- " in text:
        text = _BROKEN.sub("", text)
    text = text.replace("--", " ")
    if text.isascii():
        return text.encode("ascii").translate(_PLAIN_ASCII, _INSIDE_ASCII).decode("ascii").split()
    for sign in _INSIDE:  # a few replacements are many times as fast as a table
        text = text.replace(sign, "")
    if _UNSCREENED.search(text):
        return None
    return [word if word.isascii() else key_of(word) for word in _RUN.findall(text.lower())]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """The words of one quotation, laid out for that look."""

    keys: tuple[str, ...]
    times: dict[str, int]
    bits: dict[str, float]
    pairs: frozenset[tuple[str, str]]
    unsure: frozenset[int]  # the words with figures, which may be divided otherwise
    doubted: frozenset[int]  # these and the words behind them

    def share(self, words: list[str]) -> float:
        """Return what the words shared would tell if they stood in one place."""
        met = Counter(filter(self.bits.__contains__, words))
        return RUNNING * sum(self.bits[key] * min(times, self.times[key]) for key, times in met.items())

    def runs(self, words: list[str]) -> float:
        """Return what the runs shared tell at most that stand in one place, less what the words between them take away."""
        rows: list[tuple[int, float]] = []  # behind each run the next word, and the most told by what ends there
        for first, last, bits in self._met(words):
            before = max((told - toll(first - end) for end, told in rows[-LONGEST:]), default=0.0)
            rows.append((last, max(0.0, before) + bits))
        return max((told for _, told in rows), default=0.0)

    def _met(self, words: list[str]) -> Iterator[tuple[int, int, float]]:
        """Yield the runs shared that tell enough to begin a place: the first word, the one behind the last, the bits."""
        met, alone = self.pairs.intersection(pairwise(words)), self.bits.keys() & words
        first, bits = 0, 0.0
        for at, key in enumerate(self.keys):
            if not (at in self.doubted or self.keys[at - 1 : at + 1] in met):
                if bits >= TELLING:
                    yield first, at, bits
                first, bits = at, 0.0
            bits += RUNNING * self.bits[key] if key in alone or at in self.unsure else 0.0
        if bits >= TELLING:
            yield first, len(self.keys), bits


def screen_of(quoted: Quoted, rarity: Rarity) -> Screen:
    """Lay the words of a quotation out for a first look."""
    keys = quoted.keys
    unsure = frozenset(at for at, key in enumerate(keys) if not key.isalpha())
    return Screen(
        keys=keys,
        times=Counter(keys),
        bits={key: rarity.bits(key) for key in keys},
        pairs=frozenset(pairwise(keys)),
        unsure=unsure,
        doubted=unsure | {at + 1 for at in unsure},
    )
