"""What a comment to Valla in a document orders: `valla: ignore[T112] the proviso is quoted below`."""

import re
from dataclasses import dataclass

ORDER = re.compile(r"\s*valla:\s*ignore(-file)?\[([^\]]{1,200})\]\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Order:
    """A suppression as it is written: the rules that it names, and the reason, which may be missing."""

    labels: tuple[str, ...]
    reason: str


def read_order(words: str) -> Order | None:
    """Return the suppression that a comment orders; None where it is none that can be understood."""
    match = ORDER.fullmatch(words)
    if match is None:
        return None
    return Order(labels=tuple(label.strip() for label in match[2].split(",")), reason=match[3].strip())
