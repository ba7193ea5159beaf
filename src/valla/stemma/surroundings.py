"""What the author's own sentences tell of a statement's hands: the words of others in them are masked first."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from valla.model.anchors import Span
from valla.model.documents import BlockKind, Document
from valla.model.quotations import Found, Quotation
from valla.model.witnesses import Hand, Role
from valla.stemma.antecedents import is_body
from valla.stemma.parties import Party, is_named
from valla.stemma.retelling import Retelling, hands_through, hands_to, retell
from valla.stemma.tellings import Telling, tellings_in
from valla.text.fold import key_of
from valla.text.sentences import sentence_end, sentence_start

REASON = "the author's sentence says who told it"
LONGEST = 6000
"""Code points of a paragraph that is read for tellings."""
_HEARINGS = frozenset(
    "hearing inquest trial inquiry proceedings interrogation deposition affidavit exhibit transcript minutes memorandum report".split()
)
_MASK = "~"
_STOPPED = re.compile(r"[.!?]\W{0,2}$")
_OPENS = re.compile(r"[”’\"']\s+[A-ZÀ-Þ]")
_GIVES = re.compile(
    r"(?<![\w’'-])(?!I |We )(?:[Hh]e|[Ss]he|[Tt]hey|[A-ZÀ-Þ][\w-]+) (?:[a-z]{2,12} ){0,2}(?:said|says|told|tells|replied|answered|declared|asked|assured|"
    r"confessed|admitted|explained|whispered|cried|remarked|insisted|begged|warned)\b"
)
"""Quoted words that give what somebody else said."""
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


@dataclass(frozen=True)
class Surroundings:
    """A text with its quotations masked, and the tellings of each of its paragraphs, joined."""

    document: Document
    found: Found
    flat: str

    @cached_property
    def masked(self) -> str:
        """The text with a sign in the place of each quoted word."""
        parts, at = [], 0
        for row in sorted((one.span for one in self.found.quotations if not one.scare), key=lambda span: span.start):
            if row.end > at:
                end = self._stop_behind(row) or row.end
                parts += [self.flat[at : row.start], _MASK * (row.end - max(at, row.start)), "." * (end - row.end)]
                at = end
        return "".join((*parts, self.flat[at:]))

    def _stop_behind(self, span: Span) -> int | None:
        """Return the place behind the closing mark of quoted words that end the author's sentence with theirs; None elsewhere.

        A stop is put there, so that what the next sentence tells is not taken for one with what brings the words.
        """
        ends = _STOPPED.search(self.flat, max(span.start, span.end - 3), span.end)
        return span.end + 1 if ends and _OPENS.match(self.flat, span.end) else None

    @cached_property
    def starts(self) -> list[int]:
        """Where the blocks begin."""
        return [block.span.start for block in self.document.blocks]

    @cached_property
    def _known(self) -> dict[int, tuple[tuple[Telling, ...], Retelling]]:
        """Paragraphs that were read."""
        return {}

    def told(self, block: int) -> tuple[tuple[Telling, ...], Retelling]:
        """Return the tellings of one block, and the same joined."""
        if block not in self._known:
            span = self.document.blocks[block].span
            read = Span(span.start, min(span.end, span.start + LONGEST))
            rows = tellings_in(self.masked, read)
            self._known[block] = (rows, retell(self.masked, read, rows, None))
        return self._known[block]

    def block_of(self, at: int) -> int:
        """Return the number of the block in which a place stands."""
        return max(0, bisect_right(self.starts, at) - 1)

    def around(self, quotation: Quotation, speaker: str | None) -> tuple[Hand, ...]:
        """Return the hands of a quotation as the sentence that brings it tells of them; none where none does."""
        block = self.block_of(quotation.span.start)
        for number in (block, block - 1):
            if number < 0 or self.document.blocks[number].kind not in _PROSE:
                continue
            rows, made = self.told(number)
            target = self._target(rows, made, quotation, speaker, own=number == block)
            if target is not None:
                return tuple(hands_to(made, target, REASON, self._within(quotation, number, own=number == block)))
        return ()

    def _within(self, quotation: Quotation, block: int, *, own: bool) -> Span:
        """Return the stretch that speaks of a quotation: its sentence, or the paragraph that announces it."""
        if not own:
            return self.document.blocks[block].span
        start = sentence_start(self.masked, quotation.span.start)
        return Span(start, max(sentence_end(self.masked, quotation.span.end), quotation.span.end))

    def _target(
        self, rows: Sequence[Telling], made: Retelling, quotation: Quotation, speaker: str | None, *, own: bool
    ) -> int | None:
        """Return who speaks: the party that bears the speaker's name, else the one whose words the sentence opens."""
        start = quotation.span.start
        near = [step for step in made.steps if self._near(step[0], quotation, own=own)]
        if speaker:
            number = made.find(Party(speaker, Span(start, start)))
            if any(number in step[1:] for step in near):
                return number
            if own:
                return None
            number = unnamed_taker(made) if number is None else number
            return number if self._announced(made, number, quotation) else None
        before = [row for row in rows if row.inner is not None and row.inner <= start]
        return next((giver for at, giver, _ in reversed(near) if before and at == before[-1].at), None)

    def _announced(self, made: Retelling, speaker: int | None, quotation: Quotation) -> bool:
        """Tell whether the paragraph that announces set-off words tells who told their speaker, or who asked him."""
        block = self.document.blocks[self.block_of(quotation.span.start) - 1].span
        if speaker is None or not self.masked[block.start : block.end].rstrip().endswith(":"):
            return False
        asked = any(giver == speaker and taker in made.asking for _, giver, taker in made.steps)
        told = [at for at, _, taker in made.steps if taker == speaker and taker not in made.asking]
        last = any(sentence_end(self.masked, at + 1) >= block.end - 2 for at in told)
        return (
            asked
            or last
            or (bool(told) and _GIVES.search(self.flat, quotation.span.start, quotation.span.end) is not None)
        )

    def _near(self, at: int, quotation: Quotation, *, own: bool) -> bool:
        """Tell whether a telling stands in the sentence of a quotation, or in the one that announces it."""
        if not own:
            block = self.document.blocks[self.block_of(at)].span
            return (
                self.masked[block.start : block.end].rstrip().endswith(":")
                and sentence_end(self.masked, at + 1) >= block.end - 2
            )
        first, second = sorted((at, quotation.span.start))
        return sentence_end(self.masked, first + 1) >= second - 2

    def sentences_that_tell(self, sentences: Sequence[Span]) -> Iterator[tuple[Span, tuple[Hand, ...]]]:
        """Yield each sentence that tells through whose hands something came, with the hands; each way once.

        A sentence may tell of several ways, the longest first; what a longer one has is not told again.
        """
        seen: set[tuple[str, ...]] = set()
        for span in sentences:
            block = self.block_of(span.start)
            rows, made = self.told(block)
            own = [row for row in rows if span.start <= row.at < span.end]
            if len(own) > 1 or any(row.taker or row.paper or row.giver.role is Role.NAMELESS for row in own):
                steps = [step for step in made.steps if span.start <= step[0] < span.end]
                told: set[str] = set()
                for hands in sorted(
                    (tuple(hands_through(made, *step[1:], REASON, span)) for step in steps), key=len, reverse=True
                ):
                    names = tuple(hand.name for hand in hands)
                    nobody = any(hand.role is Role.NAMELESS for hand in hands)
                    if (len(hands) > 1 or nobody) and names not in seen and not told >= set(names):
                        seen.add(names)
                        told.update(names)
                        yield span, hands


def unnamed_taker(made: Retelling) -> int | None:
    """Return the one party without a name that was told something: whom the citation below names, the text describes."""
    takers = {taker for _, _, taker in made.steps if taker is not None}
    plain = [one for one in takers if not is_named(made.parties[one]) and made.parties[one].role is Role.WITNESS]
    plain = [one for one in plain if not is_body(made.parties[one])]
    return plain[0] if len(plain) == 1 and " " in made.parties[plain[0]].words else None


def is_misread(name: str) -> bool:
    """Tell whether what was read as a speaker is no name: a word that opens a sentence, "this newspaper", or a hearing."""
    first = name.split(" ", maxsplit=1)[0]
    paper = " " in name and key_of(name.rsplit(" ", 1)[-1].strip(".,;:")) in _HEARINGS
    return paper or first.casefold() in {"this", "that", "besides", "however", "moreover", "here", "there", "it"}
