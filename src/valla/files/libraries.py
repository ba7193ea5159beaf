"""A library opened for tracing: its shelf, the receipts of its files, and the way from each text to its file."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from valla.errors import ReadError
from valla.files.index import map_segment, read_index
from valla.files.shelf import Progress, open_stacks
from valla.files.volumes import FileVolume
from valla.library import Library
from valla.library.indexed import IndexedLibrary, Part
from valla.model.anchors import DocumentId, Span
from valla.model.works import Receipt

BESIDE = ".valla-index"
"""Where an index lies unless another place is named: hidden in the library, so that it is no source."""


@dataclass(frozen=True, kw_only=True)
class OpenLibrary:
    """A shelf, and what is known of its files. Not slotted, to keep the volumes by their names."""

    shelf: Library
    volumes: tuple[FileVolume, ...]
    receipts: tuple[Receipt, ...]

    @property
    def size(self) -> int:
        """The bytes of its files."""
        return sum(volume.size for volume in self.volumes)

    def origin(self, document: DocumentId, span: Span) -> Span:
        """Return where the words of a span stand in the file as it is, in its code points."""
        return self._by_name[document].origin(span)

    @cached_property
    def _by_name(self) -> dict[DocumentId, FileVolume]:
        return {volume.holding.document: volume for volume in self.volumes}


def index_beside(folder: Path) -> Path:
    """Return where the index of a folder lies unless another place is named."""
    return (folder if folder.is_dir() else folder.parent) / BESIDE


def open_library(
    folders: Sequence[Path], *, index: Path | None = None, workers: int | None = None, progress: Progress | None = None
) -> OpenLibrary:
    """Open some folders (or single files) as one library; with an index, single quotations are found without reading it.

    Raise ReadError for a folder or an index that is not there or cannot be used, ConfigError for a bad manifest.
    """
    shelf, receipts = open_stacks(folders, progress=progress, workers=workers)
    volumes = tuple(volume for volume in shelf.volumes if isinstance(volume, FileVolume))
    whole: Library = shelf if index is None else IndexedLibrary(volumes, _parts(volumes, index), workers=workers)
    return OpenLibrary(shelf=whole, volumes=volumes, receipts=receipts)


def _parts(volumes: Sequence[FileVolume], place: Path) -> list[Part]:
    """Return the segments of an index with the numbers of the volumes in each; raise ReadError where one is missing."""
    numbers = {volume.holding.document: number for number, volume in enumerate(volumes)}
    waiting = dict(numbers)
    parts = []
    for sheet in read_index(place):
        path = place / sheet.name
        if not path.is_file() or path.stat().st_size != sheet.bytes:
            raise ReadError(f"{path}: is missing or cut short; make the index anew with `valla index`")
        found: list[int | None] = []
        for entry in sheet.entries:
            number = waiting.get(DocumentId(entry.document))
            same = number is not None and _is_as_indexed(volumes[number], entry.size, entry.changed)
            found.append(number if same else None)
            if same:
                del waiting[DocumentId(entry.document)]
        parts.append(Part(map_segment(path), tuple(found)))
    if waiting:
        name = min(waiting)
        raise ReadError(
            f"{place}: {len(waiting)} documents are new or changed ({name}); bring it up to date with `valla index`"
        )
    return parts


def _is_as_indexed(volume: FileVolume, size: int, changed: int) -> bool:
    """Tell whether a file is still as it was indexed, by its size and the time of its last change."""
    return volume.size == size and volume.path.stat().st_mtime_ns == changed
