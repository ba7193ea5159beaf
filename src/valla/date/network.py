"""A simple temporal network: events with bounds, and statements that one comes before another.

What a chain of statements says is carried along it: an event is no earlier than the earliest day of all before it, and
no later than the latest day of all behind it. Where that cannot be, the shortest chain is named. Work is near linear:
strong components by Tarjan's algorithm without recursion, then one pass in each direction.

The method is that of Dechter, Meiri and Pearl, "Temporal constraint networks" (1991), without distances.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

Node = str
Bounds = tuple[int | None, int | None]
Edges = dict[Node, list[Node]]

_STARTS = 400  # events of one circle of statements from which its shortest circle is sought
_STEPS = 4000  # events looked at to find the nearest reason of one contradiction
_MOST = 100  # chains named of one text


def edges_of(pairs: Iterable[tuple[Node, Node]]) -> Edges:
    """Return for every event those that come after it, sorted."""
    behind: dict[Node, set[Node]] = defaultdict(set)
    for earlier, later in pairs:
        behind[earlier].add(later)
        behind[later].update(())
    return {node: sorted(behind[node]) for node in sorted(behind)}


def turned(edges: Edges) -> Edges:
    """Return for every event those that come before it."""
    return edges_of((later, earlier) for earlier, behind in edges.items() for later in behind)


def components_of(edges: Edges) -> list[list[Node]]:
    """Return the strong components, each behind all that follow from it."""
    index: dict[Node, int] = {}
    low: dict[Node, int] = {}
    stack: list[Node] = []
    held: set[Node] = set()
    found: list[list[Node]] = []
    for root in edges:
        if root not in index:
            _explore(root, edges, index, low, stack, held, found)
    return found


def _explore(
    root: Node,
    edges: Edges,
    index: dict[Node, int],
    low: dict[Node, int],
    stack: list[Node],
    held: set[Node],
    found: list[list[Node]],
) -> None:
    """Walk from one event and close every component that is met."""
    work: list[tuple[Node, Iterator[Node]]] = [_enter(root, edges, index, low, stack, held)]
    while work:
        node, following = work[-1]
        step = next(following, None)
        if step is None:
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[node])
            if low[node] == index[node]:
                found.append(_close(node, stack, held))
        elif step not in index:
            work.append(_enter(step, edges, index, low, stack, held))
        elif step in held:
            low[node] = min(low[node], index[step])


def _enter(
    node: Node, edges: Edges, index: dict[Node, int], low: dict[Node, int], stack: list[Node], held: set[Node]
) -> tuple[Node, Iterator[Node]]:
    """Give an event its number and return it with those that follow it."""
    index[node] = low[node] = len(index)
    stack.append(node)
    held.add(node)
    return node, iter(edges.get(node, ()))


def _close(node: Node, stack: list[Node], held: set[Node]) -> list[Node]:
    """Take a finished component from the stack."""
    component = []
    while True:
        component.append(stack.pop())
        held.discard(component[-1])
        if component[-1] == node:
            return sorted(component)


def circles_in(edges: Edges) -> Iterator[list[Node]]:
    """Yield the shortest circle of every strong component that has one, beginning with its smallest event."""
    for component in sorted(components_of(edges)):
        if len(component) > 1 or component[0] in edges.get(component[0], ()):
            inside = frozenset(component)
            found = (shortest_path(start, start, edges, inside) for start in component[:_STARTS])
            circles = [circle[:-1] for circle in found if circle]
            best = min(circles, key=lambda circle: (len(circle), circle))
            least = best.index(min(best))
            yield best[least:] + best[:least]


def shortest_path(start: Node, goal: Node, edges: Edges, inside: frozenset[Node]) -> list[Node]:
    """Return the shortest way of at least one step between two events of a component; empty where there is none."""
    came: dict[Node, Node] = {}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for step in edges.get(node, ()):
            if step == goal:
                way = [goal, node]
                while way[-1] != start:
                    way.append(came[way[-1]])
                return way[::-1]
            if step in inside and step not in came and step != start:
                came[step] = node
                queue.append(step)
    return []


def propagate(edges: Edges, bounds: Mapping[Node, Bounds]) -> dict[Node, Bounds]:
    """Return the bounds of every event with those of all before and behind it taken in; circles are left out."""
    order = [node for component in reversed(components_of(edges)) if len(component) == 1 for node in component]
    known = frozenset(order)
    earliest = {node: bounds.get(node, (None, None))[0] for node in order}
    latest = {node: bounds.get(node, (None, None))[1] for node in order}
    for node in order:
        for step in edges.get(node, ()):
            if step in known:
                earliest[step] = _tighter(earliest[step], earliest[node], max)
    for node in reversed(order):
        for step in edges.get(node, ()):
            if step in known:
                latest[node] = _tighter(latest[node], latest[step], min)
    return {node: (earliest[node], latest[node]) for node in order}


def _tighter(one: int | None, other: int | None, choose: Callable[[list[int]], int]) -> int | None:
    """Return the tighter of two bounds, where there are two."""
    known = [bound for bound in (one, other) if bound is not None]
    return choose(known) if known else None


def broken_chains(edges: Edges, bounds: Mapping[Node, Bounds]) -> Iterator[list[Node]]:
    """Yield the shortest chain behind each event that is dated before something said to come before it."""
    back = turned(edges)
    told: set[tuple[Node, Node]] = set()
    tight = propagate(edges, {node: (ends[0], None) for node, ends in bounds.items()})
    for node in sorted(tight):
        last, first = bounds.get(node, (None, None))[1], tight[node][0]
        if last is None or first is None or first <= last:
            continue
        chain = _nearest_reason(node, last, back, bounds)
        if chain and (chain[0], chain[-1]) not in told:
            told.add((chain[0], chain[-1]))
            yield chain


def _nearest_reason(node: Node, last: int, back: Edges, bounds: Mapping[Node, Bounds]) -> list[Node]:
    """Return the shortest chain from an event that is dated later than a given day down to this one."""
    came: dict[Node, Node] = {}
    queue, seen = deque([node]), {node}
    while queue and len(seen) < _STEPS:
        here = queue.popleft()
        for step in back.get(here, ()):
            if step in seen:
                continue
            came[step] = here
            earliest = bounds.get(step, (None, None))[0]
            if earliest is not None and earliest > last:
                chain = [step]
                while chain[-1] != node:
                    chain.append(came[chain[-1]])
                return chain
            seen.add(step)
            queue.append(step)
    return []


def contradictions_in(
    pairs: Sequence[tuple[Node, Node]], bounds: Mapping[Node, Bounds]
) -> list[tuple[list[Node], bool]]:
    """Return the chains that cannot hold, the shortest first; true with those that are circles."""
    edges = edges_of(pairs)
    found = [(circle, True) for circle in circles_in(edges)]
    found += [(chain, False) for chain in broken_chains(edges, bounds)]
    return sorted(found, key=lambda row: (len(row[0]), row[0]))[:_MOST]
