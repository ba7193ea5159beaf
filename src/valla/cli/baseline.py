"""`valla baseline`: accept the findings of today, so that only new ones fail tomorrow."""

from dataclasses import replace
from pathlib import Path

import click

from valla.cli import options
from valla.cli.output import emit
from valla.cli.work import investigate_essay, settle_essay
from valla.files.baselines import read_baseline, render_baseline
from valla.model.findings import Finding
from valla.model.investigation import Outcome
from valla.text.fingerprints import fingerprint_findings

NAME = "valla-baseline.json"


@click.command()
@click.argument("essay", type=click.Path(path_type=Path))
@options.apply(
    options.LIBRARY,
    options.BIBLIOGRAPHY,
    options.CONFIG,
    options.SELECT,
    options.IGNORE,
    options.RULINGS,
    options.MAX_SIZE,
)
@click.option("--output", "-o", metavar="FILE", default=NAME, show_default=True, help="The baseline to write.")
@click.option("--ratchet", is_flag=True, help="Only take findings out of an existing baseline; never add one.")
def baseline(essay: Path, config: str | None, output: str, *, ratchet: bool, **given: object) -> int:
    """Write a baseline of the findings in ESSAY.

    `valla check ESSAY --baseline FILE` then reports only what is new. A finding is known again by its rule and the
    quoted words, not by its line. Suppressed findings are not taken up.
    """
    settings = replace(options.settings_for(essay, config, **given), baseline=None)
    outcome = settle_essay(investigate_essay(essay, settings), settings, essay=essay)
    rows = entries(outcome)
    known = read_baseline(Path(output)) if ratchet else None
    kept = [(key, row.code, row.message) for key, row in rows if known is None or key in known]
    sources = {str(row.document): row.digest for row in outcome.investigation.holdings if row.digest}
    emit(render_baseline(kept, sources), output)
    click.echo(f"valla: {len(kept)} findings in {output}", err=True)
    return 0


def entries(outcome: Outcome) -> list[tuple[str, Finding]]:
    """Return each finding that counts with its fingerprint.

    Suppressed findings are numbered along, as `check` does, so that the same words keep the same fingerprint.
    """
    every = sorted((*outcome.findings, *(finding for finding, _ in outcome.suppressed)), key=order_of)
    pardoned = {finding for finding, _ in outcome.suppressed}
    prints = fingerprint_findings(outcome.investigation, tuple(every))
    return [(key, finding) for key, finding in zip(prints, every, strict=True) if finding not in pardoned]


def order_of(finding: Finding) -> tuple[object, ...]:
    """Return the order in which findings are numbered."""
    return (finding.span, finding.code, finding.message)
