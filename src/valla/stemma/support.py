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
    """Yield the support of each claim for which a quotation is offered, in the order of the text."""
    by_quotation = {chain.quotation: chain for chain in chains if chain.quotation is not None}
    for claim in claims:
        own = [by_quotation[one] for one in claim.quotations if one in by_quotation]
        if own:
            yield _support(claim, own, paths, origins, register, essay)


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
    web = web_of([paths[name] for name in names], joins_of(names, paths, origins), essay)
    lines, through = max(1, count_lines(web)), hands_all_pass(web)
    count = len(web.sources)
    named = tuple(label(one, register, origins) for one in through)
    return Support(
        claim=claim.id,
        chains=names,
        origins=count,
        lines=lines,
        through=through,
        sentence=say_support(len(names), count, lines, named),
    )


def joins_of(names: Sequence[str], paths: Paths, origins: Sequence[Origin]) -> dict[str, str]:
    """Return for each chain the origin that stands before its first hand: a deposit, or informants of one place."""
    joined: dict[str, str] = {}
    for origin in origins:
        if origin.kind in {"record", "informants"}:
            for name in origin.statements:
                if name in names and name in paths:
                    joined.setdefault(name, origin.id)
    return joined


def web_of(paths: Sequence[Sequence[str]], joined: Mapping[str, str], essay: str) -> Web:
    """Return the graph of some paths that all run to the essay."""
    del joined
    pairs = [pair for path in paths for pair in zip(path, (*path[1:], essay), strict=True)]
    return weave(pairs, essay)


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
