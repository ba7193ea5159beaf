"""`valla annotate`: the findings in the margin of a copy of the essay's own file."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from valla.cli import options
from valla.cli.output import write_bytes
from valla.cli.work import investigate_essay, settle_essay
from valla.errors import UsageError
from valla.files.margin import Gloss, glosses_of
from valla.files.margin_docx import comment_docx
from valla.files.margin_pdf import highlight_pdf
from valla.files.opening import read_bytes

MIB = 1 << 20
WRITERS: dict[str, tuple[str, Callable[[bytes, str, Sequence[Gloss]], bytes]]] = {
    "docx": ("word/document.xml", comment_docx),
    "pdf": ("page", highlight_pdf),
}
"""For each form with a margin: the part in which glosses are set, and what writes them."""


@click.command()
@click.argument("essay", type=click.Path(path_type=Path))
@options.apply(options.LIBRARY, options.BIBLIOGRAPHY, options.CONFIG, options.SELECT, options.IGNORE, options.MAX_SIZE)
@click.option("--output", "-o", metavar="FILE", required=True, help="The copy to write; never the essay itself.")
def annotate(essay: Path, config: str | None, output: str, **given: object) -> int:
    """Write a copy of ESSAY with the findings in its margin.

    A Word file gets comments on the words that they are about, a PDF highlights with notes. The essay's own file is not
    touched. For other forms use `valla check --format html` or `--format annotations`.
    """
    settings = options.settings_for(essay, config, **given)
    target = Path(output)
    if target.exists() and target.samefile(essay):
        raise UsageError(f"{target}: is the essay itself; name another file with --output")
    outcome = settle_essay(investigate_essay(essay, settings), settings, essay=essay)
    form = outcome.investigation.document.form
    if form not in WRITERS:
        raise UsageError(f"{essay}: only Word files and PDFs have a margin to write in; use check --format html")
    part, write = WRITERS[form]
    glosses = glosses_of(outcome, part)
    write_bytes(target, write(read_bytes(essay, settings.max_size * MIB), essay.name, glosses))
    placed = sum(bool(gloss.loci) for gloss in glosses)
    rest = f"; {len(glosses) - placed} belong to no place of the essay" if placed < len(glosses) else ""
    click.echo(f"valla: {placed} findings in the margin of {target}{rest}", err=True)
    return 0
