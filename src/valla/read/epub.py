"""EPUB to its parts: the chapters in the order of the spine, each read as a page, with the numbers of the printed pages.

After EPUB 3.3 and OPF 2.0.1: the container names the package, the package lists the chapters, the navigation or the
chapters themselves mark where the printed pages begin.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from valla.errors import ReadError
from valla.model.anchors import Span
from valla.model.documents import Block, Imprint, Locus, Note, PageStart, Paging, Remark
from valla.read.archive import Archive, open_archive
from valla.read.decoding import decode_bytes
from valla.read.imprints import year_in
from valla.read.links import bind_marks
from valla.read.page import chapter_of
from valla.read.parts import Parts
from valla.read.xml import Node, parse_xml

CONTAINER = "META-INF/container.xml"
PAGES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
MOST_CHAPTERS = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What the package file says: the chapters in order, and the work."""

    chapters: tuple[str, ...]
    imprint: Imprint
    numbers: dict[tuple[str, str], str]  # labels of printed pages by member and anchor


@dataclass(slots=True)
class Binding:
    """A book being bound from its chapters."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    italics: list[Span] = field(default_factory=list)
    loci: list[Locus] = field(default_factory=list)
    pages: list[PageStart] = field(default_factory=list)
    places: dict[tuple[str, str], int] = field(default_factory=dict)  # of anchors, by member and name
    links: list[tuple[str, str, Span]] = field(default_factory=list)  # member and name led to, and the link

    def bind(self, part: str, text: str) -> None:
        """Add a chapter behind the last one."""
        chapter = chapter_of(text)
        if not chapter.parts.text.strip():
            self.places |= {(part, name): self.length for name in chapter.ids}
            return
        if self.length:
            self.pieces.append("\n\n")
            self.length += 2
        shift = self.length
        self.pieces.append(chapter.parts.text)
        self.length += len(chapter.parts.text)
        self.take(part, chapter.parts, shift)
        self.places |= {(part, name): at + shift for name, at in chapter.ids.items()}
        self.pages += [PageStart(at=at + shift, label=label) for label, at in chapter.breaks if label]
        for target, start, end in chapter.links:
            path, _, name = target.partition("#")
            where = resolve(part, path) if path else part
            self.links.append((where, name, Span(start + shift, end + shift)))

    def take(self, part: str, parts: Parts, shift: int) -> None:
        """Take over the rows of a chapter."""
        self.blocks += [replace(row, span=moved(row.span, shift)) for row in parts.blocks]
        self.notes += [replace(row, mark=moved(row.mark, shift), body=moved(row.body, shift)) for row in parts.notes]
        self.remarks += [replace(row, at=row.at + shift) for row in parts.remarks]
        self.italics += [moved(row, shift) for row in parts.italics]
        for row in parts.segments:
            if len(row.text) == len(row.source):
                self.loci.append(Locus(text=moved(row.text, shift), part=part, item=0, start=row.source.start))


def moved(span: Span, shift: int) -> Span:
    """Return a span so much further on."""
    return Span(span.start + shift, span.end + shift)


def read_epub(data: bytes, name: str) -> Parts:
    """Return the parts of an EPUB; raise ReadError where it is none, or is locked."""
    archive = open_archive(data, name)
    if "META-INF/encryption.xml" in archive and locked(archive):
        raise ReadError(f"{name}: is locked by its seller; only a copy without the lock can be read")
    package = read_package(archive)
    binding = Binding()
    for part in package.chapters:
        if part in archive:
            binding.bind(part, decode_bytes(archive.read(part), f"{name}: {part}").text)
    pages = pages_of(binding, package)
    blocks, notes = bind_far_notes(binding)
    return Parts(
        text="".join(binding.pieces),
        blocks=blocks,
        notes=notes,
        pages=pages,
        paging=Paging.PRINTED if pages else Paging.NONE,
        remarks=tuple(binding.remarks),
        loci=tuple(binding.loci),
        italics=tuple(binding.italics),
        imprint=package.imprint,
    )


def locked(archive: Archive) -> bool:
    """Tell whether more is encrypted than fonts."""
    root = parse_xml(archive.read("META-INF/encryption.xml"), archive.name, "META-INF/encryption.xml")
    uris = [row.get("URI") or "" for row in root.iter() if "CipherReference" in str(row.tag)]
    return any(uri.lower().endswith((".xhtml", ".html", ".htm", ".opf")) for uri in uris)


def read_package(archive: Archive) -> Package:
    """Return what the package of the first rendition says."""
    container = parse_xml(archive.read(CONTAINER), archive.name, CONTAINER)
    path = next((row.get("full-path") or "" for row in container.iter() if named(row, "rootfile")), "")
    root = parse_xml(archive.read(path), archive.name, path)
    items = {row.get("id") or "": row for row in root.iter() if named(row, "item")}
    spine = [items.get(row.get("idref") or "") for row in root.iter() if named(row, "itemref")]
    chapters = [resolve(path, row.get("href") or "") for row in spine if row is not None and is_page(row)]
    if not chapters:
        raise ReadError(f"{archive.name}: lists no chapters; it is no book that can be read")
    numbers = read_page_list(archive, path, items)
    return Package(chapters=tuple(chapters[:MOST_CHAPTERS]), imprint=imprint_of(root), numbers=numbers)


def named(row: Node, name: str) -> bool:
    """Tell whether an element has a name, whatever its namespace."""
    return isinstance(row.tag, str) and row.tag.rpartition("}")[2] == name


def is_page(row: Node) -> bool:
    """Tell whether an item of the package is a page of text."""
    return (row.get("media-type") or "") in PAGES


def resolve(base: str, href: str) -> str:
    """Return the name of the member to which a reference in another leads; it is a key and never a path."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unescaped(href.partition("#")[0])))


def unescaped(href: str) -> str:
    """Return a reference with its escaped bytes made letters."""
    return ESCAPES.sub(lambda match: bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "replace"), href)


def imprint_of(root: Node) -> Imprint:
    """Return what the package says of the work."""
    said: dict[str, str] = {}
    for row in root.iter():
        if isinstance(row.tag, str) and row.tag.startswith("{http://purl.org/dc/elements") and (row.text or "").strip():
            said.setdefault(row.tag.rpartition("}")[2], " ".join((row.text or "").split())[:300])
    return Imprint(
        title=said.get("title"),
        author=said.get("creator"),
        year=year_in(said.get("date", "")),
        language=said.get("language"),
    )


def read_page_list(archive: Archive, path: str, items: dict[str, Node]) -> dict[tuple[str, str], str]:
    """Return the labels of the printed pages from the old navigation (NCX), by member and anchor."""
    ncx = next((row for row in items.values() if (row.get("media-type") or "").endswith("dtbncx+xml")), None)
    part = resolve(path, ncx.get("href") or "") if ncx is not None else ""
    if part not in archive:
        return {}
    made = {}
    for row in parse_ncx(archive, part):
        label = next((node.text or "" for node in row.iter() if named(node, "text")), "").strip()
        source = next((node.get("src") or "" for node in row.iter() if named(node, "content")), "")
        if label:
            made[resolve(part, source), source.partition("#")[2]] = label
    return made


def parse_ncx(archive: Archive, part: str) -> Iterator[Node]:
    """Yield the page targets of the old navigation; it may bring the DTD of its standard, which is cut off unread."""
    data = re.sub(rb"<!DOCTYPE[^>\[]{0,500}>", b"", archive.read(part), count=1)
    yield from (row for row in parse_xml(data, archive.name, part).iter() if named(row, "pageTarget"))


def pages_of(binding: Binding, package: Package) -> tuple[PageStart, ...]:
    """Return where printed pages begin: as the chapters mark them, else as the navigation lists them."""
    listed = [
        PageStart(at=binding.places[key], label=label)
        for key, label in package.numbers.items()
        if key in binding.places
    ]
    return tuple(sorted(binding.pages or listed))


def bind_far_notes(binding: Binding) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """Return blocks and notes, those bound whose bodies stand in another chapter than their marks."""
    links = [(binding.places.get((part, name)), span.start, span.end) for part, name, span in binding.links if name]
    return bind_marks("".join(binding.pieces), tuple(binding.blocks), links)
