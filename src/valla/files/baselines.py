"""The baseline: fingerprints of findings that are known, so that only new ones fail."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from valla.errors import ConfigError

SCHEMA = "valla.baseline/1"
LIMIT = 64 << 20  # bytes


def read_baseline(path: Path) -> frozenset[str]:
    """Return the fingerprints of a baseline file; raise ConfigError where it is not there or is none."""
    return fingerprints_in(read_content(path), path)


def read_editions(path: Path) -> dict[str, str]:
    """Return the digests of the sources against which a baseline was made; none where it remembers none."""
    content = read_content(path)
    sources = content.get("sources") if isinstance(content, dict) else None
    return {str(key): str(digest) for key, digest in sources.items()} if isinstance(sources, dict) else {}


def read_content(path: Path) -> object:
    """Return what stands in a baseline file; raise ConfigError where it is not there or is no JSON."""
    try:
        if path.stat().st_size > LIMIT:
            raise ConfigError(f"{path}: is too large to be a baseline")
        content: object = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: no baseline there ({error.strerror}); make one with `valla baseline`") from None
    except (ValueError, RecursionError):
        raise ConfigError(f"{path}: is no baseline (not valid JSON); make one with `valla baseline`") from None
    return content


def fingerprints_in(content: object, path: Path) -> frozenset[str]:
    """Return the fingerprints of a baseline's content."""
    entries = content.get("findings") if isinstance(content, dict) and content.get("schema") == SCHEMA else None
    if not isinstance(entries, list) or not all(isinstance(row, dict) and "id" in row for row in entries):
        raise ConfigError(f"{path}: is no baseline of this version ({SCHEMA}); make one with `valla baseline`")
    return frozenset(str(row["id"]) for row in entries)


def render_baseline(entries: Iterable[tuple[str, str, str]], sources: Mapping[str, str] | None = None) -> str:
    """Return the text of a baseline file from fingerprints, codes and messages; sorted, so that it diffs well.

    `sources` are the digests of the sources at the time, by which a later check tells a changed edition (T150).
    """
    rows = [{"id": key, "code": code, "message": message} for key, code, message in sorted(set(entries))]
    made: dict[str, object] = {"schema": SCHEMA, "findings": rows}
    if sources:
        made["sources"] = dict(sorted(sources.items()))
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"
