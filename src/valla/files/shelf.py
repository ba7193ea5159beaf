"""The door for libraries: from folders to a shelf, with a receipt for every file met.

A file that cannot be read is one line of the intake report, and the rest is read. What is not there at all, or a
manifest that cannot be meant, is an error of the one who asked. Files are taken in the order of their names; symbolic
links, devices, pipes and hidden files are passed over, so a library is what lies in its folder and nothing else.
"""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path, PurePosixPath

from valla.errors import ReadError
from valla.files.bibliography import entries_for, read_bibliography
from valla.files.manifest import NAMES, Entry, Manifest, read_manifest
from valla.files.opening import open_document
from valla.files.titlepage import TitlePage, read_title_page, title_from_name
from valla.files.volumes import FileVolume, own_text, survey
from valla.library import Library
from valla.library.memory import MemoryLibrary, Source
from valla.library.stream import StreamLibrary, cores
from valla.model.anchors import DocumentId
from valla.model.documents import Document, PageState, Paging
from valla.model.works import LINK, Holding, Intake, Receipt
from valla.read.forms import ENDINGS, PICTURES, form_of
from valla.read.heads import read_head
from valla.text.pages import printed_pages

MIB = 1 << 20
FILE_LIMIT = 64 * MIB
"""Largest source read, in bytes."""

SUM_LIMIT = 512 * MIB
"""Bytes of sources kept in memory at most."""

KEPT = 96 * MIB
"""Bytes of sources up to which they are kept in memory; more stay in their files."""

TOGETHER = 48 * MIB
"""Bytes of sources from which they are looked through on several cores."""

HEAD = 4096
"""Bytes in which a title page may stand."""

Progress = Callable[[int, int, str], None]
"""Called with the number of files done, their whole number, and the name of the one at hand."""

READABLE = frozenset(f".{ending}" if ending else "" for ending in ENDINGS)
"""Endings of files that are read; files of other endings are skipped, each with its receipt."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file met on the way through a folder: the id that it would have, and what its manifest says of it."""

    path: Path
    document: DocumentId
    entry: Entry | None


def open_shelf(
    folders: Sequence[Path], *, progress: Progress | None = None, bibliography: Sequence[Path] = ()
) -> tuple[Library, tuple[Receipt, ...]]:
    """Return the library in some folders (or single files) and a receipt for each file, sorted by its id.

    A small library is kept in memory, a large one stays in its files. Files of which no manifest speaks are described
    by the bibliographies. Raise ReadError for a folder that is not there, ConfigError for a manifest or a bibliography
    that cannot be meant.
    """
    candidates = _described(candidates_in(folders), bibliography)
    if sum(_size(row.path) for row in candidates) > KEPT:
        return open_stacks(folders, progress=progress, bibliography=bibliography)
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


def candidates_in(folders: Sequence[Path]) -> list[Candidate]:
    """Return the files of some folders, each with the id of its document, sorted by it."""
    return _distinct([row for folder in folders for row in _candidates(folder)], several=len(folders) > 1)


def _size(path: Path) -> int:
    """Return the bytes of a file, none where that cannot be told."""
    try:
        return path.lstat().st_size
    except OSError:
        return 0


def open_stacks(
    folders: Sequence[Path],
    *,
    progress: Progress | None = None,
    workers: int | None = None,
    bibliography: Sequence[Path] = (),
) -> tuple[StreamLibrary, tuple[Receipt, ...]]:
    """Return the library in some folders, its texts left in their files, and a receipt for each file.

    Each file is looked through once, on all cores. Raise the errors of `open_shelf`.
    """
    candidates = _described(candidates_in(folders), bibliography)
    volumes: list[FileVolume] = []
    receipts: list[Receipt] = []
    for number, (volume, receipt) in enumerate(_shelved(candidates, workers or cores())):
        if progress is not None:
            progress(number, len(candidates), receipt.document)
        receipts.append(receipt)
        if volume is not None:
            volumes.append(volume)
    if progress is not None:
        progress(len(candidates), len(candidates), "")
    return StreamLibrary(volumes, workers=workers), tuple(sorted(receipts))


def _shelved(candidates: Sequence[Candidate], workers: int) -> Iterator[tuple[FileVolume | None, Receipt]]:
    """Yield the volume and the receipt of each candidate, in order; many large files are looked through together."""
    if workers < 2 or sum(_size(row.path) for row in candidates) < TOGETHER:  # noqa: PLR2004  (one works alone)
        yield from map(shelve_file, candidates)
        return
    context = get_context("fork" if "fork" in get_all_start_methods() else None)
    with context.Pool(workers) as pool:
        yield from pool.imap(shelve_file, candidates, chunksize=8)


def shelve_file(candidate: Candidate) -> tuple[FileVolume | None, Receipt]:
    """Look one file through; return its volume (None if it cannot be a source) and its receipt."""
    refused = _refusal(candidate)
    if refused is not None:
        return None, refused
    path, name = candidate.path, candidate.document
    try:
        found = survey(path)
        whole = (
            read_head(_first_lines(found.head), name=name, file=path.name)
            if found.light
            else open_document(path, id=name, limit=FILE_LIMIT)
        )
    except (ReadError, OSError) as error:
        return None, Receipt(document=name, intake=Intake.REFUSED, reason=str(error))
    source = source_from(whole, path, candidate.entry, paged=found.paged or not found.light)
    length = found.length if found.light else len(whole.text)
    holding = replace(source.holding, length=length, digest="" if found.light else whole.digest)
    volume = FileVolume(
        holding=holding, path=path, size=found.size, light=found.light, plain=found.plain, paged=found.paged
    )
    return volume, replace(receipt_for(whole), length=length, digest=holding.digest)


def _first_lines(head: bytes) -> bytes:
    """Return the first bytes of a text, as far as a title page may reach, cut behind a line."""
    lines = head[:HEAD]
    return lines[: lines.rfind(b"\n") + 1] or lines.decode("utf-8", "ignore").encode()


def _candidates(folder: Path) -> list[Candidate]:
    """Return the files of a folder in order, or the one file that was named."""
    try:
        mode = folder.stat().st_mode
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no such name is possible"
        raise ReadError(f"{folder}: cannot be used as a library ({why}); name a folder or a file") from None
    if stat.S_ISREG(mode):
        manifest = read_manifest(folder.parent)
        return [Candidate(folder, DocumentId(folder.name), manifest.get(PurePosixPath(folder.name)))]
    if not stat.S_ISDIR(mode):
        raise ReadError(f"{folder}: is neither a folder nor a plain file; name a folder or a file")
    return list(_walk(folder))


def _walk(folder: Path) -> Iterator[Candidate]:
    """Yield the files below a folder by their paths; the nearest manifest above a file speaks for it."""
    manifests: dict[Path, Manifest] = {}
    for where, folders, names in os.walk(folder, onerror=_refuse):
        here = Path(where)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        linked = [name for name in folders if (here / name).is_symlink()]  # told of like files, and not entered
        folders[:] = [name for name in folders if name not in linked]
        manifests[here] = read_manifest(here)
        for name in sorted([*names, *linked]):
            if not name.startswith("."):
                path = here / name
                below = PurePosixPath(path.relative_to(folder).as_posix())
                yield Candidate(path, DocumentId(str(below)), _entry_for(path, folder, manifests))
    yield from _missing(folder, manifests)


def _missing(folder: Path, manifests: dict[Path, Manifest]) -> Iterator[Candidate]:
    """Yield the files that a manifest promises and that are not there: a slip of its keeper should be seen."""
    for where, manifest in manifests.items():
        for name, entry in manifest.items():
            path = where / name
            if entry.promised and not path.exists():
                yield Candidate(path, DocumentId(path.relative_to(folder).as_posix()), entry)


def _refuse(error: OSError) -> None:
    """Stop the walk at a folder that cannot be entered: silence would look like an empty folder."""
    raise ReadError(f"{error.filename}: cannot be entered ({error.strerror}); check its rights") from None


def _entry_for(path: Path, folder: Path, manifests: dict[Path, Manifest]) -> Entry | None:
    """Return what the nearest manifest that names a file says of it."""
    above = path.parent
    while True:
        entry = manifests[above].get(PurePosixPath(path.relative_to(above).as_posix()))
        if entry is not None or above == folder:
            return entry
        above = above.parent


def _distinct(candidates: Sequence[Candidate], *, several: bool) -> list[Candidate]:
    """Put the folder's number before ids that several folders share, and sort."""
    if not several:
        return sorted(candidates, key=lambda row: row.document)
    seen: dict[DocumentId, int] = {}
    rows = {}
    for candidate in candidates:
        real = candidate.path if candidate.path.is_symlink() else candidate.path.resolve()  # no link hides a file
        if real in rows:
            continue
        seen[candidate.document] = count = seen.get(candidate.document, 0) + 1
        again = DocumentId(f"{candidate.document} ({count})")
        rows[real] = replace(candidate, document=again) if count > 1 else candidate
    return sorted(rows.values(), key=lambda row: row.document)


def _described(candidates: list[Candidate], bibliography: Sequence[Path]) -> list[Candidate]:
    """Return the candidates, those of which no manifest speaks described by the bibliographies that name them."""
    works = [work for path in bibliography for work in read_bibliography(path)]
    if not works:
        return candidates
    said = entries_for(works, [PurePosixPath(row.document) for row in candidates if row.entry is None])
    return [
        replace(row, entry=said.get(PurePosixPath(row.document))) if row.entry is None else row for row in candidates
    ]


def _take(candidate: Candidate, taken: int) -> tuple[Source | None, Receipt, int]:
    """Read one file; return its source (None if it was not read), its receipt and its size in bytes."""
    refused = _refusal(candidate)
    if refused is not None:
        return None, refused, 0
    try:
        size = candidate.path.lstat().st_size
        if taken + size > SUM_LIMIT:
            reason = f"{candidate.path}: left out, the library is larger than {SUM_LIMIT // MIB} MiB in all; name fewer folders"
            return None, Receipt(document=candidate.document, intake=Intake.REFUSED, reason=reason), 0
        document = open_document(candidate.path, id=candidate.document, limit=FILE_LIMIT)
        source = _as_it_is(source_from(document, candidate.path, candidate.entry), candidate.path, document)
    except (ReadError, OSError) as error:
        return None, Receipt(document=candidate.document, intake=Intake.REFUSED, reason=str(error)), 0
    return source, replace(receipt_for(document), length=len(source.text)), size


def _as_it_is(source: Source, path: Path, document: Document) -> Source:
    """Return a plain text with the line ends and page breaks of its file, as a large library has it.

    So its offsets are those of the file, and the same on every shelf.
    """
    own = own_text(path) if document.form == "text" and document.segments else None
    return replace(source, text=own[0], pages=own[1]) if own is not None else source


def receipt_for(document: Document) -> Receipt:
    """Return the line of the intake report for a document that was read."""
    return Receipt(
        document=document.id,
        intake=Intake.READ,
        warnings=document.warnings,
        form=document.form,
        reader=document.reader,
        digest=document.digest,
        length=len(document.text),
        pages=max((page.sheet for page in document.pages), default=0),
    )


def _refusal(candidate: Candidate) -> Receipt | None:
    """Return the receipt of a file that is not read at all; None if it is to be read."""
    why = _unwanted(candidate.path)
    if why is not None:
        return Receipt(document=candidate.document, intake=Intake.SKIPPED, reason=why)
    if candidate.entry is not None and candidate.entry.promised and not candidate.path.exists():
        reason = f"{candidate.path}: is named in the manifest and is not there; mend the manifest or bring the file"
        return Receipt(document=candidate.document, intake=Intake.REFUSED, reason=reason)
    return None


def _unwanted(path: Path) -> str | None:
    """Say why a file is passed over; None if it is to be read."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return None  # reading it will tell
    if stat.S_ISLNK(mode):
        return LINK
    if not stat.S_ISREG(mode):
        return "no plain file but a device, a pipe or a socket"
    if path.name in NAMES:
        return "a manifest"
    if path.suffix.lower() not in READABLE:
        return f"files ending in {path.suffix} are not read"
    if form_of(path.name) == "image" and not _is_picture(path):
        return "no picture that is read (PNG, JPEG or TIFF), whatever its name says"
    return None


def _is_picture(path: Path) -> bool:
    """Tell whether the first bytes of a file are those of a picture."""
    try:
        with path.open("rb") as file:
            return file.read(max(map(len, PICTURES))).startswith(PICTURES)
    except OSError:
        return True  # reading it will tell


def source_from(document: Document, path: Path, entry: Entry | None = None, *, paged: bool = True) -> Source:
    """Return a document with the work that it is: as its manifest says, else as its first lines or its name tell.

    Where it is known that nothing in it can mark a page, `paged` is False.
    """
    page = claimed(read_title_page(document, path), document)
    named = title_from_name(path)
    pages = document.pages or (printed_pages(document.text) if paged else ())
    title = (entry and entry.title) or page.title
    holding = Holding(
        document=document.id,
        title=title,
        author=entry.author if entry and entry.title else page.author,
        year=entry.year if entry and entry.title else page.year,
        language=entry.language if entry else None,
        partial=(entry is not None and entry.partial) or any(page.state is PageState.SCAN for page in document.pages),
        aliases=(entry.aliases if entry else ()) + ((named,) if named != title and not (entry and entry.title) else ()),
        described_by="manifest" if entry and entry.title else page.described_by,
        digest=document.digest,
        paging=document.paging or (Paging.COUNTED if document.pages else Paging.PRINTED if pages else Paging.NONE),
        doubtful=tuple(doubt.span for doubt in document.doubts if doubt.doubtful),
        expected=promised_digest(entry, document.digest),
    )
    return Source(holding=holding, text=document.text, pages=pages)


def promised_digest(entry: Entry | None, digest: str) -> str:
    """Return the digest that a manifest promises, where the file has another one."""
    return entry.digest if entry is not None and entry.digest not in {"", digest} else ""


def claimed(page: TitlePage, document: Document) -> TitlePage:
    """Return the title page; a book's own metadata overrule its first lines, those of other files only a file's name."""
    imprint = document.imprint
    if not imprint.title or not (document.form == "epub" or page.described_by == "file name"):
        return page
    return TitlePage(
        title=imprint.title,
        author=imprint.author or page.author,
        year=imprint.year if document.form == "epub" else page.year,
        described_by="metadata",
    )
