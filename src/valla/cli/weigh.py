"""`valla weigh`: rival explanations, honestly."""

from pathlib import Path

import click

from valla.audit import audit_case, forbids_weighing
from valla.cli import options
from valla.cli.output import emit
from valla.cli.work import investigate_essay
from valla.errors import UsageError
from valla.files.cases import read_case
from valla.files.drafts import SKELETON, draft_case
from valla.files.settings import Settings
from valla.model.cases import Case, CaseFinding, Problem
from valla.model.weights import Weighing
from valla.report.weighing import WEIGHINGS
from valla.weigh import DRAWS, label_arguments, pool_analysts, weigh_case

UNUSABLE, FINDINGS = 2, 1


@click.command(
    epilog="Exit status: 0 weighed, 1 a rule forbids weighing, 2 a file cannot be used, 3 a fault of Valla's."
)
@click.argument("case", required=False, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(list(WEIGHINGS)), default="text", show_default=True, help="How to report."
)
@options.OUTPUT
@click.option(
    "--seed", type=click.IntRange(0), default=1, show_default=True, help="Of the draws; the report prints it."
)
@click.option("--draws", type=click.IntRange(100, 10_000_000), default=DRAWS, show_default=True)
@click.option(
    "--analyst",
    "analysts",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Another analyst's file on the same question. May be given several times.",
)
@click.option("--new", is_flag=True, help="Write a commented case to begin with.")
@click.option(
    "--from",
    "essay",
    type=click.Path(path_type=Path),
    metavar="ESSAY",
    help="Draft a case from the quotations of an essay.",
)
@options.LIBRARY
def weigh(
    case: Path | None, form: str, output: str | None, seed: int, draws: int, analysts: tuple[Path, ...], essay: Path | None,
    library: tuple[str, ...], *, new: bool,
) -> int:  # fmt: skip
    """Weigh the rival explanations of CASE, a file of hypotheses and sources, and show what the answer hangs on.

    \b
      valla weigh --new -o case.yaml
      valla weigh case.yaml
      valla weigh case.yaml --format html -o case.html
      valla weigh mine.yaml --analyst yours.yaml
      valla weigh --from essay.md -o case.yaml
    """  # noqa: D301  (click takes the control character for "do not wrap this")
    if sum((new, essay is not None, case is not None)) != 1:
        raise UsageError("name one case file, or ask for one with --new or with --from ESSAY")
    if new or case is None:
        emit(draft_from(essay, library) if essay else SKELETON, output)
        return 0
    return weigh_files((case, *analysts), form, output, draws=draws, seed=seed)


def draft_from(essay: Path, library: tuple[str, ...]) -> str:
    """Return a case drafted from the quotations of an essay."""
    return draft_case(investigate_essay(essay, Settings(library=library)))


def weigh_files(paths: tuple[Path, ...], form: str, output: str | None, *, draws: int, seed: int) -> int:
    """Weigh the files of one or of several analysts; tell all that is wrong with any of them first."""
    cases: list[Case] = []
    for path in paths:
        found = read_case(path)
        if isinstance(found, Case):
            cases.append(found)
        else:
            tell_problems(path, found)
    if len(cases) < len(paths):
        return UNUSABLE
    audits = [audit_case(case, label_arguments(case)) for case in cases]
    if any(forbids_weighing(findings) for findings in audits):
        for path, findings in zip(paths, audits, strict=True):
            tell_findings(path, findings)
        return FINDINGS
    weighings = [weigh_case(case, found, draws=draws, seed=seed) for case, found in zip(cases, audits, strict=True)]
    emit(render(form, weighings), output)
    return 0


def render(form: str, weighings: list[Weighing]) -> str:
    """Return the report of one weighing, or of several with what they come to together."""
    return WEIGHINGS[form](weighings, pool_analysts(weighings) if len(weighings) > 1 else None)


def tell_problems(path: Path, problems: tuple[Problem, ...]) -> None:
    """Print one line for each thing that is wrong with a file: where, what, and what would be right."""
    for problem in problems:
        place = f"{path}:{problem.at.line}:{problem.at.column}"
        click.echo(f"{place}: {problem.wrong}; write for example: {problem.right}", err=True)


def tell_findings(path: Path, findings: tuple[CaseFinding, ...]) -> None:
    """Print one line for each finding of the rules."""
    for found in findings:
        place = f"{path}:{found.at.line}:{found.at.column}"
        click.echo(f"{place}: {found.severity} {found.code} {found.name}: {found.message}", err=True)
