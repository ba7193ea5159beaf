"""The index of a library: made piece by piece, whole or not there, and brought up to date with what changed alone.

A segment is named by what it indexes (the ids and digests of its documents), so that a run that was stopped finds its
finished segments again; what it left half written goes with the next run. How all that lies on the disk is told in
`valla.files.sheets`.
"""

import fcntl
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from valla.errors import ReadError
from valla.files.catalogue import Card, file_digest
from valla.files.sheets import (
    MANIFEST,
    TEMPORARY,
    VERSION,
    Entry,
    Index,
    Sheet,
    manifest_bytes,
    read_index,
    segment_bytes,
    write_whole,
)
from valla.files.volumes import FileVolume
from valla.library.segments import Text, build_segment
from valla.library.stream import cores
from valla.library.swift import is_swift
from valla.model.anchors import DocumentId

FULL = 96_000_000
"""Bytes of text in a segment, unless one document alone has more."""

LARGEST = 1 << 32
"""Bytes of text that the places of a segment can count."""

SPARSE = 2
"""A segment of which less than one in so many bytes is still held is made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What making an index came to."""

    documents: int
    read: int  # documents that were read
    text: int  # bytes of text indexed
    size: int  # bytes of the index


Report = Callable[[int, int], None]
Held = Mapping[DocumentId, FileVolume]


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
    held = {volume.holding.document: volume for volume in volumes}
    known = [_as_held(sheet, held) for sheet in old_index(place).sheets if _is_there(sheet, place)]
    kept = [sheet for sheet, same in known if _is_worth_keeping(sheet, same)]
    indexed = {name for sheet, same in known if _is_worth_keeping(sheet, same) for name in same}
    fresh = [volume for volume in volumes if volume.holding.document not in indexed]
    whole, done = sum(volume.size for volume in fresh), 0
    for sheet, size in _made(list(_groups(fresh)), place, workers):
        kept.append(sheet)
        done += size
        if report is not None:
            report(done, whole)
    sheets = sorted(kept, key=lambda sheet: sheet.name)
    write_whole(place / MANIFEST, manifest_bytes(sheets))
    _clear(place, keep={sheet.name for sheet in sheets})
    return Made(
        documents=len(volumes),
        read=len(fresh),
        text=sum(volume.size for volume in volumes),
        size=sum(sheet.bytes for sheet in sheets),
    )


def old_index(place: Path) -> Index:
    """Return the index that is there; an empty one where none is, or none that can be used."""
    try:
        return read_index(place)
    except ReadError:
        return Index()


def _is_there(sheet: Sheet, place: Path) -> bool:
    """Tell whether the file of a segment is there, as long as it should be."""
    path = place / sheet.name
    return path.is_file() and path.stat().st_size == sheet.bytes


def _as_held(sheet: Sheet, held: Held) -> tuple[Sheet, set[DocumentId]]:
    """Return a segment with the cards of its documents as they are now, and those that are still as indexed."""
    entries = [_entry_as_held(entry, held.get(entry.document)) for entry in sheet.entries]
    same = {entry.document for entry in entries if entry is not None}
    rows = (now or _spent(old) for now, old in zip(entries, sheet.entries, strict=True))
    return replace(sheet, entries=tuple(rows)), same


def _spent(entry: Entry) -> Entry:
    """Return an entry that fits no file: its document is gone, or indexed elsewhere as it is now."""
    return replace(entry, card=replace(entry.card, digest=""))


def _entry_as_held(entry: Entry, volume: FileVolume | None) -> Entry | None:
    """Return an entry with the card that its document has now; None where the document is not as it was indexed."""
    if volume is None or volume.size != entry.card.size or not entry.card.digest:
        return None
    stamped = (volume.card.changed, volume.card.touched) == (entry.card.changed, entry.card.touched)
    digest = volume.card.digest or (entry.card.digest if stamped else file_digest(volume.path))
    if digest != entry.card.digest:
        return None
    return Entry(document=entry.document, card=replace(volume.card, digest=digest))


def _is_worth_keeping(sheet: Sheet, same: set[DocumentId]) -> bool:
    """Tell whether enough of what a segment indexes is still held as it was."""
    held = sum(entry.card.size for entry in sheet.entries if entry.document in same)
    return held * SPARSE >= sum(entry.card.size for entry in sheet.entries) and held > 0


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
    entries = [Entry(document=volume.holding.document, card=_with_digest(volume)) for volume in volumes]
    told = json.dumps([(entry.document, entry.card.digest) for entry in entries])
    name = f"{sha256(f'{VERSION} {told}'.encode()).hexdigest()[:32]}.seeds"
    size = sum(volume.size for volume in volumes)
    path = place / name
    if not path.is_file():
        scrolls = [volume.open() for volume in volumes]
        texts = (Text(scroll.data, scroll.cuts) for scroll in scrolls)
        segment = build_segment(texts, sum(len(scroll.data) for scroll in scrolls), swift=is_swift())
        digest = write_whole(path, segment_bytes(segment))
    else:
        digest = file_digest(path)
    steady = tuple(_steadied(*row) for row in zip(entries, volumes, strict=True))
    return Sheet(name=name, digest=digest, bytes=path.stat().st_size, entries=steady), size


def _with_digest(volume: FileVolume) -> Card:
    """Return the card of a document, its digest told."""
    return volume.card if volume.card.digest else replace(volume.card, digest=file_digest(volume.path))


def _steadied(entry: Entry, volume: FileVolume) -> Entry:
    """Return an entry, or one that fits no file where this one was written to while it was read."""
    try:
        status = volume.path.stat()
        steady = (status.st_size, status.st_mtime_ns) == (entry.card.size, entry.card.changed)
    except OSError:
        steady = False
    return entry if steady else _spent(entry)


def verify_index(volumes: Sequence[FileVolume], place: Path) -> list[str]:
    """Read an index and its library whole; return what is wrong, one line each; none where all is as it should be.

    The volumes are those of a library that was looked through without its index.
    """
    faults: list[str] = []
    held = {volume.holding.document: volume for volume in volumes}
    indexed: set[str] = set()
    index = read_index(place)
    for sheet in index.sheets:
        path = place / sheet.name
        if not path.is_file() or file_digest(path) != sheet.digest:
            faults.append(f"{path}: is missing or broken")
        for entry in sheet.entries:
            volume = held.get(entry.document)
            if volume is not None and file_digest(volume.path) == entry.card.digest:
                indexed.add(entry.document)
                if not index.dated and not _is_described(entry.card, volume.card):
                    faults.append(f"{volume.path}: is described in the index otherwise than it is")
    faults += [f"{held[name].path}: is not in the index as it is now" for name in held if name not in indexed]
    return faults


def _is_described(card: Card, now: Card) -> bool:
    """Tell whether a card says of a file what looking through it says now; its digest and times are looked at elsewhere."""
    return replace(card, digest=now.digest, changed=now.changed, touched=now.touched) == now


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
