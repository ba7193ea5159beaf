"""The lines of a PDF's columns made paragraphs, headings and block quotations, over the ends of columns and pages."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from valla.model.documents import BlockKind
from valla.read.paragraphs import ITEM, LONGEST_HEADING, is_heading
from valla.read.pdf_columns import usual_gap
from valla.read.pdf_letters import Line

INDENT = 0.7  # of the size: a line so much further in begins something
WIDE_GAP = 1.35  # of the usual distance between lines
MARKED_GAP = 1.6
OTHER_SIZE = 0.08
LARGER = 1.12  # of the size of the text: a heading
STOPS = (".", "!", "?", ":", "”", '"', "’", "»", ")", "]", "…")
CENTRED = 2.0  # of the size on both sides, evenly
HYPHENS = ("-", "\u2010", "\u00ad", "\u2011")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, and what they are on their page."""

    lines: list[Line]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0


@dataclass(slots=True)
class Column:
    """One run of lines with its measures: its left edge, its right edge by left edge, and the distance of its lines."""

    lines: Sequence[Line]
    left: float = 0.0
    right: float = 0.0
    gap: float = 0.0
    start: float = 0.0  # where the first lines of paragraphs begin
    justified: bool = False  # its lines end at one edge
    rights: dict[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take the measures."""
        lefts = Counter(round(line.x0) for line in self.lines)
        self.left = min(lefts, key=lambda x: (-lefts[x], x)) if lefts else 0.0
        self.gap = usual_gap(self.lines)
        for line in self.lines:
            key = round(line.x0)
            self.rights[key] = max(self.rights.get(key, 0.0), line.x1)
        self.right = max(self.rights.values(), default=0.0)
        self.left = min([self.left, *(x for x, n in lefts.items() if n > 1 and x < self.left)])
        self.justified = 2 * sum(line.x1 > self.right - 1 for line in self.lines) > len(self.lines)
        starts = Counter(round(a.x0) for a, b in pairwise(self.lines) if a.x0 > self.left + 1 and b.x0 <= self.left + 1)
        self.start = min(starts, key=lambda x: (-starts[x], x)) if starts else self.left

    def edge(self, line: Line, first: Line) -> float:
        """Return how far to the right the lines of a paragraph go."""
        near = [right for x, right in self.rights.items() if abs(x - line.x0) <= 1]
        return max([*near, first.x1, self.right if abs(line.x0 - self.left) < INDENT * line.size else 0.0])

    def ends_early(self, line: Line, after: Line, first: Line) -> bool:
        """Tell whether the first word of the next line would have had room on this one."""
        return line.x1 + first_word(after) + 0.35 * line.size < self.edge(line, first) - 0.5

    def wide(self, before: Line, after: Line) -> bool:
        """Tell whether two lines stand further apart than usual; a raised mark pushes its line down."""
        return before.foot - after.foot > (MARKED_GAP if before.marks or after.marks else WIDE_GAP) * self.gap

    def breaks(self, lines: Sequence[Line], after: Line) -> bool:
        """Tell whether a new paragraph begins with a line, behind the lines of another."""
        before, first = lines[-1], lines[0]
        if abs(before.size - after.size) > OTHER_SIZE * before.size:
            return True
        shift = (after.x0 - before.x0) / after.size
        early = self.ends_early(before, after, first)
        told = early or before.words.endswith(STOPS) or abs(shift) > INDENT
        if self.gap and self.wide(before, after) and (told or not (before.marks or after.marks)):
            return True
        if shift > INDENT:
            return early or before.words.endswith(STOPS)
        if shift < -INDENT:
            return len(lines) > 1 or (early and before.words.endswith(STOPS))
        return early and not hyphened(before)


def first_word(line: Line) -> float:
    """Return how wide the first word of a line is."""
    return line.word - line.x0


def hyphened(line: Line) -> bool:
    """Tell whether a line ends in the middle of a word."""
    return line.words.endswith(HYPHENS)


def paragraphs_of(lines: Sequence[Line], size: float) -> list[Paragraph]:
    """Return the paragraphs of one column."""
    column = Column(lines)
    made: list[Paragraph] = []
    for line in lines:
        if made and not column.breaks(made[-1].lines, line):
            made[-1].lines.append(line)
        else:
            made.append(Paragraph([line]))
    for n, paragraph in enumerate(made):
        name(paragraph, column, size, made[n - 1] if n else None)
    return made


def name(paragraph: Paragraph, column: Column, size: float, before: Paragraph | None) -> None:
    """Say what a paragraph is."""
    lines = paragraph.lines
    words = " ".join(line.words for line in lines)
    if looks_like_heading(lines, words, size):
        paragraph.kind, paragraph.level = BlockKind.HEADING, 1
        return
    inner = min(line.x0 for line in lines[1:] or lines) - column.left
    if centred(lines, column):
        told = before.lines[-1].words if before else ""
        heading = len(lines) == 1 and is_heading(words, told)
        paragraph.kind, paragraph.level = (BlockKind.HEADING, 1) if heading else (BlockKind.PARAGRAPH, 0)
    elif inner > INDENT * lines[0].size and min(line.x0 for line in lines) - column.left > INDENT * lines[0].size:
        set_in(paragraph, column, before)
    elif ITEM.match(words) and len(lines) < 4:  # noqa: PLR2004  (a numbered paragraph is no list item)
        paragraph.kind, paragraph.level = BlockKind.ITEM, 1
    elif len(lines) == 1 and apart(lines[0], column) and is_heading(words, before.lines[-1].words if before else ""):
        paragraph.kind, paragraph.level = BlockKind.HEADING, 1


def set_in(paragraph: Paragraph, column: Column, before: Paragraph | None) -> None:
    """Name a paragraph all of whose lines stand further in: a quotation, unless it is one line that merely begins."""
    lines = paragraph.lines
    words = lines[0].words
    goes_on = before and before.kind is BlockKind.QUOTE and abs(before.lines[0].x0 - lines[0].x0) < 1
    alone = before and apart(lines[0], column) and abs(lines[0].x0 - column.start) > 1
    if ITEM.match(words):
        paragraph.kind, paragraph.level = BlockKind.ITEM, 1
    elif len(lines) > 1 or goes_on or alone:
        paragraph.kind, paragraph.level = BlockKind.QUOTE, 1


def looks_like_heading(lines: Sequence[Line], words: str, size: float) -> bool:
    """Tell whether a paragraph is set larger than the text, and short."""
    return lines[0].size > LARGER * size and len(words) <= 2 * LONGEST_HEADING and not words.endswith((",", ";"))


def centred(lines: Sequence[Line], column: Column) -> bool:
    """Tell whether the lines stand in the middle of their column."""
    size = lines[0].size
    return all(
        line.x0 - column.left > CENTRED * size and abs((line.x0 - column.left) - (column.right - line.x1)) < size
        for line in lines
    )


def apart(line: Line, column: Column) -> bool:
    """Tell whether a line stands behind a gap wider than usual, or first."""
    place = next(n for n, row in enumerate(column.lines) if row is line)
    return place == 0 or column.lines[place - 1].foot - line.foot > WIDE_GAP * column.gap


def join_columns(columns: Iterable[Sequence[Line]], size: float) -> list[Paragraph]:
    """Return the paragraphs of all columns in order, those that run over an end made one."""
    done: list[Paragraph] = []
    measure: Column | None = None
    for lines in columns:
        if not lines:
            continue
        column = Column(lines)
        made = paragraphs_of(lines, size)
        if done and measure and runs_on(done[-1], measure, made[0], column):
            done[-1].lines.extend(made.pop(0).lines)
        done.extend(made)
        measure = column
    return done


def runs_on(before: Paragraph, column: Column, after: Paragraph, following: Column) -> bool:
    """Tell whether a paragraph goes on over the end of its column."""
    last, first = before.lines[-1], after.lines[0]
    if before.kind is BlockKind.HEADING or after.kind is BlockKind.HEADING:
        return False
    if abs(last.size - first.size) > OTHER_SIZE * last.size:
        return False
    if hyphened(last):
        return True
    if column.ends_early(last, first, before.lines[0]):
        return False
    if last.words.endswith(STOPS) and re.match(r"[^a-zà-þ]", first.words):
        indented = first.x0 - following.left > INDENT * first.size and before.kind is not BlockKind.QUOTE
        full = last.x1 > column.edge(last, before.lines[0]) - (0.2 if column.justified else 2.0) * last.size
        return full and not indented and before.kind is after.kind
    return True
