"""`valla demo`: the shipped affair, checked before the user's eyes."""

from importlib.resources import as_file, files
from pathlib import Path
from shutil import copytree

import click

from valla.cli.output import emit, terminal_width, wants_colour, write_whole
from valla.cli.weigh import weigh_files
from valla.cli.work import investigate_essay, settle_essay
from valla.errors import UsageError
from valla.files.settings import Settings
from valla.report import FORMATS, Style
from valla.weigh import DRAWS

REPORT, LIVES, CASE, WEIGHING = "report.html", "lives.csv", "case.yaml", "weighing.html"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("valla-demo"))
def demo(folder: Path) -> int:
    """Check the affair that comes with Valla: an invented essay and its sources.

    Writes both to FOLDER (valla-demo), prints what was found, weighs the rival explanations of the affair, and writes both reports
    for the browser beside them.
    """
    lay_out(folder)
    essay = next(iter(sorted(folder.glob("essay.*"))))
    settings = Settings(library=(str(folder / "sources"),), facts=(str(folder / LIVES),))
    outcome = settle_essay(investigate_essay(essay, settings), settings, essay=essay)
    style = Style(colour=wants_colour("auto", None), width=terminal_width())
    emit(FORMATS["text"](outcome, style), None)
    write_whole(folder / REPORT, FORMATS["html"](outcome, style))
    click.echo("\nThe rival explanations, weighed:\n")
    weigh_files((folder / CASE,), "text", None, draws=DRAWS, seed=1)
    weigh_files((folder / CASE,), "html", str(folder / WEIGHING), draws=DRAWS, seed=1)
    click.echo(f"\nThe report to look at:  {folder / REPORT}")
    click.echo(f"The weighing:           {folder / WEIGHING}")
    click.echo(f"The same by hand:       valla check {essay} --library {folder / 'sources'} --facts {folder / LIVES}")
    click.echo(f"                        valla weigh {folder / CASE}")
    return 0


def lay_out(folder: Path) -> None:
    """Copy the affair to a folder; files of an earlier run are replaced, others left alone."""
    try:
        with as_file(files("valla.demo") / "affair") as affair:
            copytree(affair, folder, dirs_exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: the demo cannot be written there ({error}); name another folder") from None
