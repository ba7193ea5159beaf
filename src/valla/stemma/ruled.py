"""Rulings in the stemma: a hand accepted or taken out of a chain, a dependence accepted or denied."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from valla.model.witnesses import Basis, Chain, Dependence

Paths = Mapping[str, tuple[str, ...]]
Ruled = Mapping[str, bool]
"""Rulings by the id of the row: true where it was accepted, false where it was rejected."""


@dataclass(frozen=True, slots=True)
class Ties:
    """Dependences that rulings settle: pairs that are one line of transmission, and pairs that are none."""

    joined: tuple[tuple[str, str], ...]
    cut: frozenset[tuple[str, str]]


def rule_hands(chains: Sequence[Chain], ruled: Ruled) -> tuple[tuple[Chain, ...], tuple[str, ...]]:
    """Return the chains without the hands that rulings took out, accepted hands marked, and the ids of what was taken out.

    A chain that loses its last hand is left out.
    """
    made, gone = [], []
    for chain in chains:
        gone += [chain.link(hand) for hand in chain.hands if not ruled.get(chain.link(hand), True)]
        hands = tuple(
            replace(hand, basis=Basis.RULING, confidence=1.0) if ruled.get(chain.link(hand)) else hand
            for hand in chain.hands
            if ruled.get(chain.link(hand), True)
        )
        if hands:
            made.append(replace(chain, hands=hands))
    return tuple(made), tuple(dict.fromkeys(gone))


def rule_dependences(rows: Sequence[Dependence], ruled: Ruled) -> tuple[tuple[Dependence, ...], Ties, tuple[str, ...]]:
    """Return the dependences as ruled, the ties that come of it, and the ids of those that were denied."""
    kept = tuple(
        replace(row, basis=Basis.RULING, confidence=1.0, proposed=False) if ruled.get(row.id) else row
        for row in rows
        if ruled.get(row.id, True)
    )
    joined = tuple(sorted({(row.giver, row.taker) for row in rows if row.proposed and ruled.get(row.id)}))
    denied = [row for row in rows if not ruled.get(row.id, True)]
    cut = frozenset((row.giver, row.taker) for row in denied)
    return kept, Ties(joined, cut), tuple(sorted({row.id for row in denied}))


def rule_paths(paths: Paths, ties: Ties) -> dict[str, tuple[str, ...]]:
    """Return the paths as ruled: one through a denied dependence begins behind it, one through a taker with its giver.

    What a taker has from a giver by ruling it has from nobody else: the hands before the taker fall away, and those that
    stand before the giver elsewhere come in their stead.
    """
    whole = {name: cut_path(path, ties.cut) for name, path in sorted(paths.items())}
    before = {giver: way_to(giver, whole.values()) for giver, _ in ties.joined}
    return {name: rejoin(path, ties.joined, before) for name, path in whole.items()}


def way_to(node: str, paths: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the hands before a hand in the first path in which it is not the first; none where there is no such path."""
    return next((path[: path.index(node)] for path in paths if node in path[1:]), ())


def cut_path(path: tuple[str, ...], cut: frozenset[tuple[str, str]]) -> tuple[str, ...]:
    """Return what is left of a path behind the last dependence that was denied."""
    places = [place for place in range(1, len(path)) if (path[place - 1], path[place]) in cut]
    return path[places[-1] :] if places else path


def rejoin(
    path: tuple[str, ...], joined: tuple[tuple[str, str], ...], before: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return a path with the givers before the first of its hands that has it from another by ruling; rings are cut."""
    giver = {taker: one for one, taker in joined}
    start = next((place for place, one in enumerate(path) if one in giver), None)
    if start is None:
        return path
    made = list(path[start:])
    while made[0] in giver and giver[made[0]] not in made:
        made.insert(0, giver[made[0]])
    return (*(one for one in before.get(made[0], ()) if one not in made), *made)
