"""T120 elsewhere: the words stand in another work than the one cited.

## What it finds
A quotation whose words stand in another work of the library than the one that is cited. Where the cited work is held,
it was searched and does not have them. Where it is not held, or only in part, this is only a note, since the words may
stand in both.

## Why it matters
A reader who follows the citation will not find the words. And where a quotation really comes from tells who handed it
on, and through how many hands.

## What it does not mean
Not that the citation is false: authors use their own sentences again, newspapers reprint, and one book quotes another.
A work that is held in another edition may lack the passage.

## What to do
Look into the cited work at the page that is given. If the words are not there, cite the work in which they are.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.traces import Trace, Verdict
from valla.rules.phrases import join_words, name_place, name_work, quote_words
from valla.rules.scope import LIGHTER, traced_alone

RULE = Rule(code="T120", name="elsewhere", severity=Severity.WARNING, since="0.1")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that was found in another work than the one cited."""
    for quotation, trace in traced_alone(investigation):
        if trace.verdict is Verdict.ELSEWHERE:
            yield RULE.finding(
                quotation.span,
                describe(investigation, trace),
                quotation=quotation.id,
                evidence=tuple(row.anchor for row in trace.passages),
                severity=LIGHTER[RULE.severity] if trace.wanted else RULE.severity,
            )


def describe(investigation: Investigation, trace: Trace) -> str:
    """Return where the words were found, and what is known of the work that is cited."""
    citation = investigation.citation.get(trace.quotation)
    cited = name_work(citation) if citation is not None else "the work that is cited"
    found = join_words(list(dict.fromkeys(name_place(investigation, row.anchor) for row in trace.passages)))
    if trace.wanted:
        return f"The words stand in {found}. The work cited, {quote_words(trace.wanted)}, could not be searched."
    return f"The words stand in {found}, not in {cited}, which is cited."
