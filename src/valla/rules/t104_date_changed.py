"""T104 date-changed: a quotation gives another date than its source.

## What it finds
A quotation that gives another day, month or year than its source.

## Why it matters
Who knew what, and when, decides most disputes about testimony. A date that is moved by a day can put a witness where he
was not.

## What it does not mean
Not that the date of the source is the true one. Old and new calendars, regnal years and days counted from midnight or
from noon are further causes.

## What to do
Compare with the source. If you convert a date, do it outside the marks or in square brackets.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.traces import Concern
from valla.rules.edits import report_edits

RULE = Rule(code="T104", name="date-changed", severity=Severity.ERROR, since="0.1")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that gives another date than its source."""
    yield from report_edits(RULE, investigation, frozenset({Concern.DATE}))
