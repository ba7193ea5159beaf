"""The seam: the shelf of sources. Read-only, few questions; the same shelf always gives the same answers.

Only the shelf is large, so only the shelf may have another engine behind it. The judge goes to the data: a shelf finds
the likely places of each probe in each document (`valla.library.seeds` spells how) and hands these stretches, never a
whole work, to the judge, in a loop or on the workers of a cluster.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from valla.library.recognition import Recognition
from valla.model.anchors import DocumentId
from valla.model.documents import PageStart
from valla.model.traces import Probe, Trace
from valla.model.works import Citation, Holding


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of one document's text, and where it begins; `pages` are those it touches, offsets in the whole text."""

    start: int
    text: str
    pages: tuple[PageStart, ...] = ()


Judge = Callable[[Probe, Holding, Sequence[Stretch]], Trace | None]
"""Pure and picklable: judge a probe against the likely stretches of one document, which are in order and apart.

None means that the words do not stand there in any form worth telling. What the judge cannot see (the words between two
stretches, other documents) is settled where the answers come together.
"""


class Library(Protocol):
    """What a stage may ask of the shelf."""

    def holdings(self) -> tuple[Holding, ...]:
        """Return every document held, sorted by its id."""
        ...

    def holds(self, citation: Citation) -> Recognition:
        """Return the documents that are the cited work or its editions, and whether that is certain."""
        ...

    def compare(self, probes: Sequence[Probe], judge: Judge) -> Iterable[Trace]:
        """Put each probe to the likely places of every document and yield the judge's answers, in any order."""
        ...

    def excerpt(self, document: DocumentId, start: int, end: int) -> str:
        """Return the text of a document between two offsets, cut at its ends."""
        ...
