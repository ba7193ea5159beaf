"""EDTF, levels 0 and 1 and intervals: what a date so written says of the first and the last day it may mean.

The format is that of the Library of Congress, in ISO 8601-2. Seasons (21 to 24) are of the northern half of the
earth and drawn wide, for people do not agree where they begin; so is what is marked as approximate.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from valla.text.calendar import MONTHS, day_number, month_length

_POINT = re.compile(
    r"(?P<year>-?[0-9]{4}|-?[0-9]{3}X|-?[0-9]{2}XX|XXXX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[~?%]?)"
)
_SEASONS = {21: ((2, 1), (6, 21)), 22: ((6, 1), (9, 23)), 23: ((9, 1), (12, 21)), 24: ((1, 1), (14, 28))}
_WIDEN = {"day": 15, "month": 45, "season": 60, "year": 731, "decade": 1200, "century": 7300}
"""Days by which an approximate date is widened on both sides."""


class Bounds(NamedTuple):
    """The first and the last day that a date may mean, as day numbers; None is an open or unknown end.

    `precision` is "day", "month", "season", "year", "decade", "century" or "none"; the coarser one of an interval.
    """

    earliest: int | None
    latest: int | None
    precision: str
    approximate: bool


SCALE = ("day", "month", "season", "year", "decade", "century", "none")
UNKNOWN = Bounds(None, None, "none", approximate=False)


@lru_cache(maxsize=1 << 14)
def bounds_of(edtf: str) -> Bounds | None:
    """Return the bounds of a date in EDTF; None where it is no such date, or is a day that no calendar has."""
    first, stroke, last = edtf.partition("/")
    if not stroke:
        return _point(first)
    start, end = _end(first), _end(last)
    if start is None or end is None:
        return None
    closed = [part for part, words in ((start, first), (end, last)) if words not in {"..", ""}]
    precision = max((part.precision for part in closed), key=SCALE.index, default="none")
    approximate = any(part.approximate for part in closed)
    if start.earliest is not None and end.latest is not None and start.earliest > end.latest:
        return None
    return Bounds(start.earliest, end.latest, precision, approximate)


def _end(words: str) -> Bounds | None:
    """Return one end of an interval; an open or unknown one has no bounds."""
    return UNKNOWN if words in {"..", ""} else _point(words)


def _point(words: str) -> Bounds | None:
    """Return the bounds of a date that is no interval."""
    match = _POINT.fullmatch(words)
    if match is None:
        return None
    month, day = match["month"], match["day"]
    if not _can_be(match["year"], month, day):
        return None
    if match["year"] == "XXXX":
        return Bounds(None, None, "day" if day else "month", match["mark"] != "")
    first, last, precision = _closed(match["year"], month, day)
    wide = _WIDEN[precision] if match["mark"] else 0
    return Bounds(first - wide, last + wide, precision, match["mark"] != "")


def _can_be(year: str, month: str | None, day: str | None) -> bool:
    """Tell whether month and day can be: 13 is no month, and no February has thirty days."""
    if month is None or month == "XX":
        return day in {None, "XX"}
    number = int(month)
    if number in _SEASONS:
        return day is None
    if not 1 <= number <= MONTHS or (day and not year.lstrip("-").isdigit() and year != "XXXX"):
        return False
    leap = 2000 if year == "XXXX" else int(year) if day else 0
    return day in {None, "XX"} or 1 <= int(day) <= month_length(leap, number)


def _closed(year: str, month: str | None, day: str | None) -> tuple[int, int, str]:
    """Return first day, last day and precision of a date whose year is known, at least in its first figures."""
    if "X" in year:
        return _years(year)
    number = int(year)
    if month is None or month == "XX":
        return day_number(number), day_number(number + 1) - 1, "year"
    which = int(month)
    if which in _SEASONS:
        (from_month, from_day), (to_month, to_day) = _SEASONS[which]
        over, to_month = divmod(to_month - 1, MONTHS)
        return day_number(number, from_month, from_day), day_number(number + over, to_month + 1, to_day), "season"
    if day is None or day == "XX":
        return day_number(number, which), day_number(number, which, month_length(number, which)), "month"
    exact = day_number(number, which, int(day))
    return exact, exact, "day"


def _years(year: str) -> tuple[int, int, str]:
    """Return the bounds of a decade or a century; before our era the figures run backwards."""
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    first, last = (high, low) if year.startswith("-") else (low, high)
    return (
        day_number(first),
        day_number(last + 1) - 1,
        "decade" if year.endswith(("X",)) and "XX" not in year else "century",
    )
