"""C130 citation-inconsistent: one work is cited with two titles, years or authors.

## What it finds
A title that is nearly, but not quite, one that was cited before: a letter lost, a singular for a plural. A book of one
author that is dated differently in two places. One title, of two words or more, that is given to two authors whose
surnames are nearly alike, one of them misspelt: where they differ wholly, it is mostly a collection, or two works of one title. Volumes, years and numbers that differ in a title make different works, a title that is merely cut
short is no variant, and works without an author, such as newspapers and annual reports, may have many years.

## Why it matters
A reader who looks for a title that does not exist may conclude that the work does not. Where both years are right, they
are two editions, whose pages differ. Programs that count sources count one work twice.

## What it does not mean
Not which of the two is right. Reprints are cited side by side for good reasons, and two works may bear one title.

## What to do
Compare with the title page, and cite the work alike throughout. Where two editions are meant, say so at the second one.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.works import Citation, Reference
from valla.rules.citing import citation_lines
from valla.rules.phrases import name_work, quote_words
from valla.text.fingerprints import bare_words

RULE = Rule(code="C130", name="citation-inconsistent", severity=Severity.NOTE, since="0.1", default=False)

Conflict = tuple[Citation, Citation, str]
"""A citation, the earlier one that it contradicts, and how a reader is told."""

ALIKE = 75
"""From 0 to 100: how alike two words must be to be one word misspelt or inflected."""
COMPARED = 100
"""Earlier titles with the same first word that a title is held against."""
ROMAN = re.compile(r"[ivxlcdm]+")
"""A number in Roman figures; two parts of a work are two works."""
LEAST = 2
"""Words that a title must have: single words that are nearly alike, or alike by two authors, are mostly two works."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each citation that gives a work another title, year or author than an earlier one."""
    cited = [line[0] for line in citation_lines(investigation)]
    for citation, earlier, message in (*titles_apart(cited), *years_apart(cited), *authors_apart(cited)):
        yield RULE.finding(
            citation.at,
            message,
            quotation=citation.quotation,
            evidence=(investigation.document.anchor(earlier.at),),
        )


def titles_apart(cited: list[Citation]) -> Iterator[Conflict]:
    """Yield each title that is nearly, but not quite, one that was cited before."""
    seen: dict[str, dict[str, Citation]] = defaultdict(dict)
    for citation in cited:
        folded = bare_words(citation.title or "")
        if len(folded.split()) < LEAST or folded in seen[folded.split()[0]] or folded not in bare_words(citation.raw):
            continue  # what stands for a title ("op. cit.") does not misspell it
        shelf = seen[folded.split()[0]]
        earlier = next((row for known, row in shelf.items() if is_variant(known, folded)), None)
        if earlier is not None:
            words, before = quote_words(citation.title or ""), quote_words(earlier.title or "")
            yield citation, earlier, f"Cited here as {words}, before as {before}."
        if len(shelf) < COMPARED:
            shelf[folded] = citation


def is_variant(one: str, other: str) -> bool:
    """Tell whether two folded titles differ in few words, each nearly like its fellow, and in no number."""
    pairs = [pair for pair in zip(one.split(), other.split(), strict=False) if pair[0] != pair[1]]
    compared = len(one.split())
    if len(other.split()) != compared or not pairs or len(pairs) > max(1, compared // 4):
        return False
    if any(ROMAN.fullmatch(word) for pair in pairs for word in pair):
        return False
    return all(ratio(*pair) >= ALIKE and not any(char.isdigit() for char in "".join(pair)) for pair in pairs)


def years_apart(cited: list[Citation]) -> Iterator[Conflict]:
    """Yield each citation that gives a book another year than its first citation did, each year once."""
    first: dict[tuple[str, str], Citation] = {}
    told: set[tuple[tuple[str, str], str]] = set()
    for citation in cited:
        if not is_book(citation) or citation.year is None:
            continue
        work = (bare_words(citation.author or ""), bare_words(citation.title or ""))
        earlier = first.setdefault(work, citation)
        if earlier.year != citation.year and (work, citation.year) not in told:
            told.add((work, citation.year))
            message = f"{name_work(citation)} is dated {citation.year} here and {earlier.year} before."
            yield citation, earlier, message


def authors_apart(cited: list[Citation]) -> Iterator[Conflict]:
    """Yield each citation that gives a title to an author whose surname is nearly, but not quite, that of an earlier citation."""
    known: dict[str, dict[str, Citation]] = defaultdict(dict)
    for citation in cited:
        folded = bare_words(citation.title or "")
        if not is_book(citation) or len(folded.split()) < LEAST:
            continue
        surname = bare_words(citation.author or "").rpartition(" ")[2]
        earlier = next((row for name, row in known[folded].items() if ratio(name, surname) >= ALIKE), None)
        if earlier is not None and surname not in known[folded] and not shares_name(surname, known[folded]):
            yield (
                citation,
                earlier,
                f"{name_work(citation)} is given to {citation.author} here and to {earlier.author} before.",
            )
        known[folded].setdefault(surname, citation)


def shares_name(surname: str, known: dict[str, Citation]) -> bool:
    """Tell whether a surname stands among the names of an earlier author: co-authors, and names written last first."""
    return any(surname in bare_words(row.author or "").split() for row in known.values())


def is_book(citation: Citation) -> bool:
    """Tell whether a citation gives an author's work, which has one year; newspapers and annual reports have many."""
    whole = citation.reference is Reference.FULL and citation.container is None
    if (citation.title or "")[:1].islower():
        return False  # the end of something else, read as a title
    return whole and citation.title is not None and citation.author is not None
