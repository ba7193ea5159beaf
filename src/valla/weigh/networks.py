"""The network of a case: one node an entry, its table filled from the numbers of the file. Compilation is mechanical."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np
from numpy.typing import NDArray

from valla.model.cases import Weighed
from valla.model.weights import Number
from valla.weigh.factors import Factor, Floats, eliminate, make_factor, observe

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A variable with its parents. `cells` hold positions of numbers in the list of all numbers.

    kind "prior": one cell a state, -1 for what the others leave; "table": for each setting of the parents the number
    that is the probability of state 1; "reliability": the numbers of states 1 and 2, state 0 has what is left; "copy":
    the number without prompting, then one for each parent.
    """

    variable: int
    kind: str
    states: int
    cells: Ints
    parents: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The nodes of a case in the order of their variables, its numbers, and what is observed of it.

    Variable 0 is the hypotheses. `names` are the entries behind the variables.
    """

    names: tuple[str, ...]
    kinds: tuple[str, ...]
    lines: tuple[int, ...]
    nodes: tuple[Node, ...]
    numbers: tuple[Number, ...]
    evidence: Mapping[int, int]
    weighed: Weighed
    tied: bool = False
    place: Mapping[str, int] = field(default_factory=dict)

    @property
    def free(self) -> tuple[int, ...]:
        """Return the positions of the numbers whose ends differ."""
        return tuple(index for index, number in enumerate(self.numbers) if number.free)

    @property
    def middle(self) -> Floats:
        """Return every number at the middle of its range, as one setting: shape (numbers, 1)."""
        return np.array([[(number.low + number.high) / 2] for number in self.numbers])


def posterior(
    network: Network,
    values: Floats,
    evidence: Mapping[int, int] | None = None,
    keep: Sequence[int] = (0,),
    *,
    draws: bool = False,
) -> Floats:
    """Return the joint posterior of the variables to keep: their axes, then the settings.

    `values` has shape (numbers, settings). `evidence` stands in place of the network's own where it is given. `draws`
    promises that only free numbers differ from setting to setting, which spares looking.
    """
    seen = network.evidence if evidence is None else evidence
    steady = frozenset(range(len(network.numbers))).difference(network.free) if draws else steady_of(values)
    wanted = relevant(network, seen, keep)
    factors = [
        observe(factor_of(node, values, steady, seen.get(node.variable)), seen)
        for node in network.nodes
        if node.variable in wanted
    ]
    table = eliminate(factors, keep)
    return np.broadcast_to(table, (*table.shape[:-1], values.shape[1]))


def steady_of(values: Floats) -> frozenset[int]:
    """Return the numbers that are the same in every setting."""
    return frozenset(np.flatnonzero((values == values[:, :1]).all(axis=1)).tolist())


def relevant(network: Network, evidence: Mapping[int, int], keep: Sequence[int]) -> set[int]:
    """Return the variables that bear on the question: those asked, those observed, and what lies behind them."""
    wanted: set[int] = set()
    stack = [*keep, *evidence]
    while stack:
        variable = stack.pop()
        if variable not in wanted:
            wanted.add(variable)
            stack.extend(network.nodes[variable].parents)
    return wanted


def factor_of(node: Node, values: Floats, steady: frozenset[int], seen: int | None) -> Factor:
    """Return the table of a node for every setting of the numbers; of an observed report only what was observed."""
    used = [int(cell) for cell in node.cells.ravel() if cell >= 0]
    if all(cell in steady for cell in used):
        values = values[:, :1]
    if seen is not None and node.kind == "table":
        yes = values[node.cells]
        return make_factor(node.parents, yes if seen else 1.0 - yes)
    return make_factor((*node.parents, node.variable), TABLES[node.kind](node, values))


def prior_table(node: Node, values: Floats) -> Floats:
    """Return the priors; the rest has what the others leave."""
    named = [int(cell) for cell in node.cells if cell >= 0]
    left = 1.0 - values[named].sum(axis=0)
    return np.stack([values[cell] if cell >= 0 else left for cell in node.cells])


def yes_no_table(node: Node, values: Floats) -> Floats:
    """Return the probabilities of no and yes for each setting of the parents."""
    yes = values[node.cells]
    return np.stack([1.0 - yes, yes], axis=-2)


def reliability_table(node: Node, values: Floats) -> Floats:
    """Return the probabilities of truthful, mistaken and lying."""
    return np.stack([1.0 - values[node.cells].sum(axis=0), *values[node.cells]])


def copy_table(node: Node, values: Floats) -> Floats:
    """Return the probabilities that a copy has the words: unprompted, or by any of the parents that have them."""
    unprompted, *copies = node.cells
    rows = []
    for held in product((False, True), repeat=len(copies)):
        missed = np.ones(values.shape[1])
        for has, cell in zip(held, copies, strict=True):
            missed = missed * (1.0 - values[cell]) if has else missed
        rows.append(1.0 - missed if any(held) else values[unprompted])
    yes = np.array(rows).reshape(*(2,) * len(copies), values.shape[1])
    return np.stack([1.0 - yes, yes], axis=-2)


TABLES = {"prior": prior_table, "table": yes_no_table, "reliability": reliability_table, "copy": copy_table}
