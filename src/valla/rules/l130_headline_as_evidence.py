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


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each headline that is brought in with its words."""
    text = flatten(investigation.document.text)
    for match in HEADLINE.finditer(text):
        row = next(
            (one for one in investigation.quotations if match.start() <= one.span.start <= match.end() + 1), None
        )
        title = next(
            (one for one in investigation.titles if match.start() <= one.anchor.span.start <= match.end() + 1), None
        )
        anchor = row.anchor if row else title.anchor if title else None
        if anchor is not None:
            words = quote_words(anchor.exact)
            yield RULE.finding(anchor.span, f"The headline {words} is offered; what the report says is not.")
