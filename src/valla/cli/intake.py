"""`valla intake`: what of a library folder was read, and what not and why, a line a file."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from valla.cli.output import emit
from valla.cli.progress import progress_line
from valla.files.shelf import open_shelf
from valla.model.works import Holding, Intake, Receipt
from valla.report.plain import on_one_line


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--bibliography", "-b", multiple=True, type=click.Path(path_type=Path), metavar="FILE", help="As in check."
)
@click.option("--output", "-o", metavar="FILE", help="Write there instead of to the standard output.")
def intake(folders: tuple[Path, ...], bibliography: tuple[Path, ...], output: str | None) -> int:
    """Read the library in FOLDERS and tell what became of each file.

    A line a file, parted by tabs: read, refused or skipped; the file; the work that it was taken for; pages; letters;
    what read it; the first twelve figures of its digest; warnings or the reason why it was not read. Leaves with 1 where
    a file was refused.
    """
    library, receipts = open_shelf(folders, progress=progress_line("reading the library"), bibliography=bibliography)
    holdings = {row.document: row for row in library.holdings()}
    lines = ["\t".join(cells(row, holdings.get(row.document))) for row in receipts]
    counts = Counter(row.intake for row in receipts)
    told = ", ".join(f"{counts[state]} {state.value}" for state in Intake)
    emit("\n".join([*lines, told]) + "\n", output)
    return int(counts[Intake.REFUSED] > 0)


def cells(row: Receipt, holding: Holding | None) -> Iterator[str]:
    """Yield the cells of one line."""
    work = ", ".join(filter(None, (holding.author, holding.title, holding.year))) if holding else ""
    pages = str(row.pages) if row.pages else ""
    letters = str(row.length) if row.length else ""
    said = "; ".join(filter(None, (row.reason, *row.warnings)))
    for cell in (row.intake.value, row.document, work, pages, letters, row.reader, row.digest[:12], said):
        yield on_one_line(cell)
