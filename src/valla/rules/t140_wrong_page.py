"""T140 wrong-page: the words stand on another page than the one cited.

## What it finds
A quotation that was found in the cited work, but on another page than the citation gives. It is only compared where the
copy in the library has printed page numbers: page labels of a PDF or figures on its pages, page marks in a text
(`[p. 12]`), the page list of an EPUB. Sheets that are merely counted are never held against a citation.

## Why it matters
A reader looks on the page that is given. A wrong page is often the trace of a citation that was copied from another book.

## What it does not mean
Not that the page is wrong: every edition has pages of its own. Compare the edition first.

## What to do
Look at the passage in the edition that you cite, and mend the page or name the edition.
"""

import re
from collections.abc import Iterable, Iterator

from valla.model.anchors import DocumentId
from valla.model.documents import Paging
from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.traces import Passage
from valla.model.works import Citation
from valla.rules.scope import in_cited_work, traced_alone

RULE = Rule(code="T140", name="wrong-page", severity=Severity.WARNING, since="0.2")

PAGES = re.compile(r"(?:pp?\.?\s*)?([0-9]{1,5})(?:\s*[-–—]\s*([0-9]{1,5}))?(?:\s*f{1,2}\.?)?")


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each quotation that stands on another page of the copy held than on the one cited."""
    for quotation, trace in traced_alone(investigation):
        citation = investigation.citation.get(quotation.id)
        cited = cited_pages(citation) if citation is not None else None
        if citation is None or cited is None or not in_cited_work(investigation, trace):
            continue
        found = found_pages(investigation, trace.passages)
        others = found_pages(investigation, trace.rivals)
        if found and not any(page in cited or page + 1 == cited.start for page in (*found, *others)):
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


def found_pages(investigation: Investigation, passages: Iterable[Passage]) -> list[int]:
    """Return the pages on which passages begin, where they are printed numbers."""
    labels = (row.anchor.page for row in passages if has_printed_pages(investigation, row.document))
    return [int(label) for label in labels if label is not None and label.isascii() and label.isdigit()]


def has_printed_pages(investigation: Investigation, document: DocumentId) -> bool:
    """Tell whether the page labels of a source are those of the printed page."""
    holding = investigation.holding.get(document)
    return holding is not None and holding.paging is Paging.PRINTED
