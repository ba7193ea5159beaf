"""The corridor: the whole flow on one page, and no logic."""

from valla.claim import propose_claims
from valla.library import Library
from valla.model.documents import Document
from valla.model.investigation import Investigation
from valla.model.works import Receipt
from valla.quote import attribute_quotations, find_quotations
from valla.stemma import draw_stemma
from valla.trace import trace_quotations


def investigate(document: Document, library: Library, receipts: tuple[Receipt, ...] = ()) -> Investigation:
    """Return every table of the investigation of one document against a library."""
    found = find_quotations(document)
    said = attribute_quotations(document, found)
    traces = trace_quotations(document, found, said.citations, library)
    claims = propose_claims(document, found, said)
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
        claims=claims,
        stemma=draw_stemma(document, found, said, traces, claims, library.holdings()),
        unexamined=found.unexamined,
    )
