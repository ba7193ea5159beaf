"""Notes of a page: short links that lead to a block further down."""

import re
from collections.abc import Iterable, Sequence

from valla.model.anchors import Span
from valla.model.documents import Block, BlockKind, Note

LABEL = re.compile(r"[\[(]?(\w{1,4}|[*†‡§])[\])]?")


def bind_marks(
    text: str, blocks: Sequence[Block], links: Iterable[tuple[int | None, int, int]]
) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """Return the blocks with note bodies marked, and the notes. A link is the place led to, and its start and end."""
    notes = []
    bodies: set[Block] = set()
    for target, start, end in links:
        label = LABEL.fullmatch(text[start:end].strip())
        body = block_at(target, blocks)
        if label and body and body.kind is not BlockKind.HEADING and body.span.start >= end:
            notes.append(Note(label=label[1], mark=Span(start, end), body=behind_label(text, body.span, label[1])))
            bodies.add(body)
    named = tuple(
        Block(span=block.span, kind=BlockKind.NOTE, level=0) if block in bodies else block for block in blocks
    )
    return named, tuple(sorted(notes, key=lambda note: (note.mark, note.body)))


def behind_label(text: str, body: Span, label: str) -> Span:
    """Return the body of a note without the label at its head."""
    head = re.compile(rf"[\[(]?{re.escape(label)}[\])]?[.:]?\s+").match(text, body.start, body.end)
    return Span(head.end(), body.end) if head and head.end() < body.end else body


def block_at(place: int | None, blocks: Sequence[Block]) -> Block | None:
    """Return the block in which a place stands, or the first behind it."""
    if place is None:
        return None
    low, high = 0, len(blocks)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if blocks[middle].span.end <= place else (low, middle)
    return blocks[low] if low < len(blocks) else None
