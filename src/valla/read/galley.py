"""A text being set from the paragraphs of an office file: blocks, notes, pages, and the way back to each paragraph.

Every format comes here with slips (paragraphs under construction, letter by letter with their places) and gets the same
text out of it: blocks apart by a blank line, marks of notes as `[1]`, the notes themselves at the end.
"""

from dataclasses import dataclass, field, replace

from valla.model.anchors import Span
from valla.model.documents import Block, BlockKind, Change, Comment, Doubt, Locus, Note, PageStart, Paging, Remark
from valla.read.italics import Place, settle_italics
from valla.read.parts import Parts
from valla.read.remarks import is_remark
from valla.read.splitting import split_lines


@dataclass(slots=True)
class Slip:
    """One paragraph under construction: its words, and for each stretch where its letters stand in the paragraph."""

    part: str
    item: int
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    stretches: list[tuple[int, int, int, int]] = field(default_factory=list)  # offset in the slip, place, letters, item
    marks: list[tuple[str, int, int]] = field(default_factory=list)  # key of a note, start and end of its mark
    breaks: list[tuple[int, PageStart]] = field(default_factory=list)  # offset in the slip, the page that begins
    comments: list[tuple[str, str, int, int]] = field(default_factory=list)  # words, author, start, end
    changes: list[tuple[bool, str, str, int, int]] = field(default_factory=list)  # inserted, words, author, start, end
    doubts: list[tuple[int, int, float]] = field(default_factory=list)  # start and end of a line, confidence in it
    italics: list[Place] = field(default_factory=list)  # what is set apart

    def add(self, words: str, place: int, item: int | None = None) -> None:
        """Append words that stand at a place of the paragraph (or of another item), letter by letter."""
        if not words:
            return
        item = self.item if item is None else item
        start, before, letters, where = self.stretches[-1] if self.stretches else (0, 0, 0, -1)
        if where == item and start + letters == self.length and before + letters == place:
            self.stretches[-1] = (start, before, letters + len(words), item)
        else:
            self.stretches.append((self.length, place, len(words), item))
        self.put(words)

    def add_apart(self, words: str, place: int, look: str) -> None:
        """Append words as `add` does, and keep that they are set apart, if they have a look of their own."""
        start = self.length
        self.add(words, place)
        if look and self.length > start:
            self.italics.append((start, self.length, look))

    def put(self, words: str) -> None:
        """Append words that have no place in the file, such as the mark of a note."""
        self.pieces.append(words)
        self.length += len(words)

    def mark(self, key: str, label: str) -> None:
        """Append the mark of a note."""
        start = self.length
        self.put(f"[{label}]")
        self.marks.append((key, start, self.length))

    @property
    def words(self) -> str:
        """Return the words so far."""
        return "".join(self.pieces)


@dataclass(slots=True)
class Galley:
    """The text under construction; it never leaves the room."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    loci: list[Locus] = field(default_factory=list)
    pages: list[PageStart] = field(default_factory=list)
    marks: list[tuple[str, Span]] = field(default_factory=list)
    bodies: dict[str, tuple[str, Span]] = field(default_factory=dict)  # label and place, by key
    remarks: list[Remark] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    italics: list[Place] = field(default_factory=list)

    def set_slip(self, slip: Slip, kind: BlockKind, level: int = 0) -> Span | None:
        """Set a paragraph as a block; one without words leaves only its page breaks. Return its span."""
        words = slip.words
        lead = len(words) - len(words.lstrip())
        kept = words.strip()
        if not kept:
            self.pages += [replace(page, at=self.length) for _, page in slip.breaks]
            return None
        self.put("\n\n" if self.length else "")
        shift = self.length - lead
        self.put(kept)
        span = Span(self.length - len(kept), self.length)
        self.blocks.append(Block(span=span, kind=kind, level=level))
        self._take_over(slip, shift, span)
        return span

    def put(self, words: str) -> None:
        """Append words that have no place in the file."""
        if words:
            self.pieces.append(words)
            self.length += len(words)

    def _take_over(self, slip: Slip, shift: int, span: Span) -> None:
        """Take over the places, marks and pages of a paragraph that was set."""
        for start, place, letters, item in slip.stretches:
            a, b = max(start + shift, span.start), min(start + letters + shift, span.end)
            if a < b:
                at = place + (a - shift - start)
                self.loci.append(Locus(text=Span(a, b), part=slip.part, item=item, start=at))
        self.marks += [(key, within(start, end, shift, span)) for key, start, end in slip.marks]
        self.pages += [replace(row, at=within(at, at, shift, span).start) for at, row in slip.breaks]
        for start, end, confidence in slip.doubts:
            self.doubts.append(Doubt(span=within(start, end, shift, span), confidence=confidence))
        for start, end, look in slip.italics:
            where = within(start, end, shift, span)
            self.italics.append((where.start, where.end, look))
        for said, author, start, end in slip.comments:
            self._comment(said, author, within(start, end, shift, span))
        for inserted, changed, author, start, end in slip.changes:
            where = within(start, end, shift, span)
            self.changes.append(Change(at=where, inserted=inserted, words=changed, author=author))

    def _comment(self, words: str, author: str, at: Span) -> None:
        """Keep a comment; one that speaks to Valla is a remark, as it is in a plain text."""
        if is_remark(words):
            self.remarks.append(Remark(at=at.start, words=words))
        else:
            self.comments.append(Comment(at=at, words=words, author=author))

    def set_note(self, key: str, label: str, slips: list[Slip]) -> None:
        """Set the paragraphs of a note at the end of the text, the first behind its label."""
        start = end = 0
        for slip in slips:
            if not slip.words.strip():
                continue
            headed = slip if end else label_slip(slip, label)
            span = self.set_slip(headed, BlockKind.NOTE)
            if span is not None:
                start = start or span.start + len(label) + 3
                end = span.end
        if end:
            self.bodies.setdefault(key, (label, Span(min(start, end), end)))

    def parts(self, warnings: tuple[str, ...] = ()) -> Parts:
        """Return the finished text with its parts."""
        marks = [row for row in self.marks if row[0] in self.bodies]
        notes = [Note(label=self.bodies[key][0], mark=at, body=self.bodies[key][1]) for key, at in marks]
        text = "".join(self.pieces)
        blocks = split_lines(text, self.blocks)
        return Parts(
            text=text,
            blocks=blocks,
            notes=tuple(sorted(notes, key=lambda note: (note.mark, note.body, note.label))),
            pages=tuple(sorted(self.pages, key=lambda page: (page.at, page.sheet, page.label))),
            paging=Paging.PRINTED if self.pages else Paging.NONE,
            remarks=tuple(sorted(self.remarks)),
            loci=tuple(self.loci),
            comments=tuple(sorted(self.comments)),
            changes=tuple(sorted(self.changes)),
            doubts=tuple(sorted(self.doubts)),
            italics=settle_italics(text, blocks, self.italics),
            warnings=warnings,
        )


def within(start: int, end: int, shift: int, span: Span) -> Span:
    """Return a stretch of a slip as a span of the text, kept inside the paragraph."""
    a = min(span.end, max(span.start, start + shift))
    return Span(a, min(span.end, max(a, end + shift)))


def label_slip(slip: Slip, label: str) -> Slip:
    """Return the first paragraph of a note with its label in front, the blanks before its words left out."""
    words = slip.words
    lead = len(words) - len(words.lstrip())
    shift = len(label) + 3 - lead
    moved = Slip(slip.part, slip.item, pieces=[f"[{label}] ", words.lstrip()], length=slip.length + shift)
    for start, place, letters, item in slip.stretches:
        skip = max(0, lead - start)
        if skip < letters:
            moved.stretches.append((start + skip + shift, place + skip, letters - skip, item))
    moved.marks = [(key, start + shift, end + shift) for key, start, end in slip.marks]
    moved.breaks = [(at + shift, page) for at, page in slip.breaks]
    moved.comments = [(said, who, a + shift, b + shift) for said, who, a, b in slip.comments]
    moved.doubts = [(max(0, a + shift), b + shift, sure) for a, b, sure in slip.doubts]
    moved.italics = [(max(0, a + shift), max(0, b + shift), look) for a, b, look in slip.italics]
    moved.changes = [(kind, said, who, a + shift, b + shift) for kind, said, who, a, b in slip.changes]
    return moved
