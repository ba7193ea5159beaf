"""Where words stand: spans, anchors and the names of documents.

An anchor follows the selectors of the W3C Web Annotation Data Model: a text-position selector (the span) and a
text-quote selector (exact words with the words before and after).
"""

from dataclasses import dataclass
from typing import NewType

DocumentId = NewType("DocumentId", str)
"""The name of a document: the essay's file name without its ending, or a source's path below its library folder."""

CONTEXT = 32
"""How many code points an anchor keeps on either side of its exact words."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `start` included and `end` excluded."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards or begins before the text."""
        if not 0 <= self.start <= self.end:
            msg = f"no such span: {self.start}-{self.end}"
            raise ValueError(msg)

    def __len__(self) -> int:
        """Return the number of code points covered."""
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """Tell whether the other span lies inside this one; equal spans cover each other."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the words of the text that stand in this span."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Anchor:
    """A place in a document's text together with the words that stand there, so that it can be found again."""

    document: DocumentId
    span: Span
    exact: str
    prefix: str = ""
    suffix: str = ""
    page: str | None = None


def anchored(document: DocumentId, text: str, span: Span, page: str | None = None) -> Anchor:
    """Return the anchor of a span of a document's text, with its context on both sides."""
    return Anchor(
        document=document,
        span=span,
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        page=page,
    )
