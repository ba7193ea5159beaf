"""T110 elided: words are left out, and the omission is marked.

## What it finds
A quotation that leaves out words of its source and says so by an ellipsis. The finding shows the words that were left
out. Where they turn the sense, rule T113 speaks instead.

## Why it matters
An ellipsis asks for trust. The words behind it are easily shown once the source is held, and then nobody has to trust.

## What it does not mean
Nothing against the quotation: to shorten and to mark it is good practice.

## What to do
Read the words that were left out. If they bear on the point, put them back.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.traces import Gap, Verdict
from valla.rules.gaps import honest_gaps, what_it_hides
from valla.rules.phrases import capitalised, count_of, end_sentence, join_clauses, quote_hidden
from valla.rules.scope import traced_alone

RULE = Rule(code="T110", name="elided", severity=Severity.NOTE, since="0.1")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation with marked omissions that hide nothing of weight, and show what they leave out."""
    for quotation, trace in traced_alone(investigation):
        gaps = [gap for gap in honest_gaps(trace) if what_it_hides(trace, gap) is None]
        if gaps and trace.verdict is not Verdict.SPLICED:
            yield RULE.finding(
                quotation.span,
                end_sentence(capitalised(join_clauses([describe(gap) for gap in gaps]))),
                quotation=quotation.id,
                evidence=tuple(row.anchor for row in trace.passages),
            )


def describe(gap: Gap) -> str:
    """Return what one ellipsis leaves out."""
    return f"the ellipsis leaves out {count_of(gap.words, 'word')}: {quote_hidden(gap.hidden, 160)}"
