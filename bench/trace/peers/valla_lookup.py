"""Valla with an index: `valla index` once, then one quotation after another as the workbench asks them."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from bench.trace.peers.shelf import Answer, Ask

NAME = "Valla, one by one with an index"


def open_peer(library: Path) -> Ask:
    """Make the index in a folder of its own and open the library with it."""
    index = Path(mkdtemp()) / "index"
    command = [sys.executable, "-m", "valla", "index", str(library), "--index", str(index), "--quiet"]
    subprocess.run(command, check=True)
    # a checkout without the command has no such modules; then this adapter is told of as not there
    slips, lines = import_module("valla.model.slips"), import_module("valla.report.tracelines")
    opened = import_module("valla.files.libraries").open_library([library], index=index, workers=1)
    trace_slips = import_module("valla.trace").trace_slips

    def ask(quote: str, cited: str | None) -> Answer:
        slip = slips.Slip(id="q", quote=quote, cited=cited)
        [trace] = trace_slips((slip,), opened.shelf)
        row: dict[str, Any] = lines.trace_row(slip, trace, opened.origin)
        places = [(place["document"], place["start"], place["end"]) for place in row["passages"]]
        return Answer(verdict=row["verdict"], places=places)

    return ask
