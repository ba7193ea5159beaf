"""Read: bytes to a Document with stable anchors. One module a form; the table below is the only list of them."""

import re
from collections.abc import Callable
from hashlib import sha256

from valla.errors import ReadError
from valla.model.anchors import DocumentId
from valla.model.documents import Document
from valla.read.decoding import decode_bytes
from valla.read.forms import recognise_form
from valla.read.markdown import read_markdown
from valla.read.page import read_page
from valla.read.parts import Parts
from valla.read.plain import read_plain

READERS: dict[str, Callable[[str], Parts]] = {"text": read_plain, "markdown": read_markdown, "html": read_page}
VERSION = "1"
LINE_END = re.compile(r"\r\n?|\n")


def read_document(data: bytes, *, id: DocumentId, name: str, form: str | None = None) -> Document:  # noqa: A002  (the row's own word)
    """Return the document in the bytes of a file; raise ReadError, one line, where there is none.

    `form` is "text", "markdown" or "html"; None lets the name's ending and the first bytes decide.
    """
    if form is None:
        form = recognise_form(data, name)
    decoded = decode_bytes(data, name)
    parts = READERS[form](decoded.text)
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
        lines=(0, *(match.end() for match in LINE_END.finditer(decoded.text))),
        form=form,
        encoding=decoded.encoding,
        digest=sha256(data).hexdigest(),
        reader=f"valla {form} {VERSION}",
        warnings=decoded.warnings + parts.warnings,
    )


__all__ = ["READERS", "read_document"]
