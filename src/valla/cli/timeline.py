"""`valla timeline`: what the text dates, in the order of its days."""

from pathlib import Path

import click

from valla.cli import options
from valla.cli.output import emit
from valla.cli.work import investigate_essay
from valla.report.page.timeline import render_timeline_svg
from valla.report.timeline import (
    render_timeline_csv,
    render_timeline_forensic,
    render_timeline_json,
    render_timeline_text,
)

FORMS = {
    "text": render_timeline_text,
    "csv": render_timeline_csv,
    "forensic": render_timeline_forensic,
    "json": render_timeline_json,
    "svg": render_timeline_svg,
}


@click.command()
@click.argument("essay", type=click.Path(path_type=Path))
@options.apply(options.FACTS, options.CONFIG)
@click.option("--format", "form", type=click.Choice([*FORMS]), default="text", show_default=True, help="How to print.")
@options.apply(options.OUTPUT, options.MAX_SIZE)
def timeline(essay: Path, config: str | None, form: str, output: str | None, **given: object) -> int:
    """Print the events that ESSAY dates, in the order of their days, with what is doubtful marked.

    With --facts the lives of the persons named stand among them. The form "forensic" has the three columns that
    Timesketch and Plaso read: datetime, timestamp_desc, message.
    """
    settings = options.settings_for(essay, config, **given)
    emit(FORMS[form](investigate_essay(essay, settings)), output)
    return 0
