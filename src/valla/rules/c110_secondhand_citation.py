"""C110 secondhand-citation: a quotation comes through another author.

## What it finds
A quotation that the text itself says it took from another work than its own ("quoted in", "cited by", "as given in"),
and words that one speaker gives within the words of another.

## Why it matters
The words have passed through one more pair of hands, each of which may have shortened, translated or misread them. Two
authors who quote from the same third one are one witness, not two.

## What it does not mean
Not that the words are wrong. To name the hands through which a quotation came is better practice than to hide them, and
often the original cannot be reached.

## What to do
Look the words up in the original where it can be had; where it cannot, leave the citation as it is.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.quotations import Link, LinkKind, QuotationId
from valla.rules.citing import citation_lines, is_own_work
from valla.rules.phrases import name_document, quote_words
from valla.rules.scope import unbalanced

RULE = Rule(code="C110", name="secondhand-citation", severity=Severity.NOTE, since="0.1")

SURE = 0.6
"""Least confidence in the speaker of words that are quoted inside another's."""
BORROWED = frozenset({LinkKind.QUOTED_IN, LinkKind.CITED_BY})


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each citation that names the work through which its words came, and each such link without a citation."""
    for line in citation_lines(investigation):
        lent = next((row for row in line if row.via and not is_own_work(row)), None)
        if lent is not None:
            message = describe(investigation, lent.via, lent.quotation)
            yield RULE.finding(lent.at, message, quotation=lent.quotation)
    broken = unbalanced(investigation)
    for link in investigation.links:
        if (
            link.kind in BORROWED
            and link.quotation not in investigation.citation
            and is_sure(investigation, link, broken)
        ):
            yield RULE.finding(link.at, describe(investigation, link.taker, link.quotation), quotation=link.quotation)


def describe(investigation: Investigation, taker: str | None, quotation: QuotationId) -> str:
    """Return the finding in words, with the original where the library happens to hold it."""
    through = f"through {quote_words(taker)}" if taker else "through another author"
    trace = investigation.trace.get(quotation)
    found = trace.passages[0].document if trace is not None and trace.passages else None
    held = f" The library has them in {name_document(investigation, found)}." if found is not None else ""
    return f"The words are quoted {through}, not from their own source.{held}"


def is_sure(investigation: Investigation, link: Link, broken: frozenset[QuotationId]) -> bool:
    """Tell whether it is sure that one quotes the other: the speaker is, and no broken marks put his words inside."""
    attribution = investigation.attribution.get(link.quotation)
    quotation = investigation.quotation.get(link.quotation)
    return (
        attribution is not None
        and attribution.confidence >= SURE
        and quotation is not None
        and quotation.nested_in not in broken
    )
