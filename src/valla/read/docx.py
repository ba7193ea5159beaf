"""Word files (DOCX) to their parts: the final text with headings, block quotations, lists, notes, comments and changes.

A reader of its own because no permissive library keeps anchors, notes and block quotations together.
"""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from valla.errors import ReadError
from valla.model.documents import BlockKind, Imprint, PageStart, Paging
from valla.read.archive import Archive, open_archive
from valla.read.docx_atoms import STRICT, Atom, W, atoms, paragraphs_of
from valla.read.docx_styles import Look, Style, emphasis_of, look_of, read_emphasis, read_styles
from valla.read.galley import Galley, Slip
from valla.read.imprints import year_in
from valla.read.parts import Parts
from valla.read.xml import Node, parse_xml

MAIN = "word/document.xml"
MOST_DEEPER = 0.5  # of the paragraphs: where more stand further in, that is the layout and no quotation
PLAIN_NUMBERS = W.strip("{}").encode()
ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))


@dataclass(slots=True)
class Word:
    """One Word file being read."""

    archive: Archive
    main: str
    styles: dict[str, Style] = field(default_factory=dict)
    emphatic: frozenset[str] = frozenset()  # ids of the styles that set words apart
    comments: dict[str, tuple[str, str]] = field(default_factory=dict)  # author and words, by id
    labels: dict[str, str] = field(default_factory=dict)  # of the notes, by key, in the order of their marks
    counts: dict[str, int] = field(default_factory=dict)
    page: int = 1
    hidden: int = 0

    def part(self, kind: str) -> tuple[str, Node] | None:
        """Return the part of a kind ("footnotes", "styles", ...) that the main part is related to, with its name."""
        name = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        return (name, self.parse(name)) if name in self.archive else None

    def parse(self, name: str) -> Node:
        """Return the root of a part; the namespace of the strict form is read as the usual one."""
        data = self.archive.read(name).replace(STRICT, PLAIN_NUMBERS)
        return parse_xml(data, self.archive.name, name)

    def slip(self, paragraph: Node, part: str, item: int) -> Slip:
        """Return the words of one paragraph."""
        slip = Slip(part, item)
        place = 0
        opened: dict[str, int] = {}
        inserts: list[int] = []
        for atom in atoms(paragraph):
            match atom.kind:
                case "words":
                    slip.add_apart(atom.words, place, emphasis_of(atom.element.getparent(), self.emphatic))
                    place += len(atom.words)
                case "hidden":
                    place += len(atom.words)
                    self.hidden += len(atom.words.split())
                case "insert":
                    inserts.append(slip.length)
                case "inserted" if inserts:
                    start = inserts.pop()
                    slip.changes.append((True, slip.words[start:], atom.author, start, slip.length))
                case "deleted":
                    slip.changes.append((False, atom.words, atom.author, slip.length, slip.length))
                case "open":
                    opened[atom.words] = slip.length
                case _:
                    self.sign(atom, slip, opened)
        for key in sorted(opened):
            self.close_comment(key, slip, opened[key])
        return slip

    def sign(self, atom: Atom, slip: Slip, opened: dict[str, int]) -> None:
        """Take up the mark of a note, the end of a comment or a page break."""
        if atom.kind == "note":
            slip.mark(atom.words, self.label(atom.words))
        elif atom.kind == "page":
            self.page += 1
            slip.breaks.append((slip.length, PageStart(at=0, label=str(self.page), sheet=self.page)))
        elif atom.kind == "close" and atom.words in self.comments:
            self.close_comment(atom.words, slip, opened.pop(atom.words, slip.length))

    def close_comment(self, key: str, slip: Slip, start: int) -> None:
        """Set a comment on the words since its start; each is set once."""
        if key in self.comments:
            author, words = self.comments.pop(key)
            slip.comments.append((words, author, start, slip.length))

    def label(self, key: str) -> str:
        """Return the label of a note: footnotes count 1, 2, 3, endnotes i, ii, iii as Word does."""
        if key not in self.labels:
            kind = key.partition(" ")[0]
            self.counts[kind] = number = self.counts.get(kind, 0) + 1
            self.labels[key] = str(number) if kind == "footnote" else roman(number)
        return self.labels[key]


def read_docx(data: bytes, name: str) -> Parts:
    """Return the parts of a Word file; raise ReadError where it is none."""
    archive = open_archive(data, name)
    word = Word(archive, main_of(archive))
    styles = word.part("styles")
    word.styles = read_styles(styles[1] if styles else None)
    word.emphatic = read_emphasis(styles[1] if styles else None)
    word.comments = read_comments(word)
    galley = Galley()
    set_body(word, galley)
    for kind in ("footnote", "endnote"):
        set_notes(word, galley, kind)
    if word.page > 1:
        galley.pages.append(PageStart(at=0, label="1", sheet=1))
    parts = galley.parts(warnings_of(word))
    return with_imprint(parts, read_imprint(archive))


def main_of(archive: Archive) -> str:
    """Return the name of the main part, as the relations of the package tell."""
    if "_rels/.rels" in archive:
        root = parse_xml(archive.read("_rels/.rels"), archive.name, "_rels/.rels")
        for row in root.iter():
            if str(row.get("Type") or "").endswith("/officeDocument"):
                target = (row.get("Target") or "").lstrip("/")
                if target in archive:
                    return target
    if MAIN not in archive:
        raise ReadError(f"{archive.name}: is no Word file (it lacks its main part); save the document anew")
    return MAIN


def set_body(word: Word, galley: Galley) -> None:
    """Set every paragraph of the main part."""
    rows = paragraphs_of(word.parse(word.main))
    looks = [look_of(row, word.styles) for row in rows]
    indents = trust_indents(looks)
    for item, (row, look) in enumerate(zip(rows, looks, strict=True)):
        slip = word.slip(row, word.main, item)
        if look.deeper and indents:
            galley.set_slip(slip, BlockKind.QUOTE, 1)
        else:
            galley.set_slip(slip, look.kind, look.level)


def trust_indents(looks: Sequence[Look]) -> bool:
    """Tell whether paragraphs that stand further in can be quotations: not where most of a text does."""
    plain = [look.deeper for look in looks if look.kind is BlockKind.PARAGRAPH]
    return sum(plain) < MOST_DEEPER * len(plain)


def set_notes(word: Word, galley: Galley, kind: str) -> None:
    """Set the notes of a kind in the order of their marks."""
    found = word.part(f"{kind}s")
    if found is None:
        return
    part, root = found
    bodies: dict[str, list[tuple[int, Node]]] = {}
    for item, row in enumerate(paragraphs_of(root)):
        owner = next(row.iterancestors(f"{W}{kind}"), None)
        if owner is not None:
            bodies.setdefault(f"{kind} {owner.get(f'{W}id')}", []).append((item, row))
    for key in [key for key in word.labels if key in bodies]:
        slips = [word.slip(row, part, item) for item, row in bodies[key]]
        galley.set_note(key, word.labels[key], slips)


def read_comments(word: Word) -> dict[str, tuple[str, str]]:
    """Return the author and the words of each comment by its id."""
    found = word.part("comments")
    if found is None:
        return {}
    made = {}
    for node in found[1].iter(f"{W}comment"):
        rows = (" ".join(a.words for a in atoms(row) if a.kind == "words") for row in node.iter(f"{W}p"))
        made[node.get(f"{W}id") or ""] = (node.get(f"{W}author") or "", "\n".join(rows).strip())
    return made


def read_imprint(archive: Archive) -> Imprint:
    """Return what the properties of the file say of the work."""
    part = "docProps/core.xml"
    if part not in archive:
        return Imprint()
    said: dict[str, str] = {}
    for node in parse_xml(archive.read(part), archive.name, part).iter():
        if isinstance(node.tag, str) and (node.text or "").strip():
            said.setdefault(node.tag.rpartition("}")[2], (node.text or "").strip())
    return Imprint(title=said.get("title"), author=said.get("creator"), year=year_in(said.get("created", "")))


def with_imprint(parts: Parts, imprint: Imprint) -> Parts:
    """Return the parts with what the file says of itself; its pages are those of its last rendering."""
    return replace(parts, imprint=imprint, paging=Paging.COUNTED if parts.pages else Paging.NONE)


def warnings_of(word: Word) -> tuple[str, ...]:
    """Return what was left out, in plain words."""
    return (f"{word.hidden} hidden words are left out",) if word.hidden else ()


def roman(number: int) -> str:
    """Return a number in small Roman figures; from a hundred on in plain ones."""
    if number >= 100:  # noqa: PLR2004  (Word goes on; nobody reads on)
        return str(number)
    made = "xl" if 40 <= number < 50 else "xc" if number >= 90 else "l" if number >= 50 else ""  # noqa: PLR2004
    rest = number - {"": 0, "xl": 40, "xc": 90, "l": 50}[made]
    for sign, worth in ROMAN:
        made += sign * (rest // worth)
        rest %= worth
    return made
