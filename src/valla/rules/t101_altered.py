"""T101 altered: a quotation differs from its source in words.

## What it finds
A quotation that was found in the library in other words: some were replaced, added or lost, and nothing marks the
change. Changes of a negation, a number, a date, a name, or of how far and how firmly a statement goes have rules of
their own (T102 to T106) and are not repeated here; spelling, typography, the errors of scans and an editor's brackets
are no changes. Where each changed word is nearly the source's (one letter more, another ending), it is only a note.

## Why it matters
Quotation marks promise the words themselves. A changed word can change what a witness is made to say, and a reader has
no way to see it.

## What it does not mean
Not that anyone meant to mislead. Editions, translations, drafts and transcripts differ from each other, and the copy in
your library need not be the one that the author used.

## What to do
Compare with the edition that is cited. Quote it as it stands, or mark the change with brackets or an ellipsis; if you
quote another edition, name it.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.traces import Concern
from valla.rules.edits import are_alike, report_edits

RULE = Rule(code="T101", name="altered", severity=Severity.WARNING, since="0.1")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation whose words differ from its source in ordinary words."""
    yield from report_edits(RULE, investigation, frozenset({Concern.WORD}), are_alike)
