"""The rulings file: one line of JSON a ruling, only ever added to.

A ruling is a person's word on a row of the tables: who, when, on what, why. The file is read whole, in its order; nothing
in it is rewritten, so that what was once ruled can always be seen.
"""

import json
import os
from pathlib import Path
from typing import Any

from valla.errors import ConfigError, UsageError
from valla.model.judgements import Judgement, Ruling

NAME = "valla-rulings.jsonl"
LIMIT = 64 << 20  # bytes
KEYS = frozenset({"by", "at", "kind", "on", "field", "value", "why"})


def rulings_beside(essay: Path, given: str | None) -> Path:
    """Return the rulings file: the one that was named, else the one that stands, or would stand, beside the essay."""
    return Path(given) if given else essay.parent / NAME


def read_rulings(path: Path, *, wanted: bool = False) -> tuple[Judgement, ...]:
    """Return the rulings of a file in its order; none where there is no file, unless it was asked for by name.

    Raise ConfigError, one line with the number of the line in the file, for what is no ruling.
    """
    if not path.is_file() and not wanted:
        return ()
    try:
        if path.stat().st_size > LIMIT:
            raise ConfigError(f"{path}: is too large to be a file of rulings")
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise ConfigError(f"{path}: no rulings there ({error.strerror}); make one with `valla judge`") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: is no file of rulings (not UTF-8)") from None
    return tuple(read_ruling(line, number, path) for number, line in enumerate(lines, 1) if line.strip())


def read_ruling(line: str, number: int, path: Path) -> Judgement:
    """Return the ruling of one line."""
    try:
        row = json.loads(line)
        return judgement_from(row, number)
    except (ValueError, TypeError, RecursionError, KeyError) as error:
        told = f"lacks {error}" if isinstance(error, KeyError) else str(error).splitlines()[0][:120]
        raise ConfigError(f"{path}:{number}: is no ruling ({told})") from None


def judgement_from(row: Any, number: int) -> Judgement:  # noqa: ANN401  (whatever JSON holds)
    """Return the ruling in an object; raise ValueError, TypeError or KeyError where it is none."""
    if not isinstance(row, dict) or not isinstance(row["on"], list):
        raise TypeError("an object with 'by', 'at', 'kind', 'on' (a list of ids) and 'why' is asked for")
    if unknown := sorted(set(row) - KEYS):
        raise ValueError(f"unknown key '{unknown[0]}'")
    values = [row["by"], row["at"], row["kind"], row["why"], *row["on"], row.get("field") or "", row.get("value") or ""]
    if not all(isinstance(value, str) for value in values):
        raise TypeError("every value is a string")
    return Judgement(
        by=row["by"],
        at=row["at"],
        kind=Ruling(row["kind"]),
        on=tuple(row["on"]),
        field=row.get("field"),
        value=row.get("value"),
        why=row["why"],
        line=number,
    )


def render_ruling(row: Judgement) -> str:
    """Return one ruling as its line."""
    given = {"by": row.by, "at": row.at, "kind": row.kind.value, "on": list(row.on)}
    value = {"field": row.field, "value": row.value} if row.kind is Ruling.SET else {}
    return json.dumps(given | value | {"why": row.why}, ensure_ascii=False) + "\n"


def append_ruling(path: Path, row: Judgement) -> None:
    """Add one line to the file in a single write, under a lock where the system has one; make the file if need be.

    Two commands at once add two lines; a line that an earlier crash left unfinished is closed first.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); choose another place with --rulings") from None
    try:
        lock(handle)
        size = os.fstat(handle).st_size
        unfinished = bool(size) and last_byte(handle, size) != b"\n"
        os.write(handle, (("\n" if unfinished else "") + render_ruling(row)).encode("utf-8", "replace"))
        os.fsync(handle)
    finally:
        os.close(handle)  # which also frees the lock


def last_byte(handle: int, size: int) -> bytes:
    """Return the last byte of an open file."""
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1)


def lock(handle: int) -> None:
    """Wait until no other command writes; where the system has no such lock, one write at the end is all there is."""
    try:
        import fcntl  # noqa: PLC0415  (not on every system)
    except ImportError:
        return
    fcntl.flock(handle, fcntl.LOCK_EX)
