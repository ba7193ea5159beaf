"""From drafts and relative dates to the rows of the table, with what the context makes of incomplete ones."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from valla.date.finding import draft_dates
from valla.date.kinds import Places, kind_of
from valla.date.relative import Told, find_relative, reckon, untouched
from valla.date.stamps import Draft, write_draft
from valla.model.anchors import Span
from valla.model.dates import Dated, Precision, When, WhenId
from valla.model.documents import BlockKind, Document
from valla.text.edtf import UNKNOWN, bounds_of

_NEAR = 1500  # code points behind a date within which it still says what year is meant
_AHEAD = 24  # code points between a relative date and the date that follows it and explains it


def make_whens(document: Document, places: Places) -> tuple[When, ...]:
    """Return every date of a document, sorted by place."""
    code = sorted(block.span for block in document.blocks if block.kind is BlockKind.CODE)
    drafts = [draft for draft in draft_dates(document.text) if not _held(code, draft.start)]
    told = untouched(list(find_relative(document.text)), [(draft.start, draft.end) for draft in drafts])
    named = [_when_of(document, draft, places) for draft in drafts]
    others = [_relative_row(document, row, places) for row in told]
    return tuple(_inferred(document.text, sorted([*named, *others])))


def _held(spans: Sequence[Span], offset: int) -> bool:
    """Tell whether an offset stands in one of some spans: preformatted text is not read."""
    after = bisect_right(spans, offset, key=lambda row: row.start)
    return bool(after) and offset < spans[after - 1].end


def _when_of(document: Document, draft: Draft, places: Places) -> When:
    """Return the row of a draft; one with a fault has no EDTF unless only the weekday is wrong."""
    span = Span(draft.start, draft.end)
    possible = draft.fault is None or draft.fault.startswith("weekday")
    edtf = write_draft(draft) if possible else None
    bounds = (bounds_of(edtf) if edtf else None) or UNKNOWN
    return When(
        id=_id(document, span),
        span=span,
        words=span.of(document.text),
        edtf=edtf,
        earliest=bounds.earliest,
        latest=bounds.latest,
        precision=Precision(bounds.precision),
        approximate=bounds.approximate,
        dates=kind_of(span, places),
        inferred=None if draft.century_known else edtf,
        fault=draft.fault,
    )


def _relative_row(document: Document, row: Told, places: Places) -> When:
    """Return the row of a relative date, which has no EDTF of its own."""
    span = Span(row.start, row.end)
    dates = Dated.HEADING if places.heading_at(span) else Dated.EVENT
    return When(id=_id(document, span), span=span, words=span.of(document.text), relative=row.relative, dates=dates)


def _id(document: Document, span: Span) -> WhenId:
    """Return the id of a date."""
    return WhenId(f"{document.id}@{span.start}-{span.end}#date")


def _inferred(text: str, rows: Sequence[When]) -> Iterator[When]:
    """Yield the rows, those that lack a year or are relative with what the date before them makes of them."""
    last: When | None = None
    for number, row in enumerate(rows):
        if row.relative is not None:
            following = rows[number + 1] if number + 1 < len(rows) else None
            yield _with_guess(text, row, last, following)
        elif row.edtf is not None and "XXXX-" in row.edtf and last is not None and last.earliest is not None:
            yield _replaced(row, row.edtf.replace("XXXX", year_of(last)), last)
        else:
            yield row
            if (
                row.earliest is not None
                and row.latest is not None
                and "XXXX" not in (row.edtf or "")
                and row.dates is not Dated.PUBLICATION
            ):
                last = row


def year_of(row: When) -> str:
    """Return the year in which a date begins or, where it has no beginning, ends."""
    return (row.edtf or "").removeprefix("../")[:4]


def _with_guess(text: str, row: When, last: When | None, following: When | None) -> When:
    """Return a relative date with what it comes to: from the date that explains it, else from the last one."""
    if row.relative is None:
        return row
    if following is not None and 0 <= following.span.start - row.span.end <= _AHEAD + len(row.relative.anchor):
        between = text[row.span.end : following.span.start]
        if following.edtf and not any(stop in between for stop in ".!?\n"):
            return _replaced(row, reckon(row.relative, following.edtf), following)
    if last is None or last.edtf is None or row.relative.anchor or row.span.start - last.span.end > _NEAR:
        return row
    return _replaced(row, reckon(row.relative, last.edtf), last)


def _replaced(row: When, guess: str | None, source: When) -> When:
    """Return a row with a guess, where it is a date at all and the date it comes from is near."""
    near = abs(row.span.start - source.span.end) <= _NEAR
    if guess is None or not near or bounds_of(guess) is None:
        return row
    return When(
        id=row.id,
        span=row.span,
        words=row.words,
        edtf=row.edtf,
        earliest=row.earliest,
        latest=row.latest,
        precision=row.precision,
        approximate=row.approximate,
        dates=row.dates,
        relative=row.relative,
        inferred=guess,
        fault=row.fault,
    )
