"""From the quotations of a document to who said them, where they stand and through whose hands they came."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from valla.model.anchors import Span
from valla.model.documents import Document
from valla.model.quotations import Attribution, Found, Link, Quotation, QuotationId, Title
from valla.model.works import Attributed, Citation, Reference
from valla.quote.backward import Resolved, resolve_citations, settle
from valla.quote.bindings import Bindings, Bound, dialogues
from valla.quote.brackets import bracket_before, bracket_behind
from valla.quote.chain import Chains, Company
from valla.quote.citations import Reading, read_citation
from valla.quote.citations.apart import within
from valla.quote.described import paper_told_of
from valla.quote.lexicon.grammar import DETERMINERS
from valla.quote.mentions import DESCRIBED, certainty, owner_before
from valla.quote.prose import work_in_prose
from valla.quote.shelf import Shelf, same_author
from valla.quote.speakers.phrases import THINGS
from valla.quote.speakers.roster import same_person, surnames_after_ranks
from valla.quote.speakers.scenes import Scenes
from valla.quote.speakers.voices import Voices
from valla.quote.titling import Named
from valla.quote.tokens import Kind, Token
from valla.quote.works import Entry, Origin, gather_citations

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


TURNING = frozenset({"while", "whereas", "but", "although", "though", ";"})
"""Words with which the sentence turns to something else."""


JOINING = re.compile(
    r"[”\"’'»][,;]?\s(?:(?:and|or|but|nor|also|moreover|again|that|of|to|as|in|by|for|with|the|an?|his|her|their|its)[,\s]\s?){0,4}[“\"‘'«]"
)
"""What joins two quotations of one source to one sentence."""


class Desk:
    """Everything that is read once for a document, and the three tables made from it."""

    def __init__(self, document: Document, found: Found) -> None:
        """Gather and resolve the citations, and make the look-ups ready."""
        self.scenes = Scenes(document, found)
        self.italics = document.italics
        entries = gather_citations(document, found, self.scenes.notes)
        persons = surnames_after_ranks(document.text)
        resolved = resolve_citations(entries, persons, self.scenes.notes)
        self.shelf = Shelf(entries, persons)
        self.bindings = Bindings(self.scenes, entries, resolved)
        self.turns = dialogues(self.scenes)
        self.voices = Voices(self.scenes, self.bindings, self.turns)
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
        prose = self._by_prose(quotation)
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
        bracket = self._by_bracket(quotation)
        found = bracket.resolved.reading if bracket else None
        if found and (found.title or found.container or found.archive):
            return bracket
        prose = self._by_prose(quotation) or bracket or self.bindings.in_same_note(quotation)
        if prose is None or prose.confidence < TITLED:
            return self._by_dialogue(quotation) or prose or self._reviewed(said)
        return prose

    def _by_bracket(self, quotation: Quotation) -> Bound | None:
        """Return the citation in a bracket of the sentence around a quotation."""
        setting = self.scenes.settings.get(quotation.id)
        text = self.scenes.document.text
        reading = bracket_behind(text, setting.tail, self.italics) if setting and setting.tail else None
        if reading is None and setting and setting.cue:
            reading = bracket_before(text, setting.cue, self.italics)
        if reading is None:
            return None
        entry = Entry(Span(reading.start, reading.stop), reading, Origin.PROSE)
        return Bound(entry.span, settle(entry, self.shelf, described=False), Origin.PROSE, 0.8)

    def _by_prose(self, quotation: Quotation) -> Bound | None:
        """Return the work that the words before or after a quotation name as its place."""
        setting = self.scenes.settings.get(quotation.id)
        for span, last in ((self.scenes.cue_of(quotation), True), (setting.tail if setting else None, False)):
            tokens = self.scenes.tokens(quotation, span, last=last)
            if not last:
                if tokens and tokens[0].low in DETERMINERS:  # a remark on the words, and not where they stand
                    continue
                tokens = tokens[: next((n for n, token in enumerate(tokens) if token.low in TURNING), len(tokens))]
            if not tokens:
                continue
            inside = Span(tokens[0].start, tokens[-1].end)
            named = work_in_prose(
                self.scenes.document.text, tokens, self._titles_in(inside), self._nearest(tokens, last=last)
            )
            if named is None and any(token.low in THINGS for token in tokens):
                named = self._work_of_it(quotation, tokens[0].start if last else quotation.span.start)
            if named:
                return self._settled(named, quotation)
        return None

    def _work_of_it(self, quotation: Quotation, at: int) -> Named | None:
        """Return the work that the sentence before names, where "it" is what is quoted."""
        sentence = next(self.scenes.sentences_before(quotation, at), None)
        if not sentence:
            return None
        titles = self._titles_in(Span(sentence[0].start, sentence[-1].end))
        named = work_in_prose(self.scenes.document.text, sentence, titles, self.italics)
        if named and not named.described:
            return named
        return paper_told_of(self.scenes.document.text, sentence) or named

    def _nearest(self, tokens: Sequence[Token], *, last: bool) -> list[Span]:
        """Return what the file sets apart on this side of any other quotation, before (or behind) the one at hand."""
        veils = [token for token in tokens if token.kind is Kind.VEIL]
        start = veils[-1].end if veils and last else tokens[0].start
        end = veils[0].start if veils and not last else tokens[-1].end
        return list(within(self.italics, Span(start, end)))

    def _titles_in(self, span: Span) -> list[Title]:
        return [row for row in self.scenes.found.titles if span.covers(row.anchor.span)]

    def _settled(self, named: Named, quotation: Quotation) -> Bound:
        """Return a work of the prose, filled from a fuller citation of it, and how surely it is the place of a quotation."""
        entry = Entry(Span(named.reading.start, named.reading.stop), named.reading, Origin.PROSE)
        resolved = settle(entry, self.shelf, described=named.described)
        resolved = self._owned(resolved, entry.span.start)
        sure = certainty(self.scenes.document.text, entry.span, quotation.span, resolved, self.italics)
        return Bound(entry.span, resolved, Origin.PROSE, DESCRIBED if named.described else sure)

    def _owned(self, resolved: Resolved, start: int) -> Resolved:
        """Return a work with the author whose it is said to be, where an earlier citation of the like title is by another."""
        owner = owner_before(self.scenes.document.text, start)
        author = resolved.reading.author
        if owner is None or (author is not None and same_author(owner, author)):
            return resolved
        return replace(resolved, reading=replace(resolved.reading, author=owner, authors=()))

    def _by_dialogue(self, quotation: Quotation) -> Bound | None:
        """Return what the introduction of a dialogue says it is: "From an interview of X by Y:"."""
        first = self.turns.get(quotation.id)
        setting = self.scenes.settings.get(first) if first else None
        if setting is None or setting.cue is None:
            return None
        tokens = self.scenes.tokens(quotation, setting.cue, last=True)
        if not tokens:
            return None
        sentence = Span(tokens[0].start, tokens[-1].end)  # what stands before it introduces something else
        reading = read_citation(sentence.of(self.scenes.document.text).rstrip(" :"), sentence.start, self.italics)
        if reading is None or reading.kind is None or not reading.names_work:
            return None
        resolved = Resolved(reading, Reference.FULL, None, 0.6, "introduction of the dialogue")
        return Bound(sentence, resolved, Origin.PROSE, 0.6, shared=True)

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


def cites(resolved: Resolved) -> bool:
    """Tell whether a line or a note cites a work and does not only name a speaker."""
    reading = resolved.reading
    if reading.names_work or resolved.reference not in {Reference.FULL, Reference.SHORT}:
        return True
    return bool(reading.author and (reading.pages or reading.year or (reading.kind and reading.taker)))


NAMED_AT = 60
"""Code points between a speaker's name and the mark of the note that is his: "as Mill tells us in these words,[4]"."""

SPOKEN_SURELY = 0.6


def by_speaker(bound: Bound, said: Attribution) -> Bound:
    """Return the citation of a note without an author whose mark stands at the speaker's name: the work is no other's.

    "As Mill says,[4]" with the note "_History_, p. 7" cites Mill. A longer title may be a collection in which others are
    printed, so that there only the author is left out whom an earlier citation of the like title would bring in.
    """
    reading = bound.resolved.reading
    at, mark = said.at, bound.mark
    stated = reading.author is not None and reading.author.split()[-1] in reading.raw
    own = said.name is not None and reading.author is not None and same_person(said.name, reading.author)
    if mark is None or stated or own or reading.archive or reading.kind or reading.reference is not Reference.FULL:
        return bound
    sure = said.name is not None and said.confidence >= SPOKEN_SURELY
    beside = sure and at is not None and 0 <= mark.start - at.end <= NAMED_AT
    anybodys = (reading.title or "").casefold() in ANYBODYS
    if not (beside or anybodys):
        return bound
    author = said.name if anybodys and beside else None
    return replace(bound, resolved=replace(bound.resolved, reading=replace(reading, author=author, authors=())))


ANYBODYS = frozenset(
    "history memoirs memoir narrative annals chronicle diary journal autobiography works essays reminiscences recollections "
    "life histories letters poems".split()
) | {"church history", "constitutional history", "collected works"}
"""Titles that name nothing without their author."""


def make_citation(quotation: QuotationId, bound: Bound, speaker: str | None) -> Citation:
    """Return the row of a citation."""
    resolved = bound.resolved
    reading = resolved.reading
    return Citation(
        quotation=quotation,
        at=Span(reading.start, reading.stop),
        raw=reading.raw,
        reference=resolved.reference,
        author=reading.author,
        title=reading.title,
        container=reading.container,
        volume=reading.volume,
        year=reading.year,
        pages=reading.pages,
        publisher=reading.publisher,
        place=reading.place,
        archive=reading.archive,
        via=reading.via_words or _through(reading, speaker),
        stands_for=resolved.stands_for,
        confidence=round(min(1.0, resolved.confidence * bound.confidence), 3),
        reason=resolved.reason,
    )


def _through(reading: Reading, speaker: str | None) -> str | None:
    """Return the cited work as the one through which it is quoted, where its author is not the speaker."""
    if speaker is None or reading.author is None or reading.kind or same_person(speaker, reading.author):
        return None
    work = reading.title or reading.container
    return f"{reading.author}, {work}{f' ({reading.year})' if reading.year else ''}" if work else None
