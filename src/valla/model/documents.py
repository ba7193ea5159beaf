"""A document as it was read: its text, its blocks, its notes and the way back to the file."""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from valla.model.anchors import Anchor, DocumentId, Span, anchored


class BlockKind(StrEnum):
    """What a stretch of the text is on its page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"  # marked as a block quotation by the format itself (Markdown >, HTML blockquote)
    ITEM = "item"  # a list item
    NOTE = "note"  # the body of a footnote or endnote
    CODE = "code"  # preformatted; never searched for quotations


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Block:
    """A paragraph, heading, quotation block, item or note; its span excludes the blank lines around it."""

    span: Span
    kind: BlockKind
    level: int = 0  # depth of a heading (1 is the highest), of a quotation block or of a list; else 0


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Note:
    """A footnote or endnote: the mark in the running text, bound to its body."""

    label: str
    mark: Span
    body: Span


class PageState(StrEnum):
    """Where the words of a page come from."""

    TEXT = "text"  # the file holds them
    LAYER = "layer"  # an invisible layer that a scanner's program laid over the picture
    OCR = "ocr"  # read from the picture here
    SCAN = "scan"  # a picture that was not read
    NONE = "none"  # neither words nor a picture


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class PageStart:
    """The place in the text where a page begins, with the label printed on it.

    `sheet` counts the pages of the file from 1; it is 0 where the file has no pages of its own. Notes that a reader
    gathers at the end of the text bring their page with them, so labels may go back there.
    """

    at: int
    label: str
    sheet: int = 0
    state: PageState = PageState.TEXT


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Segment:
    """A stretch of the text and the stretch of the original it came from; only equal lengths map point by point."""

    text: Span
    source: Span


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Remark:
    """A comment to Valla found in the document, such as a suppression; it is no part of the text."""

    at: int  # the place in the text at which the comment stood
    words: str


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Locus:
    """Where a stretch of the text stands in a file that is no text itself; letter answers to letter.

    `part` is "page" for a PDF, the name of the member for a zipped form ("word/document.xml"). `item` counts the pages
    or the paragraphs of the part from 0, `start` the letters of that page or paragraph (for a PDF in the order of its
    text page, for a chapter of an EPUB in its decoded source).
    """

    text: Span
    part: str
    item: int
    start: int


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Comment:
    """A comment that someone wrote into the margin of the file; no part of the text."""

    at: Span  # the words on which it was set
    words: str
    author: str = ""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Change:
    """A tracked change. The text is the final one: inserted words stand at `at`, deleted ones stood there."""

    at: Span  # empty for a deletion
    inserted: bool
    words: str
    author: str = ""


SURE = 0.9
"""Confidence below which a line that was read from a picture is doubtful; clean print reads above 0.95."""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Doubt:
    """A line that was read from a picture, with how sure the reader is of it (0 to 1)."""

    span: Span
    confidence: float

    @property
    def doubtful(self) -> bool:
        """Tell whether the line is so uncertain that a difference on it means nothing."""
        return self.confidence < SURE


class Paging(StrEnum):
    """Whose numbers the labels of the pages are."""

    PRINTED = "printed"  # as they stand on the pages, or as the file's own page labels tell
    COUNTED = "counted"  # sheets of the file, counted from 1
    NONE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What a file says of the work it holds, in its own metadata; nobody vouches for it."""

    title: str | None = None
    author: str | None = None
    year: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text with stable anchors. Every offset of every row counts code points of `text`.

    `segments` lead back to the original file (its decoded code points, a byte-order mark not counted); no segments
    mean that the text is the original. They are sorted, do not overlap and may leave gaps: what has no original was
    set by the reader (for instance the blank line between two HTML paragraphs).

    A file that is no text (PDF, Word, ODT, EPUB, a picture) has no code points to lead back to: there `segments` is
    empty, offsets count the text itself, and `loci` lead to page and letter or to paragraph and letter.
    """

    id: DocumentId
    name: str  # the file's name as the user knows it
    text: str
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    pages: tuple[PageStart, ...] = ()
    remarks: tuple[Remark, ...] = ()
    segments: tuple[Segment, ...] = ()
    lines: tuple[int, ...] = ()  # where each line of the original begins, in its code points; empty: not recorded
    loci: tuple[Locus, ...] = ()  # sorted, without overlap; gaps are what the reader set
    comments: tuple[Comment, ...] = ()
    changes: tuple[Change, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    italics: tuple[
        Span, ...
    ] = ()  # set apart by italics, bold, underline or <cite>; sorted, disjoint, in one block each
    paging: Paging = Paging.NONE
    imprint: Imprint = field(default_factory=Imprint)
    form: str = "text"  # "text", "markdown", "html", "docx", "odt", "epub", "pdf", "rtf", "doc" or "image"
    wrapped: bool = False  # its lines are broken to a width: a line end inside a block stands for a blank
    encoding: str = "utf-8"
    digest: str = ""  # sha256 of the file's bytes, hexadecimal
    reader: str = ""  # name and version of what read it
    warnings: tuple[str, ...] = ()  # what was lost or guessed while reading, in plain words

    def anchor(self, span: Span) -> Anchor:
        """Return the anchor of a span of this text, with its page where pages are known."""
        return anchored(self.id, self.text, span, self.page(span.start))

    def page(self, offset: int) -> str | None:
        """Return the label of the page on which an offset stands; None where no page is known."""
        after = bisect_right(self.pages, offset, key=lambda page: page.at)
        return self.pages[after - 1].label if after else None

    def loci_of(self, span: Span) -> tuple[Locus, ...]:
        """Return where the letters of a span stand in a file that is no text, cut to the span, in order."""
        after = bisect_right(self.loci, span.start, key=lambda locus: locus.text.end)
        made = []
        for locus in self.loci[after:]:
            if locus.text.start >= span.end:
                break
            start, end = max(locus.text.start, span.start), min(locus.text.end, span.end)
            shift = start - locus.text.start
            made.append(Locus(text=Span(start, end), part=locus.part, item=locus.item, start=locus.start + shift))
        return tuple(made)

    def origin(self, span: Span) -> Span:
        """Return where the words of a span stand in the original file, in its code points.

        The range is the narrowest that holds every letter of the span that has an original; where none has, it is
        empty and lies where the next letter with an original begins, or at the end of the last one.
        """
        if not self.segments:
            return span
        start = self._origin_of(span.start, opens=True)
        if not span:
            return Span(start, start)
        return Span(start, max(start, self._origin_of(span.end, opens=False)))

    def _origin_of(self, offset: int, *, opens: bool) -> int:
        """Map one edge of a span: an opening edge leans forward over a gap, a closing edge leans back."""
        place = offset if opens else offset - 1  # the letter inside the span that lies at this edge
        after = bisect_right(self.segments, place, key=lambda segment: segment.text.start)
        if not after:
            return self.segments[0].source.start
        segment = self.segments[after - 1]
        if place >= segment.text.end:  # in a gap behind this segment
            following = self.segments[after] if after < len(self.segments) else None
            return following.source.start if opens and following else segment.source.end
        if len(segment.text) != len(segment.source):
            return segment.source.start if opens else segment.source.end
        return segment.source.start + (place - segment.text.start) + (0 if opens else 1)
