"""The corridor: the whole flow on one page, and no logic."""

from valla.date import find_dates, gather_events
from valla.library import Library
from valla.model.documents import Document
from valla.model.facts import Fact
from valla.model.investigation import Investigation
from valla.model.works import Receipt
from valla.quote import attribute_quotations, find_quotations
from valla.trace import trace_quotations


def investigate(
    document: Document, library: Library, receipts: tuple[Receipt, ...] = (), facts: tuple[Fact, ...] = ()
) -> Investigation:
    """Return every table of the investigation of one document against a library."""
    found = find_quotations(document)
    said = attribute_quotations(document, found)
    traces = trace_quotations(document, found, said.citations, library)
    dates = find_dates(document, said.citations)
    times = gather_events(document, dates, found.quotations, said.citations)
    return Investigation(
        document=document,
        quotations=found.quotations,
        titles=found.titles,
        repairs=found.repairs,
        ellipses=found.ellipses,
        insertions=found.insertions,
        settings=found.settings,
        attributions=said.attributions,
        citations=said.citations,
        links=said.links,
        traces=traces,
        holdings=library.holdings(),
        receipts=receipts,
        dates=times.dates,
        events=times.events,
        relations=times.relations,
        contradictions=times.contradictions,
        facts=facts,
        unexamined=found.unexamined,
    )
