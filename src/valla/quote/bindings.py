"""Which citation belongs to which quotation: the attribution line, the note at its end, the introduction of its dialogue."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from valla.model.anchors import Span
from valla.model.documents import Note
from valla.model.quotations import Quotation, QuotationId, QuotationKind
from valla.quote.backward import Resolved
from valla.quote.saying import says_after
from valla.quote.sentences import sentence_edges
from valla.quote.speakers.scenes import Scenes
from valla.quote.works import Entry, Origin, lines_of

AT_MARK = 8
"""A note's mark at most so many code points from a quotation's end belongs to it."""

IN_SENTENCE = 240
"""A note's mark in the same sentence, at most so far behind, belongs to it too, believed less."""

LABEL = 16
"""A note whose first citation begins later than this argues before it cites."""

ARGUED = 1 / 3
"""How much less surely what such a note cites is the place of the quotation."""

CLOSING = frozenset("”\"’'»«")
"""Marks that close a quotation."""

PARAGRAPH = 3000
"""Code points looked back over for the work to which a page alone refers."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A citation bound to a quotation, where it stands, and how surely it belongs there."""

    span: Span
    resolved: Resolved
    origin: Origin
    confidence: float
    mark: Span | None = None  # the mark of the note in which it stands
    shared: bool = False  # given at the end or the head of a dialogue, for all its turns


class Bindings:
    """From a quotation to its citation."""

    def __init__(self, scenes: Scenes, entries: Sequence[Entry], resolved: dict[Span, Resolved]) -> None:
        """Order lines and notes by their places."""
        self.scenes = scenes
        self.resolved = resolved
        self.lines = lines_of(scenes.document, scenes.found, scenes.notes)
        self._entries = list(entries)
        self._places = [entry.span.start for entry in entries]
        self._notes = sorted(scenes.notes, key=lambda note: (note.mark, note.body))
        self._bodies = sorted(note.body for note in scenes.notes)
        self._marks = [note.mark.start for note in self._notes]
        self._tops = sorted(
            row.span.start for row in scenes.found.quotations if row.nested_in is None and not row.scare
        )
        self._in_note: dict[int, list[Entry]] = defaultdict(list)
        bodies = sorted(note.body for note in self._notes)
        starts = [body.start for body in bodies]
        for entry in entries:
            place = bisect_left(starts, entry.span.start + 1) - 1
            if entry.origin is Origin.NOTE and place >= 0:
                self._in_note[bodies[place].start].append(entry)

    def line(self, quotation: Quotation) -> Bound | None:
        """Return the citation of the attribution line."""
        line = self.lines.get(quotation.id)
        if line is None or line not in self.resolved:
            return None
        return Bound(line, self.resolved[line], Origin.LINE, 0.95)

    def before(self, place: Span) -> Bound | None:
        """Return the last citation of a work before a place in the same paragraph or note."""
        index = bisect_left(self._places, place.start) - 1
        while index >= 0 and place.start - self._places[index] <= PARAGRAPH:
            entry = self._entries[index]
            if "\n\n" in self.scenes.document.text[entry.span.end : place.start]:
                break
            if self.resolved[entry.span].reading.names_work:
                return Bound(entry.span, self.resolved[entry.span], entry.origin, 0.5)
            index -= 1
        return self.reviewed()

    def reviewed(self) -> Bound | None:
        """Return the work that a review names at its head."""
        found = next((entry for entry in self._entries if entry.origin is Origin.HEAD), None)
        return Bound(found.span, self.resolved[found.span], Origin.HEAD, 0.5) if found else None

    def in_same_note(self, quotation: Quotation) -> Bound | None:
        """Return the last citation before a quotation that stands in a note, from the same note."""
        bodies = self._bodies
        place = bisect_left(bodies, quotation.span.start, key=lambda body: body.start) - 1
        if place < 0 or not bodies[place].covers(quotation.span):
            return None
        earlier = [
            entry for entry in self._in_note.get(bodies[place].start, ()) if entry.span.end <= quotation.span.start
        ]
        return Bound(earlier[-1].span, self.resolved[earlier[-1].span], Origin.NOTE, 0.35) if earlier else None

    def note(self, quotation: Quotation) -> Bound | None:
        """Return the first citation of the note whose mark stands in the words that break into a quotation, at its end, in its sentence, or before it."""
        broken = self._note_within(quotation)
        if broken is not None:
            return broken
        behind, before = self._note_behind(quotation), self._note_before(quotation)
        if behind and before:
            return before if before.confidence >= behind.confidence else behind
        return behind or before

    def _note_within(self, quotation: Quotation) -> Bound | None:
        """Return what the note cites whose mark stands between two parts of a quotation: "The gate," says Mill,[4] "was shut"."""
        for one, two in pairwise(quotation.parts):
            place = bisect_left(self._marks, one.end)
            if place < len(self._marks) and self._marks[place] < two.start:
                return self._first_cited(self._notes[place], 0.85)
        return None

    def _first_cited(self, note: Note, certainty: float) -> Bound | None:
        """Return the first citation of a note; believed less where the note argues first: it may cite for something else."""
        entries = self._in_note.get(note.body.start)
        if not certainty or not entries:
            return None
        first = entries[0]
        if self._argues(note, first):
            certainty *= ARGUED
        return Bound(first.span, self.resolved[first.span], Origin.NOTE, certainty, mark=note.mark)

    def _argues(self, note: Note, first: Entry) -> bool:
        """Tell whether a note says something else before its first citation: "Mill (_Logic_, p. 4) denies this"."""
        before = self.scenes.document.text[note.body.start : first.span.start]
        bracket = first.reading.raw.startswith(("(", "["))
        return len(before) > LABEL or (bracket and any(char.isalpha() for char in before))

    def _note_before(self, quotation: Quotation) -> Bound | None:
        """Return the first citation of the note whose mark stands in the words that lead up to a quotation: "he writes:[4]"."""
        place = bisect_left(self._marks, quotation.span.start) - 1
        if place < 0 or quotation.nested_in:
            return None
        note = self._notes[place]
        return self._first_cited(note, self._certainty_before(quotation, note))

    def _certainty_before(self, quotation: Quotation, note: Note) -> float:
        """Return how surely a note whose mark stands before a quotation belongs to it."""
        text = self.scenes.document.text
        cue = self.scenes.cue_of(quotation)
        if cue is None or note.mark.start < cue.start or note.body.start <= quotation.span.start < note.body.end:
            return 0.0
        last = bisect_left(self._tops, quotation.span.start) - 1
        if last >= 0 and self._tops[last] > note.mark.start:
            return 0.0
        between = text[note.mark.end : quotation.span.start]
        ended = text[max(0, note.mark.start - 4) : note.mark.start].rstrip()[-1:] in {".", "!", "?"}
        if not any(char.isalnum() for char in between):
            return (0.6 if "\n\n" in between else 0.3) if ended else 0.8
        if self._has_own(quotation) or text[note.mark.start - 1] in CLOSING:  # it is the other quotation's
            return 0.0
        return 0.3 if ended or sentence_edges(text, note.mark.end, quotation.span.start) else 0.6

    def _has_own(self, quotation: Quotation) -> bool:
        """Tell whether the mark of a note stands right behind a quotation, whatever the note says."""
        place = bisect_left(self._marks, max(quotation.span.start, quotation.span.end - AT_MARK))
        return place < len(self._marks) and self._marks[place] - quotation.span.end <= AT_MARK

    def _note_behind(self, quotation: Quotation) -> Bound | None:
        """Return the first citation of the note whose mark stands at the quotation's end or in its sentence."""
        place = bisect_left(self._marks, max(quotation.span.start, quotation.span.end - AT_MARK))
        if place >= len(self._notes):
            return None
        note = self._notes[place]
        return self._first_cited(note, self._certainty(quotation, note))

    def _certainty(self, quotation: Quotation, note: Note) -> float:
        """Return how surely a note belongs to a quotation: 0 where its mark stands too far away."""
        distance = note.mark.start - quotation.span.end
        if distance <= AT_MARK:
            return 0.9
        if distance > IN_SENTENCE or quotation.nested_in:
            return 0.0
        text = self.scenes.document.text
        following = bisect_left(self._tops, quotation.span.end)
        another = following < len(self._tops) and self._tops[following] < note.mark.start
        if (
            another
            or sentence_edges(text, quotation.span.end - 1, note.mark.start)
            or "\n\n" in text[quotation.span.end : note.mark.start]
            or self._leads_on(quotation, note, following)
        ):
            return 0.0
        return 0.6

    def _leads_on(self, quotation: Quotation, note: Note, following: int) -> bool:
        """Tell whether a mark behind a quotation stands where the next one is led up to by somebody else: "of which Mill says,[4] "..."."""
        text = self.scenes.document.text
        if following >= len(self._tops) or text[note.mark.start - 1] not in ",:":
            return False
        adjoins = not any(char.isalnum() for char in text[note.mark.end : self._tops[following]])
        return adjoins and not says_after(text[quotation.span.end + 1 : quotation.span.end + 80])


def dialogues(scenes: Scenes) -> dict[QuotationId, QuotationId]:
    """Return the first turn of its dialogue for each turn: turns that follow one another with nothing but labels between."""
    first: dict[QuotationId, QuotationId] = {}
    before: Quotation | None = None
    for row in scenes.found.quotations:
        if row.nested_in is not None or row.scare:
            continue
        turn = row.kind is QuotationKind.TURN
        joined = turn and before is not None and before.kind is QuotationKind.TURN and _adjoin(scenes, before, row)
        if turn:
            first[row.id] = first[before.id] if joined and before else row.id
        before = row
    return first


def _adjoin(scenes: Scenes, before: Quotation, after: Quotation) -> bool:
    """Tell whether nothing but marks, blanks and a label stands between two turns."""
    label = scenes.settings[after.id].label if after.id in scenes.settings else None
    stop = label.start if label else after.span.start
    line = scenes.settings[before.id].line if before.id in scenes.settings else None
    start = line.end if line and before.span.end <= line.end <= stop else before.span.end
    return start <= stop and not any(
        char.isalnum() for char in scenes.document.text[start : min(stop, start + IN_SENTENCE)]
    )
