"""D101 impossible-date: a date that no calendar has.

## What it finds
A day that its month does not have (30 February, 31 April), a month that the year does not have, and a day of the week
that does not fall on the date beside it. Weekdays are counted in today's calendar; one that is right in the Julian
calendar is accepted up to 1923, when the last countries gave it up.

## Why it matters
An impossible date is at best a slip of the pen, and at worst a sign that the document was dated by someone who was not
there. Forgeries have been known by less.

## What it does not mean
Not that the event did not happen, nor that the author is to blame: the mistake is often in the source.

## What to do
Look at the source. Where it has the same date, say so (*sic*); else correct it.
"""

from collections.abc import Iterator

from valla.model.dates import When
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules.phrases import quote_words
from valla.rules.times import DAYS

RULE = Rule(code="D101", name="impossible-date", severity=Severity.WARNING, since="0.2")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each date with a fault."""
    for row in investigation.dates:
        if row.fault is not None:
            yield RULE.finding(row.span, f"{quote_words(row.words)} cannot be: {say_fault(row)}.")


def say_fault(row: When) -> str:
    """Return what is wrong with a date, in words."""
    fault = row.fault or ""
    return f"that day was a {DAYS[int(fault.split()[1]) - 1]}" if fault.startswith("weekday") else fault
