"""Claims, arguments for and against them, and which of them stand."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something that arguments are for or against. `line` is its line in the case file, from 1."""

    name: str
    line: int
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One reason: what it supports, rebuts or undercuts, and the entries it rests on.

    It may support and rebut a hypothesis, a claim or another argument; undercut an argument or a source. `assumption`
    names the assumption of the case by which an undercut enters the weighing.
    """

    name: str
    line: int
    says: str
    supports: tuple[str, ...] = ()
    rebuts: tuple[str, ...] = ()
    undercuts: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    assumption: str = ""
    by: str = ""
    ref: str = ""


class Label(StrEnum):
    """Whether something stands after every objection that is stated."""

    IN = "in"
    OUT = "out"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The label of one claim, argument or source, and what decides it.

    For `out` it is the objection that stands; for `in` the objections that all fell; for `undecided` those still open.
    """

    name: str
    line: int
    kind: str  # "claim", "argument", "source" or "hypothesis"
    label: Label
    because: tuple[str, ...] = ()
