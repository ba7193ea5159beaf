"""Q121 quoted-two-ways: one passage is quoted in two wordings.

## What it finds
A passage that the same text quotes twice in different words. No source is needed to see it: both wordings stand in the
text. Words behind an ellipsis or in an editor's brackets are not compared, nor are spelling, case and punctuation.

## Why it matters
At most one of the wordings can be what the source has, unless there are two sources; and then the reader should be told.

## What it does not mean
Not which of the two is right. Two editions, two translations or a speaker who said it twice explain it as well as a
slip of the pen.

## What to do
Look the passage up and quote it alike in both places; where two versions exist, name them.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules.echoes import Change, find_echoes
from valla.rules.phrases import capitalised, join_clauses, quote_words

RULE = Rule(code="Q121", name="quoted-two-ways", severity=Severity.WARNING, since="0.1", default=False)


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that gives an earlier one in other words."""
    for echo in find_echoes(investigation):
        if echo.changes:
            yield RULE.finding(
                echo.later.span,
                f"{capitalised(join_clauses([describe(change) for change in echo.changes]))}.",
                quotation=echo.later.id,
                evidence=(echo.earlier.anchor,),
            )


def describe(change: Change) -> str:
    """Return one difference between the two wordings."""
    if not change.earlier:
        return f"{quote_words(change.later)} stands here and not where the passage was quoted before"
    if not change.later:
        return f"{quote_words(change.earlier)} is missing here and stood where the passage was quoted before"
    return f"{quote_words(change.later)} here, {quote_words(change.earlier)} where the passage was quoted before"
