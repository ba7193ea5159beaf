"""Double marks that have lost their partner and of which no quotation could be made: they are told, not passed over."""

from bisect import bisect_right
from collections.abc import Iterator

from valla.model.quotations import Stray
from valla.quote.flows import Flow
from valla.quote.layouts import span_of
from valla.quote.running import MOST_LOST
from valla.quote.signs import STRAIGHT, TYPED, Sign

MOST = 200
"""Strays of one flow that are told; with more the marks are ornament, code or noise."""


def strays_of(flow: Flow) -> tuple[Stray, ...]:
    """Return the double marks of a flow without partner and quotation, in order; none where there are too many."""
    taken = _taken(flow)
    reach = _reach(flow)
    strays = [
        Stray(at=span_of(sign), opens=opens)
        for sign, opens in _lonely(flow)
        if sign.start not in taken and _tells(sign) and not _inside(sign.start, *reach)
    ]
    return tuple(strays) if len(strays) <= MOST else ()


def _lonely(flow: Flow) -> Iterator[tuple[Sign, bool]]:
    """Yield the marks that pair with none in their paragraph; those of attribution lines are read with their titles."""
    for index, pairing in enumerate(flow.layout.pairings):
        if index not in flow.lines and len(pairing.opens) + len(pairing.closes) <= MOST_LOST:
            yield from ((sign, True) for sign in pairing.opens)
            yield from ((sign, False) for sign in pairing.closes)


def _tells(sign: Sign) -> bool:
    """Tell whether a mark can only be a quotation mark: no single one, no sign for inches or "ditto"."""
    ditto = (not sign.before or sign.before.isspace()) and (not sign.after or sign.after.isspace())
    doubtful = sign.kind in {STRAIGHT, TYPED} and (not sign.sure or sign.before.isdigit())
    return not (sign.single or ditto or doubtful)


def _taken(flow: Flow) -> frozenset[int]:
    """Return where the marks stand that quotations used up."""
    own = (sign.start for draft in flow.drafts for sign in (draft.opening, draft.closing) if sign)
    return frozenset({*flow.used, *own})


def _reach(flow: Flow) -> tuple[list[int], list[int]]:
    """Return where drafts begin, and the furthest end of each and those before it (drafts are sorted by start)."""
    starts, ends, furthest = [], [], 0
    for draft in flow.drafts:
        line = draft.line.end if draft.line else 0
        furthest = max(furthest, draft.end, line)
        starts.append(draft.start)
        ends.append(furthest)
    return starts, ends


def _inside(place: int, starts: list[int], ends: list[int]) -> bool:
    """Tell whether a place lies inside a quotation or its attribution, where the marks are told with it."""
    at = bisect_right(starts, place)
    return at > 0 and place < ends[at - 1]
