"""How far two names are apart in the alphabet of sounds, each difference by how often print makes it.

Method: own; a weighted edit distance (Wagner and Fischer 1974) with swaps of neighbours. Vowels, glides and h are
cheap, because romanisations part over them; related consonants cost a third; the first letter is dear.
"""

from functools import lru_cache
from itertools import accumulate
from math import inf

from valla.name.folding import GLIDES, is_vowel

FIRST = 1.7
"""By how much a difference in the first sound weighs more: names that differ there are seldom one."""
SWAP = 0.5
STRANGE = 1.0
"""A consonant for another that has nothing to do with it, or one too many."""
VOWEL_LOST = 0.7
SILENT_LOST = 0.2
LONGEST = 40

_CLOSE = {
    **dict.fromkeys(("QC", "QX", "QS", "QT", "jJ", "jZ", "jy", "zT", "zZ", "yi", "Xh", "SZ"), 0.1),
    **dict.fromkeys(("zs", "kg", "kX", "gh", "gX", "ZJ", "CT", "CJ", "CS", "Ts", "Ss", "vf", "JT"), 0.3),
    **dict.fromkeys(("bp", "Qk", "TS", "sC", "bv", "jX", "jh", "xs", "Jd", "Zs", "mn", "fp", "zC", "Jg", "tT"), 0.5),
    **dict.fromkeys(("dt",), 0.8),
    **dict.fromkeys(("ei", "ou"), 0.9),
    **dict.fromkeys(("ae",), 0.9),
}
_COST = {**_CLOSE, **{pair[::-1]: cost for pair, cost in _CLOSE.items()}}
_OPEN = frozenset(
    pair for one in ("QC", "QX", "QS", "jJ", "jZ", "jy", "zT", "zZ", "SZ", "Xh", "vf") for pair in (one, one[::-1])
)
"""Pairs that are two ways of writing one sound, at the start of a name as well."""
LEAST_FIRST = 0.3
_OTHER_VOWEL = 0.9
EARLY = 3
"""Sounds from the start among which another vowel makes another name: Marat is not Murat."""
EARLY_VOWEL = 0.95
LAST_VOWEL = 0.9
FIRST_GLIDE = 0.35
SHORT = 6
"""Sounds below which every difference weighs more: a short name has little else to be known by."""
SHORTER = 1.9


@lru_cache(maxsize=1 << 16)
def sounds_apart(one: str, other: str, most: float = inf) -> float:
    """Return the weighted number of differences between two names in the alphabet of sounds; beyond `most`, infinite."""
    one, other = one[:LONGEST], other[:LONGEST]
    losses = [_lost(sound, at, len(other)) for at, sound in enumerate(other)]
    rows = [list(accumulate(losses, initial=0.0))]
    for at in range(len(one)):
        rows.append(_row(one, other, at, rows, losses))
        if min(rows[-1]) > most and min(rows[-2]) > most:  # a swap reaches over one row
            return inf
    return rows[-1][-1]


def _row(one: str, other: str, at: int, rows: list[list[float]], losses: list[float]) -> list[float]:
    """Return the next row of the table; `losses` is what each sound of the other name costs if it is missing."""
    above, sound = rows[-1], one[at]
    lost = _lost(sound, at, len(one))
    cells = [above[0] + lost]
    for place, facing in enumerate(other):
        best = min(
            above[place] + (0.0 if sound == facing else _exchanged(sound, facing, min(at, place, EARLY))),
            above[place + 1] + lost,
            cells[-1] + losses[place],
        )
        if at and place and sound == other[place - 1] and facing == one[at - 1] and sound != facing:
            best = min(best, rows[-2][place - 1] + SWAP)
        cells.append(best)
    return cells


@lru_cache(maxsize=1 << 13)
def _exchanged(one: str, other: str, at: int) -> float:
    """Return what it costs that one sound stands for another; behind the first few it is the same everywhere."""
    both = is_vowel(one) and is_vowel(other)
    vowel = EARLY_VOWEL if at < EARLY else _OTHER_VOWEL
    cost = _COST.get(one + other, vowel if both else STRANGE)
    if both and at < EARLY:
        cost = max(cost, vowel)
    return max(cost, LEAST_FIRST) * FIRST if not at and (one + other) not in _OPEN else cost


def _lost(sound: str, at: int, length: int) -> float:
    """Return what it costs that a sound is missing."""
    if sound == "h" or sound in GLIDES:
        return SILENT_LOST if at else FIRST_GLIDE
    cost = VOWEL_LOST if is_vowel(sound) else STRANGE
    if sound in "aio" and at == length - 1:
        cost = LAST_VOWEL
    return cost * FIRST if not at else cost
