"""Runs of quoted words that stand word for word in a source."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from valla.trace.lines import Line
from valla.trace.quoted import Quoted
from valla.trace.rarity import Rarity

TELLING = 8.0
"""Bits that a run must tell to begin a place: a rare word, or a few common ones together."""

MOST_RUNS = 200
"""Runs that are chained at most, the most telling first; the chain's cost grows with their square."""

OFTEN = 40
"""A single word met more often than this in one stretch begins no run by itself."""


class Run(NamedTuple):
    """`length` quoted words from word p on are word for word those of a field from word s on."""

    p: int
    field: int
    s: int
    length: int
    bits: float

    @property
    def q(self) -> int:
        """The quoted word behind the last."""
        return self.p + self.length

    @property
    def t(self) -> int:
        """The source word behind the last."""
        return self.s + self.length

    def trimmed(self, words: int) -> "Run":
        """Return the run without its first words; its bits are taken to be spread evenly."""
        share = 1 - words / self.length
        return Run(self.p + words, self.field, self.s + words, self.length - words, self.bits * share)


class Keys(NamedTuple):
    """The keys of words whose places are not known, or not yet."""

    keys: tuple[str, ...]


def find_runs(
    quoted: Quoted, fields: Sequence[Line | Keys], rarity: Rarity, *, keys: tuple[str, ...] | None = None
) -> list[Run]:
    """Return the longest runs of equal words within one piece that tell enough, in the order of the quotation.

    `keys` are what stands for the quoted words where they are not compared as they are; they tell what the words tell.
    """
    telling = [rarity.bits(key) * (0.5 if gloss else 1.0) for key, gloss in zip(quoted.keys, quoted.gloss, strict=True)]
    mine = quoted.keys if keys is None else keys
    runs = [run for number, field in enumerate(fields) for run in _runs_in(mine, quoted.piece, number, field, telling)]
    runs.sort(key=lambda run: (-run.bits, run))
    return sorted(runs[:MOST_RUNS])


def _runs_in(
    mine: tuple[str, ...], piece: Sequence[int], number: int, field: Line | Keys, telling: Sequence[float]
) -> list[Run]:
    """Return the runs of one field; words in round brackets tell half, for they may be a gloss.

    Runs of two words and more are looked up by their first two, single words only where they tell enough by themselves.
    """
    rare = frozenset(key for key, bits in zip(mine, telling, strict=True) if Rarity.together((bits,)) >= TELLING)
    pairs, singles = _places(frozenset(pairwise(mine)), rare, field)
    runs = []
    for p, key in enumerate(mine):
        goes_on = p > 0 and piece[p - 1] == piece[p]
        starts = singles.get(key) if key in singles else pairs.get(mine[p : p + 2], ())
        for s in starts or ():
            if goes_on and s and mine[p - 1] == field.keys[s - 1]:
                continue
            length = _length(mine, piece, field.keys, p, s)
            bits = Rarity.together(telling[p : p + length])
            if bits >= TELLING and (length > 1 or len(singles[key]) <= OFTEN):
                runs.append(Run(p, number, s, length, bits))
    return runs


_Places = dict[str, list[int]]
_PairPlaces = dict[tuple[str, ...], list[int]]


def _places(
    sought: frozenset[tuple[str, ...]], rare: frozenset[str], field: Line | Keys
) -> tuple[_PairPlaces, _Places]:
    """Return where the sought pairs of words, and where the rare words, stand in a field."""
    pairs: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    singles: defaultdict[str, list[int]] = defaultdict(list)
    first = {one for one, _ in sought}
    keys = field.keys
    for index, key in enumerate(keys):
        if key in rare:
            singles[key].append(index)
        if key in first and (pair := keys[index : index + 2]) in sought:
            pairs[pair].append(index)
    return pairs, singles


def _length(mine: Sequence[str], piece: Sequence[int], theirs: Sequence[str], p: int, s: int) -> int:
    """Return how many words agree from two places on, within one piece."""
    most = min(len(mine) - p, len(theirs) - s)
    length = 1
    while length < most and mine[p + length] == theirs[s + length] and piece[p + length] == piece[p]:
        length += 1
    return length
