"""What is offered for a claim: quotations that follow it or stand just before, and works cited with it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from valla.claim.prose import Sentence
from valla.model.anchors import Span
from valla.model.documents import BlockKind, Document
from valla.model.quotations import Quotation, QuotationId
from valla.model.works import Citation

AHEAD = 2
"""Sentences after a claim in which the quotation offered for it may still begin."""
REACH = 400
"""Code points between a claim and a quotation that follows it, at most."""


@dataclass(frozen=True, slots=True)
class Offers:
    """The quotations of a text and its citations, so that what stands near a sentence is found at once."""

    document: Document
    quotations: Sequence[Quotation]
    citations: Sequence[Citation]

    def quotations_for(self, sentence: Sentence, sentences: Sequence[Sentence], place: int) -> tuple[QuotationId, ...]:
        """Return the quotations inside a sentence, and those that begin before two more sentences have passed."""
        limit = self._limit(sentence, sentences, place)
        starts = [row.span.start for row in self.quotations]
        first = bisect_left(starts, sentence.span.start)
        chosen = []
        for row in self.quotations[first : first + 40]:
            if row.span.start >= limit or self._parted(sentence.span.end, row.span.start):
                break
            chosen.append(row.id)
        return tuple(chosen)

    def _limit(self, sentence: Sentence, sentences: Sequence[Sentence], place: int) -> int:
        """Return how far a quotation may stand to count as offered for a sentence."""
        later = sentences[place + AHEAD] if place + AHEAD < len(sentences) else None
        reach = sentence.span.end + REACH
        return min(reach, later.span.start) if later else reach

    def _parted(self, start: int, end: int) -> bool:
        """Tell whether a heading stands between two places."""
        starts = [block.span.start for block in self.document.blocks]
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        return any(block.kind is BlockKind.HEADING for block in self.document.blocks[first:last])

    def works_for(self, sentence: Sentence) -> tuple[Span, ...]:
        """Return the citations that stand in the sentence or behind it in its paragraph."""
        block = self.document.blocks[sentence.block].span
        return within(Span(sentence.span.start, max(sentence.span.end, block.end)), (row.at for row in self.citations))


def within(span: Span, places: Iterable[Span]) -> tuple[Span, ...]:
    """Return the places that lie in a span, each once, in order."""
    return tuple(sorted({place for place in places if span.covers(place)}))
