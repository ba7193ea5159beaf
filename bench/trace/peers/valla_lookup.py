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
    valla, lines = import_module("valla"), import_module("valla.report.tracelines")
    opened = valla.Library.open(library, index=index, workers=1, often=True)
    valla.trace_quotations(["words to wake what is made once"], opened)

    def ask(quote: str, cited: str | None) -> Answer:
        slip = valla.Slip(id="q", quote=quote, cited=cited)
        [trace] = valla.trace_quotations([slip], opened)
        row: dict[str, Any] = lines.trace_row(slip, trace, opened.opened.origin)
        places = [(place["document"], place["start"], place["end"]) for place in row["passages"]]
        return Answer(verdict=row["verdict"], places=places)

    return ask
