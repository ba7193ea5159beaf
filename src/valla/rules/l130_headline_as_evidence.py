"""L130 headline-as-evidence: a headline is offered as evidence.

## What it finds
A sentence that offers the headline of a newspaper as showing something.

## Why it matters
A headline is written by another hand than the report, in fewer words and with another purpose.

## What it does not mean
Not that the report under it says otherwise.

## What to do
Quote the report itself, with its day and page.
"""

import re
from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules.phrases import quote_words
from valla.text.words import flatten

RULE = Rule(code="L130", name="headline-as-evidence", severity=Severity.NOTE, since="0.2", default=False)

HEADLINE = re.compile(
    r"\b(?:headlines?|front pages?)\b(?! of the (?:chapter|section))[^.!?\n]{0,120}[“\"«„]", re.IGNORECASE
)

BEHIND = re.compile(r"[”\"»“],? (?:ran|was|read|said|screamed|went) the (?:\w+ )?headlines?\b", re.IGNORECASE)
"""The headline first: “Bridge safe”, ran the headline."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each headline that is brought in with its words."""
    text = flatten(investigation.document.text)
    marked = [*(row.anchor for row in investigation.quotations), *(row.anchor for row in investigation.titles)]
    for match in HEADLINE.finditer(text):
        anchor = next((one for one in marked if match.start() <= one.span.start <= match.end() + 1), None)
        if anchor is not None:
            words = quote_words(anchor.exact)
            yield RULE.finding(anchor.span, f"The headline {words} is offered; what the report says is not.")
    for match in BEHIND.finditer(text):
        anchor = next((one for one in marked if 0 <= match.start() - one.span.end <= 1), None)
        if anchor is not None:
            words = quote_words(anchor.exact)
            yield RULE.finding(anchor.span, f"The headline {words} is offered; what the report says is not.")
