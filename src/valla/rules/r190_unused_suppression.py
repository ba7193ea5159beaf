"""R190 unused-suppression: a suppression suppresses nothing.

## What it finds
A suppression that suppresses nothing: the finding that it was written for is gone, or it names a rule that does not
exist. A suppression of rules that were not asked in this run is left alone.

## Why it matters
A suppression that outlives its finding waits for the next one, and will hide it.

## What it does not mean
Not that the suppression was wrong when it was written.

## What to do
Remove it; or, if it names no rule, mend the code.
"""

from collections.abc import Iterator, Sequence

from valla.model.anchors import Span
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules.folder import nearest_label, rule_labels
from valla.rules.phrases import join_words
from valla.rules.remarks import read_order

RULE = Rule(code="R190", name="unused-suppression", severity=Severity.WARNING, since="0.1")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each name in a suppression of the document that is no rule's; such a one can never suppress anything."""
    known = rule_labels()
    for remark in investigation.document.remarks:
        order = read_order(remark.words)
        for label in order.labels if order is not None else ():
            if label not in known:
                near = nearest_label(label)
                advice = f"; did you mean {near}?" if near else "."
                yield RULE.finding(Span(remark.at, remark.at), f"There is no rule “{label}” to suppress{advice}")


def report(at: Span, codes: Sequence[str], source: str) -> Finding:
    """Return the finding for a suppression that fitted nothing, once it is known which findings there are."""
    of = f" of {join_words(codes)}" if codes else ""
    where = f" ({source})" if source else ""
    return RULE.finding(at, f"This suppression{of} suppresses nothing{where}; it can be removed.")
