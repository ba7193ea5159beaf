"""How Valla's cost grows: `python -m bench.trace.growth --sizes 1,5,20,50,200 --counts 100,1000,10000 --results FILE`.

First the library grows under one number of quotations, then the quotations grow over one library. Each point is a process
of its own; told are CPU seconds and seconds on the wall (what it takes to start is left out of the first and in the
second), the memory of all its processes together, and the exponent of the growth: 1 is linear.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.trace.run import numbers, prepared
from bench.trace.watch import run_watched

Row = dict[str, Any]

HOURS = 2
"""A point that takes longer than so many hours is given up."""


def narrowed(made: Path, count: int) -> Path:
    """Return a set with the same library and the first of its quotations only."""
    part = made.with_name(f"{made.name}-first-{count}")
    part.mkdir(exist_ok=True)
    lines = (made / "tasks.jsonl").read_bytes().splitlines(keepends=True)[:count]
    (part / "tasks.jsonl").write_bytes(b"".join(lines))
    if not (part / "library").exists():
        (part / "library").symlink_to((made / "library").resolve())
    return part


def point(made: Path, *, work: Path, peer: str, axis: str) -> Row:
    """Measure one set."""
    out = work / "growth" / made.name
    out.mkdir(parents=True, exist_ok=True)
    cost_file = out / f"{peer}.cost.json"
    cost_file.unlink(missing_ok=True)
    command = [sys.executable, "-m", "bench.trace.measure", peer, str(made), str(out)]
    watched = run_watched(command, seconds=HOURS * 3600, log=out / f"{peer}.log")
    cost: Row = json.loads(cost_file.read_text()) if cost_file.exists() else {"failed": "stopped"}
    if "failed" in cost:
        raise SystemExit(f"{made.name}: {cost['failed']}")
    count = len((made / "tasks.jsonl").read_bytes().splitlines())
    size = sum(path.stat().st_size for path in (made / "library").rglob("*.txt"))
    return {
        "axis": axis,
        "peer": peer,
        "bytes": size,
        "quotations": count,
        "cpu_s": round(cost["mean_ms"] * count / 1000, 3),
        "start_s": cost["set_up_s"],
        "wall_s": cost.get("wall_s"),
        "peak_mb": round(max(cost["peak_mb"], watched.peak_mb), 1),
    }


def points(asked: argparse.Namespace) -> Iterator[Row]:
    """Yield the points of both axes."""
    for size in asked.sizes:
        made = prepared(asked.work, size=size, tasks=asked.tasks, seed=asked.seed)
        yield point(made, work=asked.work, peer=asked.peer, axis="library")
    if asked.counts:
        made = prepared(asked.work, size=asked.size, tasks=max(asked.counts), seed=asked.seed)
        for count in asked.counts:
            yield point(narrowed(made, count), work=asked.work, peer=asked.peer, axis="quotations")


def exponent(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Return the slope of the line through the logarithms of both: the power with which the second grows."""
    logs = [(math.log(one), math.log(other)) for one, other in pairs if one > 0 and other > 0]
    if len(logs) < 2:  # noqa: PLR2004 - two points make a line
        return None
    middle, height = (sum(column) / len(logs) for column in zip(*logs, strict=True))
    spread = sum((one - middle) ** 2 for one, _ in logs)
    return sum((one - middle) * (other - height) for one, other in logs) / spread if spread else None


def told(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the points and the exponents in lines."""
    for axis, key in (("library", "bytes"), ("quotations", "quotations")):
        here = [row for row in rows if row["axis"] == axis]
        for row in here:
            yield (
                f"{row['bytes'] / 1e6:9.1f} MB {row['quotations']:7} quotations: CPU {row['cpu_s']:8.2f} s, "
                f"wall {row['wall_s']} s, {row['peak_mb']:.0f} MB"
            )
        power = exponent([(row[key], row["cpu_s"]) for row in here])
        if power is not None:
            yield f"CPU time grows with the {axis} to the power of {power:.2f}"


def main() -> None:
    """Measure as the command line asks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--sizes", type=numbers, default=[1.0, 5.0, 20.0, 50.0], help="of the libraries, in MB")
    parser.add_argument("--tasks", type=int, default=1000, help="quotations while the library grows")
    parser.add_argument(
        "--counts", type=lambda words: [int(word) for word in words.split(",")], default=[100, 1000, 10000]
    )
    parser.add_argument("--size", type=float, default=50.0, help="of the library while the quotations grow, in MB")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peer", default="valla_trace")
    parser.add_argument("--work", type=Path, default=Path(".bench"))
    parser.add_argument("--results", type=Path)
    asked = parser.parse_args()
    rows = list(points(asked))
    if asked.results:
        asked.results.parent.mkdir(parents=True, exist_ok=True)
        asked.results.write_text("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n", encoding="utf-8")
    print("\n".join(told(rows)))


if __name__ == "__main__":
    main()
