"""Exact inference by eliminating one variable after another, for many settings of the numbers at once.

A factor's table has one axis for each variable of its scope, in ascending order, and a last axis for the settings (its
length is 1 where the table is the same in all of them). Variable elimination after Zhang and Poole (1994).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
RESCALE_AFTER = 32
"""Factors multiplied before the product is brought back to one: a thousandth to this power is still a float."""


@dataclass(frozen=True, slots=True)
class Factor:
    """A table over the variables of its scope; the last axis is the settings."""

    scope: tuple[int, ...]
    table: Floats


def make_factor(scope: Sequence[int], table: Floats) -> Factor:
    """Return a factor with its axes in ascending order of the variables."""
    order = sorted(range(len(scope)), key=lambda axis: scope[axis])
    return Factor(tuple(scope[axis] for axis in order), table.transpose(*order, len(scope)))


def observe(factor: Factor, evidence: Mapping[int, int]) -> Factor:
    """Return a factor with its observed variables fixed at what was observed."""
    seen = tuple(evidence.get(variable, slice(None)) for variable in factor.scope)
    kept = tuple(variable for variable in factor.scope if variable not in evidence)
    return Factor(kept, factor.table[seen])


def multiply(factors: Sequence[Factor]) -> Factor:
    """Return the product of factors over all of their variables."""
    scope = tuple(sorted({variable for factor in factors for variable in factor.scope}))
    ordered = sorted(factors, key=lambda factor: factor.table.size)
    product = spread(ordered[0], scope)
    for count, factor in enumerate(ordered[1:], 1):
        product = product * spread(factor, scope)
        if count % RESCALE_AFTER == 0:
            product = rescaled(product)
    return Factor(scope, product)


def spread(factor: Factor, scope: tuple[int, ...]) -> Floats:
    """Return the table with an axis of length one for each variable of a wider scope that it lacks."""
    index = tuple(slice(None) if variable in factor.scope else None for variable in scope)
    return factor.table[(*index, slice(None))]


def rescaled(table: Floats) -> Floats:
    """Return a table divided, setting by setting, by its largest entry; only the ratios of a table matter."""
    peak = table.max(axis=tuple(range(table.ndim - 1)), keepdims=True)
    return table / np.where(peak > 0, peak, 1.0)


def sum_out(variable: int, factors: Sequence[Factor]) -> Factor:
    """Return the product of factors with one variable summed out."""
    product = multiply(factors)
    axis = product.scope.index(variable)
    scope = product.scope[:axis] + product.scope[axis + 1 :]
    table: Floats = product.table.sum(axis=axis)
    return Factor(scope, rescaled(table) if len(factors) >= RESCALE_AFTER else table)


def eliminate(factors: Iterable[Factor], keep: Sequence[int]) -> Floats:
    """Return the joint table of the variables to keep, in their given order, each setting summing to one.

    Shape: one axis for each kept variable, then the settings. Evidence of probability zero gives zeros.
    """
    left = list(factors)
    for variable in elimination_order(left, frozenset(keep)):
        touching = [factor for factor in left if variable in factor.scope]
        left = [factor for factor in left if variable not in factor.scope]
        left.append(sum_out(variable, touching))
    joint = multiply(left)
    table = joint.table.transpose(*(joint.scope.index(variable) for variable in keep), len(keep))
    total = table.sum(axis=tuple(range(len(keep))), keepdims=True)
    result: Floats = table / np.where(total > 0, total, 1.0)
    return result


def elimination_order(factors: Sequence[Factor], keep: frozenset[int]) -> list[int]:
    """Return the variables to sum out, each time the one that makes the smallest table; ties by number."""
    sizes = {variable: factor.table.shape[axis] for factor in factors for axis, variable in enumerate(factor.scope)}
    near: dict[int, set[int]] = {variable: set() for variable in sizes}
    for factor in factors:
        for variable in factor.scope:
            near[variable].update(factor.scope)
    order: list[int] = []
    waiting = set(sizes) - keep
    while waiting:
        best = min(waiting, key=lambda variable: (table_size(near[variable], sizes), variable))
        waiting.remove(best)
        order.append(best)
        around = near.pop(best) - {best}
        for variable in around:
            near[variable] |= around
            near[variable].discard(best)
    return order


def table_size(scope: Iterable[int], sizes: Mapping[int, int]) -> int:
    """Return how many entries a table over these variables has."""
    size = 1
    for variable in scope:
        size *= sizes[variable]
    return size
