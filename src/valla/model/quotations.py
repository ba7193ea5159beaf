"""Quotations: words set off as another's, who is said to have said them, and through whose hands they came."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from valla.model.anchors import Anchor, Span

QuotationId = NewType("QuotationId", str)
"""Content and place, never a counter: `essay@120-164` in code points of the document's text."""


class QuotationKind(StrEnum):
    """How a quotation is set off from the author's own words."""

    INLINE = "inline"  # between marks in running prose, a sentence or more
    FRAGMENT = "fragment"  # between marks in running prose, a few words built into the author's sentence
    BLOCK = "block"  # one or more paragraphs of its own
    EPIGRAPH = "epigraph"  # a block at the head of the text or of a section
    TURN = "turn"  # one turn of a dialogue, after its speaker's label


class Fault(StrEnum):
    """What was wrong with the marks of a quotation."""

    MISSING_OPEN = "missing-open"
    MISSING_CLOSE = "missing-close"
    REVERSED = "reversed"
    DOUBLED = "doubled"
    MIXED = "mixed"  # opened with one family of marks and closed with another
    UNCLOSED = "unclosed"  # open to the end of the text or of its section
    NESTED = "nested"  # the same marks inside the marks


class Mark(StrEnum):
    """How an omission is marked, or that it is not."""

    ELLIPSIS = "ellipsis"  # three or more dots, spaced or not
    BRACKETED = "bracketed"  # dots in brackets


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Quotation:
    """Words set off as another's; the marks, the label and the attribution are outside its anchor.

    `parts` are the stretches that carry the quoted words when marks or labels of its own stand between them (several
    paragraphs with reopened marks, or a sentence broken by "he said"); there is always at least one, and together they
    run from the anchor's start to its end.
    """

    id: QuotationId
    anchor: Anchor
    kind: QuotationKind
    scare: bool = False  # marks of distance, of a term or of a name: no act of saying is reported
    nested_in: QuotationId | None = None
    parts: tuple[Span, ...]
    reason: str  # why this is taken for a quotation (or for a scare quotation), in plain words

    def __post_init__(self) -> None:
        """Refuse parts that do not run from the first quoted word to the last."""
        if (
            not self.parts
            or self.parts[0].start != self.anchor.span.start
            or self.parts[-1].end != self.anchor.span.end
        ):
            msg = f"the parts of {self.id} do not fill its span"
            raise ValueError(msg)

    @property
    def span(self) -> Span:
        """Return the place of the quoted words in the document's text."""
        return self.anchor.span

    def words(self, text: str) -> str:
        """Return the quoted words, their parts joined by a line end."""
        return "\n".join(part.of(text) for part in self.parts)


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Title:
    """A title in quotation marks: the name of a work, no words of anyone's."""

    anchor: Anchor
    reason: str


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Repair:
    """A mark that was missing or wrong and what was assumed instead; `at` is the mark, or the place it should stand."""

    quotation: QuotationId
    at: Span
    fault: Fault
    reason: str


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Stray:
    """A double mark that has no partner and of which no quotation was made; `opens` tells which way it looks."""

    at: Span
    opens: bool


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Omission:
    """A marked omission inside a quotation."""

    quotation: QuotationId
    at: Span
    mark: Mark


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Insertion:
    """Words an editor put into a quotation, in square brackets or in round ones that gloss ("(the keeper's arrest)").

    `at` covers the brackets. `replaces` is true where the bracket stands for letters of the source ("[t]he").
    """

    quotation: QuotationId
    at: Span
    words: str
    replaces: bool = False


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Setting:
    """The words around a quotation in which its speaker and its source are named; each may be absent.

    `cue` leads up to it (the clause before it in its paragraph, or the sentence before the block), `tail` follows its
    closing mark in the same sentence (where words break into the quotation, it is these), `line` is its attribution (a
    line below or above, or a bracket or dash behind the closing mark), `label` is the name before a turn. Quotations
    that stand under one line share its span.
    """

    quotation: QuotationId
    cue: Span | None = None
    tail: Span | None = None
    line: Span | None = None
    label: Span | None = None


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Attribution:
    """Who is said to say it. `name` is None where the text names nobody; then the reason tells where it was sought."""

    quotation: QuotationId
    name: str | None = None
    at: Span | None = None  # where the name stands
    entity: str | None = None  # id of the person, once names are gathered
    confidence: float = 0.0  # 0 to 1; a rank for sorting, not a probability
    reason: str

    def __post_init__(self) -> None:
        """Refuse a confidence in nobody."""
        if not 0 <= self.confidence <= 1 or (self.name is None and self.confidence):
            msg = f"confidence {self.confidence} in speaker {self.name!r}"
            raise ValueError(msg)


class LinkKind(StrEnum):
    """By what step the words went from one hand to the next."""

    QUOTED_IN = "quoted-in"
    CITED_BY = "cited-by"
    TOLD_TO = "told-to"
    LETTER_TO = "letter-to"
    DIARY_OF = "diary-of"
    MEMOIR_OF = "memoir-of"
    INTERVIEW_BY = "interview-by"
    TESTIMONY_BEFORE = "testimony-before"
    TRANSLATED_BY = "translated-by"
    PRINTED_IN = "printed-in"


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Link:
    """One hand in the chain of a quotation, as far as the text states it; `step` 0 is nearest to the spoken words."""

    quotation: QuotationId
    step: int
    kind: LinkKind
    giver: str | None = None  # whose words are handed on
    taker: str | None = None  # the person or the work that hands them on
    at: Span  # the words that state the link
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The tables that come of looking for quotations, each sorted by place; one setting a quotation."""

    quotations: tuple[Quotation, ...] = ()
    titles: tuple[Title, ...] = ()
    repairs: tuple[Repair, ...] = ()
    ellipses: tuple[Omission, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    settings: tuple[Setting, ...] = ()
    strays: tuple[Stray, ...] = ()
    unexamined: int = 0  # quotations beyond the bound, which are in none of the tables
