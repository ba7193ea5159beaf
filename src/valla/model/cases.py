"""A case: one question, the rival explanations, and what each report would be worth if each of them were true."""

from dataclasses import dataclass
from enum import StrEnum

from valla.model.arguments import Argument, Claim, Standing
from valla.model.findings import Severity


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in the case file: line and column, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Problem:
    """Why a case file cannot be used: where, what is wrong, and an example of what would be right."""

    at: Place
    wrong: str
    right: str


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class CaseFinding:
    """One thing in a case file that an analyst should look at."""

    at: Place
    code: str
    name: str
    severity: Severity
    message: str
    entry: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A probability between two ends, both strictly between 0 and 1; a single number has equal ends.

    `word` is the word of the scale that was written instead of numbers. Two entries that share one number in the file
    (a YAML alias) have the same `tie`.
    """

    low: float
    high: float
    at: Place
    word: str = ""
    tie: str = ""

    def __post_init__(self) -> None:
        """Refuse ends that could never be moved by evidence, or run backwards."""
        if not 0 < self.low <= self.high < 1:
            raise ValueError(f"no such range: {self.low}..{self.high}")

    @property
    def mid(self) -> float:
        """Return the middle of the range."""
        return (self.low + self.high) / 2

    @property
    def free(self) -> bool:
        """Tell whether the ends differ."""
        return self.low < self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """How probable something is under each hypothesis: those that are named, and `otherwise` for the others."""

    at: Place
    given: tuple[tuple[str, Range], ...] = ()
    otherwise: Range | None = None

    def under(self, hypothesis: str) -> Range | None:
        """Return the range under one hypothesis; None where the file gives none."""
        return dict(self.given).get(hypothesis, self.otherwise)


class Weighed(StrEnum):
    """How the priors make up one whole."""

    REMAINDER = "remainder"  # the rest has what the others leave
    PROPORTION = "proportion"  # every one has a number, and they are taken in proportion


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """One of the rival explanations. The one that stands for "something else" is the `rest`."""

    name: str
    at: Place
    says: str = ""
    prior: Range | None = None  # None: what the others leave
    rest: bool = False
    why: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """Something that may be so and would touch several reports at once: pressed, planted, forged."""

    name: str
    at: Place
    chance: Chances
    why: str
    says: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One person of several statements, who is truthful, mistaken or lying in all of them."""

    name: str
    at: Place
    mistaken: Range
    lying: Range
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A report that lies behind others and is itself not held: a lost letter, a transcript, a rumour."""

    name: str
    at: Place
    says: str
    chances: Chances
    when: tuple[tuple[str, Chances], ...] = ()
    lost: bool = True
    note: str = ""
    ref: str = ""
    root: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report that is held. It copies others (`origins`), or speaks with its own eyes (`chances`), or is silent.

    `when` gives the chances under an assumption or under a state of its witness; where several hold at once, the first
    one written decides. A silence carries the chances of a mention, and is the want of one. `posterior` is what an
    analyst wrote instead of a likelihood; it cannot be used.
    """

    name: str
    at: Place
    says: str = ""
    origins: tuple[str, ...] = ()
    copies: Range | None = None
    unprompted: Range | None = None
    chances: Chances | None = None
    when: tuple[tuple[str, Chances], ...] = ()
    witness: str = ""
    silent_on: str = ""
    posterior: str = ""
    note: str = ""
    ref: str = ""
    statement: str = ""
    by: str = ""
    root: str = ""
    document: str = ""

    @property
    def silent(self) -> bool:
        """Tell whether it is the want of a mention."""
        return bool(self.silent_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A whole case file, every table in the order of the file. `name` is the file's name without its ending."""

    name: str
    question: str
    about: str = ""
    analyst: str = ""
    text: str = ""  # of the file, so that a report can show the line of each entry
    hypotheses: tuple[Hypothesis, ...]
    assumptions: tuple[Assumption, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    origins: tuple[Origin, ...] = ()
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    arguments: tuple[Argument, ...] = ()

    @property
    def weighed(self) -> Weighed:
        """Tell how the priors make up one whole."""
        remainder = any(row.prior is None for row in self.hypotheses)
        return Weighed.REMAINDER if remainder else Weighed.PROPORTION

    @property
    def reports(self) -> tuple[Origin | Source, ...]:
        """Return the origins and the sources."""
        return (*self.origins, *self.sources)

    @property
    def usable(self) -> tuple[Source, ...]:
        """Return the sources that can be weighed: each copies something or has numbers for every hypothesis."""
        names = [row.name for row in self.hypotheses]
        return tuple(row for row in self.sources if is_usable(row, names))


def is_usable(source: Source, hypotheses: list[str]) -> bool:
    """Tell whether a source has the numbers that weighing it takes."""
    if source.posterior:
        return False
    return bool(source.origins) or (
        source.chances is not None and all(source.chances.under(name) is not None for name in hypotheses)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Docket:
    """What the rules for case files are shown: the case, and which of its arguments stand."""

    case: Case
    standings: tuple[Standing, ...] = ()
