"""Read: bytes to a Document with stable anchors. One module a form; the two tables below are the only list of them.

Forms that are text are read by a function of their letters, forms that are not (zipped, PDF, pictures) by a function of
their bytes, in a process of their own (`valla.files.child`). Either is loaded when it is needed: the libraries behind
them are slow to load.
"""

import re
from collections.abc import Callable, Sequence
from hashlib import sha256

from valla.errors import ReadError
from valla.late import late
from valla.model.anchors import DocumentId
from valla.model.documents import Document
from valla.read.article import read_article
from valla.read.decoding import Decoded, decode_bytes
from valla.read.forms import recognise_form
from valla.read.parts import Parts

READERS: dict[str, Callable[[str], Parts]] = {
    "text": late("valla.read.plain:read_plain"),
    "markdown": late("valla.read.markdown:read_markdown"),
    "html": late("valla.read.page:read_page"),
}
BOUND = {
    "docx": "valla.read.docx:read_docx",
    "odt": "valla.read.odt:read_odt",
    "epub": "valla.read.epub:read_epub",
    "pdf": "valla.read.pdf:read_pdf",
    "rtf": "valla.read.rtf:read_rtf",
    "doc": "valla.read.doc:read_doc",
    "image": "valla.read.image:read_image",
}
"""Where the readers of forms that are no text stand; a process of its own takes the place along."""

VERSION = "2"
LINE_END = re.compile(r"\r\n?|\n")


def read_bound(form: str, data: bytes, name: str) -> Parts:
    """Return the parts of a document that is no text, read here and now."""
    reader: Callable[[bytes, str], Parts] = late(BOUND[form])
    return reader(data, name)


def read_document(
    data: bytes,
    *,
    id: DocumentId,  # noqa: A002  (the row's own word)
    name: str,
    form: str | None = None,
    bound: Callable[[str, bytes, str], Parts] = read_bound,
    article: Callable[[str], Sequence[str]] | None = None,
) -> Document:
    """Return the document in the bytes of a file; raise ReadError, one line, where there is none.

    `form` is a key of READERS or of BOUND; None lets the first bytes and the name's ending decide. `bound` reads the
    forms of BOUND: whoever does not trust the file hands in a reader that works apart (`valla.files.child`). `article`
    tells which paragraphs of an HTML page are its article; without it, and where it tells none, all are read.
    """
    if form is None:
        form = recognise_form(data, name)
    decoded = decode_bytes(data, name) if form in READERS else Decoded(text="", encoding="")
    if form == "html" and article is not None:
        parts = read_article(decoded.text, article(decoded.text))
    else:
        parts = READERS[form](decoded.text) if form in READERS else bound(form, data, name)
    if not parts.text.strip():
        raise ReadError(f"{name}: holds no text; name a file with words in it")
    return Document(
        id=id,
        name=name,
        text=parts.text,
        blocks=parts.blocks,
        notes=parts.notes,
        pages=parts.pages,
        remarks=parts.remarks,
        segments=parts.segments,
        lines=(0, *(match.end() for match in LINE_END.finditer(decoded.text))) if form in READERS else (),
        loci=parts.loci,
        comments=parts.comments,
        changes=parts.changes,
        doubts=parts.doubts,
        italics=parts.italics,
        paging=parts.paging,
        imprint=parts.imprint,
        form=form,
        encoding=decoded.encoding,
        digest=sha256(data).hexdigest(),
        reader=f"valla {form} {VERSION}{f', {parts.eyes}' if parts.eyes else ''}",
        warnings=decoded.warnings + parts.warnings,
    )


__all__ = ["BOUND", "READERS", "read_document"]
