"""The lines of a PDF page brought into runs: fragments of one line joined, columns told apart, notes at their feet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from valla.read.pdf_letters import RAISED, Line

SAME_LINE = 0.3  # of the size: feet nearer than this stand on one line
FAR = 3.0  # of the size: a wider gap on a line is another column
BESIDE = 0.4  # of the size: a mark stands nearer to its word
SMALL = 0.8  # of the size of the line: marks are set smaller
BLANK = 0.12  # of the size: a gap that is a blank between words
LABEL = re.compile(r"\s*(?:\[?(\d{1,3})[\].)]?|([*†‡§]{1,3}))(?=\s?\S)")
MARK = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
SMALLER = 0.94  # of the size of the text: notes are set smaller than this, where they are set smaller
CLOSED = (".", "!", "?", ")", "”", '"', "’", "»", "]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A column of one page from top to foot, the notes below it apart."""

    lines: tuple[Line, ...]
    notes: tuple[Line, ...] = ()


def join_fragments(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page, pieces that stand on one line made one."""
    made: list[Line] = []
    for line in lines:
        if made and on_one_line(made[-1], line):
            made[-1] = joined(made[-1], line)
        else:
            made.append(line)
    return made


def on_one_line(before: Line, after: Line) -> bool:
    """Tell whether a piece goes on where another ends."""
    size = max(before.size, after.size)
    gap = after.x0 - before.x1
    if stands_above(after, before) or stands_above(before, after):
        return abs(gap) < BESIDE * size
    return abs(before.foot - after.foot) < SAME_LINE * size and -size < gap < FAR * size


def stands_above(mark: Line, line: Line) -> bool:
    """Tell whether a piece is the mark of a note, smaller and raised above the line that it belongs to."""
    up = mark.foot - line.foot
    return bool(MARK.fullmatch(mark.words)) and mark.size < SMALL * line.size and RAISED * line.size < up < line.size


def joined(before: Line, after: Line) -> Line:
    """Return two pieces as one line, with a blank between them where there is a gap."""
    apart = after.x0 - before.x1 > BLANK * after.size
    blank = apart and not before.letters.endswith(" ") and not after.letters.startswith(" ")
    shift = len(before.letters) + blank
    ends = before.words.find(" ") > 0
    own = [(0, len(before.letters))] if stands_above(before, after) else before.marks
    new = [(0, len(after.letters))] if stands_above(after, before) else after.marks
    wider = before if before.x1 - before.x0 >= after.x1 - after.x0 else after
    return Line(
        sheet=before.sheet,
        letters=before.letters + " " * blank + after.letters,
        places=[*before.places, *((at + shift, first, many) for at, first, many in after.places)],
        x0=min(before.x0, after.x0),
        x1=max(before.x1, after.x1),
        word=before.word if blank or ends else after.word,
        foot=wider.foot,
        size=wider.size,
        marks=[*own, *((a + shift, b + shift) for a, b in new)],
        confidence=min((row.confidence for row in (before, after) if row.confidence is not None), default=None),
    )


def columns_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the runs of a page: a new one begins where a line stands clearly higher than the one before it."""
    runs: list[list[Line]] = []
    for line in untangled(lines):
        if runs and line.foot <= runs[-1][-1].foot + 0.5 * line.size:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def untangled(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines in order; where two columns were set across, line by line, the left one comes first."""
    middle = gutter(lines)
    if middle is None:
        return lines
    left = [line for line in lines if line.x1 <= middle]
    right = [line for line in lines if line.x0 >= middle]
    rest = [line for line in lines if line.x0 < middle < line.x1]
    highest = max(line.foot for line in (*left, *right))
    above = [line for line in rest if line.foot >= highest]
    return [*above, *left, *right, *(line for line in rest if line.foot < highest)]


def gutter(lines: Sequence[Line]) -> float | None:
    """Return the place between two columns that were set across each other; None where the order is sound."""
    pairs = [(a, b) for a, b in pairwise(lines) if abs(a.foot - b.foot) < SAME_LINE * a.size and b.x0 > a.x1]
    if len(pairs) < 5 or 3 * len(pairs) < len(lines):  # noqa: PLR2004  (fewer are a table, or chance)
        return None
    low, high = max(a.x1 for a, _ in pairs), min(b.x0 for _, b in pairs)
    return (low + high) / 2 if low < high else None


def split_notes(runs: Sequence[Sequence[Line]], size: float, last: int) -> list[Run]:
    """Return the runs of a page with the notes at their feet apart; `last` is the number of the last note before."""
    made = []
    marks = {line.letters[a:b] for lines in runs for line in lines for a, b in line.marks}
    for lines in runs:
        at = notes_at(lines, size, last, marks)
        made.append(Run(lines=tuple(lines[:at]), notes=tuple(lines[at:])))
        last = max([last, *(number for line in lines[at:] if (number := number_of(line)) is not None)])
    return made


def notes_at(lines: Sequence[Line], size: float, last: int, marks: set[str]) -> int:
    """Return where the notes at the foot of a run begin; its length where there are none."""
    small = len(lines)
    while small and lines[small - 1].size < SMALLER * size:
        small -= 1
    for at in range(small, len(lines)):
        if number_of(lines[at]) is not None or sign_of(lines[at]):
            return small if at > small and last and 3 * (at - small) <= len(lines) else at
    if small < len(lines):
        return small if last and small and 4 * (len(lines) - small) <= len(lines) else len(lines)
    return counted_notes(lines, last, marks)


def counted_notes(lines: Sequence[Line], last: int, marks: set[str]) -> int:
    """Return where notes in the size of the text begin: behind a gap, with the number that comes next and is marked."""
    raised = raised_notes(lines, last)
    if raised < len(lines):
        return raised
    wide = 1.6 * usual_gap(lines)
    for at in range(len(lines) - 1, 0, -1):
        number = number_of(lines[at])
        if number in {last + 1, 1} and str(number) in marks and lines[at - 1].foot - lines[at].foot > wide:
            return at
    return 0 if lines and number_of(lines[0]) == last + 1 and str(last + 1) in marks else len(lines)


def raised_notes(lines: Sequence[Line], last: int) -> int:
    """Return where notes begin whose raised numbers count on to the foot of the run, marked above unless they are several."""
    heads = [
        (at, number) for at, line in enumerate(lines) if raised_head(line) and (number := number_of(line)) is not None
    ]
    for n, (at, number) in enumerate(heads):
        counts_on = [row for _, row in heads[n:]] == list(range(number, number + len(heads) - n))
        marked = any(line.letters[a:b] == str(number) for line in lines[:at] for a, b in line.marks)
        if number in {last + 1, 1} and counts_on and (marked or len(heads) > n + 1):
            return at
    return len(lines)


def usual_gap(lines: Sequence[Line]) -> float:
    """Return the usual distance between two lines; the smaller of two equally usual ones."""
    gaps = sorted(a.foot - b.foot for a, b in pairwise(lines) if a.foot > b.foot)
    return gaps[(len(gaps) - 1) // 2] if gaps else 0.0


def label_of(line: Line) -> re.Match[str] | None:
    """Return the label at the head of a note, if a line begins with one."""
    return LABEL.match(line.letters)


def number_of(line: Line) -> int | None:
    """Return the number with which a line begins."""
    match = label_of(line)
    return int(match[1]) if match and match[1] else None


def sign_of(line: Line) -> str | None:
    """Return the sign with which a line begins."""
    match = label_of(line)
    return match[2] if match else None


def notes_in(lines: Sequence[Line], last: int) -> Iterator[tuple[str | None, list[Line]]]:
    """Yield the notes of one page as label and lines; what goes on from the page before has no label."""
    label: str | None = None
    body: list[Line] = []
    for line in lines:
        number, sign = number_of(line), sign_of(line)
        follows = number is not None and (number == last + 1 or number == 1 or raised_head(line))
        if follows or sign:
            if body:
                yield label, body
            label, body = str(number) if number is not None else sign, [line]
            last = number if number is not None else last
        else:
            body.append(line)
    if body:
        yield label, body


def raised_head(line: Line) -> bool:
    """Tell whether the number at the head of a line is raised."""
    lead = len(line.letters) - len(line.letters.lstrip())
    return any(a == lead for a, _ in line.marks)
