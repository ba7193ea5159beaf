"""Every table of one investigation, and the outcome that the reports show."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from valla.model.anchors import DocumentId
from valla.model.claims import Claim
from valla.model.dates import Contradiction, Event, EventId, Relation, When, WhenId
from valla.model.documents import Document
from valla.model.facts import Fact
from valla.model.findings import Finding, Rule
from valla.model.judgements import Judgement
from valla.model.names import Entity, EntityId, Mention, MentionId, Proposal
from valla.model.quotations import (
    Attribution,
    Insertion,
    Link,
    Omission,
    Quotation,
    QuotationId,
    Repair,
    Setting,
    Stray,
    Title,
)
from valla.model.traces import Trace
from valla.model.witnesses import Stemma
from valla.model.works import Citation, Holding, Receipt


@dataclass(frozen=True, kw_only=True)
class Investigation:
    """One field a table, each sorted by place. Stages add tables; none changes one.

    Not slotted, so that the look-ups below can be made once and kept.
    """

    document: Document
    quotations: tuple[Quotation, ...] = ()
    titles: tuple[Title, ...] = ()
    repairs: tuple[Repair, ...] = ()
    ellipses: tuple[Omission, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    settings: tuple[Setting, ...] = ()
    strays: tuple[Stray, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()
    traces: tuple[Trace, ...] = ()
    holdings: tuple[Holding, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    dates: tuple[When, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    facts: tuple[Fact, ...] = ()
    judgements: tuple[Judgement, ...] = ()  # as the file has them, those that later ones overrule included
    claims: tuple[Claim, ...] = ()
    stemma: Stemma = field(default_factory=Stemma)
    rejected: tuple[str, ...] = ()  # ids of claims, hands and dependences that rulings took out of their tables
    unexamined: int = 0  # quotations beyond the bound, which are in none of the tables

    @cached_property
    def quotation(self) -> dict[QuotationId, Quotation]:
        """Quotations by id."""
        return {row.id: row for row in self.quotations}

    @cached_property
    def attribution(self) -> dict[QuotationId, Attribution]:
        """Attributions by quotation."""
        return {row.quotation: row for row in self.attributions}

    @cached_property
    def citation(self) -> dict[QuotationId, Citation]:
        """Citations by quotation; a quotation without one has no entry."""
        return {row.quotation: row for row in self.citations}

    @cached_property
    def trace(self) -> dict[QuotationId, Trace]:
        """Traces by quotation; scare quotations are not traced."""
        return {row.quotation: row for row in self.traces}

    @cached_property
    def setting(self) -> dict[QuotationId, Setting]:
        """Settings by quotation."""
        return {row.quotation: row for row in self.settings}

    @cached_property
    def holding(self) -> dict[DocumentId, Holding]:
        """What stands on the shelf, by document."""
        return {row.document: row for row in self.holdings}

    @cached_property
    def mention(self) -> dict[MentionId, Mention]:
        """Mentions by id."""
        return {row.id: row for row in self.mentions}

    @cached_property
    def entity(self) -> dict[EntityId, Entity]:
        """Entities by id."""
        return {row.id: row for row in self.entities}

    @cached_property
    def when(self) -> dict[WhenId, When]:
        """Dates by id."""
        return {row.id: row for row in self.dates}

    @cached_property
    def event(self) -> dict[EventId, Event]:
        """Events by id."""
        return {row.id: row for row in self.events}

    def reported(self) -> Iterator[Quotation]:
        """Yield the quotations that report someone's words and stand in no other quotation."""
        return (row for row in self.quotations if not row.scare and row.nested_in is None)

    def traced(self) -> Iterator[tuple[Quotation, Trace]]:
        """Yield each traced quotation with its trace, in the order of the text."""
        return ((self.quotation[row.quotation], row) for row in self.traces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What `valla check` has to show: the investigation, and the findings sorted into those that count and those not.

    `suppressed` pairs a finding with the reason the user gave; `known` are findings of the baseline. `rules` are the
    plates of every rule that was asked, so that a silent rule can be told from one that did not run.
    """

    investigation: Investigation
    findings: tuple[Finding, ...]
    suppressed: tuple[tuple[Finding, str], ...] = ()
    known: tuple[Finding, ...] = ()
    rules: tuple[Rule, ...] = ()
    version: str = ""
