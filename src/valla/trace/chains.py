"""The chain of runs that explains a quotation best.

A chain goes forward through the quotation. Words in its midst that do not agree cost; where it must leap in the source
it pays: little over a marked omission, more over an unmarked one, most when it goes back. So a fragment from another
place is taken in only if its own words tell enough to be no accident, and words near by are preferred to those far off.
"""

from bisect import insort
from collections.abc import Sequence
from math import inf, log2

from valla.trace.lines import Line
from valla.trace.quoted import Quoted
from valla.trace.runs import Run

NEAR = 12
"""Words lost or added without a mark up to which a place goes on; beyond, it is another place."""

SHORT_LEAP = 60
"""Words over which a marked omission leaps lightly; see `valla.trace.gaps.FAR`."""

DISAGREES = 2.2
"""Bits that a word takes away which stands in the midst of agreeing ones and does not agree."""

UNMARKED = 10.0
"""Bits that it costs to leap without a mark, beside the distance."""

BACK = 14.0
"""The same for going back; over a mark it is as dear as an unmarked leap forward."""

LETTERS_A_WORD = 6

FEW_WHOLE = 0.6
"""Share of the quoted words in runs below which the letters are asked whether it is the same text, misread."""


def best_chain(runs: Sequence[Run], quoted: Quoted, fields: Sequence[Line]) -> list[Run]:
    """Return the runs that together explain most, trimmed where they overlap; ties go to the earlier runs."""
    if len(runs) < 2:  # noqa: PLR2004  (a run alone is its chain)
        return list(runs)
    scores: list[float] = []
    links: list[tuple[int, int]] = []  # the run before, and the words trimmed from this one
    ranked: list[tuple[float, int]] = []  # the runs so far, those with the highest score first
    ends = [(field, s, p + length, s + length) for p, field, s, length, _ in runs]
    for at, run in enumerate(runs):
        p, field, s, length, bits = run
        score, link = bits, (-1, 0)
        for minus, before in ranked:
            if bits - minus < score:
                break  # none of the others can do better
            where, start, q, t = ends[before]
            cut = max(q - p, t - s, 0) if where == field and start <= s else max(q - p, 0)
            gain = bits * (1 - cut / length) - minus if cut < length else -inf
            if gain < score:
                continue
            gain -= _leap(runs[before], run, cut, quoted, fields)
            if gain > score or (gain == score and before < link[0]):
                score, link = gain, (before, cut)
        scores.append(score)
        links.append(link)
        insort(ranked, (-score, at))
    return _followed(runs, scores, links)


def _followed(runs: Sequence[Run], scores: Sequence[float], links: Sequence[tuple[int, int]]) -> list[Run]:
    """Go back along the links from the best end."""
    chain: list[Run] = []
    at = max(range(len(runs)), key=lambda index: (scores[index], -index), default=-1)
    while at >= 0:
        before, cut = links[at]
        chain.append(runs[at].trimmed(cut))
        at = before
    return chain[::-1]


def _leap(one: Run, other: Run, cut: int, quoted: Quoted, fields: Sequence[Line]) -> float:
    """Return what it costs to go on from one run to another, in bits."""
    q, begins = one.p + one.length, other.p + cut
    marked = quoted.piece[q - 1] != quoted.piece[begins]
    over = begins - q
    ahead = _distance(one, other, cut, fields)
    if ahead < 0:
        return (UNMARKED if marked else BACK) + log2(1 - ahead)
    if marked:
        return 1.0 + log2(1 + ahead) * 0.5 if ahead <= SHORT_LEAP else 5.0 + log2(1 + ahead)
    shift = abs(ahead - over)
    if shift <= NEAR:
        return toll(min(ahead, over)) + toll(shift)
    return UNMARKED + log2(1 + shift) + toll(min(over, ahead))


def toll(words: int) -> float:
    """Return what it costs that some words together do not agree: at first each the same, then less and less."""
    return _TOLLS[words] if words < len(_TOLLS) else _toll(words)


def _toll(words: int) -> float:
    """Work it out."""
    return min(DISAGREES * words, 3 * DISAGREES + 2.0 * log2(1 + words))


_TOLLS = tuple(map(_toll, range(256)))


def _distance(one: Run, other: Run, cut: int, fields: Sequence[Line]) -> int:
    """Return the words between two runs in the source, negative where the second stands earlier."""
    if one.field == other.field:
        return other.s + cut - one.s - one.length
    here, there = fields[one.field].end(one.t - 1), fields[other.field].begin(other.s + cut)
    return (there - here) // LETTERS_A_WORD


def leaps(one: Run, other: Run, quoted: Quoted, longest: int) -> bool:
    """Tell whether the second run stands in another place than the first, or behind a marked omission."""
    if one.field != other.field or quoted.piece[one.q - 1] != quoted.piece[other.p]:
        return True
    over, ahead = other.p - one.q, other.s - one.t
    return ahead < 0 or ahead - over > NEAR or over > longest


def told_by(chain: Sequence[Run], quoted: Quoted, longest: int) -> float:
    """Return the most that one unbroken stretch of a chain tells, less what the words between its runs take away."""
    best = bits = 0.0
    for at, run in enumerate(chain):
        if at and not leaps(chain[at - 1], run, quoted, longest):
            over, ahead = run.p - chain[at - 1].q, run.s - chain[at - 1].t
            bits = max(0.0, bits - toll(max(over, ahead))) + run.bits
        else:
            bits = run.bits
        best = max(best, bits)
    return best


def told_at_most(runs: Sequence[Run]) -> float:
    """Return the most that any unbroken stretch of any chain of the runs of one field could tell; see `told_by`."""
    best: list[float] = []
    for p, _, s, length, bits in runs:
        most = bits
        for told, before in zip(best, runs, strict=False):
            if told + bits <= most or s < before.s:
                continue
            over, ahead = p - before.p - before.length, s - before.s - before.length
            cut = max(0, -over, -ahead)
            if cut < length and ahead - over <= NEAR:
                most = max(most, told + bits * (1 - cut / length) - toll(max(over, ahead) + cut))
        best.append(most)
    return max(best, default=0.0)


def few_are_whole(chain: Sequence[Run], quoted: Quoted) -> bool:
    """Tell whether so few of the quoted words are in runs that it may be the same text, misread."""
    return sum(run.length for run in chain) < FEW_WHOLE * len(quoted.keys)
