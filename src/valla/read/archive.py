"""ZIP archives (Word, ODT and EPUB files are such) read with a guard, from bytes and without writing anything.

A reader of its own because the guard is the product: sizes are counted while inflating, never believed; members that
share bytes, as the bombs do that quote one another, are refused; names of members are keys and never paths. After the
.ZIP file format specification (APPNOTE 6.3.x), as far as office files use it.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from valla.errors import ReadError

MIB = 1 << 20
MOST_MEMBERS = 10_000
MEMBER_LIMIT = 128 * MIB
"""Largest member after inflating, in bytes."""

SUM_LIMIT = 256 * MIB
"""Bytes inflated from one archive in all."""

RATIO = 100
"""Most bytes that one byte may inflate to in a member above RATIO_FROM; prose hardly reaches ten."""

RATIO_FROM = 4 * MIB
END, ENTRY, LOCAL = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
FULL = 0xFFFFFFFF  # says that the figure stands in the extra field
STORED, DEFLATED = 0, 8
ENCRYPTED = 1
STEP = 1 << 16


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Member:
    """One file of an archive: where its header stands, how it is packed and how large it says it is."""

    at: int
    name: str
    method: int
    packed: int
    size: int


@dataclass(slots=True)
class Archive:
    """An archive that was found sound; it keeps count of what it has inflated."""

    data: bytes
    name: str
    members: dict[str, Member]
    inflated: int = field(default=0)

    def __contains__(self, member: str) -> bool:
        """Tell whether there is a member of that name."""
        return member in self.members

    def read(self, member: str) -> bytes:
        """Return a member's bytes; raise ReadError where it is absent, damaged or too large."""
        if member not in self.members:
            raise ReadError(f"{self.name}: lacks its part {member!r}; save the file anew")
        row = self.members[member]
        data = b"".join(self._pieces(row))
        self.inflated += len(data)
        return data

    def _pieces(self, row: Member) -> Iterator[bytes]:
        """Yield a member's bytes, counting them against every limit."""
        start = self._content(row)
        packed = self.data[start : start + row.packed]
        done = 0
        for piece in [packed] if row.method == STORED else inflate(packed, self.name, row.name):
            done += len(piece)
            if done > MEMBER_LIMIT or self.inflated + done > SUM_LIMIT:
                raise ReadError(f"{self.name}: its part {row.name!r} is larger than is read; split the document")
            if done > RATIO_FROM and done > RATIO * row.packed:
                raise ReadError(f"{self.name}: its part {row.name!r} swells beyond all measure; it is not read")
            yield piece

    def _content(self, row: Member) -> int:
        """Return where a member's bytes begin, behind its own header."""
        head = self.data[row.at : row.at + 30]
        if len(head) < 30 or not head.startswith(LOCAL):  # noqa: PLR2004  (the length of a local header)
            raise damaged(self.name)
        names, extra = struct.unpack("<HH", head[26:30])
        start = int(row.at + 30 + names + extra)
        if start + row.packed > len(self.data):
            raise damaged(self.name)
        return start


def open_archive(data: bytes, name: str) -> Archive:
    """Return an archive whose directory is sound; raise ReadError for one that is cut off, locked or made to harm."""
    members = list(entries(data, name))
    ordered = sorted(members)
    for before, after in pairwise(ordered):
        if before.at + 30 + before.packed > after.at:
            raise ReadError(f"{name}: its parts lie over each other, as in a ZIP bomb; it is not read")
    return Archive(data=data, name=name, members={row.name: row for row in reversed(members)})


def entries(data: bytes, name: str) -> Iterator[Member]:
    """Yield the members that the directory of an archive names."""
    end = data.rfind(END, max(0, len(data) - 65_557))
    if end < 0 or end + 22 > len(data):
        raise ReadError(f"{name}: is cut off (its directory is missing); get the whole file")
    count, size, at = struct.unpack("<HII", data[end + 10 : end + 20])
    if count > MOST_MEMBERS or size > len(data) or at > len(data):
        raise ReadError(f"{name}: names more parts than any document has; it is not read")
    shift = max(0, end - size - at)  # bytes set before the archive
    at += shift
    for _ in range(count):
        row, at = entry(data, at, name, shift)
        yield row


def entry(data: bytes, at: int, name: str, shift: int) -> tuple[Member, int]:
    """Return one member of the directory and where the next one stands."""
    head = data[at : at + 46]
    if len(head) < 46 or not head.startswith(ENTRY):  # noqa: PLR2004  (the length of an entry)
        raise damaged(name)
    flags, method = struct.unpack("<HH", head[8:12])
    packed, size, names, extras, said = struct.unpack("<IIHHH", head[20:34])
    place = struct.unpack("<I", head[42:46])[0]
    words = data[at + 46 : at + 46 + names].decode("utf-8", "replace")
    if FULL in (packed, size, place):
        extra = data[at + 46 + names : at + 46 + names + extras]
        size, packed, place = enlarged(extra, [size, packed, place], name)
    if flags & ENCRYPTED:
        raise ReadError(f"{name}: is locked with a password; save a copy without one")
    if method not in {STORED, DEFLATED}:
        raise ReadError(f"{name}: is packed in a way that office programs do not use; save the file anew")
    row = Member(at=place + shift, name=words, method=method, packed=packed, size=size)
    return row, at + 46 + names + extras + said


def enlarged(extra: bytes, figures: list[int], name: str) -> list[int]:
    """Return size, packed size and place with those filled in that stand in the field for large archives."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack("<HH", extra[at : at + 4])
        if kind == 1:
            wide = extra[at + 4 : at + 4 + length]
            needed = [n for n, figure in enumerate(figures) if figure == FULL]
            if len(wide) < 8 * len(needed):
                break
            for row, n in enumerate(needed):
                figures[n] = int(struct.unpack("<Q", wide[8 * row : 8 * row + 8])[0])
            return figures
        at += 4 + length
    raise damaged(name)


def inflate(packed: bytes, name: str, member: str) -> Iterator[bytes]:
    """Yield what packed bytes inflate to, a little at a time."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    rest = packed
    try:
        while rest and not unpacker.eof:
            yield unpacker.decompress(rest, STEP)
            rest = unpacker.unconsumed_tail
    except zlib.error:
        raise ReadError(f"{name}: its part {member!r} is damaged; get the file anew") from None
    if not unpacker.eof:
        raise ReadError(f"{name}: its part {member!r} is cut off; get the whole file")


def damaged(name: str) -> ReadError:
    """Return the error for an archive whose headers contradict each other."""
    return ReadError(f"{name}: is damaged (its ZIP headers contradict each other); get the file anew")
