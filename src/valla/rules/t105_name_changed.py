"""T105 name-changed: a quotation gives another name than its source.

## What it finds
A quotation that names another person, group or place than its source, or that names one where the source has none, or
leaves one out. Where the two names are nearly alike, and may be one in two spellings, it is only a note.

## Why it matters
It puts a deed or a word to the wrong account.

## What it does not mean
Not that somebody is wrongly accused. Names are transliterated and abbreviated in many ways, and two names may mean one
person; a different spelling of the same name is no change.

## What to do
Compare with the source. A name that you supply for a “he” or a “they” belongs in square brackets.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.traces import Concern
from valla.rules.edits import are_alike, report_edits

RULE = Rule(code="T105", name="name-changed", severity=Severity.ERROR, since="0.1")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that has another name than its source."""
    yield from report_edits(RULE, investigation, frozenset({Concern.NAME}), are_alike)
