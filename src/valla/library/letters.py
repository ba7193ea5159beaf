"""Letters of a text in UTF-8 as small numbers, and the seeds that twelve of them make.

A letter is folded as in `valla.text.fold` and numbered 1 to 31: the Latin letters apart, all others by their code
point. A seed packs the twelve letters that begin at a word, five bits each; two seeds of Latin letters are equal only
where the letters are. What is no letter is passed over, so spaces, hyphens, digits and marks inside a seed make no
difference; a letter behind such a sign begins a word. Ideographs, written without spaces, each begin one.

All offsets are bytes, counted from the start of the text: the map back needs no table.
"""

from dataclasses import dataclass, field
from functools import cache

import numpy as np
import numpy.typing as npt

from valla.text.fold import letters_of

SEED = 12
SHORT_SEED = 8

BITS = 5
LATIN = "abcdefghiklmnopqrstuwxz"
NUMBERS = 31

REACH = 4096
"""Bytes behind a stretch that may be read to complete the seeds that begin in it."""

WIDE = (
    range(0x0E00, 0x1100),
    range(0x1780, 0x1800),
    range(0x2E80, 0xD7B0),
    range(0xF900, 0xFB00),
    range(0x20000, 0x32000),
)
"""Scripts written without spaces between words."""

POINTS = 0x110000
PAGE = 256
"""Code points whose letters are worked out together when the first of them is met."""

UNKNOWN = -1

Bytes = npt.NDArray[np.uint8]
Whole = npt.NDArray[np.int64]
Seeds = npt.NDArray[np.uint64]
Codes = npt.NDArray[np.uint8]


@dataclass(slots=True)
class Alphabet:
    """Code point -> its letters' numbers, worked out page by page when first met.

    `count[p]` numbers stand in `pool` from `first[p]` on; `count` is UNKNOWN where nobody has asked yet.
    """

    count: npt.NDArray[np.int8] = field(default_factory=lambda: np.full(POINTS, UNKNOWN, np.int8))
    first: npt.NDArray[np.int32] = field(default_factory=lambda: np.zeros(POINTS, np.int32))
    pool: Codes = field(default_factory=lambda: np.zeros(1 << 12, np.uint8))
    used: int = 0

    def learn(self, point: int) -> None:
        """Work out the page of a code point; a page of ideographs brings all of them."""
        wide = next((row for row in WIDE if point in row), None)
        page = wide if wide is not None else range(point - point % PAGE, min(POINTS, point - point % PAGE + PAGE))
        for member in page:
            if self.count[member] == UNKNOWN:
                self._add(member)

    def _add(self, point: int) -> None:
        """Work out one code point; the lone halves of pairs are no letters."""
        numbers = numbers_of(letters_of(chr(point)))
        if self.used + len(numbers) > len(self.pool):
            self.pool = np.concatenate([self.pool, np.zeros_like(self.pool)])
        self.first[point], self.count[point] = self.used, len(numbers)
        self.pool[self.used : self.used + len(numbers)] = numbers
        self.used += len(numbers)


@cache
def alphabet() -> Alphabet:
    """Return the one alphabet of this process."""
    made = Alphabet()
    made.learn(0)
    return made


@cache
def ascii_numbers() -> Codes:
    """Return byte -> number of its letter; 0 for what is no letter, and for every byte above ASCII."""
    table = np.zeros(256, np.uint8)
    for byte in range(128):
        numbers = numbers_of(letters_of(chr(byte)))
        table[byte] = numbers[0] if numbers else 0
    return table


def numbers_of(letters: str) -> list[int]:
    """Return the numbers of folded letters."""
    return [LATIN.find(letter) + 1 or ord(letter) % NUMBERS + 1 for letter in letters]


@dataclass(frozen=True, slots=True)
class Lettered:
    """The letters of a stretch: their numbers, the byte at which each stands, and whether it begins a word."""

    numbers: Codes
    at: Whole
    begins: npt.NDArray[np.bool_]


def letter(data: bytes, start: int = 0) -> Lettered:
    """Return the letters of some bytes of UTF-8; offsets are moved on by `start`."""
    return _plain_letters(data, start) if data.isascii() else _wide_letters(data, start)


def _plain_letters(data: bytes, start: int) -> Lettered:
    """Return the letters of ASCII."""
    numbers = ascii_numbers()[np.frombuffer(data, np.uint8)]
    at = np.flatnonzero(numbers)
    return Lettered(numbers[at], at + start, _gaps(at))


def _gaps(at: Whole) -> npt.NDArray[np.bool_]:
    """Tell of each letter whether something else stands before it."""
    begins = np.ones(len(at), bool)
    begins[1:] = at[1:] - at[:-1] > 1
    return begins


def _wide_letters(data: bytes, start: int) -> Lettered:
    """Return the letters of any UTF-8; a sequence that is broken holds no letters."""
    points = np.frombuffer(data.decode("utf-8", "surrogateescape").encode("utf-32-le", "surrogatepass"), np.uint32)
    known = alphabet()
    while (unknown := np.flatnonzero(known.count[points] == UNKNOWN)).size:
        known.learn(int(points[unknown[0]]))
    count = known.count[points].astype(np.int64)
    lettered = np.flatnonzero(count)
    count = count[lettered]
    first = np.cumsum(count) - count
    nth = np.arange(int(count.sum())) - np.repeat(first, count)
    numbers = known.pool[np.repeat(known.first[points[lettered]], count) + nth]
    width = 1 + (points >= 0x80).astype(np.int64) + (points >= 0x800) + (points >= 0x10000)
    width[(points >= 0xDC80) & (points <= 0xDCFF)] = 1  # a broken byte, kept as half a pair
    places = np.cumsum(width) - width + start
    begins = _gaps(lettered) | is_wide(points[lettered])
    return Lettered(numbers, np.repeat(places[lettered], count), np.repeat(begins, count) & (nth == 0))


def is_wide(points: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    """Tell which code points are of a script that is written without spaces."""
    found = np.zeros(len(points), bool)
    for row in WIDE:
        found |= (points >= row.start) & (points < row.stop)
    return found


def pack(numbers: Codes) -> Seeds:
    """Return for each letter the seed that begins there; behind the last letter stand zeros."""
    one = np.zeros(len(numbers) + SEED, np.uint64)
    one[: len(numbers)] = numbers
    two = (one[:-1] << np.uint64(BITS)) | one[1:]
    four = (two[:-2] << np.uint64(2 * BITS)) | two[2:]
    eight = (four[:-4] << np.uint64(4 * BITS)) | four[4:]
    return ((eight[:-4] << np.uint64(4 * BITS)) | four[8:])[: len(numbers)]


def seeds_in(data: Bytes, start: int, end: int) -> tuple[Seeds, Whole]:
    """Return the seeds of the words that begin in a stretch of a text, and the byte at which each begins."""
    row = letter(data[start : end + REACH].tobytes(), start)
    chosen = np.flatnonzero(row.begins & (row.at < end))
    return pack(row.numbers)[chosen], row.at[chosen]


def cuts_of(data: Bytes, size: int) -> list[int]:
    """Return where a text is cut into stretches of about a size: behind a white space, else between two characters.

    The first is 0 and the last the end of the text.
    """
    cuts = [0]
    while len(data) - cuts[-1] > size + REACH:
        at = cuts[-1] + size
        near = data[at : at + REACH].tobytes()
        space = min((found for found in (near.find(b"\n"), near.find(b" ")) if found >= 0), default=-1)
        whole = next((n for n, byte in enumerate(near) if byte & 0xC0 != 0x80), 0)
        cuts.append(at + (space + 1 if space >= 0 else whole))
    cuts.append(len(data))
    return cuts
