"""Which coherent sets of arguments remain: preferred and stable extensions, by answer sets (needs the extra `asp`).

The encodings are the textbook ones (Egly, Gaggl, Woltran 2010); preferred extensions are the largest of the admissible
ones by subset, found by clingo's own domain heuristic, which makes every answer a largest one.
"""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from valla.model.cases import Case
from valla.model.weights import Stories
from valla.weigh.labelling import graph_of

ADMISSIBLE = """
{in(X)} :- arg(X).
:- in(X), in(Y), att(X,Y).
hit(Y) :- in(X), att(X,Y).
:- in(X), att(Y,X), not hit(Y).
"""
STABLE = """
{in(X)} :- arg(X).
:- in(X), in(Y), att(X,Y).
hit(Y) :- in(X), att(X,Y).
:- arg(X), not in(X), not hit(X).
"""
LARGEST = "#heuristic in(X) : arg(X). [1,true]\n"
MOST = 64
"""Sets that are listed; more of them tell a reader nothing."""
MISSING = "preferred and stable sets need clingo: pip install 'valla[asp]'"


def tell_stories(case: Case) -> Stories:
    """Return the coherent sets of arguments of a case, by name; without clingo, the reason why there are none."""
    if not case.arguments:
        return Stories(reason="the case has no arguments")
    if find_spec("clingo") is None:
        return Stories(reason=MISSING)
    graph = graph_of(case)
    own = {row.name for row in case.arguments}

    def named(sets: Sequence[tuple[int, ...]]) -> tuple[tuple[str, ...], ...]:
        chosen = {tuple(name for i in found if (name := graph.names[i]) in own) for found in sets}
        return tuple(sorted(chosen))

    count, attacks = len(graph.names), graph.attacks
    return Stories(preferred=named(preferred_sets(count, attacks)), stable=named(stable_sets(count, attacks)))


def preferred_sets(count: int, attacks: Sequence[tuple[int, int]], most: int = MOST) -> tuple[tuple[int, ...], ...]:
    """Return the preferred extensions as sorted tuples of positions, in order; at most so many."""
    return solve(ADMISSIBLE + LARGEST, count, attacks, most, "--heuristic=Domain", "--enum-mode=domRec")


def stable_sets(count: int, attacks: Sequence[tuple[int, int]], most: int = MOST) -> tuple[tuple[int, ...], ...]:
    """Return the stable extensions as sorted tuples of positions, in order; at most so many."""
    return solve(STABLE, count, attacks, most)


def solve(
    rules: str, count: int, attacks: Sequence[tuple[int, int]], most: int, *options: str
) -> tuple[tuple[int, ...], ...]:
    """Return the answers of a program on a graph."""
    clingo: Any = import_module("clingo")
    facts = [f"arg(0..{count - 1})."] if count else []
    facts += [f"att({attacker},{target})." for attacker, target in attacks]
    control = clingo.Control([f"--models={most}", "--warn=none", *options])
    control.add("base", [], rules + "".join(facts) + "#show in/1.")
    control.ground([("base", [])])
    found = set()
    with control.solve(yield_=True) as answers:
        for answer in answers:
            found.add(tuple(sorted(symbol.arguments[0].number for symbol in answer.symbols(shown=True))))
    return tuple(sorted(found))
