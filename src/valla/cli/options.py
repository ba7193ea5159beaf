"""Options that several commands share, and what they come to: the settings in force."""

from collections.abc import Callable
from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

import click

from valla.files.config import read_config
from valla.files.settings import Settings, merge_settings
from valla.model.findings import Severity

Command = TypeVar("Command", bound=Callable[..., Any])
COMMAND_LINE = "command line"

LIBRARY = click.option(
    "--library",
    "-l",
    multiple=True,
    metavar="FOLDER",
    help="A folder of source texts (or one file) to trace the quotations in. May be given several times.",
)
FACTS = click.option(
    "--facts",
    multiple=True,
    metavar="FILE",
    help="Lives of persons (CSV, or FollowTheMoney JSON lines) to hold dates against. May be given several times.",
)
BIBLIOGRAPHY = click.option(
    "--bibliography",
    "-b",
    multiple=True,
    metavar="FILE",
    help="A BibTeX, RIS or CSL-JSON file that names the works in the library. May be given several times.",
)
CONFIG = click.option("--config", metavar="FILE", help="Settings file; else the nearest valla.toml above the essay.")
SELECT = click.option("--select", metavar="CODES", help="Run only these rules: codes, names or prefixes, with commas.")
IGNORE = click.option("--ignore", metavar="CODES", help="Leave these rules out.")
OUTPUT = click.option("--output", "-o", metavar="FILE", help="Write there instead of to the standard output.")
RULINGS = click.option("--rulings", metavar="FILE", help="Rulings to apply; else valla-rulings.jsonl beside the essay.")
MAX_SIZE = click.option("--max-size", type=click.IntRange(1, 4096), metavar="MIB", help="Largest essay to read.")


def apply(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Return one decorator that adds several options, in the order given."""
    return lambda command: reduce(lambda made, option: option(made), reversed(options), command)


def settings_for(essay: Path, config: str | None, **given: object) -> Settings:
    """Return the settings in force: those of the command line over those of the nearest settings file."""
    below = read_config(Path(config) if config else None, essay)
    set_here = {name: value for name, value in given.items() if value not in (None, (), False)}
    above = replace(Settings(), **typed(set_here), origins=tuple(sorted((name, COMMAND_LINE) for name in set_here)))
    return merge_settings(below, above)


def typed(given: dict[str, Any]) -> dict[str, Any]:
    """Return the options of the command line in the types of the settings."""
    lists = {name: split_codes(given[name]) for name in ("select", "extend_select", "ignore") if name in given}
    level = {"fail_level": Severity(given["fail_level"])} if "fail_level" in given else {}
    return given | lists | level


def split_codes(codes: str) -> tuple[str, ...]:
    """Return the codes of a list with commas or blanks."""
    return tuple(codes.replace(",", " ").split())
