"""Through how many hands, from how many mouths: the lines by which reports come to the reader (Menger's theorem)."""

from collections import deque
from collections.abc import Iterable, Mapping
from itertools import pairwise

from valla.model.cases import Case
from valla.model.weights import Structure

TRUTH = "(what happened)"
READER = "(the reader)"
Graph = dict[str, list[str]]


def trace_structure(case: Case) -> Structure:
    """Return how many reports, origins and independent lines a case has, and what all lines pass through.

    A silence is no report. The lines are the largest number of ways from what happened to the reader that share no
    entry; a witness of several statements is one entry.
    """
    graph = graph_of(case)
    reports = [row for row in case.usable if not row.silent]
    mouths = {row.witness or row.name for row in reports if not row.origins} | {
        row.name for row in case.origins if reaches(graph, row.name, READER, barred="")
    }
    lines = count_lines(graph)
    return Structure(
        reports=len(reports), origins=len(mouths), lines=lines, through=bottlenecks(graph) if lines else ()
    )


def graph_of(case: Case) -> Graph:
    """Return who hands on to whom, from what happened to the reader."""
    graph: Graph = {TRUTH: [row.name for row in case.origins]}
    for witness in case.witnesses:
        graph[TRUTH].append(witness.name)
    for row in case.usable:
        if row.silent:
            continue
        for parent in row.origins or (row.witness or TRUTH,):
            graph.setdefault(parent, []).append(row.name)
        graph.setdefault(row.name, []).append(READER)
    return graph


def reaches(graph: Mapping[str, list[str]], start: str, goal: str, *, barred: str) -> bool:
    """Tell whether a way leads from start to goal that does not pass through the barred entry."""
    seen, stack = {start, barred}, [start]
    while stack:
        for name in graph.get(stack.pop(), ()):
            if name == goal:
                return True
            if name not in seen:
                seen.add(name)
                stack.append(name)
    return False


def bottlenecks(graph: Graph) -> tuple[str, ...]:
    """Return the entries that every way to the reader passes through, in the order of the file."""
    names = dict.fromkeys(name for names in graph.values() for name in names if name != READER)
    return tuple(name for name in names if not reaches(graph, TRUTH, READER, barred=name))


def count_lines(graph: Graph) -> int:
    """Return the largest number of ways to the reader that share no entry, by augmenting paths on split entries."""
    ahead: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for name, nexts in graph.items():
        add_arc(ahead, (name, "in"), (name, "out"))
        for following in nexts:
            add_arc(ahead, (name, "out"), (following, "in"))
    lines = 0
    while path := shortest_path(ahead, (TRUTH, "out"), (READER, "in")):
        for tail, head in pairwise(path):
            ahead[tail].discard(head)
            add_arc(ahead, head, tail)
        lines += 1
    return lines


def add_arc(ahead: dict[tuple[str, str], set[tuple[str, str]]], tail: tuple[str, str], head: tuple[str, str]) -> None:
    """Open a way from one half of an entry to another."""
    ahead.setdefault(tail, set()).add(head)


def shortest_path(
    ahead: Mapping[tuple[str, str], Iterable[tuple[str, str]]], start: tuple[str, str], goal: tuple[str, str]
) -> list[tuple[str, str]]:
    """Return a shortest way, or nothing; ways of equal length are taken in the order of their names."""
    came = {start: start}
    queue = deque([start])
    while queue and goal not in came:
        here = queue.popleft()
        for following in sorted(ahead.get(here, ())):
            if following not in came:
                came[following] = here
                queue.append(following)
    if goal not in came:
        return []
    path = [goal]
    while path[-1] != start:
        path.append(came[path[-1]])
    return path[::-1]
