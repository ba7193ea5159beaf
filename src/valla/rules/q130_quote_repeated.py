"""Q130 quote-repeated: the same words are quoted twice.

## What it finds
A quotation of eight words or more that the same text has quoted before, word for word: set off from the text, or at least
as long as half of what was quoted before. Phrases that are taken up out of a longer quotation in order to discuss them are
left alone.

## Why it matters
Repetition persuades. A reader who meets the same testimony twice may count it as two.

## What it does not mean
Not that repeating is wrong: an argument may need the words again, or a second author may be shown to have used them.

## What to do
Refer back to the first place, or say that the words were quoted before.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.quotations import QuotationKind
from valla.rules.echoes import Echo, find_echoes
from valla.rules.phrases import quote_words

RULE = Rule(code="Q130", name="quote-repeated", severity=Severity.NOTE, since="0.1", default=False)

SHARE = 0.5
"""Of the length of the earlier quotation that a repetition within a sentence must have."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation whose words all stand in an earlier one."""
    for echo in find_echoes(investigation):
        if not echo.changes and is_offered_again(investigation, echo):
            words = quote_words(echo.earlier.words(investigation.document.text), 50)
            yield RULE.finding(
                echo.later.span,
                f"These words were quoted before ({words}); a repetition is no second witness.",
                quotation=echo.later.id,
                evidence=(echo.earlier.anchor,),
            )


def is_offered_again(investigation: Investigation, echo: Echo) -> bool:
    """Tell whether a repetition offers the words again, and does not merely take up a phrase of a longer quotation."""
    text = investigation.document.text
    earlier, later = (len(one.words(text)) for one in (echo.earlier, echo.later))
    shortened = any(row.quotation == echo.later.id for row in investigation.ellipses)
    return echo.later.kind is not QuotationKind.INLINE or shortened or later >= SHARE * earlier
