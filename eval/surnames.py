"""Measure the likeness of surnames on our own pairs: spellings of one name, and names that are only alike.

    python eval/surnames.py [--half dev] [--faults]

The pairs stand in eval/names/same.txt and differ.txt; their lines are dealt to the halves in turn. They were written
before the rules. A third set, fresh_same.txt and fresh_differ.txt, was written before the tables of systems and measured
when they were done; tuning_same.txt and tuning_differ.txt are only tuned on. Recall is the share of spellings taken for one name without asking; a false merge is a hard pair taken
for one.
"""

import argparse
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that the script runs from anywhere without being installed

from valla.name.likeness import likeness_of

NAMES = Path(__file__).parent / "names"
HALVES = ("dev", "test")
SETS = (*HALVES, "fresh", "tuning")
Pair = tuple[str, str]


def read_lines(name: str, half: str) -> Iterator[list[str]]:
    """Yield the names of each line of one half, or of a set that is not halved."""
    halved = half in HALVES
    rows = (NAMES / (name if halved else f"{half}_{name}")).read_text(encoding="utf-8").splitlines()
    lines = [row for row in rows if row.strip() and not row.startswith("#")]
    yield from (line.split(" | ")[1:] for line in (lines[HALVES.index(half) :: 2] if halved else lines))


def same_pairs(half: str) -> list[Pair]:
    """Return every two spellings of one name."""
    return [pair for names in read_lines("same.txt", half) for pair in combinations(names, 2)]


def hard_pairs(half: str) -> list[Pair]:
    """Return the names that are alike and not the same."""
    return [(names[0], names[1]) for names in read_lines("differ.txt", half)]


def measure_half(half: str) -> dict[str, float]:
    """Return recall, false merges and proposals of one half, as shares."""
    same, hard = same_pairs(half), hard_pairs(half)
    sure = sum(likeness_of(*pair).sure for pair in same)
    false = sum(likeness_of(*pair).sure for pair in hard)
    return {"surname_recall": round(sure / len(same), 4), "false_merges": round(false / len(hard), 4)}


def main() -> int:
    """Print the figures, and the errors where they are asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--half", choices=SETS)
    asked.add_argument("--faults", action="store_true")
    given = asked.parse_args()
    for half in [given.half] if given.half else SETS:
        print(half, len(same_pairs(half)), "spellings,", len(hard_pairs(half)), "hard pairs:", measure_half(half))
        if given.faults:
            show_faults(half)
    return 0


def show_faults(half: str) -> None:
    """Print the pairs that are taken wrongly."""
    for sign, pairs, wrong in (("missed", same_pairs(half), False), ("false", hard_pairs(half), True)):
        for pair in pairs:
            held = likeness_of(*pair)
            if held.sure is wrong:
                print(f"  {sign:<7}{held.score:.3f}  {pair[0]} / {pair[1]}  {held.reason}")


if __name__ == "__main__":
    raise SystemExit(main())
