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

import re
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
        if row.fault is not None and not is_double_year(investigation.document.text, row):
            yield RULE.finding(row.span, f"{quote_words(row.words)} cannot be: {say_fault(row)}.")


def say_fault(row: When) -> str:
    """Return what is wrong with a date, in words."""
    fault = row.fault or ""
    return f"that day was a {DAYS[int(fault.split()[1]) - 1]}" if fault.startswith("weekday") else fault


def is_double_year(text: str, row: When) -> bool:
    """Tell whether a year is a double one (1605-6, by either beginning of the year), or the first of a row of years."""
    behind = text[row.span.end : row.span.end + len("-06")]
    years = re.fullmatch(r"\d{4}(?:[-–/]\d\d){2}", row.words) is not None and is_row(row.words)
    return years or re.match(r"[-–/]\d", behind) is not None


def is_row(words: str) -> bool:
    """Tell whether a year and the two numbers behind it follow on each other: 1593-94-95."""
    year, second, third = (int(part) % 100 for part in re.split(r"[-–/]", words))
    return second == year + 1 and third == second + 1
