"""How long the lines and the hands that all pass take in a generated transmission, and how that grows with its documents.

    python bench/transmission.py [--documents 1000 10000 40000]

The time is that of one core. The answers are held against the plan by which the transmission was made.
"""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that the script runs from anywhere without being installed

from eval.transmission import make_transmission

from valla.stemma.graph import count_lines, hands_all_pass, weave

SHAPES = ((5, 0), (40, 0), (12, 3), (300, 1))
"""Independent lines, and the hands through which all of them pass."""


def seconds_of(documents: int, lines: int, neck: int) -> float:
    """Return the seconds for one transmission; ValueError where the answer is not the plan's."""
    pairs, through, wanted = make_transmission(lines, documents=documents, lines=lines, neck=neck)
    begun = time.process_time()
    web = weave(pairs, "essay")
    found = (hands_all_pass(web), count_lines(web))
    spent = time.process_time() - begun
    if found != (through, wanted):
        raise ValueError(f"{documents} documents, {lines} lines: {found} is not the plan's answer")
    return spent


def main() -> int:
    """Print a line for each number of documents, with the growth against the line before."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000, 40_000])
    before: tuple[int, float] | None = None
    for documents in asked.parse_args().documents:
        slowest = max(seconds_of(documents, lines, neck) for lines, neck in SHAPES)
        grown = f"  {slowest / before[1] / (documents / before[0]):.2f}x in proportion" if before else ""
        print(f"{documents:>7,} documents  slowest of {len(SHAPES)} shapes {slowest:6.2f} s{grown}")
        before = documents, slowest
    return 0


if __name__ == "__main__":
    sys.exit(main())
