"""The door for slips: a file of JSON, one quotation a line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from valla.errors import ReadError
from valla.files.opening import MIB, read_bytes
from valla.model.slips import Slip

LIMIT = 512 * MIB
"""Largest file of slips, in bytes."""

SHOWN = 20
"""Bad lines that are told of one by one."""


def read_slips(path: Path) -> tuple[Slip, ...]:
    """Return the slips of a file, in its order; raise ReadError that names every bad line."""
    try:
        text = read_bytes(path, LIMIT).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: is not in UTF-8 (byte {error.start}); write it as UTF-8") from None
    slips: list[Slip] = []
    faults: list[str] = []
    seen: dict[str, int] = {}
    for number, line in _lines(text):
        read = _slip(line)
        if isinstance(read, Slip) and read.id in seen:
            read = f"the id {read.id!r} stands on line {seen[read.id]} already"
        if isinstance(read, str):
            faults.append(f"{path}:{number}: {read}")
        else:
            seen[read.id] = number
            slips.append(read)
    if faults:
        more = [f"and {len(faults) - SHOWN} more bad lines"] if len(faults) > SHOWN else []
        raise ReadError("\n".join([*faults[:SHOWN], *more]))
    if not slips:
        raise ReadError(f'{path}: holds no quotation; write one {{"id": …, "quote": …}} a line')
    return tuple(slips)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not empty, with their numbers."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line


def _slip(line: str) -> Slip | str:
    """Return the slip of a line, or what is wrong with it."""
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"is no JSON ({error})"
    if not isinstance(row, dict):
        return "is no JSON object"
    name, quote, cited = row.get("id"), row.get("quote"), row.get("cited")
    if isinstance(name, bool) or not isinstance(name, str | int) or name == "":
        return '"id" is missing, or is neither a word nor a whole number'
    if not isinstance(quote, str) or not quote.strip():
        return '"quote" is missing or empty'
    if cited is not None and not isinstance(cited, str):
        return '"cited" is no text'
    return Slip(id=str(name), quote=quote, cited=cited.strip() or None if cited else None)
