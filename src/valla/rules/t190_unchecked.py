"""T190 unchecked: a quotation was compared with no source.

## What it finds
A quotation that was not compared with any source: the work is not held, or only a part of it that does not have the
words, or no work is named and nothing like it was found. The finding names the work that would be needed, or, where it is not
clear to which quotation a citation belongs, the work that perhaps is. So few or so common words that their place would mean nothing (the verdict too-short) are told of here as well.

## Why it matters
What was not checked must not look like what was checked and found right.

## What it does not mean
Nothing for or against the quotation.

## What to do
Put the work into the library folder, as a whole if you can, and run the check again.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.traces import UNTOLD, Trace
from valla.rules.phrases import capitalised, end_sentence, quote_words
from valla.rules.scope import traced_alone

RULE = Rule(code="T190", name="unchecked", severity=Severity.NOTE, since="0.1")

SURE = 0.7
"""A work made out less surely than this is only perhaps the one that is needed."""

ARCHIVED = "What is cited lies in an archive and is not held."
ABSENT = "not in the library held"
UNNAMED = "no work is named; "
"""Left out of what is told: that Valla made out no work is no proof that a reader finds none."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that could not be checked, with the work that would settle it."""
    for quotation, trace in traced_alone(investigation):
        if trace.verdict in UNTOLD:
            yield RULE.finding(quotation.span, message_of(investigation, trace), quotation=quotation.id)


def message_of(investigation: Investigation, trace: Trace) -> str:
    """Return why nothing was compared, and the work that would settle it, as surely as it was made out."""
    citation = investigation.citation.get(trace.quotation)
    if trace.wanted is None or (citation is not None and citation.doubtful):
        return end_sentence(capitalised(trace.reason.removeprefix(UNNAMED)))
    if citation is not None and citation.archive and citation.title is None:
        return f"{ARCHIVED} Needed: {quote_words(trace.wanted)}."
    if citation is not None and citation.named and citation.confidence >= SURE:
        return f"{end_sentence(capitalised(trace.reason))} Needed: {quote_words(trace.wanted)}."
    reason = trace.reason if not investigation.holdings else ABSENT
    return f"{end_sentence(capitalised(reason))} Perhaps needed: {quote_words(trace.wanted)}."
