"""Findings as comments in a copy of a Word file; the essay's own file is not touched.

A run of letters is split where a comment begins or ends inside it. Everything else of the file is copied as it is.
"""

import io
import zipfile
from collections.abc import Callable, Collection, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from valla.errors import UsageError
from valla.files.margin import Gloss
from valla.read.archive import Archive, open_archive
from valla.read.docx import main_of
from valla.read.docx_atoms import RUN, STRICT, TEXT, W, atoms, paragraphs_of
from valla.read.xml import parse_xml

COMMENTS = "word/comments.xml"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
FORM = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
AUTHOR = "Valla"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WHEN = (1980, 1, 1, 0, 0, 0)  # the earliest time that an archive can give: the same findings make the same bytes


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """One end of a comment: the paragraph, the letter before which it stands, and the number of the comment."""

    item: int
    letter: int
    opens: bool
    number: int


def comment_docx(data: bytes, name: str, glosses: Sequence[Gloss]) -> bytes:
    """Return a copy of a Word file with a comment for each gloss that has letters in its text."""
    archive = open_archive(data, name)
    main = main_of(archive)
    body = archive.read(main)
    if STRICT in body:
        raise UsageError(
            f"{name}: is a Word file of the strict kind, to which no comments are added; save it as usual DOCX"
        )
    parts: dict[str, Any] = {part: parse_xml(archive.read(part), name, part) for part in needed(archive.members, main)}
    comments = parts.get(COMMENTS)
    if comments is None:
        comments = parts[COMMENTS] = etree.Element(f"{W}comments", nsmap={"w": W.strip("{}")})
        register(parts)
    first = 1 + max(numbers_taken(archive, comments), default=-1)
    edges = []
    for number, gloss in enumerate(glosses, first):
        if gloss.loci:
            start, end = gloss.loci[0], gloss.loci[-1]
            edges.append(Edge(start.item, start.start, opens=True, number=number))
            edges.append(Edge(end.item, end.start + len(end.text), opens=False, number=number))
            comments.append(comment(gloss.words, number))
    rows: list[Any] = list(paragraphs_of(parts[main]))
    for edge in sorted(edges, reverse=True):
        set_edge(rows[edge.item], edge)
    return packed(
        archive.members,
        {
            key: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for key, root in parts.items()
        },
        archive.read,
    )


def numbers_taken(archive: Archive, comments: Any) -> Iterator[int]:  # noqa: ANN401  (lxml has no types)
    """Yield the numbers of the comments and notes that are there: LibreOffice 7 loses notes whose number a comment has too."""
    notes = [part for part in archive.members if part.endswith(("footnotes.xml", "endnotes.xml"))]
    for root in (comments, *(parse_xml(archive.read(part), archive.name, part) for part in notes)):
        for row in root.iter(f"{W}comment", f"{W}footnote", f"{W}endnote"):
            number = row.get(f"{W}id") or ""
            if number.isdecimal():
                yield int(number)


def needed(members: Collection[str], main: str) -> list[str]:
    """Return the parts that are changed, as far as they are there."""
    return [part for part in (main, COMMENTS, RELATIONS, TYPES) if part in members]


def register(parts: dict[str, Any]) -> None:
    """Name the new part of comments in the file's own lists."""
    relations = parts.get(RELATIONS)
    if relations is None:
        relations = parts[RELATIONS] = etree.Element(f"{PACKAGE}Relationships", nsmap={None: PACKAGE.strip("{}")})
    etree.SubElement(relations, f"{PACKAGE}Relationship", Id="rIdVallaComments", Type=KIND, Target="comments.xml")
    etree.SubElement(parts[TYPES], f"{CONTENT}Override", PartName=f"/{COMMENTS}", ContentType=FORM)


def comment(words: str, number: int) -> Any:  # noqa: ANN401  (lxml has no types)
    """Return one comment."""
    row = etree.Element(f"{W}comment", {f"{W}id": str(number), f"{W}author": AUTHOR, f"{W}initials": "V"})
    text = etree.SubElement(etree.SubElement(etree.SubElement(row, f"{W}p"), RUN), TEXT)
    text.text = "".join(letter if letter.isprintable() else " " for letter in words)
    text.set(SPACE, "preserve")
    return row


def set_edge(paragraph: Any, edge: Edge) -> None:  # noqa: ANN401
    """Set one end of a comment into a paragraph, before its letter or at the end of the paragraph."""
    name = "commentRangeStart" if edge.opens else "commentRangeEnd"
    mark = etree.Element(f"{W}{name}", {f"{W}id": str(edge.number)})
    run = run_at(paragraph, edge.letter)
    if run is None:
        paragraph.append(mark)
    else:
        run.addprevious(mark)
    if not edge.opens:
        reference = etree.Element(RUN)
        etree.SubElement(reference, f"{W}commentReference", {f"{W}id": str(edge.number)})
        mark.addnext(reference)


def run_at(paragraph: Any, letter: int) -> Any | None:  # noqa: ANN401
    """Return the run that begins with a letter of the paragraph, split off if need be; None behind the last letter."""
    place = 0
    for atom in atoms(paragraph):
        if atom.kind not in {"words", "hidden"} or not atom.words:
            continue
        run = next(iter(atom.element.iterancestors(RUN)), None)
        if place == letter:
            return run if run is None or is_first(run, atom.element) else split(run, atom.element)
        if place < letter < place + len(atom.words):
            return split(run, atom.element, letter - place) if run is not None else None
        place += len(atom.words)
    return None


def is_first(run: Any, element: Any) -> bool:  # noqa: ANN401
    """Tell whether an element is the first of its run, what formats the run not counted."""
    rows = [row for row in run if row.tag not in {f"{W}rPr", f"{W}lastRenderedPageBreak"}]
    return bool(rows) and rows[0] is element


def split(run: Any, element: Any, within: int = 0) -> Any:  # noqa: ANN401
    """Split a run before an element, or inside its words, and return the second half."""
    later = etree.Element(RUN)
    form = run.find(f"{W}rPr")
    if form is not None:
        later.append(deepcopy(form))
    rows = list(run)
    at = rows.index(element)
    if within:
        second = deepcopy(element)
        element.text, second.text = element.text[:within], element.text[within:]
        for row in (element, second):
            row.set(SPACE, "preserve")
        later.append(second)
        at += 1
    for row in rows[at:]:
        later.append(row)
    run.addnext(later)
    return later


def packed(members: Collection[str], changed: dict[str, bytes], read: Callable[[str], bytes]) -> bytes:
    """Return an archive of the old members, those that changed anew, in their order."""
    made = io.BytesIO()
    names = list(dict.fromkeys([TYPES, *members, *changed]))
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            if name in changed or name in members:
                row = zipfile.ZipInfo(name, WHEN)
                row.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(row, changed[name] if name in changed else read(name))
    return made.getvalue()
