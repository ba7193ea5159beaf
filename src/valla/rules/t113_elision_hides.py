"""T113 elision-hides: an ellipsis hides words that turn the sense.

## What it finds
A marked omission behind which words stand that turn the sense: a negation or a condition in a sentence of which the
other part is quoted, or a sentence that takes back the one before it (“But …”). Where the omission runs over the turn of
another speaker, or further, rule T111 speaks instead.

## Why it matters
The ellipsis is there, so the quotation looks careful. What it leaves out is what the other side would have quoted.

## What it does not mean
Not that the omission is unfair: a “not” behind an ellipsis often belongs to a side matter. Read the words; the finding
shows them.

## What to do
Put the hidden words back, or tell the reader what they say.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules.gaps import honest_gaps, what_it_hides
from valla.rules.phrases import capitalised, end_sentence, join_clauses, quote_hidden
from valla.rules.scope import traced_alone

RULE = Rule(code="T113", name="elision-hides", severity=Severity.WARNING, since="0.1")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation with an ellipsis that hides a turn of the sense."""
    for quotation, trace in traced_alone(investigation):
        hiding = [(gap, what_it_hides(trace, gap)) for gap in honest_gaps(trace)]
        told = [
            f"the ellipsis hides “{hidden}”: {quote_hidden(gap.hidden, 200)}"
            for gap, hidden in hiding
            if hidden is not None
        ]
        if told:
            yield RULE.finding(
                quotation.span,
                end_sentence(capitalised(join_clauses(told))),
                quotation=quotation.id,
                evidence=tuple(row.anchor for row in trace.passages),
            )
