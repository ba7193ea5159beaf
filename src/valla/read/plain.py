"""Plain text to its parts: the text itself, its blocks, its notes and its pages."""

from valla.read.lines import straighten_lines
from valla.read.notes import bind_notes
from valla.read.paragraphs import find_paragraphs
from valla.read.parts import Parts


def read_plain(original: str) -> Parts:
    """Return the parts of a plain text; where its line ends are plain already, the text is the original."""
    lines = straighten_lines(original)
    text = lines.built.text()
    blocks, notes = bind_notes(text, find_paragraphs(text))
    return Parts(
        text=text,
        blocks=blocks,
        notes=notes,
        pages=lines.pages,
        remarks=lines.remarks,
        segments=lines.built.segments(len(original)),
    )
