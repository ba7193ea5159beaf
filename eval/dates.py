"""Measure the dates on short passages: spans, and whether the EDTF is right.

    python eval/dates.py [--half dev] [--faults]

A line is a passage; `{words|EDTF}` marks a date in it, with " or " between readings that are right too, and "?" for one
that has no EDTF of its own. Passages without a mark hold what looks like a date and is none. The halves were parted
before the grammar was written; the faults of the test half are not shown.
"""

import argparse
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that the script runs from anywhere without being installed

from valla.date import find_dates
from valla.model.anchors import DocumentId, Span
from valla.model.dates import When
from valla.model.documents import Document

GOLD = Path(__file__).parent / "dates"
HALVES = ("dev", "test")
MARK = re.compile(r"\{([^|{}]*)\|([^{}]*)\}")
UNKNOWN = "?"


@dataclass(slots=True, kw_only=True)
class Score:
    """What comes of the passages; relative dates are counted where they are found and where they are not."""

    hits: int = 0
    spurious: int = 0
    missed: int = 0
    asked: int = 0
    right: int = 0
    faults: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Return precision, recall and the share of right EDTF among the dates found."""
        return {
            "precision": round(self.hits / max(1, self.hits + self.spurious), 4),
            "recall": round(self.hits / max(1, self.hits + self.missed), 4),
            "edtf": round(self.right / max(1, self.asked), 4),
        }


def read_passage(line: str) -> tuple[str, list[tuple[Span, list[str]]]]:
    """Return a passage without its marks, and the places of its dates with the readings that are right."""
    text, gold, last = "", [], 0
    for match in MARK.finditer(line):
        text += line[last : match.start()]
        gold.append((Span(len(text), len(text) + len(match[1])), match[2].split(" or ")))
        text += match[1]
        last = match.end()
    return text + line[last:], gold


def measure_half(half: str) -> Score:
    """Return the score of one half."""
    score = Score()
    for line in (GOLD / f"{half}.txt").read_text(encoding="utf-8").splitlines():
        text, gold = read_passage(line)
        score_passage(text, gold, list(find_dates(Document(id=DocumentId("p"), name="p.txt", text=text))), score)
    return score


def score_passage(text: str, gold: list[tuple[Span, list[str]]], found: list[When], score: Score) -> None:
    """Add one passage to a score."""
    for span, readings in gold:
        hit = next((row for row in found if row.span.touches(span)), None)
        if hit is None:
            score.missed += 1
            score.faults.append(f"missed   {span.of(text)} in: {text}")
            continue
        found.remove(hit)
        score.hits += 1
        if UNKNOWN not in readings:
            score.asked += 1
            score.right += (hit.edtf or hit.inferred) in readings
            if (hit.edtf or hit.inferred) not in readings:
                score.faults.append(f"reading  {hit.edtf} for {readings[0]} in: {text}")
    score.spurious += len(found)
    score.faults += [f"spurious {row.words} in: {text}" for row in found]


def main() -> int:
    """Print the figures, and the faults of the dev half where they are asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--half", choices=HALVES)
    asked.add_argument("--faults", action="store_true")
    given = asked.parse_args()
    for half in [given.half] if given.half else HALVES:
        score = measure_half(half)
        print(half, score.figures())
        if given.faults and half == "dev":
            print("\n".join(score.faults))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
