"""Quotations as they are put to the library: their words, and the documents in which they should stand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from valla.library import Library
from valla.library.recognition import Recognition
from valla.model.anchors import DocumentId, Span
from valla.model.documents import Document
from valla.model.quotations import Found, Insertion, Omission, Quotation, QuotationId
from valla.model.traces import Probe
from valla.model.works import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Quest:
    """One quotation to be traced: its probe, what its citation means on this shelf, and the citation itself.

    A nested quotation without a citation of its own is sought where the quotation around it should stand.
    """

    probe: Probe
    citation: Citation | None
    recognition: Recognition

    @property
    def named(self) -> bool:
        """Tell whether a work is named for it; one that is doubtful counts only where the shelf knows it."""
        if self.citation is None or not self.citation.named:
            return False
        return not self.citation.doubtful or bool(self.recognition.holdings)


NOTHING_NAMED = Recognition(reason="no work is named")


def quests_for(document: Document, found: Found, citations: Iterable[Citation], library: Library) -> tuple[Quest, ...]:
    """Return one quest for each quotation that reports someone's words, in order."""
    cited = {citation.quotation: citation for citation in citations}
    around = {quotation.id: quotation for quotation in found.quotations}
    ellipses, insertions = _by_quotation(found.ellipses), _by_quotation(found.insertions)
    known: dict[Citation, Recognition] = {}
    quests = []
    for quotation in found.quotations:
        if quotation.scare:
            continue
        chain = _citations_of(quotation, cited, around)
        recognition = _recognised(chain, library, known)
        probe = Probe(
            quotation=quotation.id,
            span=quotation.span,
            text=quotation.words(document.text),
            offsets=quotation.parts,
            ellipses=ellipses[quotation.id],
            insertions=insertions[quotation.id],
            citation=chain[0] if chain else None,
            homes=homes_of(recognition),
        )
        quests.append(Quest(probe=probe, citation=probe.citation, recognition=recognition))
    return tuple(quests)


_Marked = TypeVar("_Marked", Omission, Insertion)


def _by_quotation(rows: Sequence[_Marked]) -> defaultdict[QuotationId, tuple[Span, ...]]:
    """Return the places of omissions or insertions by quotation."""
    places: defaultdict[QuotationId, list[Span]] = defaultdict(list)
    for row in rows:
        places[row.quotation].append(row.at)
    return defaultdict(tuple, {quotation: tuple(sorted(spans)) for quotation, spans in places.items()})


DEEPEST = 8
"""Quotations around a quotation that are asked for a citation."""


def _citations_of(
    quotation: Quotation, cited: Mapping[QuotationId, Citation], around: Mapping[QuotationId, Quotation]
) -> list[Citation]:
    """Return its own citation, then those of the quotations around it."""
    chain = []
    at: Quotation | None = quotation
    for _ in range(DEEPEST):
        if at is None:
            break
        if at.id in cited:
            chain.append(cited[at.id])
        at = around.get(at.nested_in) if at.nested_in else None
    return chain


def _recognised(chain: Sequence[Citation], library: Library, known: dict[Citation, Recognition]) -> Recognition:
    """Ask the shelf what the nearest citation means; those around it name works through which it is quoted."""
    if not chain:
        return NOTHING_NAMED
    rows = []
    for citation in chain:
        key = replace(citation, quotation=QuotationId(""), at=Span(0, 0), pages=None, confidence=0.0, reason="")
        if key not in known:
            known[key] = library.holds(citation)
        rows.append(known[key])
    own, *others = rows
    through = dict.fromkeys((*own.through, *(holding for row in others for holding in (*row.holdings, *row.through))))
    return replace(own, through=tuple(through))


def homes_of(recognition: Recognition) -> tuple[DocumentId, ...]:
    """Return the documents in which the words are expected, sorted."""
    rows = (*recognition.holdings, *recognition.through)
    return tuple(sorted({holding.document for holding in rows}))
