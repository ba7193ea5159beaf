"""D130 undated-statement: a letter, speech or interview is cited without its date.

## What it finds
A quotation whose citation calls its source a letter, telegram, speech, interview, diary or the like, and that gives no
date anywhere in the citation. The rule is outside of the default set; turn it on with `--extend-select D130`.

## Why it matters
A statement without a date can be put before or after anything: whether a witness could know what is told depends on it.

## What it does not mean
Not that the source has no date, nor that the statement is less true.

## What to do
Give the date, or say that the source has none.
"""

import re
from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.rules.phrases import name_work
from valla.rules.times import dates_in

RULE = Rule(code="D130", name="undated-statement", severity=Severity.NOTE, since="0.2", default=False)
STATEMENT = re.compile(
    r"\b(?:letters?\s(?:to|from|of)|telegram|cable|interview(?:ed)?|speech|address\sto|diary|conversation|deposition|memorandum)\b",
    re.IGNORECASE,
)


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each undated statement once for each citation."""
    told: set[tuple[int, int]] = set()
    for quotation in investigation.reported():
        citation = investigation.citation.get(quotation.id)
        if citation is None or citation.year is not None or not STATEMENT.search(citation.raw):
            continue
        place = (citation.at.start, citation.at.end)
        dated = bool(dates_in(investigation, citation.at))
        if not dated and place not in told:
            told.add(place)
            yield RULE.finding(citation.at, f"{name_work(citation)} is cited without a date.", quotation=quotation.id)
