"""What is known of persons from outside the essay, with its source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Fact:
    """One thing that a source says of a person: `kind` is born, arrested, died, office …, `edtf` its date."""

    person: str
    aliases: tuple[str, ...]
    kind: str
    edtf: str
    source: str
