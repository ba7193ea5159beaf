"""Markdown to its parts: the words without their markup, with the way back to the file.

markdown-it-py (CommonMark with tables and struck words) tells the structure. It gives lines for blocks but no columns
for what stands inside, so each piece of a line is looked up, in order, in the line it came from.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from valla.model.anchors import Span
from valla.model.documents import Block, BlockKind, Note, Remark
from valla.read.building import TextBuilder
from valla.read.italics import ELEMENTS, Emphasis, settle_italics
from valla.read.lines import number_pages
from valla.read.parts import Parts
from valla.read.remarks import is_remark
from valla.read.splitting import split_lines

DEFINITION = re.compile(r"^(\[\^[^\]\n]{1,40}\]):", re.MULTILINE)
COLON = "\ue000"  # stands for the colon of a note's definition, so that it is not taken for a link's
NOTE_BODY = re.compile(rf"\[\^([^\]\n]{{1,40}})\]{COLON}[ \t]*")
NOTE_MARK = re.compile(rf"\[\^([^\]\n]{{1,40}})\](?!{COLON})")
LINE_END = re.compile(r"\r\n?|\n")
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
TAGS = re.compile(r"<[^>]{0,1000}>")
EMPHATIC = re.compile(rf"<(/?)({'|'.join(sorted(ELEMENTS))})(?![\w-])", re.IGNORECASE)
PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).disable("text_join")


@dataclass(frozen=True, slots=True)
class Content:
    """The words between a block's markup, as the parser gives them, with the place of each of their lines."""

    words: str
    starts: tuple[tuple[int, int], ...]  # offset in the words, offset in the original
    source: str

    def place(self, offset: int) -> int:
        """Return where a place in the words stands in the original."""
        before, start = next(pair for pair in reversed(self.starts) if pair[0] <= offset)
        return start + offset - before

    def has(self, written: str, offset: int) -> bool:
        """Tell whether these very words stand at the place in the original."""
        return self.source.startswith(written, self.place(offset))


@dataclass(slots=True)
class Written:
    """What is written of a file so far; it never leaves the room."""

    built: TextBuilder = field(default_factory=TextBuilder)
    remarks: list[Remark] = field(default_factory=list)
    italics: Emphasis = field(default_factory=Emphasis)


def read_markdown(original: str) -> Parts:
    """Return the parts of a Markdown text."""
    source = DEFINITION.sub(rf"\1{COLON}", original)
    starts = (0, *(match.end() for match in LINE_END.finditer(source)))
    written = Written()
    built = written.built
    blocks: list[Block] = []
    for kind, level, token in placed_tokens(PARSER.parse(source)):
        begun = built.length + (2 if built.length else 0)
        write_block(token, source, starts, written)
        written.italics.end(built.length)
        if built.length > begun:
            blocks.append(Block(span=Span(begun, built.length), kind=kind, level=level))
    text = built.text()
    named, notes = bind_notes(text, split_lines(text, trimmed(text, blocks)))
    return Parts(
        text=text.replace(COLON, ":"),
        blocks=named,
        notes=notes,
        pages=number_pages([]),
        remarks=tuple(written.remarks),
        segments=built.segments(len(original)),
        italics=settle_italics(text, named, written.italics.found),
    )


def trimmed(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks without blanks at their ends; those without a word are left out."""
    made = []
    for block in blocks:
        words = block.span.of(text)
        start = block.span.start + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if start < end:
            made.append(Block(span=Span(start, end), kind=block.kind, level=block.level))
    return made


def placed_tokens(tokens: Sequence[Token]) -> Iterator[tuple[BlockKind, int, Token]]:
    """Yield each token that holds words with what kind of block it is."""
    quotes = items = heading = 0
    for token in tokens:
        if token.type in {"blockquote_open", "blockquote_close"}:
            quotes += token.nesting
        elif token.type in {"list_item_open", "list_item_close"}:
            items += token.nesting
        elif token.type in {"heading_open", "heading_close"}:
            heading = int(token.tag[1]) if token.nesting > 0 else 0
        elif token.type in {"fence", "code_block"}:
            yield BlockKind.CODE, 0, token
        elif token.type in {"inline", "html_block"}:
            yield kind_of(heading, quotes, items), heading or quotes or items, token


def kind_of(heading: int, quotes: int, items: int) -> BlockKind:
    """Return what a block is, from what it stands in."""
    if heading:
        return BlockKind.HEADING
    if quotes:
        return BlockKind.QUOTE
    return BlockKind.ITEM if items else BlockKind.PARAGRAPH


def write_block(token: Token, source: str, starts: Sequence[int], written: Written) -> None:
    """Append the words of one block, behind a blank line."""
    if token.type == "html_block":
        write_html(token, source, starts, written)
        return
    content = locate(token, source, starts)
    if not content.words.strip():
        return
    separate(written.built)
    if token.type == "inline":
        write_inline(token, content, written)
    else:
        write_lines(content, written.built)


def separate(built: TextBuilder) -> None:
    """Set a blank line between two blocks; it has no original."""
    built.put("\n\n" if built.length else "")


def locate(token: Token, source: str, starts: Sequence[int]) -> Content:
    """Return a block's words with the place of each line: its line of the file, less quotation bars and indents."""
    first, last = token.map or [0, 0]
    row, offset, found = first, 0, []
    for words in token.content.split("\n"):
        place, row = line_place(words, source, starts, row, last)
        found.append((offset, place))
        offset += len(words) + 1
    return Content(token.content, tuple(found), source)


def line_place(words: str, source: str, starts: Sequence[int], row: int, last: int) -> tuple[int, int]:
    """Return where a line's words stand, looking from one row down, and the row to go on from."""
    for n in range(row, min(last, len(starts))):
        end = starts[n + 1] if n + 1 < len(starts) else len(source)
        found = source.find(words.strip(), starts[n], end)
        if found >= 0:
            lead = len(words) - len(words.lstrip())
            return max(starts[n], found - lead), n + 1 if words.strip() or n + 1 < last else n
    return starts[min(row, len(starts) - 1)], row


def write_lines(content: Content, built: TextBuilder) -> None:
    """Append words as they are, line by line."""
    for offset, words in lines_of(content.words.rstrip("\n")):
        write_words(words, words, content, offset, built)


def lines_of(words: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its offset, line ends included."""
    offset = 0
    for line in words.splitlines(keepends=True):
        yield offset, line
        offset += len(line)


def write_inline(token: Token, content: Content, written: Written) -> None:
    """Append the words of a paragraph without its markup, each looked up behind the one before it."""
    at = 0
    for child in token.children or []:
        at = write_child(child, content, at, written)


def write_child(child: Token, content: Content, at: int, written: Written) -> int:
    """Append one piece of a line and return where the next one is to be looked for."""
    built = written.built
    match child.type:
        case "text" | "code_inline":
            return write_words(child.content, child.content, content, at, built)
        case "text_special":
            return write_words(child.content, child.markup, content, at, built)
        case "softbreak" | "hardbreak":
            return write_words("\n", "\n", content, at, built)
        case "html_inline":
            take_tag(child.content, written)
            return behind(content.words.find(child.content, at), child.content, at)
        case "em_open" | "strong_open":
            written.italics.open(child.tag, built.length)
        case "em_close" | "strong_close" | "s_close":
            written.italics.close(child.tag, built.length)
            return at + len(child.markup) if content.words.startswith(child.markup, at) else at
        case "link_close" if child.markup == "":
            return behind_target(content.words, at)
        case "image":
            at = behind(content.words.find(child.content, at), child.content, at)
            return behind_target(content.words, at)
    return at


def write_words(words: str, written: str, content: Content, at: int, built: TextBuilder) -> int:
    """Append words that stand in the file as `written`; a piece that is not there keeps its words without a place."""
    found = content.words.find(written, at)
    if found < 0 or not written:
        built.put(words)
        return at
    if content.has(written, found):
        built.add(words, content.place(found), len(written))
    else:
        built.put(words)
    return found + len(written)


def behind(found: int, words: str, at: int) -> int:
    """Return the place behind words that were found, or stay."""
    return found + len(words) if found >= 0 else at


def behind_target(words: str, at: int) -> int:
    """Return the place behind a link's target: `](...)`, `][...]` or `]` alone."""
    if not words.startswith("]", at):
        return at
    if words.startswith("](", at):
        return closing_of(words, at + 1)
    if words.startswith("][", at):
        return behind(words.find("]", at + 2), "]", at + 1)
    return at + 1


def closing_of(words: str, at: int) -> int:
    """Return the place behind the bracket that closes the one at a place; escaped brackets do not count."""
    depth = 0
    for match in re.compile(r"\\.|[()]").finditer(words, at):
        depth += {"(": 1, ")": -1}.get(match[0], 0)
        if depth == 0 and match[0] == ")":
            return match.end()
    return at


def take_tag(html: str, written: Written) -> None:
    """Take up a tag or a comment that stands within a line."""
    take_remarks(html, written)
    match = EMPHATIC.match(html)
    if match and match[1]:
        written.italics.close(match[2].lower(), written.built.length)
    elif match:
        written.italics.open(match[2].lower(), written.built.length)


def take_remarks(html: str, written: Written) -> None:
    """Keep the comments to Valla that stand in a piece of HTML."""
    spoken = (match[1] for match in COMMENT.finditer(html) if is_remark(match[1]))
    written.remarks.extend(Remark(at=written.built.length, words=words) for words in spoken)


def write_html(token: Token, source: str, starts: Sequence[int], written: Written) -> None:
    """Append the words between the tags of a block of HTML, comments left out."""
    take_remarks(token.content, written)
    built = written.built
    bare = COMMENT.sub(lambda match: " " * len(match[0]), token.content)
    bare = TAGS.sub(lambda match: " " * len(match[0]), bare)
    if not bare.strip():
        return
    separate(built)
    content = locate(token, source, starts)
    for match in re.compile(r"\S+(?: \S+)*").finditer(bare):
        built.put(" " if not built.last.isspace() else "")
        write_words(match[0], match[0], content, match.start(), built)


def bind_notes(text: str, blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """Return the blocks with note bodies marked, and each mark bound to its body."""
    bodies: dict[str, Span] = {}
    named = []
    for block in blocks:
        match = NOTE_BODY.match(text, block.span.start, block.span.end)
        if match and match[1] not in bodies and match.end() < block.span.end:
            bodies[match[1]] = Span(match.end(), block.span.end)
            block = Block(span=block.span, kind=BlockKind.NOTE)  # noqa: PLW2901  (the same block, named)
        named.append(block)
    marks = NOTE_MARK.finditer(text)
    notes = [Note(label=m[1], mark=Span(*m.span()), body=bodies[m[1]]) for m in marks if m[1] in bodies]
    return tuple(named), tuple(notes)
