"""Several analysts' files on one question: the log-linear mean of their answers, the spread, and where they part.

Log-linear pooling (Genest and Zidek 1986) commutes with new evidence that all of them accept.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from valla.model.weights import Dissent, Number, Pool, Pooled, Weighing
from valla.weigh.probing import log_odds

TINY = 1e-12


def pool_analysts(weighings: Sequence[Weighing]) -> Pool:
    """Return the pooled answer of several weighings; the hypotheses are those that all of them have."""
    common = [row.hypothesis for row in weighings[0].shares]
    common = [name for name in common if all(name in middles(other) for other in weighings)]
    logs = np.array([[np.log(max(middles(row)[name], TINY)) for name in common] for row in weighings])
    weights = np.exp(logs.mean(axis=0) - logs.mean(axis=0).max()) if common else np.array([])
    shares = tuple(
        Pooled(
            hypothesis=name, share=float(weight / weights.sum()),
            low=min(middles(row)[name] for row in weighings), high=max(middles(row)[name] for row in weighings),
        )
        for name, weight in zip(common, weights, strict=True)
    )  # fmt: skip
    names = tuple(row.case.analyst or row.case.name for row in weighings)
    return Pool(analysts=names, shares=shares, dissents=find_dissents(names, weighings))


def middles(weighing: Weighing) -> Mapping[str, float]:
    """Return the midpoint posterior of each hypothesis."""
    return {row.hypothesis: row.middle for row in weighing.shares}


def find_dissents(names: Sequence[str], weighings: Sequence[Weighing]) -> tuple[Dissent, ...]:
    """Return each number that the analysts set differently, furthest apart first; ties by key."""
    tables = [{number.key: number for number in row.numbers} for row in weighings]
    shared = [key for key in tables[0] if all(key in table for table in tables)]
    found = [dissent_of(names, [table[key] for table in tables]) for key in shared]
    return tuple(sorted((row for row in found if row.apart > TINY), key=lambda row: (-row.apart, row.key)))


def dissent_of(names: Sequence[str], numbers: Sequence[Number]) -> Dissent:
    """Return how far apart the analysts are on one number."""
    middle = [log_odds((number.low + number.high) / 2) for number in numbers]
    return Dissent(
        key=numbers[0].key, label=numbers[0].label, apart=max(middle) - min(middle),
        ranges=tuple((name, number.low, number.high) for name, number in zip(names, numbers, strict=True)),
        overlap=max(number.low for number in numbers) <= min(number.high for number in numbers),
    )  # fmt: skip
