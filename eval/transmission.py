"""A generated transmission of documents whose copying is known: lines and the hands that all pass follow from the plan.

`lines` families copy each from its own lost original; inside a family everyone copies an earlier member, so its first
copy is passed by all. Where there is a neck, every family hands on to a row of single books before the essay.
"""

import random
from itertools import pairwise

Pairs = list[tuple[str, str]]


def make_transmission(seed: int, *, documents: int, lines: int, neck: int) -> tuple[Pairs, tuple[str, ...], int]:
    """Return pairs (giver, taker) that run to `essay`, the hands that all pass, and the number of independent lines."""
    chance = random.Random(seed)  # noqa: S311 - a reproducible choice, nothing secret
    row = [f"neck{number}" for number in range(neck)]
    end = row[0] if row else "essay"
    pairs: Pairs = list(pairwise([*row, "essay"]))
    size = (documents - neck) // lines
    for family in range(lines):
        names = [f"f{family}-{number}" for number in range(size)]
        for number, name in enumerate(names[1:], 1):
            givers = {chance.randrange(number) for _ in range(chance.choice((1, 1, 1, 2)))}
            pairs += [(names[giver], name) for giver in sorted(givers)]
        pairs.append((names[-1], end))  # the last copy is the one that was used; others end where they are
    return pairs, tuple(row), 1 if row else lines
