"""What every reader returns: a text and its parts, not yet a document with a name."""

from dataclasses import dataclass

from valla.model.documents import Block, Note, PageStart, Remark, Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The text of a file with its blocks, notes, pages and remarks, and the way back to the file."""

    text: str
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    pages: tuple[PageStart, ...] = ()
    remarks: tuple[Remark, ...] = ()
    segments: tuple[Segment, ...] = ()
    warnings: tuple[str, ...] = ()
