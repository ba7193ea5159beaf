"""Weigh: a case to what follows from it, and to what it would not follow from.

Three layers that are never mixed: the structure of the reports, the standing of the arguments, and the probability of
the hypotheses. The one link leads from the second to the third, and an analyst writes it: an undercut enters the
weighing as an assumption.
"""

from dataclasses import dataclass

import numpy as np

from valla.model.cases import Case, CaseFinding
from valla.model.weights import Share, Verdict, Weighing
from valla.weigh.compiling import compile_case
from valla.weigh.factors import Floats
from valla.weigh.labelling import label_arguments
from valla.weigh.leaving import leave_out, reckon_naively, weigh_groups
from valla.weigh.networks import Network, posterior
from valla.weigh.pooling import pool_analysts
from valla.weigh.probing import find_flips, find_pair, measure_bars, price_inquiries
from valla.weigh.ranges import Extremes, draw_posteriors, find_extremes
from valla.weigh.showing import lay_matrix, write_tables
from valla.weigh.stories import tell_stories
from valla.weigh.structure import trace_structure

DRAWS = 100_000
LEANING = 0.95
"""Share of the draws in which one hypothesis must lead for the answer to lean to it."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The figures behind the shares: at the midpoints, over the box, in draws, and naively."""

    middle: Floats
    prior: Floats
    naive: Floats
    extremes: Extremes
    drawn: Floats

    @property
    def lead(self) -> int:
        """Return the hypothesis that leads at the midpoints; the first of equals."""
        return int(self.middle.argmax())

    @property
    def leads_in(self) -> float:
        """Return the share of the draws in which it leads."""
        return float((self.drawn.argmax(axis=0) == self.lead).mean())


def weigh_case(case: Case, findings: tuple[CaseFinding, ...] = (), *, draws: int = DRAWS, seed: int = 1) -> Weighing:
    """Return everything that is said of a case; the same case, draws and seed give the same answer."""
    network = compile_case(case)
    names = [row.name for row in case.hypotheses]
    reckoned = reckon(case, network, draws, seed)
    lead = reckoned.lead
    withouts = leave_out(case, network)
    bars = measure_bars(network, lead)
    return Weighing(
        case=case, findings=findings, left_out=left_out(case), structure=trace_structure(case),
        standings=label_arguments(case), stories=tell_stories(case), verdict=verdict_of(reckoned), lead=names[lead],
        leads_in=reckoned.leads_in, shares=shares_of(names, reckoned), corners=reckoned.extremes.corners,
        draws=draws, seed=seed, numbers=network.numbers, withouts=withouts,
        alone=tuple(row.entry for row in withouts if row.lead != names[lead] and row.kind != "assumption"),
        bars=bars, flips=find_flips(network, lead, names), pair=find_pair(network, lead, names, bars),
        groups=weigh_groups(case, network, lead), inquiries=price_inquiries(network), matrix=lay_matrix(case, network), tables=write_tables(case, network),
    )  # fmt: skip


def reckon(case: Case, network: Network, draws: int, seed: int) -> Reckoned:
    """Return the figures behind the shares."""
    return Reckoned(
        middle=posterior(network, network.middle)[:, 0],
        prior=posterior(network, network.middle, {})[:, 0],
        naive=reckon_naively(case, network),
        extremes=find_extremes(network, seed),
        drawn=draw_posteriors(network, draws, seed),
    )


def left_out(case: Case) -> tuple[str, ...]:
    """Return the sources that lack the numbers to be weighed."""
    return tuple(row.name for row in case.sources if row not in case.usable)


def verdict_of(reckoned: Reckoned) -> Verdict:
    """Return what the numbers say of the lead; an inner bound can unsettle an answer, but never settle it."""
    if reckoned.extremes.leaders == {reckoned.lead} and reckoned.extremes.corners.exact:
        return Verdict.SETTLED
    return Verdict.LEANS if reckoned.leads_in >= LEANING else Verdict.OPEN


def shares_of(names: list[str], reckoned: Reckoned) -> tuple[Share, ...]:
    """Return one share a hypothesis, in the order of the file."""
    fifths = np.percentile(reckoned.drawn, [5, 95], axis=1)
    return tuple(
        Share(
            hypothesis=name, low=float(reckoned.extremes.low[index]), high=float(reckoned.extremes.high[index]),
            fifth=float(fifths[0, index]), ninety_fifth=float(fifths[1, index]),
            middle=float(reckoned.middle[index]), naive=float(reckoned.naive[index]),
            prior=float(reckoned.prior[index]),
        )
        for index, name in enumerate(names)
    )  # fmt: skip


__all__ = ["DRAWS", "label_arguments", "pool_analysts", "weigh_case"]
