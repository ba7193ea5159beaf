"""Paths in a graph of hands: what every path passes, and how many paths share no hand. Linear but for the paths found.

Dominators by the iterative scheme of Cooper, Harvey and Kennedy ("A simple, fast dominance algorithm", 2001); disjoint
paths by Menger's theorem and augmenting paths on a graph whose nodes are split in two (Ford and Fulkerson). Cycles are
allowed: contamination makes them.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Edges = Mapping[str, Sequence[str]]
"""From each node to those that have it from that node, sorted."""


@dataclass(frozen=True, slots=True)
class Web:
    """A directed graph of hands that runs to one end."""

    after: Edges
    sources: tuple[str, ...]  # hands with which a path may begin
    end: str


def weave(pairs: Iterable[tuple[str, str]], end: str, sources: Iterable[str] = ()) -> Web:
    """Return the graph of pairs (giver, taker), its edges sorted.

    Paths begin with the sources given; where none are given, with the nodes that nothing leads to.
    """
    after: dict[str, set[str]] = {}
    taken: set[str] = set()
    for giver, taker in pairs:
        if giver != taker:
            after.setdefault(giver, set()).add(taker)
            taken.add(taker)
    begin = set(sources) or {node for node in after if node not in taken}
    return Web({node: tuple(sorted(nodes)) for node, nodes in sorted(after.items())}, tuple(sorted(begin)), end)


def hands_all_pass(web: Web) -> tuple[str, ...]:
    """Return the hands that every path from every source to the end passes, in the order of the paths; the end left out.

    With one source it is among them: that all comes from one mouth is what one wants to know.
    """
    order = _postorder(web)
    number = {node: place for place, node in enumerate(order)}
    if web.end not in number:
        return ()
    before = _before(web, number)
    root = len(order) - 1
    chief: list[int | None] = [None] * len(order)
    chief[root] = root
    changed = True
    while changed:
        changed = False
        for node in range(root - 1, -1, -1):
            found = _meet(before[node], chief)
            if chief[node] != found:
                chief[node], changed = found, True
    passed: list[str] = []
    above = chief[number[web.end]]
    while above is not None and above != root:
        passed.append(order[above])
        above = chief[above]
    return tuple(reversed(passed))


def _meet(before: Sequence[int], chief: Sequence[int | None]) -> int | None:
    """Return the nearest node through which all known paths of several nodes come."""
    found: int | None = None
    for one in before:
        if chief[one] is not None:
            found = one if found is None else _common(found, one, chief)
    return found


def _common(one: int, other: int, chief: Sequence[int | None]) -> int:
    """Return the nearest common ancestor of two nodes numbered in postorder; an ancestor has the higher number."""
    while one != other:
        low, high = sorted((one, other))
        above = chief[low]
        one, other = (high if above is None else above), high
    return one


_ROOT = "\x00root"


def _steps(web: Web, node: str) -> Sequence[str]:
    """Return the nodes after a node; after the root come the sources."""
    return web.sources if node == _ROOT else web.after.get(node, ())


def _postorder(web: Web) -> list[str]:
    """Return the nodes that the sources reach, each after all that it leads to (but for cycles); the root is last."""
    seen, order = {_ROOT}, []
    stack = [(_ROOT, iter(_steps(web, _ROOT)))]
    while stack:
        node, steps = stack[-1]
        following = next((step for step in steps if step not in seen), None)
        if following is None:
            order.append(node)
            stack.pop()
        else:
            seen.add(following)
            stack.append((following, iter(_steps(web, following))))
    return order


def _before(web: Web, number: Mapping[str, int]) -> list[list[int]]:
    """Return the numbers of the nodes before each node."""
    before: list[list[int]] = [[] for _ in number]
    for node, place in number.items():
        for step in _steps(web, node):
            before[number[step]].append(place)
    return before


def count_lines(web: Web, limit: int = 1000) -> int:
    """Return the largest number of paths from the sources to the end that share no hand; at most `limit`."""
    flow: dict[str, str] = {}  # the hand that a used hand hands on to
    back: dict[str, str] = {}  # and the hand it has it from
    lines = 0
    for _ in range(min(limit, len(web.sources))):
        if not _augment(web, flow, back):
            break
        lines += 1
    return lines


def _augment(web: Web, flow: dict[str, str], back: dict[str, str]) -> bool:
    """Find one more path, moving old ones aside where that helps; tell whether there was one.

    States are (node, side): side "out" may leave along any edge, side "in" of a used hand may only go back along the
    path that uses it.
    """
    came: dict[tuple[str, str], tuple[str, str] | None] = {}
    queue: deque[tuple[str, str]] = deque()
    for source in web.sources:
        if (
            source not in flow or source in back
        ):  # unused, or used in the midst of a path that may begin with it instead
            state = (source, "in" if source in flow else "out")
            came[state] = None
            queue.append(state)
    while queue:
        state = queue.popleft()
        for following in _moves(web, state, flow, back):
            if following not in came:
                came[following] = state
                if following[0] == web.end:
                    _turn(following, came, flow, back)
                    return True
                queue.append(following)
    return False


def _moves(
    web: Web, state: tuple[str, str], flow: Mapping[str, str], back: Mapping[str, str]
) -> Iterable[tuple[str, str]]:
    """Yield where an augmenting path may go from a state."""
    node, side = state
    if side == "out":
        for step in web.after.get(node, ()):
            if flow.get(node) != step:
                yield (step, "in" if step in flow else "out")
        if node in flow and node in back:  # inside a used hand, from its out side to its in side
            yield (node, "in")
    elif node in back:
        yield (back[node], "out")


def _turn(
    last: tuple[str, str],
    came: Mapping[tuple[str, str], tuple[str, str] | None],
    flow: dict[str, str],
    back: dict[str, str],
) -> None:
    """Write the path that was found into the flow."""
    path: list[tuple[str, str]] = []
    state: tuple[str, str] | None = last
    while state is not None:
        path.append(state)
        state = came[state]
    path.reverse()
    undone: list[tuple[str, str]] = []
    made: list[tuple[str, str]] = []
    for (one, side), (other, _) in pairwise(path):
        if one == other:
            continue
        if side == "in":
            undone.append((other, one))
        else:
            made.append((one, other))
    for giver, taker in undone:
        if flow.get(giver) == taker:
            del flow[giver]
        if back.get(taker) == giver:
            del back[taker]
    for giver, taker in made:
        flow[giver] = taker
        if taker != last[0]:
            back[taker] = giver
