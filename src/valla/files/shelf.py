"""The door for libraries: from folders to a shelf, with a receipt for every file met.

A file that cannot be read is one line of the intake report, and the rest is read. What is not there at all, or a
manifest that cannot be meant, is an error of the one who asked (see `valla.files.candidates` for what is met).
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from valla.errors import ReadError
from valla.files.candidates import Candidate, candidates_in, refusal_of
from valla.files.catalogue import receipt_from, source_and_card
from valla.files.libraries import index_of, open_library
from valla.files.opening import MIB, open_document
from valla.files.stacks import Progress
from valla.files.volumes import HEAVY_LIMIT, own_text
from valla.library import Library
from valla.library.memory import MemoryLibrary, Source
from valla.model.documents import Document
from valla.model.works import Intake, Receipt

FILE_LIMIT = HEAVY_LIMIT
"""Largest source kept in memory, in bytes."""

SUM_LIMIT = 512 * MIB
"""Bytes of sources kept in memory at most."""

KEPT = 96 * MIB
"""Bytes of sources up to which they are kept in memory; more stay in their files."""


def open_shelf(
    folders: Sequence[Path], *, progress: Progress | None = None, bibliography: Sequence[Path] = ()
) -> tuple[Library, tuple[Receipt, ...]]:
    """Return the library in some folders (or single files) and a receipt for each file, sorted by its id.

    A small library is kept in memory, unless a folder has an index that is up to date; a large one stays in its files.
    Files of which no manifest speaks are described by the bibliographies. Raise ReadError for a folder that is not
    there, ConfigError for a manifest or a bibliography that cannot be meant.
    """
    candidates = candidates_in(folders, bibliography)
    large = sum(row.size for row in candidates) > KEPT
    if large or index_of(folders) is not None:
        library = open_library(folders, progress=progress, bibliography=bibliography)
        if large or not library.unread:
            return library.shelf, library.receipts
    sources: list[Source] = []
    receipts: list[Receipt] = []
    taken = 0
    for number, candidate in enumerate(candidates):
        if progress is not None:
            progress(number, len(candidates), candidate.document)
        source, receipt, size = _take(candidate, taken)
        receipts.append(receipt)
        taken += size
        if source is not None:
            sources.append(source)
    if progress is not None:
        progress(len(candidates), len(candidates), "")
    return MemoryLibrary.shelve(sources), tuple(sorted(receipts))


def _take(candidate: Candidate, taken: int) -> tuple[Source | None, Receipt, int]:
    """Read one file; return its source (None if it was not read), its receipt and its size in bytes."""
    refused = refusal_of(candidate)
    if refused is not None:
        return None, refused, 0
    if taken + candidate.size > SUM_LIMIT:
        reason = (
            f"{candidate.path}: left out, the library is larger than {SUM_LIMIT // MIB} MiB in all; name fewer folders"
        )
        return None, Receipt(document=candidate.document, intake=Intake.REFUSED, reason=reason), 0
    try:
        document = open_document(candidate.path, id=candidate.document, limit=FILE_LIMIT)
        source, card = source_and_card(document, candidate.path, candidate.entry)
        source = _as_it_is(source, candidate.path, document)
    except (ReadError, OSError) as error:
        return None, Receipt(document=candidate.document, intake=Intake.REFUSED, reason=str(error)), 0
    return source, replace(receipt_from(card, document.id), length=len(source.text)), candidate.size


def _as_it_is(source: Source, path: Path, document: Document) -> Source:
    """Return a plain text with the line ends and page breaks of its file, as a large library has it.

    So its offsets are those of the file, and the same on every shelf.
    """
    own = own_text(path) if document.form == "text" and document.segments else None
    return replace(source, text=own[0], pages=own[1]) if own is not None else source
