"""From the entries of a case to its network: what each one depends on, and which numbers fill its table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np

from valla.model.cases import Case, Chances, Origin, Range, Source
from valla.model.weights import Number
from valla.weigh.networks import Network, Node

WITNESS_STATES = {"mistaken": 1, "lying": 2}
EVEN = 0.5
"""What a mistaken or lying witness says where the file gives no numbers: either, whatever is the case."""
UNPROMPTED = 0.01
"""How likely the same words are without the report that they are a copy of, where the file does not say."""
COPIES = 0.9
REST = -1


@dataclass(slots=True)
class Ledger:
    """The numbers of a case as they are met: one position each; tied numbers share theirs."""

    numbers: list[Number] = field(default_factory=list)
    ties: dict[str, int] = field(default_factory=dict)
    tied: bool = False

    def enter(self, key: str, label: str, entry: str, value: Range) -> int:
        """Return the position of a number, entering it where it is new."""
        if value.tie and value.tie in self.ties:
            self.tied = True
            return self.ties[value.tie]
        return self.add(
            Number(key=key, label=label, entry=entry, line=value.at.line, low=value.low, high=value.high), value.tie
        )

    def fix(self, key: str, label: str, entry: str, line: int, value: float) -> int:
        """Return the position of a number that the file does not give."""
        return self.add(Number(key=key, label=label, entry=entry, line=line, low=value, high=value))

    def add(self, number: Number, tie: str = "") -> int:
        """Enter a number and return its position."""
        self.numbers.append(number)
        if tie:
            self.ties[tie] = len(self.numbers) - 1
        return len(self.numbers) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The variables of a case by name and kind, before any table is filled."""

    case: Case
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    lines: tuple[int, ...]
    place: Mapping[str, int]
    ledger: Ledger

    @property
    def hypotheses(self) -> list[str]:
        """Return the names of the hypotheses."""
        return [row.name for row in self.case.hypotheses]


def compile_case(case: Case) -> Network:
    """Return the network of a case; entries that cannot be weighed are not in it."""
    plan = plan_of(case)
    nodes = tuple(nodes_of(plan))
    return Network(
        names=plan.names,
        kinds=plan.kinds,
        lines=plan.lines,
        nodes=nodes,
        numbers=tuple(plan.ledger.numbers),
        evidence={plan.place[row.name]: 0 if row.silent else 1 for row in case.usable},
        weighed=case.weighed,
        tied=plan.ledger.tied,
        place=plan.place,
    )


def plan_of(case: Case) -> Plan:
    """Return the variables of a case: the hypotheses, then assumptions, witnesses, origins and sources."""
    rows = [("hypotheses", "hypotheses", case.hypotheses[0].at.line)]
    rows += [(row.name, "assumption", row.at.line) for row in case.assumptions]
    rows += [(row.name, "witness", row.at.line) for row in case.witnesses]
    rows += [(row.name, "origin", row.at.line) for row in case.origins]
    rows += [(row.name, "source", row.at.line) for row in case.usable]
    names, kinds, lines = zip(*rows, strict=True)
    place = {name: index for index, name in enumerate(names) if index}
    return Plan(case=case, names=names, kinds=kinds, lines=lines, place=place, ledger=Ledger())


def nodes_of(plan: Plan) -> Iterator[Node]:
    """Yield the node of each variable, in order."""
    yield prior_node(plan)
    for assumption in plan.case.assumptions:
        yield reported_node(plan, assumption.name, assumption.chance, (), "", assumption.at.line)
    for witness in plan.case.witnesses:
        cells = [
            plan.ledger.enter(f"{witness.name}.{state}", f"{witness.name} {state}", witness.name, value)
            for state, value in (("mistaken", witness.mistaken), ("lying", witness.lying))
        ]
        yield Node(variable=plan.place[witness.name], kind="reliability", states=3, cells=np.array(cells))
    for origin in plan.case.origins:
        yield reported_node(plan, origin.name, origin.chances, origin.when, "", origin.at.line)
    for source in plan.case.usable:
        yield source_node(plan, source)


def prior_node(plan: Plan) -> Node:
    """Return the node of the hypotheses."""
    cells = [
        REST
        if row.prior is None
        else plan.ledger.enter(f"{row.name}.prior", f"prior of {row.name}", row.name, row.prior)
        for row in plan.case.hypotheses
    ]
    return Node(variable=0, kind="prior", states=len(cells), cells=np.array(cells))


def source_node(plan: Plan, source: Source) -> Node:
    """Return the node of a source: a copy of others, or a report with its own eyes."""
    if source.origins:
        return copy_node(plan, source)
    chances = source.chances
    if chances is None:
        raise ValueError(f"{source.name} has no numbers")
    return reported_node(plan, source.name, chances, source.when, source.witness, source.at.line)


def copy_node(plan: Plan, source: Source) -> Node:
    """Return the node of a copy; several reports behind it each have their own number."""
    name, line = source.name, source.at.line
    unprompted = source.unprompted
    first = (
        plan.ledger.fix(f"{name}.unprompted", f"{name} unprompted", name, line, UNPROMPTED)
        if unprompted is None
        else plan.ledger.enter(f"{name}.unprompted", f"{name} unprompted", name, unprompted)
    )
    parents = tuple(plan.place[origin] for origin in source.origins)
    key, label = f"{name}.copies", f"{name} copies"
    copies = (
        plan.ledger.fix(key, label, name, line, COPIES)
        if source.copies is None
        else plan.ledger.enter(key, label, name, source.copies)
    )
    cells = np.array([first, *[copies] * len(parents)])
    return Node(variable=plan.place[name], kind="copy", states=2, cells=cells, parents=parents)


def reported_node(
    plan: Plan, name: str, chances: Chances, when: Sequence[tuple[str, Chances]], witness: str, line: int
) -> Node:
    """Return the node of something that is said or is so, with chances by hypothesis and under each assumption."""
    ranges = [range_of_condition(plan, condition, witness) for condition, _ in when]
    if witness and plan.place[witness] not in [variable for variable, _ in ranges]:
        ranges.append((plan.place[witness], 0))
    parents = tuple(dict.fromkeys(variable for variable, _ in ranges))
    own = column_of(plan, name, "", chances)
    under = [column_of(plan, name, condition, given) for condition, given in when]
    spare = spare_columns(plan, name, witness, [condition for condition, _ in when], line)
    sizes = [3 if plan.kinds[variable] == "witness" else 2 for variable in parents]
    cells = np.array(
        [
            column_for(dict(zip(parents, setting, strict=True)), ranges[: len(when)], under, spare, own)
            for setting in product(*(range(size) for size in sizes))
        ]
    ).reshape(*sizes, len(own))
    cells = np.moveaxis(cells, -1, 0)
    return Node(variable=plan.place[name], kind="table", states=2, cells=cells, parents=(0, *parents))


def range_of_condition(plan: Plan, condition: str, witness: str) -> tuple[int, int]:
    """Return the variable and the state that a condition of `when` speaks of."""
    if condition in WITNESS_STATES and condition not in plan.place:
        return plan.place[witness], WITNESS_STATES[condition]
    return plan.place[condition], 1


def column_of(plan: Plan, name: str, condition: str, chances: Chances) -> list[int]:
    """Return the positions of the numbers by hypothesis; hypotheses without a number of their own share one."""
    entered: dict[str, int] = {}
    column = []
    for hypothesis in plan.hypotheses:
        own = dict(chances.given)
        key = hypothesis if hypothesis in own else "else"
        value = chances.under(hypothesis)
        if value is None:
            raise ValueError(f"{name} has no number for {hypothesis}")
        if key not in entered:
            entered[key] = plan.ledger.enter(*spell(name, condition, key), name, value)
        column.append(entered[key])
    return column


def spell(name: str, condition: str, key: str) -> tuple[str, str]:
    """Return the key of a number and the words for it."""
    place = f".when.{condition}" if condition else ""
    given = "otherwise" if key == "else" else f"given {key}"
    when = f", {condition}" if condition else ""
    return f"{name}{place}.{key}", f"{name} {given}{when}"


def spare_columns(
    plan: Plan, name: str, witness: str, conditions: list[str], line: int
) -> dict[tuple[int, int], list[int]]:
    """Return the columns of the states of a witness for which the file gives no numbers: even odds."""
    if not witness:
        return {}
    columns = {}
    for state, index in WITNESS_STATES.items():
        if state not in conditions:
            cell = plan.ledger.fix(f"{name}.when.{state}.else", f"{name} otherwise, {state}", name, line, EVEN)
            columns[plan.place[witness], index] = [cell] * len(plan.hypotheses)
    return columns


def column_for(
    setting: Mapping[int, int],
    conditions: Sequence[tuple[int, int]],
    under: Sequence[list[int]],
    spare: Mapping[tuple[int, int], list[int]],
    own: list[int],
) -> list[int]:
    """Return the column that holds in one setting of the parents: of the first condition that holds, else its own."""
    for (variable, state), column in zip(conditions, under, strict=True):
        if setting[variable] == state:
            return column
    for (variable, state), column in spare.items():
        if setting[variable] == state:
            return column
    return own


def conditions_of(row: Origin | Source) -> tuple[str, ...]:
    """Return the assumptions and states under which an entry has other chances."""
    return tuple(condition for condition, _ in row.when)
