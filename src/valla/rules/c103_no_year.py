"""C103 no-year: a work is cited without a year.

## What it finds
A work that the text cites (in a line under a quotation, a note, a bracket) without ever giving its year. It is reported
once, at the first citation of the work; later citations, short titles and "ibid." need no year of their own.

## Why it matters
The year tells which edition the page belongs to, and how far a source stands from what it reports: a letter of the same
week and a memoir written forty years on are not the same kind of evidence.

## What it does not mean
Not that the source is late or doubtful. Scripture, statutes and the classics are cited without a year by custom; where
such a citation gives book and verse (as in 3:16), it is left alone.

## What to do
Give the year of the edition that you used and, where it matters, the year in which the words were first set down.
"""

import re
from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.works import Citation, Reference
from valla.rules.citing import cites_book, formal_lines, rest_of, shelfmarks
from valla.rules.phrases import count_of, name_work
from valla.text.fingerprints import bare_words

RULE = Rule(code="C103", name="no-year", severity=Severity.NOTE, since="0.1")

VERSE = re.compile(r"[0-9ivxlc]+\s*[.:]\s*[0-9]+", re.IGNORECASE)
"""A place by book and verse, or by act and scene: such works are cited without a year."""
CHAPTER_AND_VERSE = re.compile(r"\b[0-9]{1,3}:[0-9]{1,3}\b")
DATED = re.compile(r"\b1[0-9]{3}\b|\b20[0-9]{2}\b")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each work that is cited without a year throughout."""
    dated = {bare_words(row.title) for row in investigation.citations if row.title and is_dated(investigation, row)}
    archived = shelfmarks(investigation)
    works: dict[str, list[Citation]] = {}
    for line in formal_lines(investigation):
        if cites_book(line[0]) and (line[0].title or "") not in archived:
            works.setdefault(bare_words(line[0].title or ""), []).append(line[0])
    for title, citations in works.items():
        first = citations[0]
        if first.reference is Reference.FULL and title not in dated:
            again = f", here and in {count_of(len(citations) - 1, 'more citation')}" if len(citations) > 1 else ""
            yield RULE.finding(
                first.at, f"{name_work(first)} is cited without a year{again}.", quotation=first.quotation
            )


def is_dated(investigation: Investigation, citation: Citation) -> bool:
    """Tell whether a citation gives a year, or is of a kind that gives none."""
    rest = rest_of(investigation, citation)
    if citation.year is not None or DATED.search(rest):
        return True
    return bool(CHAPTER_AND_VERSE.search(rest) or VERSE.fullmatch((citation.pages or "").strip()))
