"""The table of a comparison, from the rows that `run.py` keeps: means over the seeds, one table a size."""

from collections.abc import Callable, Sequence
from statistics import fmean
from typing import Any

from bench.trace.peers import PEERS

Row = dict[str, Any]

NAMES = {
    "exact": "exact search",
    "rapidfuzz_partial": "rapidfuzz",
    "edlib_infix": "edlib",
    "tantivy_edlib": "tantivy + edlib",
    "quid_pairs": "Quid",
    "krokai_check": "krokai",
    "quotecheck_check": "quotecheck",
    "gtrex_repair": "gtrex",
    "cite_right_align": "cite-right",
    "valla_lookup": "**Valla**, one by one with an index",
    "valla_trace": "**Valla**, all at once",
}

COLUMNS: tuple[tuple[str, Callable[[Row], Any], str], ...] = (
    ("done", lambda row: row["score"]["done"], ".0f"),
    ("F1", lambda row: row["score"]["f1"], ".3f"),
    ("F1, documents", lambda row: row["score"]["document_f1"], ".3f"),
    ("false alarms", lambda row: row["score"]["alarms"], ".3f"),
    ("verdicts, macro F1", lambda row: row["score"]["macro_f1"], ".3f"),
    ("ms, median", lambda row: row["cost"].get("median_ms"), ".2f"),
    ("ms, mean", lambda row: row["cost"].get("mean_ms"), ".2f"),
    ("set-up s", lambda row: row["cost"].get("set_up_s"), ".1f"),
    ("peak MB", lambda row: row["cost"].get("peak_mb"), ".0f"),
)

KINDS = ("ocr_10", "scanned", "old_spelling", "substituted", "polarity_lost", "elided_once", "elided_twice", "spliced_within",
         "spliced_order", "spliced_two", "edition", "absent_prose", "absent_markov")  # fmt: skip


def table_of(rows: Sequence[Row]) -> str:
    """Return the tables as Markdown, one for each size and number of quotations."""
    sets = sorted({(row["size_mb"], row["tasks"]) for row in rows})
    return "\n".join(_table([row for row in rows if (row["size_mb"], row["tasks"]) == one]) for one in sets)


def _table(rows: Sequence[Row]) -> str:
    """Return the two tables of one size: the figures, and what was found by kind."""
    seeds = sorted({row["seed"] for row in rows})
    latest = max(row["run"] for row in rows)
    title = f"### {rows[0]['size_mb']:g} MB, {rows[0]['tasks']} quotations, seeds {', '.join(map(str, seeds))}"
    peers = [peer for peer in PEERS if any(row["peer"] == peer and row["score"] for row in rows)]
    groups = {peer: [row for row in rows if row["peer"] == peer and row["score"]] for peer in peers}
    head = ["peer", *(name for name, _, _ in COLUMNS)]
    body = [
        [_named(peer, groups[peer], latest), *(_mean(groups[peer], read, form) for _, read, form in COLUMNS)]
        for peer in peers
    ]
    by_kind = [[NAMES[peer], *(_mean(groups[peer], _share_of(kind), ".2f") for kind in KINDS)] for peer in peers]
    failed = sorted({f"{NAMES[row['peer']]}: {row['cost']['failed']}" for row in rows if not row["score"]})
    notes = [f"Not measured: {'; '.join(failed)}."] if failed else []
    if any(row["run"] != latest for row in rows):
        notes.append("† measured in an earlier run on the same machine.")
    return "\n".join([title, "", *_lines(head, body), "", "All parts right, by kind (share):", "",
                      *_lines(["peer", *(kind.replace("_", " ") for kind in KINDS)], by_kind), "", *notes, ""])  # fmt: skip


def _named(peer: str, rows: Sequence[Row], latest: str) -> str:
    """Return a tool's name, marked if it was not measured in the latest run."""
    return NAMES[peer] + ("" if all(row["run"] == latest for row in rows) else " †")


def _share_of(kind: str) -> Callable[[Row], float | None]:
    """Return how a kind's share is read from a row."""
    return lambda row: row["score"]["right"].get(kind)


def _mean(rows: Sequence[Row], read: Callable[[Row], Any], form: str) -> str:
    """Return the mean of a figure over the seeds, a dash where there is none."""
    values = [value for row in rows if (value := read(row)) is not None]
    return format(fmean(values), form) if values else "–"


def _lines(head: Sequence[str], body: Sequence[Sequence[str]]) -> list[str]:
    """Return a table's lines."""
    return ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *body)]
