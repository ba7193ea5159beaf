"""Two texts side by side: where the quotation and the source agree, where they differ, and what a join leaves out."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from valla.model.anchors import Span
from valla.model.traces import HARMLESS, Concern, Edit, Gap, Passage, Trace


class Relation(StrEnum):
    """How a stretch of the quotation stands to its stretch of the source."""

    SAME = "same"  # the same words; white space and typography may differ
    SLIGHT = "slight"  # a difference that changes no word: spelling, scan, editor's brackets
    CHANGED = "changed"  # words replaced, added or lost
    JOIN = "join"  # the place between two passages, with what it leaves out
    ALONE = "alone"  # quoted words that answer to no passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One stretch of a collation; `passage` is the index of the source passage it belongs to."""

    relation: Relation
    quoted: str = ""
    source: str = ""
    concern: Concern | None = None
    gap: Gap | None = None
    passage: int = 0

    @property
    def differs(self) -> bool:
        """Tell whether the two sides of this piece are to be marked."""
        return self.relation is not Relation.SAME


def collate(trace: Trace, whole: Span, text: str) -> tuple[Piece, ...]:
    """Return the collation of a quotation with its passages, in the order of the quotation.

    `whole` is the quotation's place in the essay's text. Without passages nothing is collated.
    """
    return tuple(piece for piece in lay_out(trace, whole, text) if piece.quoted or piece.source or piece.gap)


def lay_out(trace: Trace, whole: Span, text: str) -> Iterator[Piece]:
    """Yield the passages with their edits, the joins between them and the words that none of them explains."""
    edits, gaps = defaultdict(list), {gap.after: gap for gap in trace.gaps}
    for edit in trace.edits:
        edits[edit.passage].append(edit)
    at = whole.start
    for number, passage in enumerate(trace.passages):
        yield from step_to(passage.quoted.start, at, text, gaps.get(number - 1), number)
        yield from compare_passage(passage, sorted(edits[number]), number, text)
        at = max(at, passage.quoted.end)
    if trace.passages:
        yield from words_alone(text[at : whole.end], len(trace.passages) - 1)


def step_to(start: int, at: int, text: str, gap: Gap | None, number: int) -> Iterator[Piece]:
    """Yield what stands in the quotation before a passage: the join with the one before, or words of their own."""
    between = text[at:start]
    if gap is None:
        yield from words_alone(between, number)
    else:
        yield Piece(relation=Relation.JOIN, quoted=between, gap=gap, passage=number)


def words_alone(words: str, number: int) -> Iterator[Piece]:
    """Yield quoted words outside every passage; marks and blanks alone agree with anything."""
    alone = any(char.isalnum() for char in words)
    yield Piece(
        relation=Relation.ALONE if alone else Relation.SAME, quoted=words, source="" if alone else words, passage=number
    )


def compare_passage(passage: Passage, edits: list[Edit], number: int, text: str) -> Iterator[Piece]:
    """Yield the stretches of one passage, each edit between two that agree."""
    source, base = passage.anchor.exact, passage.anchor.span.start
    at, there = passage.quoted.start, 0
    for edit in edits:
        opens = min(max(edit.source_at.start - base, there), len(source))
        yield Piece(relation=Relation.SAME, quoted=text[at : edit.at.start], source=source[there:opens], passage=number)
        yield piece_of(edit, number)
        at = max(at, edit.at.end)
        there = min(max(edit.source_at.end - base, opens), len(source))
    yield Piece(relation=Relation.SAME, quoted=text[at : passage.quoted.end], source=source[there:], passage=number)


def piece_of(edit: Edit, number: int) -> Piece:
    """Return an edit as a piece; one of typography is none to a reader."""
    if edit.concern is Concern.TYPOGRAPHY:
        return Piece(relation=Relation.SAME, quoted=edit.quoted, source=edit.source, passage=number)
    relation = Relation.SLIGHT if edit.concern in HARMLESS else Relation.CHANGED
    return Piece(relation=relation, quoted=edit.quoted, source=edit.source, concern=edit.concern, passage=number)
