"""Names: where each is written, whom or what it means, and which of them may be one."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from valla.model.anchors import Span

MentionId = NewType("MentionId", str)
"""Content and place: `essay@120-129` in code points of the document's text."""

EntityId = NewType("EntityId", str)
"""Content, and place only where two share a name: `person:ada-penn`, `person:penn@310`."""

ProposalId = NewType("ProposalId", str)
"""The two entities that may be one, sorted: `person:a~person:b`."""


class EntityKind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    GROUP = "group"
    PLACE = "place"
    WORK = "work"


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Mention:
    """One place at which a name stands; ranks before it and the possessive ending are outside its span."""

    span: Span
    id: MentionId
    surface: str  # the words as printed, a line end in them made a blank
    kind: EntityKind
    entity: EntityId | None = None  # None until the names are gathered
    confidence: float = 0.0  # 0 to 1; a rank for sorting, not a probability
    inferred: bool = False  # whom it means follows from its place only: a bare surname or given name
    quoted: bool = False  # stands in words that the essay quotes from another
    reason: str


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Spelling:
    """One way in which an entity is written, and how often; `author` counts those in the essay's own words."""

    surface: str
    count: int
    author: int = 0


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Entity:
    """A person, a group, a place or a work, with every mention of it. `spellings` come with the commonest first.

    `surnames` are the spellings of a person's surname alone (also a name that has one word), without case; `merged`
    tells, for each spelling that was taken for another's, why.
    """

    id: EntityId
    kind: EntityKind
    name: str  # the fullest spelling, in the commonest of its forms
    spellings: tuple[Spelling, ...]
    surnames: tuple[Spelling, ...] = ()
    given: tuple[str, ...] = ()  # given names and initials, as printed in the name it is listed under
    mentions: tuple[MentionId, ...]
    called: bool = False  # of a person: a known given name, initials or a surname's own ending bear the name out
    merged: tuple[str, ...] = ()
    may_be: tuple[EntityId, ...] = ()  # bearers of one surname of whom nothing tells which is meant
    was: tuple[EntityId, ...] = ()  # ids of entities that rulings joined to this one


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Proposal:
    """Two entities that may be one: too alike to pass over, too unlike to join without asking."""

    id: ProposalId
    one: EntityId
    other: EntityId
    score: float  # 0 to 1
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The tables that come of gathering names, each sorted."""

    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    proposals: tuple[Proposal, ...] = ()
