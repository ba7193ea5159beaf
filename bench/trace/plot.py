"""Draw what was measured: `python -m bench.trace.plot peers|growth RESULTS.json OUT [--size 50]`; OUT gets .svg and .png.

Needs matplotlib (bench/requirements-peers.txt). The same figures give the same bytes.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

import matplotlib as mpl
from bench.trace.growth import exponent
from bench.trace.peers import PEERS
from bench.trace.table import NAMES
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

Row = dict[str, Any]

INK, PALE, OURS = "#33373d", "#9aa1ab", "#b3261e"
OFFSETS = {"edlib_infix": (7, -11), "krokai_check": (-4, 9), "valla_trace": (10, -4), "valla_lookup": (-60, -20)}
"""Where a name stands beside its point, in points of type, where the usual place is taken."""

FEWEST = 100
"""A tool that did fewer quotations within its budget is not drawn: its F1 is only a hint."""

mpl.use("Agg")
mpl.rcParams.update(
    {"svg.hashsalt": "valla", "svg.fonttype": "none", "font.size": 10, "axes.edgecolor": PALE, "axes.labelcolor": INK}
)


def draw_peers(rows: Sequence[Row], size: float) -> Figure:
    """Draw F1 against the time for a quotation, a point for each tool; a ring has documents only, no places."""
    figure, axes = plt.subplots(figsize=(7.2, 4.4), layout="constrained")
    for peer in PEERS:
        here = [
            row
            for row in rows
            if row["peer"] == peer and row["size_mb"] == size and row["score"] and row["score"]["done"] >= FEWEST
        ]
        if here:
            _draw_peer(axes, peer, here)
    axes.set_xscale("log")
    axes.set_ylim(0, 1.03)
    axes.set_xlabel("milliseconds of one core for a quotation (mean)")
    axes.set_ylabel("parts found (F1)")
    axes.set_title(f"Quotations traced in a library of {size:g} MB", loc="left", color=INK)
    axes.margins(x=0.16)
    _quiet(axes)
    return figure


def _draw_peer(axes: Axes, peer: str, rows: Sequence[Row]) -> None:
    """Draw one tool: the mean over its seeds."""
    placed = all(row["score"]["f1"] is not None for row in rows)
    height = fmean(row["score"]["f1" if placed else "document_f1"] or 0.0 for row in rows)
    width = fmean(row["cost"]["mean_ms"] for row in rows)
    ours = peer.startswith("valla")
    color = OURS if ours else INK
    axes.plot([width], [height], "o", ms=9 if ours else 6, color=color, mfc=color if placed else "none")
    name = NAMES[peer].replace("*", "") + ("" if placed else " (documents only)")
    weight = "bold" if ours else "normal"
    where = OFFSETS.get(peer, (7, 5))
    axes.annotate(name, (width, height), xytext=where, textcoords="offset points", color=color, weight=weight)


def draw_growth(rows: Sequence[Row]) -> Figure:
    """Draw CPU time against the library's size and against the number of quotations, with lines of linear growth."""
    figure, panels = plt.subplots(1, 2, figsize=(8.4, 3.8), layout="constrained")
    for axes, axis, key, unit in (
        (panels[0], "library", "bytes", 1e6),
        (panels[1], "quotations", "quotations", 1),
    ):
        pairs = sorted((row[key] / unit, row["cpu_s"]) for row in rows if row["axis"] == axis)
        if pairs:
            _draw_axis(axes, pairs)
        axes.set_xlabel("library, MB" if axis == "library" else "quotations")
        axes.set_ylabel("CPU seconds")
        _quiet(axes)
    return figure


def _draw_axis(axes: Axes, pairs: Sequence[tuple[float, float]]) -> None:
    """Draw one axis of growth."""
    widths = [width for width, _ in pairs]
    axes.loglog(widths, [height for _, height in pairs], "o-", color=OURS)
    last, top = pairs[-1]
    axes.loglog(widths, [top * width / last for width in widths], ":", color=PALE, label="linear")
    power = exponent(pairs)
    axes.set_title("" if power is None else f"to the power of {power:.2f}", loc="left", color=INK)
    axes.legend(frameon=False)


def _quiet(axes: Axes) -> None:
    """Take away what tells nothing."""
    axes.grid(visible=True, color="#e6e8eb", lw=0.7)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(colors=INK)


def main() -> None:
    """Draw as the command line asks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("what", choices=("peers", "growth"))
    parser.add_argument("results", type=Path)
    parser.add_argument("out", type=Path, help="path without an ending")
    parser.add_argument("--size", type=float, default=50.0, help="of the library, for peers, in MB")
    asked = parser.parse_args()
    rows = json.loads(asked.results.read_text())
    figure = draw_peers(rows, asked.size) if asked.what == "peers" else draw_growth(rows)
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(asked.out.with_suffix(".svg"), metadata={"Date": None})
    figure.savefig(asked.out.with_suffix(".png"), dpi=144, metadata={"Software": None})


if __name__ == "__main__":
    main()
