"""What stands behind one claim: reports, origins, lines, and the hands that all pass through, said in plain words."""

from collections.abc import Iterator, Mapping, Sequence

from valla.model.claims import Claim
from valla.model.witnesses import Chain, Origin, Role, Support
from valla.stemma.graph import Web, count_lines, hands_all_pass, weave
from valla.stemma.nodes import Register

Paths = Mapping[str, tuple[str, ...]]


def support_claims(
    claims: Sequence[Claim],
    chains: Sequence[Chain],
    paths: Paths,
    origins: Sequence[Origin],
    register: Register,
    essay: str,
) -> Iterator[Support]:
    """Yield the support of each claim for which a quotation is offered, in the order of the text.

    What an interviewer asks is no report.
    """
    asking = {register.enter(hand) for chain in chains for hand in chain.hands if hand.role is Role.INTERVIEWER}
    reports = {row.quotation: row for row in chains if row.quotation is not None and paths[row.id][0] not in asking}
    common = {name: row.id for row in reversed(origins) if row.kind == "informants" for name in row.statements}
    begun = {row.id: begin_path(common.get(row.id), paths[row.id]) for row in chains}
    for claim in claims:
        own = [reports[one] for one in claim.quotations if one in reports]
        if own:
            yield _support(claim, own, begun, origins, register, essay)


def begin_path(common: str | None, path: Sequence[str]) -> tuple[str, ...]:
    """Return a path with its common origin before it, where it begins with informants of one place."""
    return (common, *path) if common else tuple(path)


def _support(
    claim: Claim,
    chains: Sequence[Chain],
    paths: Paths,
    origins: Sequence[Origin],
    register: Register,
    essay: str,
) -> Support:
    """Return the support of one claim."""
    names = tuple(chain.id for chain in chains)
    web = web_of([paths[name] for name in names], essay)
    lines, through = count_lines(web), hands_all_pass(web)
    named = tuple(label(one, register, origins) for one in through)
    return Support(
        claim=claim.id,
        chains=names,
        origins=len(web.sources),
        lines=lines,
        through=through,
        sentence=say_support(len(names), len(web.sources), lines, named),
    )


def web_of(paths: Sequence[Sequence[str]], essay: str) -> Web:
    """Return the graph of some paths that all run to the essay; each may begin with its first hand."""
    pairs = [pair for path in paths for pair in zip(path, (*path[1:], essay), strict=True)]
    return weave(pairs, essay, {path[0] for path in paths})


def label(witness: str, register: Register, origins: Sequence[Origin]) -> str:
    """Return the name of a witness as a sentence has it."""
    row = register.names.get(witness)
    if row is None:
        return next((origin.name for origin in origins if origin.id == witness), witness)
    return f"“{row.name}”" if row.role in {Role.WORK, Role.GO_BETWEEN} else row.name


def say_support(reports: int, origins: int, lines: int, through: Sequence[str]) -> str:
    """Return the sentence: "4 reports, 2 origins, 1 line; all pass through the letter to the Board"."""
    parts = ", ".join((counted(reports, "report"), counted(origins, "origin"), counted(lines, "independent line")))
    if not through:
        return f"{parts}."
    if reports == 1:
        return f"{parts}; it comes through {joined_names(through)}."
    return f"{parts}; all pass through {joined_names(through)}."


def counted(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def joined_names(names: Sequence[str]) -> str:
    """Return names as a sentence lists them."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
