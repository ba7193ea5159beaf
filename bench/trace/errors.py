"""Show where traces and gold part: `python -m bench.trace.errors SET TRACES.jsonl [--kind spliced_two] [--most 10]`.

For each quotation that is wrong: its kind, the verdicts (right, told), the words, and the words at the right places and at
those that were told. To be looked at on tuning seeds only; the seeds of the published table are not for looking.
"""

import argparse
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from bench.trace.score import CLASS_OF, matched, read_lines

Row = dict[str, Any]
LONGEST = 400


def wrong(gold: Row, trace: Row) -> bool:
    """Tell whether the verdict or a place is not the right one."""
    verdict, told = (CLASS_OF.get(row.get("verdict") or "", row.get("verdict")) for row in (gold, trace))
    if gold["verdict"] == "too-short" or trace.get("verdict") in gold.get("accept", ()):
        return verdict != told and trace.get("verdict") not in gold.get("accept", ())
    found, right = matched(gold["parts"], trace["passages"])
    return verdict != told or found < len(gold["parts"]) or right < len(trace["passages"])


def shown(task: Row, gold: Row, trace: Row, library: Path) -> Iterator[str]:
    """Yield the lines of one error."""
    yield f"{task['id']} {gold['kind']}: {gold['verdict']}, told {trace.get('verdict')}; cited {task.get('cited')}"
    yield f"    quoted  {task['quote']}"
    for name, places in (("right", gold["parts"]), ("told", trace["passages"])):
        for place in places:
            yield f"    {name:7} {_words(library, place)}   [{place['document']} {place.get('start')}]"


def _words(library: Path, place: Row) -> str:
    """Return the words at a place, on one line."""
    start, end = place.get("start"), place.get("end")
    return " ".join(_text(library / place["document"])[start:end].split())[:LONGEST] if start is not None else ""


@lru_cache(maxsize=256)
def _text(path: Path) -> str:
    """Read a file."""
    return path.read_bytes().decode()


def main() -> None:
    """Show what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("set", type=Path)
    parser.add_argument("traces", type=Path)
    parser.add_argument("--kind", default="")
    parser.add_argument("--most", type=int, default=20)
    asked = parser.parse_args()
    tasks = {row["id"]: row for row in read_lines(asked.set / "tasks.jsonl")}
    traces = {row["id"]: row for row in read_lines(asked.traces)}
    rows = [
        row
        for row in read_lines(asked.set / "gold.jsonl")
        if row["id"] in traces and row["kind"].startswith(asked.kind)
    ]
    faults = [row for row in rows if wrong(row, traces[row["id"]])]
    print(f"{len(faults)} of {len(rows)} wrong")
    for row in sorted(faults, key=lambda row: (row["kind"], row["id"]))[: asked.most]:
        print("\n".join(shown(tasks[row["id"]], row, traces[row["id"]], asked.set / "library")))


if __name__ == "__main__":
    main()
