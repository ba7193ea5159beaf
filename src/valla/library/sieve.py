"""The reading of a text for seeds that are sought: most words are passed over before their seed is worked out.

Block by block the letters are laid end to end, each word's first one marked, and the first eight letters of every word
are looked up in a table. Only where that says "perhaps" the twelve letters are packed. All of it is done on whole
arrays; what a block holds that is rare (scripts without spaces, broken bytes, a sign that folds to more letters than it
has bytes) goes the long way of `valla.library.letters`. The answers are those of `seeds_in`, sifted.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from valla.library.letters import (
    BITS,
    LATIN,
    NUMBERS,
    REACH,
    SEED,
    SHORT_SEED,
    UNKNOWN,
    Bytes,
    Codes,
    Seeds,
    Whole,
    alphabet,
    is_wide,
    letter,
)

BLOCK = 1 << 17
"""Bytes taken at a time: so many that their arrays stay near the processor."""

SPARE = 512
"""Bytes behind a block in which the seeds that begin in it are nearly always complete; then eight times as many."""

FACTORS = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93))
"""Odd multipliers for two tables (Fibonacci hashing, Knuth, The Art of Computer Programming 3, 6.4)."""

CUT = np.uint64(BITS * (SEED - SHORT_SEED))
FIRST = np.uint8(128)
"""The mark of a letter that begins a word."""

CASE, LOWEST, ALPHABET = np.uint8(32), np.uint8(ord("a")), np.uint8(26)
OTHERS = "".join(map(chr, range(1, NUMBERS - len(LATIN) + 1)))
"""Signs for the numbers that no Latin letter has."""

Chosen = npt.NDArray[np.bool_]


class Mesh:
    """Two tables that tell of most words, by their first eight letters, that no seed sought begins with them."""

    def __init__(self, long: Seeds, short: Seeds) -> None:
        """Mark the seeds sought: `long` of twelve letters, `short` of eight."""
        heads = np.concatenate([long >> CUT, short])
        bits = min(22, max(16, len(heads).bit_length() + 4))
        self._shift = np.uint64(64 - bits)
        signs = np.zeros((len(heads), SHORT_SEED), np.uint8)
        for nth in range(SHORT_SEED):
            number = (heads >> np.uint64(BITS * (SHORT_SEED - 1 - nth))) & np.uint64(NUMBERS)
            signs[:, nth] = _signs()[number.astype(np.int64)]
        self._tables: list[tuple[np.uint64, Chosen]] = []
        for factor in FACTORS:
            table = np.zeros(1 << bits, bool)
            table[self._spots(signs.view(np.uint64).ravel(), factor)] = True
            self._tables.append((factor, table))

    def _spots(self, heads: Seeds, factor: np.uint64) -> Whole:
        spots: Whole = ((heads * factor) >> self._shift).view(np.int64)
        return spots

    def passed(self, heads: Seeds) -> Whole:
        """Return which words may begin with a seed sought, by the signs of their first eight letters."""
        rows: Whole = np.arange(0)
        for nth, (factor, table) in enumerate(self._tables):
            met = np.flatnonzero(table.take(self._spots(heads if nth == 0 else heads[rows], factor)))
            rows = rows[met] if nth else met
        return rows


@cache
def _signs() -> Codes:
    """Return number of a letter -> its sign: a small Latin letter where it is one; 0 for none."""
    return np.frombuffer(("\0" + LATIN + OTHERS).encode("ascii"), np.uint8)


@cache
def _numbers() -> Codes:
    """Return sign -> number of its letter."""
    table = np.zeros(256, np.uint8)
    table[_signs()] = np.arange(NUMBERS + 1)
    return table


@dataclass(frozen=True, slots=True)
class Laid:
    """The letters of a block end to end as signs; which of them begin words, and where letters stand in the block."""

    signs: Codes
    first: Whole
    lettered: Chosen  # of each byte whether a letter stands there, unless `at` tells it
    at: Whole | None = None

    def before(self, byte: int) -> int:
        """Return how many letters stand before a byte of the block."""
        if self.at is not None:
            return int(np.searchsorted(self.at, byte))
        return len(self.signs) - int(np.count_nonzero(self.lettered[byte:]))

    def places(self, rows: Whole) -> Whole:
        """Return the bytes of the block at which some letters stand."""
        at: Whole = np.flatnonzero(self.lettered) if self.at is None else self.at
        return at[rows]


def sift(data: Bytes, start: int, end: int, mesh: Mesh) -> tuple[Seeds, Whole]:
    """Return the seeds of those words of a stretch that pass a mesh, and the byte at which each word begins."""
    seeds, at = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)]
    limit = min(len(data), end + REACH)
    while start < end:
        stop = _behind_space(data, start + BLOCK, end)
        found, places = _sift_block(data, start, stop, limit, mesh)
        seeds.append(found)
        at.append(places)
        start = stop
    return np.concatenate(seeds), np.concatenate(at)


def _behind_space(data: Bytes, at: int, end: int) -> int:
    """Return the first place from `at` on behind a space or a line end, at most the end."""
    while at < end:
        near = data[at : at + REACH].tobytes()
        places = [place for place in (near.find(b" "), near.find(b"\n")) if place >= 0]
        if places:
            return min(end, at + min(places) + 1)
        at += len(near)
    return end


def _sift_block(data: Bytes, start: int, stop: int, limit: int, mesh: Mesh) -> tuple[Seeds, Whole]:
    """Sift one block, with so much behind it that its last seeds are complete."""
    spare = SPARE
    while True:
        behind = min(limit, stop + spare)
        laid = lay(data[start:behind])
        first = laid.first[: np.searchsorted(laid.first, laid.before(stop - start))]
        if not len(first) or behind == limit or len(laid.signs) - int(first[-1]) >= SEED:
            return _sifted(laid, first, start, mesh)
        spare *= 8


def _sifted(laid: Laid, first: Whole, start: int, mesh: Mesh) -> tuple[Seeds, Whole]:
    """Return the seeds that begin at some letters and pass the mesh."""
    signs = np.concatenate([laid.signs, np.zeros(SEED + SHORT_SEED, np.uint8)])
    heads = np.ndarray((len(signs) - SHORT_SEED + 1,), np.uint64, signs, strides=(1,))
    first = first[mesh.passed(heads[first])]
    numbers = _numbers()[signs[first[:, None] + np.arange(SEED)]].astype(np.uint64)
    shifts = np.arange(SEED - 1, -1, -1, dtype=np.uint64) * np.uint64(BITS)
    return np.bitwise_or.reduce(numbers << shifts, axis=1), laid.places(first) + start


def lay(block: Bytes) -> Laid:
    """Lay the letters of a block end to end."""
    signs = block | CASE
    lettered = (signs - LOWEST) < ALPHABET
    signs -= (signs == ord("v")).view(np.uint8) + (signs == ord("j")).view(np.uint8)
    signs -= (signs == ord("y")).view(np.uint8) << np.uint8(4)  # sixteen letters further on
    inside = lettered
    if len(block) and block.max() >= 128:  # noqa: PLR2004  (above ASCII)
        within = _lay_wide(block, signs, lettered)
        if within is None:
            return _the_long_way(block)
        inside = within
    signs[:1] |= FIRST
    signs[1:] |= (inside[1:] > inside[:-1]).view(np.uint8) << np.uint8(7)
    signs = np.compress(lettered, signs)
    first = np.flatnonzero(signs >= FIRST)
    signs &= ~FIRST
    return Laid(signs, first, lettered)


def _the_long_way(block: Bytes) -> Laid:
    """Lay the letters of any block, however rare what it holds."""
    row = letter(block.tobytes())
    return Laid(_signs()[row.numbers], np.flatnonzero(row.begins), np.zeros(0, bool), row.at)


def _lay_wide(block: Bytes, signs: Codes, lettered: Chosen) -> Chosen | None:
    """Put in the letters above ASCII, at the first bytes of their signs; return which bytes are no gap between words.

    None where that cannot be done.
    """
    try:
        block.tobytes().decode("utf-8")
    except UnicodeDecodeError:
        return None
    leads = np.flatnonzero(block >= 0xC0)  # noqa: PLR2004  (the first byte of a sign)
    points, width = _points(block, leads)
    known = alphabet()
    while (unknown := np.flatnonzero(known.count[points] == UNKNOWN)).size:
        known.learn(int(points[unknown[0]]))
    count = known.count[points]
    if is_wide(points).any() or (count > width).any():
        return None
    for nth in range(int(count.max(initial=0))):
        rows = np.flatnonzero(count > nth)
        signs[leads[rows] + nth] = _signs()[known.pool[known.first[points[rows]] + nth]]
        lettered[leads[rows] + nth] = True
    inside = lettered.copy()
    for nth in range(1, 4):
        inside[leads[(count > 0) & (width > nth)] + nth] = True
    return inside


def _points(block: Bytes, leads: Whole) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.int64]]:
    """Return the code points of sound UTF-8 that begin at some bytes, and their widths."""
    head = block[leads].astype(np.uint32)
    width = 2 + (head >= 0xE0).astype(np.int64) + (head >= 0xF0)  # noqa: PLR2004
    points = head & (np.uint32(0x7F) >> width.astype(np.uint32))
    padded = np.concatenate([block, np.zeros(4, np.uint8)])
    for nth in range(1, 4):
        more = (points << np.uint32(6)) | (padded[leads + nth] & np.uint32(0x3F))
        points = np.where(width > nth, more, points)
    return points, width
