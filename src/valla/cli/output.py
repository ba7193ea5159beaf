"""Where results go: the standard output, or a file that is whole or not there at all."""

import os
import sys
import tempfile
from pathlib import Path

from valla.errors import UsageError


def emit(text: str, output: str | None) -> None:
    """Write a result to a file, or to the standard output as UTF-8 whatever the terminal's own encoding."""
    if output is None or output == "-":
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
        return
    write_whole(Path(output), text)


def write_whole(path: Path, text: str) -> None:
    """Write a text as UTF-8, whole or not at all."""
    write_bytes(path, text.encode("utf-8", "replace"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file through a temporary neighbour, so that a reader sees the old one or the new one."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); choose another place with --output") from None


def wants_colour(choice: str, output: str | None) -> bool:
    """Tell whether to colour: as asked, else on a terminal that did not forbid it (NO_COLOR)."""
    if choice != "auto":
        return choice == "always"
    return output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def terminal_width() -> int:
    """Return the columns of the terminal, between 60 and 120."""
    return max(60, min(120, os.get_terminal_size().columns if sys.stdout.isatty() else 100))
