"""What can be read around a quotation: the author's own words, with every other quotation veiled."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from valla.model.anchors import Span
from valla.model.documents import BlockKind, Document
from valla.model.quotations import Found, Quotation, QuotationId, Setting
from valla.quote.sentences import sentence_edges
from valla.quote.tokens import VEIL, Token, tokenise

BACK = 1600
"""Code points looked back over for the sentence that a pronoun refers to."""

SENTENCES = 8
"""Sentences looked back over for it."""

LONGEST = 1200
"""Code points of a cue or a tail that are read; what is farther from the quotation tells nothing of its speaker."""

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")


class Scenes:
    """The text of a document with its quotations veiled, and look-ups from a quotation to what stands around it."""

    def __init__(self, document: Document, found: Found) -> None:
        """Take a document and what was found in it; nothing is computed before it is asked for."""
        self.document = document
        self.found = found

    @cached_property
    def settings(self) -> dict[QuotationId, Setting]:
        """Settings by quotation."""
        return {row.quotation: row for row in self.found.settings}

    @cached_property
    def quotations(self) -> dict[QuotationId, Quotation]:
        """Quotations by id."""
        return {row.id: row for row in self.found.quotations}

    @cached_property
    def outside(self) -> str:
        """The author's own words: every reported quotation and every attribution line veiled."""
        spans = [row.span for row in self.found.quotations if row.nested_in is None and not row.scare]
        lines = [row.line for row in self.found.settings if row.line]
        return veil(self.document.text, [*spans, *lines])

    @cached_property
    def inside(self) -> str:
        """The quoted words: every quotation nested in another veiled, the others as they are."""
        return veil(self.document.text, [row.span for row in self.found.quotations if row.nested_in and not row.scare])

    def words_around(self, quotation: Quotation) -> str:
        """Return the text in which the words around a quotation are read: its holder's words where it is nested."""
        return self.inside if quotation.nested_in else self.outside

    def tokens(self, quotation: Quotation, span: Span | None, *, last: bool) -> list[Token]:
        """Return the tokens of a cue (its last part, where it is long) or of a tail (its first part)."""
        if span is None:
            return []
        start, end = (max(span.start, span.end - LONGEST), span.end) if last else (span.start, min(span.end, span.start + LONGEST))
        return tokenise(self.words_around(quotation)[start:end], start)

    def sentences_before(self, quotation: Quotation, at: int) -> Iterator[list[Token]]:
        """Yield the sentences before a place, the nearest first; in the holder's words where it has one."""
        holder = self.quotations.get(quotation.nested_in) if quotation.nested_in else None
        least = max(holder.span.start if holder else self._section_start(at), at - BACK)
        text = self.words_around(quotation)
        edges = [least, *_edges(text, least, at), at]
        for start, end in list(zip(edges, edges[1:], strict=False))[: -SENTENCES - 1 : -1]:
            tokens = tokenise(text[start:end], start)
            if tokens:
                yield tokens

    def _section_start(self, at: int) -> int:
        """Return where the section begins in which a place stands: after the last heading before it."""
        after = bisect_right(self._heading_ends, at)
        return self._heading_ends[after - 1] if after else 0

    @cached_property
    def _heading_ends(self) -> list[int]:
        return [block.span.end for block in self.document.blocks if block.kind is BlockKind.HEADING]


def _edges(text: str, start: int, end: int) -> list[int]:
    """Return where sentences and paragraphs begin in a stretch."""
    blanks = (match.end() for match in _BLANK.finditer(text, start, end))
    return sorted({edge for edge in (*sentence_edges(text, start, end), *blanks) if start < edge < end})


def veil(text: str, spans: Iterable[Span]) -> str:
    """Return the text with every code point of some spans replaced by the veil."""
    parts: list[str] = []
    place = 0
    for span in sorted(spans):
        start = max(place, span.start)
        if span.end > start:
            parts += [text[place:start], VEIL * (span.end - start)]
            place = span.end
    return "".join([*parts, text[place:]])


def between(scenes: Scenes, first: Quotation, second: Quotation) -> str:
    """Return the words between two quotations of one level."""
    return scenes.words_around(second)[first.span.end : second.span.start]


def is_announced(tokens: Sequence[Token]) -> bool:
    """Tell whether a cue ends in a colon."""
    return bool(tokens) and tokens[-1].is_mark(":")


def is_ended(tokens: Sequence[Token]) -> bool:
    """Tell whether a cue is a sentence that has ended before the quotation."""
    return bool(tokens) and tokens[-1].is_mark(".!?…")
