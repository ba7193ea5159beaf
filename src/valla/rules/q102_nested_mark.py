"""Q102 nested-mark: the same marks stand inside the marks.

## What it finds
A quotation inside another one that is set in the same marks as the quotation around it.

## Why it matters
The first inner closing mark seems to end the outer quotation. What follows then reads as the author's own words, and the
two voices run together.

## What it does not mean
Not that any word is wrong. Older books and some languages (French among them) use the same marks on both levels.

## What to do
Set the inner quotation in the other kind of marks: ‘ ’ within “ ”, “ ” within « ».
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.quotations import Fault
from valla.rules.phrases import end_sentence, quote_words
from valla.rules.scope import unbalanced

RULE = Rule(code="Q102", name="nested-mark", severity=Severity.NOTE, since="0.1", default=False)


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that was repaired because the same marks stand inside the marks."""
    broken = unbalanced(investigation)
    for repair in investigation.repairs:
        quotation = investigation.quotation.get(repair.quotation)
        if repair.fault is Fault.NESTED and quotation is not None and quotation.nested_in not in broken:
            outer = investigation.quotation.get(quotation.nested_in) if quotation.nested_in else None
            words = quote_words(quotation.words(investigation.document.text), 60)
            yield RULE.finding(
                quotation.span,
                end_sentence(f"A quotation inside the quotation is set in the same marks: {words}"),
                quotation=quotation.id,
                evidence=(outer.anchor,) if outer else (),
            )
