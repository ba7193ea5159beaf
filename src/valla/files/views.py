"""Pictures of the passages that a report shows, taken from the PDFs in which they stand.

A passage is drawn for each quotation whose source is a PDF, and the quotation itself where the essay is one; first those
with findings, and no more than a report can carry. Each PDF is read again for the places of its letters, and drawn in a
process of its own.
"""

import json
from base64 import b64decode
from binascii import Error as NoBase64
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from valla.errors import ReadError
from valla.files.candidates import candidates_in
from valla.files.child import answer_of
from valla.files.limits import LONGEST, Allowance
from valla.files.opening import open_document, read_bytes
from valla.files.volumes import HEAVY_LIMIT
from valla.model.anchors import DocumentId, Span
from valla.model.documents import Document, PageState
from valla.model.investigation import Outcome
from valla.model.views import View
from valla.read.forms import form_of

MOST_VIEWS = 300
MOST_BYTES = 4 << 20
"""Of all pictures of a report; a page opens in a browser within a second."""

LONGEST_PASSAGE = 2000  # letters: of a longer one the beginning is shown
Place = tuple[DocumentId, Span]


def gather_views(outcome: Outcome, essay: Path, folders: Sequence[Path]) -> tuple[View, ...]:
    """Return the pictures for a report; a PDF that cannot be drawn gives none, as if it were no PDF."""
    wanted: dict[DocumentId, list[Span]] = defaultdict(list)
    for document, span in list(dict.fromkeys(places_of(outcome)))[:MOST_VIEWS]:
        wanted[document].append(span)
    paths = paths_of(outcome, essay, folders, set(wanted))
    views: list[View] = []
    for document, path in sorted(paths.items()):
        room = MOST_BYTES - sum(len(view.picture) for view in views)
        views += views_in(document, path, wanted[document], room)
    return tuple(views)


def places_of(outcome: Outcome) -> Iterator[Place]:
    """Yield what is to be shown: the passages of each quotation and its own place, those with findings first."""
    tables = outcome.investigation
    found = {finding.quotation for finding in outcome.findings}
    for trace in sorted(tables.traces, key=lambda row: (row.quotation not in found, row.quotation)):
        yield from ((row.document, row.anchor.span) for row in trace.passages)
        yield tables.document.id, tables.quotation[trace.quotation].span


def paths_of(
    outcome: Outcome, essay: Path, folders: Sequence[Path], wanted: set[DocumentId]
) -> Mapping[DocumentId, Path]:
    """Return the files of the PDFs among some documents."""
    paths = {row.document: row.path for row in candidates_in(folders)} | {outcome.investigation.document.id: essay}
    return {name: paths[name] for name in wanted if name in paths and form_of(paths[name].name) == "pdf"}


def views_in(document: DocumentId, path: Path, spans: Sequence[Span], room: int) -> list[View]:
    """Return the pictures of some passages of one PDF."""
    try:
        text, data = open_document(path, id=document, limit=HEAVY_LIMIT), read_bytes(path, HEAVY_LIMIT)
        asked = [(span, *row) for span in spans for row in stretches_of(text, span)]
        request = json.dumps([(sheet, letters) for _, sheet, letters in asked]).encode()
        answer = answer_of(
            "pdf", request + b"\n" + data, path.name, Allowance(work=LONGEST), str(max(0, room)), "valla.files.drawing"
        )
        drawn = json.loads(answer)
        rows = zip(asked, drawn, strict=True)
        return [view_from(document, text, span, sheet, row) for (span, sheet, _), row in rows if row]
    except (ReadError, ValueError, KeyError, TypeError, NoBase64):
        return []


def stretches_of(document: Document, span: Span) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Yield the pages on which a passage stands, each with its letters; the page of a scan has none."""
    shown = Span(span.start, min(span.end, span.start + LONGEST_PASSAGE))
    loci = document.loci_of(shown)
    for sheet, rows in groupby(loci, key=lambda locus: locus.item):
        yield sheet, [(row.start, len(row.text)) for row in rows]
    if not loci:
        starts = [page for page in document.pages if page.at <= span.start]
        if starts and starts[-1].state is PageState.OCR:
            yield starts[-1].sheet - 1, []


def view_from(document: DocumentId, text: Document, span: Span, sheet: int, row: dict[str, Any]) -> View:
    """Return a picture from what a drawing process sent."""
    label = next((page.label for page in text.pages if page.sheet == sheet + 1), str(sheet + 1))
    return View(
        document=document,
        at=span,
        page=label,
        picture=b64decode(row["picture"], validate=True),
        width=int(row["width"]),
        height=int(row["height"]),
        frames=tuple((float(x), float(y), float(wide), float(tall)) for x, y, wide, tall in row["frames"]),
    )
