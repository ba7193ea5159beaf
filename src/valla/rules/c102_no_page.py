"""C102 no-page: a work is cited without a page.

## What it finds
A citation (a line under a quotation, a note, a bracket) that names a book, an article or a report and gives no page,
chapter, section or column. Several quotations under one citation line are reported once. Works that are only mentioned in
running prose are left alone, and so are web addresses, holdings of archives, and what is cited by its day, as letters and
newspapers are: these have no pages, or are found without.

## Why it matters
Without a page a reader has to search a whole book for one sentence, and few will. Misquotations live long in books that
nobody can search.

## What it does not mean
Not that the words are not there. Newspapers, speeches and short works are often cited without a page, by good custom.

## What to do
Give the page of the edition that you cite. If Valla found the words in your library, and pages are known there, the
finding names the page.
"""

import re
from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.quotations import LinkKind
from valla.model.works import Citation, Reference
from valla.rules.citing import cites_book, formal_lines, rest_of, shelfmarks
from valla.rules.phrases import name_work
from valla.text.lexicon import LEXICONS
from valla.text.words import words_in

RULE = Rule(code="C102", name="no-page", severity=Severity.NOTE, since="0.1")

PAGELESS = re.compile(
    r"(?<![^\W_])(?:dictionary|encyclop(?:ae|æ|e)dia|dictionnaire|lexikon|letter|telegram|e-?mail|diary|interview|proclamation)(?![^\W_])",
    re.IGNORECASE,
)
"""Kinds of papers that are found by their date."""
PLACE = re.compile(
    r"\b(?:pp?|ff?|fol|vol|bk|book|ch|chap|cap|col|art|sect?|no|l|ll|n|[ivxlc]{1,7})\.[\s_]*[\divxlc]|§|,[\s_]\d{1,3}\b(?!\s[A-Z])",
    re.IGNORECASE,
)
"""A place in a work that was not read as one: "p. 60", "i. 107", "ch. 9"."""
SAME_PLACE = frozenset({Reference.IBID, Reference.LOC_CIT})
"""References that stand for the very place cited before, page included."""
MONTHS = frozenset(month for lexicon in LEXICONS for month in lexicon.months)
PRIVATE = frozenset({LinkKind.LETTER_TO, LinkKind.DIARY_OF, LinkKind.INTERVIEW_BY, LinkKind.TOLD_TO})


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each citation line that names a work and no place in it."""
    private = {link.quotation for link in investigation.links if link.kind in PRIVATE}
    archived = shelfmarks(investigation)
    for line in formal_lines(investigation):
        first = line[0]
        if any(row.pages for row in line) or not has_pages(investigation, first) or first.quotation in private:
            continue
        if (first.title or "") in archived:
            continue
        yield RULE.finding(
            first.at,
            f"{name_work(first)} is cited without a page.{found_at(investigation, line)}",
            quotation=first.quotation,
            evidence=tuple(
                passage.anchor
                for row in line
                if row.quotation in investigation.trace
                for passage in investigation.trace[row.quotation].passages[:1]
            ),
        )


def has_pages(investigation: Investigation, citation: Citation) -> bool:
    """Tell whether a citation names a work in which a page could be given, and gives no place in another form.

    What is cited by the day, as letters and newspapers are, is found by the day.
    """
    if not cites_book(citation) or citation.reference in SAME_PLACE or PAGELESS.search(citation.raw):
        return False
    rest = rest_of(investigation, citation)
    return PLACE.search(rest) is None and not any(word.key in MONTHS for word in words_in(rest))


def found_at(investigation: Investigation, line: tuple[Citation, ...]) -> str:
    """Return a sentence with the pages on which the words were found, where the library knows them."""
    traces = (investigation.trace.get(row.quotation) for row in line)
    pages = [trace.passages[0].anchor.page for trace in traces if trace is not None and trace.passages]
    known = list(dict.fromkeys(page for page in pages if page is not None))
    if not known:
        return ""
    return f" The words were found on {'page' if len(known) == 1 else 'pages'} {', '.join(known)} of the copy held."
