"""`valla check`: a linter for evidence."""

from pathlib import Path

import click

from valla.cli import options
from valla.cli.output import emit, terminal_width, wants_colour
from valla.cli.work import investigate_essay, settle_essay, views_for
from valla.model.findings import Severity
from valla.report import FORMATS, Style
from valla.settle import exit_status

NAMES = ("text", "concise", "json", "jsonl", "sarif", "github", "html", "junit", "markdown", "annotations")


@click.command(epilog="Exit status: 0 nothing to report, 1 findings, 2 the input cannot be used, 3 a fault of Valla's.")
@click.argument("essay", type=click.Path(path_type=Path))
@options.apply(options.LIBRARY, options.BIBLIOGRAPHY, options.FACTS, options.CONFIG)
@click.option("--format", "form", type=click.Choice(NAMES), default="text", show_default=True, help="How to report.")
@options.apply(options.OUTPUT, options.SELECT)
@click.option("--extend-select", metavar="CODES", help="Run these rules besides the default set.")
@options.IGNORE
@click.option("--strict", is_flag=True, help="Leave with 1 also where a quotation could not be checked.")
@click.option("--baseline", metavar="FILE", help="Report only what is not in this baseline.")
@click.option("--fail-level", type=click.Choice([*Severity]), help="Lowest severity that leaves with 1 [warning].")
@click.option("--colour", "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@options.apply(options.RULINGS, options.MAX_SIZE)
@click.option(
    "--page-images/--no-page-images", default=True, help="Show passages of PDFs on their pages in the HTML report."
)
def check(
    essay: Path, config: str | None, form: str, output: str | None, colour: str, *, page_images: bool, **given: object
) -> int:
    """Check the quotations of ESSAY, and trace them in a library.

    ESSAY is a text, Markdown, HTML, Word, ODT, RTF, EPUB or PDF file. Without a library Valla still reads the quotations, who says them and what
    they cite, and reports what is wrong with that; each is then counted as unchecked.

    \b
      valla check essay.txt
      valla check essay.txt --library sources/
      valla check essay.md -l sources/ --format html --output report.html
    """  # noqa: D301  (click takes the control character for "do not wrap this")
    settings = options.settings_for(essay, config, **given)
    outcome = settle_essay(investigate_essay(essay, settings), settings, essay=essay)
    views = views_for(outcome, essay, settings) if form == "html" and page_images else ()
    style = Style(colour=wants_colour(colour, output), width=terminal_width(), strict=settings.strict, views=views)
    emit(FORMATS[form](outcome, style), output)
    return exit_status(outcome, fail_rank=settings.fail_level.rank, strict=settings.strict)
