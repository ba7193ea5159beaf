"""What the rules on dates share: lives of the persons named, how days are put into words, comparing bounds."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from valla.model.anchors import Span
from valla.model.dates import Event, When
from valla.model.investigation import Investigation
from valla.text.calendar import date_of
from valla.text.edtf import Bounds
from valla.text.lives import Life, match_lives, words_of

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

REACH = 40
"""Letters before a date among which the thing is looked for that it names."""
NAMED_BY = re.compile(
    r"\b(?:wars?|treaty|acts?|laws?|revolutions?|risings?|rebellion|constitution|congress|battles?|plague|fire|flood|famine|"
    r"crisis|panic|census|editions?|events?|campaigns?|peace|elections?|trials?|decree|charter|budget|strikes?|panic)\s+of\s+"
    r"(?:the\s+(?:years?\s+)?)?\Z"
)


def lives_of(investigation: Investigation) -> dict[str, Life]:
    """Return the lives of the subjects of events, by the name that the text uses.

    A surname alone means a person of the facts only where the text names that person in full, or where the facts give it
    as a name of theirs: a text is full of namesakes.
    """
    if not investigation.facts:
        return {}
    names = {row.subject for row in investigation.events if row.subject is not None}
    found = match_lives(names, investigation.facts)
    whole = {entity.name for entity in investigation.entities if entity.given} | {name for name in names if " " in name}
    named = {life.person for life in match_lives(whole, investigation.facts).values()}
    given = {" ".join(words_of(alias)) for fact in investigation.facts for alias in (fact.person, *fact.aliases)}
    return {
        name: life
        for name, life in found.items()
        if len(words_of(name)) > 1 or life.person in named or " ".join(words_of(name)) in given
    }


def own_date(investigation: Investigation, event: Event) -> When | None:
    """Return the date that the text gives an event; None where it has none, or one that is only inferred."""
    row = investigation.when.get(event.when[0]) if event.when else None
    return row if row is not None and row.inferred is None and row.fault is None else None


def dates_in(investigation: Investigation, span: Span) -> Sequence[When]:
    """Return the dates that begin in a span."""
    low = bisect_left(investigation.dates, span.start, key=lambda row: row.span.start)
    return investigation.dates[low : bisect_left(investigation.dates, span.end, key=lambda row: row.span.start)]


def events_in(investigation: Investigation, span: Span) -> Sequence[Event]:
    """Return the events that begin in a span."""
    low = bisect_left(investigation.events, span.start, key=lambda row: row.span.start)
    return investigation.events[low : bisect_left(investigation.events, span.end, key=lambda row: row.span.start)]


def names_another(investigation: Investigation, row: When) -> bool:
    """Tell whether a date is part of another thing's name: "wrote of the war of 1812"."""
    return NAMED_BY.search(investigation.document.text, max(0, row.span.start - REACH), row.span.start) is not None


def put_day(day: int) -> str:
    """Return a day in words: "12 June 1937"."""
    year, month, number = date_of(day)
    return f"{number} {MONTHS[month - 1]} {put_year(year)}"


def put_year(year: int) -> str:
    """Return a year in words; those before our era are counted back from it."""
    return str(year) if year > 0 else f"{1 - year} BC"


def put_bounds(bounds: Bounds) -> str:
    """Return bounds in words, as fine as they are known."""
    day = bounds.earliest if bounds.earliest is not None else bounds.latest
    if day is None:
        return "an unknown day"
    year, month, _ = date_of(day)
    about = "about " if bounds.approximate else ""
    if bounds.precision == "day" and bounds.earliest == bounds.latest:
        return about + put_day(day)
    if bounds.precision == "month" and not bounds.approximate:
        return f"{MONTHS[month - 1]} {put_year(year)}"
    if bounds.latest is not None and bounds.earliest is not None:
        return about + put_year(date_of((bounds.earliest + bounds.latest) // 2)[0])
    return about + put_year(year)


def is_after(row: When, bounds: Bounds) -> bool:
    """Tell whether a date lies wholly after bounds."""
    return row.earliest is not None and bounds.latest is not None and row.earliest > bounds.latest


def is_before(row: When, bounds: Bounds) -> bool:
    """Tell whether a date lies wholly before bounds."""
    return row.latest is not None and bounds.earliest is not None and row.latest < bounds.earliest


def apart(one: When, other: When) -> bool:
    """Tell whether two dates cannot be of one moment."""
    ends = (one.earliest, one.latest, other.earliest, other.latest)
    if (one.earliest is None and one.latest is None) or (other.earliest is None and other.latest is None):
        return False
    earliest, latest, first, last = ends
    after = earliest is not None and last is not None and earliest > last
    before = latest is not None and first is not None and latest < first
    return after or before
