"""Finding and reading `valla.toml`: the nearest one upward from the essay, or the one that is named."""

import tomllib
from pathlib import Path
from typing import Any

from valla.errors import ConfigError
from valla.files.settings import Settings, parse_settings

OWN = "valla.toml"
SHARED = "pyproject.toml"
LIMIT = 1 << 20  # bytes; a settings file is small


def read_config(path: Path | None, essay: Path) -> Settings:
    """Return the settings of the named file, else of the nearest one above the essay, else the defaults."""
    found = path or nearest_config(essay)
    if found is None:
        return Settings()
    table = load_table(found)
    settings = parse_settings(table, found.name)
    return anchor_paths(settings, found.parent)


def nearest_config(essay: Path) -> Path | None:
    """Return the nearest settings file in the folder of the essay or one above it."""
    folder = essay.absolute().parent
    for place in (folder, *folder.parents):
        if (place / OWN).is_file():
            return place / OWN
        if (place / SHARED).is_file() and table_in(place / SHARED) is not None:
            return place / SHARED
    return None


def load_table(path: Path) -> dict[str, Any]:
    """Return Valla's table of a settings file: the whole of `valla.toml`, or `[tool.valla]` of a pyproject.toml."""
    table = table_in(path) if path.name == SHARED else parse_toml(path)
    return table or {}


def table_in(pyproject: Path) -> dict[str, Any] | None:
    """Return `[tool.valla]` of a pyproject.toml, or None where it has none."""
    table = parse_toml(pyproject).get("tool", {}).get("valla")
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{pyproject.name}: [tool.valla] must be a table")
    return table


def parse_toml(path: Path) -> dict[str, Any]:
    """Return the tables of a TOML file; raise ConfigError where it is not there or is none."""
    try:
        data = read_bounded(path)
        return tomllib.loads(data.decode("utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); name a settings file") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: is not valid TOML ({error}); mend that line") from None


def read_bounded(path: Path) -> bytes:
    """Return the bytes of a small file; refuse a folder, a device and a file too large to be settings."""
    if not path.is_file():
        raise ConfigError(f"{path}: no such settings file; name one, or leave --config away")
    with path.open("rb") as file:
        data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise ConfigError(f"{path}: is too large to be a settings file")
    return data


def anchor_paths(settings: Settings, folder: Path) -> Settings:
    """Return the settings with paths of the library, the bibliographies and the baseline taken from the folder of their file."""
    values = {name: getattr(settings, name) for name in settings.__dataclass_fields__}
    values["library"] = tuple(str(folder / entry) for entry in settings.library)
    values["bibliography"] = tuple(str(folder / entry) for entry in settings.bibliography)
    for name in ("baseline", "rulings"):
        values[name] = str(folder / getattr(settings, name)) if getattr(settings, name) else None
    return Settings(**values)
