"""Line ends of every kind become one; form feeds begin a page; comments to Valla leave the text."""

import re
from dataclasses import dataclass

from valla.model.documents import PageStart, Remark
from valla.read.building import TextBuilder
from valla.read.remarks import COMMENT

SPECIAL = re.compile(r"\r\n?|\u2028|\u2029|\x85|\v|\f|<!--(?=\s*valla:)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A text with plain line ends, and what was taken out of it."""

    built: TextBuilder
    pages: tuple[PageStart, ...] = ()
    remarks: tuple[Remark, ...] = ()


def straighten_lines(original: str) -> Lines:
    """Return the text with one kind of line end and the way back to the original."""
    built = TextBuilder()
    breaks: list[int] = []
    remarks: list[Remark] = []
    at = 0
    for match in SPECIAL.finditer(original):
        if match.start() < at:
            continue
        built.add(original[at : match.start()], at)
        at = match.end()
        if match[0].startswith("<"):
            at = take_remark(original, match.start(), built, remarks)
        elif match[0] == "\f":
            break_page(built, match.start(), breaks)
        else:
            built.add("\n", match.start(), len(match[0]))
    built.add(original[at:], at)
    return Lines(built=built, pages=number_pages(breaks), remarks=tuple(remarks))


def take_remark(original: str, start: int, built: TextBuilder, remarks: list[Remark]) -> int:
    """Take a comment to Valla out of the text and return where the text goes on."""
    match = COMMENT.match(original, start)
    if match is None:
        built.add(original[start], start)
        return start + 1
    remarks.append(Remark(at=built.length, words=match[1]))
    return match.end()


def break_page(built: TextBuilder, start: int, breaks: list[int]) -> None:
    """Begin a page; the form feed itself ends a line unless one has just ended, so that no paragraph is torn."""
    if built.last not in {"", "\n"}:
        built.add("\n", start)
    breaks.append(built.length)


def number_pages(breaks: list[int]) -> tuple[PageStart, ...]:
    """Return the pages between form feeds, counted from 1; none where there is no form feed."""
    starts = sorted({0, *breaks}) if breaks else []
    return tuple(PageStart(at=at, label=str(number)) for number, at in enumerate(starts, 1))
