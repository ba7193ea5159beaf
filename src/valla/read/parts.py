"""What every reader returns: a text and its parts, not yet a document with a name."""

from dataclasses import dataclass, field

from valla.errors import ReadError
from valla.model.anchors import Span
from valla.model.documents import (
    Block,
    Change,
    Comment,
    Doubt,
    Imprint,
    Locus,
    Note,
    PageStart,
    Paging,
    Remark,
    Segment,
)


class UnseenError(ReadError):
    """A file that holds nothing but pictures, and nothing is there that reads them."""

    def __init__(self, line: str, scans: int) -> None:
        """Say it in one line, and how many pictures there are."""
        super().__init__(line)
        self.scans = scans


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The text of a file with its blocks, notes, pages and remarks, and the way back to the file."""

    text: str
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    pages: tuple[PageStart, ...] = ()
    remarks: tuple[Remark, ...] = ()
    segments: tuple[Segment, ...] = ()
    loci: tuple[Locus, ...] = ()
    comments: tuple[Comment, ...] = ()
    changes: tuple[Change, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    italics: tuple[Span, ...] = ()
    paging: Paging = Paging.NONE
    imprint: Imprint = field(default_factory=Imprint)
    warnings: tuple[str, ...] = ()
    eyes: str = ""  # name and version of what read pictures of pages, if any were read
