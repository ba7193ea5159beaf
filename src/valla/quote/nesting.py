"""Drafts in their order and each in the one that holds it; empty ones and ones that cross another are given up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from valla.model.anchors import Span
from valla.quote.layouts import Draft, Form
from valla.quote.notemarks import without_note


@dataclass(slots=True)
class Nest:
    """A draft, the one that holds it, and those that it holds itself, in order."""

    draft: Draft
    parent: "Nest | None" = None
    inner: "list[Nest]" = field(default_factory=list)


def nest_drafts(text: str, drafts: Iterable[Draft]) -> list[Nest]:
    """Return the drafts by place, each bound to its holder; the earlier and longer one wins where two cross."""
    nests: list[Nest] = []
    held: list[Nest] = []
    clean = (draft for draft in drafts if trim_parts(text, draft))
    for draft in sorted(clean, key=lambda draft: (draft.start, -draft.end, draft.why)):
        while held and held[-1].draft.end <= draft.start:
            held.pop()
        top = held[-1] if held else None
        if top and (draft.end > top.draft.end or (draft.start, draft.end) == (top.draft.start, top.draft.end)):
            continue
        nest = Nest(draft, top)
        if top:
            top.inner.append(nest)
        nests.append(nest)
        held.append(nest)
    return nests


def trim_parts(text: str, draft: Draft) -> bool:
    """Trim the blanks off every part and drop empty ones; tell whether any words are left."""
    parts = [part for part in (trim(text, part) for part in draft.parts) if part]
    if parts and draft.form is not Form.RUNNING and draft.closing is None:
        parts[-1] = unmark(text, parts[-1])
    draft.parts[:] = parts
    return any(letter.isalnum() for part in parts for letter in part.of(text))


def unmark(text: str, part: Span) -> Span:
    """Return a span without the mark of a note behind its last stop."""
    tail = text[max(part.start, part.end - 20) : part.end]
    return Span(part.start, part.end - len(tail) + len(without_note(tail).rstrip()))


def trim(text: str, part: Span) -> Span | None:
    """Return a span without blanks at its ends, or None if nothing is left."""
    start, end = part.start, part.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def top_drafts(nests: Sequence[Nest]) -> list[Nest]:
    """Return the nests that no other holds."""
    return [nest for nest in nests if nest.parent is None]
