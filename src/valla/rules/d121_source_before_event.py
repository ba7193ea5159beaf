"""D121 source-before-event: a work is older than what it reports.

## What it finds
A quotation whose citation gives a year, and whose words tell of something dated later than the end of that year.

## Why it matters
Nobody reports what has not happened yet. Either the year of the citation is wrong, or the words come from a later
edition or another work.

## What it does not mean
Not that the quotation is made up. Words about the future (*shall*, *will*, *by 1920*) are left alone, and so is what
stands in an editor's brackets.

## What to do
Check the year on the title page, and whether a later edition was used.
"""

import re
from collections.abc import Iterator

from valla.model.dates import Dated, Precision, When
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation
from valla.rules.phrases import name_work, quote_words
from valla.rules.times import dates_in
from valla.text.calendar import day_number
from valla.text.sentences import sentence_end, sentence_start

RULE = Rule(code="D121", name="source-before-event", severity=Severity.WARNING, since="0.2", default=False)
YEAR = re.compile(r"[12][0-9]{3}")
AHEAD = re.compile(
    r"\b(?:will|shall|would|should|(?-i:may)|might|must|plan\w*|expect\w*|hop(?:e|es|ed|ing)|intend\w*|propos\w*|promis\w*|"
    r"next|future|forecast\w*|predict\w*|if|to be|going to|due|term|wird|werden|sera|seront|будет)\b",
    re.IGNORECASE,
)


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that tells of what came after its source."""
    for quotation in investigation.reported():
        citation = investigation.citation.get(quotation.id)
        years = YEAR.findall(citation.year or "") if citation is not None else []
        if citation is None or not years:
            continue
        limit = day_number(max(map(int, years)) + 1)
        later = next(
            (row for row in dates_in(investigation, quotation.span) if is_later(investigation, quotation, row, limit)),
            None,
        )
        if later is not None:
            yield RULE.finding(
                later.span,
                f"{name_work(citation)}, dated {citation.year}, is quoted on what is dated {quote_words(later.words)}.",
                quotation=quotation.id,
                evidence=(investigation.document.anchor(citation.at),),
            )


def is_later(investigation: Investigation, quotation: Quotation, row: When, limit: int) -> bool:
    """Tell whether a date in a quotation is of something told as past that lies behind a day."""
    if (
        row.earliest is None
        or row.earliest < limit
        or row.dates not in {Dated.EVENT, Dated.STATEMENT}
        or row.inferred
        or row.fault
    ):
        return False
    if row.approximate or row.precision.rank > Precision.YEAR.rank or added(investigation, quotation, row):
        return False
    text = investigation.document.text
    sentence = text[sentence_start(text, row.span.start) : sentence_end(text, row.span.end)]
    return AHEAD.search(sentence) is None


def added(investigation: Investigation, quotation: Quotation, row: When) -> bool:
    """Tell whether a date stands in words that an editor put in."""
    return any(
        insertion.at.covers(row.span) for insertion in investigation.insertions if insertion.quotation == quotation.id
    )
