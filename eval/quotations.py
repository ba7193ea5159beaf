"""Measure the finding of quotations, speakers and works on our own gold sets.

    python eval/quotations.py [--half dev|test|all] [--faults] [--json]

Development looks at the dev half only; `--faults` lists the errors of that half and refuses the other.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that the script runs from anywhere without being installed

from eval.answers import answer_text
from eval.marked import compile_marked
from eval.scoring import Score, score_reading

GOLD = Path(__file__).parent / "gold"
HALVES = ("dev", "test")
HEAD = f"{'':<14}{'quoted':>7}{'exact':>7}{'overlap':>9}{'scare':>7}{'title alarms':>14}{'titles':>8}{'speaker':>13}{'work':>13}"


def measure_halves(halves: Sequence[str]) -> dict[str, dict[str, Score]]:
    """Return the score of every gold file, by half and name."""
    return {half: dict(measure_files(sorted((GOLD / half).glob("*.gold")))) for half in halves}


def measure_files(paths: Sequence[Path]) -> Iterator[tuple[str, Score]]:
    """Yield the score of each gold file with its name."""
    for path in paths:
        gold = compile_marked(path.read_text(encoding="utf-8"))
        yield path.stem, score_reading(gold, answer_text(gold.text, path.stem))


def add_scores(scores: Sequence[Score]) -> Score:
    """Return the figures of several texts together."""
    total = Score()
    for score in scores:
        total.add(score)
    return total


def show_line(name: str, score: Score) -> str:
    """Return one line of the table."""
    asked = score.overlap.met + score.overlap.missed
    speakers, works = score.speakers, score.works
    return (
        f"{name:<14}{asked:>7}{score.exact.f1:>7.3f}{score.overlap.f1:>9.3f}{score.scare.f1:>7.3f}"
        f"{score.title_alarms:>14}{score.titles.rate:>8.2f}"
        f"{f'{speakers.right}/{speakers.of} {speakers.rate:.2f}':>13}{f'{works.right}/{works.of} {works.rate:.2f}':>13}"
    )


def figures_of(score: Score) -> dict[str, float]:
    """Return the figures that floors are set on."""
    return {
        "exact_f1": round(score.exact.f1, 4),
        "overlap_f1": round(score.overlap.f1, 4),
        "scare_f1": round(score.scare.f1, 4),
        "nested_recall": round(score.nested.rate, 4),
        "kind_accuracy": round(score.kinds.rate, 4),
        "title_alarms": score.title_alarms,
        "title_recall": round(score.titles.rate, 4),
        "speaker_accuracy": round(score.speakers.rate, 4),
        "false_names": score.false_names,
        "work_accuracy": round(score.works.rate, 4),
    }


def show_half(half: str, scores: dict[str, Score], *, faults: bool) -> None:
    """Print the table of one half, and its faults where they are asked for."""
    total = add_scores(list(scores.values()))
    print(f"\n{half}\n{HEAD}")
    for name, score in scores.items():
        print(show_line(name, score))
        for fault in score.faults if faults else ():
            print(f"    {fault}")
    print(show_line("all", total))
    print(
        f"nested {total.nested.right}/{total.nested.of}   kinds {total.kinds.rate:.3f}   false names {total.false_names}"
    )


def main() -> int:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--half", choices=(*HALVES, "all"), default="all")
    asked.add_argument("--faults", action="store_true")
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    if given.faults and given.half != "dev":
        asked.error("the errors of the test half stay unseen; use --half dev --faults")
    halves = measure_halves(HALVES if given.half == "all" else (given.half,))
    if given.json:
        print(json.dumps({half: figures_of(add_scores(list(scores.values()))) for half, scores in halves.items()}))
        return 0
    for half, scores in halves.items():
        show_half(half, scores, faults=given.faults)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
