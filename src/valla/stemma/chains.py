"""Chains of hands: from the mouth through records and works to the essay, as far as text, citation and library tell."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from valla.model.claims import Claim
from valla.model.documents import Document
from valla.model.names import Entity, EntityId, EntityKind
from valla.model.quotations import Attribution, Found, Link, LinkKind, Quotation, QuotationId
from valla.model.traces import Trace
from valla.model.witnesses import Basis, Chain, Hand, Role
from valla.model.works import Attributed, Citation, Holding
from valla.stemma.deposits import Deposit, deposits_in
from valla.stemma.inside import Words, hands_inside, hearer_of_meeting, once
from valla.stemma.persons import name_words, same_name
from valla.stemma.telling import hands_told
from valla.text.words import flatten

_RECORDS = {
    LinkKind.LETTER_TO: "letter",
    LinkKind.DIARY_OF: "diary",
    LinkKind.MEMOIR_OF: "memoir",
    LinkKind.TESTIMONY_BEFORE: "testimony",
}


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
        return {row.quotation: in_full(row, self.persons, self.shared) for row in self.said.attributions}

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
    def deposits(self) -> tuple[Deposit, ...]:
        """The archives that the text tells of."""
        return deposits_in(self.document, self.flat, self.found)

    @cached_property
    def finders(self) -> Mapping[Deposit, Hand]:
        """For each archive the work of the first who found papers in it, where one is cited."""
        made = ((deposit, _first_finder(deposit, self.said.citations)) for deposit in self.deposits)
        return {deposit: hand for deposit, hand in made if hand is not None}


def in_full(row: Attribution, persons: Mapping[EntityId, str], shared: frozenset[str]) -> Attribution:
    """Return an attribution with the full name of the person whom it names, where that is known."""
    name = persons.get(EntityId(row.entity)) if row.name and row.entity else None
    if name is None or (row.name or "").casefold() in shared:
        return row
    return replace(row, name=name)


def last_word(name: str) -> str:
    """Return the last word of a name in one case."""
    return name.rpartition(" ")[2].casefold()


def chain_quotations(ground: Ground) -> Iterator[Chain]:
    """Yield the chain of each quotation that reports words, in the order of the text."""
    for quotation in ground.found.quotations:
        if not quotation.scare:
            hands = hands_of(quotation, ground)
            if hands:
                yield Chain(id=str(quotation.id), at=quotation.span, hands=hands, quotation=quotation.id)


def hands_of(quotation: Quotation, ground: Ground) -> tuple[Hand, ...]:
    """Return the hands of one quotation, the nearest to the event first."""
    if quotation.nested_in is not None and quotation.nested_in in ground.quotation:
        return once((*_nested(quotation, ground.quotation[quotation.nested_in], ground),))
    return once((*_before(quotation, ground), *_from_speaker(quotation, ground)))


def _nested(quotation: Quotation, holder: Quotation, ground: Ground) -> Iterator[Hand]:
    """Yield the hands of words inside another's words: their speaker, what the holder says of them, the holder's hands."""
    said = ground.attribution.get(quotation.id)
    if said and said.name:
        yield Hand(name=said.name, role=Role.MOUTH, at=said.at, confidence=said.confidence, reason=said.reason)
    words = Words(holder.span.of(ground.flat), holder.span.start, _speaker(holder, ground))
    inside = hands_inside(words)
    yield from (hand for hand in inside if hand.role is Role.RECORD)
    yield from hearer_of_meeting(words)
    yield from _from_speaker(holder, ground)


def _speaker(quotation: Quotation, ground: Ground) -> str | None:
    """Return the name of who says a quotation."""
    said = ground.attribution.get(quotation.id)
    return said.name if said else None


def _before(quotation: Quotation, ground: Ground) -> Iterator[Hand]:
    """Yield the hands that stand before the speaker: those his words state, and those that links tell of."""
    speaker = _speaker(quotation, ground)
    yield from hands_inside(Words(quotation.span.of(ground.flat), quotation.span.start, speaker))
    for link in ground.links.get(quotation.id, ()):
        if link.kind is LinkKind.TOLD_TO and link.giver and speaker and not same_name(link.giver, speaker):
            yield Hand(name=link.giver, role=Role.MOUTH, at=link.at, confidence=0.7, reason=link.reason)


def _from_speaker(quotation: Quotation, ground: Ground) -> Iterator[Hand]:
    """Yield the speaker and the hands after him: hearers, records, interviewers, works."""
    said = ground.attribution.get(quotation.id)
    citation = ground.citation.get(quotation.id)
    links = ground.links.get(quotation.id, ())
    if said and said.name:
        yield Hand(name=said.name, role=Role.WITNESS, at=said.at, confidence=said.confidence, reason=said.reason)
    yield from _after(said, links)
    yield from _archive(quotation, citation, links, ground)
    if citation is not None:
        yield from _works(citation, said)
    yield from _shelf(quotation, citation, ground)


def _after(said: Attribution | None, links: Sequence[Link]) -> Iterator[Hand]:
    """Yield hearers, records and interviewers that links tell of."""
    speaker = said.name if said else None
    for link in links:
        if link.kind in _RECORDS:
            to = f" to {link.taker}" if link.kind is LinkKind.LETTER_TO and link.taker else ""
            giver = f" of {link.giver}" if link.giver and not to else ""
            name = f"{_RECORDS[link.kind]}{giver}{to}"
            yield Hand(name=name, role=Role.RECORD, at=link.at, confidence=0.8, reason=link.reason)
        elif link.kind is LinkKind.INTERVIEW_BY and link.taker:
            yield Hand(name=link.taker, role=Role.INTERVIEWER, at=link.at, confidence=0.8, reason=link.reason)
        elif link.kind is LinkKind.TRANSLATED_BY and link.taker:
            yield Hand(name=link.taker, role=Role.GO_BETWEEN, at=link.at, confidence=0.8, reason=link.reason)
        elif is_heard(link, speaker):
            yield Hand(name=str(link.taker), role=Role.HEARER, at=link.at, confidence=0.6, reason=link.reason)


def is_heard(link: Link, speaker: str | None) -> bool:
    """Tell whether a link names one who was told by the speaker and tells it on; a listener is no hand."""
    told = link.kind is LinkKind.TOLD_TO and link.taker and speaker and link.reason != "said or written to"
    return bool(told and link.giver and speaker and same_name(link.giver, speaker))


def _archive(quotation: Quotation, citation: Citation | None, links: Sequence[Link], ground: Ground) -> Iterator[Hand]:
    """Yield the archive and the finder's work for a letter whose citation names neither work nor archive."""
    letter = next((link for link in links if link.kind in {LinkKind.LETTER_TO, LinkKind.DIARY_OF}), None)
    bare = citation is None or not (citation.container or citation.archive or citation.publisher or citation.via)
    if letter is None or not bare:
        return
    names = {word for name in (letter.giver, letter.taker) if name for word in name_words(name)}
    for deposit in ground.deposits:
        named = {word for name in deposit.named for word in name_words(name)}
        if deposit.at.start < quotation.span.start and names & named:
            yield Hand(
                name=deposit.name,
                role=Role.RECORD,
                at=deposit.at,
                confidence=0.5,
                reason="the text tells of its papers",
            )
            if deposit in ground.finders:
                yield ground.finders[deposit]
            return


def _first_finder(deposit: Deposit, citations: Sequence[Citation]) -> Hand | None:
    """Return the first finder of whom a work is cited, with that work."""
    for name, at in deposit.finders:
        own = next((row for row in citations if row.author and row.title and same_name(row.author, name)), None)
        if own is not None:
            return Hand(
                name=f"{own.author}, {own.title}", role=Role.WORK, at=at, confidence=0.5, reason="he found the papers"
            )
    return None


def _works(citation: Citation, said: Attribution | None) -> Iterator[Hand]:
    """Yield the works that a citation names: the work itself, what printed it, what quotes it."""
    own = said is not None and said.name and citation.author and same_name(citation.author, said.name)
    paper = citation.title and any(
        citation.title.casefold().startswith(word)
        for word in ("letter ", "interview ", "diary of", "telegram", "note from")
    )
    author = "" if own or not citation.author else f"{citation.author}, "
    for name, role in (
        (None if paper else citation.title, Role.WORK),
        (citation.container, Role.WORK),
        (citation.archive, Role.RECORD),
        (citation.via, Role.GO_BETWEEN),
    ):
        if name and not (citation.via and role is Role.WORK and name in citation.via):
            label = name if role is not Role.WORK or name != citation.title else f"{author}{name}"
            yield Hand(
                name=label,
                role=role,
                at=citation.at,
                confidence=max(0.5, citation.confidence),
                basis=Basis.CITATION,
                reason="the citation names it",
            )


def _shelf(quotation: Quotation, citation: Citation | None, ground: Ground) -> Iterator[Hand]:
    """Yield the document of the library that has the words, where the text cites no work."""
    trace = ground.trace.get(quotation.id)
    if trace is None or not trace.passages or citation is not None:
        return
    titles = {row.document: row.title for row in ground.holdings}
    document = trace.passages[0].document
    yield Hand(
        name=titles.get(document) or str(document),
        role=Role.WORK,
        confidence=max(0.5, trace.likeness),
        basis=Basis.LIBRARY,
        reason="the words stand in it",
    )


def chain_claims(claims: Sequence[Claim], ground: Ground) -> Iterator[Chain]:
    """Yield the chains of statements that the author reports in his own words, where he names a hearing or a paper."""
    for claim in claims:
        hands = once(tuple(hands_told(claim, ground.flat, ground.said.citations)))
        if len(hands) > 1:
            yield Chain(id=str(claim.id), at=claim.span, hands=hands, claim=claim.id)
