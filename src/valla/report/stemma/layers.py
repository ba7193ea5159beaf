"""In which column each witness stands: by its longest distance from the essay, which is the last column.

Dependences that would close a circle are left out of the count and drawn all the same.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from valla.model.witnesses import Stemma
from valla.report.layered import Layered, lay_out

__all__ = ["lay_out_stemma"]


def lay_out_stemma(stemma: Stemma) -> Layered:
    """Return where each witness stands; mouths are on the left, the essay stands alone on the right."""
    after: defaultdict[str, list[str]] = defaultdict(list)
    for row in stemma.dependences:
        after[row.giver].append(row.taker)
    column = columns_of(stemma, after)
    last = max(column.values())
    arcs = [(row.giver, row.taker) for row in stemma.dependences if row.giver != row.taker]
    return lay_out({node: last - number for node, number in column.items()}, arcs)


def columns_of(stemma: Stemma, after: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return each node's longest distance from the essay; what leads nowhere stands next to it."""
    column = {stemma.essay: 0}
    for root in sorted({*after, *(row.id for row in stemma.witnesses)}):
        stack, open_nodes = [root], set[str]()
        while stack:
            node = stack[-1]
            if node in column:
                stack.pop()
                continue
            open_nodes.add(node)
            waiting = [one for one in after.get(node, ()) if one not in column and one not in open_nodes]
            if waiting:
                stack.append(waiting[0])
            else:
                column[node] = 1 + max((column[one] for one in after.get(node, ()) if one in column), default=0)
                open_nodes.discard(node)
                stack.pop()
    return column
