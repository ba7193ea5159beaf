"""In which layer each box of a graph stands: behind all that lead to it, from left to right."""

from collections.abc import Sequence


def layers_of(names: Sequence[str], arcs: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Return the layer of each name: one more than the last of those that lead to it; rings are cut in name order."""
    waiting = dict.fromkeys(names, 0)
    after: dict[str, list[str]] = {name: [] for name in names}
    for tail, head in dict.fromkeys(arcs):
        if tail != head:
            after[tail].append(head)
            waiting[head] += 1
    layers = dict.fromkeys(names, 0)
    ready = [name for name in names if not waiting[name]]
    left = dict.fromkeys(names)
    while left:
        if not ready:
            ready.append(min(left, key=lambda name: (waiting[name], name)))
        name = ready.pop(0)
        if name not in left:
            continue
        del left[name]
        for head in after[name]:
            if head in left:
                layers[head] = max(layers[head], layers[name] + 1)
                waiting[head] -= 1
                if not waiting[head]:
                    ready.append(head)
    return layers
