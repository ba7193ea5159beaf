"""The catalogue: a card for each file of a library, so that no file is looked through twice.

A card keeps all that looking through a file told: its form, its length, what its first lines say of the work. What a
manifest says is no part of it, for that may change without the file. A card is that of a file as long as size and times
are those it had, or else its digest; of any other file it says nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePath

from valla.files.candidates import Candidate
from valla.files.manifest import Entry
from valla.files.titlepage import TitlePage, read_title_page, title_from_name
from valla.library.memory import Source
from valla.model.anchors import DocumentId, Span
from valla.model.documents import Document, PageStart, PageState, Paging
from valla.model.works import Holding, Intake, Receipt
from valla.text.pages import printed_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is known of a file; `light` ones are their own text, `plain` ones ASCII besides.

    `changed` and `touched` are when its bytes, and when its entry in the folder, were last changed, in nanoseconds.
    """

    size: int = 0  # bytes
    changed: int = 0
    touched: int = 0
    light: bool = False
    plain: bool = False
    length: int = 0  # code points of its text
    title: str
    author: str | None = None
    year: str | None = None
    described_by: str
    scan: bool = False  # some of its pages are pictures that were not read
    paging: Paging = Paging.NONE
    doubtful: tuple[Span, ...] = ()
    digest: str = ""  # sha256 of its bytes; empty where nobody asked for it
    warnings: tuple[str, ...] = ()
    form: str = ""
    reader: str = ""
    sheets: int = 0  # pages of the file itself


def card_from(document: Document, name: PurePath, pages: Sequence[PageStart]) -> Card:
    """Return the card of a document that was read; `name` is that of its file, `pages` are those of its text."""
    page = claimed(read_title_page(document, name), document)
    return Card(
        length=len(document.text),
        title=page.title,
        author=page.author,
        year=page.year,
        described_by=page.described_by,
        scan=any(row.state is PageState.SCAN for row in document.pages),
        paging=document.paging or (Paging.COUNTED if document.pages else Paging.PRINTED if pages else Paging.NONE),
        doubtful=tuple(doubt.span for doubt in document.doubts if doubt.doubtful),
        digest=document.digest,
        warnings=document.warnings,
        form=document.form,
        reader=document.reader,
        sheets=max((row.sheet for row in document.pages), default=0),
    )


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


def holding_from(card: Card, document: DocumentId, name: PurePath, entry: Entry | None) -> Holding:
    """Return the work that a file is: as its manifest says, else as its card tells."""
    said = entry if entry is not None and entry.title else None
    title = (said and said.title) or card.title
    named = title_from_name(name)
    return Holding(
        document=document,
        title=title,
        author=said.author if said else card.author,
        year=said.year if said else card.year,
        language=entry.language if entry else None,
        partial=(entry is not None and entry.partial) or card.scan,
        aliases=(entry.aliases if entry else ()) + ((named,) if named != title and not said else ()),
        described_by="manifest" if said else card.described_by,
        length=card.length,
        digest=card.digest,
        paging=card.paging,
        doubtful=card.doubtful,
        expected=promised_digest(entry, card.digest),
    )


def promised_digest(entry: Entry | None, digest: str) -> str:
    """Return the digest that a manifest promises, where the file has another one."""
    return entry.digest if entry is not None and entry.digest not in {"", digest} else ""


def receipt_from(card: Card, document: DocumentId) -> Receipt:
    """Return the line of the intake report for a file that was read."""
    return Receipt(
        document=document,
        intake=Intake.READ,
        warnings=card.warnings,
        form=card.form,
        reader=card.reader,
        digest=card.digest,
        length=card.length,
        pages=card.sheets,
    )


def source_from(document: Document, path: PurePath) -> Source:
    """Return a document with the work that it is, as its first lines or its name tell, for a shelf in memory."""
    return source_and_card(document, path, None)[0]


def source_and_card(document: Document, path: PurePath, entry: Entry | None) -> tuple[Source, Card]:
    """Return a document with the work that it is, and its card."""
    pages = document.pages or printed_pages(document.text)
    card = card_from(document, path, pages)
    return Source(holding=holding_from(card, document.id, path, entry), text=document.text, pages=pages), card


def file_digest(path: Path) -> str:
    """Return the digest of a file's bytes."""
    summed = sha256()
    with path.open("rb") as file:
        while part := file.read(1 << 20):
            summed.update(part)
    return summed.hexdigest()


def still_of(card: Card, candidate: Candidate) -> Card | None:
    """Return the card of a file as it is now; None where the file is another one than the card's.

    The times are believed only together: a file may be given an old time of its last change, but not the other one.
    Where they tell nothing (the library was copied), the digest does.
    """
    status = candidate.status
    if status is None or status.st_size != card.size or not card.digest:
        return None
    if (status.st_mtime_ns, status.st_ctime_ns) == (card.changed, card.touched):
        return card
    try:
        same = file_digest(candidate.path) == card.digest
    except OSError:
        return None
    return replace(card, changed=status.st_mtime_ns, touched=status.st_ctime_ns) if same else None
