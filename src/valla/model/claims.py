"""Claims: what the text asserts, by whose mouth, with which cues, and what is offered for it. All are proposals."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from valla.model.anchors import Anchor, Span
from valla.model.quotations import QuotationId

ClaimId = NewType("ClaimId", str)
"""Content and place: `essay!120-164` in code points of the document's text."""


class CueKind(StrEnum):
    """What a cue marks; a cue is a word that was seen, never a judgement."""

    CONCLUSION = "conclusion"  # therefore, proves, argues against
    BOOSTER = "booster"  # obviously, certainly, of course
    HEDGE = "hedge"  # perhaps, seems, more likely
    EVIDENCE = "evidence"  # confirmed, corroborates, discovered, documents
    ABSENCE = "absence"  # no evidence, nothing was found, never mentioned
    NAMELESS = "nameless"  # some critics, it is often said
    REPORT = "report"  # a verb of saying with its speaker
    SUPPOSITION = "supposition"  # if ... would
    EMPHASIS = "emphasis"  # entirely, indeed, only
    JUDGEMENT = "judgement"  # worthless, improbable, forged
    ARGUMENT = "argument"  # rests on, explains; theory, witness
    STANCE = "stance"  # I believe, in our view
    REASON = "reason"  # because
    DEMAND = "demand"  # ought, must be
    CONTRAST = "contrast"  # it was X that, the trouble is
    NEGATION = "negation"  # not, no proof
    OPPOSED = "opposed"  # their theory, generally held
    NARRATIVE = "narrative"  # secretly, came to light: tells rather than argues


class VerbClass(StrEnum):
    """What a verb of saying does with what is said."""

    ASSERT = "assert"
    DENY = "deny"
    ACCUSE = "accuse"
    CONFESS = "confess"
    CONCEDE = "concede"
    IMPLY = "imply"


class ClaimKind(StrEnum):
    """Whose assertion it is."""

    REPORTED = "reported"  # another's, told in the author's words
    OWN = "own"  # the author's
    FINDING = "finding"  # told as a thing that came to light: "was discovered", "is confirmed by"


class ClaimStatus(StrEnum):
    """What the text does for a claim."""

    ARGUED = "argued"  # a quotation, a work or a reason is offered for it
    ASSERTED = "asserted"  # nothing is offered
    FRAMING = "framing"  # a thesis set up to be discussed, held by nobody named


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Cue:
    """A cue where it stands."""

    at: Span
    kind: CueKind
    words: str


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Claim:
    """A proposed claim: its sentence, the cues by which it was taken for one, and what is offered for it.

    `weight` is the sum of what speaks for and against taking the sentence for a claim; `central` tells whether it is among those
    that are proposed as what the author argues for, the others being statements told by the way.
    `speaker` and `verb` belong to reported statements. `quotations` are those offered for it, `works` the places of
    citations that stand with it. What a ruling rejects is no longer in the table. A proposal says nothing on whether the claim is true.
    """

    id: ClaimId
    anchor: Anchor
    kind: ClaimKind
    status: ClaimStatus
    cues: tuple[Cue, ...] = ()
    speaker: str | None = None
    verb: VerbClass | None = None
    negated: bool = False
    quotations: tuple[QuotationId, ...] = ()
    works: tuple[Span, ...] = ()
    reason: str
    weight: int = 0
    central: bool = False
    accepted: bool = False  # by a ruling

    def __post_init__(self) -> None:
        """Refuse a claim without its reason, and a reported one without a verb."""
        if not self.reason or (self.kind is ClaimKind.REPORTED and self.verb is None):
            msg = f"claim {self.id} without a reason or a verb"
            raise ValueError(msg)

    @property
    def span(self) -> Span:
        """Return the place of the claim in the document's text."""
        return self.anchor.span

    def cues_of(self, kind: CueKind) -> tuple[Cue, ...]:
        """Return the cues of one kind, in the order of the text."""
        return tuple(cue for cue in self.cues if cue.kind is kind)
