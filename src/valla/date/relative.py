"""Dates told from another moment: "a year later", "a fortnight before his arrest", "around this time".

They are kept as they are told. What the date named just before makes of them is a guess, and is written down as one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from valla.date.vocabulary import CARDINALS, choice
from valla.model.dates import Bearing, Relative
from valla.text.calendar import date_of, iso_of, write_year
from valla.text.edtf import bounds_of

_NUMBER = rf"(?:{choice(CARDINALS)}|a|an|some|several|a\sfew|many|[0-9]{{1,3}})"
_UNIT = r"(?P<u>day|week|fortnight|month|year|decade|century|centurie)s?"
_BEYOND = (
    r"(?:before|after|that|when|while|which|who|whose|where|for|to|and|but|or|had|has|have|was|were|is|are|did|does|would|could|"
    r"will|in|on|at|from|with|by|they|he|she|it|we|I|as|until|since|because)\b"
)
"""Words with which something else begins than what a date is told from."""
_COUNTED = re.compile(
    rf"\b(?P<q>(?:at\sleast|only|just|barely|almost|nearly|about|some|more\sthan|less\sthan)\s+)?(?P<n>{_NUMBER})\s+(?:full\s+)?{_UNIT}\s+"
    rf"(?P<d>later|earlier|afterwards?|before(?:hand)?|after|previously)\b(?P<a>\s+(?:the|his|her|their|its|this|that|[A-Z][\w’']+)(?:\s+(?!{_BEYOND})[\w’'-]+){{0,4}})?",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"[DWFMYC](?:ay|eek|ortnight|onth|ear|ecade|entury|enturie)s?\s+(?:later|earlier|afterwards?|before(?:hand)?|after|previously)\b",
    re.IGNORECASE,
)
_REACH = 64
"""Code points before the unit within which its number begins."""
_FOLLOWING = re.compile(
    r"\b(?:[Ii]n\s+|[Oo]n\s+)?[Tt]he\s+(?:very\s+)?(?P<d>following|next|same|previous|preceding)\s+(?P<u>year|month|week|day|decade|spring|summer|autumn|winter|morning|evening|night)\b"
)
_AROUND = re.compile(r"\b(?:[Aa](?:round|bout)\s+(?:this|that)\s+time|In\s+(?:this|that)\s+period)\b")
_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_UNIT_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200, "centurie": 1200}
_LATER = frozenset({"later", "after", "afterward", "afterwards", "following", "next"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A relative date with its place."""

    start: int
    end: int
    relative: Relative


def find_relative(text: str) -> Iterator[Told]:
    """Yield the relative dates of a text; they may touch those that name themselves."""
    for match in _counted(text):
        anchor = " ".join((match["a"] or "").split())
        bearing = Bearing.AFTER if match["d"].lower() in _LATER else Bearing.BEFORE
        yield Told(
            start=match.start(),
            end=match.end("d") if not anchor else match.end(),
            relative=Relative(bearing=bearing, amount=_amount(match["n"]), unit=match["u"].lower(), anchor=anchor),
        )
    for match in _FOLLOWING.finditer(text):
        word = match["d"].lower()
        bearing = Bearing.SAME if word == "same" else Bearing.AFTER if word in _LATER else Bearing.BEFORE
        amount = 0 if word == "same" else 1
        yield Told(
            start=match.start(), end=match.end(), relative=Relative(bearing=bearing, amount=amount, unit=match["u"])
        )
    for match in _AROUND.finditer(text):
        yield Told(start=match.start(), end=match.end(), relative=Relative(bearing=Bearing.SAME))


def _counted(text: str) -> Iterator[re.Match[str]]:
    """Yield the places that count from a moment, from left to right; the few units that can end one are sought first."""
    end = 0
    for unit in _TOLD.finditer(text):
        first = max(end, unit.start() - _REACH)
        counted = _COUNTED.search(text, first, unit.end()) if first < unit.start() else None
        match = _COUNTED.match(text, counted.start()) if counted else None  # again, for what it counts from
        if match:
            end = match.end()
            yield match


def _amount(words: str) -> int | None:
    """Return the number in front of a unit; None for "some" and "several"."""
    word = words.lower()
    if word in {"a", "an"}:
        return 1
    return int(word) if word.isdigit() else CARDINALS.get(word)


def reckon(relative: Relative, edtf: str) -> str | None:
    """Return what a relative date comes to from a date, as an approximate EDTF; None where it cannot be told."""
    bounds = bounds_of(edtf)
    if bounds is None or bounds.earliest is None or bounds.latest is None:
        return None
    if relative.bearing is Bearing.SAME:
        return edtf if edtf.endswith("~") or "/" in edtf else f"{edtf}~"
    if relative.amount is None or relative.unit is None:
        return None
    sign = 1 if relative.bearing is Bearing.AFTER else -1
    if relative.unit in _UNIT_DAYS:
        if bounds.precision != "day":
            return None
        return f"{iso_of(bounds.earliest + sign * relative.amount * _UNIT_DAYS[relative.unit])}~"
    return _reckon_months(bounds.earliest, sign * relative.amount * _UNIT_MONTHS.get(relative.unit, 12), relative.unit)


def _reckon_months(day: int, months: int, unit: str) -> str:
    """Return the month or the year that lies so many months on."""
    year, month, _ = date_of(day)
    over, index = divmod(month - 1 + months, 12)
    return f"{write_year(year + over)}-{index + 1:02d}~" if unit == "month" else f"{write_year(year + over)}~"


def untouched(told: Sequence[Told], taken: Sequence[tuple[int, int]]) -> Iterator[Told]:
    """Yield the relative dates that touch none of some stretches, both in the order of the text."""
    at = 0
    end = 0
    for row in sorted(told, key=lambda row: (row.start, -row.end)):
        while at < len(taken) and taken[at][1] <= row.start:
            at += 1
        if row.start >= end and (at == len(taken) or row.end <= taken[at][0]):
            end = row.end
            yield row
