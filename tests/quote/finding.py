"""A text read and searched, for tests."""

from tests.quote.marked import compile_passage

from valla.model.anchors import DocumentId
from valla.model.documents import Document
from valla.model.quotations import Found
from valla.quote import find_quotations
from valla.read import read_document


def read_text(text: str, ending: str = "txt") -> Document:
    """Return the document of a text."""
    return read_document(text.encode(), id=DocumentId("essay"), name=f"essay.{ending}")


def search(text: str, ending: str = "txt") -> tuple[Document, Found]:
    """Return the document of a text and what is found in it."""
    document = read_text(compile_passage(text).text, ending)
    return document, find_quotations(document)
