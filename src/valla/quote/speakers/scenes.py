"""What can be read around a quotation: the author's own words, with every other quotation veiled."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from valla.model.anchors import Span
from valla.model.documents import BlockKind, Document, Note
from valla.model.quotations import Found, Quotation, QuotationId, Setting
from valla.quote.lexicon.grammar import MONTHS
from valla.quote.loose import notes_of
from valla.quote.sentences import sentence_edges
from valla.quote.tokens import VEIL, Kind, Token, tokenise

BACK = 1600
"""Code points looked back over for the sentence that a pronoun refers to."""

SENTENCES = 8
"""Sentences looked back over for it."""

LONGEST = 1200
"""Code points of a cue or a tail that are read; what is farther from the quotation tells nothing of its speaker."""

_OPENING = " \n\t\r\u00a0“\"„«‘'-–—"
_CUT = re.compile(r"(?:(?<![^\W_])\d{1,2}|(?<![^\W_])[A-ZÀ-Þ][a-zà-ÿ]{0,4})\.[ \u00a0]$")
_GOES_ON = re.compile(r"[A-ZÀ-Þ]\w{0,5}\. ?[\dA-ZÀ-Þ]|\d|(?:" + "|".join(sorted(MONTHS)) + r")\b", re.IGNORECASE)
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
        rows = (row for row in self.found.quotations if row.nested_in is None and not row.scare)
        spans = [part for row in rows for part in row.parts]  # "said X" between two parts is the author's own
        lines = [row.line for row in self.found.settings if row.line]
        spans += [row.anchor.span for row in self.found.titles]
        return veil(self._unmarked, [*spans, *lines])

    @cached_property
    def _unmarked(self) -> str:
        """The text with blanks in place of the marks of notes, which may stand in the middle of a clause."""
        return veil(self.document.text, [note.mark for note in self.notes], by=" ")

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The notes of the document, those with bare figures for marks included."""
        return notes_of(self.document)

    @cached_property
    def inside(self) -> str:
        """The quoted words: every quotation nested in another veiled, the others as they are."""
        rows = (row for row in self.found.quotations if row.nested_in and not row.scare)
        return veil(self._unmarked, [part for row in rows for part in row.parts])

    def words_around(self, quotation: Quotation) -> str:
        """Return the text in which the words around a quotation are read: its holder's words where it is nested."""
        return self.inside if quotation.nested_in else self.outside

    def cue_of(self, quotation: Quotation) -> Span | None:
        """Return the words that lead up to a quotation: those of its setting, else the sentence that ends in a colon right before it."""
        setting = self.settings.get(quotation.id)
        if setting and (setting.cue or setting.label):
            return self._whole_cue(quotation, setting.cue)
        text = self.words_around(quotation)
        holder = self.quotations.get(quotation.nested_in) if quotation.nested_in else None
        least = max(holder.span.start if holder else 0, quotation.span.start - LONGEST)
        before = text[least : quotation.span.start].rstrip(_OPENING)
        if not before.endswith(":"):
            return None
        end = least + len(before)
        edges = _edges(text, least, end)
        return Span(edges[-1] if edges else least, end)

    def _whole_cue(self, quotation: Quotation, cue: Span | None) -> Span | None:
        """Return a cue with what an abbreviation or a day's number cut off its head: "on the 3. | May", "Prov. | Rep."."""
        text = self.words_around(quotation)
        for _ in range(3):
            if cue is None or not (
                _CUT.search(text, max(0, cue.start - 12), cue.start) and _GOES_ON.match(text, cue.start)
            ):
                break
            edges = _edges(text, max(0, cue.start - LONGEST), cue.start - 1)
            cue = Span(edges[-1] if edges else max(0, cue.start - LONGEST), cue.end)
        return cue

    def tokens(self, quotation: Quotation, span: Span | None, *, last: bool) -> list[Token]:
        """Return the tokens of a cue (its last part, where it is long) or of a tail (its first part)."""
        if span is None:
            return []
        start, end = (
            (max(span.start, span.end - LONGEST), span.end)
            if last
            else (span.start, min(span.end, span.start + LONGEST))
        )
        return tokenise(self.words_around(quotation)[start:end], start)

    def sentences_before(self, quotation: Quotation, at: int) -> Iterator[list[Token]]:
        """Yield the sentences before a place, the nearest first; in the holder's words where it has one."""
        holder = self.quotations.get(quotation.nested_in) if quotation.nested_in else None
        least = max(holder.span.start if holder else self._section_start(at), at - BACK, self._note_start(quotation))
        text = self.words_around(quotation)
        edges = [least, *_edges(text, least, at), at]
        for start, end in list(pairwise(edges))[: -SENTENCES - 1 : -1]:
            tokens = tokenise(text[start:end], start)
            if tokens:
                yield tokens

    def _note_start(self, quotation: Quotation) -> int:
        """Return where the note begins in which a quotation stands; 0 outside of notes."""
        place = bisect_right(self._note_bodies, quotation.span.start, key=lambda body: body.start) - 1
        inside = place >= 0 and quotation.span.start < self._note_bodies[place].end
        return self._note_bodies[place].start if inside else 0

    @cached_property
    def _note_bodies(self) -> list[Span]:
        return sorted(note.body for note in self.notes)

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


def veil(text: str, spans: Iterable[Span], *, by: str = VEIL) -> str:
    """Return the text with every code point of some spans replaced by the veil, or by another mark."""
    parts: list[str] = []
    place = 0
    for span in sorted(spans):
        start, end = max(place, span.start), min(span.end, len(text))
        if end > start:
            last = end - 1 if by == VEIL and text[end - 1] in ".!?…" else end  # where a sentence ends
            parts += [text[place:start], by * (last - start)]
            place = last
    return "".join([*parts, text[place:]])


def between(scenes: Scenes, first: Quotation, second: Quotation) -> str:
    """Return the words between two quotations of one level."""
    return scenes.words_around(second)[first.span.end : second.span.start]


def is_announced(tokens: Sequence[Token]) -> bool:
    """Tell whether a cue ends in a colon."""
    return bool(tokens) and tokens[-1].is_mark(":")


def is_ended(tokens: Sequence[Token]) -> bool:
    """Tell whether a cue is a sentence that has ended before the quotation."""
    kept = [token for token in tokens[-4:] if not token.is_mark("”’\"'»)")]
    return bool(kept) and (kept[-1].is_mark(".!?…") or kept[-1].kind is Kind.VEIL)
