"""What Valla answers: a file is read, its quotations found and attributed, and all of it put in the original's offsets."""

from pathlib import Path
from tempfile import TemporaryDirectory

from eval.scoring import Answer, Reading

from valla.files.opening import open_document
from valla.model.anchors import Span
from valla.model.documents import Document
from valla.model.quotations import Quotation
from valla.model.works import Attributed, Citation
from valla.quote import attribute_quotations, find_quotations

LIMIT = 1 << 28


def answer_text(text: str, name: str) -> Reading:
    """Return what Valla finds in a text that is a file of the given name; its ending tells the format."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(text.encode())
        return answer_file(path)


def answer_file(path: Path) -> Reading:
    """Return what Valla finds in a file, in code points of the file."""
    document = open_document(path, limit=LIMIT)
    found = find_quotations(document)
    said = attribute_quotations(document, found)
    return Reading(
        answers=tuple(answer_for(document, quotation, said) for quotation in found.quotations),
        titles=tuple(origin_of(document, title.anchor.span) for title in found.titles),
    )


def answer_for(document: Document, quotation: Quotation, said: Attributed) -> Answer:
    """Return one quotation as an answer."""
    start, end = origin_of(document, quotation.span)
    names = {row.quotation: row.name for row in said.attributions}
    works = {row.quotation: work_of(row) for row in said.citations}
    return Answer(
        start=start,
        end=end,
        scare=quotation.scare,
        kind=quotation.kind.value,
        speaker=names.get(quotation.id),
        work=works.get(quotation.id),
    )


def origin_of(document: Document, span: Span) -> tuple[int, int]:
    """Return the place of a span in the original file."""
    origin = document.origin(span)
    return origin.start, origin.end


def work_of(citation: Citation) -> str:
    """Return the name of a cited work: its title, else what holds it, else the citation as it stands."""
    return citation.title or citation.container or citation.archive or citation.raw
