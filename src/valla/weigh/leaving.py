"""The same question with one entry taken away, with copies taken for reports, and group by group."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from valla.model.cases import Case
from valla.model.weights import Group, Without
from valla.weigh.factors import Floats
from valla.weigh.networks import Network, posterior

TINY = 1e-300


def leave_out(case: Case, network: Network) -> tuple[Without, ...]:
    """Return the answer without each source, each origin with all that goes back to it, and each assumption.

    A source taken away is one of which nothing is known; an assumption taken away is one that does not hold.
    """
    names = [row.name for row in case.hypotheses]
    found = []
    for name, kind, line, evidence in removals(case, network):
        shares = posterior(network, network.middle, evidence)[:, 0]
        found.append(Without(
            entry=name, kind=kind, line=line, shares=tuple(shares.tolist()), lead=names[int(shares.argmax())]
        ))  # fmt: skip
    return tuple(found)


def removals(case: Case, network: Network) -> Iterator[tuple[str, str, int, Mapping[int, int]]]:
    """Yield each entry that can be taken away, with the evidence that is left."""
    seen = network.evidence
    for source in case.usable:
        yield source.name, "source", source.at.line, without(seen, [network.place[source.name]])
    for origin in case.origins:
        members = [network.place[name] for name in copies_of(case, origin.name)]
        yield origin.name, "origin", origin.at.line, without(seen, members)
    for row in case.assumptions:
        yield row.name, "assumption", row.at.line, {**seen, network.place[row.name]: 0}


def without(evidence: Mapping[int, int], gone: Sequence[int]) -> dict[int, int]:
    """Return the evidence less some variables."""
    return {variable: state for variable, state in evidence.items() if variable not in gone}


def copies_of(case: Case, origin: str) -> tuple[str, ...]:
    """Return the sources that go back to an origin, directly or through others, in the order of the file."""
    found, growing = {origin}, True
    while growing:
        more = {row.name for row in case.usable if found.intersection(row.origins)} - found
        growing = bool(more)
        found |= more
    return tuple(row.name for row in case.usable if row.name in found)


def reckon_naively(case: Case, network: Network) -> Floats:
    """Return the posteriors with every copy taken for a report of its own, as good as its origin, and no assumption."""
    free_of = {
        network.place[name]: 0
        for name in (*(row.name for row in case.assumptions), *(row.name for row in case.witnesses))
    }
    prior = posterior(network, network.middle, {})[:, 0]
    logs = np.log(np.maximum(prior, TINY))
    for source in case.usable:
        place = network.place[source.name]
        taken = {network.place[name]: 1 for name in roots_of(case, source.name)} or {place: network.evidence[place]}
        logs += log_likelihoods(network, prior, taken, free_of)
    weights: Floats = np.exp(logs - logs.max())
    shares: Floats = weights / weights.sum()
    return shares


def roots_of(case: Case, name: str) -> tuple[str, ...]:
    """Return the origins and first-hand sources that a copy goes back to, in their order; none for what is no copy."""
    behind = {row.name: row.origins for row in case.usable}
    if not behind.get(name):
        return ()
    found, stack = dict[str, None](), [name]
    while stack:
        here = stack.pop()
        if behind.get(here):
            stack.extend(parent for parent in reversed(behind[here]) if parent not in found)
        else:
            found[here] = None
    return tuple(found)


def log_likelihoods(network: Network, prior: Floats, evidence: Mapping[int, int], given: Mapping[int, int]) -> Floats:
    """Return the log likelihood of some evidence under each hypothesis, up to a constant, given what is known."""
    before = posterior(network, network.middle, given)[:, 0] if given else prior
    after = posterior(network, network.middle, {**given, **evidence})[:, 0]
    ratio: Floats = np.log(np.maximum(after, TINY)) - np.log(np.maximum(before, TINY))
    return ratio


def weigh_groups(case: Case, network: Network, lead: int) -> tuple[Group, ...]:
    """Return what reports that hang together are worth: together, as a product, and in single reports."""
    found = []
    for name, kind, line, members in groups_of(case):
        places = [network.place[member] for member in members]
        singles = [log_ratio(network, lead, [place]) for place in places]
        together = log_ratio(network, lead, places)
        strongest = max(singles, key=abs)
        found.append(Group(
            name=name, kind=kind, line=line, members=members, together=float(np.exp(together)),
            product=float(np.exp(sum(singles))), worth=together / strongest if strongest else 0.0,
        ))  # fmt: skip
    return tuple(found)


def groups_of(case: Case) -> Iterator[tuple[str, str, int, tuple[str, ...]]]:
    """Yield the groups of two sources and more that share an origin, a witness or an assumption."""
    groups = [(row.name, "origin", row.at.line, copies_of(case, row.name)) for row in case.origins]
    groups += [
        (row.name, "witness", row.at.line, tuple(source.name for source in case.usable if source.witness == row.name))
        for row in case.witnesses
    ]
    groups += [(row.name, "assumption", row.at.line, touched_by(case, row.name)) for row in case.assumptions]
    yield from (group for group in groups if len(group[3]) > 1)


def touched_by(case: Case, assumption: str) -> tuple[str, ...]:
    """Return the sources whose chances an assumption changes, those behind a touched origin with them."""
    behind = {name for row in case.origins if assumption in dict(row.when) for name in copies_of(case, row.name)}
    return tuple(row.name for row in case.usable if row.name in behind or assumption in dict(row.when))


def log_ratio(network: Network, lead: int, variables: Sequence[int]) -> float:
    """Return the log likelihood ratio of some of the evidence for the leading hypothesis against all the others."""
    evidence = {variable: network.evidence[variable] for variable in variables}
    after, before = (posterior(network, network.middle, seen)[:, 0] for seen in (evidence, {}))
    return log_odds_of(after, lead) - log_odds_of(before, lead)


def log_odds_of(shares: Floats, lead: int) -> float:
    """Return the log odds of one share against the sum of the others."""
    others = float(np.delete(shares, lead).sum())
    return float(np.log(max(float(shares[lead]), TINY)) - np.log(max(others, TINY)))
