"""Quotations that are paragraphs of their own, known by the marks at their ends.

A paragraph that begins with a mark opens one, whichever way the mark looks. One that ends in a mark which closes
nothing was opened at its own beginning, and the mark was lost, if an attribution stands below or a colon before it.
"""

from dataclasses import dataclass

from valla.model.anchors import Span
from valla.model.quotations import Fault
from valla.quote.cues import colon_cue, led_up_to
from valla.quote.layouts import Blemish, Draft, Form, Layout, blemishes_of, span_of
from valla.quote.pairs import Pair
from valla.quote.runs import Run, follow_run, reopenings, unclosed
from valla.quote.signs import Sign
from valla.quote.underlines import is_tail


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read at a paragraph: the quotation, the marks that it used up, and the paragraph to go on with."""

    draft: Draft
    used: tuple[Sign, ...]
    following: int


def read_block(layout: Layout, index: int) -> Reading | None:
    """Return the quotation that begins with a paragraph and ends with it or a later one."""
    lead = layout.lead(index)
    if lead is None:
        return read_lost_head(layout, index)
    closing = layout.partner(index, lead)
    if closing is None:
        return read_open_block(layout, index, lead)
    if layout.ends_at(index, closing) or is_tail(layout.rest(index, closing.end)):
        return whole_block(layout, index, lead, closing)
    return read_outer_block(layout, index, lead)


def whole_block(layout: Layout, index: int, lead: Sign, closing: Sign, *blemishes: Blemish) -> Reading:
    """Return a paragraph that stands between its own two marks."""
    pair = layout.pair_at(index, lead.start)
    doubled = pair is not None and pair.doubled and pair.closing is closing
    draft = Draft(
        parts=[Span(lead.end, closing.start)],
        form=Form.BLOCK,
        first=index,
        last=index,
        why="a paragraph between quotation marks",
        opening=lead,
        closing=closing,
        blemishes=[*blemishes_of(lead, closing, doubled=doubled), *blemishes],
    )
    return finish(layout, draft)


def finish(layout: Layout, draft: Draft) -> Reading:
    """Give a block the attribution that follows its last mark, and tell where to read on."""
    last = draft.last
    if draft.closing and not draft.line:
        draft.line = tail_line(layout, last, draft.closing.end)
    used = tuple(sign for sign in (draft.opening, draft.closing) if sign)
    return Reading(draft, used, last + 1)


def tail_line(layout: Layout, index: int, at: int) -> Span | None:
    """Return the attribution between a closing mark and the end of its paragraph."""
    rest = layout.rest(index, at)
    if not is_tail(rest):
        return None
    end = layout.paragraphs[index].span.end
    start = at + len(layout.text[at:end]) - len(layout.text[at:end].lstrip())
    return Span(start, end)


def read_open_block(layout: Layout, index: int, lead: Sign) -> Reading | None:
    """Return a block whose first paragraph does not close: it runs on, gave its end to an inner mark, or lost it."""
    given = give_end_back(layout, index, lead)
    if given:
        return given
    if layout.is_line(index + 1):
        reason = "no mark closes it before the attribution line"
        return of_run(layout, index, lead, unclosed(layout, index, lead, reason=reason))
    run = follow_run(layout, index, lead)
    if run is None and lead.single:
        return None
    return of_run(layout, index, lead, run or unclosed(layout, index, lead))


def of_run(layout: Layout, index: int, lead: Sign, run: Run) -> Reading | None:
    """Return the block that a run makes; one that ends before other words of its last paragraph is still a block."""
    why = "paragraphs under one opening mark" if run.last > index else "a paragraph that begins with a quotation mark"
    marks = blemishes_of(lead, run.closing) if run.closing else blemishes_of(lead, None)
    draft = Draft(
        parts=list(run.parts),
        form=Form.BLOCK,
        first=index,
        last=run.last,
        why=why,
        opening=lead,
        closing=run.closing,
        blemishes=[*marks, *run.blemishes],
    )
    reading = finish(layout, draft)
    return Reading(draft, (*reading.used, *reopenings(layout, index, run)), reading.following)


def give_end_back(layout: Layout, index: int, lead: Sign) -> Reading | None:
    """Return the block whose closing mark an inner quotation took, because that one lost its own."""
    pairs = layout.pairings[index].pairs
    last = max(pairs, key=lambda pair: pair.closing.end, default=None)
    if last is None or last.closing.single is not lead.single or layout.continues(index + 1):
        return None
    if not (layout.ends_at(index, last.closing) or is_tail(layout.rest(index, last.closing.end))):
        return None
    reason = "an inner mark is not closed; the mark at the end was taken to close the whole"
    reading = whole_block(
        layout, index, lead, last.closing, Blemish(Fault.MISSING_CLOSE, span_of(last.opening), reason)
    )
    pairs.remove(last)
    loose = layout.pairings[index].loose.get(last.opening.start)
    if loose:
        pairs.append(Pair(last.opening, loose))
        pairs.sort(key=lambda pair: pair.opening.start)
        reading.draft.blemishes.pop()
    return reading


def read_outer_block(layout: Layout, index: int, lead: Sign) -> Reading | None:
    """Return the block around a paragraph whose first mark seems to close early and whose last closes nothing."""
    closes = [sign for sign in layout.pairings[index].closes if sign.family is lead.family]
    if not closes or not closes_block(layout, index, closes[-1]):
        return None
    reason = "a mark inside closes nothing that was opened there"
    inner = layout.partner(index, lead)
    blemish = Blemish(Fault.MISSING_OPEN, span_of(inner), reason) if inner else None
    return whole_block(layout, index, lead, closes[-1], *([blemish] if blemish else []))


def closes_block(layout: Layout, index: int, sign: Sign) -> bool:
    """Tell whether a mark at the end of a paragraph has an attribution behind or below it."""
    rest = layout.rest(index, sign.end)
    return is_tail(rest) or (not rest and layout.is_line(index + 1))


def read_lost_head(layout: Layout, index: int) -> Reading | None:
    """Return the block that ends in a mark which closes nothing, and so must have begun with its paragraph."""
    closes = [sign for sign in layout.pairings[index].closes if not sign.single]
    if not closes or layout.paragraphs[index].heading:
        return None
    closing = closes[-1]
    announced = index > 0 and led_up_to(layout.words(index - 1))
    at_end = closes_block(layout, index, closing) or (layout.ends_at(index, closing) and announced)
    start = layout.paragraphs[index].span.start
    if not at_end or colon_cue(layout.text, start, closing.start) is not None:
        return None
    evidence = "a colon above" if announced else "an attribution"
    reason = f"the closing mark has no partner and {evidence} shows that the paragraph is quoted"
    draft = Draft(
        parts=[Span(start, closing.start)],
        form=Form.BLOCK,
        first=index,
        last=index,
        why="a paragraph that ends in a quotation mark, with an attribution",
        closing=closing,
        blemishes=[Blemish(Fault.MISSING_OPEN, Span(start, start), reason)],
    )
    return finish(layout, draft)
