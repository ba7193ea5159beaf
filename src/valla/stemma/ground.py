"""The ground on which chains are made: the tables of the stages before, each looked up by what it is asked for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from valla.model.documents import Document
from valla.model.names import Entity, EntityId, EntityKind
from valla.model.quotations import Attribution, Found, Link, Quotation, QuotationId
from valla.model.traces import Trace
from valla.model.witnesses import Hand, Role
from valla.model.works import Attributed, Citation, Holding
from valla.stemma.deposits import Deposit, deposits_in
from valla.stemma.full_names import in_full, last_word
from valla.stemma.persons import same_name
from valla.stemma.surroundings import Surroundings, is_misread
from valla.text.words import flatten


@dataclass(frozen=True)
class Ground:
    """The tables from which chains are made."""

    document: Document
    found: Found
    said: Attributed
    traces: Sequence[Trace] = ()
    holdings: Sequence[Holding] = ()
    entities: Sequence[Entity] = ()

    @cached_property
    def flat(self) -> str:
        """The text with its line ends as blanks."""
        return flatten(self.document.text)

    @cached_property
    def attribution(self) -> Mapping[QuotationId, Attribution]:
        """Attributions by quotation; a person whose spellings were gathered bears the fullest of them."""
        said = (
            row if not is_misread(row.name or "") else replace(row, name=None, confidence=0.0)
            for row in self.said.attributions
        )
        return {row.quotation: self._named(row) for row in said}

    def _named(self, row: Attribution) -> Attribution:
        """Return an attribution with its person's full name, unless the text gives that name only further down.

        Whoever is brought in by a surname alone and never by more before may be another of the family.
        """
        full = in_full(row, self.persons, self.shared)
        first = self.document.text.find(full.name) if full.name and full.name != row.name and row.at else -1
        return row if row.at and first > row.at.end else full

    @cached_property
    def persons(self) -> Mapping[EntityId, str]:
        """The full names of the persons of the text."""
        return {row.id: row.name for row in self.entities if row.kind is EntityKind.PERSON}

    @cached_property
    def shared(self) -> frozenset[str]:
        """The surnames that several persons bear: such a name alone is nobody's."""
        bearers = Counter(last_word(name) for name in self.persons.values())
        return frozenset(name for name, times in bearers.items() if times > 1)

    @cached_property
    def citation(self) -> Mapping[QuotationId, Citation]:
        """Citations by quotation."""
        return {row.quotation: row for row in self.said.citations}

    @cached_property
    def links(self) -> Mapping[QuotationId, tuple[Link, ...]]:
        """Links by quotation, in their order."""
        made: dict[QuotationId, list[Link]] = {}
        for link in self.said.links:
            made.setdefault(link.quotation, []).append(link)
        return {key: tuple(sorted(rows, key=lambda row: row.step)) for key, rows in made.items()}

    @cached_property
    def quotation(self) -> Mapping[QuotationId, Quotation]:
        """Quotations by id."""
        return {row.id: row for row in self.found.quotations}

    @cached_property
    def trace(self) -> Mapping[QuotationId, Trace]:
        """Traces by quotation."""
        return {row.quotation: row for row in self.traces}

    @cached_property
    def surroundings(self) -> Surroundings:
        """What the author's own sentences tell of hands."""
        return Surroundings(self.document, self.found, self.flat)

    @cached_property
    def deposits(self) -> tuple[Deposit, ...]:
        """The archives that the text tells of."""
        return deposits_in(self.document, self.flat, self.found)

    @cached_property
    def finders(self) -> Mapping[Deposit, Hand]:
        """For each archive the work of the first who found papers in it, where one is cited."""
        made = ((deposit, _first_finder(deposit, self.said.citations)) for deposit in self.deposits)
        return {deposit: hand for deposit, hand in made if hand is not None}


def _first_finder(deposit: Deposit, citations: Sequence[Citation]) -> Hand | None:
    """Return the first finder of whom a work is cited, with that work."""
    for name, at in deposit.finders:
        own = next((row for row in citations if row.author and row.title and same_name(row.author, name)), None)
        if own is not None:
            return Hand(
                name=f"{own.author}, {own.title}", role=Role.WORK, at=at, confidence=0.5, reason="he found the papers"
            )
    return None
