"""A generated tradition whose copying is known: who copied whom, with errors and contamination.

    python eval/tradition.py [--seeds 20]

Prints the precision and recall of the proposed dependences, and how many independent accurate witnesses were accused.
"""

import argparse
import random
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that the script runs from anywhere without being installed

from valla.model.anchors import DocumentId
from valla.stemma.copies import propose_copies

WITNESSES, INDEPENDENT, WORDS = 30, 10, 1200
ERRORS, CONTAMINATION = 0.01, 0.10


@dataclass(frozen=True, slots=True)
class Tradition:
    """Readings by witness, the true (giver, taker) pairs of copying, those by descent, and the independent witnesses."""

    readings: dict[DocumentId, list[str | None]]
    exemplars: frozenset[tuple[DocumentId, DocumentId]]
    second: frozenset[tuple[DocumentId, DocumentId]]
    independent: frozenset[DocumentId]


def make_tradition(seed: int) -> Tradition:
    """Return a tradition of thirty copied witnesses and ten that had it from the event itself."""
    chance = random.Random(seed)  # noqa: S311 - a reproducible choice, nothing secret
    truth: list[str | None] = [f"w{place}" for place in range(WORDS)]
    readings: dict[DocumentId, list[str | None]] = {}
    first, second = set(), set()
    for number in range(WITNESSES):
        name = DocumentId(f"copy{number:02}")
        earlier = sorted(readings)
        parent = chance.choice(earlier) if earlier and chance.random() > 0.1 else None  # noqa: PLR2004 - some from the lost original
        words = copy_words(chance, readings[parent] if parent else truth)
        if parent:
            first.add((parent, name))
            other = chance.choice(earlier)
            if other != parent:
                second.add((other, name))
                words = [
                    b if chance.random() < CONTAMINATION else a for a, b in zip(words, readings[other], strict=True)
                ]
        readings[name] = words
    free = frozenset(DocumentId(f"free{number:02}") for number in range(INDEPENDENT))
    for name in sorted(free):
        readings[name] = copy_words(chance, truth)
    return Tradition(readings, frozenset(first), frozenset(second), free)


def copy_words(chance: random.Random, words: list[str | None]) -> list[str | None]:
    """Return a copy with an error in one word of a hundred; three errors lie near at each place."""
    return [f"{word}x{chance.randrange(3)}" if chance.random() < ERRORS else word for word in words]


def measure_tradition(seeds: int) -> dict[str, float]:
    """Return precision, recall and the share of independent witnesses accused, over several traditions."""
    right = proposed = wanted = found = accused = innocent = 0
    for seed in range(seeds):
        made = make_tradition(seed)
        pairs = {(row.earlier, row.later) for row in propose_copies(made.readings)}
        right += len(pairs & (made.exemplars | made.second))
        proposed += len(pairs)
        wanted += len(made.exemplars)
        accused += len({name for pair in pairs for name in pair} & made.independent)
        innocent += len(made.independent)
        found += len(pairs & made.exemplars)
    return {
        "precision": right / max(1, proposed),
        "recall": found / max(1, wanted),
        "accused": accused / max(1, innocent),
    }


def main() -> int:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--seeds", type=int, default=20)
    for name, figure in measure_tradition(asked.parse_args().seeds).items():
        print(f"{name:<12}{figure:>8.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
