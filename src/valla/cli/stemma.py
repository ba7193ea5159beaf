"""`valla stemma`: through whose hands the words came, to read or for other programs."""

from pathlib import Path

import click

from valla.cli import options
from valla.cli.output import emit
from valla.cli.work import investigate_essay
from valla.report.stemma import STEMMA_FORMATS


@click.command()
@click.argument("essay", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(list(STEMMA_FORMATS)), default="text", show_default=True, help="The form."
)
@options.apply(options.LIBRARY, options.CONFIG, options.OUTPUT, options.RULINGS, options.MAX_SIZE)
def stemma(essay: Path, form: str, config: str | None, output: str | None, **given: object) -> int:
    """Show the witnesses behind ESSAY: chains of hands, origins, and independent lines for each claim.

    Chains state what the text, its citations and the library say; what is surmised is marked as proposed.
    """
    settings = options.settings_for(essay, config, **given)
    emit(STEMMA_FORMATS[form](investigate_essay(essay, settings)), output)
    return 0
