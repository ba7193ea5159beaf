"""Years and dates in a citation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from valla.quote.citations.fields import Sheet
from valla.quote.citations.marked import Marked
from valla.quote.lexicon.grammar import MONTHS

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=lambda month: (-len(month), month))) + r")\b\.?"
_YEAR = r"(?:1[0-9]|20)\d\d"
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|º|er)? (?:de |of )?{_MONTH},?(?: (?:de |of )?(?P<year>{_YEAR}))?(?: ?г\.)?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,? (?P<year>{_YEAR}))?", re.IGNORECASE)
_MONTH_YEAR = re.compile(rf"\b{_MONTH},? (?P<year>{_YEAR})\b", re.IGNORECASE)
_NUMERIC = re.compile(rf"(?<!\d)\d{{1,2}}[./]\d{{1,2}}[./](?P<year>{_YEAR})\b")
_ISO = re.compile(r"(?<!\d)(?P<year>(?:1[0-9]|20)\d\d)-\d\d-\d\d(?!\d)")
_EDITION = re.compile(rf"\(?\b[Ee]d\. (?P<year>{_YEAR})\)?")
_BRACKETED = re.compile(rf"[(\[](?:c\. ?|ca\. ?)?(?P<year>{_YEAR}[a-z]?)(?: ?[\[(/]{_YEAR}[\])]?)?[)\]]")
_PLAIN = re.compile(rf"(?<![\d–—\-/.])(?:\bca?\.? ?|©)?(?P<year>{_YEAR}[a-z]?)(?![\d–—\-/]|[^\W\d_])(?: ?гг?\.)?")
_SPAN = re.compile(rf"(?<!\d){_YEAR} ?[-–—/] ?(?:{_YEAR}|\d\d)(?!\d)")
_IN_TITLE = re.compile(r"^\W*(?:[^\W\d_]+ ){1,4}(?:of|vom|du|del|от) $")
_SEASON = re.compile(
    rf"(?:(?<=[,.;] )|(?<=\()|(?<=\x01 ))(?:Spring|Summer|Autumn|Fall|Winter)(?:[-/–](?:Spring|Summer|Autumn|Fall|Winter))?,? (?P<year>{_YEAR})(?=[,.;:)\x01]|\s*$)"
)
"""The issue of a quarterly; a bare season is no author."""
_UNDATED = re.compile(r"\b(?:n\.d\.|s\.d\.|o\.J\.|б\. ?г\.)")


@dataclass(frozen=True, slots=True)
class Dated:
    """The year of a citation, and whether a day or month goes with it."""

    year: str | None = None
    dated: bool = False


def take_date(sheet: Sheet, titles: Sequence[Marked]) -> Dated:
    """Take a full date from the sheet, but from no quoted title; the year alone is left for `take_year`."""
    shields = [(row.start, row.stop) for row in titles if not row.italic]
    for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST, _MONTH_YEAR, _NUMERIC):
        for match in pattern.finditer(sheet.left):
            if not any(start <= match.start() < stop for start, stop in shields):
                if not _IN_TITLE.search(sheet.left[: match.start()]):  # "Order of 12 June 1987" is a title
                    sheet.use(*match.span())
                return Dated(match["year"], dated=True)
    return Dated()


def take_year(sheet: Sheet) -> str | None:
    """Take the year of print: in brackets, else the last that stands free and in no span of years."""
    sheet.take(_UNDATED)
    season = sheet.take(_SEASON)
    if season:
        return season["year"]
    edition = sheet.take(_EDITION) or sheet.take(_BRACKETED)
    if edition:
        return edition["year"]
    kept = (*_SPAN.finditer(sheet.left), *_DAY_FIRST.finditer(sheet.left), *_MONTH_FIRST.finditer(sheet.left))
    spans = [match.span() for match in kept]
    free = [match for match in _PLAIN.finditer(sheet.left) if not any(a <= match.start() < b for a, b in spans)]
    outside = [match for match in free if _at_edge(sheet.left, match)]
    if not outside:
        return None
    sheet.use(*outside[-1].span())
    return outside[-1]["year"]


def _at_edge(words: str, match: re.Match[str]) -> bool:
    """Tell whether a year closes a field: a mark, a used stretch or the end follows, and it is no part of a title."""
    after = words[match.end() : match.end() + 2].lstrip()
    return (not after or not after[0].isalnum()) and not words[: match.start()].rstrip().lower().endswith(
        (" in", " of", " since", " from", " the")
    )
