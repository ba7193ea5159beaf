"""Say what the benchmark of tracing has, and show the table that was measured last: `python -m bench.trace.about`."""

from pathlib import Path

RESULTS = Path(__file__).parents[1] / "results"

WORDS = """\
Tracing is compared with its peers by these (details: docs/guide/benchmark.md):

    python -m bench.trace.run --sizes 1,5 --seeds 1,2     generate, measure every tool, print the table
    python -m bench.trace.growth --sizes 1,5,20           how the cost grows with library and quotations
    python -m bench.trace.generate CARRIER OUT --size 5   a library and quotations alone
    python -m bench.trace.score GOLD TRACES               score any traces
    python -m bench.trace.errors SET TRACES               show what is wrong
    python -m bench.trace.plot peers RESULTS OUT          draw

Peers are optional: pip install -r bench/requirements-peers.txt into an environment of their own, and name it
with --peers-python.
"""


def main() -> None:
    """Print both."""
    print(WORDS)
    for table in sorted(RESULTS.glob("*.md")):
        print(f"Measured last ({table.name}):\n\n{table.read_text(encoding='utf-8')}")


if __name__ == "__main__":
    main()
