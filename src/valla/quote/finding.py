"""From a document to its quotations: every table that comes of looking for them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from valla.model.anchors import Span
from valla.model.documents import BlockKind, Document
from valla.model.quotations import (
    Fault,
    Found,
    Insertion,
    Omission,
    Quotation,
    QuotationId,
    Repair,
    Setting,
    Stray,
    Title,
)
from valla.quote.bounds import MOST, MOST_MARKS, keep_first
from valla.quote.distance import distance_reason
from valla.quote.editing import find_insertions, find_omissions
from valla.quote.flows import Flow, read_flow
from valla.quote.joins import join_broken
from valla.quote.kinds import kind_of, name_kinds
from valla.quote.layouts import Blemish, Draft, Form, lay_out, span_of
from valla.quote.nesting import Nest, nest_drafts, top_drafts
from valla.quote.paragraphs import flows_of
from valla.quote.phrase import Phrase
from valla.quote.sentences import one_line, sentence_start
from valla.quote.settings import make_setting, surroundings_of
from valla.quote.signs import count_openings, read_signs
from valla.quote.strays import strays_of
from valla.quote.titles import title_reason

WINDOW = 240  # characters on either side of marks by which they are judged


def find_quotations(document: Document) -> Found:
    """Return the quotations of a document with their marks repaired, their omissions, insertions and settings.

    Every table is sorted by place (start, then the longer first). Titles in marks are rows of their own and never
    quotations; a scare quotation is a quotation with `scare` set. Of more than 10,000 quotations, or
    100,000 marks, only the first are examined; about how many were left out is told in `unexamined`.
    """
    signs, end = read_signs(document.text, MOST_MARKS)
    rows = Rows(document, left_out=count_openings(document.text, end))
    for flow in flows_of(document):
        paragraphs = [paragraph for paragraph in flow if paragraph.span.start < end]
        layout = lay_out(document.text, paragraphs, signs, sure=document.form != "text")
        rows.add_flow(read_flow(layout))
    return keep_first(rows.found(), left_out=rows.left_out)


class Rows:
    """The rows of all flows of one document as they are made."""

    def __init__(self, document: Document, left_out: int) -> None:
        """Begin with empty tables, and the number of quotations that are left out of them."""
        self.document = document
        self.quotations: list[Quotation] = []
        self.titles: list[Title] = []
        self.repairs: list[Repair] = []
        self.ellipses: list[Omission] = []
        self.insertions: list[Insertion] = []
        self.settings: list[Setting] = []
        self.strays: list[Stray] = []
        self.left_out = left_out

    def add_flow(self, flow: Flow) -> None:
        """Add the rows of one flow."""
        text = self.document.text
        titled = list(titles_of(flow))
        self.strays.extend(strays_of(flow))
        self.titles.extend(Title(anchor=self.document.anchor(span), reason=reason) for span, reason in titled)
        taken = {span.start for span, _ in titled}
        drafts = [draft for draft in flow.drafts if draft.form is not Form.RUNNING or draft.start not in taken]
        nests = nest_drafts(text, join_broken(flow.layout, drafts))
        tops = top_drafts(nests)
        epigraphs = name_kinds(flow, tops)
        around = surroundings_of(flow, tops)
        places = {id(nest): (group, place) for group in groups_of(nests, tops) for place, nest in enumerate(group)}
        ids: dict[int, QuotationId] = {}
        self.left_out += max(0, len(nests) - MOST)  # none of these can be among the first of the document
        for nest in nests[:MOST]:
            ids[id(nest)] = self.add_quotation(flow, nest, epigraphs, ids)
            group, place = places[id(nest)]
            self.settings.append(make_setting(around, nest, group, place, ids[id(nest)]))

    def add_quotation(self, flow: Flow, nest: Nest, epigraphs: set[int], ids: dict[int, QuotationId]) -> QuotationId:
        """Add the row of one quotation and of what was done to its words."""
        draft = nest.draft
        row = QuotationId(f"{self.document.id}@{draft.start}-{draft.end}")
        scare = scare_reason(flow, nest)
        self.quotations.append(
            Quotation(
                id=row,
                anchor=self.document.anchor(Span(draft.start, draft.end)),
                kind=kind_of(self.document.text, nest, epigraphs),
                scare=scare is not None,
                nested_in=ids[id(nest.parent)] if nest.parent else None,
                parts=tuple(draft.parts),
                reason=scare or draft.why,
            )
        )
        blemishes = [*draft.blemishes, *nested_blemish(nest)]
        self.repairs.extend(Repair(quotation=row, at=b.at, fault=b.fault, reason=b.reason) for b in blemishes)
        self.ellipses.extend(find_omissions(self.document.text, row, tuple(draft.parts)))
        self.insertions.extend(find_insertions(self.document.text, row, tuple(draft.parts)))
        return row

    def found(self) -> Found:
        """Return the tables, each in the order of the text."""
        order = {row.id: (row.span.start, -row.span.end) for row in self.quotations}
        return Found(
            quotations=tuple(sorted(self.quotations, key=lambda row: order[row.id])),
            titles=tuple(sorted(self.titles, key=lambda row: (row.anchor.span.start, -row.anchor.span.end))),
            repairs=tuple(sorted(self.repairs, key=lambda row: (row.at.start, -row.at.end, row.fault, row.quotation))),
            ellipses=tuple(sorted(self.ellipses, key=lambda row: (row.at.start, -row.at.end, order[row.quotation]))),
            insertions=tuple(
                sorted(self.insertions, key=lambda row: (row.at.start, -row.at.end, order[row.quotation]))
            ),
            settings=tuple(sorted(self.settings, key=lambda row: order[row.quotation])),
            strays=tuple(sorted(self.strays)),
        )


def groups_of(nests: Sequence[Nest], tops: list[Nest]) -> Iterator[list[Nest]]:
    """Yield the nests that share a holder."""
    yield tops
    yield from (nest.inner for nest in nests if nest.inner)


def nested_blemish(nest: Nest) -> Iterable[Blemish]:
    """Yield the blemish of a quotation that stands in the same marks as the one that holds it."""
    opening = nest.draft.opening
    holder = nest.parent.draft.opening if nest.parent else None
    if opening and holder and opening.kind == holder.kind and opening.family is holder.family:
        yield Blemish(Fault.NESTED, span_of(opening), f"{opening.glyph} inside a quotation in the same marks")


def scare_reason(flow: Flow, nest: Nest) -> str | None:
    """Return why a quotation in running prose reports nobody's words, or None."""
    draft = nest.draft
    if draft.form is not Form.RUNNING or draft.first != draft.last or len(draft.parts) > 1:
        return None
    before, after = words_beside(flow, draft)
    return distance_reason(Phrase(before=before, inner=one_line(draft.parts[0].of(flow.layout.text)), after=after))


def words_beside(flow: Flow, draft: Draft) -> tuple[str, str]:
    """Return the words of the sentence before and behind the marks of a quotation."""
    text = flow.layout.text
    outer, span = draft.outer, flow.layout.paragraphs[draft.first].span
    start = sentence_start(text, max(span.start, outer.start - WINDOW), outer.start)
    return one_line(text[start : outer.start]), one_line(text[outer.end : min(span.end, outer.end + WINDOW)])


def titles_of(flow: Flow) -> Iterator[tuple[Span, str]]:
    """Yield the titles in marks of a flow: all that stand in attribution lines, and those that the prose shows."""
    for index in flow.lines:
        yield from titles_in_line(flow, index)
    lines = sorted({draft.line for draft in flow.drafts if draft.line})
    for draft in flow.drafts:
        if draft.form is not Form.RUNNING or len(draft.parts) > 1:
            continue
        if any(line.covers(draft.parts[0]) for line in lines_near(lines, draft)):
            yield draft.parts[0], "in the attribution of a quotation"
            continue
        reason = title_reason(phrase_of(flow, draft))
        if reason:
            yield draft.parts[0], reason


def phrase_of(flow: Flow, draft: Draft) -> Phrase:
    """Return the words in marks with the words of their paragraph on both sides."""
    text, outer = flow.layout.text, draft.outer
    paragraph = flow.layout.paragraphs[draft.first]
    return Phrase(
        before=one_line(text[max(paragraph.span.start, outer.start - WINDOW) : outer.start]),
        inner=one_line(draft.parts[0].of(text)),
        after=one_line(text[outer.end : min(paragraph.span.end, outer.end + WINDOW)]),
        note=paragraph.kind is BlockKind.NOTE,
        heading=paragraph.heading or flow.layout.is_heading(draft.first),
    )


def lines_near(lines: Sequence[Span], draft: Draft) -> Sequence[Span]:
    """Return the attribution lines that may hold a draft: the last ones that begin before it."""
    after = bisect_right(lines, draft.start, key=lambda line: line.start)
    return lines[max(0, after - 3) : after]


def titles_in_line(flow: Flow, index: int) -> Iterator[tuple[Span, str]]:
    """Yield the titles in an attribution line; one that lost a mark runs to the last mark or to the end of the line."""
    pairing = flow.layout.pairings[index]
    reason = "in the attribution of a quotation"
    for pair in pairing.pairs:
        if len(pair.inner):
            yield pair.inner, reason
    last = max((pair.closing.start for pair in pairing.pairs), default=flow.layout.paragraphs[index].span.end)
    for sign in pairing.opens[:1]:
        if sign.end < last:
            yield Span(sign.end, last), reason + "; one of its marks is lost"
