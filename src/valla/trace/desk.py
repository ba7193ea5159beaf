"""What is at hand when a quest is settled, and how works are named to the reader."""

from collections.abc import Sequence
from dataclasses import dataclass

from valla.library import Library
from valla.model.anchors import DocumentId
from valla.model.works import Citation, Holding
from valla.trace.judge import JudgeWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What is at hand when a quest is settled."""

    library: Library
    judge: JudgeWords
    sought: tuple[DocumentId, ...]


def title(document: DocumentId, library: Library) -> str:
    """Return a document's title, with its id."""
    return next((f"{row.title} ({document})" for row in library.named(document) if row.document == document), document)


def only_parts(holdings: Sequence[Holding]) -> bool:
    """Tell whether nothing but parts of a work is held."""
    return all(holding.partial for holding in holdings)


def describe(citation: Citation) -> str:
    """Return the work that a citation names, as a reader would ask for it."""
    fields = (citation.told_author, citation.title, citation.container, citation.archive, citation.year)
    return ", ".join(row for row in fields if row) or citation.raw
