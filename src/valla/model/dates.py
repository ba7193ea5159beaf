"""Dates as a text gives them, what happens on them, and what it says of their order."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from valla.model.anchors import Span

WhenId = NewType("WhenId", str)
"""Place, never a counter: `essay@120-132#date` in code points of the document's text."""

EventId = NewType("EventId", str)
"""Place, never a counter: `essay@100-160#event`."""

Day = int
"""A day as a number: days since 1 January 1970 in the Gregorian calendar, also before it was in use; 0 is that day."""


class Dated(StrEnum):
    """What a date dates."""

    EVENT = "event"
    STATEMENT = "statement"  # a letter, a speech, an interview
    PUBLICATION = "publication"
    HEADING = "heading"
    FURNITURE = "page-furniture"  # running heads and print marks: of the page, not of the text


class Precision(StrEnum):
    """How fine a date is; the coarser end counts where the two ends of an interval differ."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    NONE = "none"  # relative, or impossible

    @property
    def rank(self) -> int:
        """Return 0 for the finest."""
        return list(Precision).index(self)


class Bearing(StrEnum):
    """On which side of the other moment something lies."""

    BEFORE = "before"
    AFTER = "after"
    SAME = "same"


class EventKind(StrEnum):
    """What happens, where rules can tell something from it."""

    BIRTH = "birth"
    DEATH = "death"
    ARREST = "arrest"
    RELEASE = "release"
    CONFESSION = "confession"  # before an authority that holds the speaker
    STATEMENT = "statement"  # says, writes, publishes
    MEETING = "meeting"
    ACT = "act"  # does something that only the living and free can do
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Relative:
    """A date told from another moment: "a fortnight before his arrest". Never computed without a mark.

    `amount` and `unit` are None where the text gives none ("after the war"); `anchor` are the words of the other
    moment, empty where the text leaves it to what was said before.
    """

    bearing: Bearing
    amount: int | None = None
    unit: str | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class When:
    """One date of the text.

    `edtf` is the date in the Extended Date/Time Format (levels 0 and 1, and intervals), None where the text gives no
    date that can be written so. `earliest` and `latest` bound it, both included; None is an open or unknown end.
    `inferred` is what the context makes of an incomplete or relative date: a guess, marked as one. `fault` tells why a
    date cannot be (30 February).
    """

    span: Span
    id: WhenId
    words: str
    edtf: str | None = None
    earliest: Day | None = None
    latest: Day | None = None
    precision: Precision = Precision.NONE
    approximate: bool = False
    dates: Dated = Dated.EVENT
    relative: Relative | None = None
    inferred: str | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Event:
    """Something the text puts at a time: the clause that tells of it, its dates, and the names that stand in it.

    `when` is empty for an event without a date of its own; `supposed` is then the date of the heading above it.
    """

    span: Span
    id: EventId
    kind: EventKind
    names: tuple[str, ...] = ()
    when: tuple[WhenId, ...] = ()
    supposed: WhenId | None = None
    cue: str = ""  # the word that tells the kind
    subject: str | None = None  # whose event it is, where the clause tells
    reported: bool = False  # told inside someone else's words
    earliest: Day | None = None  # its bounds, those of what comes before and after it taken in
    latest: Day | None = None


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Relation:
    """What the text says of the order of two events or dates, given by their ids, and where it says so."""

    span: Span
    earlier: str
    later: str
    same: bool = False


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Contradiction:
    """The shortest chain of statements that cannot all hold: each comes before the next, and the last before the first.

    `events` are in the order of the chain. In a `circle` the last comes before the first; else the first is dated
    later than the last.
    """

    events: tuple[EventId, ...]
    relations: tuple[Relation, ...]
    circle: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """The tables that come of asking when, each sorted by place."""

    dates: tuple[When, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
