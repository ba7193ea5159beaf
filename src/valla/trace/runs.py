"""Runs of quoted words that stand word for word in a source."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Net:
    """The words of one quotation as they are sought in a stretch.

    Runs of two words and more are looked up by their first two, single words only where they tell enough by themselves.
    """

    keys: tuple[str, ...]
    piece: tuple[int, ...]
    telling: tuple[float, ...]  # what each word tells; in round brackets half of that, for they may be a gloss
    pairs: frozenset[tuple[str, str]]
    rare: frozenset[str]


def net_of(quoted: Quoted, rarity: Rarity, *, keys: tuple[str, ...] | None = None) -> Net:
    """Lay out what is sought of a quotation.

    `keys` are what stands for the quoted words where they are not compared as they are; they tell what the words tell.
    """
    bits = map(rarity.bits, quoted.keys)
    telling = tuple([told * (0.5 if gloss else 1.0) for told, gloss in zip(bits, quoted.gloss, strict=True)])
    keys = quoted.keys if keys is None else keys
    rare = frozenset([key for key, bits in zip(keys, telling, strict=True) if Rarity.together((bits,)) >= TELLING])
    return Net(keys=keys, piece=quoted.piece, telling=telling, pairs=frozenset(pairwise(keys)), rare=rare)


def find_runs(net: Net, fields: Sequence[Sequence[str]]) -> list[Run]:
    """Return the longest runs within one piece that tell enough and stand in a field, in the order of the quotation.

    A field is given by the keys of its words.
    """
    runs = [run for number, keys in enumerate(fields) for run in _runs_in(net, number, keys)]
    if len(runs) > MOST_RUNS:
        runs = sorted(runs, key=lambda run: (-run.bits, run))[:MOST_RUNS]
    return sorted(runs)


def _runs_in(net: Net, number: int, theirs: Sequence[str]) -> list[Run]:
    """Return the longest runs within one piece that tell enough and stand in one field."""
    pairs, rare = net.pairs.intersection(pairwise(theirs)), net.rare.intersection(theirs)
    if not pairs and not rare:
        return []
    places = _places(rare.union([one for one, _ in pairs]), theirs)
    mine, piece = net.keys, net.piece
    runs = []
    for p, (key, after) in enumerate(zip(mine, (*mine[1:], ""), strict=True)):
        if key not in rare and (key, after) not in pairs:
            continue
        before = mine[p - 1] if p and piece[p - 1] == piece[p] else None
        for s in places[key]:
            if (s and theirs[s - 1] == before) or (key not in rare and theirs[s + 1 : s + 2] != (after,)):
                continue  # the run began earlier, or it is one common word
            length = _length(net, theirs, p, s)
            bits = Rarity.together(net.telling[p : p + length])
            if bits >= TELLING and (length > 1 or len(places[key]) <= OFTEN):
                runs.append(Run(p, number, s, length, bits))
    return runs


def _places(sought: frozenset[str], keys: Sequence[str]) -> dict[str, list[int]]:
    """Return where the words sought stand."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        if key in sought:
            places[key].append(index)
    return places


def _length(net: Net, theirs: Sequence[str], p: int, s: int) -> int:
    """Return how many words agree from two places on, within one piece."""
    mine, piece, first = net.keys, net.piece, p
    last, end = len(mine), len(theirs)
    p, s = p + 1, s + 1
    while p < last and s < end and mine[p] == theirs[s] and piece[p] == piece[first]:
        p, s = p + 1, s + 1
    return p - first
