"""From the words that a form matched to a draft; each form has its reader."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from valla.date.patterns import IN_WORDS, pattern_of
from valla.date.shadow import shadow_of
from valla.date.stamps import Draft, Stamp
from valla.date.vocabulary import (
    DECADES,
    HOLIDAYS,
    MONTHS,
    ORDINALS,
    ROMAN_MONTHS,
    SEASONS,
    TENS,
    WEEKDAYS,
)
from valla.model.dates import Precision
from valla.text.calendar import MONTHS as YEAR_LENGTH
from valla.text.calendar import day_number, julian_day, month_length, weekday_of

Groups = dict[str, str | None]
Reader = Callable[[Groups], "tuple[Stamp, Stamp] | None"]
_PRESENT = 2000  # of this century only the first decades are written about as past
_YOUNG = 29
_LAST_JULIAN = 1923
_LEAP = 2000  # a day without a year may be one of a leap year
_FIGURES = re.compile(r"[0-9]+")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_HUNDREDS = {"seventeen": 1700, "eighteen": 1800, "nineteen": 1900}
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_UNITS = "one two three four five six seven eight nine".split()


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its shadow; a place in one is the same place in the other."""

    text: str
    shadow: str

    def seek(self, form: str, start: int) -> re.Match[str] | None:
        """Return the match of a form at a place; its groups are to be read in the text."""
        return pattern_of(form).match(self.text if form in IN_WORDS else self.shadow, start)

    def read(self, form: str, match: re.Match[str], century: int) -> Draft | None:
        """Return the draft of a form that matched; None where what it reads is no date after all.

        `century` is the first year of the century of the dates before, for years that leave theirs out.
        """
        groups: Groups = {
            name: self.text[span[0] : span[1]] if (span := match.span(name))[0] >= 0 else None
            for name in match.re.groupindex
        }
        made = _READERS[form](groups)
        if made is None:
            return None
        first, last, shortened = *made, _short(groups, form)
        if shortened:
            first, last = (_in_century(stamp, century) for stamp in (first, last))
        weekday = WEEKDAYS.get((groups.get("w") or "").strip(" ,.\n\t\u00a0").lower())
        return Draft(
            start=match.start(),
            end=_trimmed(self.text, match.end()),
            form=form,
            first=first,
            last=last,
            weekday=weekday,
            century_known=not shortened,
            fault=fault_of(first, last, weekday),
        )


def page_of(text: str) -> Page:
    """Return a text with its shadow."""
    return Page(text, shadow_of(text))


def _trimmed(text: str, end: int) -> int:
    """Return the end of a match without a blank or comma that the pattern took along."""
    while text[end - 1] in " ,\n\t\u00a0":
        end -= 1
    return end


def fault_of(first: Stamp, last: Stamp, weekday: int | None) -> str | None:
    """Return why a date cannot be, None where it can."""
    for stamp in (first, last):
        if stamp.month is not None and not 1 <= stamp.month <= YEAR_LENGTH:
            return f"there is no month {stamp.month}"
        if stamp.day is not None and stamp.month is not None:
            longest = month_length(_LEAP if stamp.year is None else stamp.year, stamp.month)
            if not 1 <= stamp.day <= longest:
                return f"the month has {longest} days"
    if weekday is not None and first.year is not None and first.month is not None and first.day is not None:
        true = weekday_of(day_number(first.year, first.month, first.day))
        if true != weekday and not _fits_julian(first, weekday):
            return f"weekday {true}"
    return None


def _fits_julian(stamp: Stamp, weekday: int) -> bool:
    """Tell whether the weekday is right in the old calendar, which some countries kept until 1923."""
    year, month, day = stamp.year or 0, stamp.month or 1, stamp.day or 1
    return year <= _LAST_JULIAN and weekday_of(julian_day(year, month, day)) == weekday


def _short(groups: Groups, form: str) -> bool:
    """Tell whether the text leaves out the century."""
    if form == "decade":
        return groups["y"] is None
    if form == "decadeword":
        return not groups["c"]
    return form == "shortyear" or (groups.get("y") or "")[:1] in {"'", "’", "‘"}


def _in_century(stamp: Stamp, century: int) -> Stamp:
    """Return a stamp whose year has two figures, in a century."""
    short = (stamp.year or 0) % 100
    if century >= _PRESENT and short > _YOUNG:
        century = _PRESENT - 100
    return Stamp(scale=stamp.scale, year=century + short, month=stamp.month, season=stamp.season, part=stamp.part)


def _figure(words: str | None) -> int | None:
    """Return the number in words: in figures, or as an ordinal."""
    if not words:
        return None
    found = _FIGURES.search(words)
    return int(found[0]) if found else ORDINALS.get("-".join(words.lower().replace("-", " ").split()))


def _month(words: str | None) -> int | None:
    """Return the number of a month."""
    return MONTHS.get((words or "").rstrip(".").lower())


def _one(stamp: Stamp) -> tuple[Stamp, Stamp]:
    """Return a moment as both ends."""
    return stamp, stamp


def _day(year: int | None, month: int | None, day: int | None) -> Stamp:
    """Return the stamp of a day."""
    return Stamp(scale=Precision.DAY, year=year, month=month, day=day)


def _read_day(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read a day with its month, with or without a year."""
    day = _figure(groups["d"])
    return _one(_day(_figure(groups.get("y")), _month(groups["m"]), day)) if day else None


def _read_double(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read a day in both calendars; the later of the two is the one of today's calendar."""
    for tail in ("", "2", "3"):
        if groups[f"d{tail}"]:
            return _one(_day(_figure(groups[f"y{tail}"]), _month(groups[f"m{tail}"]), _figure(groups[f"d{tail}"])))
    return None


def _read_days(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read two days of one month."""
    year, month = _figure(groups["y"]), _month(groups["m"])
    one, other = _figure(groups["d"]), _figure(groups["d2"])
    if not one or not other or one >= other:
        return None
    return _day(year, month, one), _day(year, month, other)


def _read_roman(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read a date with its month in Roman figures."""
    month = ROMAN_MONTHS.get((groups["m"] or "").lower()) if groups["r"] == groups["r2"] else None
    return _one(_day(_figure(groups["y"]), month, _figure(groups["d"]))) if month else None


def _read_figures(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read a date in figures: with stops the day comes first; with strokes only where it cannot be the month."""
    if groups["r"] != groups["r2"]:
        return None
    one, other, year = _figure(groups["d"]) or 0, _figure(groups["m"]) or 0, _figure(groups["y"])
    if groups["r"] != ".":
        if one <= YEAR_LENGTH and other <= YEAR_LENGTH and one != other:
            return _one(Stamp(scale=Precision.YEAR, year=year))  # which is the month cannot be told
        if other > YEAR_LENGTH:
            one, other = other, one
    return _one(_day(year, other, one))


def _read_iso(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read a date as ISO 8601 writes it."""
    return _one(_day(_figure(groups["y"]), int(groups["m"] or 0), int(groups["d"] or 0)))


def _read_holiday(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read a feast with its year."""
    found = HOLIDAYS.get((groups["h"] or "").casefold())  # an old print's "ſ" is folded; a dotless "ı" is none of ours
    return _one(_day(_figure(groups["y"]), *found)) if found else None


def _read_winter(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read a winter that is named by its two years."""
    one = _figure(groups["y"]) or 0
    other = _full_year(one, groups["y2"] or "")
    if other != one + 1:
        return None
    return Stamp(scale=Precision.SEASON, year=one, season=24), Stamp(scale=Precision.SEASON, year=other, season=24)


def _read_season(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read a season with its year."""
    season = SEASONS[(groups["s"] or "").lower()]
    return _one(Stamp(scale=Precision.SEASON, year=_figure(groups["y"]), season=season))


def _read_months(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read two months of one year."""
    year = _figure(groups["y"])
    one, other = _month(groups["m"]) or 0, _month(groups["m2"]) or 0
    if one >= other:
        return None
    return tuple(Stamp(scale=Precision.MONTH, year=year, month=month) for month in (one, other))  # type: ignore[return-value]


def _read_month(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read a month, with or without its year."""
    return _one(Stamp(scale=Precision.MONTH, year=_figure(groups.get("y")), month=_month(groups["m"])))


def _read_spoken(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read a year in words."""
    tens, unit = groups["t"] or "", groups["u"]
    value = TENS.get(tens) or (_TEENS.index(tens) + 10 if tens in _TEENS else 0)
    if unit and value < 20:  # noqa: PLR2004  (nobody says "nineteen twelve three")
        return None
    century = _HUNDREDS[(groups["c"] or "").lower()]
    return _one(Stamp(scale=Precision.YEAR, year=century + value + (_UNITS.index(unit) + 1 if unit else 0)))


def _read_decade(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read a decade in figures."""
    year = _figure(groups["y"] or groups["y2"] or groups["y3"])
    return _one(Stamp(scale=Precision.DECADE, year=year, part=(groups["part"] or "").strip(" -")))


def _read_decade_word(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read a decade in words."""
    decade = DECADES.get((groups["y"] or groups["y2"] or groups["y3"] or "").casefold())
    if decade is None:
        return None
    century = _HUNDREDS.get((groups["c"] or "").strip(" -").lower(), 0)
    return _one(Stamp(scale=Precision.DECADE, year=century + decade * 10, part=(groups["part"] or "").strip(" -\n")))


def _read_century(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read a century, or the first and the last of several."""
    one, other = _ordinal(groups["c"]), _ordinal(groups["c2"])
    era = (groups["e"] or "").upper().startswith("B")
    if not one or one > 21 or (other and other <= one):  # noqa: PLR2004  (of centuries to come nobody writes)
        return None
    return _century(one, before=era), _century(other or one, before=era)


def _century(number: int, *, before: bool) -> Stamp:
    """Return the stamp of a century."""
    year = -(number - 1) * 100 if before else (number - 1) * 100
    return Stamp(scale=Precision.CENTURY, year=year, before_era=before)


def _ordinal(words: str | None) -> int | None:
    """Return the number of an ordinal, which may be in Roman figures."""
    roman = re.match(r"[XVI]+", words or "")
    if roman is None:
        return _figure(words)
    values = [_ROMAN[letter] for letter in roman[0]]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _read_era(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read a year with its era; year 0 is 1 BC."""
    year = _figure(groups["y"] or groups["y2"]) or 0
    era = (groups["e"] or groups["e2"] or "").upper()
    return _one(Stamp(scale=Precision.YEAR, year=1 - year if era.startswith("B") else year)) if year else None


def _read_years(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read two years, the second of which may be shortened."""
    one = _figure(groups["y"]) or 0
    other = _full_year(one, groups["y2"] or "")
    if other <= one:
        return None
    return Stamp(scale=Precision.YEAR, year=one), Stamp(scale=Precision.YEAR, year=other)


def _full_year(one: int, other: str) -> int:
    """Return a second year that may be written in two figures."""
    known: int = 10 ** len(other)
    return one // known * known + int(other)


def _read_year(groups: Groups) -> tuple[Stamp, Stamp] | None:
    """Read a year."""
    return _one(Stamp(scale=Precision.YEAR, year=_figure(groups["y"])))


_READERS: dict[str, Reader] = {
    "iso": _read_iso,
    "double": _read_double,
    "days": _read_days,
    "dmy": _read_day,
    "mdays": _read_days,
    "mdy": _read_day,
    "ymd": _read_day,
    "roman": _read_roman,
    "figures": _read_figures,
    "holiday": _read_holiday,
    "winter": _read_winter,
    "season": _read_season,
    "months": _read_months,
    "my": _read_month,
    "spoken": _read_spoken,
    "decade": _read_decade,
    "decadeword": _read_decade_word,
    "century": _read_century,
    "era": _read_era,
    "smallyear": _read_year,
    "years": _read_years,
    "year": _read_year,
    "shortyear": _read_year,
    "month": _read_month,
}
