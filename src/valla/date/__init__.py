"""Dates: a document becomes a table of dates, events, and what it says of their order.

The grammar is our own, from prose to EDTF; dateparser and the like find numbers and guess days (see docs/guide/dates.md).
"""

from collections.abc import Sequence

from valla.date.events import make_events, overrule_dates
from valla.date.kinds import Places
from valla.date.whens import make_whens
from valla.model.dates import Chronology, When
from valla.model.documents import Document
from valla.model.quotations import Quotation
from valla.model.works import Citation


def find_dates(document: Document, citations: Sequence[Citation] = ()) -> tuple[When, ...]:
    """Return every date of a document, sorted by place; spans count code points of its text, half-open.

    Citations tell which dates are of publications and which of letters and speeches.
    """
    return make_whens(document, Places(document, citations))


def gather_events(
    document: Document, dates: Sequence[When], quotations: Sequence[Quotation] = (), citations: Sequence[Citation] = ()
) -> Chronology:
    """Return the events of a document with their bounds, what it says of their order, and what cannot hold."""
    places = Places(document, citations)
    places.date_headings(dates)
    return make_events(document, dates, quotations, places)


__all__ = ["find_dates", "gather_events", "overrule_dates"]
