"""A flow of paragraphs with the marks of each, and the first sketch of a quotation found in it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from valla.model.anchors import Span
from valla.model.documents import BlockKind
from valla.model.quotations import Fault
from valla.quote.notemarks import NOTE, is_only_notes
from valla.quote.pairs import Pair, Pairing, pair_signs
from valla.quote.paragraphs import Paragraph
from valla.quote.signs import OPENS, Sign, without_repeats
from valla.quote.underlines import APART, BELOW, PLAIN, weigh_line

LONGEST_MARK = 16
LONGEST_REST = 1000  # characters; no attribution is as long
LOW = "„‚"  # low marks, after which a high one closes whichever way it looks
LONGEST_HEADING = 100
MANY, DENSE = 200, 6  # a paragraph of so many marks, where every sixth character is one, is ornament and no prose
NO_HEADING = re.compile(rf"[.!?:;,…”\"’'»–—-]\s?{NOTE}?$")  # a stop, with the mark of a note perhaps


class Form(StrEnum):
    """How a quotation stands on its page."""

    BLOCK = "block"
    TURN = "turn"
    RUNNING = "running"


@dataclass(frozen=True, slots=True)
class Blemish:
    """Something wrong with a mark, before its quotation has a name."""

    fault: Fault
    at: Span
    reason: str


@dataclass(slots=True, kw_only=True)
class Draft:
    """A quotation as it is being made out; `first` and `last` are paragraphs of its flow."""

    parts: list[Span]
    form: Form
    first: int
    last: int
    why: str
    opening: Sign | None = None
    closing: Sign | None = None
    blemishes: list[Blemish] = field(default_factory=list)
    line: Span | None = None
    label: Span | None = None

    @property
    def start(self) -> int:
        """Return where the quoted words begin."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Return where the quoted words end."""
        return self.parts[-1].end

    @property
    def outer(self) -> Span:
        """Return the range of the quotation with the marks around it."""
        start = self.opening.start if self.opening and self.opening.start <= self.start else self.start
        return Span(start, self.closing.end if self.closing and self.closing.end >= self.end else self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One flow: its paragraphs in order, and what the marks of each make. `sure` if the format itself marks quotations."""

    text: str
    paragraphs: Sequence[Paragraph]
    signs: Sequence[Sequence[Sign]]
    pairings: Sequence[Pairing]
    sure: bool

    def __len__(self) -> int:
        """Return the number of paragraphs."""
        return len(self.paragraphs)

    def words(self, index: int) -> str:
        """Return the words of a paragraph."""
        return self.paragraphs[index].span.of(self.text)

    def lead(self, index: int) -> Sign | None:
        """Return the mark with which a paragraph begins, if it begins with one."""
        signs = self.signs[index]
        if not signs or signs[0].start != self.paragraphs[index].span.start:
            return None
        return (
            signs[0]
            if not signs[0].single or self.partner(index, signs[0]) or signs[0] in self.pairings[index].opens
            else None
        )

    def partner(self, index: int, sign: Sign) -> Sign | None:
        """Return the mark that closes an opening mark of a paragraph."""
        pair = self.pair_at(index, sign.start)
        return pair.closing if pair else None

    def pair_at(self, index: int, start: int) -> Pair | None:
        """Return the pair whose opening mark stands at a place; of marks struck twice either will do."""
        pairs = self.pairings[index].pairs
        at = bisect_left(pairs, start, key=lambda pair: pair.opening.start)
        for pair in pairs[at : at + 1]:
            if pair.opening.start == start or (pair.doubled and pair.opening.start == start + 1):
                return pair
        return None

    def rest(self, index: int, at: int) -> str:
        """Return what stands in a paragraph behind a place, or its beginning; marks of notes and stops count for nothing."""
        end = min(self.paragraphs[index].span.end, at + LONGEST_REST)
        words = self.text[at:end].strip()
        return "" if len(words) <= LONGEST_MARK and is_only_notes(words) else words

    def ends_at(self, index: int, sign: Sign) -> bool:
        """Tell whether nothing but a note mark follows a mark in its paragraph."""
        return not self.rest(index, sign.end)

    def signs_at_edges(self, index: int) -> bool:
        """Tell whether a paragraph begins with a mark or ends in one that closes nothing."""
        return self.lead(index) is not None or any(
            self.ends_at(index, sign) for sign in self.pairings[index].closes[-1:]
        )

    def is_line(self, index: int) -> bool:
        """Tell whether a paragraph can be the attribution of what stands above it."""
        if index >= len(self) or index == 0:
            return False
        paragraph = self.paragraphs[index]
        if paragraph.kind is BlockKind.ITEM and self.text[paragraph.span.start] not in "-–—":
            return False
        enough = APART if paragraph.apart else BELOW
        if paragraph.heading:
            enough = APART + 1
        return len(paragraph.span) <= 400 and not self.opens_quoted(index) and weigh_line(self.words(index)) >= enough  # noqa: PLR2004 - a line, not a paragraph

    def opens_quoted(self, index: int) -> bool:
        """Tell whether a paragraph begins with a mark that opens a quotation and no title."""
        sign = self.lead(index)
        if sign is None:
            return False
        closing = self.partner(index, sign)
        return closing is None or self.ends_at(index, closing) or weigh_line(self.rest(index, closing.end)) < BELOW

    def continues(self, index: int) -> bool:
        """Tell whether the marks of a paragraph show that a quotation was open before it."""
        if index >= len(self) or self.paragraphs[index].heading:
            return False
        sign = self.lead(index)
        return bool(self.pairings[index].closes) or (sign is not None and self.partner(index, sign) is None)

    def is_heading(self, index: int) -> bool:
        """Tell whether a paragraph is a heading by its kind, or by its shape in a format that marks none."""
        paragraph = self.paragraphs[index]
        if paragraph.heading:
            return True
        alone = paragraph.apart and (index + 1 == len(self) or self.paragraphs[index + 1].apart)
        return alone and paragraph.kind is BlockKind.PARAGRAPH and looks_like_heading(self.words(index))


def looks_like_heading(words: str) -> bool:
    """Tell whether words that stand alone are short, begin with a capital, end without a stop and make no sentence."""
    if len(words) > LONGEST_HEADING or words[0].islower() or NO_HEADING.search(words):
        return False
    return not any(word in PLAIN for word in words.split())


def lay_out(text: str, paragraphs: Sequence[Paragraph], signs: Sequence[Sign], *, sure: bool) -> Layout:
    """Return a flow with its marks shared out among the paragraphs and paired in each."""
    shares = []
    for paragraph in paragraphs:
        left = bisect_left(signs, paragraph.span.start, key=lambda sign: sign.start)
        right = bisect_left(signs, paragraph.span.end, key=lambda sign: sign.start)
        noise = right - left > MANY and DENSE * (right - left) > signs[right - 1].end - signs[left].start
        shares.append([] if noise else without_repeats(text, signs[left:right]))
    pairings = [pair_signs(share, paragraph.span) for share, paragraph in zip(shares, paragraphs, strict=True)]
    return Layout(text=text, paragraphs=paragraphs, signs=shares, pairings=pairings, sure=sure)


def blemishes_of(opening: Sign, closing: Sign | None, *, doubled: bool = False) -> list[Blemish]:
    """Return what is wrong with the two marks of a quotation themselves."""
    found = []
    if opening.native and opening.native != OPENS:
        found.append(Blemish(Fault.REVERSED, span_of(opening), f"{opening.glyph} looks back where a quotation opens"))
    if closing and closing.native == OPENS and opening.glyph not in LOW:
        found.append(
            Blemish(Fault.REVERSED, span_of(closing), f"{closing.glyph} looks forward where a quotation closes")
        )
    if closing and opening.kind != closing.kind and not is_typed(opening, closing):
        reason = f"opened with {opening.glyph} and closed with {closing.glyph}"
        found.append(Blemish(Fault.MIXED, span_of(closing), reason))
    if closing and opening.kind == closing.kind and opening.family is not closing.family:
        reason = f"opened with {opening.glyph} and closed with {closing.glyph}"
        found.append(Blemish(Fault.MIXED, span_of(closing), reason))
    if doubled or opening.twice or (closing and closing.twice):
        found.append(Blemish(Fault.DOUBLED, span_of(opening), "a mark stands twice where one is enough"))
    return found


def is_typed(opening: Sign, closing: Sign) -> bool:
    """Tell whether two marks are a pair of the typewriter: ``...'' or ,,...'' or `...'."""
    return (opening.glyph, closing.glyph) in {
        ("``", "''"),
        (",,", "''"),
        ("``", '"'),
        (",,", '"'),
        ("`", "'"),
        (",,", "“"),
    }


def span_of(sign: Sign) -> Span:
    """Return the place of a mark."""
    return Span(sign.start, sign.end)
