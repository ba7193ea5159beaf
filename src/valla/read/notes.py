"""Footnotes and endnotes of plain text: marks in the running text, bound to the bodies they belong to."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from valla.model.anchors import Span
from valla.model.documents import Block, BlockKind, Note

FOOTNOTE = re.compile(r"\[(?:Foot)?[Nn]ote\s+(\w{1,6})[:.]\s*")  # [Footnote 12: ...]
BRACKETED = re.compile(r"\[(\d{1,4}|[*†‡§])\][ \t]*")  # [12] ... or [*] ...
RAISED = re.compile(r"([¹²³⁰⁴⁵⁶⁷⁸⁹]{1,4})[ \t]*")
MARK = re.compile(r"\[(\d{1,4}|[*†‡§A-Z]{1,2})\]|(?<=[\w.,;:!?”’\"'»)])([¹²³⁰⁴⁵⁶⁷⁸⁹]{1,4})")
DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def bind_notes(text: str, blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """Return the blocks, those that are note bodies marked as such, and the notes whose mark was found."""
    bodies = {n: body for n, block in enumerate(blocks) if (body := body_of(text, block))}
    marks = [(mark_label(match), Span(*match.span())) for match in MARK.finditer(text)]
    running = [(label, span) for label, span in marks if not begins_body(span, blocks, bodies)]
    known = {label for label, _ in running}
    kept = {n: body for n, body in bodies.items() if body[0] in known}
    named = tuple(replace(block, kind=BlockKind.NOTE) if n in kept else block for n, block in enumerate(blocks))
    return named, pair(running, [kept[n] for n in sorted(kept)])


def body_of(text: str, block: Block) -> tuple[str, Span] | None:
    """Return the label and the words of a note, if the block is one."""
    for form in (FOOTNOTE, BRACKETED, RAISED):
        match = form.match(text, block.span.start, block.span.end)
        if match and match.end() < block.span.end:
            end = block.span.end - (form is FOOTNOTE and text[block.span.end - 1] == "]")
            return match[1].translate(DIGITS), Span(match.end(), max(match.end(), end))
    return None


def mark_label(match: re.Match[str]) -> str:
    """Return the label of a mark, raised figures made plain."""
    return (match[1] or match[2]).translate(DIGITS)


def begins_body(mark: Span, blocks: Sequence[Block], bodies: dict[int, tuple[str, Span]]) -> bool:
    """Tell whether a mark is the label at the head of a note's body."""
    n = bisect_right(blocks, mark.start, key=lambda block: block.span.start) - 1
    return n in bodies and mark.start < bodies[n][1].start


def pair(marks: Sequence[tuple[str, Span]], bodies: Sequence[tuple[str, Span]]) -> tuple[Note, ...]:
    """Bind each mark to its body: one to one in order where there are as many of a label, else the next one below."""
    marked, written = defaultdict(list), defaultdict(list)
    for label, span in marks:
        marked[label].append(span)
    for label, span in bodies:
        written[label].append(span)
    notes = [
        Note(label=label, mark=mark, body=body)
        for label in sorted(marked)
        for mark, body in match_up(marked[label], written[label])
    ]
    return tuple(sorted(notes, key=lambda note: (note.mark, note.body, note.label)))


def match_up(marks: list[Span], bodies: list[Span]) -> list[tuple[Span, Span]]:
    """Return pairs of mark and body for one label."""
    if len(marks) == len(bodies):
        return list(zip(marks, bodies, strict=True))
    starts = [body.start for body in bodies]
    return [(mark, bodies[min(bisect_right(starts, mark.start), len(bodies) - 1)]) for mark in marks if bodies]
