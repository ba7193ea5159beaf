"""Q122 unclear-insertion: words in round brackets may be the witness's or an editor's.

## What it finds
Words in round brackets inside a quotation that look like an editor's gloss: a name behind a “he” or a “they”, or words
where the sentence would have a hole without them. Where the source is held and has the same words there, nothing is
reported.

## Why it matters
Square brackets tell the reader that words were put in. Round ones may be the witness's own, so a date or a name that an
editor supplied can pass for testimony.

## What it does not mean
Not that the gloss is wrong, and not that it is the author's: many writers use round brackets themselves.

## What to do
Set inserted words in square brackets; where the source has them in round ones, leave them.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.quotations import Insertion
from valla.model.traces import PLACED
from valla.rules.phrases import quote_words

RULE = Rule(code="Q122", name="unclear-insertion", severity=Severity.NOTE, since="0.1", default=False)


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each insertion in round brackets that the source is not known to have."""
    for insertion in investigation.insertions:
        words = quote_words(insertion.words)
        if investigation.document.text[insertion.at.start] != "(":
            continue
        if differs_from_source(investigation, insertion):
            told = f"{words} stands in round brackets as if it were quoted, and the source does not have it."
        elif was_found(investigation, insertion):
            continue
        else:
            told = f"{words} stands in round brackets; whose words these are, the reader cannot tell."
        yield RULE.finding(insertion.at, told, quotation=insertion.quotation)


def was_found(investigation: Investigation, insertion: Insertion) -> bool:
    """Tell whether the quotation around an insertion was found in the library."""
    trace = investigation.trace.get(insertion.quotation)
    return trace is not None and trace.verdict in PLACED


def differs_from_source(investigation: Investigation, insertion: Insertion) -> bool:
    """Tell whether a difference from the source was noted within the brackets."""
    trace = investigation.trace.get(insertion.quotation)
    return trace is not None and any(
        edit.quoted.strip() and insertion.at.covers(edit.at) and len(edit.at) for edit in trace.edits
    )
