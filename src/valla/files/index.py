"""The index of a library on disk: made piece by piece, whole or not there, and checked before it is believed.

A folder holds one manifest and the segments that it names. A segment is named by what it indexes (the ids and digests of
its documents), so that a run that was stopped finds its finished segments again. Every file is written beside its
place, flushed to the disk and moved there; the manifest last. So a reader sees the old index or the new one, whenever
the writer stopped; what it left behind goes with the next run.
"""

import fcntl
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import Any

import numpy as np

from valla.errors import ReadError
from valla.files.volumes import FileVolume
from valla.library.segments import Segment, Text, build_segment
from valla.library.stream import cores
from valla.library.swift import is_swift

VERSION = 2
MANIFEST = "manifest.json"
TEMPORARY = ".new-"
FULL = 96_000_000
"""Bytes of text in a segment, unless one document alone has more."""

LARGEST = 1 << 32
"""Bytes of text that the places of a segment can count."""

HEAD = 4096
"""Bytes before the arrays of a segment."""

SPARSE = 2
"""A segment of which less than one in so many bytes is still held is made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One document as it was indexed."""

    document: str
    digest: str
    size: int
    changed: int  # when the file was last changed, in nanoseconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One segment: its name, the digest of its file, and its documents in order."""

    name: str
    digest: str
    bytes: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What making an index came to."""

    documents: int
    read: int  # documents that were read
    text: int  # bytes of text indexed
    size: int  # bytes of the index


Report = Callable[[int, int], None]


def make_index(
    volumes: Sequence[FileVolume], place: Path, *, workers: int | None = None, report: Report | None = None
) -> Made:
    """Bring an index up to date with its library: only what is new or changed is read. Raise ReadError where it cannot."""
    try:
        place.mkdir(parents=True, exist_ok=True)
        with _alone(place):
            _clear(place, keep=None)
            return _make(volumes, place, workers or cores(), report)
    except OSError as error:
        raise ReadError(f"{place}: the index cannot be written ({error.strerror or error})") from None


def _make(volumes: Sequence[FileVolume], place: Path, workers: int, report: Report | None) -> Made:
    """Make what is missing, then put the new manifest in the place of the old one."""
    old = _read_manifest(place, strict=False)
    current = {volume.holding.document: volume for volume in volumes}
    kept = [_refreshed(sheet, current) for sheet in old if (place / sheet.name).is_file()]
    kept = [sheet for sheet in kept if _is_worth_keeping(sheet, current, place)]
    known = {entry.document for sheet in kept for entry in sheet.entries if _is_same(entry, current)}
    fresh = [volume for volume in volumes if volume.holding.document not in known]
    groups = list(_groups(fresh))
    whole, done = sum(volume.size for volume in fresh), 0
    for sheet, size in _made(groups, place, workers):
        kept.append(sheet)
        done += size
        if report is not None:
            report(done, whole)
    sheets = sorted(kept, key=lambda sheet: sheet.name)
    _write_whole(place / MANIFEST, _manifest_bytes(sheets))
    _clear(place, keep={sheet.name for sheet in sheets})
    return Made(
        documents=len(volumes),
        read=len(fresh),
        text=sum(volume.size for volume in volumes),
        size=sum(sheet.bytes for sheet in sheets),
    )


def _is_same(entry: Entry, current: dict[Any, FileVolume]) -> bool:
    """Tell whether a document is still as it was indexed, by its size and the time of its last change."""
    volume = current.get(entry.document)
    if volume is None or volume.size != entry.size:
        return False
    return volume.path.stat().st_mtime_ns == entry.changed


def _refreshed(sheet: Sheet, current: dict[Any, FileVolume]) -> Sheet:
    """Return a segment with the times of documents that were written again without being changed."""
    return replace(
        sheet, entries=tuple(_refreshed_entry(entry, current.get(entry.document)) for entry in sheet.entries)
    )


def _refreshed_entry(entry: Entry, volume: FileVolume | None) -> Entry:
    if volume is None or volume.size != entry.size:
        return entry
    changed = volume.path.stat().st_mtime_ns
    if changed == entry.changed or file_digest(volume.path) != entry.digest:
        return entry
    return replace(entry, changed=changed)


def _is_worth_keeping(sheet: Sheet, current: dict[Any, FileVolume], place: Path) -> bool:
    """Tell whether a segment is there and enough of what it indexes is still held."""
    path = place / sheet.name
    if not path.is_file() or path.stat().st_size != sheet.bytes:
        return False
    held = sum(entry.size for entry in sheet.entries if _is_same(entry, current))
    return held * SPARSE >= sum(entry.size for entry in sheet.entries) and held > 0


def _groups(volumes: Sequence[FileVolume]) -> Iterator[list[FileVolume]]:
    """Yield the documents of each segment to be made."""
    group: list[FileVolume] = []
    size = 0
    for volume in volumes:
        if volume.size >= LARGEST:
            raise ReadError(f"{volume.path}: is too large for an index (4 GiB); split it")
        if group and size + volume.size > FULL:
            yield group
            group, size = [], 0
        group.append(volume)
        size += volume.size
    if group:
        yield group


def _made(groups: Sequence[list[FileVolume]], place: Path, workers: int) -> Iterator[tuple[Sheet, int]]:
    """Make the segments of groups, on several cores where there are several."""
    tasks = [(group, place) for group in groups]
    if workers < 2 or len(tasks) < 2:  # noqa: PLR2004  (one works alone)
        yield from map(_make_sheet, tasks)
        return
    context = get_context("fork" if "fork" in get_all_start_methods() else None)
    with context.Pool(workers) as pool:
        yield from pool.imap(_make_sheet, tasks)


def _make_sheet(task: tuple[list[FileVolume], Path]) -> tuple[Sheet, int]:
    """Make the segment of some documents, or find it finished by a run that was stopped."""
    volumes, place = task
    entries = tuple(_entry(volume) for volume in volumes)
    told = json.dumps([(entry.document, entry.digest) for entry in entries])
    name = f"{sha256(f'{VERSION} {told}'.encode()).hexdigest()[:32]}.seeds"
    size = sum(volume.size for volume in volumes)
    path = place / name
    if not path.is_file():
        scrolls = [volume.open() for volume in volumes]
        texts = (Text(scroll.data, scroll.cuts) for scroll in scrolls)
        segment = build_segment(texts, sum(len(scroll.data) for scroll in scrolls), swift=is_swift())
        digest = _write_whole(path, _segment_bytes(segment))
    else:
        digest = file_digest(path)
    return Sheet(name=name, digest=digest, bytes=path.stat().st_size, entries=entries), size


def _entry(volume: FileVolume) -> Entry:
    """Return a document as it is indexed."""
    before = volume.path.stat()
    digest = file_digest(volume.path)
    return Entry(document=volume.holding.document, digest=digest, size=before.st_size, changed=before.st_mtime_ns)


def file_digest(path: Path) -> str:
    """Return the digest of a file's bytes."""
    summed = sha256()
    with path.open("rb") as file:
        while part := file.read(1 << 20):
            summed.update(part)
    return summed.hexdigest()


def _segment_bytes(segment: Segment) -> list[Any]:
    """Return a segment as it is written: a line that tells the lengths of its arrays, and the arrays."""
    arrays: list[Any] = [segment.edges, segment.marks, segment.places, segment.bases]
    head = json.dumps({"valla-index": VERSION, "lengths": [len(array) for array in arrays]}).encode() + b"\n"
    return [
        head.ljust(HEAD, b" "),
        *arrays,
    ]


def map_segment(path: Path) -> Segment:
    """Return a segment mapped into memory; raise ReadError where it is none."""
    data = np.memmap(path, np.uint8, "r")
    try:
        lengths = json.loads(data[:HEAD].tobytes())["lengths"]
        views, at = [], HEAD
        for length, kind in zip(lengths, (np.uint32, np.uint16, np.uint32, np.int64), strict=True):
            size = length * np.dtype(kind).itemsize
            views.append(np.frombuffer(data[at : at + size], kind))
            at += size
    except (ValueError, KeyError, TypeError):
        raise ReadError(f"{path}: is no part of an index, or a broken one; make the index anew") from None
    return Segment(*views)


def _manifest_bytes(sheets: Sequence[Sheet]) -> list[Any]:
    """Return a manifest as it is written, its own digest in its first line."""
    body = json.dumps({"version": VERSION, "segments": [asdict(sheet) for sheet in sheets]}, indent=0).encode()
    return [json.dumps({"valla-index": VERSION, "sha256": sha256(body).hexdigest()}).encode() + b"\n", body]


def read_index(place: Path) -> tuple[Sheet, ...]:
    """Return the segments of an index; raise ReadError where there is none, or one that is broken or of another version."""
    return tuple(_read_manifest(place, strict=True))


def _read_manifest(place: Path, *, strict: bool) -> list[Sheet]:
    """Read a manifest; where it cannot be used it counts as none, unless that is an error."""
    path = place / MANIFEST
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        told = json.loads(head)
        if told["valla-index"] != VERSION:
            why = f"was made by another version of Valla (format {told['valla-index']}, not {VERSION})"
        elif told["sha256"] != sha256(body).hexdigest():
            why = "is broken: its digest is not that of what it holds"
        else:
            rows = json.loads(body)["segments"]
            return [Sheet(**{**row, "entries": tuple(Entry(**entry) for entry in row["entries"])}) for row in rows]
    except FileNotFoundError:
        why = "holds no index"
    except (OSError, ValueError, KeyError, TypeError):
        why = "holds a broken index"
    if strict:
        raise ReadError(f"{place}: {why}; make it with `valla index`")
    return []


def verify_index(volumes: Sequence[FileVolume], place: Path) -> list[str]:
    """Read an index and its library whole; return what is wrong, one line each; none where all is as it should be."""
    faults: list[str] = []
    current = {volume.holding.document: volume for volume in volumes}
    indexed: set[str] = set()
    for sheet in read_index(place):
        path = place / sheet.name
        if not path.is_file() or file_digest(path) != sheet.digest:
            faults.append(f"{path}: is missing or broken")
        for entry in sheet.entries:
            volume = current.get(entry.document)  # type: ignore[call-overload]
            if volume is not None and file_digest(volume.path) == entry.digest:
                indexed.add(entry.document)
    faults += [f"{current[name].path}: is not in the index as it is now" for name in current if name not in indexed]
    return faults


def _write_whole(path: Path, parts: Sequence[Any]) -> str:
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


def _clear(place: Path, *, keep: set[str] | None) -> None:
    """Remove what a stopped run left half written and, if told what to keep, the segments that nobody names."""
    for path in place.iterdir():
        left = path.name.startswith(TEMPORARY)
        unnamed = keep is not None and path.suffix == ".seeds" and path.name not in keep
        if left or unnamed:
            path.unlink(missing_ok=True)


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Let only one writer at an index; it is set free when the process ends, however it does."""
    folder = os.open(place, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
