"""`valla index`: make single quotations quick to find in a large library."""

import sys
from pathlib import Path
from threading import Timer

import click

from valla.cli.leftout import tell_left_out
from valla.cli.progress import progress_line
from valla.cli.rates import rate_line
from valla.files.index import make_index, old_index, verify_index
from valla.files.libraries import index_beside, look_through_library
from valla.files.sheets import Index
from valla.library.swift import is_swift


@click.command(epilog="Exit status: 0 done, 1 the index is not as it should be, 2 the input cannot be used.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--index", type=click.Path(path_type=Path), metavar="PATH", help="Where; by default inside the library.")
@click.option(
    "--verify", is_flag=True, help="Read the index and the library whole and tell what is wrong; write nothing."
)
@click.option("--workers", type=click.IntRange(1, 512), metavar="N", help="Processes; by default one for each core.")
@click.option("--quiet", is_flag=True, help="Say nothing on the standard error but what is wrong.")
def index(folder: Path, index: Path | None, verify: bool, workers: int | None, quiet: bool) -> int:
    """Make the index of the library FOLDER, or bring it up to date.

    Only documents that are new or changed are read. It may be stopped at any moment: the old index stays until the new
    one is whole, and what was done is not done again.

    \b
      valla index sources/
      valla index sources/ --verify
    """  # noqa: D301  (click takes the control character for "do not wrap this")
    place = index or index_beside(folder)
    known = Index() if verify else old_index(place)
    looking = progress_line("looking through the library")
    library = look_through_library(folder, known, workers=workers, progress=looking)
    tell_left_out(library.receipts)
    if verify:
        faults = verify_index(library.volumes, place)
        for fault in faults:
            click.echo(f"valla: {fault}", err=True)
        click.echo(f"{place}: {'as it should be' if not faults else f'{len(faults)} faults; make it anew'}")
        return 1 if faults else 0
    made = make_index(
        library.volumes, place, workers=workers, report=None if quiet else rate_line("indexing", sys.stderr)
    )
    share = made.size / made.text if made.text else 0.0
    click.echo(f"{place}: {made.documents} documents, {made.read} read, {share:.2f} bytes a byte of text")
    sys.stdout.flush()
    if made.text >= LARGE and is_swift():  # here nobody waits for an answer
        _compile(quiet=quiet)
    return 0


LARGE = 2_000_000
"""Code points of a library from which look-ups are worth compiling before anybody asks."""

PATIENCE = 3.0
"""Seconds after which it is said what is waited for."""


def _compile(*, quiet: bool) -> None:
    """Have compiled what single look-ups need; once for each version that takes its time, which is then said."""
    from valla.library.seeking import compile_seeking  # noqa: PLC0415  (numba takes a quarter of a second to import)

    words = "making single look-ups quick: some twenty seconds, once for each version"
    remark = Timer(PATIENCE, click.echo, (words,), {"err": True})
    if not quiet:
        remark.start()
    try:
        compile_seeking()
    finally:
        remark.cancel()
