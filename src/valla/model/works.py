"""Works, as an essay cites them and as a library holds them."""

from dataclasses import dataclass
from enum import StrEnum

from valla.model.anchors import DocumentId, Span
from valla.model.documents import Paging
from valla.model.quotations import Attribution, Link, QuotationId


class Reference(StrEnum):
    """How a citation names its work."""

    FULL = "full"  # by author, title or both
    IBID = "ibid"  # the work cited just before
    OP_CIT = "op-cit"  # a work of the named author, cited before
    LOC_CIT = "loc-cit"  # the very place cited before
    IDEM = "idem"  # another work of the author named just before
    SHORT = "short"  # by a short title of a work that is cited in full elsewhere


LEAST_SURE = 0.4
"""Confidence below which a work is not named as the one that is cited: it is only described, or stands in a note that argues."""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Citation:
    """What the essay says a quotation is taken from; every field that it leaves open is None.

    `at` is the whole citation in the document's text and `raw` its words. A citation that refers back (ibid., op.
    cit., short title) is filled from the one it refers to, whose place is `stands_for`; where no such place was found,
    `stands_for` is None and the fields stay as the text has them.
    """

    quotation: QuotationId
    at: Span
    raw: str
    reference: Reference = Reference.FULL
    author: str | None = None
    title: str | None = None
    container: str | None = None  # the journal, newspaper, collection or list in which the work appeared
    year: str | None = None
    pages: str | None = None  # as printed: "134", "36-40", "xii"; a chapter is kept as "ch. 9"
    publisher: str | None = None
    place: str | None = None
    archive: str | None = None
    volume: str | None = None  # volume or number, as printed: "ii", "44"
    via: str | None = None  # the work through which it is quoted ("quoted in ...")
    stands_for: Span | None = None
    confidence: float = 0.0
    reason: str = ""

    @property
    def named(self) -> bool:
        """Tell whether the citation names a work at all (a title, or an author with enough to find it by)."""
        return any(field is not None for field in (self.title, self.container, self.archive, self.via))

    @property
    def told_author(self) -> str | None:
        """The author as he is told beside the title: None where the title says it, as "letter from Penn to Stone" does."""
        surname = self.author.rsplit(maxsplit=1)[-1] if self.author and self.author.strip() else None
        said = surname is not None and self.title is not None and surname in self.title.split()
        return None if said else self.author

    @property
    def doubtful(self) -> bool:
        """Tell whether it is doubtful that the citation is the quotation's, or that it names a work; 0 is no measure of doubt."""
        return 0 < self.confidence < LEAST_SURE

    @property
    def unresolved(self) -> bool:
        """Tell whether the citation points back at a work that could not be made out."""
        return self.reference is not Reference.FULL and self.stands_for is None and self.title is None


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Holding:
    """One document on the shelf and the work it is, as the manifest or its own first lines tell."""

    document: DocumentId
    title: str
    author: str | None = None
    year: str | None = None
    language: str | None = None
    partial: bool = False  # only a part of the work is held: its silence proves nothing
    aliases: tuple[str, ...] = ()  # other titles by which it is cited
    described_by: str = ""  # "manifest", "file name" or "first lines"
    length: int = 0  # code points of its text
    digest: str = ""  # sha256 of the file's bytes, hexadecimal; by it an essay is known that lies among its sources
    paging: Paging = Paging.NONE  # whose numbers the labels of its pages are
    doubtful: tuple[Span, ...] = ()  # lines of its text that were read from a picture with doubt
    expected: str = ""  # the digest that a manifest or an earlier check gives, where the file has another one now


class Intake(StrEnum):
    """What became of one file of the library folder."""

    READ = "read"
    REFUSED = "refused"  # could not be read: unreadable, binary, too large, wrongly encoded
    SKIPPED = "skipped"  # no text: a manifest, an image, a format of which nothing is read yet


LINK = "a symbolic link; links are not followed"
"""Why a link is passed over: a library is what lies in its folder, and a link may lead anywhere."""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Receipt:
    """One line of the intake report: a file of the library, what became of it, and why."""

    document: DocumentId
    intake: Intake
    reason: str = ""
    warnings: tuple[str, ...] = ()
    form: str = ""  # how it was read: "text", "pdf", ...
    reader: str = ""  # name and version of what read it
    digest: str = ""  # sha256 of its bytes, hexadecimal
    length: int = 0  # code points of its text
    pages: int = 0  # pages of its own, 0 where it has none


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """The tables that come of asking who said it and where it stands, each sorted by quotation.

    One attribution for each quotation that is no scare quotation; at most one citation for each; any number of links.
    """

    attributions: tuple[Attribution, ...] = ()
    citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()
