"""Notes whose marks a reader of plain text cannot know from figures: "...of fear.”1" and "1 Author, Title" at the end.

They are only looked for where the document has no notes of its own and a heading such as "Notes" stands before
paragraphs that are numbered from one upwards.
"""

import re
from collections.abc import Iterator, Sequence

from valla.model.anchors import Span
from valla.model.documents import Block, Document, Note

HEADING = 40
"""Code points of a heading, fewer than this."""

FEWEST = 2
"""A list of fewer numbered paragraphs is no list of notes."""

_HEADING = re.compile(
    r"\W*(?:notes?|endnotes?|footnotes?|anmerkungen|fußnoten|endnoten|notes de fin|примечания|note|notas)\W*$",
    re.IGNORECASE,
)
_BODY = re.compile(r"(?P<label>\d{1,3})[.)]?[ \t]+(?=\S)")
_MARK = re.compile(r"(?<=[”\"’'».,;:!?)\]])(?<!\d[.,])(?P<label>\d{1,3})(?![\d\w%°]|[.,:]\d)")


def notes_of(document: Document) -> tuple[Note, ...]:
    """Return the notes of a document: those its reader bound, else those with figures for marks."""
    if document.notes:
        return document.notes
    bodies = list(_bodies(document.text, document.blocks))
    if len(bodies) < FEWEST:
        return ()
    return tuple(_bind(document.text, bodies))


def _bodies(text: str, blocks: Sequence[Block]) -> Iterator[tuple[str, Span, int]]:
    """Yield label, words and beginning of the numbered paragraphs (or lines) under the last heading of notes."""
    heads = [
        place for place, block in enumerate(blocks) if len(block.span) < HEADING and _HEADING.match(block.span.of(text))
    ]
    if not heads:
        return
    wanted = 1
    for block in blocks[heads[-1] + 1 :]:
        for start, end in _lines(text, block.span):
            match = _BODY.match(text, start, end)
            if match and int(match["label"]) == wanted:
                yield match["label"], Span(match.end(), end), start
                wanted += 1


def _lines(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Yield the lines of a block, each of which may be a note; a line without a number belongs to the one before."""
    starts = [
        span.start,
        *(match.start() + 1 for match in re.finditer(r"\n(?=\d{1,3}[.)]?[ \t])", text[span.start : span.end])),
    ]
    starts = [starts[0], *(span.start + start for start in starts[1:])]
    yield from zip(starts, [*(start - 1 for start in starts[1:]), span.end], strict=True)


def _bind(text: str, bodies: Sequence[tuple[str, Span, int]]) -> Iterator[Note]:
    """Yield the notes whose figures stand in the text, in ascending order, before the first body."""
    place = 0
    first = bodies[0][2]
    for label, body, _ in bodies:
        match = next((found for found in _MARK.finditer(text, place, first) if found["label"] == label), None)
        if match:
            place = match.end()
            yield Note(label=label, mark=Span(*match.span()), body=body)
