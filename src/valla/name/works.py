"""Titles and authors: where the works that an essay names are named, as the quote room found them."""

from collections.abc import Iterable, Iterator

from valla.model.anchors import Span
from valla.model.documents import Document
from valla.model.quotations import Title
from valla.model.works import Citation

DESCRIBED = frozenset(
    "letter letters interview telegram speech testimony confession statement memorandum diary report conversation note from transcript minutes".split()
)
"""Words with which the description of a work begins that has no title of its own."""


def titles_in(document: Document, titles: Iterable[Title], citations: Iterable[Citation]) -> tuple[Span, ...]:
    """Return the places of titles, sorted: those in quotation marks, and those within citations."""
    spans = {title.anchor.span for title in titles}
    for row in citations:
        for name in (row.title, row.container):
            if name and (not name[0].isupper() or name.split()[0].lower() in DESCRIBED):
                continue  # no title, but a description: the persons in it are named by the essay
            spans |= set(_places_of(name, row.at, document.text))
    return tuple(sorted(span for span in spans if not any(other != span and other.covers(span) for other in spans)))


def authors_in(citations: Iterable[Citation], text: str) -> Iterator[tuple[Span, str]]:
    """Yield the places at which authors are named within citations."""
    for row in citations:
        for span in _places_of(row.author, row.at, text):
            yield span, "author"


def _places_of(words: str | None, within: Span, text: str) -> Iterator[Span]:
    """Yield where certain words stand within a span, or the surname of a name that was turned round."""
    if not words:
        return
    at = text.find(words, within.start, within.end)
    if at < 0 and " " in words:
        words = words.rpartition(" ")[2]
        at = text.find(words, within.start, within.end) if len(words) > 3 else -1  # noqa: PLR2004 - "of"
    if at >= 0:
        yield Span(at, at + len(words))
