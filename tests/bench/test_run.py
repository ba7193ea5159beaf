"""What is measured around the tools: growth, the merging of results, the table, the watch on memory."""

import sys
from pathlib import Path
from typing import Any

import pytest
from bench.trace import growth, run
from bench.trace.measure import measure_asking
from bench.trace.peers import PEERS, exact
from bench.trace.score import read_lines, score
from bench.trace.table import NAMES, table_of
from bench.trace.watch import run_watched

Row = dict[str, Any]


def measured(peer: str, *, seed: int = 1, f1: float = 0.5, run: str = "b") -> Row:
    scored = {"done": 10, "f1": f1, "document_f1": f1, "alarms": 0.0, "macro_f1": None, "right": {"ocr_10": f1}}
    cost = {"median_ms": 1.0, "mean_ms": 2.0, "set_up_s": 0.1, "peak_mb": 30.0}
    return {"run": run, "size_mb": 5.0, "seed": seed, "tasks": 10, "peer": peer, "score": scored, "cost": cost}


def test_the_exponent_of_growth_is_one_where_it_is_linear_and_a_half_for_a_root() -> None:
    assert growth.exponent([(1, 3), (10, 30), (100, 300)]) == pytest.approx(1.0)
    assert growth.exponent([(1, 3), (100, 30)]) == pytest.approx(0.5)
    assert growth.exponent([(1, 3)]) is None


def test_new_figures_take_the_place_of_old_ones_of_the_same_tool_and_set() -> None:
    old = [measured("exact", f1=0.1, run="a"), measured("edlib_infix", run="a")]

    rows = run.merged(old, [measured("exact", f1=0.9)])

    assert [(row["peer"], row["score"]["f1"]) for row in rows] == [("exact", 0.9), ("edlib_infix", 0.5)]


def test_the_table_has_means_over_the_seeds_and_marks_what_an_earlier_run_measured() -> None:
    failed = {**measured("quid_pairs"), "score": None, "cost": {"failed": "ModuleNotFoundError: quid"}}
    rows = [measured("exact", f1=0.2), measured("exact", seed=2, f1=0.4), measured("edlib_infix", run="a"), failed]

    lines = table_of(rows).splitlines()

    assert "| exact search | 10 | 0.300 | 0.300 | 0.000 | – | 1.00 | 2.00 | 0.1 | 30 |" in lines
    assert any(line.startswith("| edlib † |") for line in lines)
    assert any("Quid: ModuleNotFoundError" in line for line in lines)


def test_every_peer_has_an_adapter_and_a_name() -> None:
    folder = Path(exact.__file__).parent

    assert set(PEERS) == set(NAMES) == {path.stem for path in folder.glob("*.py")} - {"__init__", "shelf"}
    assert run.largest("exact") == float("inf")
    assert run.largest("quid_pairs") < 10


def test_exact_search_is_measured_and_finds_what_stands_there_whatever_the_line_ends(tmp_path: Path) -> None:
    (tmp_path / "library" / "deep").mkdir(parents=True)
    (tmp_path / "library" / "deep" / "log.txt").write_text("Preface.\n\nThe lamp was\nlit at Four, and not before.\n")
    (tmp_path / "tasks.jsonl").write_text(
        '{"id": "a", "quote": "the lamp was lit at four"}\n{"id": "b", "quote": "the lamp was out"}\n'
    )
    gold: list[Row] = [
        {
            "id": "a",
            "kind": "k",
            "verdict": "verbatim",
            "parts": [{"document": "deep/log.txt", "start": 10, "end": 34}],
        },
        {"id": "b", "kind": "k", "verdict": "unchecked", "parts": []},
    ]

    cost = measure_asking(exact, tmp_path, tmp_path / "traces.jsonl", budget=10)
    result = score(gold, read_lines(tmp_path / "traces.jsonl"))

    assert (result.done, result.f1, result.alarms, result.macro_f1) == (2, 1.0, 0.0, 1.0)
    assert cost["median_ms"] > 0


def test_the_watch_sees_the_memory_of_children_and_ends_what_takes_too_long(tmp_path: Path) -> None:
    eats = "import time; words = b'x' * 60_000_000; time.sleep(0.6)"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {eats!r}], check=True)"

    large = run_watched([sys.executable, "-c", child], seconds=20, log=tmp_path / "log")
    late = run_watched([sys.executable, "-c", "import time; time.sleep(60)"], seconds=0.2, log=tmp_path / "log")

    assert large.status == 0
    assert late.status is None
    if Path("/proc/self/smaps_rollup").exists():
        assert large.peak_mb > 60
