"""Witnesses: through whose hands statements came, which hands depend on which, and how many lines are left."""

from dataclasses import dataclass
from enum import StrEnum

from valla.model.anchors import Anchor, DocumentId, Span
from valla.model.claims import ClaimId
from valla.model.quotations import QuotationId


class Role(StrEnum):
    """What a hand is in a chain."""

    MOUTH = "mouth"  # whose words or deeds are told, as far back as the text goes
    WITNESS = "witness"  # who says it
    HEARER = "hearer"  # who was told and tells it on
    NAMELESS = "nameless"  # informants without a name ("officials")
    RECORD = "record"  # a letter, a diary, a transcript, an archive
    INTERVIEWER = "interviewer"
    WORK = "work"  # what prints it
    GO_BETWEEN = "go-between"  # a work that quotes another work


PERSONS = frozenset({Role.MOUTH, Role.WITNESS, Role.HEARER, Role.NAMELESS, Role.INTERVIEWER})


JOINT = "::"
"""Between the two parts of an id that names a hand of a chain, or a dependence."""


class Basis(StrEnum):
    """Where a dependence is known from."""

    TEXT = "text"  # the essay's words state it
    CITATION = "citation"
    LIBRARY = "library"  # a source on the shelf quotes the passage
    RULING = "ruling"
    ERRORS = "errors"  # two sources share errors or cuts: only a proposal


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Hand:
    """One hand of a chain, with the words that state it (None: it follows from the library) and the reason."""

    name: str
    role: Role
    at: Span | None = None
    confidence: float = 0.5  # 0 to 1; a rank for sorting, not a probability
    basis: Basis = Basis.TEXT
    reason: str
    witness: str | None = None  # the id of its witness, once the hands of all chains are known


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Chain:
    """The hands of one statement, the nearest to the event first; the essay is the last and is not listed.

    A statement is a quotation, or a claim that reports another's words; `at` is its place in the essay.
    """

    id: str
    at: Span
    hands: tuple[Hand, ...]
    quotation: QuotationId | None = None
    claim: ClaimId | None = None

    def link(self, hand: Hand) -> str:
        """Return the id by which a ruling names one hand of this chain: `essay@120-164::person:tranter`."""
        return f"{self.id}{JOINT}{hand.witness}"

    @property
    def tellings(self) -> int:
        """Return how often it was told on before it was written down or printed."""
        spoken = 0
        for hand in self.hands:
            if hand.role not in PERSONS:
                break
            spoken += 1
        return max(0, spoken - 1)


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Witness:
    """A node of the stemma: a person, a record or a work; the essay is the node named by `Stemma.essay`."""

    id: str  # its role's class and its folded name: "person:tranter"
    name: str
    role: Role


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Dependence:
    """The taker has it from the giver. A proposal is no fact until a ruling makes it one."""

    giver: str
    taker: str
    basis: Basis
    confidence: float
    reason: str
    at: Span | None = None
    proposed: bool = False

    @property
    def id(self) -> str:
        """Return giver and taker: `person:tranter::work:annals`."""
        return f"{self.giver}{JOINT}{self.taker}"


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Origin:
    """Statements that go back to one origin: a person, a deposit, an interviewer, informants of one country."""

    id: str
    name: str
    kind: str  # "person", "record", "interviewer", "informants"
    statements: tuple[str, ...]  # ids of chains
    reason: str
    independent: int = 1  # how many independent sources the group counts for


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Support:
    """What stands behind one claim: reports, origins and node-disjoint lines, and the hands that all pass through."""

    claim: ClaimId
    chains: tuple[str, ...]
    origins: int
    lines: int
    through: tuple[str, ...] = ()  # ids of witnesses that every path passes
    sentence: str


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Copying:
    """Two sources of the shelf that share errors or cuts: evidence that one has its words from the other.

    `later` seems to depend on `earlier`; where the errors do not tell which, the ids stand in order and `directed` is
    false. `shared` of the `errors` of the earlier one stand in the later one too.
    """

    earlier: DocumentId
    later: DocumentId
    shared: int
    errors: int
    score: float  # natural logarithm of how much likelier the agreement is by copying than by chance
    directed: bool
    examples: tuple[Anchor, ...] = ()
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stemma:
    """Every table of the stemma, each sorted; `essay` is the id of the node to which all runs."""

    essay: str = "essay"
    chains: tuple[Chain, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    dependences: tuple[Dependence, ...] = ()
    origins: tuple[Origin, ...] = ()
    supports: tuple[Support, ...] = ()
    copies: tuple[Copying, ...] = ()
    rejected: tuple[str, ...] = ()  # ids of hands and dependences that rulings took out
