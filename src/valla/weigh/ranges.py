"""Where the posterior can come to inside the stated ranges: every corner, or a climb; and draws between the ends.

The posterior is a ratio of functions linear in each number, so it is monotone in each, and its extremes over the box lie
at corners, provided that each number enters one table once.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from valla.model.weights import Corners
from valla.weigh.factors import Floats
from valla.weigh.networks import Network, posterior

MOST_FREE = 17
"""Free numbers of which every corner is taken: 2 to this power settings."""
CHUNK = 4096
"""Settings reckoned at once: a table of them stays in the cache of the processor."""
STARTS = 6
SWEEPS = 8
TOLERANCE = 1e-12


@dataclass(frozen=True, slots=True)
class Extremes:
    """The lowest and highest posterior of each hypothesis, which of them lead somewhere, and how that was found."""

    low: Floats
    high: Floats
    leaders: frozenset[int]
    corners: Corners


def find_extremes(network: Network, seed: int) -> Extremes:
    """Return the extremes of each posterior over the box of the ranges."""
    free = len(network.free)
    if free <= MOST_FREE:
        return enumerate_corners(network)
    return climb_corners(network, seed)


def enumerate_corners(network: Network) -> Extremes:
    """Return the extremes over every corner; they are exact where no number is shared by two tables."""
    free = network.free
    low, high, leaders = fold_extremes(network, corner_chunks(network))
    count = 1 << len(free)
    if network.tied:
        reason = "inner bound: a number is shared by two tables, so an extreme may lie between its ends"
        return Extremes(low, high, leaders, Corners(count=count, free=len(free), exact=False, reason=reason))
    return Extremes(low, high, leaders, Corners(count=count, free=len(free), exact=True, reason="all corners, exact"))


def corner_chunks(network: Network) -> Iterator[Floats]:
    """Yield the corners of the box as settings, some at a time."""
    free = network.free
    size = min(CHUNK, 1 << len(free))
    values = np.repeat(network.middle, size, axis=1)
    for start in range(0, 1 << len(free), size):
        codes = np.arange(start, start + size)
        for bit, index in enumerate(free):
            number = network.numbers[index]
            values[index] = np.where(codes >> bit & 1, number.high, number.low)
        yield values


def fold_extremes(network: Network, chunks: Iterator[Floats]) -> tuple[Floats, Floats, frozenset[int]]:
    """Return the lowest and highest posterior over some settings, and the hypotheses that lead in any of them."""
    states = network.nodes[0].states
    low, high, leaders = np.ones(states), np.zeros(states), set[int]()
    for values in chunks:
        shares = posterior(network, values, draws=True)
        low, high = np.minimum(low, shares.min(axis=1)), np.maximum(high, shares.max(axis=1))
        leaders.update(np.unique(shares.argmax(axis=0)).tolist())
    return low, high, frozenset(leaders)


def climb_corners(network: Network, seed: int) -> Extremes:
    """Return extremes by climbing coordinate by coordinate from several starts: an inner bound, and said to be one."""
    states, free = network.nodes[0].states, network.free
    lows, highs = bounds_of(network)
    chance = np.random.default_rng(seed)
    starts = np.where(chance.random((len(lows), STARTS)) < 0.5, lows, highs)  # noqa: PLR2004  (a fair coin)
    starts[:, 0], starts[:, 1] = lows[:, 0], highs[:, 0]
    goals = [(state, sign) for state in range(states) for sign in (1.0, -1.0) for _ in range(STARTS)]
    values = np.tile(starts, (1, 2 * states))
    picked, signs = np.array([goal[0] for goal in goals]), np.array([goal[1] for goal in goals])
    best, columns = np.full(len(goals), -np.inf), np.arange(len(goals))
    for _ in range(SWEEPS):
        before = best.copy()
        for index in free:
            both = np.concatenate([values, values], axis=1)
            both[index] = np.repeat([lows[index, 0], highs[index, 0]], len(goals))
            reached = posterior(network, both)[np.tile(picked, 2), np.arange(2 * len(goals))] * np.tile(signs, 2)
            at_low, at_high = reached[: len(goals)], reached[len(goals) :]
            values[index] = np.where(at_high > at_low, highs[index, 0], lows[index, 0])
            best = np.maximum(at_low, at_high)
        if (best - before < TOLERANCE).all():
            break
    shares = posterior(network, values)
    leaders = frozenset(shares[:, columns].argmax(axis=0).tolist())
    reason = f"inner bound: too many free numbers for every corner, climbed from {STARTS} starts"
    found = Corners(count=len(goals), free=len(free), exact=False, reason=reason)
    return Extremes(shares.min(axis=1), shares.max(axis=1), leaders, found)


def bounds_of(network: Network) -> tuple[Floats, Floats]:
    """Return the lower and the upper ends of all numbers, each of shape (numbers, 1)."""
    lows = np.array([[number.low] for number in network.numbers])
    highs = np.array([[number.high] for number in network.numbers])
    return lows, highs


def draw_posteriors(network: Network, draws: int, seed: int) -> Floats:
    """Return the posteriors of draws inside the ranges, uniform and independent: shape (hypotheses, draws)."""
    chance = np.random.default_rng(seed)
    shares = np.empty((network.nodes[0].states, draws))
    free = list(network.free)
    lows, highs = bounds_of(network)
    values = np.repeat(network.middle, min(CHUNK, draws), axis=1)
    for start in range(0, draws, CHUNK):
        part = values[:, : min(CHUNK, draws - start)]
        part[free] = lows[free] + (highs - lows)[free] * chance.random((len(free), part.shape[1]))
        shares[:, start : start + part.shape[1]] = posterior(network, part, draws=True)
    return shares
