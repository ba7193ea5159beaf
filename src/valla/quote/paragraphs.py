"""The paragraphs of a document as a reader of quotations needs them.

A block of the document is one paragraph, unless a line end inside it is hard (the next word would still have fitted
on the line) and what follows looks like an attribution, a turn or a new quotation. Where a document brings no blocks,
blank lines make them. Notes are kept apart from the running text, because a quotation never runs from one into the other.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.model.documents import Block, BlockKind, Document
from valla.quote.apparatus import apparatus_of
from valla.quote.notemarks import NOTE

LONG_LINE = 120  # no text that is broken to a width has longer lines
NO_WIDTH = 0
BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
ENDS_QUOTED = re.compile(rf"[”“\"»«’'‘›‹」』]{NOTE}?$")
STARTS_APART = re.compile(r"[–—―([“”„\"«»「]|-{1,2}\s?[^\W\d_]|[^\W\d_][\w.’' -]{0,40}:\s|\[[^\]]{1,40}\]|(?:Q|A)\.\s")
HASHES = re.compile(r"#{1,6}\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph: `span` without blanks, `indent` the least indent of its lines, `apart` if a blank line precedes."""

    span: Span
    kind: BlockKind
    level: int = 0
    indent: int = 0
    lines: int = 1
    apart: bool = True

    @property
    def heading(self) -> bool:
        """Tell whether it is a heading, at which every quotation ends."""
        return self.kind is BlockKind.HEADING


def flows_of(document: Document) -> list[list[Paragraph]]:
    """Return the running text and each run of notes as lists of paragraphs, every word in exactly one of them."""
    paragraphs = list(find_paragraphs(document))
    notes = notes_among(document, paragraphs)
    main = [paragraph for paragraph, note in zip(paragraphs, notes, strict=True) if not note]
    flows = [main] if main else []
    running = False
    for paragraph, note in zip(paragraphs, notes, strict=True):
        if note and running:
            flows[-1].append(paragraph)
        elif note:
            flows.append([paragraph])
        running = note
    return flows


def notes_among(document: Document, paragraphs: list[Paragraph]) -> list[bool]:
    """Tell for each paragraph whether it belongs to a note: by its kind, or by a "[Footnote" that is still open."""
    notes, deep = [], 0
    for paragraph in paragraphs:
        words = paragraph.span.of(document.text)
        begins = words.startswith(("[Footnote", "[Note", "[FN"))
        if begins or deep:
            deep = max(0, deep + words.count("[") - words.count("]")) if deep or begins else 0
        notes.append(paragraph.kind is BlockKind.NOTE or begins or deep > 0)
    return notes


def find_paragraphs(document: Document) -> Iterator[Paragraph]:
    """Yield the paragraphs of a document in order; preformatted blocks are left out, and so is what only frames the text."""
    text = document.text
    framing = {span.start for span in apparatus_of(document)}
    blocks = document.blocks or tuple(blocks_by_blank_lines(text))
    width = usual_width(text, blocks)
    end = 0
    for block in blocks:
        if block.kind is not BlockKind.CODE and block.span.start not in framing:
            for start, stop in split_block(text, block, width):
                yield make_paragraph(text, block, start, stop, end)
                end = stop
        end = max(end, block.span.end)


def blocks_by_blank_lines(text: str) -> Iterator[Block]:
    """Yield a block for every stretch between blank lines."""
    start = 0
    for gap in (*BLANK_LINES.finditer(text), None):
        stop = gap.start() if gap else len(text)
        left, right = trimmed(text, start, stop)
        if left < right:
            kind = BlockKind.HEADING if HASHES.match(text, left, right) else BlockKind.PARAGRAPH
            yield Block(span=Span(left, right), kind=kind)
        start = gap.end() if gap else stop


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range without the blanks at its two ends."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, max(start, start + len(words.strip()))


def usual_width(text: str, blocks: Iterable[Block]) -> int:
    """Return the width to which the lines of a document are broken, or NO_WIDTH if its lines are paragraphs."""
    lengths = sorted(len(line.rstrip()) for block in blocks for line in block.span.of(text).split("\n")[:-1])
    usual = lengths[int(len(lengths) * 0.9)] if lengths else NO_WIDTH
    return usual if usual <= LONG_LINE else NO_WIDTH


def split_block(text: str, block: Block, width: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the paragraphs in a block, without blanks."""
    start = stop = block.span.start
    for left, right in lines_of(text, block.span):
        if left == right:  # a blank line inside the block
            if start < stop:
                yield trimmed(text, start, stop)
            start = stop = right
            continue
        if start < stop and parts_here(text, (start, stop), (left, right), width):
            yield trimmed(text, start, stop)
            start = left
        stop = right
    left, right = trimmed(text, start, stop)
    if left < right:
        yield left, right


def lines_of(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the lines of a span without their blanks; an empty range is a blank line."""
    at = span.start
    for line in span.of(text).split("\n"):
        yield trimmed(text, at, at + len(line))
        at += len(line) + 1


def parts_here(text: str, above: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Tell whether a new paragraph begins with this line of a block."""
    last = text.rfind("\n", above[0], above[1]) + 1 or above[0]
    if not is_hard(text, (last, above[1]), line, width):
        return False
    if width == NO_WIDTH:
        return True
    return bool(ENDS_QUOTED.search(text, last, above[1]) or STARTS_APART.match(text, line[0], line[1]))


def is_hard(text: str, above: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Tell whether the first word of a line would have fitted on the line above it."""
    if width == NO_WIDTH:
        return True
    margin = above[0] - (text.rfind("\n", 0, above[0]) + 1)
    word = text[line[0] : line[1]].split(maxsplit=1)[0]
    return margin + above[1] - above[0] + 1 + len(word) < width


def make_paragraph(text: str, block: Block, start: int, stop: int, end: int) -> Paragraph:
    """Return a paragraph of a block; `end` is where the paragraph before it ends."""
    return Paragraph(
        span=Span(start, stop),
        kind=block.kind,
        level=block.level,
        indent=indent_of(text, start, stop),
        lines=text.count("\n", start, stop) + 1,
        apart=text.count("\n", end, start) != 1,
    )


def indent_of(text: str, start: int, stop: int) -> int:
    """Return the least number of columns that stand before a line."""
    first = text.rfind("\n", 0, start) + 1
    least = start - first if not text[first:start].strip() else 0
    for line in text[start:stop].split("\n")[1:]:
        if line.strip():
            least = min(least, len(line) - len(line.lstrip()))
    return least
