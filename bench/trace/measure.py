"""Measure one tool on one set, in a process of its own: `python -m bench.trace.measure PEER SET OUT [--budget 150]`.

OUT gets `<peer>.traces.jsonl` and `<peer>.cost.json`. Times are CPU times of all threads and child processes, since a
clock on the wall tells more of what else the machine does. The set-up (reading, folding, indexing) is told apart. A tool
that takes all quotations at once has for its set-up what the same call costs on an empty folder: starting, no more.
When the budget of CPU seconds is used up the tool stops between two quotations, and those done are scored.
"""

import argparse
import json
import resource
import time
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from statistics import fmean, median
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from bench.trace.peers.shelf import Answer, Ask
from bench.trace.score import read_lines

Row = dict[str, Any]


def cpu_seconds() -> float:
    """Return the CPU time of this process and of its children that have ended, the system's share included."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def peak_mb() -> float:
    """Return the largest memory of this process or of a child, in MB; several children at once are seen from outside."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(kind).ru_maxrss for kind in kinds) * 1024 / 1e6


def row_of(name: str, answer: Answer) -> Row:
    """Return an answer as a trace."""
    passages = [{"document": document, "start": start, "end": end} for document, start, end in answer.places]
    return {"id": name, "verdict": answer.verdict, "passages": passages}


def one_by_one(ask: Ask, tasks: Sequence[Row], budget: float) -> Iterator[tuple[Row, float]]:
    """Yield traces and what each cost, until the budget is used up."""
    begun = cpu_seconds()
    for task in tasks:
        before = cpu_seconds()
        if before - begun > budget:
            return
        answer = ask(task["quote"], task.get("cited"))
        yield row_of(task["id"], answer), cpu_seconds() - before


def measure_asking(module: ModuleType, made: Path, out: Path, budget: float) -> Row:
    """Measure a tool that is asked for one quotation after another."""
    before = cpu_seconds()
    ask = module.open_peer(made / "library")
    set_up = cpu_seconds() - before
    costs = []
    with out.open("w", encoding="utf-8") as file:
        for row, cost in one_by_one(ask, read_lines(made / "tasks.jsonl"), budget):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            costs.append(cost)
    return _cost(set_up=set_up, costs=costs, way="one by one")


def measure_batch(module: ModuleType, made: Path, out: Path) -> Row:
    """Measure a tool that takes all quotations at once."""
    tasks = made / "tasks.jsonl"
    with TemporaryDirectory() as empty:
        nothing = Path(empty) / "nothing.jsonl"
        nothing.write_bytes(tasks.read_bytes().split(b"\n", 1)[0] + b"\n")
        shelf = Path(empty) / "library"
        shelf.mkdir()
        (shelf / "nothing.txt").write_text("Nothing.\n")
        module.trace_all(shelf, nothing, Path(empty) / "warm.jsonl")  # what is compiled once for all is compiled here
        before = cpu_seconds()
        module.trace_all(shelf, nothing, Path(empty) / "traces.jsonl")
        set_up = cpu_seconds() - before
    before, wall = cpu_seconds(), time.perf_counter()
    module.trace_all(made / "library", tasks, out)
    wall = time.perf_counter() - wall
    done = len(read_lines(tasks))
    spent = max(0.0, cpu_seconds() - before - set_up)
    return _cost(set_up=set_up, costs=[spent / done] * done, way="all at once") | {"wall_s": round(wall, 2)}


def _cost(*, set_up: float, costs: Sequence[float], way: str) -> Row:
    """Put the cost in a row."""
    thousandths = sorted(1000 * cost for cost in costs)
    return {
        "way": way,
        "set_up_s": round(set_up, 3),
        "median_ms": round(median(thousandths), 4) if thousandths else None,
        "mean_ms": round(fmean(thousandths), 4) if thousandths else None,
        "p95_ms": round(thousandths[int(0.95 * (len(thousandths) - 1))], 4) if thousandths else None,
        "peak_mb": round(peak_mb(), 1),
    }


def main() -> None:
    """Measure as the command line asks; a tool that is not there or fails is told of in one line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("peer")
    parser.add_argument("set", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--budget", type=float, default=150.0, help="CPU seconds for all quotations")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    traces = asked.out / f"{asked.peer}.traces.jsonl"
    try:
        module = import_module(f"bench.trace.peers.{asked.peer}")
        batch = hasattr(module, "trace_all")
        cost = (
            measure_batch(module, asked.set, traces)
            if batch
            else measure_asking(module, asked.set, traces, asked.budget)
        )
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a peer may fail in any way, and the others are still measured
        cost = {"failed": f"{type(error).__name__}: {error}".split("\n", 1)[0][:200]}
    (asked.out / f"{asked.peer}.cost.json").write_text(json.dumps(cost) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
