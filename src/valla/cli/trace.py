"""`valla trace`: many quotations against a library, without a text that quotes them."""

import sys
import time
from pathlib import Path

import click

from valla.cli.leftout import tell_left_out
from valla.cli.output import emit
from valla.cli.progress import progress_line
from valla.cli.rates import rate_line
from valla.errors import UsageError
from valla.files.libraries import OpenLibrary, open_library
from valla.files.slips import read_slips
from valla.library.stream import StreamLibrary
from valla.library.swift import is_swift
from valla.model.traces import Trace
from valla.report.tracelines import trace_lines
from valla.trace import trace_slips


@click.command(epilog="Exit status: 0 done, 2 the input cannot be used, 3 a fault of Valla's.")
@click.argument("quotes", type=click.Path(path_type=Path))
@click.option("--library", "-l", "folders", multiple=True, type=click.Path(path_type=Path), metavar="FOLDER",
              help="A folder of source texts (or one file). May be given several times.")  # fmt: skip
@click.option("--output", "-o", metavar="FILE", help="Write there instead of to the standard output.")
@click.option(
    "--index",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Ask this index, made by `valla index`; by default the one in the library, if any.",
)
@click.option("--workers", type=click.IntRange(1, 512), metavar="N", help="Processes; by default one for each core.")
@click.option("--engine", type=click.Choice(["stream", "spark"]), default="stream", show_default=True)
@click.option("--master", metavar="URL", help="The Spark cluster, or local[N]; only with --engine spark.")
@click.option("--quiet", is_flag=True, help="Say nothing on the standard error but what is wrong.")
def trace(
    quotes: Path, folders: tuple[Path, ...], output: str | None, index: Path | None, workers: int | None,
    engine: str, master: str | None, quiet: bool,
) -> int:  # fmt: skip
    """Trace the quotations of QUOTES in a library.

    QUOTES is a file of JSON, one object a line: {"id", "quote", "cited"?}. So is what is written: {"id", "verdict",
    "passages", "edits", "significance", "rivals", "hidden", …}, in the same order. The library is read once.

    \b
      valla trace quotes.jsonl --library sources/ --output traces.jsonl
      valla trace quotes.jsonl --library sources/ --index sources.valla-index
    """  # noqa: D301  (click takes the control character for "do not wrap this")
    if not folders:
        raise UsageError("no library is named; say where the sources lie with --library FOLDER")
    if engine == "spark" and index is not None:
        raise UsageError("an index is not used on a cluster; leave --index or --engine spark out")
    slips = read_slips(quotes)
    begun = time.monotonic()
    library = open_library(folders, index=index, workers=workers, progress=progress_line("looking through the library"))
    tell_left_out(library.receipts)
    if library.unread:
        click.echo(f"valla: {library.unread}", err=True)
    shelf = library.shelf
    if engine == "spark":
        from valla.files.spark import spark_library  # noqa: PLC0415  (Spark is an extra, and slow to import)

        shelf = spark_library(library, master)
    elif isinstance(shelf, StreamLibrary) and not quiet:
        shelf.report = rate_line("reading", sys.stderr)
    traces = trace_slips(slips, shelf)
    emit("".join(trace_lines(slips, traces, library.origin)), output)
    if not quiet:
        _tell_sum(traces, library, time.monotonic() - begun)
    return 0


def _tell_sum(traces: tuple[Trace, ...], library: OpenLibrary, seconds: float) -> None:
    """Say what was done, how fast, and what would make it faster."""
    documents, size = len(library.shelf.holdings()), library.size / 1e6
    counts = {
        verdict: sum(row.verdict is verdict for row in traces) for verdict in dict.fromkeys(t.verdict for t in traces)
    }
    told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items()))
    click.echo(f"{len(traces)} quotations, {documents} documents, {size:.1f} MB, {seconds:.1f} s: {told}", err=True)
    if not is_swift():
        click.echo(
            "the compiled kernel is not there (pip install 'valla[scale]'); answers are the same, slower", err=True
        )
