"""The words around a quotation in which its speaker and its source are named."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from valla.model.anchors import Span
from valla.model.quotations import QuotationId, Setting
from valla.quote.flows import Flow
from valla.quote.layouts import Draft, Form
from valla.quote.nesting import Nest
from valla.quote.saying import says_after
from valla.quote.sentences import sentence_edges
from valla.quote.underlines import APART, is_stage, weigh_line

LINE = 3  # weight of a bracket behind a closing mark that is an attribution
LONGEST = 1200  # characters of a cue or a tail
BRACKET = re.compile(r"[?!]?\s*(?P<whole>[(\[](?P<inside>[^()\[\]]{2,200}(?:\([^()]{1,60}\)[^()\[\]]{0,60})?)[)\]])")


@dataclass(slots=True)
class Surroundings:
    """What stands around the quotations of one flow: the sentences of its paragraphs, and the blocks by their ends."""

    flow: Flow
    blocks: dict[int, Draft]  # blocks and turns by their last paragraph
    cues: dict[int, Span | None] = field(default_factory=dict)  # by the start of a block
    edges: dict[int, list[int]] = field(default_factory=dict)

    def edges_in(self, index: int) -> list[int]:
        """Return where the sentences of a paragraph begin, its own beginning left out."""
        if index not in self.edges:
            span = self.flow.layout.paragraphs[index].span
            self.edges[index] = sentence_edges(self.flow.layout.text, span.start, span.end)
        return self.edges[index]


def surroundings_of(flow: Flow, tops: Sequence[Nest]) -> Surroundings:
    """Return the surroundings of the quotations of a flow."""
    blocks = {nest.draft.last: nest.draft for nest in tops if nest.draft.form is not Form.RUNNING}
    return Surroundings(flow, blocks)


def make_setting(around: Surroundings, nest: Nest, siblings: Sequence[Nest], place: int, row: QuotationId) -> Setting:
    """Return the setting of a quotation, which is number `place` of its siblings (those with the same holder)."""
    draft = nest.draft
    label = draft.label
    if draft.form is Form.RUNNING:
        cue = running_cue(around, nest, siblings, place)
        tail = running_tail(around, nest, siblings, place)
        line = line_below(around, draft) or bracket_line(around, draft)
        if line and tail and line.covers(tail):
            tail = None
        return Setting(quotation=row, cue=cue, tail=tail, line=line, label=label)
    cue = block_cue(around, nest)
    line = draft.line or line_above(around, nest)
    tail = running_tail(around, nest, siblings, place)
    if tail and line and line.touches(tail):
        tail = None
    return Setting(quotation=row, cue=cue if cue != line else None, tail=tail, line=line, label=label)


def line_below(around: Surroundings, draft: Draft) -> Span | None:
    """Return the line that was taken for the attribution of a quotation in running prose.

    A line of its own below a paragraph speaks for a quotation that fills the paragraph, not for words at its end.
    """
    if draft.line is None:
        return None
    paragraph = around.flow.layout.paragraphs[draft.last].span
    begins = around.flow.layout.paragraphs[draft.first].span.start
    return draft.line if draft.line.start < paragraph.end or draft.outer.start <= begins + 1 else None


def running_cue(around: Surroundings, nest: Nest, siblings: Sequence[Nest], place: int) -> Span | None:
    """Return the words of the sentence before a quotation; the sentence before that, if it begins its own."""
    draft = nest.draft
    text = around.flow.layout.text
    least = lower_bound(around, nest)
    stop = draft.outer.start
    edges = around.edges_in(draft.first)
    at = edge_before(edges, siblings, place, stop)
    least = max(least, stop - LONGEST)
    start = max(least, edges[at]) if at >= 0 else least
    if not text[start:stop].strip(" \n\t“”\"'‘(["):
        if says_after(text[draft.outer.end : draft.outer.end + 80]):
            return None
        at = edge_before(edges, siblings, place, start - 1) if start > least else -1
        start = max(least, edges[at]) if at >= 0 else least
    return clean(text, start, stop)


def lower_bound(around: Surroundings, nest: Nest) -> int:
    """Return the place before which the words around a quotation do not belong to it."""
    start = around.flow.layout.paragraphs[nest.draft.first].span.start
    if nest.parent is None:
        return start
    parts = nest.parent.draft.parts
    at = bisect_right(parts, nest.draft.start, key=lambda part: part.start) - 1
    return max(start, parts[max(0, at)].start)


def upper_bound(around: Surroundings, nest: Nest) -> int:
    """Return the place behind which the words around a quotation do not belong to it."""
    end = around.flow.layout.paragraphs[nest.draft.last].span.end
    if nest.parent is None:
        return end
    parts = nest.parent.draft.parts
    at = bisect_right(parts, nest.draft.start, key=lambda part: part.start) - 1
    return min(end, parts[max(0, at)].end)


def edge_before(edges: Sequence[int], siblings: Sequence[Nest], place: int, stop: int) -> int:
    """Return the index of the last sentence that begins before a place and in no quotation beside this one, or -1."""
    at = bisect_right(edges, stop) - 1
    while at >= 0 and place > 0:
        before = bisect_right(siblings, edges[at], hi=place, key=lambda nest: nest.draft.outer.start) - 1
        holder = siblings[before].draft if before >= 0 else None
        if holder is None or holder.outer.end <= edges[at] or holder.outer.start == edges[at]:
            break
        at = bisect_right(edges, holder.outer.start) - 1
    return at


def running_tail(around: Surroundings, nest: Nest, siblings: Sequence[Nest], place: int) -> Span | None:
    """Return the words behind a quotation in its sentence; those that broke into it, if they say who speaks."""
    draft = nest.draft
    text = around.flow.layout.text
    if len(draft.parts) > 1 and draft.first == draft.last and draft.form is Form.RUNNING:
        broken = clean(text, draft.parts[0].end + 1, draft.parts[1].start - 1)
        if broken:
            return broken
    start, most = draft.outer.end, upper_bound(around, nest)
    if place + 1 < len(siblings):
        most = min(most, siblings[place + 1].draft.outer.start)
    if start >= most:
        return None
    edges = around.edges_in(draft.last)
    at = bisect_left(edges, start)
    asked = text[draft.end - 1] in "?!…—–"  # a mark of the quoted sentence, which need not end the author's
    if asked and at < len(edges) and not text[start : edges[at]].strip() and says_after(text[start : start + 80]):
        at += 1
    stop = min(most, edges[at]) if at < len(edges) else most
    return clean(text, start, min(stop, start + LONGEST))


def clean(text: str, start: int, end: int) -> Span | None:
    """Return a range without blanks and lone stops at its ends, or None if no word is in it."""
    while start < end and (text[start].isspace() or text[start] in "”\"’'»"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "“\"‘'«„"):
        end -= 1
    return Span(start, end) if any(letter.isalpha() for letter in text[start:end]) else None


def bracket_line(around: Surroundings, draft: Draft) -> Span | None:
    """Return the bracket right behind a closing mark, if it is an attribution or a reference."""
    text = around.flow.layout.text
    start = draft.outer.end
    match = BRACKET.match(text, start, min(len(text), start + 300))
    if match is None or is_stage(match["inside"]) or weigh_line(match["whole"]) < LINE + 1:
        return None
    return clean(text, *match.span("whole"))


def block_cue(around: Surroundings, nest: Nest) -> Span | None:
    """Return the sentence that leads up to a block; blocks that share an attribution share their cue as well."""
    draft = nest.draft
    layout = around.flow.layout
    if nest.parent:
        return None
    if layout.paragraphs[draft.first].span.start < draft.outer.start - 2 and draft.form is Form.BLOCK:
        return cue_in_paragraph(around, draft)
    cue = cue_above(around, draft)
    around.cues[draft.start] = cue
    return cue


def cue_in_paragraph(around: Surroundings, draft: Draft) -> Span | None:
    """Return the words before a block that begins within its first paragraph."""
    layout = around.flow.layout
    return clean(layout.text, layout.paragraphs[draft.first].span.start, draft.outer.start)


def cue_above(around: Surroundings, draft: Draft) -> Span | None:
    """Return the last sentence of the prose above a block."""
    layout = around.flow.layout
    above = draft.first - 1
    if above < 0 or above in around.flow.lines:
        return None
    earlier = around.blocks.get(above)
    if earlier:
        together = earlier.form is draft.form and (earlier.line is None or earlier.line == draft.line)
        return around.cues.get(earlier.start) if together else None
    if layout.is_heading(above):
        return None
    edges = around.edges_in(above)
    span = layout.paragraphs[above].span
    start = edges[-1] if edges else span.start
    return clean(layout.text, max(start, span.end - LONGEST), span.end)


def line_above(around: Surroundings, nest: Nest) -> Span | None:
    """Return the line above a block that names its source, where none below it does."""
    draft = nest.draft
    layout = around.flow.layout
    above = draft.first - 1
    if above < 0 or nest.parent or draft.form is Form.TURN or above in around.flow.lines or above in around.blocks:
        return None
    if layout.paragraphs[above].heading or weigh_line(layout.words(above).rstrip(" :")) <= APART:
        return None
    return layout.paragraphs[above].span
