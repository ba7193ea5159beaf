"""Runs of quoted words that stand in a source, and the chain of them that explains a quotation best.

A chain goes forward through the quotation. Where it must leap in the source it pays: little over a marked omission,
more over an unmarked one, most when it goes back. So a fragment from another place is taken in only if its own words
tell enough to be no accident, and the same words near by are preferred to those far away.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from typing import NamedTuple

from valla.library import Stretch
from valla.trace.quoted import Quoted
from valla.trace.rarity import Rarity
from valla.text.words import Word, words_in

NEAR = 12
"""Words lost or added without a mark up to which a place goes on; beyond, it is another place."""

TELLING = 8.0
"""Bits that a run must tell to begin a place: a rare word, or a few common ones together."""

MOST_RUNS = 240
"""Runs that are chained at most, the most telling first; the chain's cost grows with their square."""

DISAGREES = 2.2
"""Bits that a word takes away which stands in the midst of agreeing ones and does not agree."""

SHORT_LEAP = 60
"""Words over which a marked omission leaps lightly."""

OFTEN = 40
"""A single word met more often than this in one stretch begins no run by itself."""

LETTERS_A_WORD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A stretch of a source as words; their offsets are in the whole document."""

    stretch: Stretch
    words: tuple[Word, ...]
    keys: tuple[str, ...]

    def said(self, first: int, last: int) -> str:
        """Return the words from the first up to but not with the last, as they are printed."""
        return self.between(self.words[first].start, self.words[last - 1].end) if first < last else ""

    def between(self, start: int, end: int) -> str:
        """Return the text between two offsets of the document that lie in the stretch."""
        return self.stretch.text[start - self.stretch.start : end - self.stretch.start]

    @property
    def end(self) -> int:
        """Where the stretch ends in the document."""
        return self.stretch.start + len(self.stretch.text)


def field_of(stretch: Stretch) -> Field:
    """Split a stretch into words."""
    words = words_in(stretch.text, shift=stretch.start)
    return Field(stretch=stretch, words=tuple(words), keys=tuple(word.key for word in words))


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


def find_runs(quoted: Quoted, fields: Sequence[Field], rarity: Rarity) -> list[Run]:
    """Return the longest runs of equal words within one piece that tell enough, in the order of the quotation."""
    runs = [run for number, field in enumerate(fields) for run in _runs_in(quoted, number, field, rarity)]
    runs.sort(key=lambda run: (-run.bits, run))
    return sorted(runs[:MOST_RUNS])


def _runs_in(quoted: Quoted, number: int, field: Field, rarity: Rarity) -> list[Run]:
    """Return the runs of one field."""
    sought = frozenset(quoted.keys)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(field.keys):
        if key in sought:
            places[key].append(index)
    runs = []
    for p, key in enumerate(quoted.keys):
        begins = p == 0 or quoted.piece[p - 1] != quoted.piece[p]
        for s in places[key]:
            if not begins and s and quoted.keys[p - 1] == field.keys[s - 1]:
                continue
            length = _length(quoted, field, p, s)
            if length == 1 and len(places[key]) > OFTEN:
                continue
            bits = _told(quoted, p, length, rarity)
            if bits >= TELLING:
                runs.append(Run(p, number, s, length, bits))
    return runs


def _told(quoted: Quoted, p: int, length: int, rarity: Rarity) -> float:
    """Return how much a run tells; words in round brackets count half, for they may be a gloss."""
    keys = quoted.keys[p : p + length]
    glossed = [key for word, key in enumerate(keys, p) if quoted.gloss[word]]
    return rarity.tells(keys) - rarity.tells(glossed) / 2


def _length(quoted: Quoted, field: Field, p: int, s: int) -> int:
    """Return how many words agree from two places on, within one piece."""
    piece, first = quoted.piece[p], p
    while p < len(quoted.keys) and s < len(field.keys) and quoted.piece[p] == piece and quoted.keys[p] == field.keys[s]:
        p, s = p + 1, s + 1
    return p - first


def best_chain(runs: Sequence[Run], quoted: Quoted, fields: Sequence[Field]) -> list[Run]:
    """Return the runs that together explain most, trimmed where they overlap; ties go to the earlier runs."""
    scores: list[float] = []
    links: list[tuple[int, int]] = []  # the run before, and the words trimmed from this one
    for at, run in enumerate(runs):
        score, link = run.bits, (-1, 0)
        for before in range(at):
            cut = _overlap(runs[before], run)
            if cut >= run.length:
                continue
            gain = scores[before] + run.bits * (1 - cut / run.length) - _leap(runs[before], run, cut, quoted, fields)
            if gain > score + 1e-9:
                score, link = gain, (before, cut)
        scores.append(score)
        links.append(link)
    if not runs:
        return []
    at = max(range(len(runs)), key=lambda index: (scores[index], -index))
    chain = []
    while at >= 0:
        before, cut = links[at]
        run = runs[at]
        chain.append(Run(run.p + cut, run.field, run.s + cut, run.length - cut, run.bits * (1 - cut / run.length)))
        at = before
    return chain[::-1]


def _overlap(one: Run, other: Run) -> int:
    """Return how many words to trim from the second run so that it begins behind the first, in quotation and source."""
    cut = max(0, one.q - other.p)
    if one.field == other.field and one.s <= other.s:
        cut = max(cut, one.t - other.s)
    return cut


def _leap(one: Run, other: Run, cut: int, quoted: Quoted, fields: Sequence[Field]) -> float:
    """Return what it costs to go on from one run to another, in bits."""
    marked = quoted.piece[one.q - 1] != quoted.piece[other.p + cut]
    over = other.p + cut - one.q
    ahead = _distance(one, other, cut, fields)
    if ahead < 0:
        return (10.0 if marked else 14.0) + log2(1 - ahead)
    if marked:
        return 1.0 + log2(1 + ahead) * 0.5 if ahead <= SHORT_LEAP else 5.0 + log2(1 + ahead)
    shift = abs(ahead - over)
    if shift <= NEAR:
        return toll(min(ahead, over)) + toll(shift)
    return 10.0 + log2(1 + shift) + toll(min(over, ahead))


def toll(words: int) -> float:
    """Return what it costs that some words together do not agree: at first each the same, then less and less."""
    return min(DISAGREES * words, 3 * DISAGREES + 2.0 * log2(1 + words))


def _distance(one: Run, other: Run, cut: int, fields: Sequence[Field]) -> int:
    """Return the words between two runs in the source, negative where the second stands earlier."""
    if one.field == other.field:
        return other.s + cut - one.t
    here, there = fields[one.field].words[one.t - 1], fields[other.field].words[other.s + cut]
    return (there.start - here.end) // LETTERS_A_WORD
