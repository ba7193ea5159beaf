"""Slips + Library -> Trace: quotations that come one by one, without a text around them."""

from collections.abc import Sequence
from dataclasses import replace

from valla.library import Library
from valla.library.recognition import Recognition
from valla.model.anchors import DocumentId, Span
from valla.model.quotations import QuotationId
from valla.model.slips import Slip
from valla.model.traces import Probe, Trace
from valla.model.works import Citation
from valla.trace.probes import NOTHING_NAMED, Quest, homes_of
from valla.trace.rarity import Rarity
from valla.trace.settle import settle_all


def trace_slips(slips: Sequence[Slip], library: Library, *, rarity: Rarity | None = None) -> tuple[Trace, ...]:
    """Return one trace for each slip, in their order; the place of a quoted word counts from the start of its slip.

    Slips of equal words and citation have equal answers, whatever else is asked. Who asks often learns the `rarity` of the
    library's words once (`valla.trace.rarity.learn_rarity`) and hands it in.
    """
    known: dict[str, tuple[Citation, Recognition]] = {}
    quests = [_quest(slip, number, library, known) for number, slip in enumerate(slips)]
    return settle_all(quests, library, rarity=rarity)


def _quest(slip: Slip, number: int, library: Library, known: dict[str, tuple[Citation, Recognition]]) -> Quest:
    """Return a slip as it is put to the library."""
    citation, recognition = None, NOTHING_NAMED
    if slip.cited:
        if slip.cited not in known:
            known[slip.cited] = _recognised(slip.cited, library)
        citation, recognition = known[slip.cited]
    span = Span(0, len(slip.quote))
    probe = Probe(
        quotation=QuotationId(f"{number}"),
        span=span,
        text=slip.quote,
        offsets=(span,),
        citation=citation,
        homes=homes_of(recognition),
    )
    return Quest(probe=probe, citation=citation, recognition=recognition)


def _recognised(cited: str, library: Library) -> tuple[Citation, Recognition]:
    """Return a cited work as a citation, and what it means on this shelf: a document's own id means that document."""
    place = Span(0, 0)
    citation = Citation(quotation=QuotationId(""), at=place, raw=cited, title=cited)
    named = library.named(cited)
    held = tuple(row for row in named if row.document == DocumentId(cited)) or named
    if len(held) == 1:
        reason = "named by its id" if held[0].document == cited else "the very title of one document"
        return replace(citation, title=held[0].title), Recognition(holdings=held, certain=True, reason=reason)
    author, comma, title = cited.partition(", ")
    whole = library.holds(citation)
    if whole.holdings or not comma:
        return citation, whole
    parted = replace(citation, author=author, title=title)
    split = library.holds(parted)
    return (parted, split) if split.holdings else (citation, whole)
