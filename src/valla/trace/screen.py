"""A first look at the stretches of a document: what their words could tell at most, before any is given its place."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from math import inf

from valla.text.fold import letters_of
from valla.trace.asked import Asked
from valla.trace.chains import told_at_most, toll
from valla.trace.lines import Line
from valla.trace.parts import LONGEST
from valla.trace.rarity import RUNNING
from valla.trace.runs import TELLING

WORTH_LAYING = 0.7
"""Share of the bits needed that the runs must tell before their surroundings are aligned word by word."""

WORTH_READING = 0.4
"""The same for a stretch beside another that tells enough."""

Bound = Callable[[Asked, Line], float]
"""Returns what the words of a quotation tell at most that stand in one place of a line."""

SLACK = 1e-6
"""Bits by which sums may be wrong that are taken in another order."""

_JOINED = re.compile("-+")
_UNSCREENED = re.compile("[^\x00-\u024f\u2000-\u206f\ufb00-\ufb06]")
"""Marks that combine and scripts of which few words are known: there nothing is thrown out at first sight."""


def worth_reading(asked: Asked, lines: Sequence[Line], needed: float) -> list[int]:
    """Return the numbers of the lines whose words could tell something beside another that tells enough.

    All of them where none does: then the letters are asked.
    """
    if len(lines) == 1:
        return [0]
    shares = [inf if _is_unscreened(line) else share(asked, line.keys) for line in lines]
    floor = WORTH_READING * needed if max(shares, default=0.0) >= WORTH_LAYING * needed else 0.0
    return [number for number, told in enumerate(shares) if told >= floor]


def share(asked: Asked, words: Sequence[str]) -> float:
    """Return what the words shared would tell if they stood in one place."""
    bits, times = asked.bits, asked.times
    met = Counter(filter(bits.__contains__, words))
    return RUNNING * sum([bits[key] * min(often, times[key]) for key, often in met.items()])


def told_by_letters(asked: Asked, line: Line) -> float:
    """Return what the runs shared with a line tell at most in one place, as its letters have it; no word is read for it.

    Where two words stand one behind the other, so do their letters, unless a mark with letters stands between them.
    """
    if "[" in line.text or not (line.text.isascii() or all(map(_BARE.__getitem__, set(line.text)))):
        return inf
    letters, before = line.letters, asked.told_before
    joined = "".join(["-" if seam in letters else " " for seam in asked.seams])
    runs = [(match.start(), match.end() + 1) for match in _JOINED.finditer(joined)]
    alone = [
        (at, at + 1) for at in asked.rare if "-" not in joined[max(0, at - 1) : at + 1] and asked.spelt[at] in letters
    ]
    best, ends = 0.0, list[tuple[int, float]]()  # behind each run the next word, and the most told by what ends there
    for first, last in sorted(runs + alone) if alone else runs:
        bits = before[last] - before[first]
        told = max([told - toll(first - end) for end, told in ends[-LONGEST:]], default=0.0)
        if bits >= TELLING - SLACK:
            ends.append((last, bits + max(0.0, told)))
            best = max(best, ends[-1][1])
    return best + SLACK


class _Bare(dict[str, bool]):
    """Code point -> whether it is of a word, or has no letters."""

    def __missing__(self, sign: str) -> bool:
        self[sign] = bare = sign.isalnum() or not letters_of(sign)
        return bare


_BARE = _Bare()


def told_by_runs(asked: Asked, line: Line) -> float:
    """Return the most that the runs shared with a line can tell in one place."""
    return inf if _is_unscreened(line) else told_at_most(asked.runs([line]))


def _is_unscreened(line: Line) -> bool:
    """Tell whether a line has letters whose words are not judged at first sight."""
    return not line.text.isascii() and _UNSCREENED.search(line.text) is not None
