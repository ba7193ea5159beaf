"""The network as others want to see it: the matrix of sources by hypotheses, and the tables of every node."""

from valla.model.cases import Case, Source
from valla.model.weights import Cell, Table
from valla.weigh.networks import Network, factor_of, posterior

STATES = {"witness": ("truthful", "mistaken", "lying")}
YES_NO = ("no", "yes")


def lay_matrix(case: Case, network: Network) -> tuple[Cell, ...]:
    """Return how likely each source is under each hypothesis, everything unknown summed out. It is never scored."""
    cells = []
    for source in case.usable:
        variable = network.place[source.name]
        joint = posterior(network, network.middle, {}, keep=(0, variable))[:, :, 0]
        chances = joint[:, network.evidence[variable]] / joint.sum(axis=1)
        cells.append(
            Cell(entry=source.name, kind=kind_of(source), line=source.at.line, chances=tuple(chances.tolist()))
        )
    return tuple(cells)


def kind_of(source: Source) -> str:
    """Return what kind of source it is, in a word."""
    if source.silent:
        return "silence"
    return "copy" if source.origins else "report"


def write_tables(case: Case, network: Network) -> tuple[Table, ...]:
    """Return the table of every node at the midpoints, in the order of the file."""
    states = [tuple(row.name for row in case.hypotheses)]
    states += [STATES.get(kind, YES_NO) for kind in network.kinds[1:]]
    found = []
    for node in network.nodes:
        factor = factor_of(node, network.middle, frozenset(), None)
        order = [factor.scope.index(variable) for variable in (*node.parents, node.variable)]
        seen = network.evidence.get(node.variable)
        found.append(
            Table(
                name=network.names[node.variable],
                states=states[node.variable],
                parents=tuple(network.names[parent] for parent in node.parents),
                chances=tuple(factor.table[..., 0].transpose(order).ravel().tolist()),
                observed="" if seen is None else states[node.variable][seen],
            )
        )
    return tuple(found)
