"""The shelf of one who holds nothing: the same answers as an empty library, and nothing to load for them."""

from collections.abc import Iterable, Sequence

from valla.library import Judge
from valla.library.recognition import Recognition, recognise
from valla.model.anchors import DocumentId
from valla.model.traces import Probe, Trace
from valla.model.works import Citation, Holding


class BareLibrary:
    """A library without a document; see `valla.library.Library` for what may be asked."""

    def holdings(self) -> tuple[Holding, ...]:
        """Return nothing."""
        return ()

    def documents(self) -> tuple[DocumentId, ...]:
        """Return nothing."""
        return ()

    def named(self, name: str) -> tuple[Holding, ...]:  # noqa: ARG002  (the seam's words)
        """Return nothing."""
        return ()

    def holds(self, citation: Citation) -> Recognition:
        """Return what an empty shelf knows of a cited work."""
        return recognise(citation, ())

    def compare(self, probes: Sequence[Probe], judge: Judge) -> Iterable[Trace]:  # noqa: ARG002  (the seam's words)
        """Return no trace: there is nothing to compare with."""
        return ()

    def excerpt(self, document: DocumentId, start: int, end: int) -> str:  # noqa: ARG002  (the seam's words)
        """Raise KeyError: no document is held."""
        raise KeyError(document)
