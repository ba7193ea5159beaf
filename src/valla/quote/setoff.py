"""Block quotations that the page sets off: marked as such by the format, or indented in a text of set width."""

from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.documents import BlockKind
from valla.quote.blocks import Reading, tail_line
from valla.quote.cues import led_up_to
from valla.quote.layouts import Draft, Form, Layout
from valla.quote.saying import says_after
from valla.quote.signs import Sign
from valla.quote.underlines import SURE, blanks_before, is_tail, starts_marked, trailing_line, weigh_line
from valla.quote.unmarked import LAST_WORDS, says_at_end

LEAST_SMALL = 0.6  # share of small letters in prose
LEAST_WORDS = 5


def read_set_off(layout: Layout, index: int) -> list[Reading]:
    """Return the quotations of the set-off paragraphs that begin here; none where nothing shows that they are quoted."""
    if not is_set_off(layout, index):
        return []
    stop = index
    while stop < len(layout) and is_set_off(layout, stop):
        stop += 1
    if not layout.sure and not shows_quotation(layout, index, stop):
        return []
    readings = []
    for first, last, line in stretches(layout, index, stop):
        readings += read_stretch(layout, first, last, line)
    if readings:
        readings[-1] = Reading(readings[-1].draft, readings[-1].used, stop)
    return readings


def is_set_off(layout: Layout, index: int) -> bool:
    """Tell whether a paragraph is a block quotation by its format, or stands in where lines of prose do not."""
    return layout.paragraphs[index].kind is BlockKind.QUOTE


def shows_quotation(layout: Layout, index: int, stop: int) -> bool:
    """Tell whether indented paragraphs are quoted prose: words lead up to them, a mark opens them, or a line is below."""
    words = layout.text[layout.paragraphs[index].span.start : layout.paragraphs[stop - 1].span.end]
    letters = [letter for letter in words if letter.isalpha()]
    small = sum(letter.islower() for letter in letters)
    if len(words.split()) < LEAST_WORDS or small < LEAST_SMALL * len(words.replace(" ", "").replace("\n", "")):
        return False
    before = layout.words(index - 1) if index else ""
    open_end = before[-1:] in ",;" or (before[-1:].isalpha() and says_at_end(before, 2 * LAST_WORDS))
    above = bool(before) and (led_up_to(before) or open_end) and not layout.is_heading(index - 1)
    marked = opens_whole(layout, index)
    return above or marked or (stop - index > 1 and is_plain_line(layout, stop - 1)) or is_plain_line(layout, stop)


def opens_whole(layout: Layout, at: int) -> bool:
    """Tell whether the mark at the head of a paragraph holds all of it, or more; not a word or two at its head."""
    lead = layout.lead(at)
    if lead is None:
        return False
    closing = layout.partner(at, lead)
    if closing is None:
        return True
    rest = layout.rest(at, closing.end)
    return not rest or is_tail(rest) or len(broken_paragraph(layout, at, lead, closing)[0]) > 1


def is_plain_line(layout: Layout, at: int) -> bool:
    """Tell whether a paragraph is an attribution by its dash or its brackets, as entries of an index are not."""
    return layout.is_line(at) and starts_marked(layout.words(at)) and weigh_line(layout.words(at)) >= SURE


def stretches(layout: Layout, index: int, stop: int) -> Iterator[tuple[int, int, Span | None]]:
    """Yield the runs of set-off paragraphs between attribution lines, each with the line that ends it."""
    first = index
    for at in range(index, stop):
        if at > first and layout.is_line(at):
            yield first, at - 1, layout.paragraphs[at].span
            first = at + 1
    if first < stop:
        yield first, stop - 1, None


def read_stretch(layout: Layout, first: int, last: int, line: Span | None) -> list[Reading]:
    """Return one quotation for a stretch, or one a paragraph where each stands whole between its own marks."""
    wrapped = [is_wrapped(layout, at) for at in range(first, last + 1)]
    if len(wrapped) > 1 and all(wrapped):
        return [read_paragraphs(layout, at, at, line) for at in range(first, last + 1)]
    deeper = list(deeper_stretches(layout, first, last))
    return [read_paragraphs(layout, first, last, line), *(read_paragraphs(layout, a, b, None) for a, b in deeper)]


def is_wrapped(layout: Layout, at: int) -> bool:
    """Tell whether a paragraph stands between its own two marks."""
    lead = layout.lead(at)
    closing = layout.partner(at, lead) if lead else None
    return closing is not None and layout.ends_at(at, closing)


def deeper_stretches(layout: Layout, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of paragraphs that stand deeper than the first one: quotations in the quotation."""
    level = layout.paragraphs[first].level
    start: int | None = None
    for at in range(first, last + 1):
        if layout.paragraphs[at].level > level:
            start = at if start is None else start
        elif start is not None:
            yield start, at - 1
            start = None
    if start is not None:
        yield start, last


def read_paragraphs(layout: Layout, first: int, last: int, line: Span | None) -> Reading:
    """Return the quotation that some paragraphs make, the marks at their edges left out."""
    parts: list[Span] = []
    used: list[Sign] = []
    for at in range(first, last + 1):
        spans, signs = strip_paragraph(layout, at)
        parts += spans
        used += signs
    line = line or trim_line(layout, parts, last)
    draft = Draft(
        parts=parts,
        form=Form.BLOCK,
        first=first,
        last=last,
        why="set off as a block quotation",
        opening=next((sign for sign in used if sign.end == parts[0].start), None),
        closing=next((sign for sign in used if sign.start == parts[-1].end), None),
        line=line,
    )
    return Reading(draft, tuple(used), last + 1)


def trim_line(layout: Layout, parts: list[Span], last: int) -> Span | None:
    """Take the attribution off the end of the last part, or find it behind the closing mark there."""
    if parts[-1].end < layout.paragraphs[last].span.end:
        return tail_line(layout, last, parts[-1].end + 1)
    line = trailing_line(layout.text, parts[-1])
    if line:
        parts[-1] = Span(parts[-1].start, line.start - len(blanks_before(layout.text, line.start)))
    return line


def strip_paragraph(layout: Layout, at: int) -> tuple[list[Span], list[Sign]]:
    """Return a paragraph without the marks that stand around it, and those marks; "he writes" may part it in two."""
    span = layout.paragraphs[at].span
    lead = layout.lead(at)
    closing = layout.partner(at, lead) if lead else None
    if lead and closing is None:
        return [Span(lead.end, span.end)], [lead]
    if lead and closing:
        rest = layout.rest(at, closing.end)
        if not rest or is_tail(rest):
            return [Span(lead.end, closing.start)], [lead, closing]
        return broken_paragraph(layout, at, lead, closing)
    last = layout.pairings[at].closes[-1:]
    if last and layout.ends_at(at, last[0]):
        return [Span(span.start, last[0].start)], last
    return [span], []


def broken_paragraph(layout: Layout, at: int, lead: Sign, closing: Sign) -> tuple[list[Span], list[Sign]]:
    """Return the two parts of a paragraph that begins with a quotation which "he writes" breaks; else all of it."""
    span = layout.paragraphs[at].span
    opening = next(
        (sign for sign in layout.signs[at] if sign.start > closing.start and sign.family is lead.family), None
    )
    if opening is None or not says_after(layout.text[closing.end : opening.start]):
        return [span], []
    end = layout.partner(at, opening)
    if end is None and opening in layout.pairings[at].opens:
        return [Span(lead.end, closing.start), Span(opening.end, span.end)], [lead, closing, opening]
    if end is None or not layout.ends_at(at, end):
        return [span], []
    return [Span(lead.end, closing.start), Span(opening.end, end.start)], [lead, closing, opening, end]
