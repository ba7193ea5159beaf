"""Quotation and source as two lines, one under the other, each changed word over its counterpart.

Long stretches that agree are left out but for a few words on either side of a difference. Without colours a third
line marks the differences with carets.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile, zip_longest

from valla.model.traces import Gap
from valla.report.collation import Piece, Relation
from valla.report.columns import break_word, pad, width_of
from valla.report.paint import Paint
from valla.report.phrases import count_of
from valla.report.plain import on_one_line
from valla.text.fingerprints import bare_words

AROUND = 7
"""Words kept on either side of a difference."""

LEFT_OUT = "…"


@dataclass(frozen=True, slots=True)
class Cell:
    """One word of the quotation over its word of the source; either side may be empty."""

    quoted: str
    source: str
    relation: Relation

    @property
    def width(self) -> int:
        """Return the columns that the wider side takes."""
        return max(width_of(self.quoted), width_of(self.source))

    @property
    def differs(self) -> bool:
        """Tell whether the cell is to be marked."""
        return self.relation is not Relation.SAME


def face(pieces: Sequence[Piece], labels: tuple[str, str], gutter: int, width: int, paint: Paint) -> list[str]:
    """Return the lines of a collation in at most `width` columns, `gutter` of them for the two labels.

    Each group of lines ends with an empty one; a group in which nothing differs is left out.
    """
    cells = [part for cell in abridge(set_cells(pieces)) for part in split_cell(cell, max(8, width - gutter))]
    lines: list[str] = []
    for row in (row for row in rows_of(cells, width - gutter) if any(cell.differs for cell in row)):
        lines += [*(line.rstrip() for line in face_row(row, labels, gutter, paint)), ""]
    return lines


def set_cells(pieces: Iterable[Piece]) -> list[Cell]:
    """Return the words of a collation, each over its counterpart; a word cut by a difference is one cell."""
    cells: list[Cell] = []
    quoted = source = ""  # each side's last words so far: they tell whether a blank stands before the next
    for piece in pieces:
        fresh = list(cells_of(piece))
        runs = runs_on(quoted, piece.quoted), runs_on(source, piece.source)
        if cells and fresh and any(runs) and not piece.gap and cells[-1].relation is not Relation.JOIN:
            cells[-1] = joined(cells[-1], fresh.pop(0), runs)
        cells += fresh
        quoted, source = piece.quoted or quoted, piece.source or source
    return cells


def runs_on(before: str, after: str) -> bool:
    """Tell whether two stretches of one text meet inside a word, or at a mark that belongs to it."""
    return bool(before and after) and not before[-1].isspace() and not after[0].isspace()


def joined(one: Cell, other: Cell, runs: tuple[bool, bool]) -> Cell:
    """Return two cells as one, marked where either is; a blank stands on the side that does not run on."""
    sides = ((one.quoted, other.quoted), (one.source, other.source))
    quoted, source = (("" if on else " ").join(filter(None, side)) for side, on in zip(sides, runs, strict=True))
    return Cell(quoted, source, one.relation if one.differs else other.relation)


def cells_of(piece: Piece) -> Iterator[Cell]:
    """Yield the words of one piece, each over its counterpart."""
    quoted, source = on_one_line(piece.quoted).split(), on_one_line(piece.source).split()
    if piece.gap is not None:
        yield Cell(" ".join(quoted), say_gap(piece.gap), Relation.JOIN)
    elif piece.relation is Relation.SAME and len(quoted) != len(source):
        yield from pair_ends(quoted, source)
    else:
        yield from (Cell(*pair, piece.relation) for pair in zip_longest(quoted, source, fillvalue=""))


def pair_ends(quoted: list[str], source: list[str]) -> Iterator[Cell]:
    """Yield words that agree but are cut in different places: paired from both ends, the middle as one cell."""
    head = agreeing(quoted, source)
    tail = agreeing(quoted[head:][::-1], source[head:][::-1])
    yield from (Cell(*pair, Relation.SAME) for pair in zip(quoted[:head], source[:head], strict=True))
    middle = quoted[head : len(quoted) - tail], source[head : len(source) - tail]
    yield Cell(" ".join(middle[0]), " ".join(middle[1]), Relation.SAME)
    ends = quoted[len(quoted) - tail :], source[len(source) - tail :]
    yield from (Cell(*pair, Relation.SAME) for pair in zip(*ends, strict=True))


def agreeing(one: list[str], other: list[str]) -> int:
    """Return how many first words of two lists are the same but for case and marks."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: bare_words(pair[0]) == bare_words(pair[1]), pairs))


def say_gap(gap: Gap) -> str:
    """Return what a join leaves out, for the line of the source."""
    if gap.other_document:
        return "[another document]"
    if gap.out_of_order:
        return "[an earlier place]"
    return f"[{count_of(gap.words, 'word')}]"


def abridge(cells: list[Cell]) -> list[Cell]:
    """Return the cells near a difference, and one ellipsis for each stretch left out."""
    kept = near_differences(cells)
    short: list[Cell] = []
    for number, cell in enumerate(cells):
        if number in kept:
            short.append(cell)
        elif not short or short[-1].quoted != LEFT_OUT:
            short.append(Cell(LEFT_OUT, LEFT_OUT, Relation.SAME))
    return short


def near_differences(cells: list[Cell]) -> set[int]:
    """Return the numbers of the cells that differ or stand near one that does."""
    kept: set[int] = set()
    for number, cell in enumerate(cells):
        if cell.differs:
            kept.update(range(max(0, number - AROUND), min(len(cells), number + AROUND + 1)))
    return kept


def split_cell(cell: Cell, width: int) -> list[Cell]:
    """Return a cell in parts none of which is wider than a line."""
    if cell.width <= width:
        return [cell]
    pairs = zip_longest(break_word(cell.quoted, width), break_word(cell.source, width), fillvalue="")
    return [Cell(quoted, source, cell.relation) for quoted, source in pairs]


def rows_of(cells: Iterable[Cell], width: int) -> Iterator[list[Cell]]:
    """Yield the cells in rows that fit the width, one column between two cells."""
    row: list[Cell] = []
    taken = 0
    for cell in cells:
        if row and taken + 1 + cell.width > width:
            yield row
            row, taken = [], 0
        taken += cell.width + (1 if row else 0)
        row.append(cell)
    if row:
        yield row


def face_row(row: list[Cell], labels: tuple[str, str], gutter: int, paint: Paint) -> Iterator[str]:
    """Yield the lines of one row: the quotation, the carets (without colours), the source."""
    upper = " ".join(paint_side(cell.quoted, cell, "quoted", paint) for cell in row)
    lower = " ".join(paint_side(cell.source, cell, "source", paint) for cell in row)
    yield paint(pad(labels[0], gutter), "faint") + upper
    if not paint.colour and any(cell.differs for cell in row):
        yield " " * gutter + " ".join(("^" if cell.differs else " ") * cell.width for cell in row)
    yield paint(pad(labels[1], gutter), "faint") + lower


def paint_side(words: str, cell: Cell, stroke: str, paint: Paint) -> str:
    """Return one side of a cell, as wide as the cell."""
    blank = " " * (cell.width - width_of(words))
    return (paint(words, stroke) if cell.differs else words) + blank
