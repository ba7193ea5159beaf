"""Which claims stand after every stated objection: the grounded labelling (Dung 1995), in time linear in the attacks.

Support becomes a premise, as in ASPIC+ (Modgil and Prakken 2014): an argument falls with any entry it rests on, and a
claim stands while one argument for it stands and none against it does. Each premise and each claim is put between two
entries of which the first attacks the second, so that the graph stays linear in the file.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from valla.model.arguments import Label, Standing
from valla.model.cases import Case

WANT = "no support for "
LACK = "not "


@dataclass(frozen=True, slots=True)
class Graph:
    """Entries and who attacks whom, by position: pairs of attacker and attacked."""

    names: tuple[str, ...]
    attacks: tuple[tuple[int, int], ...]


def label_grounded(count: int, attacks: Sequence[tuple[int, int]]) -> tuple[list[Label], list[int]]:
    """Return the grounded label of each of `count` entries, and for those that are out the attacker that felled them.

    Each attack is looked at twice at most. The second list holds -1 for entries that are not out.
    """
    attacked: list[list[int]] = [[] for _ in range(count)]
    open_attackers = [0] * count
    for attacker, target in attacks:
        attacked[attacker].append(target)
        open_attackers[target] += 1
    labels, felled_by = [Label.UNDECIDED] * count, [-1] * count
    queue = deque(entry for entry in range(count) if not open_attackers[entry])
    while queue:
        winner = queue.popleft()
        labels[winner] = Label.IN
        for target in attacked[winner]:
            if labels[target] is not Label.UNDECIDED:
                continue
            labels[target], felled_by[target] = Label.OUT, winner
            for freed in attacked[target]:
                open_attackers[freed] -= 1
                if not open_attackers[freed] and labels[freed] is Label.UNDECIDED:
                    queue.append(freed)
    return labels, felled_by


def graph_of(case: Case) -> Graph:
    """Return the attack graph of a case: its arguments, claims and sources, and the entries put between."""
    supported = sorted({aim for row in case.arguments for aim in (*row.supports, *row.rebuts) if aim in goals_of(case)})
    real = [row.name for row in case.arguments] + supported + [row.name for row in case.sources]
    premises = sorted({name for row in case.arguments for name in row.rests_on})
    backed = sorted({aim for row in case.arguments for aim in row.supports} | set(supported))
    names = [*real, *(LACK + name for name in premises), *(WANT + name for name in backed if name in supported)]
    place = {name: index for index, name in enumerate(names)}
    pairs: dict[tuple[int, int], None] = {}
    for name in premises:
        pairs[place[name], place[LACK + name]] = None
    for row in case.arguments:
        own = place[row.name]
        pairs.update({(place[LACK + name], own): None for name in row.rests_on})
        pairs.update({(own, place[name]): None for name in (*row.rebuts, *row.undercuts)})
        pairs.update({(own, place[WANT + name]): None for name in row.supports if WANT + name in place})
    pairs.update({(place[WANT + name], place[name]): None for name in supported})
    return Graph(tuple(names), tuple(pairs))


def goals_of(case: Case) -> frozenset[str]:
    """Return the names of the claims and hypotheses, which need an argument to stand."""
    return frozenset(row.name for row in case.claims) | frozenset(row.name for row in case.hypotheses)


def label_arguments(case: Case) -> tuple[Standing, ...]:
    """Return whether each claim, argument and source stands, with what decides it, in the order of the file."""
    graph = graph_of(case)
    labels, felled_by = label_grounded(len(graph.names), graph.attacks)
    attackers: dict[int, list[int]] = {}
    for attacker, target in graph.attacks:
        attackers.setdefault(target, []).append(attacker)
    lines = {row.name: (row.line, "claim") for row in case.claims}
    lines |= {row.name: (row.at.line, "hypothesis") for row in case.hypotheses}
    lines |= {row.name: (row.line, "argument") for row in case.arguments}
    lines |= {row.name: (row.at.line, "source") for row in case.sources}
    found = [
        Standing(
            name=name, line=lines[name][0], kind=lines[name][1], label=label,
            because=tuple(graph.names[other].removeprefix(LACK) for other in reasons(index, labels, felled_by, attackers)),
        )
        for index, (name, label) in enumerate(zip(graph.names, labels, strict=True))
        if name in lines
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda row: (row.line, row.name)))


def reasons(
    entry: int, labels: Sequence[Label], felled_by: Sequence[int], attackers: dict[int, list[int]]
) -> list[int]:
    """Return what decides a label: the attacker that stands, those that all fell, or those that are still open."""
    if labels[entry] is Label.OUT:
        return [felled_by[entry]]
    return [other for other in attackers.get(entry, ()) if labels[other] is not Label.IN or labels[entry] is Label.IN]
