"""Running heads and page numbers of a PDF: lines at the edges of pages that come again, and figures that count up."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from valla.read.pdf_letters import Line, Sheet

EDGE = 2  # lines at the top and at the foot of a page that may be heads
FIGURES = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
NUMBER = re.compile(r"(?:^|\s)[-–—\[(|]{0,2}\s?(\d{1,4})\s?[-–—\])|]{0,2}(?:$|\s)")
LONE = re.compile(
    r"[-–—\[(|\s]{0,4}(?:[Pp]age |[Ss]eite |p\. ?)?(\d{1,4}|[ivxlc]{1,7})(?: (?:of|/|von) \d{1,4})?[-–—\])|\s]{0,4}"
)
APART = 1.25  # of the usual distance of lines: a head stands at least so far from the text
SHARE = 0.2  # of the pages on which a head comes again; books change it with the chapter
SPACED = 2.0  # of the size: no text is set with its lines further apart
STRAY = 4.0  # points by which a head may stand higher or lower


def find_heads(sheets: Sequence[Sheet]) -> set[int]:
    """Return the ids of the lines that are running heads or page numbers."""
    seen: dict[tuple[str, str], list[Line]] = defaultdict(list)
    numbers: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for sheet in sheets:
        for side, line in edges(sheet):
            seen[side, shape_of(line.words)].append(line)
            match = LONE.fullmatch(line.words)
            if match and match[1].isdecimal():
                numbers[side].append((int(match[1]) - line.sheet, line))
    enough = max(2, round(SHARE * len(sheets)))
    known = {place_of(line) for lines in seen.values() for line in level(lines, enough)}
    heads = {id(line) for sheet in sheets for line in sheet.lines if place_of(line) in known}
    for rows in numbers.values():
        heads |= {id(line) for line in counting(rows, len(sheets))}
    return heads


def edges(sheet: Sheet) -> Iterator[tuple[str, Line]]:
    """Yield the lines at the head and at the foot of a page that stand apart from the text, each with its side."""
    rows = sorted(sheet.lines, key=lambda line: (-line.foot, line.x0))
    if not rows:
        return
    for side, ordered in (("top", rows), ("foot", rows[::-1])):
        for line in outside(ordered):
            if (line.foot > sheet.height * 0.5) is (side == "top"):
                yield side, line


def outside(rows: Sequence[Line]) -> list[Line]:
    """Return the lines before the first wide gap, if at most two heights of them come before it."""
    heights = sorted({round(line.foot, 1) for line in rows}, reverse=rows[0].foot > rows[-1].foot)
    gaps = [abs(a - b) for a, b in pairwise(heights)]
    usual = min(sorted(gaps)[(len(gaps) - 1) // 2], SPACED * rows[0].size) if gaps else 0.0
    for n, gap in enumerate(gaps[:EDGE]):
        if gap > APART * usual:
            return [line for line in rows if round(line.foot, 1) in set(heights[: n + 1])]
    return []


def place_of(line: Line) -> tuple[str, int]:
    """Return the shape of a line and the height at which it stands."""
    return shape_of(line.words), round(line.foot)


def shape_of(words: str) -> str:
    """Return a line with every number made alike."""
    return " ".join(FIGURES.sub("#", words).casefold().split())


def level(lines: Sequence[Line], enough: int) -> Sequence[Line]:
    """Return lines of one shape that stand at one height on enough pages."""
    height = Counter(round(line.foot / STRAY) for line in lines)
    usual = min(height, key=lambda row: (-height[row], row))
    rows = [line for line in lines if abs(line.foot / STRAY - usual) <= 1]
    return rows if len({line.sheet for line in rows}) >= enough else ()


def counting(rows: Iterable[tuple[int, Line]], sheets: int) -> list[Line]:
    """Return the lone figures that count up with the sheets, if most of them do."""
    rows = list(rows)
    shifts = Counter(shift for shift, _ in rows)
    shift = min(shifts, key=lambda row: (-shifts[row], abs(row), row))
    kept = [line for row, line in rows if row == shift]
    return kept if len(kept) >= min(3, max(1, sheets // 2)) else []


def printed_shift(sheets: Sequence[Sheet], heads: set[int]) -> int | None:
    """Return what must be added to a sheet (from 0) to get the number printed on it; None where none is printed."""
    shifts: Counter[int] = Counter()
    for sheet in sheets:
        found = {
            int(match[1]) - sheet.number
            for line in sheet.lines
            if id(line) in heads
            for match in NUMBER.finditer(line.words)
        }
        shifts.update(found)
    if not shifts:
        return None
    shift = min(shifts, key=lambda row: (-shifts[row], abs(row), row))
    return shift if shifts[shift] >= max(2, len(sheets) // 3) else None
