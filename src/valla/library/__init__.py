"""The seam: the shelf of sources. Read-only, few questions; the same shelf always gives the same answers.

Only the shelf is large, so only the shelf may have another engine behind it. The judge goes to the data: a shelf finds
the likeliest places of each probe in all its documents (`valla.library.seeds` and `valla.library.places` spell how) and
hands these stretches, never a whole work, to the judge, in a loop, on several cores or on the workers of a cluster.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheaf:
    """The likely stretches of one document, in order and apart."""

    holding: Holding
    stretches: tuple[Stretch, ...]


Judge = Callable[[Probe, Sequence[Sheaf]], Sequence[Trace]]
"""Pure and picklable: judge a probe against its likely places in the whole library, the likeliest document first.

Return at most one trace for a document. None for a document means that the words do not stand there in any form worth
telling. What the judge cannot see (the words between two stretches) is settled where the answers come together.
"""


class Library(Protocol):
    """What a stage may ask of the shelf."""

    def holdings(self) -> tuple[Holding, ...]:
        """Return every document held, sorted by its id."""
        ...

    def documents(self) -> tuple[DocumentId, ...]:
        """Return the ids of all documents held, sorted."""
        ...

    def named(self, name: str) -> tuple[Holding, ...]:
        """Return the documents whose id or title is just this, in order."""
        ...

    def holds(self, citation: Citation) -> Recognition:
        """Return the documents that are the cited work or its editions, and whether that is certain."""
        ...

    def compare(self, probes: Sequence[Probe], judge: Judge) -> Iterable[Trace]:
        """Put each probe to its likeliest places and yield the judge's answers, in any order.

        Every shelf that holds the same texts finds the same places, whatever it is asked besides.
        """
        ...

    def excerpt(self, document: DocumentId, start: int, end: int) -> str:
        """Return the text of a document between two offsets, cut at its ends."""
        ...
