"""Compare Valla with its peers: `python -m bench.trace.run --sizes 1,5 --seeds 1,2`.

For each size and seed a library and quotations are generated, every tool is measured on them in a process of its own, and
what it found is scored. The table is printed; `--results` keeps every figure as JSON and the table as Markdown beside
it. With a results file that is there already, only what was measured now is put anew; the table marks what was not
measured in the same run. Peers are looked for in `--peers-python`; one that is not there is told of in one line.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.trace.fetch import CARRIERS, fetch
from bench.trace.generate import MB, generate
from bench.trace.peers import PEERS
from bench.trace.score import read_lines, score
from bench.trace.table import table_of
from bench.trace.watch import run_watched

Row = dict[str, Any]

OWN = "valla"
"""How the names of our own adapters begin: they run in this interpreter."""

PATIENCE = 12
"""So many times the budget, and two minutes more, a tool may take on the wall for all that it does."""


def prepared(work: Path, *, size: float, tasks: int, seed: int) -> Path:
    """Return a generated set; it is made where it is not there yet, and so is the carrier."""
    carrier = work / "carriers"
    for name in CARRIERS:
        if not (carrier / name).is_dir():
            print(f"fetching {name}", flush=True)
            fetch(name, carrier)
    made = work / "sets" / f"{size:g}-{seed}-{tasks}"
    if not (made / "about.json").exists():
        print(f"generating {made.name}", flush=True)
        generate(carrier, made, size=round(size * MB), tasks=tasks, seed=seed)
    return made


def measured(peer: str, made: Path, asked: argparse.Namespace) -> Row:
    """Measure one tool on one set and score it."""
    out = asked.work / "out" / made.name
    out.mkdir(parents=True, exist_ok=True)
    cost_file, traces = out / f"{peer}.cost.json", out / f"{peer}.traces.jsonl"
    for path in (cost_file, traces):
        path.unlink(missing_ok=True)
    python = sys.executable if peer.startswith(OWN) else asked.peers_python
    command = [python, "-m", "bench.trace.measure", peer, str(made), str(out), "--budget", str(asked.budget)]
    watched = run_watched(command, seconds=PATIENCE * asked.budget + 120, log=out / f"{peer}.log")
    cost: Row = (
        json.loads(cost_file.read_text()) if cost_file.exists() else {"failed": "stopped: it took too long or too much"}
    )
    if "peak_mb" in cost:
        cost["peak_mb"] = round(max(cost["peak_mb"], watched.peak_mb), 1)
    answers = read_lines(traces) if traces.exists() else []
    scored = asdict(score(read_lines(made / "gold.jsonl"), answers)) if answers else None
    return {"cost": cost, "score": scored}


def all_measured(asked: argparse.Namespace) -> Iterator[Row]:
    """Yield a row for each tool on each set, the sizes from small to large."""
    run = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for size in sorted(asked.sizes):
        for seed in asked.seeds:
            made = prepared(asked.work, size=size, tasks=asked.tasks, seed=seed)
            for peer in asked.peers:
                if size > largest(peer):
                    continue
                row = measured(peer, made, asked)
                print(told(peer, size, seed, row), flush=True)
                yield {"run": run, "size_mb": size, "seed": seed, "tasks": asked.tasks, "peer": peer, **row}


def largest(peer: str) -> float:
    """Return the largest size at which a tool is measured; it stands in its adapter, which need not be importable here."""
    spec = find_spec(f"bench.trace.peers.{peer}")
    source = Path(spec.origin).read_text(encoding="utf-8") if spec and spec.origin else ""
    line = next((line for line in source.splitlines() if line.startswith("LARGEST = ")), "")
    return float(line.removeprefix("LARGEST = ") or "inf")


def told(peer: str, size: float, seed: int, row: Row) -> str:
    """Put one measurement in a line."""
    where = f"{size:g} MB, seed {seed}: {peer}"
    if "failed" in row["cost"]:
        return f"{where}: not measured ({row['cost']['failed']})"
    scored = row["score"] or {}
    return f"{where}: done {scored.get('done', 0)}, F1 {scored.get('f1')}, {row['cost']['median_ms']} ms a quotation"


def merged(old: Sequence[Row], new: Sequence[Row]) -> list[Row]:
    """Put new rows for old ones of the same tool, size, seed and number, in a fixed order."""
    rows = {_key(row): row for row in (*old, *new)}
    return [rows[key] for key in sorted(rows)]


def _key(row: Row) -> tuple[float, int, int, int]:
    """Return what a row is told apart by."""
    place = PEERS.index(row["peer"]) if row["peer"] in PEERS else len(PEERS)
    return (row["size_mb"], row["tasks"], row["seed"], place)


def numbers(words: str) -> list[float]:
    """Read numbers between commas."""
    return [float(word) for word in words.split(",")]


def main() -> None:
    """Measure as the command line asks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--sizes", type=numbers, default=[1.0, 5.0], help="of the libraries, in MB")
    parser.add_argument("--seeds", type=lambda words: [int(word) for word in words.split(",")], default=[1, 2])
    parser.add_argument("--tasks", type=int, default=600)
    parser.add_argument("--peers", type=lambda words: words.split(","), default=list(PEERS))
    parser.add_argument("--budget", type=float, default=150.0, help="CPU seconds for one tool on one set")
    parser.add_argument("--peers-python", default=sys.executable, help="an interpreter that has the peers installed")
    parser.add_argument("--work", type=Path, default=Path(".bench"), help="where texts, sets and traces are kept")
    parser.add_argument("--results", type=Path, help="a JSON file; the table is written beside it")
    asked = parser.parse_args()
    rows = json.loads(asked.results.read_text()) if asked.results and asked.results.exists() else []
    for row in all_measured(asked):
        rows = merged(rows, [row])
        if asked.results:
            write(rows, asked.results)
    print(table_of(rows))


def write(rows: Sequence[Row], results: Path) -> None:
    """Keep the rows, and the table beside them; done after each row, so that a run that is broken off leaves its part."""
    results.parent.mkdir(parents=True, exist_ok=True)
    results.write_text("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n", encoding="utf-8")
    results.with_suffix(".md").write_text(table_of(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
