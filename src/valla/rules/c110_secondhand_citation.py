"""C110 secondhand-citation: a quotation comes through another author.

## What it finds
A quotation that the text itself says it took from another author: "quoted in", "cited by", "as given in".

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
from valla.rules.phrases import name_document, quote_words
from valla.rules.scope import citation_lines

RULE = Rule(code="C110", name="secondhand-citation", severity=Severity.NOTE, since="0.1")

BORROWED = frozenset({LinkKind.QUOTED_IN, LinkKind.CITED_BY})


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each citation line that names the work through which its words came."""
    links: dict[QuotationId, Link] = {}
    for link in investigation.links:
        if link.kind in BORROWED:
            links.setdefault(link.quotation, link)
    told: set[QuotationId] = set()
    for line in citation_lines(investigation):
        via = next((row.via for row in line if row.via), None)
        lent = next((links[row.quotation] for row in line if row.quotation in links), None)
        told.update(row.quotation for row in line)
        if via or lent:
            message = describe(investigation, via or (lent.taker if lent else None), line[0].quotation)
            yield RULE.finding(line[0].at, message, quotation=line[0].quotation)
    for link in links.values():
        if link.quotation not in told:
            yield RULE.finding(link.at, describe(investigation, link.taker, link.quotation), quotation=link.quotation)


def describe(investigation: Investigation, taker: str | None, quotation: QuotationId) -> str:
    """Return the finding in words, with the original where the library happens to hold it."""
    through = f"through {quote_words(taker)}" if taker else "through another author"
    trace = investigation.trace.get(quotation)
    found = trace.passages[0].document if trace is not None and trace.passages else None
    held = f" The library has them in {name_document(investigation, found)}." if found is not None else ""
    return f"The words are quoted {through}, not from their own source.{held}"
