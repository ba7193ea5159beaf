"""A shelf and an essay built by hand, for tests of the tracing."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from valla.library.memory import MemoryLibrary, Source
from valla.model.anchors import DocumentId, Span
from valla.model.documents import Document, PageStart
from valla.model.quotations import Found, Quotation, QuotationId, QuotationKind
from valla.model.traces import Trace
from valla.model.works import Citation, Holding
from valla.trace import trace_quotations


def source(name: str, text: str, *, pages: tuple[PageStart, ...] = (), **work: object) -> Source:
    """Return a text as a source; what is not said of its work is left open, its title is its name."""
    fields: dict[str, object] = {"title": name.title(), **work}
    return Source(holding=Holding(document=DocumentId(name), **fields), text=text, pages=pages)  # type: ignore[arg-type]


@dataclass(kw_only=True)
class Essay:
    """An essay that consists of its quotations, each on a line of its own."""

    words: list[str] = field(default_factory=list)
    cited: list[dict[str, str] | None] = field(default_factory=list)

    def quote(self, words: str, **cited: str) -> "Essay":
        """Add a quotation, and what is cited for it."""
        self.words.append(words)
        self.cited.append(cited or None)
        return self

    def trace(self, sources: Sequence[Source]) -> list[Trace]:
        """Return the trace of each quotation."""
        text = "\n\n".join(self.words)
        document = Document(id=DocumentId("essay"), name="essay.txt", text=text)
        quotations, citations, start = [], [], 0
        for words, cited in zip(self.words, self.cited, strict=True):
            span = Span(start, start + len(words))
            start = span.end + 2
            name = QuotationId(f"essay@{span.start}-{span.end}")
            anchor = document.anchor(span)
            quotations.append(
                Quotation(id=name, anchor=anchor, kind=QuotationKind.INLINE, parts=(span,), reason="set by hand")
            )
            if cited is not None:
                raw = cited.pop("raw", ", ".join(cited.values()))
                at = Span(span.end, span.end)
                citations.append(Citation(quotation=name, at=at, raw=raw, **cited))  # type: ignore[arg-type]
        found = Found(quotations=tuple(quotations))
        return list(trace_quotations(document, found, tuple(citations), MemoryLibrary.shelve(sources)))


def trace_one(words: str, *sources: Source, **cited: str) -> Trace:
    """Return the trace of one quotation."""
    [trace] = Essay().quote(words, **cited).trace(sources)
    return trace
