"""A library opened for tracing: its shelf, the receipts of its files, and the way from each text to its file.

Where there is an index, it is used as far as it is right: what it does not know as it is now is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from valla.errors import ReadError
from valla.files.sheets import MANIFEST, Index, Sheet, map_segment, read_index
from valla.files.stacks import NOTHING, Catalogue, Progress, open_stacks
from valla.files.volumes import FileVolume
from valla.lasting import lasting
from valla.library import Library
from valla.library.indexed import IndexedLibrary, Part
from valla.library.stream import StreamLibrary
from valla.model.anchors import DocumentId, Span
from valla.model.works import Receipt

BESIDE = ".valla-index"
"""Where an index lies unless another place is named: hidden in the library, so that it is no source."""


@dataclass(frozen=True, kw_only=True)
class OpenLibrary:
    """A shelf, and what is known of its files. Not slotted, to keep the volumes by their names.

    `unread` says in one line why an index cannot answer for all of it; empty where it can, or where there is none.
    """

    shelf: Library
    volumes: tuple[FileVolume, ...]
    receipts: tuple[Receipt, ...]
    unread: str = ""

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


def index_of(folders: Sequence[Path]) -> Path | None:
    """Return the place of the index that lies in a folder, if one folder is named and it has one."""
    if len(folders) != 1 or not folders[0].is_dir():
        return None
    place = index_beside(folders[0])
    return place if (place / MANIFEST).is_file() else None


def open_library(
    folders: Sequence[Path],
    *,
    index: Path | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    bibliography: Sequence[Path] = (),
    often: bool = False,
) -> OpenLibrary:
    """Open some folders (or single files) as one library, with the index that is named, or else the one in the folder.

    With an index the library is opened from its catalogue, and single quotations are found without reading it; of what
    is new or changed the file itself is asked. Where it will be asked `often`, quotation by quotation, what makes that
    quick is loaded at once. Raise ReadError for a folder that is not there, or for an index that was
    named and cannot be used, ConfigError for a bad manifest or bibliography.
    """
    place = index or index_of(folders)
    with lasting():
        found, fault = (Index(), "") if place is None else _read(place, named=index is not None)
        volumes, receipts = open_stacks(
            folders, known=catalogue_of(found), progress=progress, workers=workers, bibliography=bibliography
        )
    if place is None or not found.sheets:
        shelf: Library = StreamLibrary(volumes, workers=workers)
        return OpenLibrary(shelf=shelf, volumes=volumes, receipts=receipts, unread=fault)
    parts, rest = _parts(volumes, found.sheets, place)
    shelf = IndexedLibrary(volumes, parts, rest, workers=workers)
    if often:
        shelf.make_ready()
    return OpenLibrary(shelf=shelf, volumes=volumes, receipts=receipts, unread=_unread(volumes, rest, place))


def look_through_library(
    folder: Path, known: Index, *, workers: int | None = None, progress: Progress | None = None
) -> OpenLibrary:
    """Open a folder to be indexed, or to be compared with its index: of what an index knows, nothing is looked through."""
    volumes, receipts = open_stacks([folder], known=catalogue_of(known), progress=progress, workers=workers)
    return OpenLibrary(shelf=StreamLibrary(volumes, workers=workers), volumes=volumes, receipts=receipts)


def _read(place: Path, *, named: bool) -> tuple[Index, str]:
    """Read an index; one that nobody named and that cannot be used is none, and told of."""
    try:
        return read_index(place), ""
    except ReadError as error:
        if named:
            raise
        return Index(), f"the index is not used: {error}"


def catalogue_of(index: Index) -> Catalogue:
    """Return the cards of an index."""
    if not index.sheets:
        return NOTHING
    cards = {entry.document: entry.card for sheet in index.sheets for entry in sheet.entries if entry.card.digest}
    return Catalogue(cards=cards, dated=index.dated)


def _parts(volumes: Sequence[FileVolume], sheets: Sequence[Sheet], place: Path) -> tuple[list[Part], tuple[int, ...]]:
    """Return the segments of an index with the numbers of the volumes in each, and those of volumes that are in none."""
    waiting = {(volume.holding.document, volume.card.digest): at for at, volume in enumerate(volumes)}
    parts = []
    for sheet in sheets:
        try:
            segment = map_segment(place / sheet.name, sheet.bytes)
        except ReadError:
            continue  # its documents are read
        known = ((entry.document, entry.card.digest) for entry in sheet.entries)
        parts.append(Part(segment, tuple(waiting.pop(row, None) if row[1] else None for row in known)))
    return parts, tuple(sorted(waiting.values()))


def _unread(volumes: Sequence[FileVolume], rest: Sequence[int], place: Path) -> str:
    """Say which volumes an index does not know as they are, if there are any."""
    if not rest:
        return ""
    name, many = volumes[rest[0]].holding.document, f"{len(rest)} documents are" if len(rest) > 1 else "a document is"
    return f"{place}: {many} not in the index as now ({name}) and read; bring it up to date with `valla index`"
