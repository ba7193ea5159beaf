"""Plain text to blocks: paragraphs, headings, indented quotations, list items."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.model.documents import Block, BlockKind
from valla.read.wrapping import continues, is_wrapped

LONGEST_HEADING = 100
NUMBERED = re.compile(
    r"(?:CHAPTER|Chapter|PART|Part|BOOK|Book|SECTION|Section|ACT|SCENE)\s+[\dIVXLCivxlc]+\b|[IVXLC]+\.?$"
)
ITEM = re.compile(r"[-*+•]\s+\S|\(?\d{1,3}[.)]\s+\S|\(?[a-z][.)]\s+\S")
OPENERS = "“”„«»‹›‘’‚\"'‟‛[(–—-*"
CLOSED = ("”", "“", '"', "»", "«", "’", "'")
STOPS = tuple(".!?,;:…")


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its place; `words` are without the blanks around them."""

    start: int
    raw: str

    @property
    def words(self) -> str:
        """Return the line without the blanks around it."""
        return self.raw.strip()

    @property
    def indent(self) -> int:
        """Return how many columns stand before the first word; a tab counts as four."""
        lead = self.raw[: len(self.raw) - len(self.raw.lstrip())]
        return len(lead.expandtabs(4))

    @property
    def span(self) -> Span:
        """Return where the words stand."""
        lead = len(self.raw) - len(self.raw.lstrip())
        return Span(self.start + lead, self.start + len(self.raw.rstrip()))


def find_paragraphs(text: str) -> tuple[Block, ...]:
    """Return the blocks of a plain text, in order; together they hold every word."""
    groups = list(group_lines(text))
    wrapped = is_wrapped([[line.raw for line in group] for group in groups])
    pieces = [piece for group in groups for piece in (gather_lines(group) if not wrapped else [group])]
    alone = {id(group[0]) for group in groups if len(group) == 1}
    base = usual_indent(groups)
    return tuple(name_blocks(pieces, alone, base, wrapped=wrapped))


def first_heading(text: str) -> Block | None:
    """Return the first block of a plain text that `find_paragraphs` calls a heading, without naming the others."""
    before = ""
    for group in group_lines(text):
        words = group[-1].words
        if len(group) == 1 and is_heading(words, before):
            return Block(span=group[0].span, kind=BlockKind.HEADING, level=1)
        before = words
    return None


def group_lines(text: str) -> Iterator[list[Line]]:
    """Yield the groups of lines between blank lines."""
    group: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        if raw.strip():
            group.append(Line(at, raw))
        elif group:
            yield group
            group = []
        at += len(raw) + 1
    if group:
        yield group


def gather_lines(group: list[Line]) -> Iterator[list[Line]]:
    """Yield the paragraphs of a group in a file whose lines are paragraphs, save where a sentence plainly goes on."""
    piece = [group[0]]
    for line in group[1:]:
        if continues(piece[-1].raw, line.raw) and len(piece[-1].raw) < LONGEST_HEADING:
            piece.append(line)
        else:
            yield piece
            piece = [line]
    yield piece


def usual_indent(groups: Sequence[Sequence[Line]]) -> int:
    """Return the indent that most lines have; the smaller of two equally usual ones."""
    counts = Counter(line.indent for group in groups for line in group[1:] or group)
    return min(counts, key=lambda indent: (-counts[indent], indent)) if counts else 0


def name_blocks(pieces: Sequence[list[Line]], alone: set[int], base: int, *, wrapped: bool) -> Iterator[Block]:
    """Yield a block for each piece, telling what it is from its shape and from the one before it."""
    before = ""
    for piece in pieces:
        span = Span(piece[0].span.start, piece[-1].span.end)
        words = " ".join(line.words for line in piece)
        kind = kind_of(piece, words, before, lone=id(piece[0]) in alone, deeper=wrapped and is_deeper(piece, base))
        yield Block(span=span, kind=kind, level=int(kind is BlockKind.HEADING))
        before = words


def kind_of(piece: Sequence[Line], words: str, before: str, *, lone: bool, deeper: bool) -> BlockKind:
    """Return what one piece of a plain text is."""
    if lone and len(piece) == 1 and is_heading(words, before):
        return BlockKind.HEADING
    if ITEM.match(words) and not deeper:
        return BlockKind.ITEM
    return BlockKind.QUOTE if deeper else BlockKind.PARAGRAPH


def is_deeper(piece: Sequence[Line], base: int) -> bool:
    """Tell whether all of several lines stand further in than the text does, on one edge as a quotation would."""
    indents = {line.indent for line in piece}
    return min(indents) >= base + 2 and len(piece) > 1 and len(indents) <= max(2, len(piece) // 2)


def is_heading(words: str, before: str) -> bool:
    """Tell whether a line of its own is a heading: short, no sentence, no mark at its start, and not below a quotation.

    A line below words that end in a closing mark is an attribution until something better is known.
    """
    if len(words) > LONGEST_HEADING or words[0] in OPENERS or words.endswith(STOPS):
        return False
    if NUMBERED.match(words):
        return True
    if before.endswith(CLOSED) or re.match(r"[^\s:]{1,30}(?: [^\s:]{1,30})?:\s", words):
        return False
    return is_capital(words) or is_title_case(words)


def is_capital(words: str) -> bool:
    """Tell whether all letters are capitals, and there are some."""
    return words.isupper() and sum(letter.isalpha() for letter in words) > 2  # noqa: PLR2004


def is_title_case(words: str) -> bool:
    """Tell whether nearly every long word begins with a capital or a figure, with no comma as in a citation."""
    long = [word for word in re.findall(r"[^\W_]+", words) if len(word) > 3 or word[0].isdigit()]  # noqa: PLR2004
    capital = sum(word[0].isupper() or word[0].isdigit() for word in long)
    return bool(long) and "," not in words and capital >= 0.75 * len(long) and not words[0].islower()
