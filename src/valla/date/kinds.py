"""What a date dates, as far as its place and the words around it tell."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from valla.model.anchors import Span
from valla.model.dates import Dated, When, WhenId
from valla.model.documents import Block, BlockKind, Document
from valla.model.works import Citation

_REACH = 160
_STATING = re.compile(
    r"\b(?:letters?|telegrams?|cables?|interviews?|speech|speeches|diary|memorand(?:um|a)|note|report|posting|post|email|"
    r"e-mail|dispatch|testimony|deposition|statement|protocol|minutes|lettre|brief|телеграмма|письмо)\b",
    re.IGNORECASE,
)
_PUBLISHING = re.compile(
    r"\b(?:published|reprinted|printed|edition|ed\.|copyright|©|press|publishers?|verlag|éditions?|translated|issued)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:published|reprinted|printed|publisheds|appeared|came out|copyright|©)\b[^.;]{0,40}$", re.IGNORECASE
)
_IMPRINT = re.compile(
    r"(?:\b(?:Press|Books|Publish\w+|Publications?|Editions?|Éditions?|Verlag|Libraries|Routledge|Macmillan|University|Printers?)\b"
    r"|& (?:Co|Sons|Company)\b|\bLtd\b)[^\n.;!?]{0,30},[ \u00a0]\Z"
)
"""The name of a printing house, and at most a town, right before a year."""
_CLOSES = re.compile(r"[ \u00a0]?(?:[.;)\]\n]|,[ \u00a0](?:p|vol|ch)|\Z)")
_SAID = re.compile(
    r"\b(?:said|says|wrote|writes|told|declared|stated|testified|announced|argued|claimed|spoke|reported)\b",
    re.IGNORECASE,
)
_SHORT_LINE = 90


class Places:
    """The look-ups of one document: its headings, and the places of its citations."""

    def __init__(self, document: Document, citations: Sequence[Citation]) -> None:
        """Gather headings and citations in the order of the text."""
        self.text = document.text
        self.headings = sorted(block.span for block in document.blocks if block.kind is BlockKind.HEADING)
        self.blocks: tuple[Block, ...] = tuple(sorted(document.blocks))
        self.citations = sorted({row.at for row in citations})
        self.dated: dict[int, WhenId] = {}  # by the start of a heading, the date that stands in it

    def date_headings(self, dates: Sequence[When]) -> None:
        """Take the first date of every heading for that of its section."""
        for row in dates:
            heading = self.heading_at(row.span)
            if heading is not None and row.earliest is not None:
                self.dated.setdefault(heading.start, row.id)

    def heading_at(self, span: Span) -> Span | None:
        """Return the heading that a span stands in."""
        return _holding(self.headings, span)

    def heading_above(self, offset: int) -> Span | None:
        """Return the last heading before an offset."""
        after = bisect_right(self.headings, offset, key=lambda row: row.start)
        return self.headings[after - 1] if after else None

    def citation_at(self, span: Span) -> Span | None:
        """Return the citation that a span stands in."""
        return _holding(self.citations, span)

    def line_of(self, span: Span) -> str:
        """Return the line that a span stands in, cut off far away from it."""
        start = self.text.rfind("\n", max(0, span.start - _REACH), span.start) + 1
        end = self.text.find("\n", span.end, span.end + _REACH)
        return self.text[max(start, span.start - _REACH) : end if end >= 0 else span.end + _REACH]

    def before(self, span: Span) -> str:
        """Return the words of the sentence before a span."""
        return self.text[max(0, span.start - 60) : span.start]


def _holding(spans: Sequence[Span], span: Span) -> Span | None:
    """Return the last of some spans that begins before another and holds its beginning."""
    after = bisect_right(spans, span.start, key=lambda row: row.start)
    held = spans[after - 1] if after else None
    return held if held is not None and span.start < held.end else None


def kind_of(span: Span, places: Places) -> Dated:
    """Return what the date at a span dates."""
    if places.heading_at(span) is not None:
        return Dated.HEADING
    citation = places.citation_at(span)
    if citation is not None:
        raw = citation.of(places.text)
        return Dated.STATEMENT if _STATING.search(raw) and not _PUBLISHING.search(raw) else Dated.PUBLICATION
    before = places.before(span)
    if _PUBLISHED.search(before) or (_IMPRINT.search(before) and _CLOSES.match(places.text, span.end)):
        return Dated.PUBLICATION
    line = places.line_of(span)
    if len(line) < _SHORT_LINE and _is_furniture(line, span):
        return Dated.FURNITURE
    if _STATING.search(before) or (_SAID.search(before) and before.rstrip().endswith(("in", "on"))):
        return Dated.STATEMENT
    return Dated.EVENT


_FURNITURE = re.compile(r"[\s\d|·•–—\-]{1,40}")


def _is_furniture(line: str, span: Span) -> bool:
    """Tell whether a line holds a date and a page number and nothing else."""
    rest = line
    words = sorted(re.findall(r"[^\W\d_]+", rest), key=len)
    return len(words) <= 1 and bool(re.search(r"\s{3,}\d{1,3}\s*$|^\s*\d{1,3}\s{3,}", line)) and len(span) > 0
