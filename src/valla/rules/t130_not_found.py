"""T130 not-found: the words are not in the work that is cited.

## What it finds
A quotation whose words do not stand in the work that is cited, although that work is held in full, nor anywhere else in
the library.

## Why it matters
Either the words or the citation must be wrong, or the copy is not the work that is cited. Each of these the reader should
know before anyone builds on the quotation.

## What it does not mean
Not that the words were invented. They may be a paraphrase or a translation set in marks, stand in another edition, or in
another work by the same author. Nor can Valla find words that a scan has made unreadable.

## What to do
Look up the page that is given. If the words are not there, search for the work that has them, or take the marks away.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.traces import Trace, Verdict
from valla.rules.phrases import count_of, name_work
from valla.rules.scope import traced_alone

RULE = Rule(code="T130", name="not-found", severity=Severity.ERROR, since="0.1")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that was sought in vain in the work that is cited."""
    for quotation, trace in traced_alone(investigation):
        if trace.verdict is Verdict.NOT_FOUND:
            yield RULE.finding(
                quotation.span,
                describe(investigation, trace),
                quotation=quotation.id,
                evidence=tuple(row.anchor for row in trace.rivals),
            )


def describe(investigation: Investigation, trace: Trace) -> str:
    """Return in what the words were sought."""
    citation = investigation.citation.get(trace.quotation)
    cited = name_work(citation) if citation is not None else "the work that is cited"
    others = len(set(trace.sought)) - 1
    rest = f", nor in the {count_of(others, 'other document')} of the library" if others > 0 else ""
    return f"These words are not in {cited}, which is held in full{rest}."
