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


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of a quotation in the essay's text, without what the author says between its parts."""

    text: str
    parts: tuple[Span, ...]

    def words(self, start: int, end: int) -> str:
        """Return the quoted words between two offsets; a blank stands where the author's words are left out."""
        within = (
            Span(max(start, part.start), min(end, part.end)) for part in self.parts if part.touches(Span(start, end))
        )
        return " ".join(span.of(self.text) for span in within)


def collate(trace: Trace, parts: tuple[Span, ...], text: str) -> tuple[Piece, ...]:
    """Return the collation of a quotation with its passages, in the order of the quotation.

    `parts` are the quotation's places in the essay's text. Without passages nothing is collated.
    """
    pieces = lay_out(trace, Quoted(text, parts))
    return tuple(piece for piece in pieces if piece.quoted or piece.source or piece.gap)


def lay_out(trace: Trace, quoted: Quoted) -> Iterator[Piece]:
    """Yield the passages with their edits, the joins between them and the words that none of them explains."""
    edits, gaps = defaultdict(list), {gap.after: gap for gap in trace.gaps}
    for edit in trace.edits:
        edits[edit.passage].append(edit)
    at = quoted.parts[0].start
    for number, passage in enumerate(trace.passages):
        held = sorted(edits[number])
        opens = max(at, min([passage.quoted.start, *(edit.at.start for edit in held)]))
        yield from step_to(quoted.words(at, opens), gaps.get(number - 1), number)
        yield from compare_passage(passage, held, number, quoted, opens)
        at = max([at, passage.quoted.end, *(edit.at.end for edit in held)])
    if trace.passages:
        yield from words_alone(quoted.words(at, quoted.parts[-1].end), len(trace.passages) - 1)


def step_to(between: str, gap: Gap | None, number: int) -> Iterator[Piece]:
    """Yield what stands in the quotation before a passage: the join with the one before, or words of their own."""
    if gap is None:
        yield from words_alone(between, number)
    else:
        yield Piece(relation=Relation.JOIN, quoted=between, gap=gap, passage=number)


def words_alone(words: str, number: int) -> Iterator[Piece]:
    """Yield quoted words outside every passage; marks and blanks alone are no difference."""
    alone = any(char.isalnum() for char in words)
    yield Piece(relation=Relation.ALONE if alone else Relation.SAME, quoted=words, passage=number)


def compare_passage(passage: Passage, edits: list[Edit], number: int, quoted: Quoted, at: int) -> Iterator[Piece]:
    """Yield the stretches of one passage from an offset of the quotation on, each edit between two that agree."""
    source, base, there = passage.anchor.exact, passage.anchor.span.start, 0
    for edit in edits:
        opens = min(max(edit.source_at.start - base, there), len(source))
        same = quoted.words(at, max(at, edit.at.start))
        yield Piece(relation=Relation.SAME, quoted=same, source=source[there:opens], passage=number)
        yield piece_of(edit, number)
        at = max(at, edit.at.end)
        there = min(max(edit.source_at.end - base, opens), len(source))
    rest = quoted.words(at, max(at, passage.quoted.end))
    yield Piece(relation=Relation.SAME, quoted=rest, source=source[there:], passage=number)


def piece_of(edit: Edit, number: int) -> Piece:
    """Return an edit as a piece; one of typography is none to a reader."""
    if edit.concern is Concern.TYPOGRAPHY:
        return Piece(relation=Relation.SAME, quoted=edit.quoted, source=edit.source, passage=number)
    relation = Relation.SLIGHT if edit.concern in HARMLESS else Relation.CHANGED
    return Piece(relation=relation, quoted=edit.quoted, source=edit.source, concern=edit.concern, passage=number)
