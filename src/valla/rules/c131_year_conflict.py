"""C131 year-conflict: a work is given two years.

## What it finds
An author's work that is cited with one year in one place and with another year in another. Works without an author, such
as newspapers and annual reports, have many years and are left alone.

## Why it matters
One of the years may be a slip; and where both are right, they are two editions, whose pages differ.

## What it does not mean
Not that either year is wrong: reprints and revised editions are cited side by side for good reasons.

## What to do
Check the years against the title pages. Where two editions are meant, say so at the second one.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.works import Citation, Reference
from valla.rules.citing import citation_lines
from valla.rules.phrases import name_work
from valla.text.fingerprints import bare_words

RULE = Rule(code="C131", name="year-conflict", severity=Severity.NOTE, since="0.1")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each citation that gives a work another year than its first citation did."""
    first: dict[tuple[str, str], Citation] = {}
    told: set[tuple[tuple[str, str], str]] = set()
    for line in citation_lines(investigation):
        citation = line[0]
        if not is_book(citation) or citation.year is None:
            continue
        work = (bare_words(citation.author or ""), bare_words(citation.title or ""))
        earlier = first.setdefault(work, citation)
        if earlier.year != citation.year and (work, citation.year) not in told:
            told.add((work, citation.year))
            yield RULE.finding(
                citation.at,
                f"{name_work(citation)} is dated {citation.year} here and {earlier.year} before.",
                quotation=citation.quotation,
                evidence=(investigation.document.anchor(earlier.at),),
            )


def is_book(citation: Citation) -> bool:
    """Tell whether a citation gives an author's work, which has one year; newspapers and annual reports have many."""
    whole = citation.reference is Reference.FULL and citation.container is None
    return whole and citation.title is not None and citation.author is not None
