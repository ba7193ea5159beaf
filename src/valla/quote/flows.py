"""One flow read from its first paragraph to its last: dialogues, blocks, running prose, and the lines below them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from valla.model.anchors import Span
from valla.quote.blocks import read_block
from valla.quote.layouts import Draft, Form, Layout
from valla.quote.running import read_running, run_over
from valla.quote.setoff import read_set_off
from valla.quote.turns import Dialogue, find_dialogues
from valla.quote.unmarked import read_unmarked

MOST_LINES = 3  # lines of one attribution


@dataclass(slots=True)
class Flow:
    """What was read of a flow so far: drafts, the marks that they used up, and where attribution lines stand."""

    layout: Layout
    drafts: list[Draft] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    lines: dict[int, Span] = field(default_factory=dict)  # attribution lines by their paragraph


def read_flow(layout: Layout) -> Flow:
    """Return the quotations of a flow, with the attribution lines among its paragraphs."""
    flow = Flow(layout)
    dialogues = find_dialogues(layout)
    index = 0
    while index < len(layout):
        begun = len(flow.drafts)
        following = read_at(flow, index, dialogues)
        if following - 1 > index and opens_again(flow, following - 1):
            following -= 1  # a run ended in that paragraph, and another begins in it
        for at in range(index, following):
            flow.drafts.extend(read_running(layout, at, flow.used))
        index = read_lines(flow, following, begun)
    flow.drafts.sort(key=lambda draft: (draft.start, -draft.end))
    share_lines(flow.drafts)
    return flow


def read_at(flow: Flow, index: int, dialogues: dict[int, Dialogue]) -> int:
    """Read what begins at a paragraph, and return the paragraph to go on with."""
    layout = flow.layout
    if index in dialogues:
        dialogue = dialogues[index]
        return keep(flow, dialogue.drafts, (sign.start for sign in dialogue.used), dialogue.following)
    if not any(sign.start in flow.used for sign in layout.signs[index]):
        block = read_block(layout, index) or read_unmarked(layout, index)
        readings = read_set_off(layout, index) or ([block] if block else [])
        if readings:
            starts = [sign.start for reading in readings for sign in reading.used]
            return keep(flow, (reading.draft for reading in readings), starts, readings[-1].following)
    over = run_over(layout, index, flow.used)
    if over:
        draft, signs = over
        return keep(flow, [draft], (sign.start for sign in signs), draft.last + 1)
    return index + 1


def keep(flow: Flow, drafts: Iterable[Draft], starts: Iterable[int], following: int) -> int:
    """Put drafts and the marks that they used up into the flow."""
    flow.drafts.extend(drafts)
    flow.used.update(starts)
    return following


def opens_again(flow: Flow, index: int) -> bool:
    """Tell whether a paragraph holds an opening mark that no quotation has used up."""
    opens = flow.layout.pairings[index].opens
    return any(sign.start not in flow.used and not sign.single for sign in opens)


def read_lines(flow: Flow, index: int, begun: int) -> int:
    """Take the lines that follow a quotation for its attribution, and return the paragraph behind them.

    `begun` is the number of drafts there were before the paragraphs above were read.
    """
    ended = ended_above(flow, index, begun)
    first = index
    while ended and index < first + MOST_LINES and is_next_line(flow.layout, index, first):
        span = flow.layout.paragraphs[index].span
        flow.lines[index] = span
        ended.line = Span(ended.line.start, span.end) if ended.line else span
        index += 1
    return index


def is_next_line(layout: Layout, index: int, first: int) -> bool:
    """Tell whether a paragraph is an attribution line; a second one must stand right below the first."""
    return layout.is_line(index) and (index == first or not layout.paragraphs[index].apart)


def ended_above(flow: Flow, index: int, begun: int) -> Draft | None:
    """Return the outermost quotation that ends with the paragraph above, unless it has its attribution already."""
    layout = flow.layout
    recent = (draft for draft in flow.drafts[begun:] if draft.last == index - 1)
    ended = (draft for draft in recent if not layout.rest(draft.last, draft.outer.end))
    found = min(ended, key=lambda draft: (draft.start, -draft.end), default=None)
    return found if found and found.line is None else None


def share_lines(drafts: list[Draft]) -> None:
    """Let quotations that follow each other with no prose between them share the attribution of the last one."""
    tops = [draft for draft in drafts if draft.form is not Form.RUNNING]
    for later, earlier in pairwise(reversed(tops)):
        adjacent = earlier.last + 1 == later.first and earlier.form is later.form
        if adjacent and earlier.line is None:
            earlier.line = later.line
