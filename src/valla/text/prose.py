"""The author's own sentences: headings, quotations and lines of attribution left out."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.model.documents import BlockKind, Document
from valla.model.quotations import Found
from valla.text.sentences import sentence_end

QUOTED = 0.4
"""Share of a sentence that may stand in quotation marks; beyond it the sentence is another's."""
LONGEST = 1200
"""Code points of a sentence that is read as one."""
BARE = 60
"""Code points of a paragraph without a final stop that may be a title; longer ones are prose."""
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_STOPPED = re.compile(r"[.!?…:;,”\"’)\]*_]\s*$")
_LEAD = re.compile(r"[\s*_>#\-–—•]*(?:\(?\d{1,3}[.)]\s+)?")


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A sentence of the author: its span, the number of its block, and whether it asks."""

    span: Span
    block: int
    question: bool = False


def author_sentences(document: Document, found: Found) -> Iterator[Sentence]:
    """Yield the sentences that are the author's own, in the order of the text."""
    taken = merge_spans(taken_spans(found))
    starts = [span.start for span in taken]
    for number, block in enumerate(document.blocks):
        if block.kind not in _PROSE or is_title(document.text, block.span):
            continue
        for span in sentences_of(document.text, block.span):
            near = taken[max(0, bisect_right(starts, span.start) - 1) : bisect_right(starts, span.end)]
            covered = sum(max(0, min(span.end, one.end) - max(span.start, one.start)) for one in near)
            if span and covered <= QUOTED * len(span):
                yield Sentence(span, number, document.text[: span.end].endswith("?"))


def taken_spans(found: Found) -> Iterator[Span]:
    """Yield what is not the author's: quoted words, attribution lines, labels of turns."""
    for quotation in found.quotations:
        if not quotation.scare:
            yield quotation.span
    for setting in found.settings:
        yield from filter(None, (setting.line, setting.label))


def merge_spans(spans: Iterable[Span]) -> Sequence[Span]:
    """Return spans sorted, those that touch made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def is_title(text: str, span: Span) -> bool:
    """Tell whether a paragraph is a title or a bare line: no stop at its end, and short."""
    words = span.of(text)
    return not _STOPPED.search(words[-4:]) and (len(words) < BARE or ("\n" not in words and len(words) < 2 * BARE))


def sentences_of(text: str, block: Span) -> Iterator[Span]:
    """Yield the sentences of a block, without what leads up to their first word."""
    at = block.start
    while at < block.end:
        stop = min(block.end, max(at + 1, sentence_end(text, at + 1, LONGEST)))
        lead = _LEAD.match(text, at, stop)
        start = lead.end() if lead else at
        if start < stop:
            yield Span(start, stop)
        at = stop
