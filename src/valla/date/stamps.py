"""A date as it is read, before it is written down: its parts, and what EDTF they come to."""

from dataclasses import dataclass, replace

from valla.model.dates import Precision
from valla.text.calendar import month_length, write_year


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """One moment: the parts that the text gives; `part` is "early", "mid", "late" or a half or quarter of it."""

    scale: Precision
    year: int | None = None  # of a decade or a century its first, of a century before our era its last
    month: int | None = None
    day: int | None = None
    season: int | None = None
    part: str = ""
    mark: str = ""  # "~" where it is approximate
    before_era: bool = False

    def with_year_of(self, other: "Stamp") -> "Stamp":
        """Return this stamp with the year of another where it has none of its own."""
        if self.year is not None:
            return self
        return replace(self, year=other.year, month=self.month or other.month)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A date with its place: from one stamp to another, the same one where it is no interval.

    `bearing` is "", "before" or "after", for what is open on one side. `weekday` is 1 to 7 where one is named.
    `century_known` is false where the text leaves the century out.
    """

    start: int
    end: int
    form: str
    first: Stamp
    last: Stamp
    bearing: str = ""
    weekday: int | None = None
    century_known: bool = True
    fault: str | None = None

    @property
    def simple(self) -> bool:
        """Tell whether it is one moment."""
        return self.first == self.last


def write_draft(draft: Draft) -> str:
    """Return the EDTF of a draft."""
    low, _ = ends_of(draft.first)
    _, high = ends_of(draft.last)
    if draft.bearing == "before":
        return f"../{high}"
    if draft.bearing == "after":
        return f"{low}/.."
    if draft.simple and not draft.first.part:
        return low
    if draft.form == "winter":
        return f"{write_year(draft.first.year or 0)}-12/{write_year(draft.last.year or 0)}-02"
    return low if low == high else f"{low}/{high}"


def ends_of(stamp: Stamp) -> tuple[str, str]:
    """Return the two ends of a stamp as EDTF; the same for one without a part."""
    if stamp.part:
        ends = _part_ends(stamp)
        return (f"{ends[0]}{stamp.mark}", f"{ends[1]}{stamp.mark}") if stamp.mark and "~" not in "".join(ends) else ends
    whole = f"{write_stamp(stamp)}{stamp.mark}"
    return whole, whole


def write_stamp(stamp: Stamp) -> str:
    """Return a stamp without its part and mark."""
    year = "XXXX" if stamp.year is None else write_year(stamp.year)
    if stamp.scale is Precision.DECADE:
        return f"{year[:-1]}X"
    if stamp.scale is Precision.CENTURY:
        return f"{year[:-2]}XX"
    if stamp.season is not None:
        return f"{year}-{stamp.season}"
    parts = [year, *(f"{number:02d}" for number in (stamp.month, stamp.day) if number is not None)]
    return "-".join(parts)


def _part_ends(stamp: Stamp) -> tuple[str, str]:
    """Return the first and the last end of a part: thirds for early, mid and late."""
    match stamp.scale:
        case Precision.DECADE | Precision.CENTURY:
            return _years_of_part(stamp)
        case Precision.YEAR:
            low, high = _MONTHS_OF.get(stamp.part, (1, 12))
            return f"{write_stamp(stamp)}-{low:02d}", f"{write_stamp(stamp)}-{high:02d}"
        case Precision.MONTH:
            low, high = _DAYS_OF.get(stamp.part, (1, 31))
            longest = month_length(stamp.year if stamp.year is not None else 2000, stamp.month or 1)
            return f"{write_stamp(stamp)}-{low:02d}", f"{write_stamp(stamp)}-{min(high, longest):02d}"
        case _:
            return write_stamp(stamp), write_stamp(stamp)


_MONTHS_OF = {"early": (1, 4), "mid": (6, 7), "late": (9, 12), "half1": (1, 6), "half2": (7, 12)} | {
    f"quarter{n}": (3 * n - 2, 3 * n) for n in range(1, 5)
}
_DAYS_OF = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "half1": (1, 15), "half2": (16, 31)}
_SHARES = {"early": (0, 33), "mid": (34, 66), "late": (67, 99), "half1": (0, 49), "half2": (50, 99)} | {
    f"quarter{n}": (25 * n - 25, 25 * n - 1) for n in range(1, 5)
}


def _years_of_part(stamp: Stamp) -> tuple[str, str]:
    """Return the ends of a part of a decade or a century; the end inside it is approximate, the outer one is not."""
    length = 10 if stamp.scale is Precision.DECADE else 100
    low, high = (share * length // 100 for share in _SHARES.get(stamp.part, (0, 99)))
    if stamp.scale is Precision.DECADE:
        low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(stamp.part, (low, high))
    first = (stamp.year or 0) - (length - 1 if stamp.before_era else 0)
    exact = stamp.part.startswith(("half", "quarter"))
    opens = "" if exact or low == 0 else "~"
    closes = "" if exact or high == length - 1 else "~"
    return f"{write_year(first + low)}{opens}", f"{write_year(first + high)}{closes}"
