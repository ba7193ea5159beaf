"""The seam: the shelf of sources. Read-only, few questions; the same shelf always gives the same answers."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from valla.model.anchors import DocumentId
from valla.model.traces import Probe, Trace
from valla.model.works import Citation, Holding

Judge = Callable[[Probe, Holding, str, int], Trace | None]
"""Pure and picklable: judge a probe against a stretch of one document's text that begins at the given offset."""


class Library(Protocol):
    """What a stage may ask of the shelf."""

    def holdings(self) -> tuple[Holding, ...]:
        """Return every document held, sorted by its id."""
        ...

    def holds(self, citation: Citation) -> tuple[Holding, ...]:
        """Return the documents that are the cited work, or its editions; none where it is not held."""
        ...

    def compare(self, probes: Sequence[Probe], judge: Judge) -> Iterable[Trace]:
        """Put each probe to the likely places of every document and yield the judge's answers, in any order."""
        ...

    def excerpt(self, document: DocumentId, start: int, end: int) -> str:
        """Return the text of a document between two offsets, cut at its ends."""
        ...
