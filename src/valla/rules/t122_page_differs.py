"""T122 page-differs: the words stand on another page than the one cited.

## What it finds
A quotation that was found in the cited work, but on another page than the citation gives. It is only compared where the
copy in the library has pages.

## Why it matters
A reader looks on the page that is given. A wrong page is often the trace of a citation that was copied from another book.

## What it does not mean
Not that the page is wrong: every edition has pages of its own, and a file often counts its sheets from the cover. As long
as Valla cannot tell printed page numbers from counted ones, this rule speaks only when it is asked for.

## What to do
Compare the edition that you cite with the one in your library.
"""

import re
from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.traces import Trace
from valla.model.works import Citation
from valla.rules.scope import in_cited_work, traced_alone

RULE = Rule(code="T122", name="page-differs", severity=Severity.NOTE, since="0.1", default=False)

PAGES = re.compile(r"(?:pp?\.?\s*)?([0-9]{1,5})(?:\s*[-–—]\s*([0-9]{1,5}))?(?:\s*f{1,2}\.?)?")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that stands on another page of the copy held than on the one cited."""
    for quotation, trace in traced_alone(investigation):
        citation = investigation.citation.get(quotation.id)
        cited = cited_pages(citation) if citation is not None else None
        if citation is None or cited is None or not in_cited_work(investigation, trace):
            continue
        found = found_pages(trace)
        if found and not any(page in cited or page + 1 == cited.start for page in found):
            yield RULE.finding(
                citation.at,
                f"Page {citation.pages} is cited; in the copy held the words stand on page {found[0]}.",
                quotation=quotation.id,
                evidence=tuple(row.anchor for row in trace.passages),
            )


def cited_pages(citation: Citation) -> range | None:
    """Return the pages of a citation; None where it gives none that can be counted ("xii", "ch. 9", several)."""
    match = PAGES.fullmatch((citation.pages or "").strip())
    if match is None:
        return None
    first, last = int(match[1]), match[2] or match[1]
    shortened = int(match[1][: len(match[1]) - len(last)] + last)  # "134-7" is "134-137"
    return range(first, max(first, shortened) + 1)


def found_pages(trace: Trace) -> list[int]:
    """Return the pages on which the passages begin, where they are numbers."""
    labels = (row.anchor.page for row in trace.passages)
    return [int(label) for label in labels if label is not None and label.isascii() and label.isdigit()]
