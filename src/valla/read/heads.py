"""The first lines of a plain text, read for what they tell of the work: a document without what else a reader finds."""

from valla.errors import ReadError
from valla.model.anchors import DocumentId
from valla.model.documents import Block, Document
from valla.read import VERSION
from valla.read.decoding import decode_bytes
from valla.read.lines import straighten_lines
from valla.read.notes import body_of
from valla.read.paragraphs import first_heading
from valla.read.plain import read_plain


def read_head(data: bytes, *, name: DocumentId, file: str) -> Document:
    """Return the first lines of a plain text; of its blocks only the first heading, no lines, no digest.

    Raise ReadError, one line, where there is no text.
    """
    decoded = decode_bytes(data, file)
    lines = straighten_lines(decoded.text)
    text = lines.built.text()
    if not text.strip():
        raise ReadError(f"{file}: holds no text; name a file with words in it")
    heading = first_heading(text)
    blocks: tuple[Block, ...] = (heading,) if heading is not None else ()
    if heading is not None and body_of(text, heading) is not None:
        blocks = read_plain(decoded.text).blocks  # it may be a note that looks like a heading
    return Document(
        id=name,
        name=file,
        text=text,
        blocks=blocks,
        pages=lines.pages,
        form="text",
        encoding=decoded.encoding,
        reader=f"valla text {VERSION}",
        warnings=decoded.warnings,
    )
