"""Pictures of passages on their pages, for reports that show them."""

from dataclasses import dataclass

from valla.model.anchors import DocumentId, Span

Frame = tuple[float, float, float, float]
"""Left, top, width and height in pixels of a picture, from its upper left corner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A stretch of one page with the places of a passage on it; without places it is the whole page of a scan."""

    document: DocumentId
    at: Span  # the passage in the document's text
    page: str  # its label
    picture: bytes  # a PNG
    width: int  # in pixels
    height: int
    frames: tuple[Frame, ...] = ()
