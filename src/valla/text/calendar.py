"""Days as numbers, in the Gregorian calendar carried back before its beginning. Year 0 is 1 BC."""

MONTHS = 12
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_EPOCH = 719468  # days from 1 March of year 0 to 1 January 1970
_CYCLE = 146097  # days of 400 years


def is_leap(year: int) -> bool:
    """Tell whether a year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Return how many days a month has."""
    return 29 if month == 2 and is_leap(year) else LENGTHS[month - 1]  # noqa: PLR2004  (February)


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Return the number of a day; 1 January 1970 is 0.

    The year is taken to begin in March, so that the leap day is its last: the usual arithmetic of civil calendars.
    """
    shifted = year - (month <= 2)  # noqa: PLR2004  (January and February end the year before)
    era, of_era = divmod(shifted, 400)
    of_year = (153 * ((month + 9) % MONTHS) + 2) // 5 + day - 1
    return era * _CYCLE + of_era * 365 + of_era // 4 - of_era // 100 + of_year - _EPOCH


def date_of(number: int) -> tuple[int, int, int]:
    """Return year, month and day of a number."""
    era, of_era = divmod(number + _EPOCH, _CYCLE)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9  # noqa: PLR2004  (March to December, then January)
    return year + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1  # noqa: PLR2004


def weekday_of(number: int) -> int:
    """Return the day of the week: 1 for Monday to 7 for Sunday."""
    return (number + 3) % 7 + 1


def iso_of(number: int) -> str:
    """Return a day as EDTF writes it."""
    year, month, day = date_of(number)
    return f"{write_year(year)}-{month:02d}-{day:02d}"


def write_year(year: int) -> str:
    """Return a year in four figures, with a minus before year 0."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def julian_day(year: int, month: int, day: int) -> int:
    """Return the number of a day given in the Julian calendar."""
    shifted = year - (month <= 2)  # noqa: PLR2004
    of_year = (153 * ((month + 9) % MONTHS) + 2) // 5 + day - 1
    return shifted * 365 + shifted // 4 + of_year - 2 - _EPOCH
