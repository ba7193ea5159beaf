"""Quotations that run over paragraphs: where one that is still open at the end of a paragraph comes to its end."""

from dataclasses import dataclass

from valla.model.anchors import Span
from valla.model.quotations import Fault
from valla.quote.layouts import Blemish, Layout
from valla.quote.signs import CLOSES, Sign

UNMARKED = 3  # paragraphs without a mark at their head through which a quotation may run before it must close


@dataclass(frozen=True, slots=True)
class Run:
    """The way of a quotation through its paragraphs: parts, the last paragraph, the closing mark if there is one."""

    parts: tuple[Span, ...]
    last: int
    closing: Sign | None
    blemishes: tuple[Blemish, ...] = ()


def follow_run(layout: Layout, index: int, opening: Sign, unmarked: int = UNMARKED) -> Run | None:
    """Return where a quotation that is open at the end of a paragraph ends; None if nothing shows that it goes on.

    Each following paragraph may repeat the opening mark. Without that it must close within `unmarked` paragraphs, or
    have its attribution below one of them; and a heading, an attribution line or a sentence that leads up to something
    new stops the search.
    """
    parts = [Span(opening.end, layout.paragraphs[index].span.end)]
    at = index + 1
    while at < len(layout) and not stops_run(layout, at):
        lead = reopening(layout, at, opening)
        if lead is None:
            crossed = cross_unmarked(layout, at, opening, parts, unmarked)
            if crossed:
                return crossed
            break
        closing = layout.partner(at, lead)
        if closing:
            return Run((*parts, Span(lead.end, closing.start)), at, closing)
        parts.append(Span(lead.end, layout.paragraphs[at].span.end))
        at += 1
    if len(parts) == 1:
        return None
    return Run(tuple(parts), at - 1, None, (lost_end(layout, at - 1),))


def cross_unmarked(layout: Layout, first: int, opening: Sign, parts: list[Span], most: int) -> Run | None:
    """Return the run that ends in one of the next paragraphs, none of which begins with a mark."""
    crossed = list(parts)
    for at in range(first, min(len(layout), first + most)):
        if stops_run(layout, at) or layout.lead(at):
            return None
        span = layout.paragraphs[at].span
        closing = closer_in(layout, at, opening)
        if closing:
            return Run((*crossed, Span(span.start, closing.start)), at, closing)
        crossed.append(span)
        if has_line_right_below(layout, at):
            return Run(tuple(crossed), at, None, (lost_end(layout, at),))
        if not layout.pairings[at].bare:
            return None
    return None


def has_line_right_below(layout: Layout, at: int) -> bool:
    """Tell whether an attribution stands below a paragraph with no blank line between."""
    return layout.is_line(at + 1) and not layout.paragraphs[at + 1].apart


def stops_run(layout: Layout, at: int) -> bool:
    """Tell whether a paragraph cannot belong to a quotation that was opened before it."""
    if layout.paragraphs[at].heading:
        return True
    if layout.continues(at):
        return False
    return layout.is_line(at) or layout.words(at).endswith(":")


def reopening(layout: Layout, at: int, opening: Sign) -> Sign | None:
    """Return the mark at the head of a paragraph, if it is of the family of the one that is open."""
    lead = layout.lead(at)
    return lead if lead and lead.family is opening.family else None


def closer_in(layout: Layout, at: int, opening: Sign) -> Sign | None:
    """Return the mark in a paragraph that closes what was open before it."""
    if not opening.single:
        return next((sign for sign in layout.pairings[at].closes if not sign.single), None)
    end = layout.paragraphs[at].span.end
    signs = layout.signs[at]
    if (
        signs
        and signs[-1].single
        and signs[-1].turn == CLOSES
        and signs[-1].end == end
        and not signs[-1].before.isalnum()
    ):
        return signs[-1]
    doubles = layout.pairings[at].closes[-1:]
    return next((sign for sign in doubles if layout.ends_at(at, sign)), None)


def lost_end(layout: Layout, at: int) -> Blemish:
    """Return the blemish of a quotation that nothing closes before its last paragraph ends."""
    end = layout.paragraphs[at].span.end
    final = at + 1 == len(layout)
    fault = Fault.UNCLOSED if final else Fault.MISSING_CLOSE
    where = "the text" if final else "its paragraph"
    return Blemish(fault, Span(end, end), f"no mark closes it; taken to end with {where}")


def unclosed(layout: Layout, index: int, opening: Sign, *, reason: str = "") -> Run:
    """Return the run of a quotation that ends with its own paragraph for want of any other end."""
    end = layout.paragraphs[index].span.end
    blemish = lost_end(layout, index)
    if reason:
        blemish = Blemish(blemish.fault, blemish.at, reason)
    return Run((Span(opening.end, end),), index, None, (blemish,))


def reopenings(layout: Layout, index: int, run: Run) -> list[Sign]:
    """Return the marks that were repeated at the head of the paragraphs of a run."""
    leads = (layout.lead(at) for at in range(index + 1, run.last + 1))
    return [lead for lead in leads if lead]
