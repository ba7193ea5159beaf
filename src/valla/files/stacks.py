"""The stacks: a library whose texts stay in their files, each looked through once, or known from its card."""

import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from valla.errors import ReadError
from valla.files.candidates import Candidate, candidates_in, refusal_of
from valla.files.catalogue import Card, card_from, file_digest, holding_from, receipt_from, still_of
from valla.files.opening import MIB, open_document
from valla.files.volumes import HEAVY_LIMIT, FileVolume, paging_of, survey
from valla.library.stream import cores
from valla.model.anchors import DocumentId
from valla.model.works import Intake, Receipt
from valla.read.heads import read_head
from valla.text.pages import printed_pages

TOGETHER = 48 * MIB
"""Bytes of sources from which they are looked through on several cores."""

HEAD = 4096
"""Bytes in which a title page may stand."""

Progress = Callable[[int, int, str], None]
"""Called with the number of files done, their whole number, and the name of the one at hand."""

Shelved = tuple[FileVolume | None, Receipt]
"""A volume (None for a file that cannot be a source), and the receipt of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The cards of an earlier look; where they are `dated`, other code wrote them, and only digests count."""

    cards: Mapping[DocumentId, Card] = field(default_factory=dict)
    dated: bool = False


NOTHING = Catalogue()


def open_stacks(
    folders: Sequence[Path],
    *,
    known: Catalogue = NOTHING,
    progress: Progress | None = None,
    workers: int | None = None,
    bibliography: Sequence[Path] = (),
) -> tuple[tuple[FileVolume, ...], tuple[Receipt, ...]]:
    """Return the volumes of a library in some folders, sorted by their documents, and a receipt for each file.

    Each file of which there is no card is looked through, on all cores. Raise ReadError for a folder that is not there,
    ConfigError for a manifest or a bibliography that cannot be meant.
    """
    candidates = candidates_in(folders, bibliography)
    cards = [_known(candidate, known.cards.get(candidate.document)) for candidate in candidates]
    recalled = [None if known.dated else _recalled(*row) for row in zip(candidates, cards, strict=True)]
    looked = _looked_through([row for row, done in zip(candidates, recalled, strict=True) if not done], workers)
    rows: list[Shelved] = []
    for number, (candidate, card, done) in enumerate(zip(candidates, cards, recalled, strict=True)):
        rows.append(done or _with_digest(next(looked), card))
        if progress is not None and not done:
            progress(number, len(candidates), candidate.document)
    if progress is not None:
        progress(len(candidates), len(candidates), "")
    return tuple(volume for volume, _ in rows if volume is not None), tuple(sorted(receipt for _, receipt in rows))


def _known(candidate: Candidate, card: Card | None) -> Card | None:
    """Return the card of a candidate, if there is one and it is still that of the file."""
    if card is None or candidate.status is None or not stat.S_ISREG(candidate.status.st_mode):
        return None
    return still_of(card, candidate)


def _recalled(candidate: Candidate, card: Card | None) -> Shelved | None:
    """Return what a card tells of a candidate; None where the file is to be looked through."""
    return None if card is None else _shelved(candidate, card)


def _with_digest(row: Shelved, card: Card | None) -> Shelved:
    """Give a volume that was looked through the digest that is known of its file."""
    volume, receipt = row
    if volume is None or card is None or volume.card.digest:
        return row
    known = replace(volume.card, digest=card.digest)
    return replace(volume, card=known, holding=replace(volume.holding, digest=card.digest)), replace(
        receipt, digest=card.digest
    )


def _looked_through(candidates: Sequence[Candidate], workers: int | None) -> Iterator[Shelved]:
    """Yield the volume and the receipt of each candidate, in order; many large files are looked through together."""
    workers = workers or cores()
    if workers < 2 or sum(row.size for row in candidates) < TOGETHER:  # noqa: PLR2004  (one works alone)
        yield from map(shelve_file, candidates)
        return
    context = get_context("fork" if "fork" in get_all_start_methods() else None)
    with context.Pool(workers) as pool:
        yield from pool.imap(shelve_file, candidates, chunksize=8)


def shelve_file(candidate: Candidate) -> Shelved:
    """Look one file through; return its volume (None if it cannot be a source) and its receipt."""
    refused = refusal_of(candidate)
    if refused is not None:
        return None, refused
    try:
        card = look_through(candidate)
    except (ReadError, OSError) as error:
        return None, Receipt(document=candidate.document, intake=Intake.REFUSED, reason=str(error))
    return _shelved(candidate, card)


def look_through(candidate: Candidate) -> Card:
    """Return the card of a file; raise ReadError, one line, or OSError where it cannot be a source."""
    path, status = candidate.path, candidate.status
    found = survey(path)
    if found.light:
        head = read_head(_first_lines(found.head), name=candidate.document, file=path.name)
        card = replace(
            card_from(head, path, ()),
            light=True,
            plain=found.plain,
            length=found.length,
            paging=paging_of(path, found),
        )
    else:
        whole = open_document(path, id=candidate.document, limit=HEAVY_LIMIT)
        card = card_from(whole, path, whole.pages or printed_pages(whole.text))
    if candidate.entry is not None and candidate.entry.digest and not card.digest:
        card = replace(card, digest=file_digest(path))  # a promise is there to be checked
    if status is None:
        return replace(card, size=found.size)
    return replace(card, size=found.size, changed=status.st_mtime_ns, touched=status.st_ctime_ns)


def _shelved(candidate: Candidate, card: Card) -> Shelved:
    """Return the volume and the receipt that a card makes of a candidate."""
    holding = holding_from(card, candidate.document, candidate.path, candidate.entry)
    return FileVolume(holding=holding, path=candidate.path, card=card), receipt_from(card, candidate.document)


def _first_lines(head: bytes) -> bytes:
    """Return the first bytes of a text, as far as a title page may reach, cut behind a line."""
    lines = head[:HEAD]
    return lines[: lines.rfind(b"\n") + 1] or lines.decode("utf-8", "ignore").encode()
