"""Measure the rules on dates on labelled passages: what each reports rightly, wrongly, and not at all.

    python eval/time_rules.py [--faults]

`time_rules.jsonl` has a passage a line with the codes that a reader would report of it, and what is wrong in it; many
have nothing wrong and tempt. The persons and their lives are invented; they stand in the same file's first line. The
passages were written before the rules were run on them.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that the script runs from anywhere without being installed

from valla.corridor import investigate
from valla.files.facts import read_facts
from valla.library.memory import MemoryLibrary
from valla.model.anchors import DocumentId
from valla.read import read_document
from valla.rules import run_rules

PASSAGES = Path(__file__).parent / "time_rules.jsonl"
CODES = ("D101", "D110", "D120", "D121", "D140")


def measure(*, faults: bool = False) -> dict[str, tuple[int, int, int]]:
    """Return for each rule how many passages it reports rightly, wrongly, and leaves out."""
    lives, *rows = [json.loads(line) for line in PASSAGES.read_text(encoding="utf-8").splitlines()]
    facts = tuple(read_facts("\n".join(lives["facts"]), "lives.csv"))
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for row in rows:
        document = read_document(row["text"].encode(), id=DocumentId("essay"), name="essay.md")
        made = run_rules(investigate(document, MemoryLibrary(()), facts=facts), frozenset(CODES))
        found, wanted = {finding.code for finding in made}, set(row["codes"])
        right.update(found & wanted)
        wrong.update(found - wanted)
        missed.update(wanted - found)
        if faults and found != wanted:
            print(sorted(wanted), "but", [finding.message for finding in made], "in:", row["text"])
    return {code: (right[code], wrong[code], missed[code]) for code in CODES}


def main() -> int:
    """Print the counts, and the passages that are taken wrongly where they are asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--faults", action="store_true")
    for code, (right, wrong, missed) in measure(faults=asked.parse_args().faults).items():
        print(f"{code}: {right} right, {wrong} wrong, {missed} missed")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
