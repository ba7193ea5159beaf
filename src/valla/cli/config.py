"""`valla config`: the settings in force, and where each was set."""

import json
from pathlib import Path

import click

from valla.cli import options
from valla.files.models import open_model
from valla.files.settings import KEYS, Settings


@click.command()
@click.argument("essay", type=click.Path(path_type=Path), default=Path("essay.txt"))
@options.apply(options.CONFIG, options.LIBRARY, options.SELECT, options.IGNORE)
def config(essay: Path, config: str | None, **given: object) -> int:
    """Print the settings in force for ESSAY, each with where it was set.

    The nearest valla.toml, or [tool.valla] in a pyproject.toml, upward from the essay is read; the command line wins.
    """
    settings = options.settings_for(essay, config, **given)
    for key, name in sorted(KEYS.items()):
        click.echo(f"{key} = {shown(settings, name)}  # {settings.origin(name)}{remark(settings, name)}")
    return 0


def remark(settings: Settings, name: str) -> str:
    """Return what is to be said beside a setting: whether the language model can be heard, and in which version."""
    return f"; {open_model(settings.name_model)[1].told}" if name == "name_model" and settings.name_model else ""


def shown(settings: Settings, name: str) -> str:
    """Return a value much as it would stand in a settings file."""
    value = getattr(settings, name)
    if name == "suppress":
        return f"[{len(value)} entries]"
    if name == "per_file_ignore":
        value = {pattern: list(codes) for pattern, codes in value}
    return json.dumps("" if value is None else value, ensure_ascii=False)
