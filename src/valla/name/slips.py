"""Slips of pen, press and scan: letters lost, doubled, in each other's place, or misread for their likes.

One slip is believed in a name of seven letters, two in one of eight; of more nothing is left to be sure of.
"""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from valla.text.variants import LOOKALIKE, letters_apart

LEGIBLE = 7
"""Letters from which on a name with one slip can still be read."""
LONG = 8
"""The same with two slips."""
SWAPPED = 0.5
LOST = 0.6
STRANGE = 1.5
"""What a letter weighs that another stands for which is not like it."""
ONE_SLIP = LOST
TWO_SLIPS = 1.1
MOST = 3
"""Differing letters beyond which nothing is weighed, where `rn` may have been read as `m`; else one fewer."""
_WIDE = re.compile("rn|in|ni|cl|vv|li|il")
_DOUBLED = re.compile(r"(.)\1+")
_DOUBTFUL = frozenset(
    {
        "nr",
        "rt",
        "fr",
        "mn",
        "rv",
        "au",
        "as",
        "ae",
        "hn",
        "ct",
        "np",
        "pn",
        "hk",
        "ij",
        "vy",
        "gy",
        "xz",
        "ei",
        "ao",
        "eo",
    }
)
"""Pairs that scans confuse but that make other names as often, sorted."""


def slipped(one: str, other: str) -> str | None:
    """Return the slips that make one small-lettered name of the other, in words; None where it takes more than slips."""
    one, other = plain_of(one), plain_of(other)
    short = min(len(one), len(other))
    most = MOST if _WIDE.search(one + other) else MOST - 1
    if short < LEGIBLE or OSA.distance(one, other, score_cutoff=most) > most:
        return None
    apart = slips_apart(one, other)
    if apart <= LOOKALIKE and short >= LEGIBLE:
        return "letters that are misread for each other"
    if apart <= ONE_SLIP and short > LEGIBLE:
        return "two letters have changed places, or one is lost"
    return "two slips of the press" if apart <= TWO_SLIPS and short >= LONG else None


def plain_of(name: str) -> str:
    """Return a name with its doubled letters single, since a letter doubled or not is the commonest slip."""
    return _DOUBLED.sub(r"\1", name.replace("ck", "k"))


def slips_apart(one: str, other: str) -> float:
    """Return the weight of the slips between two names: the weighted edit distance of Wagner and Fischer (1974)."""
    rows = [[LOST * column for column in range(len(other) + 1)]]
    for at, letter in enumerate(one, 1):
        cells = [LOST * at]
        for column, facing in enumerate(other, 1):
            exchanged = 0.0 if letter == facing else _exchanged(letter, facing)
            best = min(rows[-1][column - 1] + exchanged, rows[-1][column] + LOST, cells[-1] + LOST)
            mine, theirs = one[max(0, at - 2) : at], other[max(0, column - 2) : column]
            if at > 1 and column > 1 and mine == theirs[::-1] and mine != theirs:
                best = min(best, rows[-2][column - 2] + SWAPPED)
            if column > 1 and (letter, theirs) in _TWO:
                best = min(best, rows[-1][column - 2] + LOOKALIKE)
            if at > 1 and (facing, mine) in _TWO:
                best = min(best, rows[-2][column - 1] + LOOKALIKE)
            cells.append(best)
        rows.append(cells)
    return rows[-1][-1]


_TWO = frozenset(
    {("m", "rn"), ("m", "in"), ("m", "ni"), ("d", "cl"), ("w", "vv"), ("h", "li"), ("u", "li"), ("u", "il")}
)


@lru_cache(maxsize=1 << 13)
def _exchanged(one: str, other: str) -> float:
    """Return what it weighs that one letter stands for another."""
    alike = letters_apart(one, other) <= LOOKALIKE and "".join(sorted(one + other)) not in _DOUBTFUL
    return LOOKALIKE if alike else STRANGE
