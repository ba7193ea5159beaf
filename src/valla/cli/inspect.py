"""`valla inspect`: every table of an investigation, for other programs."""

from pathlib import Path

import click

from valla.cli import options
from valla.cli.output import emit
from valla.cli.work import investigate_essay, settle_essay
from valla.report.wire import render_inspection


@click.command()
@click.argument("essay", type=click.Path(path_type=Path))
@options.apply(
    options.LIBRARY,
    options.BIBLIOGRAPHY,
    options.FACTS,
    options.CONFIG,
    options.OUTPUT,
    options.SELECT,
    options.IGNORE,
    options.RULINGS,
    options.MAX_SIZE,
)
def inspect(essay: Path, config: str | None, output: str | None, **given: object) -> int:
    """Print the tables of the investigation of ESSAY as JSON.

    Offsets are Unicode code points of the original file, half-open. The form is described in docs/guide/wire-schema.md and by the JSON Schema that the package carries.
    """
    settings = options.settings_for(essay, config, **given)
    outcome = settle_essay(investigate_essay(essay, settings), settings, essay=essay)
    emit(render_inspection(outcome.investigation, outcome.findings), output)
    return 0
