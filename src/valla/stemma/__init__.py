"""The room of witnesses: through whose hands each statement came, and how many independent lines are left.

A stemma lists what the text, the citations and the library state. What it only surmises is marked as proposed, and no
proposal counts until a person rules on it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from valla.model.claims import Claim
from valla.model.documents import Document
from valla.model.judgements import Judgement, ruled_proposals
from valla.model.names import Entity
from valla.model.quotations import Found
from valla.model.traces import Trace
from valla.model.witnesses import Basis, Chain, Copying, Dependence, Hand, Role, Stemma
from valla.model.works import Attributed, Holding
from valla.stemma.chains import chain_quotations, chain_sentences
from valla.stemma.copies import propose_copies, read_witnesses
from valla.stemma.ground import Ground
from valla.stemma.nodes import Register, register_chains
from valla.stemma.origins import find_origins
from valla.stemma.ruled import rule_dependences, rule_hands, rule_paths
from valla.stemma.support import support_claims

__all__ = ["draw_stemma"]

ESSAY = "essay"


def draw_stemma(
    document: Document,
    found: Found,
    said: Attributed,
    traces: Sequence[Trace],
    claims: Sequence[Claim],
    holdings: Sequence[Holding],
    entities: Sequence[Entity] = (),
    judgements: Sequence[Judgement] = (),
) -> Stemma:
    """Return the chains of every statement, the witnesses and their dependences, origins and supports, as ruled."""
    ruled = ruled_proposals(judgements)
    ground = Ground(document, found, said, traces, holdings, entities)
    read = sorted((*chain_quotations(ground), *chain_sentences(claims, ground)), key=lambda row: (row.at, row.id))
    chains, taken_out = rule_hands(_with_witnesses(read), ruled)
    register, stated = register_chains(chains)
    copies = propose_copies(read_witnesses(traces))
    surmised = tuple(_proposals(copies, register, holdings))
    every = sorted((*_dependences(chains, stated), *surmised), key=lambda row: (row.giver, row.taker, row.reason))
    dependences, ties, denied = rule_dependences(every, ruled)
    paths = rule_paths(stated, ties)
    origins = find_origins(chains, paths, register, ground.deposits, document.text)
    return Stemma(
        essay=ESSAY,
        chains=chains,
        witnesses=tuple(sorted(register.names.values())),
        dependences=dependences,
        origins=origins,
        supports=tuple(support_claims(claims, chains, paths, origins, register, ESSAY)),
        copies=copies,
        rejected=(*taken_out, *denied),
    )


def _with_witnesses(chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """Return the chains, each hand with the id of its witness."""
    register, _ = register_chains(chains)
    return tuple(
        replace(row, hands=tuple(replace(hand, witness=register.enter(hand)) for hand in row.hands)) for row in chains
    )


def _dependences(chains: Sequence[Chain], paths: Mapping[str, tuple[str, ...]]) -> Iterator[Dependence]:
    """Yield one dependence for each pair of hands that follow each other, the surest statement of it."""
    best: dict[tuple[str, str], Dependence] = {}
    for chain in chains:
        path = paths[chain.id]
        for giver, taker in zip(path, (*path[1:], ESSAY), strict=True):
            hand = chain.hands[min(path.index(taker) if taker in path else len(chain.hands) - 1, len(chain.hands) - 1)]
            made = Dependence(
                giver=giver, taker=taker, basis=hand.basis, confidence=hand.confidence, reason=hand.reason, at=hand.at
            )
            known = best.get((giver, taker))
            if known is None or made.confidence > known.confidence:
                best[giver, taker] = made
    yield from best.values()


def _proposals(copies: Sequence[Copying], register: Register, holdings: Sequence[Holding]) -> Iterator[Dependence]:
    """Yield the dependences that shared errors propose; they are drawn, and counted nowhere."""
    titles = {row.document: row.title for row in holdings}
    for row in copies:
        giver, taker = (
            register.enter(
                Hand(
                    name=titles.get(one) or str(one),
                    role=Role.WORK,
                    basis=Basis.LIBRARY,
                    reason="it stands on the shelf",
                )
            )
            for one in (row.earlier, row.later)
        )
        yield Dependence(giver=giver, taker=taker, basis=Basis.ERRORS, confidence=0.3, reason=row.reason, proposed=True)
