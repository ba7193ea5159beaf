"""T111 spliced: places are joined that do not stand together.

## What it finds
A quotation made of places that do not stand together in the source: words between them were left out without a mark, or
the places stand in another order or in two different documents. An ellipsis does not excuse a join that runs over sixty
words, the end of a paragraph or the turn of another speaker.

## Why it matters
The join is the author's, and it looks like the witness's. Two honest sentences, put together, can say what neither says.

## What it does not mean
Not that the joined sense is false: the places may well belong together. A copy in which pages are missing or in another
order also looks like this.

## What to do
Quote the places separately, or mark each join with an ellipsis and say how far it reaches.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.traces import Gap, Trace, Verdict
from valla.rules.gaps import spliced_gaps
from valla.rules.phrases import (
    capitalised,
    count_of,
    end_sentence,
    join_clauses,
    join_words,
    name_place,
    quote_hidden,
    quote_words,
)
from valla.rules.scope import traced_alone
from valla.text.sentences import turns_in

RULE = Rule(code="T111", name="spliced", severity=Severity.WARNING, since="0.1")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that joins places which do not stand together."""
    for quotation, trace in traced_alone(investigation):
        if trace.verdict is Verdict.SPLICED:
            joins = [describe(investigation, trace, gap) for gap in spliced_gaps(trace)]
            yield RULE.finding(
                quotation.span,
                end_sentence(capitalised(join_clauses(joins) if joins else trace.reason)),
                quotation=quotation.id,
                evidence=tuple(row.anchor for row in trace.passages),
            )


def describe(investigation: Investigation, trace: Trace, gap: Gap) -> str:
    """Return how one join puts together what does not stand together."""
    after = trace.passages[gap.after + 1].anchor if gap.after + 1 < len(trace.passages) else None
    opening = quote_words(after.exact, 40) if after else "what follows"
    if gap.other_document and after is not None:
        return f"{opening} stands in another document, {name_place(investigation, after)}"
    if gap.out_of_order:
        return f"in the source {opening} stands before the words that it follows here"
    mark = "behind the ellipsis" if gap.marked else "without a mark"
    others = list(dict.fromkeys(turns_in(gap.hidden or "")))
    mark += f", with the words of {join_words(others)}" if others else ""
    hidden = f": {quote_hidden(gap.hidden, 120)}" if gap.hidden else ""
    return f"{count_of(gap.words, 'word')} before {opening} are left out {mark}{hidden}"
