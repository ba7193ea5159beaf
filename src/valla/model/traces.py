"""What was found when a quotation was sought: verdicts, passages, differences, gaps and cuts."""

from dataclasses import dataclass
from enum import StrEnum

from valla.model.anchors import Anchor, DocumentId, Span
from valla.model.quotations import QuotationId
from valla.model.works import Citation


class Verdict(StrEnum):
    """How the words of a quotation stand to the words of the sources."""

    VERBATIM = "verbatim"  # word for word; typography and line ends apart
    VARIANT = "variant"  # the same words in another spelling, or with errors of a scan
    ALTERED = "altered"  # words were replaced, added or lost without a mark
    ELIDED = "elided"  # words were left out and the omission is marked
    SPLICED = "spliced"  # places joined that do not stand together (unmarked, far apart, out of order, two documents)
    ELSEWHERE = "elsewhere"  # found, but in another work than the one cited
    NOT_FOUND = "not-found"  # the cited work is held in full and the words are not in it
    TOO_SHORT = "too-short"  # so few or so common words that their place, or their absence, would mean nothing
    UNCHECKED = "unchecked"  # the work is not held, or only in part, or nothing is cited and nothing was found


PLACED = frozenset(
    {Verdict.VERBATIM, Verdict.VARIANT, Verdict.ALTERED, Verdict.ELIDED, Verdict.SPLICED, Verdict.ELSEWHERE}
)

UNTOLD = frozenset({Verdict.TOO_SHORT, Verdict.UNCHECKED})
"""Verdicts by which nothing is known of the words; they are never a pass."""


class Concern(StrEnum):
    """What kind of difference one edit is; the guards decide, never a similarity score."""

    TYPOGRAPHY = "typography"  # marks, case, hyphens at line ends, ligatures, white space
    SPELLING = "spelling"  # an older, regional or transliterated spelling
    SCAN = "scan"  # letters that a scan confuses
    EDITORIAL = "editorial"  # stands in the editor's brackets, or is replaced by them
    WORD = "word"  # an ordinary word
    POLARITY = "polarity"  # a negation was lost, added or reversed
    QUANTIFIER = "quantifier"  # all, some, few, only, ...
    MODALITY = "modality"  # may, must, could, ...
    NUMBER = "number"
    DATE = "date"
    NAME = "name"


HARMLESS = frozenset({Concern.TYPOGRAPHY, Concern.SPELLING, Concern.SCAN, Concern.EDITORIAL})


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Edit:
    """One difference: the quotation has `quoted` at `at` where the source has `source` at `source_at`.

    An empty `quoted` is a loss, an empty `source` an addition. `at` is in the essay's text, `source_at` in the text of
    the passage's document; `passage` is the index of that passage in the trace.
    """

    at: Span
    quoted: str
    source: str
    source_at: Span
    concern: Concern
    passage: int = 0


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Passage:
    """A place in a source that answers to a part of a quotation; `quoted` is that part's span in the essay."""

    anchor: Anchor
    quoted: Span

    @property
    def document(self) -> DocumentId:
        """Return the source in which the passage stands."""
        return self.anchor.document


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Gap:
    """What lies between passage number `after` and the next one: the words that the join leaves out.

    `hidden` are the words themselves (long stretches are cut in the middle with their number kept in `words`); it is
    None where the two places cannot have anything between them (another document, or an earlier place).
    """

    after: int
    at: Span  # the join in the essay's text: the ellipsis, or the empty span between two words
    marked: bool
    words: int = 0
    hidden: str | None = None
    out_of_order: bool = False
    other_document: bool = False
    concerns: tuple[Concern, ...] = ()  # guards that the hidden words touch (a negation, a name, ...)


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Cut:
    """A qualifier of the source just outside the quotation: the source goes on "provided that ..."."""

    cue: str
    words: str  # the source's own words, from the cue to the end of the sentence or clause
    at_end: bool = True


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Probe:
    """A quotation as it is put to the library: its words, and the works in which it should stand."""

    quotation: QuotationId
    span: Span
    text: str  # the quoted words, line ends between parts; `span` and `offsets` lead back to the essay
    offsets: tuple[Span, ...]  # the parts of the quotation in the essay's text, in order
    ellipses: tuple[Span, ...] = ()  # in the essay's text
    insertions: tuple[Span, ...] = ()  # in the essay's text
    citation: Citation | None = None
    homes: tuple[DocumentId, ...] = ()  # documents on the shelf that are the cited work, or may be
    everywhere: bool = False  # to be sought in every work that may have it, not in the likeliest alone
    garbled: bool = False  # many of its words are none that are known: it may have been misread


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Trace:
    """The answer for one quotation: a verdict, the passages, the differences, and why."""

    quotation: QuotationId
    verdict: Verdict
    passages: tuple[Passage, ...] = ()
    edits: tuple[Edit, ...] = ()
    gaps: tuple[Gap, ...] = ()
    cuts: tuple[Cut, ...] = ()
    rivals: tuple[Passage, ...] = ()  # other places where it stands as well or nearly so, the best first
    further: tuple[
        Passage, ...
    ] = ()  # yet more such places; sources are compared by them, nothing else is done with them
    sought: tuple[DocumentId, ...] = ()  # the documents in which it was sought
    wanted: str | None = None  # the work that would be needed, where it is not held
    likeness: float = 0.0  # share of the quoted words that the passages explain, 0 to 1; it decides nothing alone
    significance: float = 0.0  # bits by which the words tell more than chance; 2 ** -significance is the E-value
    reason: str

    def __post_init__(self) -> None:
        """Refuse a verdict and passages that contradict, and a verdict without its reason."""
        if (self.verdict in PLACED) is not bool(self.passages):
            msg = f"verdict {self.verdict} and {len(self.passages)} passages contradict"
            raise ValueError(msg)
        if not self.reason:
            msg = f"verdict {self.verdict} without a reason"
            raise ValueError(msg)
