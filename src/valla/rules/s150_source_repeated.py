"""S150 source-repeated: one passage is offered twice under two names.

## What it finds
Two quotations with the same words for which works of two different authors are cited, neither as quoted by the other.
A document that is cited from two prints, and two books of one author, are left alone.

## Why it matters
The reader counts two sources. There is one.

## What it does not mean
Not that either citation is wrong: the second work may quote the first.

## What to do
Cite the passage once, and name the second work as one that repeats it.
"""

from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation
from valla.rules.echoes import Echo, find_echoes
from valla.rules.phrases import name_work
from valla.text.words import words_in

RULE = Rule(code="S150", name="source-repeated", severity=Severity.NOTE, since="0.2", default=False)

ALIKE = 70
"""From 0 to 100: how alike two titles must be to be one work's."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that gives an earlier one again under another work."""
    for echo in find_echoes(investigation):
        works = (work_of(investigation, echo.earlier), work_of(investigation, echo.later))
        if None not in works and not same_work(*(str(work) for work in works)) and by_two(investigation, echo):
            yield RULE.finding(
                echo.later.span,
                f"The passage was quoted before from {works[0]}, here from {works[1]}; it is one source.",
                quotation=echo.later.id,
                evidence=(echo.earlier.anchor,),
            )


def work_of(investigation: Investigation, quotation: Quotation) -> str | None:
    """Return the work that is cited for a quotation, by its title."""
    citation = investigation.citation.get(quotation.id)
    return name_work(citation) if citation is not None and citation.title else None


def by_two(investigation: Investigation, echo: Echo) -> bool:
    """Tell whether the two citations name two authors, and neither says that it quotes from elsewhere."""
    earlier, later = (investigation.citation[one.id] for one in (echo.earlier, echo.later))
    if not earlier.author or not later.author or earlier.via or later.via or earlier.container or later.container:
        return False
    first, second = ({word.key for word in words_in(row.author or "") if len(word.key) > 1} for row in (earlier, later))
    return not first & second


def same_work(one: str, other: str) -> bool:
    """Tell whether two titles are one: the words of one stand in the other, or a few letters differ."""
    first, second = (frozenset(word.key for word in words_in(title)) for title in (one, other))
    return first <= second or second <= first or ratio(one.casefold(), other.casefold()) >= ALIKE
