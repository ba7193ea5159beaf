"""How an essay cites: lines, notes and brackets, and which quotations share one of them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from valla.model.anchors import Span
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation
from valla.model.works import Citation, Reference

BESIDE = 40
"""Code points behind a quotation in which the mark of a note belongs to it."""
BRACKETS = frozenset("([")
LEAST = 2
"""Words of a title that can stand for a work without its author; of single words too many are no titles."""
SMALL = 3
"""Letters of the words that are small in titles."""
NO_BOOK = re.compile(r"\.[-,]|[!\[\]{}”“;]|——|\bOffice$")
"""What no title of a book holds."""
SET_APART = re.compile(r"[_*]|[“\"‘«„]")
UNPRINTED = re.compile(
    r"\bMSS?\b|\bS\. ?P\b|\bmanuscripts?\b|\btranscripts?\b|\bP\. ?R\. ?O\b|\bR\. ?O\b|\bAdd\.|https?://|www\.|\bdoi\b",
    re.IGNORECASE,
)
"""Signs of an archive or an address in a citation: what lies there has leaves or a link, and not the page of a book."""
FURTHER = 80
"""Code points behind a citation in which the rest of it may stand, up to the end of its bracket or sentence."""
REST = re.compile(r"[^)\];\n]*(?:\n[^)\];\n]+)*")


def names_work(citation: Citation | None) -> bool:
    """Tell whether a citation leads a reader to a work.

    By a title, a container or an archive; in the author-date style by an author with a year or a page, which lead to
    the list of works; or by pointing back, whether or not that could be followed (which is another rule's affair).
    """
    if citation is None:
        return False
    dated = citation.author is not None and (citation.year is not None or citation.pages is not None)
    return citation.named or dated or citation.reference is not Reference.FULL


def is_own_work(citation: Citation) -> bool:
    """Tell whether the work through which words came is the cited one itself, because it is by another than the speaker."""
    via, author, title = citation.via, citation.author, citation.title or citation.container
    return bool(via and author and title and via.startswith(author) and title in via)


def citation_lines(investigation: Investigation) -> Iterator[tuple[Citation, ...]]:
    """Yield the citations of each citation line together, in the order of the text: one line may serve several."""
    ordered: Iterable[Citation] = sorted(
        investigation.citations, key=lambda row: (row.at.start, row.at.end, place_of(investigation, row))
    )
    for _, rows in groupby(ordered, key=lambda row: row.at):
        yield tuple(rows)


def place_of(investigation: Investigation, citation: Citation) -> tuple[int, int, str]:
    """Return the place of the quotation that a citation belongs to."""
    quotation = investigation.quotation.get(citation.quotation)
    return (quotation.span.start, quotation.span.end, quotation.id) if quotation else (0, 0, citation.quotation)


def formal_lines(investigation: Investigation) -> Iterator[tuple[Citation, ...]]:
    """Yield those citation lines that are set as citations: below or above a quotation, in a note or in brackets.

    A work that is only mentioned in running prose ("as the treasurer says in his memoirs") gives a reader something to go
    by, but nobody expects a page there.
    """
    bodies = sorted(note.body for note in investigation.document.notes)
    for line in citation_lines(investigation):
        if is_set_off(investigation, line[0]) or heads_note(investigation, bodies, line[0].at):
            yield line


def is_set_off(investigation: Investigation, citation: Citation) -> bool:
    """Tell whether a citation is an attribution line or stands in brackets."""
    text, at = investigation.document.text, citation.at
    setting = investigation.setting.get(citation.quotation)
    if setting is not None and setting.line is not None and setting.line.touches(at):
        return True
    before = text[max(0, at.start - 4) : at.start].rstrip("_* ")
    return text[at.start : at.start + 1] in BRACKETS or before[-1:] in BRACKETS


def heads_note(investigation: Investigation, bodies: Sequence[Span], at: Span) -> bool:
    """Tell whether a citation stands in a note, at its head or behind the end of a sentence: not in the note's prose."""
    after = bisect_right(bodies, at.start, key=lambda row: row.start)
    if not after or not bodies[after - 1].covers(at):
        return False
    before = investigation.document.text[bodies[after - 1].start : at.start].rstrip("_* \n\"“”'’‘-–—")
    return not before or before.endswith((".", ";", ":", "!", "?"))


def has_note(investigation: Investigation, quotation: Quotation) -> bool:
    """Tell whether the mark of a note stands in a quotation or in the words that lead up to it or follow it."""
    setting = investigation.setting.get(quotation.id)
    spans = [quotation.span, *((setting.cue, setting.tail) if setting is not None else ())]
    start = min(span.start for span in spans if span is not None)
    end = max(span.end for span in spans if span is not None) + BESIDE
    notes = investigation.document.notes
    first = bisect_left(notes, start, key=lambda note: note.mark.start)
    return first < len(notes) and notes[first].mark.start < end


def cites_book(citation: Citation) -> bool:
    """Tell whether a citation names something printed: a title that can be one, and no archive or address."""
    title = citation.title
    if title is None or citation.doubtful or NO_BOOK.search(title) or not title[0].isalnum():
        return False
    titled = citation.author is not None or (len(title.split()) >= LEAST and is_raised(title))
    shown = SET_APART.search(citation.raw) or citation.reference is not Reference.FULL or f", {title}" in citation.raw
    placed = citation.author is not None and bool(citation.pages or citation.year or citation.publisher)
    titled = titled and (bool(shown) or placed)
    return titled and citation.archive is None and not citation.unresolved and UNPRINTED.search(citation.raw) is None


def shelfmarks(investigation: Investigation) -> str:
    """Return every shelfmark that the essay cites, one below the other: a title in one of them is no book's."""
    return "\n".join(sorted({row.archive for row in investigation.citations if row.archive is not None}))


def is_raised(title: str) -> bool:
    """Tell whether most long words of a title begin with a capital or a figure, as those of a sentence do not."""
    long = [word for word in re.findall(r"[^\W_]+", title) if len(word) > SMALL]
    return 2 * sum(not word[0].islower() for word in long) > len(long)


def rest_of(investigation: Investigation, citation: Citation) -> str:
    """Return what a citation says besides its title, as far as its bracket or sentence goes on behind it."""
    beyond = citation.raw.replace(citation.title or "", " ")
    behind = REST.match(investigation.document.text, citation.at.end, citation.at.end + FURTHER)
    return f"{beyond} {behind[0] if behind else ''}"
