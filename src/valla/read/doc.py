"""Old Word files (DOC, 97 to 2003): the words of the main text by the piece table, notes where they can be bound.

After the published formats [MS-CFB] and [MS-DOC], as far as the text goes: styles, tables and pictures are not looked at.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from valla.errors import ReadError
from valla.model.documents import BlockKind
from valla.read.galley import Galley, Slip
from valla.read.parts import Parts

HEADER, ENTRY = 512, 128
END = 0xFFFFFFFA  # sector numbers from here on are none
CUTOFF = 4096  # smaller streams stand in the stream of small ones
ENCRYPTED, OTHER_TABLE = 0x0100, 0x0200
PIECES_AT = 0x01A2
NOTE_MARK = "\x02"
FIELD = re.compile(r"\x13[^\x13\x14\x15]{0,5000}\x14|\x13[^\x13\x14\x15]{0,5000}\x15|[\x13\x14\x15]")
SILENT = re.compile(r"[\x00\x01\x03-\x06\x08\x0e-\x1d\x1f]")
LETTERS = str.maketrans({"\x07": "\t", "\x0b": "\n", "\x0c": "\r", "\x1e": "\u2011", "\xa0": "\u00a0"})


@dataclass(frozen=True, slots=True)
class Compound:
    """A compound file: its bytes, the size of its sectors, and which sector follows which."""

    data: bytes
    size: int
    follows: tuple[int, ...]

    def sector(self, number: int) -> bytes:
        """Return one sector."""
        start = HEADER + number * self.size if self.size == HEADER else (number + 1) * self.size
        return self.data[start : start + self.size]

    def chain(self, first: int) -> bytes:
        """Return the sectors from a first one on; a ring ends where it closes."""
        seen: set[int] = set()
        made = []
        while first < END and first < len(self.follows) and first not in seen:
            seen.add(first)
            made.append(self.sector(first))
            first = self.follows[first]
        return b"".join(made)


def read_doc(data: bytes, name: str) -> Parts:
    """Return the parts of an old Word file; raise ReadError where it is none."""
    try:
        streams = read_streams(data)
        main = streams["WordDocument"]
        if struct.unpack_from("<H", main, 10)[0] & ENCRYPTED:
            raise ReadError(f"{name}: is locked with a password; save a copy without one")
        table = streams["1Table" if struct.unpack_from("<H", main, 10)[0] & OTHER_TABLE else "0Table"]
        words, notes = texts_of(main, table)
    except (struct.error, KeyError, IndexError, OverflowError):
        raise ReadError(f"{name}: is no old Word file that can be read; save it as DOCX or as text") from None
    return set_text(words, notes)


def read_streams(data: bytes) -> dict[str, bytes]:
    """Return the streams of a compound file by their names."""
    shift, small_shift = struct.unpack_from("<HH", data, 30)
    if shift not in {9, 12} or small_shift > 9:  # noqa: PLR2004  (the two sizes of sectors that there are)
        raise IndexError
    size = 1 << shift
    directory, small_table, table_more = (struct.unpack_from("<I", data, at)[0] for at in (48, 60, 68))
    tables = list(struct.unpack_from("<109I", data, 76))
    compound = Compound(data, size, ())
    seen: set[int] = set()
    while table_more < END and table_more not in seen and len(seen) * size < len(data):
        seen.add(table_more)
        row = struct.unpack(f"<{size // 4}I", compound.sector(table_more))
        tables += row[:-1]
        table_more = row[-1]
    most = len(data) // size + 1
    follows: list[int] = []
    for number in (row for row in tables[:most] if row < most):
        follows += struct.unpack(f"<{size // 4}I", compound.sector(number).ljust(size, b"\xff"))
    compound = Compound(data, size, tuple(follows))
    rows = list(entries(compound.chain(directory)))
    small = next((compound.chain(first) for kind, _, first, _ in rows if kind == 5), b"")  # noqa: PLR2004  (the root)
    following = compound.chain(small_table)
    small_follows = struct.unpack(f"<{len(following) // 4}I", following[: len(following) // 4 * 4])
    inner = Compound(b"\0" * HEADER + small, HEADER, small_follows)
    return {
        name: compound.chain(first)[:length]
        if length >= CUTOFF
        else small_stream(inner, first, 1 << small_shift)[:length]
        for kind, name, first, length in rows
        if kind == 2  # noqa: PLR2004  (a stream)
    }


def small_stream(inner: Compound, first: int, size: int) -> bytes:
    """Return a stream that stands in the stream of small ones."""
    seen: set[int] = set()
    made = []
    while first < END and first < len(inner.follows) and first not in seen:
        seen.add(first)
        made.append(inner.data[HEADER + first * size : HEADER + (first + 1) * size])
        first = inner.follows[first]
    return b"".join(made)


def entries(directory: bytes) -> Iterator[tuple[int, str, int, int]]:
    """Yield the entries of the directory: kind, name, first sector, length."""
    for at in range(0, len(directory) - ENTRY + 1, ENTRY):
        length = struct.unpack_from("<H", directory, at + 64)[0]
        name = directory[at : at + max(0, min(64, length) - 2)].decode("utf-16-le", "replace")
        first, size = struct.unpack_from("<II", directory, at + 116)
        yield directory[at + 66], name, first, size


def texts_of(main: bytes, table: bytes) -> tuple[str, str]:
    """Return the main text and the text of the footnotes, as the piece table puts them together."""
    start, length = struct.unpack_from("<II", main, PIECES_AT)
    count, notes = struct.unpack_from("<II", main, 0x4C)
    clx = table[start : start + length]
    at = 0
    while clx[at] == 1:  # runs of formatting
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    size = struct.unpack_from("<I", clx, at + 1)[0]
    plan = clx[at + 5 : at + 5 + size]
    pieces = (len(plan) - 4) // 12
    ends = struct.unpack_from(f"<{pieces + 1}I", plan)
    text = "".join(
        piece(main, struct.unpack_from("<I", plan, 4 * (pieces + 1) + 8 * n + 2)[0], ends[n + 1] - ends[n])
        for n in range(pieces)
        if ends[n] < ends[n + 1] <= len(main)
    )
    return text[:count], text[count : count + notes]


def piece(main: bytes, place: int, letters: int) -> str:
    """Return one piece of the text: one byte a letter where its place says so, else two."""
    if place & 0x40000000:
        start = (place & 0x3FFFFFFF) // 2
        return main[start : start + letters].decode("cp1252", "replace")
    return main[place : place + 2 * letters].decode("utf-16-le", "replace")


def set_text(words: str, notes: str) -> Parts:
    """Return the parts of a text and its footnotes; these are bound where each has its mark."""
    bodies = notes.split(NOTE_MARK)[1:]
    bound = len(bodies) == words.count(NOTE_MARK)
    galley = Galley()
    marks = 0
    place = 0
    for number, raw in enumerate(cleaned(words).split("\r")):
        slip = Slip("WordDocument", number)
        for n, piece_words in enumerate(raw.split(NOTE_MARK)):
            if n and bound:
                marks += 1
                slip.mark(str(marks), str(marks))
            slip.add(piece_words, place)
            place += len(piece_words)
        place = 0
        galley.set_slip(slip, BlockKind.PARAGRAPH)
    for number, body in enumerate(bodies if bound else [], 1):
        slips = []
        for row in cleaned(body).split("\r"):
            slips.append(Slip("WordDocument notes", number))
            slips[-1].add(row.replace(NOTE_MARK, ""), 0)
        galley.set_note(str(number), str(number), slips)
    said = "the old Word format is read for its words alone: headings, block quotations"
    return galley.parts((f"{said} {'and endnotes' if bound else 'and notes'} are not seen",))


def cleaned(words: str) -> str:
    """Return a text without the instructions of its fields and without signs that stand for no letter."""
    return SILENT.sub("", FIELD.sub("", words)).translate(LETTERS)
