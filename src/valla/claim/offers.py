"""What is offered for a claim: quotations that follow it or stand just before, and works cited with it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from valla.model.anchors import Span
from valla.model.documents import BlockKind, Document
from valla.model.quotations import Quotation, QuotationId
from valla.model.works import Citation
from valla.text.prose import Sentence

AHEAD = 2
"""Sentences after a claim in which the quotation offered for it may still begin."""
REACH = 400
"""Code points between a claim and the first quotation, or between two quotations, at most."""
CITED_IN = 200
"""Code points in which the citation of a quotation that stands before a paragraph has its place."""
BESIDE = 4
"""Code points between a paragraph and a quotation that stands beside it: an end of line, a blank line, a mark."""
MOST = 40
"""Quotations, or citations, that one claim is given."""


@dataclass(frozen=True)
class Offers:
    """The quotations of a text and its citations, so that what stands near a sentence is found at once."""

    document: Document
    quotations: Sequence[Quotation]
    citations: Sequence[Citation]

    def quotations_for(self, sentence: Sentence, sentences: Sequence[Sentence], place: int) -> tuple[QuotationId, ...]:
        """Return the quotations inside a sentence, and those that follow each other before two more sentences begin."""
        later = sentences[place + AHEAD] if place + AHEAD < len(sentences) else None
        limit = later.span.start if later else len(self.document.text)
        first, end = bisect_left(self.starts, sentence.span.start), sentence.span.end
        chosen = []
        for row in self.quotations[first : first + MOST]:
            if row.span.start >= min(limit, end + REACH) or self._parted(end, row.span.start):
                break
            chosen.append(row.id)
            end = max(end, row.span.end)
        return tuple(chosen)

    def stands_before(self, sentence: Sentence) -> bool:
        """Tell whether a quotation, with at most its citation behind it, stands right before the sentence's paragraph."""
        block = self.document.blocks[sentence.block].span
        place = bisect_left(self.starts, block.start) - 1
        if place < 0 or self.document.text[block.start : sentence.span.start].strip(" *_\t\n"):
            return False
        return block.start - self.quotations[place].span.end <= CITED_IN

    def stand_near(self, sentence: Sentence) -> bool:
        """Tell whether a quotation or a citation stands in the sentence's paragraph or right beside it."""
        block = self.document.blocks[sentence.block].span
        first = bisect_left(self.ends, block.start - BESIDE)
        quoted = first < len(self.quotations) and self.starts[first] <= block.end + BESIDE
        place = bisect_left(self.cited, Span(block.start, block.start))
        return quoted or (place < len(self.cited) and self.cited[place].start <= block.end)

    def behind(self, sentence: Sentence, chosen: tuple[QuotationId, ...]) -> tuple[QuotationId, ...]:
        """Return the quotations that begin behind a sentence: what another says in it is no evidence for his saying it."""
        first = bisect_left(self.starts, sentence.span.end)
        behind = {row.id for row in self.quotations[first : first + MOST]}
        return tuple(one for one in chosen if one in behind)

    @cached_property
    def starts(self) -> list[int]:
        """Where the quotations begin."""
        return [row.span.start for row in self.quotations]

    @cached_property
    def ends(self) -> list[int]:
        """Return the furthest end of the quotations up to each, so that the list is sorted."""
        return list(accumulate((row.span.end for row in self.quotations), max))

    @cached_property
    def blocks(self) -> list[int]:
        """Where the blocks begin."""
        return [block.span.start for block in self.document.blocks]

    @cached_property
    def cited(self) -> list[Span]:
        """The places of the citations, each once, in order."""
        return sorted({row.at for row in self.citations})

    def _parted(self, start: int, end: int) -> bool:
        """Tell whether a heading stands between two places."""
        first, last = bisect_left(self.blocks, start), bisect_left(self.blocks, end)
        return any(block.kind is BlockKind.HEADING for block in self.document.blocks[first:last])

    def works_for(self, sentence: Sentence) -> tuple[Span, ...]:
        """Return the citations that stand in the sentence or behind it in its paragraph."""
        stop = max(sentence.span.end, self.document.blocks[sentence.block].span.end)
        first = bisect_left(self.cited, Span(sentence.span.start, sentence.span.start))
        return tuple(at for at in self.cited[first : first + MOST] if at.end <= stop)
