"""RTF to its parts: words, paragraphs by style and indent, footnotes bound to their marks.

After the Rich Text Format specification 1.9.1, as far as words, paragraphs and notes go. One pass over the control words,
a stack of groups, no recursion; whatever is not understood is passed over.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from valla.errors import ReadError
from valla.model.documents import BlockKind, Imprint
from valla.read.docx_styles import HEADING, INDENTED, NO_QUOTE, QUOTE
from valla.read.galley import Galley, Slip
from valla.read.parts import Parts

TOKEN = re.compile(
    r"\\([A-Za-z]{1,32})(-?[0-9]{1,9})? ?|\\'([0-9A-Fa-f]{2})|\\(.)|([{}])|[\r\n]+|[^\\{}\r\n]+", re.DOTALL
)
DEEPEST = 5_000  # groups inside groups
SIGNS = {
    "tab": "\t", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "line": "\n", "cell": "\t",
}  # fmt: skip
SYMBOLS = {"~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "-": "", "\n": "\n", "\r": "\n"}
APART = frozenset(
    """fonttbl colortbl stylesheet pict header headerl headerr headerf footer footerl footerr footerf fldinst listtable
    listoverridetable rsidtbl generator object themedata datastore xe tc txe annotation atnid atnauthor atnref bkmkstart
    bkmkend pntext nonshppict filetbl revtbl userprops xmlnstbl mmathPr ftnsep ftnsepc aftnsep aftnsepc""".split()
)
"""Destinations whose words are no part of the text."""

SAID = frozenset({"title", "author"})
ENDS = frozenset({"par", "page", "sect", "row", "column"})
PAGES = {437: "cp437", 708: "iso8859_6", 932: "cp932", 936: "gbk", 949: "cp949", 950: "big5", 10000: "mac_roman"}
CHARSETS = {77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256}
CHARSETS |= {186: 1257, 204: 1251, 222: 874, 238: 1250, 0: 1252}


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What holds inside a group."""

    place: str = "body"  # "body", "note", "apart", "fonts", "styles" or a key of SAID
    hidden: bool = False
    skip: int = 1  # letters that follow a Unicode letter for programs that know none
    font: int = 0
    apart: str = ""  # which of italics, bold and underline are switched on: "b", "i", "u", in this order


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How the paragraph at hand is set."""

    style: int = 0
    indent: int = 0
    level: int = 9


@dataclass(slots=True)
class Reader:
    """An RTF file being read."""

    galley: Galley = field(default_factory=Galley)
    stack: list[State] = field(default_factory=list)
    state: State = field(default_factory=State)
    shape: Shape = field(default_factory=Shape)
    slip: Slip = field(default_factory=lambda: Slip("rtf", 0))
    note: Slip | None = None
    notes: list[list[Slip]] = field(default_factory=list)
    fonts: dict[int, str] = field(default_factory=dict)
    styles: dict[int, str] = field(default_factory=dict)
    style: int = 0
    said: dict[str, str] = field(default_factory=dict)
    codec: str = "cp1252"
    owed: int = 0  # letters to be passed over behind a Unicode letter
    half: str = ""  # the first half of a letter beyond the first plane
    opening: bool = False  # whether a group has just begun
    starred: bool = False  # whether the group may be passed over by whoever does not know its first word
    hidden: int = 0

    def take(self, match: re.Match[str]) -> None:
        """Take up one token."""
        word, figure, code, symbol, brace = match.groups()
        if brace == "{":
            self.open()
        elif brace == "}":
            self.close()
        elif word:
            self.control(word, int(figure) if figure else None, match.start())
        elif code:
            self.letters(bytes([int(code, 16)]).decode(self.encoding, "replace"), match.start(), encoded=True)
        elif symbol == "*":
            self.starred = self.opening
        elif symbol:
            self.letters(SYMBOLS.get(symbol, ""), match.start(), encoded=True)
        elif match[0][0] not in "\r\n":
            self.letters(match[0], match.start())
        self.opening = brace == "{"

    @property
    def encoding(self) -> str:
        """Return the encoding of the font at hand."""
        return self.fonts.get(self.state.font, self.codec)

    def open(self) -> None:
        """Begin a group."""
        if len(self.stack) >= DEEPEST:
            raise ReadError("groups inside groups without end")
        self.stack.append(self.state)

    def close(self) -> None:
        """End a group; the end of a note goes back to the text."""
        if not self.stack:
            return
        before, self.state = self.state, self.stack.pop()
        if before.place == "note" and self.state.place != "note" and self.note is not None:
            self.notes[-1].append(self.note)
            self.note = None
        self.owed = 0

    def control(self, word: str, figure: int | None, start: int) -> None:
        """Take up a control word."""
        starred, self.starred = self.starred, False
        if starred and word != "footnote":
            self.state = replace(self.state, place="apart")
        elif word == "u" and figure is not None:
            self.unicode(figure, start)
        elif word in SIGNS:
            self.letters(SIGNS[word], start, encoded=True)
        elif word in ENDS:
            self.end_paragraph()
        elif word in APART or word in SAID or word == "footnote":
            self.enter(word)
        elif word == "chftn" and self.state.place == "body":
            self.owed = 0  # the mark is set where the note itself begins
        else:
            self.shaped(word, figure)

    def enter(self, word: str) -> None:
        """Begin a destination."""
        place = {"fonttbl": "fonts", "stylesheet": "styles", "footnote": "note"}.get(
            word, word if word in SAID else "apart"
        )
        if place == "note" and self.state.place == "body":
            self.notes.append([])
            key = str(len(self.notes))
            self.slip.mark(key, key)
            self.note = Slip("rtf", 0)
        elif place == "note":
            place = self.state.place
        self.state = replace(self.state, place=place)

    def shaped(self, word: str, figure: int | None) -> None:
        """Take up a word that sets how things look."""
        number = figure or 0
        match word:
            case "f":
                self.state = replace(self.state, font=number)
            case "fcharset" if self.state.place == "fonts":
                self.fonts[self.state.font] = codec_of(CHARSETS.get(number, 1252))
            case "ansicpg" | "mac":
                self.codec = "mac_roman" if word == "mac" else codec_of(number)
            case "uc":
                self.state = replace(self.state, skip=max(0, min(number, 8)))
            case "v" | "deleted":
                self.state = replace(self.state, hidden=figure != 0)
            case "plain":
                self.state = replace(self.state, hidden=False, apart="")
            case "i" | "b" | "ul" | "ulnone":
                rest = set(self.state.apart) - {word[0]}
                on = figure != 0 and word != "ulnone"
                self.state = replace(self.state, apart="".join(sorted(rest | {word[0]} if on else rest)))
            case _:
                self.set_paragraph(word, number)

    def set_paragraph(self, word: str, number: int) -> None:
        """Take up a word that sets how a paragraph stands."""
        match word:
            case "pard":
                self.shape = Shape()
            case "li":
                self.shape = replace(self.shape, indent=number)
            case "outlinelevel":
                self.shape = replace(self.shape, level=number)
            case "s" if self.state.place == "styles":
                self.style = number
            case "s":
                self.shape = replace(self.shape, style=number)

    def unicode(self, figure: int, start: int) -> None:
        """Take up a Unicode letter; those beyond the first plane come in two halves."""
        self.owed = 0
        code = figure % 0x10000
        if 0xD800 <= code < 0xDC00:  # noqa: PLR2004  (the first halves)
            self.half = chr(code)
        else:
            pair = (self.half + chr(code)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            self.half = ""
            self.letters(pair, start, encoded=True)
        self.owed = self.state.skip

    def letters(self, words: str, start: int, *, encoded: bool = False) -> None:
        """Take up letters, less those that only stand in for a Unicode letter."""
        if self.owed and words:
            passed = 1 if encoded else min(self.owed, len(words))
            self.owed -= passed
            words, start = words[passed:], start + passed
        if not words:
            return
        place = self.state.place
        if place in SAID:
            self.said[place] = (self.said.get(place, "") + words)[:300]
        elif place == "styles":
            self.styles[self.style] = (self.styles.get(self.style, "") + words)[:80]
        elif place in {"body", "note"}:
            self.write(words if encoded else decoded(words, self.encoding), start)

    def write(self, words: str, start: int) -> None:
        """Write words into the paragraph or the note at hand."""
        if self.state.hidden:
            self.hidden += len(words.split())
        elif self.state.place == "note" and self.note is not None:
            self.note.add_apart(words, start, self.state.apart)
        else:
            self.slip.add_apart(words, start, self.state.apart)

    def end_paragraph(self) -> None:
        """End a paragraph of the text or of a note."""
        if self.state.place == "note" and self.note is not None:
            self.notes[-1].append(self.note)
            self.note = Slip("rtf", 0)
        elif self.state.place == "body":
            self.galley.set_slip(self.slip, *self.look())
            self.slip = Slip("rtf", 0)

    def look(self) -> tuple[BlockKind, int]:
        """Return what the paragraph at hand is."""
        name = self.styles.get(self.shape.style, "").strip(" ;") if self.shape.style else ""
        match = HEADING.match(name)
        if match or self.shape.level < 9:  # noqa: PLR2004  (the level of plain text)
            return BlockKind.HEADING, int(match[1] or 1) if match else self.shape.level + 1
        if QUOTE.search(name) and not NO_QUOTE.search(name):
            return BlockKind.QUOTE, 1
        return (BlockKind.QUOTE, 1) if self.shape.indent >= INDENTED else (BlockKind.PARAGRAPH, 0)


def decoded(words: str, encoding: str) -> str:
    """Return letters above ASCII, which a sound file does not hold, in the encoding of their font."""
    if words.isascii():
        return words
    made = words.encode("latin-1", "replace").decode(encoding, "replace")
    return made if len(made) == len(words) else words


def codec_of(page: int) -> str:
    """Return the codec of a code page, that of Windows in the west where there is none."""
    name = PAGES.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def read_rtf(data: bytes, name: str) -> Parts:
    """Return the parts of an RTF file; places count its bytes. Raise ReadError where it is none."""
    reader = Reader()
    try:
        for match in tokens(data.decode("latin-1")):
            reader.take(match)
    except ReadError as error:
        raise ReadError(f"{name}: is no sound RTF file ({error}); save it anew") from None
    reader.state = State()
    reader.end_paragraph()
    for number, slips in enumerate(reader.notes, 1):
        reader.galley.set_note(str(number), str(number), slips)
    warnings = (f"{reader.hidden} hidden words are left out",) if reader.hidden else ()
    said = {key: words.strip() or None for key, words in reader.said.items()}
    return replace(reader.galley.parts(warnings), imprint=Imprint(title=said.get("title"), author=said.get("author")))


def tokens(text: str) -> Iterator[re.Match[str]]:
    """Yield the tokens of a file; a lone backslash at the end is passed over."""
    return TOKEN.finditer(text)
