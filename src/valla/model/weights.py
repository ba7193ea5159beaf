"""What follows from a case, and from what it would not follow. Every figure is a probability unless it says otherwise."""

from dataclasses import dataclass
from enum import StrEnum

from valla.model.arguments import Standing
from valla.model.cases import Case, CaseFinding


class Verdict(StrEnum):
    """What the numbers say of the lead, and no more than that."""

    SETTLED = "settled"  # the same hypothesis leads in every corner of the ranges
    LEANS = "leans"  # it leads in nineteen draws of twenty
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one hypothesis comes to: over all corners, in nine draws of ten, at the midpoints, and naively.

    `naive` counts every copy as an independent report and lets no assumption hold.
    """

    hypothesis: str
    low: float
    high: float
    fifth: float
    ninety_fifth: float
    middle: float
    naive: float
    prior: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number of the case file: a stable key, words for it, the line it stands on, and its ends."""

    key: str
    label: str
    line: int
    low: float
    high: float
    entry: str

    @property
    def free(self) -> bool:
        """Tell whether the ends differ."""
        return self.low < self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """The midpoint posteriors, in the order of the hypotheses, when one entry is taken away."""

    entry: str
    kind: str  # "source", "origin" or "assumption"
    line: int
    shares: tuple[float, ...]
    lead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How far one number alone moves the leading hypothesis between the ends of its range, the others in the middle."""

    number: Number
    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        """Return how far it moves."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """The value at which one number alone gives the lead to another hypothesis; `inside` its stated range or not."""

    number: Number
    value: float
    lead: str
    inside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PairFlip:
    """Two numbers, each at an end of its range, that together give the lead to another hypothesis."""

    first: Number
    first_value: float
    second: Number
    second_value: float
    lead: str
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Reports that hang together: what they are worth together, as a naive product, and in single reports.

    The likelihood ratios are for the leading hypothesis against all others, at the midpoints.
    """

    name: str
    kind: str  # "origin", "assumption" or "witness"
    line: int
    members: tuple[str, ...]
    together: float
    product: float
    worth: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """What it would be worth to know one unknown for certain, in bits about the hypotheses."""

    entry: str
    kind: str
    line: int
    bits: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """Through how many hands, from how many mouths: counts, and the entries that every line passes through."""

    reports: int
    origins: int
    lines: int
    through: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corners:
    """How the ends of the ranges were found: `exact` over every corner, or an inner bound with its reason."""

    count: int
    free: int
    exact: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """The coherent sets of arguments: None where the solver is not installed or was not asked."""

    preferred: tuple[tuple[str, ...], ...] | None = None
    stable: tuple[tuple[str, ...], ...] | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One source in the matrix: how likely it is under each hypothesis, in their order, at the midpoints."""

    entry: str
    kind: str  # "report", "copy" or "silence"
    line: int
    chances: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One node of the network at the midpoints, for other engines.

    `chances` has the states running fastest, then the last parent, and the first parent slowest.
    """

    name: str
    states: tuple[str, ...]
    parents: tuple[str, ...]
    chances: tuple[float, ...]
    observed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """Everything that is said of one case."""

    case: Case
    findings: tuple[CaseFinding, ...]
    left_out: tuple[str, ...]
    structure: Structure
    standings: tuple[Standing, ...]
    stories: Stories
    verdict: Verdict
    lead: str
    leads_in: float  # share of the draws
    shares: tuple[Share, ...]
    corners: Corners
    draws: int
    seed: int
    numbers: tuple[Number, ...]
    withouts: tuple[Without, ...]
    alone: tuple[str, ...]  # sources and origins without which another hypothesis leads
    bars: tuple[Bar, ...]
    flips: tuple[Flip, ...]
    pair: PairFlip | None
    groups: tuple[Group, ...]
    inquiries: tuple[Inquiry, ...]
    matrix: tuple[Cell, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooled:
    """One hypothesis over several analysts' files: the log-linear mean of their midpoints, and the spread."""

    hypothesis: str
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissent:
    """One number on which the analysts differ: each analyst's range, furthest apart first."""

    key: str
    label: str
    ranges: tuple[tuple[str, float, float], ...]
    apart: float  # between the outermost midpoints, in log odds
    overlap: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Where several analysts end together, and where they part."""

    analysts: tuple[str, ...]
    shares: tuple[Pooled, ...]
    dissents: tuple[Dissent, ...]
