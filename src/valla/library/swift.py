"""The reading of seeds once more, compiled: the same answers, several times as fast.

Numba comes with the extra "scale". Without it, and for small libraries, the arrays of `valla.library.sieve` do the work.
The two are held to equal answers by tests/library/test_letters.py.
"""

from collections.abc import Callable
from functools import cache, cached_property
from importlib.util import find_spec

import numpy as np
import numpy.typing as npt

from valla.library.letters import (
    REACH,
    SEED,
    SHORT_SEED,
    WIDE,
    Bytes,
    Seeds,
    Whole,
    alphabet,
    ascii_numbers,
    seeds_in,
)
from valla.library.sieve import Mesh, sift

GOLDEN = 0x9E3779B97F4A7C15
"""The multiplier of Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4)."""

FULL = 0x110000
"""No code point: the room for the answers was too small."""

CUT_SHORT = np.uint64(5 * (SEED - SHORT_SEED))
"""Shifted right by so many bits a seed keeps its first eight letters."""

LEAST_ROOM = 32768
"""A block of the kernel, needs room for all letters that its bytes may hold."""

WORTH_COMPILING = 60_000_000
"""Bytes of text from which the compiled kernel pays for being loaded (three quarters of a second)."""


@cache
def is_swift() -> bool:
    """Tell whether numba is there."""
    return find_spec("numba") is not None


class Marks:
    """A table of bits that tells of most seeds not sought that they are not: long ones and, if any are, short ones."""

    def __init__(self, long: Seeds, short: Seeds) -> None:
        """Mark the seeds sought: `long` of twelve letters, `short` of eight."""
        self._long, self._short = np.sort(long), np.sort(short)
        bits = min(27, max(16, (len(long) + len(short)).bit_length() + 6))
        self.shift = 64 - bits
        self.short = bool(len(short))
        self.table = np.zeros(1 << (bits - 3), np.uint8)
        for seeds in (long, short):
            spot = self._spots(seeds)
            np.bitwise_or.at(self.table, spot >> 3, np.uint8(1) << (spot & 7).astype(np.uint8))

    def _spots(self, seeds: Seeds) -> npt.NDArray[np.int64]:
        return ((seeds * np.uint64(GOLDEN)) >> np.uint64(self.shift)).astype(np.int64)

    @cached_property
    def mesh(self) -> Mesh:
        """The table once more, as arrays are sifted by it."""
        return Mesh(self._long, self._short)

    def sought(self, seeds: Seeds, at: Whole) -> tuple[Seeds, Whole]:
        """Return those of some seeds that are sought."""
        met = _among(seeds, self._long) | _among(seeds >> CUT_SHORT, self._short)
        return seeds[met], at[met]


def _among(seeds: Seeds, keys: Seeds) -> npt.NDArray[np.bool_]:
    """Tell which seeds are among sorted ones."""
    if not len(keys):
        return np.zeros(len(seeds), bool)
    found: npt.NDArray[np.bool_] = keys[np.minimum(np.searchsorted(keys, seeds), len(keys) - 1)] == seeds
    return found


def read_seeds(data: Bytes, start: int, end: int, marks: Marks | None = None, *, swift: bool) -> tuple[Seeds, Whole]:
    """Return the seeds that begin in a stretch of a text, with their bytes; with `marks` only those sought."""
    if swift and is_swift():
        seeds, at = _read_swiftly(data, start, end, marks)
    else:
        seeds, at = seeds_in(data, start, end) if marks is None else sift(data, start, end, marks.mesh)
    return (seeds, at) if marks is None else marks.sought(seeds, at)


def _read_swiftly(data: Bytes, start: int, end: int, marks: Marks | None) -> tuple[Seeds, Whole]:
    """Run the kernel, with more room or a larger alphabet where it asks for that."""
    kernel, known = _kernel(), alphabet()
    room = (end - start) // (2 if marks is None else 16) + 4 * LEAST_ROOM
    table, shift = (np.zeros(1, np.uint8), 0) if marks is None else (marks.table, marks.shift)
    mode = 0 if marks is None else 1 + marks.short
    while True:
        seeds, at = np.empty(room, np.uint64), np.empty(room, np.int64)
        found, unknown = kernel(
            data, start, end, min(len(data), end + REACH), ascii_numbers(), known.count, known.first, known.pool,
            wide_edges(), table, np.uint64(shift), mode, seeds, at,
        )  # fmt: skip
        if unknown < 0:
            return seeds[:found], at[:found]
        if unknown == FULL:
            room *= 3
        else:
            known.learn(unknown)


@cache
def _kernel() -> Callable[..., tuple[int, int]]:
    """Compile the kernel, or take it from numba's cache on disk."""
    from valla.library.kernel import read  # noqa: PLC0415  (numba takes half a second to import)

    kernel: Callable[..., tuple[int, int]] = read
    return kernel


@cache
def wide_edges() -> npt.NDArray[np.int64]:
    """Return the scripts without spaces as the kernels take them."""
    return np.array([(row.start, row.stop) for row in WIDE], np.int64)
