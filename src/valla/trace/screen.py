"""A first look at the stretches of a document: what their words could tell at most, before any is given its place."""

import re
from collections import Counter
from collections.abc import Sequence
from math import inf

from valla.trace.asked import Asked
from valla.trace.chains import told_at_most
from valla.trace.lines import Line
from valla.trace.rarity import RUNNING
from valla.trace.runs import Run, most_telling

WORTH_LAYING = 0.7
"""Share of the bits needed that the runs must tell before their surroundings are aligned word by word."""

WORTH_READING = 0.4
"""The same for a stretch beside another that tells enough."""

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


def could_be_told(line: Line, runs: list[Run]) -> float:
    """Return the most that the runs shared with a line can tell in one place."""
    return inf if _is_unscreened(line) else told_at_most(most_telling(runs))


def _is_unscreened(line: Line) -> bool:
    """Tell whether a line has letters whose words are not judged at first sight."""
    return not line.text.isascii() and _UNSCREENED.search(line.text) is not None
