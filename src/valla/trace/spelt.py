"""The chain of a quotation that is spelt otherwise than its source.

A letter of 1605 and its modern print share every other word, and in a chain of words that are just the same a phrase
quoted elsewhere in the book may count for more than the letter itself. So where few words are the same, or the chain must
leap, words are compared once more by what their spelling stands for (see `valla.text.variants.skeleton_of`).
"""

from collections.abc import Sequence
from itertools import pairwise

from valla.text.variants import modern, skeleton_of
from valla.trace.bench import SPELT
from valla.trace.chains import best_chain, few_are_whole, leaps, told_by
from valla.trace.lines import Line
from valla.trace.parts import LONGEST, Part
from valla.trace.quoted import Quoted
from valla.trace.rarity import Rarity
from valla.trace.runs import Run, find_runs, net_of

SOME, ONE_IN = 3, 12
"""Words that must be spelt in two ways, and one in so many of all."""

FOLDED = 4
"""Letters from which words are folded."""

TELLS = 0.8
"""Share of its bits that a word tells which is the same but for its spelling; so one of five must be won to matter."""


def chain_as_spelt(chain: Sequence[Run], quoted: Quoted, fields: Sequence[Line], rarity: Rarity) -> Sequence[Run]:
    """Return the chain, or the one that other spellings give if its best place tells more by far."""
    if not chain or not (few_are_whole(chain, quoted) or _leaps_unmarked(chain, quoted)):
        return chain
    mine, theirs = _folded(quoted.keys), [_folded(line.keys) for line in fields]
    if not any(_meets_anew(quoted.keys, mine, line.keys, folded) for line, folded in zip(fields, theirs, strict=True)):
        return chain  # the runs would be the same
    other = best_chain(find_runs(net_of(quoted, rarity, keys=mine), theirs), quoted, fields)
    return other if TELLS * told_by(other, quoted, LONGEST) > told_by(chain, quoted, LONGEST) else chain


def is_spelt_otherwise(parts: Sequence[Part], quoted: Quoted) -> bool:
    """Tell whether so many words are spelt in two ways that it is the spelling of another time or house."""
    spelt = sum(step.price == SPELT for part in parts for step in part.steps)
    return spelt >= SOME and spelt * ONE_IN >= len(quoted.keys)


def _leaps_unmarked(chain: Sequence[Run], quoted: Quoted) -> bool:
    """Tell whether a chain goes on in another place where no omission is marked."""
    return any(
        quoted.piece[one.q - 1] == quoted.piece[other.p] and leaps(one, other, quoted, LONGEST)
        for one, other in pairwise(chain)
    )


def _meets_anew(mine: Sequence[str], wanted: Sequence[str], theirs: Sequence[str], folded: Sequence[str]) -> bool:
    """Tell whether any word of a source is folded like a quoted word that it is not."""
    sought, known = set(wanted), set(zip(mine, wanted, strict=True))
    alike = {row for row in set(zip(theirs, folded, strict=True)) if row[1] in sought}
    return len(sought) < len(known) or not alike <= known


def _folded(keys: Sequence[str]) -> tuple[str, ...]:
    """Return words by what their spelling stands for; short ones only where they have an old form of their own."""
    return tuple(map(_FOLDED.__getitem__, keys))


class _Folded(dict[str, str]):
    """Word -> what its spelling stands for; kept, for whole stretches are folded."""

    def __missing__(self, key: str) -> str:
        if len(self) >= MOST:
            self.clear()
        self[key] = folded = skeleton_of(key, bold=True) if len(key) >= FOLDED else modern(key)
        return folded


MOST = 1 << 17
"""Words that are kept folded."""

_FOLDED = _Folded()
