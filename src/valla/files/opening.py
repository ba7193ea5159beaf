"""The door for documents: from a path to a Document, with limits, and one clear line for what cannot be read."""

import stat
from pathlib import Path

from valla.errors import ReadError
from valla.files.article import choose_article
from valla.files.child import read_apart
from valla.model.anchors import DocumentId
from valla.model.documents import Document
from valla.read import read_document

MIB = 1 << 20
LIMIT = 32 * MIB
"""Largest document read unless a caller says otherwise, in bytes."""


def open_document(path: Path, *, id: DocumentId | None = None, limit: int = LIMIT) -> Document:  # noqa: A002  (the row's own word)
    """Return the document in a file; its id is the file's name without its ending unless one is given.

    Raise ReadError, one line, for what is not there, no plain file, too large, empty or no text.
    """
    data = read_bytes(path, limit)
    if not data:
        raise ReadError(f"{path}: is empty; name a file with words in it")
    name = id or DocumentId(path.stem or path.name)
    return read_document(data, id=name, name=path.name, bound=read_apart, article=choose_article)


def read_bytes(path: Path, limit: int) -> bytes:
    """Return the bytes of a plain file; devices and pipes are refused before they are opened, so nothing blocks."""
    try:
        refuse_irregular(path)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror or error}); check its name and rights") from None
    except ValueError:
        raise ReadError(f"{str(path)!r}: no file can have that name") from None
    if len(data) > limit:
        raise ReadError(f"{path}: is larger than {limit // MIB} MiB; split it, or raise the limit with --max-size")
    return data


def refuse_irregular(path: Path) -> None:
    """Raise ReadError for a folder, a device, a pipe or a socket."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise ReadError(f"{path}: is a folder; name a file in it")
    if not stat.S_ISREG(mode):
        raise ReadError(f"{path}: is no plain file but a device, pipe or socket; name a file")
