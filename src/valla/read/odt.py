"""ODT to its parts: paragraphs by their styles, notes bound to their marks, comments, tracked changes, stored page breaks.

Names of elements after OpenDocument 1.3, part 3.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from valla.errors import ReadError
from valla.model.documents import Imprint, PageStart, Paging
from valla.read.archive import Archive, open_archive
from valla.read.galley import Galley, Slip
from valla.read.imprints import year_in
from valla.read.odt_styles import OdtStyle, look_of, read_emphasis, read_styles
from valla.read.parts import Parts
from valla.read.xml import Node, parse_xml

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
PART = "content.xml"
PARAGRAPH, HEADING = f"{TEXT}p", f"{TEXT}h"
NOTE, NOTE_BODY, ANNOTATION = f"{TEXT}note", f"{TEXT}note-body", f"{OFFICE}annotation"
SPAN, STYLE_NAME = f"{TEXT}span", f"{TEXT}style-name"
ANNOTATION_END, NAME = f"{OFFICE}annotation-end", f"{OFFICE}name"
APART = frozenset({NOTE, ANNOTATION, PARAGRAPH, HEADING})  # inside a paragraph these are read by themselves
SILENT = frozenset({f"{TEXT}tracked-changes", f"{TEXT}ruby-text", ANNOTATION_END, f"{TEXT}table-of-content"})
SPACE = re.compile(r"[ \t\r\n]+")
MOST_BLANKS = 100


@dataclass(slots=True)
class Writing:
    """One ODT file being read."""

    styles: dict[str, OdtStyle]
    deleted: dict[str, tuple[str, str]]  # words and author of deletions, by the id of the change
    notes: list[tuple[str, str, Node]] = field(default_factory=list)  # key, label, body
    paragraphs: dict[int, int] = field(default_factory=dict)  # number of each paragraph by its identity
    emphatic: frozenset[str] = frozenset()  # names of the styles that set words apart
    page: int = 1
    begun: dict[str, tuple[Slip, int]] = field(default_factory=dict)  # where comments with an end of their own began

    def slip(self, paragraph: Node) -> Slip:
        """Return the words of one paragraph, white space collapsed as the format has it."""
        slip = Slip(PART, self.paragraphs.get(id(paragraph), 0))
        place = 0
        for kind, words, node in pieces(paragraph):
            if kind == "words":
                kept = SPACE.sub(" ", words)
                kept = kept.lstrip() if not slip.length or slip.words[-1].isspace() else kept
                slip.add_apart(kept, place, self.emphasis(node) if self.emphatic else "")
                place += len(kept)
            elif kind == "sign":
                slip.add(words, place)
                place += len(words)
            else:
                self.special(kind, node, slip)
        return slip

    def emphasis(self, node: Node) -> str:
        """Return the style by which the words in an element are set apart within their paragraph; empty for none."""
        while node.tag == SPAN:
            if (name := node.get(STYLE_NAME) or "") in self.emphatic:
                return name
            around = node.getparent()
            if around is None:
                break
            node = around
        return ""

    def special(self, kind: str, node: Node, slip: Slip) -> None:
        """Take up a note, a comment, a page break or a deletion."""
        if kind == "note":
            body = node.find(NOTE_BODY)
            label = note_label(node, len(self.notes) + 1)
            key = f"note {len(self.notes)}"
            if body is not None:
                self.notes.append((key, label, body))
                slip.mark(key, label)
        elif kind == "page":
            self.page += 1
            slip.breaks.append((slip.length, PageStart(at=0, label=str(self.page), sheet=self.page)))
        elif kind == "comment":
            author = node.find(f"{DC}creator")
            said = "\n".join(plain_words(row) for row in node.iter(PARAGRAPH))
            who = (author.text or "") if author is not None else ""
            self.begun[node.get(NAME) or ""] = (slip, len(slip.comments))
            slip.comments.append((said, who, slip.length, slip.length))
        elif kind == "comment ends":
            self.end_comment(node.get(NAME) or "", slip)
        elif kind == "change" and (row := self.deleted.get(node.get(f"{TEXT}change-id") or "")):
            slip.changes.append((False, row[0], row[1], slip.length, slip.length))

    def end_comment(self, name: str, slip: Slip) -> None:
        """End a comment on the words since it began; one that goes on into another paragraph ends with its first."""
        before, number = self.begun.pop(name, (slip, -1))
        if number >= 0:
            said, who, start, _ = before.comments[number]
            before.comments[number] = (said, who, start, before.length)


def pieces(paragraph: Node) -> Iterator[tuple[str, str, Node]]:
    """Yield the pieces of a paragraph in order, without recursion: kind, words, the element in which words stand."""
    stack: list[tuple[Node, Iterator[Node]]] = [(paragraph, paragraph.iterchildren())]
    if paragraph.text:
        yield "words", paragraph.text, paragraph
    while stack:
        node = next(stack[-1][1], None)
        if node is None:
            done, _ = stack.pop()
            if stack and done.tail:
                yield "words", done.tail, stack[-1][0]
            continue
        yield from sign_of(node)
        if node.tag in APART or node.tag in SILENT or not isinstance(node.tag, str):
            if node.tail:
                yield "words", node.tail, stack[-1][0]
            continue
        if node.text:
            yield "words", node.text, node
        stack.append((node, node.iterchildren()))


def sign_of(node: Node) -> Iterator[tuple[str, str, Node]]:
    """Yield what an element without words of its own stands for."""
    match node.tag:
        case _ if node.tag == f"{TEXT}s":
            count = node.get(f"{TEXT}c") or "1"
            yield "sign", " " * min(MOST_BLANKS, int(count) if count.isdecimal() and len(count) < 5 else 1), node  # noqa: PLR2004
        case _ if node.tag == f"{TEXT}tab":
            yield "sign", "\t", node
        case _ if node.tag == f"{TEXT}line-break":
            yield "sign", "\n", node
        case _ if node.tag == f"{TEXT}soft-page-break":
            yield "page", "", node
        case _ if node.tag == NOTE:
            yield "note", "", node
        case _ if node.tag == ANNOTATION:
            yield "comment", "", node
        case _ if node.tag == ANNOTATION_END:
            yield "comment ends", "", node
        case _ if node.tag == f"{TEXT}change":
            yield "change", "", node


def plain_words(node: Node) -> str:
    """Return the words of a paragraph without anything else."""
    return SPACE.sub(" ", "".join(words for kind, words, _ in pieces(node) if kind in {"words", "sign"})).strip()


def note_label(node: Node, number: int) -> str:
    """Return the label of a note as it was last shown, else its number."""
    shown = node.find(f"{TEXT}note-citation")
    label = plain_words(shown) if shown is not None else ""
    return label[:8] or str(number)


def read_odt(data: bytes, name: str) -> Parts:
    """Return the parts of an ODT file; raise ReadError where it is none."""
    archive = open_archive(data, name)
    root = parse_xml(archive.read(PART), name, PART)
    body = next(iter(root.iter(f"{OFFICE}text")), None)
    if body is None:
        raise ReadError(f"{name}: is no ODT text (it lacks its body); save the document anew")
    look = parse_xml(archive.read("styles.xml"), name, "styles.xml") if "styles.xml" in archive else None
    roots = [row for row in (look, root) if row is not None]
    writing = Writing(read_styles(roots), read_deletions(body), emphatic=read_emphasis(roots))
    every = list(body.iter(PARAGRAPH, HEADING))
    writing.paragraphs = {id(row): number for number, row in enumerate(every)}
    galley = Galley()
    set_body(writing, [row for row in every if is_running(row)], body, galley)
    for key, label, note in writing.notes:
        galley.set_note(key, label, [writing.slip(row) for row in note.iter(PARAGRAPH, HEADING)])
    if writing.page > 1:
        galley.pages.append(PageStart(at=0, label="1", sheet=1))
    parts = galley.parts()
    return replace(parts, imprint=read_imprint(archive), paging=Paging.COUNTED if parts.pages else Paging.NONE)


def set_body(writing: Writing, rows: list[Node], body: Node, galley: Galley) -> None:
    """Set every running paragraph; page breaks between paragraphs count as well."""
    running = {id(row) for row in rows}
    for row in list(body.iter(f"{TEXT}soft-page-break", PARAGRAPH, HEADING)):
        if row.tag == f"{TEXT}soft-page-break":
            if not inside(row):
                writing.page += 1
                galley.pages.append(PageStart(at=galley.length, label=str(writing.page), sheet=writing.page))
        elif id(row) in running:
            look = look_of(row, writing.styles)
            galley.set_slip(writing.slip(row), *look)


def inside(row: Node) -> bool:
    """Tell whether an element stands inside a paragraph, which takes care of it."""
    return next(row.iterancestors(PARAGRAPH, HEADING), None) is not None


def is_running(row: Node) -> bool:
    """Tell whether a paragraph is part of the running text: in no note, comment, deletion or table of contents."""
    return next(row.iterancestors(NOTE, ANNOTATION, *SILENT), None) is None


def read_deletions(body: Node) -> dict[str, tuple[str, str]]:
    """Return the words and the author of each tracked deletion by the id of its change."""
    made = {}
    for region in body.iter(f"{TEXT}changed-region"):
        deletion = region.find(f"{TEXT}deletion")
        if deletion is not None:
            author = next((row.text or "" for row in deletion.iter(f"{DC}creator")), "")
            words = "\n".join(plain_words(row) for row in deletion.iter(PARAGRAPH, HEADING))
            made[region.get(f"{TEXT}id") or ""] = (words, author)
    return made


def read_imprint(archive: Archive) -> Imprint:
    """Return what the metadata of the file say of the work."""
    if "meta.xml" not in archive:
        return Imprint()
    said: dict[str, str] = {}
    for row in parse_xml(archive.read("meta.xml"), archive.name, "meta.xml").iter():
        if isinstance(row.tag, str) and (row.text or "").strip():
            said.setdefault(row.tag.rpartition("}")[2], (row.text or "").strip()[:300])
    return Imprint(
        title=said.get("title"),
        author=said.get("initial-creator") or said.get("creator"),
        year=year_in(said.get("creation-date", "")),
    )
