"""A person's rulings: who ruled what, when, on which rows, and why. They are data; nothing derived is ever stored."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Ruling(StrEnum):
    """What a ruling does."""

    SAME = "same"  # these entities (or a mention and an entity) are one
    DIFFERENT = "different"  # these entities, or these two mentions, are not one
    ACCEPT = "accept"  # the proposal holds
    REJECT = "reject"  # the proposal does not hold
    SET = "set"  # the field of this row has this value


FIELDS = ("speaker", "date", "verdict")
"""What a ruling may set: the speaker of a quotation, the date (EDTF) of a dated row, the verdict of a trace."""

PAIRED = frozenset({Ruling.SAME, Ruling.DIFFERENT})
"""Rulings on two rows; the others are on one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One ruling. `on` are ids of rows; `field` and `value` are for `set` alone. `line` is its place in the file."""

    by: str
    at: str  # ISO 8601, as the file has it
    kind: Ruling
    on: tuple[str, ...]
    field: str | None = None
    value: str | None = None
    why: str
    line: int = dataclasses.field(default=0, compare=False)

    def __post_init__(self) -> None:
        """Refuse a ruling on too few or too many rows, one without a reason, and a value where none belongs."""
        wanted = 2 if self.kind in PAIRED else 1
        if len(self.on) != wanted or not all(self.on):
            raise ValueError(f"a ruling '{self.kind}' is on {wanted} rows, not on {len(self.on)}")
        if not self.why.strip() or not self.by.strip():
            raise ValueError("a ruling needs its author and its reason")
        if (self.kind is Ruling.SET) is not (self.field in FIELDS and bool(self.value)):
            raise ValueError(f"a field ({', '.join(FIELDS)}) with a value belongs to the ruling 'set', and to no other")

    @property
    def subject(self) -> tuple[str, ...]:
        """Return what is ruled on, so that two rulings on one thing can be told: the pair, or the row and its field."""
        if self.kind is Ruling.SET:
            return (self.on[0], str(self.field))
        pair = self.on[0].split("~") if self.kind in {Ruling.ACCEPT, Ruling.REJECT} else self.on
        return tuple(sorted(pair))


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the rulings that stand, in the order of the file: of two on one thing the later."""
    last = {row.subject: row for row in judgements}
    return tuple(sorted(last.values(), key=lambda row: (row.line, row.subject)))


def overruled(judgements: Iterable[Judgement]) -> tuple[tuple[Judgement, Judgement], ...]:
    """Return each ruling that a later one contradicts, with that later one; repetitions contradict nothing."""
    held: dict[tuple[str, ...], Judgement] = {}
    pairs = []
    for row in judgements:
        earlier = held.get(row.subject)
        if earlier is not None and said(earlier) != said(row):
            pairs.append((earlier, row))
        held[row.subject] = row
    return tuple(pairs)


def said(row: Judgement) -> tuple[bool, str | None]:
    """Return what a ruling says of its subject: yes or no, or a value."""
    return row.kind in {Ruling.SAME, Ruling.ACCEPT, Ruling.SET}, row.value


def ruled_values(judgements: Iterable[Judgement], name: str) -> dict[str, Judgement]:
    """Return the standing rulings that set one field, by the id of the row: the hook for any stage that can be overruled."""
    return {row.on[0]: row for row in standing(judgements) if row.kind is Ruling.SET and row.field == name}


def ruled_proposals(judgements: Iterable[Judgement]) -> dict[str, bool]:
    """Return the standing rulings on proposals, by the id of the row: true where it was accepted, false where rejected."""
    kinds = {Ruling.ACCEPT, Ruling.REJECT}
    return {row.on[0]: row.kind is Ruling.ACCEPT for row in standing(judgements) if row.kind in kinds}
