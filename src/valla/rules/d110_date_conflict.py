"""D110 date-conflict: one event is given two dates.

## What it finds
A birth, death, arrest or release that the text itself dates in two ways which cannot both be right; one that the facts
given with `--facts` date otherwise; and a heading whose year is the year of nothing that its section dates, while the
section gives full dates outside of it.

## Why it matters
Of two dates of one event at least one is wrong, and whatever is built on the order of events stands on one of them.

## What it does not mean
Not which of the dates is right: the facts may err as well as the text. A person may have been arrested twice; give both
days in the facts and the rule is silent.

## What to do
Look both dates up. Where an older calendar explains the difference, say so.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from valla.model.anchors import Span
from valla.model.dates import Dated, Event, EventKind, Precision, When
from valla.model.documents import BlockKind
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.names import EntityKind
from valla.rules.phrases import quote_words
from valla.rules.times import apart, dates_in, is_after, is_before, lives_of, names_another, own_date, put_bounds
from valla.text.calendar import day_number
from valla.text.edtf import Bounds
from valla.text.lives import words_of

RULE = Rule(code="D110", name="date-conflict", severity=Severity.WARNING, since="0.2")
FACT_OF = {
    EventKind.BIRTH: "born",
    EventKind.DEATH: "died",
    EventKind.ARREST: "arrested",
    EventKind.RELEASE: "released",
}
NEAR = 60
"""Letters before an event or a name that are looked at."""
OFFSET = re.compile(r"\b(?:after|before|since|until|following|from)\s+(?:the\s+|his\s+|her\s+|their\s+)?\Z")
"""Before an event from which another is told: "two years after the death of Ira Stone, in 1842"."""
KIN_OF = re.compile(
    r"\b(?:sons?|daughters?|child|children|wife|widow|brothers?|sisters?|nephew|niece|mother|father|heirs?)\s+of\s+\Z"
)
LAST_JULIAN = day_number(1924)
CALENDARS = 13
"""Days by which the Julian and the Gregorian calendar differ at most in the centuries that matter."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report what the text dates twice, what the facts date otherwise, and headings that date nothing."""
    yield from conflicts_within(investigation)
    yield from conflicts_with_facts(investigation)
    yield from conflicts_of_headings(investigation)


def dated_turns(investigation: Investigation) -> Iterator[tuple[Event, When]]:
    """Yield the births, deaths, arrests and releases that have a date of their own and somebody they belong to."""
    for event in investigation.events:
        row = own_date(investigation, event)
        if (
            row is not None
            and event.kind in FACT_OF
            and event.subject is not None
            and not parted(investigation, event, row)
            and not OFFSET.search(investigation.document.text, max(0, event.span.start - NEAR), event.span.start)
            and not is_of_kin(investigation, event)
            and not names_another(investigation, row)
        ):
            yield event, row


def parted(investigation: Investigation, event: Event, row: When) -> bool:
    """Tell whether another is named between an event and its date, as in “the death of Ada Penn, Ira Stone, in June,”."""
    low = bisect_left(investigation.mentions, event.span.start, key=lambda each: each.span.start)
    high = bisect_left(investigation.mentions, row.span.start, key=lambda each: each.span.start)
    if low >= high:
        return False
    nearest, text = investigation.mentions[high - 1], investigation.document.text
    other = nearest.kind is EntityKind.PERSON and not set(words_of(event.subject or "")) & set(
        words_of(nearest.surface)
    )
    return other and text.startswith(",", nearest.span.end)


def conflicts_within(investigation: Investigation) -> Iterator[Finding]:
    """Report each birth or death that the text dates otherwise than before; arrests may be two."""
    first: dict[tuple[str, EventKind], tuple[Event, When]] = {}
    for event, row in dated_turns(investigation):
        if event.kind not in {EventKind.BIRTH, EventKind.DEATH}:
            continue
        key = (" ".join(words_of(event.subject or "")), event.kind)
        _, earlier = first.setdefault(key, (event, row))
        if apart(earlier, row) and not by_calendar(earlier, row):
            yield RULE.finding(
                row.span,
                f"The {event.kind.value} of {event.subject} is dated {quote_words(row.words)} here and "
                f"{quote_words(earlier.words)} before.",
                evidence=(investigation.document.anchor(earlier.span),),
            )


def other_calendar(row: When, days: Bounds) -> bool:
    """Tell whether a day is that of the facts in the older calendar, as long as that was in use."""
    whole = row.precision is Precision.DAY and days.earliest is not None and days.earliest == days.latest
    if not whole or row.earliest is None or days.earliest is None or days.earliest > LAST_JULIAN:
        return False
    return 10 <= days.earliest - row.earliest <= CALENDARS  # noqa: PLR2004 - the later day is the newer calendar's


def is_of_kin(investigation: Investigation, event: Event) -> bool:
    """Tell whether it is kin of the person whose turn is told: "the son of Marta Quill was born"."""
    text, name = investigation.document.text, event.subject or ""
    at = text.rfind(name, max(0, event.span.start - NEAR), event.span.end)
    return at >= 0 and KIN_OF.search(text, max(0, at - NEAR), at) is not None


def by_calendar(one: When, other: When) -> bool:
    """Tell whether two days differ by no more than the two calendars do."""
    if one.earliest is None or other.earliest is None:
        return False
    return one.precision is other.precision is Precision.DAY and 10 <= abs(one.earliest - other.earliest) <= CALENDARS  # noqa: PLR2004


def conflicts_with_facts(investigation: Investigation) -> Iterator[Finding]:
    """Report each turn of a life that agrees with none of the days that the facts give it."""
    lives = lives_of(investigation)
    for event, row in dated_turns(investigation):
        life = lives.get(event.subject or "")
        known = life.days(FACT_OF[event.kind]) if life is not None else []
        agrees = any(
            not (is_after(row, days) or is_before(row, days)) or other_calendar(row, days) for days, _ in known
        )
        if life is not None and known and not agrees:
            days, fact = known[0]
            yield RULE.finding(
                event.span,
                f"The {event.kind.value} of {event.subject} is dated {quote_words(row.words)}; the facts have "
                f"{put_bounds(days)} ({fact.source}).",
            )


def conflicts_of_headings(investigation: Investigation) -> Iterator[Finding]:
    """Report each heading with a year in which nothing of its section falls, though the section has full dates."""
    for heading, section in sections_of(investigation):
        years = [row for row in dates_in(investigation, heading) if row.earliest is not None]
        inside = [row for row in dates_in(investigation, section) if told_of(row)]
        full = [row for row in inside if row.precision is Precision.DAY]
        if len(years) != 1 or not full or any(not apart(years[0], row) for row in inside):
            continue
        yield RULE.finding(
            years[0].span,
            f"The heading has {quote_words(years[0].words)}, and nothing below it is dated so; "
            f"the first full date is {quote_words(full[0].words)}.",
            severity=Severity.NOTE,
            evidence=(investigation.document.anchor(full[0].span),),
        )


def told_of(row: When) -> bool:
    """Tell whether a date is of something that a section tells: an event or a statement, no wider than a year."""
    return (
        row.dates in {Dated.EVENT, Dated.STATEMENT}
        and row.edtf is not None
        and row.precision.rank <= Precision.YEAR.rank
    )


def sections_of(investigation: Investigation) -> Iterator[tuple[Span, Span]]:
    """Yield each heading with the text below it, up to the next one of any level."""
    blocks = investigation.document.blocks
    heads = sorted(block.span for block in blocks if block.kind is BlockKind.HEADING)
    end = len(investigation.document.text)
    for one, other in pairwise([*heads, Span(end, end)]):
        if one.end <= other.start:
            yield one, Span(one.end, other.start)
