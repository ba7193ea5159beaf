"""From the quotations of a document to who said them, where they stand and through whose hands they came."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from valla.model.documents import Document
from valla.model.quotations import Attribution, Found, Link, Quotation, QuotationId
from valla.model.works import Attributed, Citation, Reference
from valla.quote.around import Around
from valla.quote.backward import resolve_citations
from valla.quote.bindings import Bindings, Bound, dialogues
from valla.quote.chain import Chains, Company
from valla.quote.citations import Reading
from valla.quote.mentions import DESCRIBED
from valla.quote.rows import by_speaker, cites, make_citation
from valla.quote.shelf import Shelf
from valla.quote.speakers.roster import same_person, surnames_after_ranks
from valla.quote.speakers.scenes import Scenes
from valla.quote.speakers.voices import Voices
from valla.quote.works import gather_citations

CLAUSE = 80
"""Code points of "he told the court." at the most."""


def attribute_quotations(document: Document, found: Found) -> Attributed:
    """Return the speaker, the citation and the chain of transmission of each quotation.

    One attribution for each quotation that is no scare quotation (its name is None where the text names nobody), at
    most one citation for each, any number of links; all in the order of the quotations.
    """
    desk = Desk(document, found)
    said = desk.voices.attribute_all()
    citations = desk.shared(tuple(desk.citations(said)), said)
    links = tuple(desk.links(said, citations))
    return Attributed(attributions=said, citations=citations, links=links)


TITLED = 0.42
"""From this confidence on, the running text names a title; below, it only describes a work."""


JOINING = re.compile(
    r"[”\"’'»][,;]?\s(?:(?:and|or|but|nor|also|moreover|again|that|of|to|as|in|by|for|with|the|an?|his|her|their|its)[,\s]\s?){0,4}[“\"‘'«]"
)
"""What joins two quotations of one source to one sentence."""


class Desk:
    """Everything that is read once for a document, and the three tables made from it."""

    def __init__(self, document: Document, found: Found) -> None:
        """Gather and resolve the citations, and make the look-ups ready."""
        self.scenes = Scenes(document, found)
        entries = gather_citations(document, found, self.scenes.notes)
        persons = surnames_after_ranks(document.text)
        resolved = resolve_citations(entries, persons, self.scenes.notes)
        self.shelf = Shelf(entries, persons)
        self.bindings = Bindings(self.scenes, entries, resolved)
        self.turns = dialogues(self.scenes)
        self.voices = Voices(self.scenes, self.bindings, self.turns)
        self.around = Around(self.scenes, self.shelf, self.turns)
        self.readings: dict[QuotationId, Reading] = {}

    def citations(self, said: Sequence[Attribution]) -> Iterable[Citation]:
        """Yield the citation of each quotation that has one."""
        for row in said:
            quotation = self.scenes.quotations[row.quotation]
            bound = self._bound(quotation, row)
            if bound:
                self.readings[row.quotation] = bound.resolved.reading
                yield make_citation(quotation.id, by_speaker(bound, row), row.name)

    def shared(self, citations: tuple[Citation, ...], said: Sequence[Attribution]) -> tuple[Citation, ...]:
        """Return the citations, with one more for each quotation that goes on, after "he said", in one that is cited."""
        cited = {row.quotation: row for row in citations}
        names = {row.quotation: row.name for row in said}
        rows = [self.scenes.quotations[row.quotation] for row in said]
        tops = [row for row in rows if row.nested_in is None]
        for before, after in reversed(list(pairwise(tops))):
            same = names[before.id] is not None and names[before.id] == names[after.id]
            if same and before.id not in cited and after.id in cited and self._goes_on(before, after):
                reason = f"{cited[after.id].reason}; the words go on in a quotation that is cited"
                cited[before.id] = replace(cited[after.id], quotation=before.id, reason=reason)
        for before, after in (*pairwise(tops), *reversed(list(pairwise(tops)))):
            one, two = (before, after) if before.id in cited else (after, before)
            if one.id in cited and two.id not in cited and self._joined(before, after):
                reason = f"{cited[one.id].reason}; joined to a quotation that is cited"
                cited[two.id] = replace(cited[one.id], quotation=two.id, reason=reason)
        return tuple(cited[row.id] for row in rows if row.id in cited)

    def _goes_on(self, before: Quotation, after: Quotation) -> bool:
        """Tell whether no more than a reporting clause stands between two quotations of one paragraph."""
        between = self.scenes.document.text[before.span.end : after.span.start]
        return len(between) <= CLAUSE and "\n\n" not in between and "[" not in between and "(" not in between

    def _joined(self, before: Quotation, after: Quotation) -> bool:
        """Tell whether nothing but "and that" or its like joins two quotations to one sentence."""
        return JOINING.fullmatch(self.scenes.document.text, before.span.end, after.span.start) is not None

    def _bound(self, quotation: Quotation, said: Attribution) -> Bound | None:
        """Return the citation of a quotation: its line, its note, the work named before it, the head of its dialogue."""
        line = self.bindings.line(quotation)
        if line and cites(line.resolved):
            return self._entitled(line, quotation)
        work = self._unlined(quotation, said)
        if line and line.resolved.reading.pages:
            return self._paged(line, work)
        return work

    def _reviewed(self, said: Attribution) -> Bound | None:
        """Return the work under review, where its author speaks and nothing else is named."""
        reviewed = self.bindings.reviewed()
        author = reviewed.resolved.reading.author if reviewed else None
        return reviewed if author and said.name and same_person(author, said.name) else None

    def _entitled(self, line: Bound, quotation: Quotation) -> Bound:
        """Return an attribution that names only a journal with the title that the words before the quotation name."""
        reading = line.resolved.reading
        if reading.title or reading.author or not reading.container:
            return line
        prose = self.around.by_prose(quotation)
        title = prose.resolved.reading.title if prose and prose.confidence >= TITLED else None
        if title is None:
            return line
        return replace(line, resolved=replace(line.resolved, reading=replace(reading, title=title)))

    def _paged(self, line: Bound, work: Bound | None) -> Bound:
        """Return the work to which a page alone refers: the one named around the quotation, else the last cited before."""
        base = work or self._guessed(self.bindings.before(line.span))
        if base is None:
            return line
        own = line.resolved.reading
        reading = replace(base.resolved.reading, pages=own.pages, raw=own.raw, start=own.start, stop=own.stop)
        reason = "a page alone; the work is the one named beside it"
        resolved = replace(
            base.resolved, reading=reading, reference=Reference.IBID, stands_for=base.span, reason=reason
        )
        return replace(base, resolved=resolved)

    def _guessed(self, before: Bound | None) -> Bound | None:
        """Return the last citation before a page alone, which may mean another work: it is no sure one."""
        return replace(before, confidence=min(before.confidence, DESCRIBED)) if before else None

    def _unlined(self, quotation: Quotation, said: Attribution) -> Bound | None:
        """Return the citation of a quotation that its attribution does not give."""
        note = self.bindings.note(quotation)
        if note and cites(note.resolved):
            return note
        bracket = self.around.by_bracket(quotation)
        found = bracket.resolved.reading if bracket else None
        if found and (found.title or found.container or found.archive):
            return bracket
        prose = self.around.by_prose(quotation) or bracket or self.bindings.in_same_note(quotation)
        if prose is None or prose.confidence < TITLED:
            return self.around.by_dialogue(quotation) or prose or self._reviewed(said)
        return prose

    def links(self, said: Sequence[Attribution], citations: Sequence[Citation]) -> Iterable[Link]:
        """Yield the links of every quotation."""
        chains = Chains(self.scenes)
        cited = {row.quotation: row for row in citations}
        partners = self._partners(said)
        for row in said:
            quotation = self.scenes.quotations[row.quotation]
            first = self.turns.get(row.quotation)
            others = (
                (name for name in partners.get(first, ()) if row.name and not same_person(name, row.name))
                if first
                else ()
            )
            holder = self.voices.rows.get(quotation.nested_in) if quotation.nested_in else None
            company = Company(partners=tuple(others), holder=holder)
            yield from chains.links(quotation, row, cited.get(row.quotation), self.readings.get(row.quotation), company)

    def _partners(self, said: Sequence[Attribution]) -> dict[QuotationId, list[str]]:
        """Return the speakers of each dialogue by its first turn."""
        found: dict[QuotationId, dict[str, None]] = defaultdict(dict)
        for row in said:
            first = self.turns.get(row.quotation)
            if first and row.name:
                found[first][row.name] = None
        return {first: list(names) for first, names in found.items()}
