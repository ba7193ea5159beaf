"""Notes whose marks a reader of plain text cannot know for certain: "...of fear.”1", "(1)", "[2, p. 14]", "*".

They are only looked for where the document has no notes of its own. Their bodies are paragraphs or lines that are
numbered from one upwards, under a heading such as "Notes" or "References" or at the very end of the text; or that begin
with a sign such as † behind the paragraph in which the same sign stands.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from valla.model.anchors import Span
from valla.model.documents import Block, Document, Note

HEADING = 40
"""Code points of a heading, fewer than this."""

FEWEST = 2
"""A list of fewer numbered paragraphs is no list of notes."""

_HEADING = re.compile(
    r"\W*(?:notes?|endnotes?|footnotes?|references|sources|anmerkungen|fußnoten|endnoten|notes de fin|примечания|note|notas)\W*$",
    re.IGNORECASE,
)
_BODY = re.compile(r"(?:\[(?P<square>\d{1,3})\]|\((?P<round>\d{1,3})\)|(?P<bare>\d{1,3})[.)]?)[ \t]+(?=\S)")
_BARE = re.compile(r"(?<=[”\"’'».,;:!?)\]])(?<!\d[.,])(?P<label>\d{1,3})(?![\d\w%°]|[.,:]\d)")
_ROUND = re.compile(r"(?<=[\w”\"’'».,;:!?]) ?\((?P<label>\d{1,3})\)")
_SQUARE = re.compile(
    r"\[(?P<labels>\d{1,3}(?:(?:, ?|[-–])\d{1,3}){0,5})(?:, (?:pp?|ch|vol|sec|§)\.? ?[^\[\]\n]{1,20})?\]"
)
_NEXT_BODY = re.compile(r"\n(?=(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]?)[ \t])")
_SIGN_BODY = re.compile(r"(?P<label>[*†‡§¶]{1,3})[ \t]?(?=[^\s*†‡§¶])")
_SIGN = re.compile(r"(?<=[\w”\"’'».,;:!?)])(?P<label>[*†‡§¶]{1,3})(?![\w*†‡§¶])")

Body = tuple[str, Span, int]
"""The label of a note, its words, and where its line begins."""


def notes_of(document: Document) -> tuple[Note, ...]:
    """Return the notes of a document: those its reader bound, else those with figures or signs for marks."""
    if document.notes:
        return document.notes
    bodies = list(_bodies(document.text, document.blocks))
    found = tuple(_bind(document.text, bodies)) if len(bodies) >= FEWEST else ()
    if 2 * len({note.body for note in found}) >= len(bodies) > 0 and found:
        return found
    return tuple(_signed(document)) if document.form == "text" else ()


def _bodies(text: str, blocks: Sequence[Block]) -> Iterator[Body]:
    """Yield the numbered paragraphs (or lines) under the last heading of notes, else those with which the text ends."""
    heads = [
        place for place, block in enumerate(blocks) if len(block.span) < HEADING and _HEADING.match(block.span.of(text))
    ]
    first = heads[-1] + 1 if heads else _trailing(text, blocks)
    wanted = 1
    for block in blocks[first:]:
        for start, end in _lines(text, block.span):
            match = _BODY.match(text, start, end)
            if match and int(match[match.lastgroup or 0]) == wanted:
                yield str(wanted), Span(match.end(), end), start
                wanted += 1


def _trailing(text: str, blocks: Sequence[Block]) -> int:
    """Return the first of the numbered blocks with which a text ends."""
    first = len(blocks)
    while first and _BODY.match(text, blocks[first - 1].span.start, blocks[first - 1].span.end):
        first -= 1
    return first


def _lines(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Yield the lines of a block, each of which may be a note; a line without a number belongs to the one before."""
    starts = [span.start, *(match.start() + 1 for match in _NEXT_BODY.finditer(text, span.start, span.end))]
    yield from zip(starts, [*(start - 1 for start in starts[1:]), span.end], strict=True)


def _bind(text: str, bodies: Sequence[Body]) -> Iterator[Note]:
    """Yield the notes whose marks stand in the text before the first body: in brackets anywhere, else in ascending order."""
    first = bodies[0][2]
    by_label = {label: body for label, body, _ in bodies}
    squares = [
        Note(label=label, mark=Span(*match.span()), body=by_label[label])
        for match in _SQUARE.finditer(text, 0, first)
        for label in re.findall(r"\d+", match["labels"])[:1]
        if label in by_label
    ]
    if squares:
        yield from squares
        return
    for pattern in (_ROUND, _BARE):
        rising = list(_rising(text, bodies, pattern, first))
        if len(rising) >= FEWEST:
            yield from rising
            return


def _rising(text: str, bodies: Sequence[Body], pattern: re.Pattern[str], first: int) -> Iterator[Note]:
    """Yield the notes whose figures stand in the text in ascending order."""
    place = 0
    for label, body, _ in bodies:
        match = next((found for found in pattern.finditer(text, place, first) if found["label"] == label), None)
        if match:
            place = match.end()
            yield Note(label=label, mark=Span(*match.span()), body=body)


def _signed(document: Document) -> Iterator[Note]:
    """Yield the notes that begin with a sign, each bound to the last free mark of the same sign above it."""
    text = document.text
    bodies = [
        (match["label"], Span(match.end(), block.span.end), block.span.start)
        for block in document.blocks
        if (match := _SIGN_BODY.match(text, block.span.start, block.span.end))
    ]
    heads = {start for _, _, start in bodies}
    marks = [match for match in _SIGN.finditer(text) if match.start() not in heads]
    for label, group in groupby(sorted(bodies, key=lambda body: (body[0], body[2])), key=lambda body: body[0]):
        free = [match for match in marks if match["label"] == label]
        floor = 0
        for _, body, start in group:
            above = [match for match in free if floor <= match.start() < start]
            if above:
                yield Note(label=label, mark=Span(*above[-1].span()), body=body)
            floor = body.end
