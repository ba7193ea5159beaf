"""An index as it lies on the disk: a manifest, and the segments that it names, each a sheet of documents.

Every file is written beside its place, flushed to the disk and moved there; the manifest last. So a reader sees the old
index or the new one, whenever the writer stopped. The manifest holds the cards of the documents too (see
`valla.files.catalogue`), so that a library is opened without being looked through.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from valla.errors import ReadError
from valla.files.catalogue import Card
from valla.files.makers import code, helpers
from valla.library.segments import Segment
from valla.model.anchors import DocumentId, Span
from valla.model.documents import Paging

VERSION = 3
MANIFEST = "manifest.json"
TEMPORARY = ".new-"

HEAD = 4096
"""Bytes before the arrays of a segment."""

COLUMNS = tuple(row.name for row in fields(Card))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One document as it was indexed; its card has its digest."""

    document: DocumentId
    card: Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One segment: its name, the digest of its file, and its documents in order."""

    name: str
    digest: str
    bytes: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The segments of an index; where it is `dated`, other code than this wrote its cards."""

    sheets: tuple[Sheet, ...] = ()
    dated: bool = False


def read_index(place: Path) -> Index:
    """Return an index; raise ReadError where there is none, or one that is broken or of another format."""
    path = place / MANIFEST
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        told = json.loads(head)
        if told["valla-index"] != VERSION:
            why = f"was made by another version of Valla (format {told['valla-index']}, not {VERSION})"
        elif told["sha256"] != sha256(body).hexdigest():
            why = "is broken: its digest is not that of what it holds"
        else:
            return _index(json.loads(body))
    except FileNotFoundError:
        why = "holds no index"
    except (OSError, ValueError, KeyError, TypeError):
        why = "holds a broken index"
    raise ReadError(f"{place}: {why}; make it with `valla index`")


def _index(table: dict[str, Any]) -> Index:
    """Return an index as its manifest tells of it.

    Where other code or other helpers would read it now, a document that is no plain text may have another text.
    """
    dated = [table["code"], table["columns"]] != [code(), list(COLUMNS)]
    sure = not dated and table["helpers"] == helpers()
    return Index(sheets=tuple(_sheet(row, table["columns"], sure=sure) for row in table["segments"]), dated=dated)


def _sheet(row: dict[str, Any], columns: Sequence[str], *, sure: bool) -> Sheet:
    """Return a segment as its manifest tells of it; unless that is sure, only plain texts are as they were indexed."""
    cards = [(name, _card(dict(zip(columns, values, strict=True)))) for name, values in row["entries"]]
    entries = tuple(
        Entry(document=DocumentId(name), card=card if sure or card.light else replace(card, digest=""))
        for name, card in cards
    )
    return Sheet(name=row["name"], digest=row["digest"], bytes=row["bytes"], entries=entries)


def _card(values: dict[str, Any]) -> Card:
    """Return a card from its values; what another version had besides is left out."""
    told = {key: value for key, value in values.items() if key in COLUMNS}
    told["paging"] = Paging(told["paging"])
    told["warnings"] = tuple(told["warnings"])
    told["doubtful"] = tuple(Span(*ends) for ends in told["doubtful"])
    return Card(**told)


def manifest_bytes(sheets: Sequence[Sheet]) -> list[Any]:
    """Return a manifest as it is written, its own digest in its first line."""
    rows = [
        {
            "name": sheet.name,
            "digest": sheet.digest,
            "bytes": sheet.bytes,
            "entries": [
                [entry.document, [_plain(getattr(entry.card, key)) for key in COLUMNS]] for entry in sheet.entries
            ],
        }
        for sheet in sheets
    ]
    body = json.dumps({"code": code(), "helpers": helpers(), "columns": COLUMNS, "segments": rows}).encode()
    return [json.dumps({"valla-index": VERSION, "sha256": sha256(body).hexdigest()}).encode() + b"\n", body]


def _plain(value: Any) -> Any:  # noqa: ANN401  (whatever a card holds)
    """Return a value as JSON has it."""
    if isinstance(value, tuple):
        return [[row.start, row.end] if isinstance(row, Span) else row for row in value]
    return value


def segment_bytes(segment: Segment) -> list[Any]:
    """Return a segment as it is written: a line that tells the lengths of its arrays, and the arrays."""
    arrays: list[Any] = [segment.edges, segment.marks, segment.places, segment.bases]
    head = json.dumps({"valla-index": VERSION, "lengths": [len(array) for array in arrays]}).encode() + b"\n"
    return [head.ljust(HEAD, b" "), *arrays]


def map_segment(path: Path, size: int) -> Segment:
    """Return a segment of so many bytes mapped into memory; raise ReadError where it is none."""
    try:
        data = np.memmap(path, np.uint8, "r")
        if len(data) != size:
            raise ReadError(f"{path}: is cut short; make the index anew with `valla index`")
        lengths = json.loads(data[:HEAD].tobytes())["lengths"]
        views, at = [], HEAD
        for length, kind in zip(lengths, (np.uint32, np.uint16, np.uint32, np.int64), strict=True):
            size = length * np.dtype(kind).itemsize
            views.append(np.frombuffer(data[at : at + size], kind))
            at += size
    except (OSError, ValueError, KeyError, TypeError):
        raise ReadError(f"{path}: is no part of an index, or a broken one; make the index anew") from None
    return Segment(*views)


def write_whole(path: Path, parts: Sequence[Any]) -> str:
    """Write a file beside its place, flush it to the disk and move it there; return the digest of its bytes."""
    summed = sha256()
    beside = path.with_name(f"{TEMPORARY}{os.getpid()}-{path.name}")
    with beside.open("wb") as file:
        for part in parts:
            file.write(part)
            summed.update(part)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return summed.hexdigest()
