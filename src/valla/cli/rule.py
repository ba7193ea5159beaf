"""`valla rule`: the manual of a rule."""

import json

import click

from valla.audit import all_checks
from valla.errors import UsageError
from valla.rules import all_rules, find_rule
from valla.rules.pages import Paged, render_page


@click.command()
@click.argument("code", required=False)
@click.option("--all", "every", is_flag=True, help="List every rule.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def rule(code: str | None, form: str, *, every: bool) -> int:
    """Explain a rule: what it finds, why it matters, what it does not mean, what to do.

    CODE is a code or a name: `valla rule T112`, `valla rule qualifier-cut`, `valla rule --all`.
    """
    if not every and code is None:
        raise UsageError("name a rule (valla rule T102) or list them (valla rule --all)")
    if every:
        click.echo(table_json() if form == "json" else table_text())
    elif code is not None:
        click.echo(page_json(code) if form == "json" else render_page(rule_named(code)))
    return 0


def every_rule() -> tuple[Paged, ...]:
    """Return the rules for essays and those for case files."""
    return (*all_rules(), *all_checks())


def rule_named(code: str) -> Paged:
    """Return the rule of that code or name, of either folder."""
    wanted = code.strip().casefold()
    named = (loaded for loaded in all_checks() if wanted in {loaded.rule.code.casefold(), loaded.rule.name})
    return next(named, None) or find_rule(code)


def table_text() -> str:
    """Return one line a rule."""
    plates = [loaded.rule for loaded in every_rule()]
    widest = max(len(plate.name) for plate in plates)
    return "\n".join(
        f"{plate.code}  {plate.name:<{widest}}  {plate.severity:<7}  {'default' if plate.default else 'on request'}"
        for plate in plates
    )


def table_json() -> str:
    """Return every plate as JSON."""
    return json.dumps([row_of(loaded.rule.code) for loaded in every_rule()], ensure_ascii=False, indent=1)


def page_json(code: str) -> str:
    """Return one plate with its page as JSON."""
    loaded = rule_named(code)
    return json.dumps(row_of(code) | {"page": render_page(loaded)}, ensure_ascii=False, indent=1)


def row_of(code: str) -> dict[str, object]:
    """Return one plate as a plain mapping."""
    plate = rule_named(code).rule
    return {
        "code": plate.code,
        "name": plate.name,
        "severity": plate.severity.value,
        "default": plate.default,
        "since": plate.since,
    }
