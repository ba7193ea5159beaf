"""Manifests: what the keeper of a library folder says of its files.

Two forms are read: `valla-library.toml`, Valla's own (docs/guide/library.md), and `manifest.json`, a list of files with
path, title, author, year and notes as collections of texts often carry one. A manifest that cannot be meant is refused
in one line; a file that a manifest does not name is described by its own first lines.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from valla.errors import ConfigError
from valla.files.opening import read_bytes

OWN = "valla-library.toml"
SHARED = "manifest.json"
NAMES = (OWN, SHARED)

LIMIT = 8 << 20
"""Largest manifest read, in bytes."""

_KEYS = {"file", "title", "author", "year", "language", "partial", "aliases", "digest"}
_PARTIAL = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|some|most|parts?|a part|a selection|chapters?) "
    r"(?:of|out of|from) (?:the |its )?(?:\d+ )?(?:sessions?|sections?|chapters?|volumes?|pages?|parts?|days?|books?|letters?|"
    r"issues?|sittings?|whole|work|book|original|text|record|total)\b"
    r"|\b(?:excerpts?|extracts?|abridged|abridge?ment|incomplete|fragments?|in part|partial|partly|truncated|selections?|"
    r"selected|shortened|lacks|missing|auszug|auszüge|gekürzt|extraits?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a manifest says of one file. One of Valla's own manifests promises that the file is there."""

    title: str | None = None
    author: str | None = None
    year: str | None = None
    language: str | None = None
    partial: bool = False
    aliases: tuple[str, ...] = ()
    promised: bool = False
    digest: str = ""  # sha256 that the file had when the manifest was written


Manifest = Mapping[PurePosixPath, Entry]
"""Entries by the file's path below the folder in which the manifest lies."""


def read_manifest(folder: Path) -> Manifest:
    """Return what the manifests of a folder say; Valla's own overrules the shared form. Raise ConfigError for a broken one."""
    rows: dict[PurePosixPath, Entry] = {}
    if (folder / SHARED).is_file():
        rows.update(_read_shared(folder / SHARED))
    if (folder / OWN).is_file():
        rows.update(_read_own(folder / OWN))
    return rows


def _read_own(path: Path) -> dict[PurePosixPath, Entry]:
    """Read Valla's own form."""
    try:
        table = tomllib.loads(_decoded(path))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is no TOML ({error}); see the guide on libraries") from None
    works = table.get("work", [])
    if set(table) - {"work"} or not isinstance(works, list):
        raise ConfigError(
            f"{path}: holds nothing but [[work]] tables; found {_named(set(table) - {'work'} or {'work'})}"
        )
    return dict(_own_entry(path, number, row) for number, row in enumerate(works, 1))


def _named(keys: set[str]) -> str:
    """Return keys for a message."""
    return ", ".join(repr(key) for key in sorted(keys))


def _own_entry(path: Path, number: int, row: object) -> tuple[PurePosixPath, Entry]:
    """Read one [[work]] table."""
    where = f"{path}: work {number}"
    if not isinstance(row, dict) or not isinstance(row.get("file"), str):
        raise ConfigError(f"{where}: needs a file, such as file = 'letters/1931.txt'")
    where = f"{where} ({row['file']})"
    if set(row) - _KEYS:
        raise ConfigError(f"{where}: unknown key {_named(set(row) - _KEYS)}; known are {_named(_KEYS)}")
    if not isinstance(row.get("partial", False), bool):
        raise ConfigError(f"{where}: partial is true or false")
    aliases = row.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        raise ConfigError(f"{where}: aliases is a list of titles")
    entry = Entry(
        title=_text(where, row, "title"),
        author=_text(where, row, "author"),
        year=_text(where, row, "year"),
        language=_text(where, row, "language"),
        partial=row.get("partial", False),
        aliases=tuple(aliases),
        promised=True,
        digest=(_text(where, row, "digest") or "").lower(),
    )
    return _relative(where, row["file"]), entry


def _text(where: str, row: Mapping[str, object], key: str) -> str | None:
    """Return a text or a number as text; an empty one is none."""
    value = row.get(key)
    if value is not None and (isinstance(value, bool) or not isinstance(value, str | int)):
        raise ConfigError(f"{where}: {key} is a text in quotation marks")
    return str(value).strip() or None if value is not None else None


def _relative(where: str, name: str) -> PurePosixPath:
    """Return a path below the folder; one that leads out of it is refused."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise ConfigError(f"{where}: file is a path below the folder of the manifest, not {name!r}")
    return path


def _read_shared(path: Path) -> dict[PurePosixPath, Entry]:
    """Read the shared form: an object with a list `files`; keys that say nothing here are left alone."""
    try:
        table = json.loads(_decoded(path))
    except (json.JSONDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: is no JSON ({error}); mend it or take it away") from None
    files = table.get("files") if isinstance(table, dict) else None
    if not isinstance(files, list):
        raise ConfigError(f"{path}: is no manifest: it needs a list 'files'; mend it or take it away")
    return dict(_shared_entry(path, number, row) for number, row in enumerate(files, 1))


def _shared_entry(path: Path, number: int, row: object) -> tuple[PurePosixPath, Entry]:
    """Read one file of the shared form; a note or title that plainly says so makes it partial."""
    where = f"{path}: file {number}"
    if not isinstance(row, dict) or not isinstance(row.get("path"), str):
        raise ConfigError(f"{where}: needs a path")
    aliases = row.get("aliases") or []
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        raise ConfigError(f"{where}: aliases is a list of titles")
    said = " ".join(str(row.get(key) or "") for key in ("title", "note", "coverage"))
    entry = Entry(
        title=_text(where, row, "title"),
        author=_text(where, row, "author"),
        year=_text(where, row, "year"),
        language=_text(where, row, "language"),
        partial=bool(row.get("partial")) or says_partial(said),
        aliases=tuple(aliases),
    )
    return _relative(where, row["path"]), entry


def says_partial(words: str) -> bool:
    """Tell whether a note or a title says plainly that only a part of the work is here."""
    return _PARTIAL.search(words) is not None


def _decoded(path: Path) -> str:
    """Return a manifest's text."""
    try:
        return read_bytes(path, LIMIT).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: is not UTF-8; save it as UTF-8") from None
