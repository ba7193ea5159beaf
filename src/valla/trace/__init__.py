"""Quotations + Library -> Trace: where the words of each quotation stand, and how they stand to the words there."""

from valla.library import Library
from valla.model.anchors import DocumentId
from valla.model.documents import Document
from valla.model.quotations import Found
from valla.model.traces import Trace
from valla.model.works import Citation
from valla.trace.doubts import doubtful_spans, excuse_misreadings
from valla.trace.probes import quests_for
from valla.trace.rarity import learn_rarity
from valla.trace.settle import settle_all
from valla.trace.slips import trace_slips

__all__ = ["trace_quotations", "trace_slips"]


def trace_quotations(
    document: Document, found: Found, citations: tuple[Citation, ...], library: Library
) -> tuple[Trace, ...]:
    """Return one trace for each quotation that is no scare quotation, nested ones too, in the order of the text.

    The essay itself is not traced into itself, should it lie among its sources. Two runs, and two shelves that hold the
    same texts, give the same traces.
    """
    quests = quests_for(document, found, citations, library)
    rarity = learn_rarity(library, document, [quotation.span for quotation in found.quotations])
    traces = settle_all(quests, library, rarity=rarity, barred=_copies_of(document, library), collating=True)
    doubtful = doubtful_spans(document, library.holdings())
    return tuple(excuse_misreadings(trace, document.id, doubtful) for trace in traces)


def _copies_of(document: Document, library: Library) -> frozenset[DocumentId]:
    """Return the documents of the shelf that are the essay itself, by their bytes or by their text."""
    return frozenset(
        holding.document
        for holding in library.holdings()
        if (document.digest and holding.digest == document.digest)
        or (
            holding.length == len(document.text)
            and library.excerpt(holding.document, 0, holding.length) == document.text
        )
    )
