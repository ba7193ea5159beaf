"""What the answer hangs on: each number alone, each pair, the value that turns it, and what would be worth knowing."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from valla.model.weights import Bar, Flip, Inquiry, Number, PairFlip
from valla.weigh.factors import Floats
from valla.weigh.networks import Network, posterior

EDGE = 1e-4
"""How near to 0 and 1 a number is pushed when a value that turns the answer is sought."""
HALVINGS = 30
MOST_PAIRS = 12
"""Numbers with the longest bars whose pairs are tried; a number that moves little turns little."""


def settings_of(network: Network, changes: Sequence[Sequence[tuple[int, float]]]) -> Floats:
    """Return the middle of every range with some numbers changed: one setting for each list of changes."""
    values = np.repeat(network.middle, max(1, len(changes)), axis=1)
    for setting, changed in enumerate(changes):
        for index, value in changed:
            values[index, setting] = value
    return values


def measure_bars(network: Network, lead: int) -> tuple[Bar, ...]:
    """Return how far each free number moves the leading hypothesis, the furthest first; ties in the order of the file."""
    free = network.free
    if not free:
        return ()
    ends = [[(index, end)] for index in free for end in (network.numbers[index].low, network.numbers[index].high)]
    reached = posterior(network, settings_of(network, ends))[lead]
    bars = [
        Bar(number=network.numbers[index], at_low=float(reached[2 * place]), at_high=float(reached[2 * place + 1]))
        for place, index in enumerate(free)
    ]
    return tuple(sorted(bars, key=lambda bar: (-bar.width, bar.number.line, bar.number.key)))


def limits_of(network: Network, index: int) -> tuple[float, float]:
    """Return how low and how high a number can be pushed while its table stays one of probabilities."""
    for node in network.nodes:
        if node.kind in {"prior", "reliability"} and index in node.cells and (node.kind != "prior" or -1 in node.cells):
            others = [network.middle[cell, 0] for cell in node.cells if cell not in {-1, index}]
            return EDGE, 1.0 - float(sum(others)) - EDGE
    return EDGE, 1.0 - EDGE


def find_flips(network: Network, lead: int, names: Sequence[str]) -> tuple[Flip, ...]:
    """Return for each number the nearest value that gives the lead to another, those nearest in log odds first.

    Every number is pushed alone, up and down, free or not; within its range or beyond it. Found by bisection.
    """
    pushed = [(index, limit) for index in range(len(network.numbers)) for limit in limits_of(network, index)]
    still = np.array([network.middle[index, 0] for index, _ in pushed])
    far = np.array([limit for _, limit in pushed])
    turned = leaders_at(network, pushed, far) != lead
    for _ in range(HALVINGS):
        between = (still + far) / 2
        over = leaders_at(network, pushed, between) != lead
        still, far = np.where(over, still, between), np.where(over, between, far)
    after = leaders_at(network, pushed, far)
    flips = [
        flip_of(network.numbers[index], float(far[row]), names[int(after[row])])
        for row, (index, _) in enumerate(pushed)
        if turned[row]
    ]
    return tuple(sorted(flips, key=lambda flip: (distance(flip), flip.number.line, flip.number.key)))


def leaders_at(network: Network, pushed: Sequence[tuple[int, float]], values: Floats) -> np.ndarray:
    """Return which hypothesis leads when each number in turn is set to a value."""
    changes = [[(index, float(value))] for (index, _), value in zip(pushed, values, strict=True)]
    leaders: np.ndarray = posterior(network, settings_of(network, changes)).argmax(axis=0)
    return leaders


def flip_of(number: Number, value: float, lead: str) -> Flip:
    """Return one flip, with whether it lies inside the stated range."""
    return Flip(number=number, value=value, lead=lead, inside=number.low <= value <= number.high)


def distance(flip: Flip) -> float:
    """Return how far a flip lies from the middle of the stated range, in log odds."""
    return abs(log_odds(flip.value) - log_odds((flip.number.low + flip.number.high) / 2))


def log_odds(share: float) -> float:
    """Return the log odds of a probability strictly between 0 and 1."""
    return float(np.log(share) - np.log1p(-share))


def find_pair(network: Network, lead: int, names: Sequence[str], bars: Sequence[Bar]) -> PairFlip | None:
    """Return the two numbers whose ends together most surely give the lead away; None where no two of them do."""
    place = {number.key: index for index, number in enumerate(network.numbers)}
    longest = sorted(place[bar.number.key] for bar in bars[:MOST_PAIRS])
    changes = [
        [(first, one), (second, two)]
        for first, second in combinations(longest, 2)
        for one in ends_of(network.numbers[first])
        for two in ends_of(network.numbers[second])
    ]
    if not changes:
        return None
    shares = posterior(network, settings_of(network, changes))
    margins = shares[lead] - np.delete(shares, lead, axis=0).max(axis=0, initial=0.0)
    best = int(margins.argmin())
    if margins[best] >= 0:
        return None
    (first, one), (second, two) = changes[best]
    return PairFlip(
        first=network.numbers[first], first_value=one, second=network.numbers[second], second_value=two,
        lead=names[int(shares[:, best].argmax())], shares=tuple(shares[:, best].tolist()),
    )  # fmt: skip


def ends_of(number: Number) -> tuple[float, float]:
    """Return both ends of a number's range."""
    return number.low, number.high


def price_inquiries(network: Network) -> tuple[Inquiry, ...]:
    """Return what it would be worth to know each unknown, in bits about the hypotheses; the dearest first."""
    unknown = [variable for variable in range(1, len(network.names)) if variable not in network.evidence]
    found = [
        Inquiry(
            entry=network.names[variable], kind=network.kinds[variable], line=network.lines[variable],
            bits=mutual_information(posterior(network, network.middle, keep=(0, variable))[:, :, 0]),
        )
        for variable in unknown
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda row: (-row.bits, row.line, row.entry)))


def mutual_information(joint: Floats) -> float:
    """Return the mutual information of the two axes of a joint table, in bits; never below zero."""
    apart = joint.sum(axis=1, keepdims=True) * joint.sum(axis=0, keepdims=True)
    there = joint > 0
    return max(0.0, float((joint[there] * np.log2(joint[there] / apart[there])).sum()))
