"""Whom a subject means: a pronoun its antecedent, a role the person introduced by it, "I" the one who is quoted."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from valla.model.quotations import Attribution, Quotation, QuotationId
from valla.quote.lexicon.grammar import FIRST, HE, SHE
from valla.quote.people import Name
from valla.quote.sorts import Sort
from valla.quote.speakers.antecedents import (
    named_just_before,
    opening_clause,
    owned_paper,
    resolve_pronoun,
)
from valla.quote.speakers.cast import Cast
from valla.quote.speakers.genders import Genders
from valla.quote.speakers.phrases import Subject
from valla.quote.speakers.roster import Roster
from valla.quote.speakers.scenes import Scenes
from valla.quote.speakers.verbless import sender_of_which
from valla.quote.tokens import Token


class Resolver:
    """Resolves the subjects of one document; `rows` are the attributions made so far."""

    def __init__(self, scenes: Scenes, rows: dict[QuotationId, Attribution]) -> None:
        """Take what can be read around the quotations."""
        self.scenes = scenes
        self.rows = rows
        self.roster = Roster(scenes.document.text)
        self.cast = Cast(scenes.outside)
        self.genders = Genders(scenes.document.text)

    def resolve(
        self, subject: Subject | None, quotation: Quotation, tokens: Sequence[Token], at: int
    ) -> Subject | None:
        """Return a subject with its pronoun resolved; the reason alone where it cannot be."""
        if subject is None or subject.name.sort is not Sort.PRONOUN:
            called = self.cast.called(subject.name) if subject and subject.name.sort is Sort.ROLE else None
            if subject and called and subject.confidence:
                return Subject(called, subject.confidence, f"{subject.reason}; so called before")
            common = subject is not None and subject.name.sort is Sort.PERSON and self.roster.is_common(subject.name)
            return None if common else subject
        if subject.name.value in FIRST:
            return self._first_person(subject, quotation)
        earlier = [token for token in tokens if token.end <= subject.name.span.start]
        writer = sender_of_which(earlier)
        if writer:
            return writer
        just = named_just_before(earlier, subject.name.value)
        if just and not self._cannot_be(subject.name.value, just.name):
            return just
        within = opening_clause(earlier)
        sentences = (
            [within, *self.scenes.sentences_before(quotation, at)]
            if within
            else [*self.scenes.sentences_before(quotation, at)]
        )
        found = resolve_pronoun(
            subject.name,
            sentences,
            owned=owned_paper(tokens, subject.name),
            excluded=partial(self._cannot_be, subject.name.value),
        )
        about = (
            self.cast.protagonist(partial(self._cannot_be, subject.name.value))
            if found is None and subject.name.value in HE | SHE
            else None
        )
        if about:
            return Subject(about, 0.3, f"“{subject.name.value}”: whom the text is about")
        if found is None:
            return replace(subject, confidence=0.0, reason=f"whom “{subject.name.value}” means cannot be made out")
        return found.weaker(min(1.0, subject.confidence / 0.9))

    def _cannot_be(self, pronoun: str, name: Name) -> bool:
        """Tell whether a pronoun cannot mean what was taken for a name: no name at all, or the other gender."""
        return self.roster.is_common(name) or self.genders.contradict(pronoun, name)

    def _first_person(self, subject: Subject, quotation: Quotation) -> Subject:
        """Return the speaker of the holding quotation for "I said" inside it; nobody for the author's own "I"."""
        holder = self.rows.get(quotation.nested_in) if quotation.nested_in else None
        if holder is None or holder.name is None or holder.at is None:
            return replace(subject, confidence=0.0, reason="the author quotes himself or an unnamed “I”")
        return Subject(
            Name(holder.name, holder.at, Sort.PERSON),
            min(0.8, holder.confidence),
            "“I” inside the words of the same speaker",
        )
