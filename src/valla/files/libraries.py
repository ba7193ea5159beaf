"""A library opened for tracing: its shelf, the receipts of its files, and the way from each text to its file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from valla.files.shelf import Progress, open_stacks
from valla.files.volumes import FileVolume
from valla.library import Library
from valla.model.anchors import DocumentId, Span
from valla.model.works import Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLibrary:
    """A shelf, and what is known of its files."""

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

    @property
    def _by_name(self) -> dict[DocumentId, FileVolume]:
        return {volume.holding.document: volume for volume in self.volumes}


def open_library(
    folders: Sequence[Path], *, index: Path | None = None, workers: int | None = None, progress: Progress | None = None
) -> OpenLibrary:
    """Open some folders (or single files) as one library; with an index, single quotations are found without reading it.

    Raise ReadError for a folder or an index that is not there or cannot be used, ConfigError for a bad manifest.
    """
    shelf, receipts = open_stacks(folders, progress=progress, workers=workers)
    volumes = tuple(volume for volume in shelf.volumes if isinstance(volume, FileVolume))
    return OpenLibrary(shelf=shelf, volumes=volumes, receipts=receipts)
