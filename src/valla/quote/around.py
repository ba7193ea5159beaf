"""The work that the words around a quotation name as its place: in a bracket, in the running text, at a dialogue's head."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from valla.model.anchors import Span
from valla.model.quotations import Quotation, QuotationId, Title
from valla.model.works import Reference
from valla.quote.backward import Resolved, settle
from valla.quote.bindings import Bound
from valla.quote.brackets import bracket_before, bracket_behind
from valla.quote.citations import read_citation
from valla.quote.citations.apart import within
from valla.quote.described import paper_told_of
from valla.quote.lexicon.grammar import DETERMINERS
from valla.quote.mentions import DESCRIBED, certainty, owner_before
from valla.quote.prose import work_in_prose
from valla.quote.shelf import Shelf, same_author
from valla.quote.speakers.phrases import THINGS
from valla.quote.speakers.scenes import Scenes
from valla.quote.titling import Named
from valla.quote.tokens import Kind, Token
from valla.quote.works import Entry, Origin

TURNING = frozenset({"while", "whereas", "but", "although", "though", ";"})
"""Words with which the sentence turns to something else."""


class Around:
    """The words around quotations, read for the works that they name."""

    def __init__(self, scenes: Scenes, shelf: Shelf, turns: Mapping[QuotationId, QuotationId]) -> None:
        """Take the surroundings, the works cited so far, and of each turn of a dialogue the first."""
        self.scenes, self.shelf, self.turns = scenes, shelf, turns
        self.italics = scenes.document.italics

    def by_bracket(self, quotation: Quotation) -> Bound | None:
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

    def by_prose(self, quotation: Quotation) -> Bound | None:
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

    def by_dialogue(self, quotation: Quotation) -> Bound | None:
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
