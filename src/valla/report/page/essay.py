"""The essay as a page: its headings, paragraphs and notes, with every quotation marked by its verdict."""

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import category

from valla.model.anchors import Span
from valla.model.documents import Block, BlockKind, Document, Note
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation, QuotationId, Repair
from valla.report.dossiers import Dossier, Entry, loose_entries
from valla.report.page.layers import Layer, Point, Slice, slice_text
from valla.report.page.markup import NOTHING, Markup, element, join, unseen
from valla.report.page.names import card_id, flag_id, key_of, loose_card_id, mark_id, siglum, spoken, verdict_class
from valla.report.page.persons import person_points
from valla.report.phrases import FAULT_WORDS, VERDICT_WORDS
from valla.report.places import Ruler

TITLE_RANK, FINE_RANK = 80, 90
"""Titles stand inside quotations, brackets and ellipses inside both."""
DEEPEST = 6
"""Heading level below which none is."""
MOST_MARKS = 3
"""Opening marks that may stand before a quotation: its own and those of quotations that begin with it."""
STRAIGHT, OPENING = frozenset("\"'`"), frozenset({"Pi", "Pf", "Ps"})
"""Marks that open without saying so, and the categories of those that say it; » and ” open in some languages."""
WRAPPED = range(45, 100)
"""Lengths of line that a typist or a printer of plain text would wrap at."""


def render_essay(
    tables: Investigation,
    dossiers: Sequence[Dossier],
    carded: frozenset[QuotationId],
    entries: Sequence[Entry],
    ruler: Ruler,
) -> Markup:
    """Return the essay with its marks; those in `carded` lead to a card."""
    document = tables.document
    blocks = tuple(blocks_of(document))
    loose = loose_entries(tables, entries)
    layers = [
        *quotation_layers(dossiers),
        *fine_layers(tables),
        *note_layers(document.notes),
        *flag_layers(loose),
    ]
    points = [
        *tag_points(dossiers, carded, ruler),
        *repair_points(tables.repairs),
        *note_points(document.notes),
        *flag_points(loose),
        *page_points(document),
        *person_points(tables),
    ]
    edges = {edge for block in blocks for edge in (block.span.start, block.span.end)}
    slices = slice_text(len(document.text), layers, points, edges)
    body = render_blocks(blocks, list(slices), document.text)
    classes = "essay wrapped" if is_wrapped(document) else "essay"
    return element("div", *body, class_=classes, lang="")


def blocks_of(document: Document) -> Iterator[Block]:
    """Yield blocks that cover every letter of the text, none twice: those of the reader, and paragraphs between."""
    at = 0
    for block in document.blocks:
        if block.span.start >= at:
            yield from paragraphs_between(document.text, at, block.span.start)
            yield block
            at = block.span.end
    yield from paragraphs_between(document.text, at, len(document.text))


def paragraphs_between(text: str, start: int, end: int) -> Iterator[Block]:
    """Yield the paragraphs of a stretch that the reader gave no block."""
    while start < end:
        stop = text.find("\n\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            yield Block(span=Span(start, stop), kind=BlockKind.PARAGRAPH)
        start = stop + 2


def is_wrapped(document: Document) -> bool:
    """Tell whether a line end inside a paragraph means nothing, so that its lines may be set anew.

    So it is in Markdown and in text whose lines a typist or a printer broke at a width; the lines of HTML are meant.
    """
    if document.form == "markdown":
        return True
    lengths = [len(line) for line in document.text.splitlines() if line.strip()]
    return document.form == "text" and sum(length in WRAPPED for length in lengths) > len(lengths) / 2


def quotation_layers(dossiers: Iterable[Dossier]) -> Iterator[Layer]:
    """Yield the marks of the quotations, nested ones inside those in which they stand."""
    depths: dict[QuotationId, int] = {}
    for dossier in dossiers:
        quotation = dossier.quotation
        outer = quotation.nested_in
        depth = depths[quotation.id] = min(depths.get(outer, 0) + 1, TITLE_RANK - 1) if outer else 0
        drawn = (("class_", f"q {verdict_class(dossier.verdict)}"), ("data_q", key_of(quotation)))
        named = (*drawn, ("title", said_of(dossier)))
        yield from (Layer(depth, part, "mark", named) for part in quotation.parts)


def said_of(dossier: Dossier) -> str:
    """Return what shows when the pointer rests on a mark."""
    if dossier.verdict is None:
        return f"quotes nobody: {dossier.quotation.reason}"
    return f"{dossier.number}: {VERDICT_WORDS[dossier.verdict]}"


def fine_layers(tables: Investigation) -> Iterator[Layer]:
    """Yield titles, ellipses and editors' brackets."""
    for title in tables.titles:
        yield Layer(TITLE_RANK, title.anchor.span, "cite", (("class_", "title"), ("title", f"a title: {title.reason}")))
    for omission in tables.ellipses:
        yield Layer(FINE_RANK, omission.at, "span", (("class_", "ellipsis"), ("title", "words left out")))
    for insertion in tables.insertions:
        yield Layer(FINE_RANK, insertion.at, "span", (("class_", "insertion"), ("title", "put in by an editor")))
    for repair in tables.repairs:
        yield Layer(FINE_RANK, repair.at, "span", (("class_", "wrong-mark"),))


def flag_layers(loose: Iterable[Entry]) -> Iterator[Layer]:
    """Yield the places of findings that belong to no quotation."""
    for entry in loose:
        drawn = (("class_", f"flagged s-{entry.finding.severity}"), ("data_q", entry.fingerprint))
        yield Layer(TITLE_RANK, entry.finding.span, "span", drawn)


def tag_points(dossiers: Iterable[Dossier], carded: frozenset[QuotationId], ruler: Ruler) -> Iterator[Point]:
    """Yield the sign before each quotation: a link to its card."""
    for dossier in dossiers:
        if dossier.verdict is not None:
            at = before_marks(ruler.document.text, dossier.quotation.span.start)
            yield Point(at, 1, tag_of(dossier, ruler, leads=dossier.quotation.id in carded))


def before_marks(text: str, start: int) -> int:
    """Return the place before the opening marks of a quotation that begins at `start`."""
    at = start
    while at and start - at < MOST_MARKS and (text[at - 1] in STRAIGHT or category(text[at - 1]) in OPENING):
        at -= 1
    return at


def tag_of(dossier: Dossier, ruler: Ruler, *, leads: bool) -> Markup:
    """Return the sign of a quotation: a link where it leads to a card."""
    quotation: Quotation = dossier.quotation
    worst = min((entry.finding.severity for entry in dossier.counting), key=lambda level: level.rank, default=None)
    return element(
        "a",
        element("span", siglum(dossier.verdict), aria_hidden="true"),
        element("span", str(dossier.number), aria_hidden="true"),
        class_=f"tag {verdict_class(dossier.verdict)}{f' has-{worst}' if worst else ''}",
        id=mark_id(quotation),
        href=f"#{card_id(quotation)}" if leads else None,
        data_q=key_of(quotation),
        aria_label=spoken(dossier, ruler.line(quotation.span.start)),
    )


def repair_points(repairs: Iterable[Repair]) -> Iterator[Point]:
    """Yield a sign at each repaired mark."""
    for repair in repairs:
        words = f"{FAULT_WORDS[repair.fault]}; {repair.reason}"
        sign = element("span", "‸", aria_hidden="true")
        yield Point(
            repair.at.start, 0, element("span", sign, unseen(f"[repaired: {words}]"), class_="repair", title=words)
        )


def note_layers(notes: Iterable[Note]) -> Iterator[Layer]:
    """Yield the marks of the notes: links to their bodies."""
    for number, note in enumerate(notes, 1):
        drawn = (("class_", "note-mark"), ("href", f"#note-{number}"))
        yield Layer(FINE_RANK + 1, note.mark, "a", drawn)


def note_points(notes: Iterable[Note]) -> Iterator[Point]:
    """Yield the place of each note's mark, and the way back to it at the head of the note."""
    for number, note in enumerate(notes, 1):
        back = element("span", "↑", aria_hidden="true")
        told = f"back to the mark of note {note.label}"
        link = element("a", back, id=f"note-{number}", href=f"#mark-{number}", class_="note-back", aria_label=told)
        yield Point(note.mark.start, 0, element("span", id=f"mark-{number}"))
        yield Point(note.body.start, 0, join(link, " "))


def flag_points(loose: Iterable[Entry]) -> Iterator[Point]:
    """Yield a sign at each finding that belongs to no quotation: a link to its card."""
    for entry in loose:
        finding = entry.finding
        sign = element(
            "a",
            element("span", "⚑", aria_hidden="true"),
            class_=f"flag s-{finding.severity}",
            id=flag_id(entry),
            href=f"#{loose_card_id(entry)}",
            data_q=entry.fingerprint,
            aria_label=f"{finding.severity} {finding.code} {finding.name}",
        )
        yield Point(finding.span.start, 2, sign)


def page_points(document: Document) -> Iterator[Point]:
    """Yield the numbers of the essay's own pages."""
    for page in document.pages:
        yield Point(page.at, -1, element("span", f"p. {page.label}", class_="folio"))


def render_blocks(blocks: Iterable[Block], slices: list[Slice], text: str) -> Iterator[Markup]:
    """Yield each block with the slices that stand in it; points outside every block join the next one."""
    number, carried = 0, NOTHING
    for block in blocks:
        while number < len(slices) and slices[number].span.start < block.span.start:
            carried = join(carried, *(point.markup for point in slices[number].points))
            number += 1
        inside = []
        while number < len(slices) and slices[number].span.end <= block.span.end:
            inside.append(render_slice(slices[number], text))
            number += 1
        yield render_block(block, join(carried, *inside))
        carried = NOTHING
    rest = join(carried, *(point.markup for part in slices[number:] for point in part.points))
    yield element("p", rest) if rest else NOTHING


def render_slice(part: Slice, text: str) -> Markup:
    """Return the words of a slice inside their layers, behind the signs that stand before them."""
    made: str = part.span.of(text)
    if made.strip():
        for layer in reversed(part.layers):
            made = element(layer.element, made, **dict(layer.attributes))
    return join(*(point.markup for point in part.points), made)


def render_block(block: Block, body: Markup) -> Markup:
    """Return a block as the element it is."""
    if block.kind is BlockKind.HEADING:
        return element(f"h{min(DEEPEST, block.level + 2)}", body, dir="auto")
    if block.kind is BlockKind.QUOTE:
        return element("blockquote", element("p", body), dir="auto")
    if block.kind is BlockKind.CODE:
        return element("pre", body)
    kind = {BlockKind.ITEM: "item", BlockKind.NOTE: "note"}.get(block.kind)
    return element("p", body, class_=kind, dir="auto")
