"""R191 suppression-without-reason: a comment to Valla has no effect.

## What it finds
A comment to Valla in the document that suppresses nothing because it gives no reason, or because it cannot be
understood.

## Why it matters
Who reads the text later must be able to see why a finding was set aside. A suppression that has no effect, and does not
say so, deceives the one who wrote it.

## What it does not mean
Not that the finding was wrongly set aside; only that nobody can tell.

## What to do
Write it in full, with the reason behind the bracket: `<!-- valla: ignore[T112] the proviso is quoted below -->`.
"""

from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules.phrases import join_words, quote_words
from valla.rules.remarks import read_order

RULE = Rule(code="R191", name="suppression-without-reason", severity=Severity.WARNING, since="0.1")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each comment to Valla that has no effect."""
    for remark in investigation.document.remarks:
        order = read_order(remark.words)
        if order is None:
            told = f"{quote_words(remark.words)} cannot be understood; write ignore[CODE] and a reason."
        elif not order.reason:
            told = f"The suppression of {join_words(order.labels)} gives no reason, so it suppresses nothing."
        else:
            continue
        yield RULE.finding(Span(remark.at, remark.at), told)
