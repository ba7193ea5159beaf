"""A Word paragraph taken apart: words, marks of notes, page breaks, tracked changes and the ends of comments, in order.

The reader and the export of findings both walk here, so that letter number n of a paragraph is the same letter to both.
Names of elements after ECMA-376 part 1 (WordprocessingML).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from valla.read.xml import Node, walk

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PARAGRAPH, RUN, TEXT = f"{W}p", f"{W}r", f"{W}t"
SKIPPED = frozenset({PARAGRAPH, FALLBACK, f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}moveFrom", f"{W}sectPr"})
LETTERS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}ptab": "\t"}
NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
COMMENTS = {f"{W}commentRangeStart": "open", f"{W}commentRangeEnd": "close", f"{W}commentReference": "close"}
OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """One piece of a paragraph.

    `kind` is "words", "hidden" (words that Word does not show), "note", "page", "insert" and "inserted" (the ends of an
    insertion), "deleted", "open" and "close" (the ends of a comment). `words` are the words, the key of the note or
    comment, or the author of an insertion.
    """

    kind: str
    words: str
    element: Node
    author: str = ""


def atoms(paragraph: Node) -> Iterator[Atom]:
    """Yield the pieces of a paragraph; paragraphs inside it (text boxes) are left to themselves."""
    hidden = deleted = False
    for event, node in walk(paragraph, SKIPPED):
        tag = node.tag
        if tag == RUN and event == "start":
            hidden = is_hidden(node)
        elif tag == f"{W}del":
            deleted = event == "start"
        elif tag == f"{W}ins":
            kind = "insert" if event == "start" else "inserted"
            yield Atom(kind=kind, words="", element=node, author=node.get(f"{W}author") or "")
        elif event == "end":
            continue
        elif tag == f"{W}delText":
            yield Atom(kind="deleted", words=node.text or "", element=node, author=author_of(node))
        elif not deleted:
            yield from plain_atoms(node, "hidden" if hidden else "words")


def plain_atoms(node: Node, kind: str) -> Iterator[Atom]:
    """Yield what an element outside of deletions stands for."""
    tag = node.tag
    if tag == TEXT:
        yield Atom(kind=kind, words=node.text or "", element=node)
    elif tag in LETTERS:
        yield Atom(kind=kind, words=LETTERS[tag], element=node)
    elif tag == f"{W}br":
        yield Atom(kind=kind, words="\n" if node.get(f"{W}type") in {None, "textWrapping"} else " ", element=node)
    elif tag == f"{W}lastRenderedPageBreak":
        yield Atom(kind="page", words="", element=node)
    elif tag in NOTES:
        yield Atom(kind="note", words=f"{NOTES[tag]} {node.get(f'{W}id')}", element=node)
    elif tag in COMMENTS:
        yield Atom(kind=COMMENTS[tag], words=node.get(f"{W}id") or "", element=node)


def is_hidden(run: Node) -> bool:
    """Tell whether a run is formatted as hidden."""
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val") not in OFF


def author_of(node: Node) -> str:
    """Return who made the deletion in which an element stands."""
    around = next(node.iterancestors(f"{W}del"), None)
    return (around.get(f"{W}author") or "") if around is not None else ""


def paragraphs_of(root: Node) -> list[Node]:
    """Return every paragraph of a part in order, those of tables and text boxes included, doubles for old programs not."""
    rows = list(root.iter(PARAGRAPH))
    if next(root.iter(FALLBACK), None) is None:
        return rows
    return [row for row in rows if next(row.iterancestors(FALLBACK), None) is None]
