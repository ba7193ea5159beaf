"""A segment of the index: where the seeds of some texts stand, in one block of bytes that is mapped, never loaded.

The eight letters that begin a seed are mixed into a number of forty bits; its first bits name a bucket. In a bucket the
entries are sorted by their mark, then by place. The mark is six more bits of the eight letters and ten of the last four,
so that long seeds and short ones are both a run of marks. Each entry takes its place (four bytes, counted through all
texts of the segment) and its mark (two). What is found is checked on the text, so the bits left out cost a look and never
an answer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from valla.library.letters import BITS, REACH, SEED, Bytes, Seeds, Whole, alphabet, ascii_numbers, seeds_in
from valla.library.swift import CUT_SHORT, is_swift, wide_edges

FILL = 256
"""Bytes of text to a bucket: some forty entries."""

LEAST = 1 << 12
"""Entries for which there is room beyond one for every second byte; no text has as many words as that."""

EIGHT, FOUR = np.uint64((1 << 40) - 1), np.uint64((1 << 20) - 1)
MIX_EIGHT, MIX_FOUR = np.uint64(0x9E3779B97F), np.uint64(0x9E377)
"""Odd multipliers near the golden ratio (Knuth, The Art of Computer Programming 3, 6.4): each mixes without collision."""

HEAD_BITS, TAIL_BITS = 6, 10
"""Bits of a mark that are of the first eight letters, and of the last four."""

MARK_BITS = HEAD_BITS + TAIL_BITS

LARGE = 256
"""Entries of a bucket from which their marks are searched, not looked through."""

WINDOW = 48
"""Bytes of a text in which the letters of a seed are sought when it is checked."""

WIDER = 512
"""The same where they are not found there, before a seed is read like any other."""

Marks16 = npt.NDArray[np.uint16]
Places32 = npt.NDArray[np.uint32]


class Text(NamedTuple):
    """A text to be indexed: its bytes, and where it is cut."""

    data: Bytes
    cuts: Sequence[int]


@dataclass(frozen=True, slots=True)
class Segment:
    """The arrays of a segment: where each bucket begins, the entries, where each text begins in the count of places."""

    edges: Places32
    marks: Marks16
    places: Places32
    bases: Whole


@dataclass(frozen=True, slots=True)
class Hits:
    """Entries that answer to keys sought: the number of the key, and the place."""

    key: Whole
    place: Whole


def build_segment(texts: Iterable[Text], size: int, *, swift: bool) -> Segment:
    """Return the segment of some texts, which have `size` bytes in all."""
    width = size.bit_length()
    bits = min(max(4, (size // FILL).bit_length()), 64 - MARK_BITS - width)
    entries, used, base = np.empty(size // 2 + LEAST, np.uint64), 0, 0  # memory that is not written to is not taken
    bases = []
    write = _enter_swiftly if swift and is_swift() else _enter
    for text in texts:
        bases.append(base)
        for start, end in pairwise(text.cuts):
            used = write(text.data, (start, end), (base, bits, width), entries, used)
        base += len(text.data)
    entries = entries[:used]
    entries.sort()
    edges = np.searchsorted(entries, np.arange(1 << bits, dtype=np.uint64) << np.uint64(MARK_BITS + width))
    return Segment(
        edges=np.append(edges, used).astype(np.uint32),
        marks=(entries >> np.uint64(width)).astype(np.uint16),
        places=(entries & np.uint64((1 << width) - 1)).astype(np.uint32),
        bases=np.array(bases, np.int64),
    )


Shape = tuple[int, int, int]
"""Where a text begins in the count of places, the bits of a bucket, the bits of a place."""


def _enter(data: Bytes, stretch: tuple[int, int], shape: Shape, entries: Seeds, used: int) -> int:
    """Write the entries of a stretch behind those that are used; return how many are used now."""
    base, bits, width = shape
    seeds, at = seeds_in(data, *stretch)
    bucket, mark = bucket_and_mark(seeds, bits)
    place = (at + base).astype(np.uint64)
    kind = (bucket.astype(np.uint64) << np.uint64(MARK_BITS)) | mark
    entries[used : used + len(seeds)] = (kind << np.uint64(width)) | place
    return used + len(seeds)


def _enter_swiftly(data: Bytes, stretch: tuple[int, int], shape: Shape, entries: Seeds, used: int) -> int:
    """Do the same by compiled code, with a larger alphabet where it asks for that."""
    from valla.library.sorter import enter  # noqa: PLC0415  (numba takes half a second to import)

    known, stop = alphabet(), min(len(data), stretch[1] + REACH)
    while True:
        now, unknown = enter(
            data,
            *stretch,
            stop,
            ascii_numbers(),
            known.count,
            known.first,
            known.pool,
            wide_edges(),
            *shape,
            entries,
            used,
        )
        if unknown < 0:
            return int(now)
        known.learn(unknown)


def bucket_and_mark(seeds: Seeds, bits: int) -> tuple[Whole, Marks16]:
    """Return the bucket and the mark of each seed."""
    head = ((seeds >> CUT_SHORT) * MIX_EIGHT) & EIGHT
    tail = ((seeds & FOUR) * MIX_FOUR) & FOUR
    bucket = (head >> np.uint64(40 - bits)).astype(np.int64)
    more = (head >> np.uint64(40 - bits - HEAD_BITS)) & np.uint64((1 << HEAD_BITS) - 1)
    mark = (more << np.uint64(TAIL_BITS)) | (tail >> np.uint64(20 - TAIL_BITS))
    return bucket, mark.astype(np.uint16)


@dataclass(frozen=True, slots=True)
class Sought:
    """Keys as segments with buckets of so many bits are asked for them: the bucket, the least mark, the one behind the last."""

    bucket: Whole
    low: Whole
    high: Whole


def sought_in(bits: int, long: Seeds, short: Seeds) -> Sought:
    """Return keys as they are sought, long ones numbered before short ones."""
    bucket, mark = bucket_and_mark(np.concatenate([long, short << CUT_SHORT]), bits)
    low = mark.astype(np.int64)
    low[len(long) :] &= -1 << TAIL_BITS
    return Sought(bucket, low, low + np.where(np.arange(len(low)) < len(long), 1, 1 << TAIL_BITS))


def look_up(segments: Iterable[Segment], long: Seeds, short: Seeds) -> list[Hits]:
    """Return the entries of each segment that may be seeds sought, long ones numbered before short ones.

    Some of them are accidents.
    """
    known: dict[int, Sought] = {}
    found = []
    for segment in segments:
        bits = (len(segment.edges) - 1).bit_length() - 1
        if bits not in known:
            known[bits] = sought_in(bits, long, short)
        found.append(_look_up(segment, known[bits]))
    return found


def _look_up(segment: Segment, sought: Sought) -> Hits:
    """Return the entries of one segment that may be seeds sought."""
    first, last = segment.edges[sought.bucket].astype(np.int64), segment.edges[sought.bucket + 1].astype(np.int64)
    for at in np.flatnonzero(last - first > LARGE).tolist():
        marks = segment.marks[first[at] : last[at]]
        last[at] = first[at] + marks.searchsorted(np.uint16(sought.high[at] - 1), "right")
        first[at] += marks.searchsorted(np.uint16(sought.low[at]))
    key, rows = ranges(first, last)
    marks = segment.marks[rows]
    same = np.flatnonzero((marks >= sought.low[key]) & (marks < sought.high[key]))
    return Hits(key[same], segment.places[rows[same]].astype(np.int64))


def ranges(first: Whole, last: Whole) -> tuple[Whole, Whole]:
    """Return all numbers of some ranges, one range behind the other, each number behind that of its range."""
    sizes = last - first
    ends = np.cumsum(sizes)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    return owner, np.arange(len(owner)) + (first - (ends - sizes))[owner]


def windows_at(data: Bytes, at: Whole) -> npt.NDArray[np.uint8]:
    """Return the bytes behind each of some bytes of a text, a row each; behind the end of the text stand zeros."""
    row = at[:, None] + np.arange(WINDOW)
    windows: npt.NDArray[np.uint8] = data[np.minimum(row, len(data) - 1)]
    windows[row >= len(data)] = 0
    return windows


def seeds_in_windows(windows: npt.NDArray[np.uint8]) -> tuple[Seeds, npt.NDArray[np.bool_]]:
    """Return the seed that begins in each row, and whether it could be told: its letters are there, and ASCII."""
    numbers = ascii_numbers()[windows]
    kept = numbers != 0
    nth = np.cumsum(kept, axis=1, dtype=np.uint8)
    kept &= nth <= SEED
    told = (nth[:, -1] >= SEED) & ~((windows >= 128) & (nth < SEED)).any(axis=1)  # noqa: PLR2004  (above ASCII)
    letters = numbers[told][kept[told]].reshape(-1, SEED).astype(np.uint64)
    places = np.arange(SEED - 1, -1, -1, dtype=np.uint64) * np.uint64(BITS)
    seeds = np.zeros(len(windows), np.uint64)
    seeds[told] = (letters << places).sum(axis=1, dtype=np.uint64)
    return seeds, told


def seed_at(data: Bytes, at: int) -> int:
    """Return the seed that begins at a byte of a text, which is the beginning of a word."""
    for near in (data[at : at + WIDER], data[at:]):
        seeds, _ = seeds_in(near, 0, 1)
        if len(seeds) and seeds[0] & np.uint64((1 << BITS) - 1):  # its last letter is there
            return int(seeds[0])
    return int(seeds[0]) if len(seeds) else 0
