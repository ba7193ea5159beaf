"""Paragraphs of a marked-up text whose lines are paragraphs of their own are taken apart at their line ends."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from valla.model.anchors import Span
from valla.model.documents import Block, BlockKind
from valla.read.paragraphs import Line, gather_lines
from valla.read.wrapping import is_wrapped

RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM})


def split_lines(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, those with line ends inside split into one block a line unless the lines are wrapped prose."""
    wrapped = is_wrapped([block.span.of(text).split("\n") for block in blocks if block.kind in RUNNING])
    return tuple(piece for block in blocks for piece in ([block] if wrapped else pieces_of(text, block)))


def pieces_of(text: str, block: Block) -> Iterator[Block]:
    """Yield the lines of one block as blocks; a block without line ends, or of code, is itself the only one."""
    words = block.span.of(text)
    if block.kind not in RUNNING or "\n" not in words:
        yield block
        return
    for lines in gather_lines(lines_of(words, block.span.start)):
        yield replace(block, span=Span(lines[0].span.start, lines[-1].span.end))


def lines_of(words: str, start: int) -> list[Line]:
    """Return the lines of some words that are not blank, with their places in the text."""
    lines = []
    for raw in words.split("\n"):
        if raw.strip():
            lines.append(Line(start, raw))
        start += len(raw) + 1
    return lines
