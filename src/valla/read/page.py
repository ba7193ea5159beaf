"""HTML pages to their parts: what a reader sees, block by block, with the way back to the file.

White space is collapsed as a browser does; blocks are set apart by a blank line, which has no original; `<q>` gets the
marks that a browser would draw.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from valla.model.anchors import Span
from valla.model.documents import Block, BlockKind, Remark, Segment
from valla.read.building import TextBuilder
from valla.read.italics import ELEMENTS, Emphasis, is_styled, settle_italics
from valla.read.links import bind_marks
from valla.read.parts import Parts
from valla.read.plain import read_plain
from valla.read.remarks import is_remark
from valla.read.splitting import split_lines
from valla.read.tags import Cutter, Token

SPACE = re.compile(r"[ \t\r\n\f]+")
HEADING = re.compile(r"h[1-6]")
SAID = frozenset({"words", "reference"})
SKIPPED = frozenset({"head"})
BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table
    tbody td tfoot th thead tr ul
    """.split()
)
PAGE_LABEL = re.compile(r"(?:page|pg|p)?[-_. ]?([0-9]{1,5}|[ivxlcdm]{1,8})", re.IGNORECASE)
WRITTEN_IN_PRE = 0.5  # of a page's words: then the page is a plain text in a frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A page that is one of several: its parts, the places of its anchors, its links and its marks of printed pages."""

    parts: Parts
    ids: dict[str, int]
    links: tuple[tuple[str, int, int], ...]  # target, start and end of the link's words
    breaks: tuple[tuple[str, int], ...]  # label and place


@dataclass(slots=True)
class Writer:
    """A page being written out; the only state of the room, and it never leaves it."""

    built: TextBuilder = field(default_factory=TextBuilder)
    blocks: list[Block] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    links: list[tuple[str, int, int]] = field(default_factory=list)
    italics: Emphasis = field(default_factory=Emphasis)
    spans: list[bool] = field(default_factory=list)  # of the open <span>, whether each sets its words apart
    begun: int | None = None
    depth: dict[str, int] = field(default_factory=dict)
    heading: int = 0
    link: tuple[str, int] | None = None
    page_breaks: list[tuple[str, int]] = field(default_factory=list)  # label and place, where a book marks its pages
    breaks: int = 0
    framed: int = 0

    def write(self, token: Token) -> None:
        """Take up one token."""
        match token.kind:
            case "words":
                self.words(token.words, token.start)
            case "reference":
                self.letter(token)
            case "comment":
                if is_remark(token.words):
                    self.remarks.append(Remark(at=self.built.length, words=token.words))
            case "open":
                self.open(token)
            case _:
                self.close(token)

    def words(self, words: str, start: int) -> None:
        """Write words of the page, white space collapsed unless it is preformatted."""
        if self.depth.get("pre", 0):
            self.piece(words.replace("\r\n", " \n").replace("\r", "\n"), start, len(words))
            return
        at = 0
        for match in SPACE.finditer(words):
            self.piece(words[at : match.start()], start + at, match.start() - at)
            self.blank(start + match.start(), len(match[0]))
            at = match.end()
        self.piece(words[at:], start + at, len(words) - at)

    def letter(self, token: Token) -> None:
        """Write the character a reference stands for; an ordinary blank collapses like any other."""
        if SPACE.fullmatch(token.words):
            self.blank(token.start, token.end - token.start)
        else:
            self.piece(token.words, token.start, token.end - token.start)

    def blank(self, start: int, width: int) -> None:
        """Write one blank, unless a blank or nothing stands before it."""
        if self.begun is not None and not self.built.last.isspace():
            self.built.add(" ", start, width)

    def piece(self, words: str, start: int, width: int) -> None:
        """Write words as they are, beginning a block where none is open."""
        if not words:
            return
        if self.begun is None:
            self.built.put("\n\n" if self.built.length else "")
            self.begun = self.built.length
        self.breaks = 0
        self.framed += len(words) if self.depth.get("pre", 0) else 0
        self.built.add(words, start, width)

    def open(self, token: Token) -> None:
        """Take up an opening tag."""
        name = token.words
        if name in BLOCKS:
            self.end_block()
        if anchor := token.attribute("id") or (token.attribute("name") if name == "a" else ""):
            self.ids.setdefault(anchor, self.built.length)
        if HEADING.fullmatch(name):
            self.heading = int(name[1])
        elif name in {"blockquote", "li", "pre", "q", "code"}:
            self.deepen(name, token.start)
        elif name == "br":
            self.line_break(token)
        elif name == "a" and is_local(target := token.attribute("href")):
            self.link = (target, self.built.length)
        elif name in ELEMENTS:
            self.italics.open(name, self.built.length)
        elif name == "span":
            self.open_span(token)
        if is_page_break(token):
            label = token.attribute("aria-label") or token.attribute("title") or token.attribute("id")
            self.page_breaks.append((page_label(label), self.built.length + (2 if self.begun is None else 0)))

    def open_span(self, token: Token) -> None:
        """Take up a stretch with a style of its own."""
        self.spans.append(is_styled(token.attribute("style"), token.attribute("class")))
        if self.spans[-1]:
            self.italics.open("span", self.built.length)

    def deepen(self, name: str, start: int) -> None:
        """Go one deeper in a quotation, a list or a frame; a quotation in the line gets its mark."""
        self.depth[name] = self.depth.get(name, 0) + 1
        if name == "q":
            self.piece("“" if self.depth[name] % 2 else "‘", start, 0)

    def line_break(self, token: Token) -> None:
        """End a line; a second end in a row ends the paragraph."""
        self.breaks += 1
        if self.breaks > 1:
            self.end_block()
        elif self.begun is not None:
            self.built.add("\n", token.start, token.end - token.start)

    def close(self, token: Token) -> None:
        """Take up a closing tag."""
        name = token.words
        if name == "q" and self.depth.get(name, 0):
            self.piece("”" if self.depth[name] % 2 else "’", token.start, 0)
        if name in BLOCKS:
            self.end_block()
        if HEADING.fullmatch(name):
            self.heading = 0
        elif name in self.depth:
            self.depth[name] = max(0, self.depth[name] - 1)
        elif name in ELEMENTS or (name == "span" and self.spans and self.spans.pop()):
            self.italics.close(name, self.built.length)
        elif name == "a" and self.link:
            self.links.append((self.link[0], self.link[1], self.built.length))
            self.link = None

    def end_block(self) -> None:
        """End the block that is open, if it holds a word."""
        if self.begun is not None:
            kind = self.kind()
            level = self.heading or self.depth.get("blockquote", 0) or self.depth.get("li", 0)
            self.blocks.append(Block(span=Span(self.begun, self.built.length), kind=kind, level=level))
        self.begun = None
        self.breaks = 0
        self.italics.end(self.built.length)

    def kind(self) -> BlockKind:
        """Return what the open block is, from the elements around it."""
        if self.heading:
            return BlockKind.HEADING
        if self.depth.get("pre", 0):
            return BlockKind.CODE
        if self.depth.get("blockquote", 0):
            return BlockKind.QUOTE
        return BlockKind.ITEM if self.depth.get("li", 0) else BlockKind.PARAGRAPH


def read_page(original: str, outside: Sequence[Span] = ()) -> Parts:
    """Return the parts of an HTML page; the words in some stretches of the file, which are sorted, are left out."""
    return parts_of(write_page(original, outside), original)


def chapter_of(original: str) -> Chapter:
    """Return a page as one of several that make up a book; its links and its segments are whole even where they are plain."""
    writer = write_page(original)
    parts = parts_of(writer, original)
    whole = Segment(text=Span(0, len(parts.text)), source=Span(0, len(parts.text)))
    return Chapter(
        parts=replace(parts, notes=(), segments=parts.segments or (whole,)),
        ids=writer.ids,
        links=tuple(writer.links),
        breaks=tuple(writer.page_breaks),
    )


def write_page(original: str, outside: Sequence[Span] = ()) -> Writer:
    """Return a page written out."""
    writer = Writer()
    for token in visible(Cutter(original)):
        if not (outside and token.kind in SAID and stands_in(token, outside)):
            writer.write(token)
    writer.end_block()
    return writer


def stands_in(token: Token, stretches: Sequence[Span]) -> bool:
    """Tell whether a token begins in one of some sorted stretches."""
    after = bisect_right(stretches, token.start, key=lambda span: span.start)
    return after > 0 and token.start < stretches[after - 1].end


def parts_of(writer: Writer, original: str) -> Parts:
    """Return the parts of a page that was written out."""
    if writer.built.length and writer.framed >= WRITTEN_IN_PRE * writer.built.length:
        return framed_text(writer, original)
    text = writer.built.text()
    blocks = split_lines(text, trim_blocks(text, writer.blocks))
    own = [(writer.ids.get(target[1:]), start, end) for target, start, end in writer.links if target.startswith("#")]
    blocks, notes = bind_marks(text, blocks, own)
    segments = writer.built.segments(len(original))
    italics = settle_italics(text, blocks, writer.italics.found)
    return Parts(
        text=text, blocks=blocks, notes=notes, remarks=tuple(writer.remarks), segments=segments, italics=italics
    )


def is_local(target: str) -> bool:
    """Tell whether a link leads to a place in this page or in another of the same book."""
    return "#" in target and ":" not in target.partition("#")[0]


def is_page_break(token: Token) -> bool:
    """Tell whether a tag marks where a page of the printed book begins."""
    return token.attribute("epub:type") == "pagebreak" or token.attribute("role") == "doc-pagebreak"


def page_label(said: str) -> str:
    """Return the number in the label of a page: "page_12" is "12"."""
    match = PAGE_LABEL.fullmatch(said.strip())
    return match[1] if match else said.strip()[:20]


def visible(cutter: Cutter) -> list[Token]:
    """Return the tokens of a page without its head, if the head is closed."""
    tokens = list(cutter.tokens())
    ends = [n for n, token in enumerate(tokens) if token.kind == "close" and token.words in SKIPPED]
    return tokens[ends[0] :] if ends else tokens


def trim_blocks(text: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks without the blanks at their ends; those with no word are left out."""
    trimmed = []
    for block in blocks:
        words = block.span.of(text)
        start = block.span.start + len(words) - len(words.lstrip())
        end = block.span.end - (len(words) - len(words.rstrip()))
        if start < end:
            trimmed.append(Block(span=Span(start, end), kind=block.kind, level=block.level))
    return trimmed


def framed_text(writer: Writer, original: str) -> Parts:
    """Return the parts of a page that is a plain text in a frame: its blocks are found as in a plain text."""
    text = writer.built.text()
    plain = read_plain(text)
    return replace(
        plain,
        text=text,
        pages=(),
        remarks=tuple(writer.remarks),
        segments=writer.built.segments(len(original)),
        italics=settle_italics(text, plain.blocks, writer.italics.found),
    )
