"""The files of a library's folders: what lies there, in the order of its names, with what its manifest says of it.

Symbolic links, devices, pipes and hidden files are no sources: a library is what lies in its folder and nothing else. What
may be a source is met once, and its size and times are taken before anything of it is read.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from valla.errors import ReadError
from valla.files.bibliography import entries_for, read_bibliography
from valla.files.manifest import NAMES, Entry, Manifest, read_manifest
from valla.model.anchors import DocumentId
from valla.model.works import LINK, Intake, Receipt
from valla.read.forms import ENDINGS, PICTURES, form_of

READABLE = frozenset(f".{ending}" if ending else "" for ending in ENDINGS)
"""Endings of files that are read; files of other endings are skipped, each with its receipt."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file met on the way through a folder: the id that it would have, its manifest's word, and what the system tells.

    `status` is None where the system tells nothing: it is not there, or may not be looked at.
    """

    path: Path
    document: DocumentId
    entry: Entry | None
    status: os.stat_result | None = None

    @property
    def size(self) -> int:
        """Its bytes; none where that cannot be told."""
        return self.status.st_size if self.status is not None else 0


def candidates_in(folders: Sequence[Path], bibliography: Sequence[Path] = ()) -> list[Candidate]:
    """Return the files of some folders, each with the id of its document, sorted by it.

    Files of which no manifest speaks are described by the bibliographies. Raise ReadError for a folder that is not
    there, ConfigError for a manifest or a bibliography that cannot be meant.
    """
    found = _distinct([row for folder in folders for row in _candidates(folder)], several=len(folders) > 1)
    return _described(found, bibliography)


def _candidates(folder: Path) -> list[Candidate]:
    """Return the files of a folder in order, or the one file that was named."""
    try:
        mode = folder.stat().st_mode
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no such name is possible"
        raise ReadError(f"{folder}: cannot be used as a library ({why}); name a folder or a file") from None
    if stat.S_ISREG(mode):
        entry = read_manifest(folder.parent).get(PurePosixPath(folder.name))
        return [Candidate(folder, DocumentId(folder.name), entry, _status(folder))]
    if not stat.S_ISDIR(mode):
        raise ReadError(f"{folder}: is neither a folder nor a plain file; name a folder or a file")
    return list(_walk(folder))


def _status(path: Path | str) -> os.stat_result | None:
    """Return what the system tells of a file, not following a link."""
    try:
        return os.lstat(path)
    except OSError:
        return None


def _walk(folder: Path) -> Iterator[Candidate]:
    """Yield the files below a folder by their paths; the nearest manifest above a file speaks for it."""
    manifests: dict[str, Manifest] = {}
    root = str(folder)
    for where, folders, names in os.walk(root, onerror=_refuse):
        below = PurePosixPath(Path(where).relative_to(folder).as_posix())
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        linked = [name for name in folders if os.path.islink(os.path.join(where, name))]  # noqa: PTH114, PTH118  (thousands)
        folders[:] = [name for name in folders if name not in linked]  # links are told of like files, and not entered
        manifests[str(below)] = read_manifest(Path(where))
        speaking = [(at, manifests[str(at)]) for at in (below, *below.parents) if manifests[str(at)]]
        stem = "" if str(below) == "." else f"{below}/"
        for name in sorted([*names, *linked]):
            if not name.startswith("."):
                path = os.path.join(where, name)  # noqa: PTH118
                entry = _entry_for(f"{stem}{name}", speaking) if speaking else None
                yield Candidate(Path(path), DocumentId(f"{stem}{name}"), entry, _status(path))
    yield from _missing(folder, manifests)


def _missing(folder: Path, manifests: dict[str, Manifest]) -> Iterator[Candidate]:
    """Yield the files that a manifest promises and that are not there: a slip of its keeper should be seen."""
    for where, manifest in manifests.items():
        for name, entry in manifest.items():
            path = folder / where / name
            if entry.promised and not path.exists():
                yield Candidate(path, DocumentId(path.relative_to(folder).as_posix()), entry)


def _refuse(error: OSError) -> None:
    """Stop the walk at a folder that cannot be entered: silence would look like an empty folder."""
    raise ReadError(f"{error.filename}: cannot be entered ({error.strerror}); check its rights") from None


def _entry_for(name: str, speaking: Sequence[tuple[PurePosixPath, Manifest]]) -> Entry | None:
    """Return what the nearest manifest that names a file says of it."""
    path = PurePosixPath(name)
    return next((manifest[here] for at, manifest in speaking if (here := path.relative_to(at)) in manifest), None)


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


def refusal_of(candidate: Candidate) -> Receipt | None:
    """Return the receipt of a file that is not read at all; None if it is to be read."""
    why = _unwanted(candidate)
    if why is not None:
        return Receipt(document=candidate.document, intake=Intake.SKIPPED, reason=why)
    if candidate.entry is not None and candidate.entry.promised and not candidate.path.exists():
        reason = f"{candidate.path}: is named in the manifest and is not there; mend the manifest or bring the file"
        return Receipt(document=candidate.document, intake=Intake.REFUSED, reason=reason)
    return None


def _unwanted(candidate: Candidate) -> str | None:
    """Say why a file is passed over; None if it is to be read."""
    if candidate.status is None:
        return None  # reading it will tell
    path, mode = candidate.path, candidate.status.st_mode
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
