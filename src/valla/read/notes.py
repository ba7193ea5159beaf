"""Footnotes and endnotes of plain text: marks in the running text, bound to the bodies they belong to."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

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
    further = {
        m: n for n, m in (*continued(blocks, kept, [span for _, span in running]), *unclosed(text, blocks, kept))
    }
    named = tuple(
        replace(block, kind=BlockKind.NOTE) if n in kept or n in further else block for n, block in enumerate(blocks)
    )
    ends = {n: blocks[m].span.end for m, n in sorted(further.items())}
    written = [(label, Span(body.start, max(body.end, ends.get(n, 0)))) for n, (label, body) in sorted(kept.items())]
    return named, pair(running, written)


LONGEST_NOTE = 12
"""Paragraphs of one note at most."""


def continued(
    blocks: Sequence[Block], bodies: dict[int, tuple[str, Span]], marks: Sequence[Span]
) -> Iterator[tuple[int, int]]:
    """Yield the body and the block for each paragraph with which a note goes on, up to the note numbered next.

    What lies between two notes that follow one another by number is the first one's, if it holds neither a heading nor
    the mark of a note, as running text would.
    """
    starts = sorted(mark.start for mark in marks)
    for one, two in pairwise(sorted(bodies)):
        label, following = bodies[one][0], bodies[two][0]
        if not 1 < two - one <= LONGEST_NOTE or not (label.isdecimal() and following.isdecimal()):
            continue
        between = range(one + 1, two)
        at = bisect_right(starts, blocks[one].span.end)
        marked = at < len(starts) and starts[at] < blocks[two].span.start
        headed = any(blocks[n].kind is BlockKind.HEADING for n in between)
        if int(following) == int(label) + 1 and not marked and not headed:
            yield from ((one, n) for n in between)


def unclosed(text: str, blocks: Sequence[Block], bodies: dict[int, tuple[str, Span]]) -> Iterator[tuple[int, int]]:
    """Yield the body and the block for each paragraph up to the one that closes the bracket of "[Footnote 12: ..."."""
    for one in sorted(bodies):
        words = blocks[one].span.of(text)
        depth = words.count("[") - words.count("]") if FOOTNOTE.match(words) else 0
        further = range(one + 1, min(len(blocks), one + LONGEST_NOTE))
        depths = []
        for n in further:
            if depth <= 0 or n in bodies or blocks[n].kind is BlockKind.HEADING:
                break
            words = blocks[n].span.of(text)
            depth += words.count("[") - words.count("]")
            depths.append((one, n))
        if depth <= 0:
            yield from depths


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
