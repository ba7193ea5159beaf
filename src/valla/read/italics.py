"""Stretches that a file sets apart by italics, bold, underline or <cite>: gathered while it is read, settled at the end.

Settled means: sorted, disjoint, one for neighbouring runs, no blanks at the ends, each in one block. A stretch that is a
whole block sets nothing apart within it: it is how the block looks, and is left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from valla.model.anchors import Span
from valla.model.documents import Block, BlockKind

MOST = 200_000
"""Stretches of one file; a library of law reports has not as many. What comes behind them is left out."""

ELEMENTS = {"i": "i", "em": "i", "cite": "i", "b": "b", "strong": "b", "u": "u"}
"""Elements of HTML that set words apart, with their look."""

Place = tuple[int, int, str]
"""Start and end of a stretch, and its look: only neighbours of one look are one stretch."""

STYLED = re.compile(
    r"font-style\s*+:\s*+(?:italic|oblique)|font-weight\s*+:\s*+(?:bold|[6-9]00)|text-decoration[\w-]*+\s*+:\s*+underline",
    re.IGNORECASE,
)
CLASSED = re.compile(r"(?<![\w-])(?:italics?|bold|emph(?:asis)?|em|underlined?|(?:book)?title)(?![\w-])", re.IGNORECASE)
WORD = re.compile(r"[^\W_]")
ADDRESS = re.compile(r"https?://|www\.|@")


@dataclass(slots=True)
class Emphasis:
    """What is set apart in a text under construction; places count its code points."""

    found: list[Place] = field(default_factory=list)
    depth: dict[str, int] = field(default_factory=dict)
    begun: tuple[int, str] | None = None

    def open(self, name: str, at: int) -> None:
        """Begin a stretch, or go one deeper in one."""
        self.depth[name] = self.depth.get(name, 0) + 1
        self.begun = (at, ELEMENTS.get(name, name)) if self.begun is None else self.begun

    def close(self, name: str, at: int) -> None:
        """End a stretch where the last of its elements is closed; a closing of what is not open is passed over."""
        depth = self.depth.get(name, 0)
        if depth > 1:
            self.depth[name] = depth - 1
        elif depth:
            del self.depth[name]
            if not self.depth:
                self.end(at)

    def end(self, at: int) -> None:
        """End whatever is open: no block hands its italics on to the next one."""
        if self.begun is not None and self.begun[0] < at and len(self.found) < MOST:
            self.found.append((self.begun[0], at, self.begun[1]))
        self.depth.clear()
        self.begun = None


def is_styled(style: str, names: str) -> bool:
    """Tell whether the style or the classes of an element set its words apart."""
    return bool(STYLED.search(style[:1000]) or CLASSED.search(names[:1000]))


def settle_italics(text: str, blocks: Sequence[Block], found: Iterable[Place]) -> tuple[Span, ...]:
    """Return the stretches of a finished text, from places as they were found, in any order and over one another."""
    rows = sorted(row for row in found if row[0] < row[1])
    if not rows:
        return ()
    return tuple(row for row in cut_to_blocks(text, blocks, list(joined(text, rows))) if is_worth(row.of(text)))[:MOST]


def joined(text: str, rows: Sequence[Place]) -> Iterator[Span]:
    """Yield the stretches, those made one that touch, or that look alike and have only a blank between them."""
    start, end, last = rows[0]
    for begin, stop, look in rows[1:]:
        if begin <= end or (look == last and begin == end + 1 and text[end].isspace()):
            end = max(end, stop)
        else:
            yield Span(start, end)
            start, end = begin, stop
        last = look
    yield Span(start, end)


def cut_to_blocks(text: str, blocks: Sequence[Block], rows: Sequence[Span]) -> Iterator[Span]:
    """Yield what stands of each stretch in each block, save where that is the whole block; both are sorted."""
    at = 0
    for block in sorted(block for block in blocks if block.kind is not BlockKind.CODE):
        while at < len(rows) and rows[at].end <= block.span.start:
            at += 1
        for n in range(at, len(rows)):
            if rows[n].start >= block.span.end:
                break
            cut = trimmed(text, max(rows[n].start, block.span.start), min(rows[n].end, block.span.end))
            if not is_whole(text, cut, block.span):
                yield cut
            at = n


def trimmed(text: str, start: int, end: int) -> Span:
    """Return a stretch without the blanks at its ends."""
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    return Span(start + lead, start + max(lead, len(words.rstrip())))


def is_whole(text: str, cut: Span, block: Span) -> bool:
    """Tell whether a block has no word outside of a stretch."""
    return not WORD.search(text, block.start, cut.start) and not WORD.search(text, cut.end, block.end)


def is_worth(words: str) -> bool:
    """Tell whether words may be meant by their emphasis: they hold a letter, and are no address that a program underlined."""
    return any(letter.isalpha() for letter in words) and not ADDRESS.search(words)
