"""The seeds of a text that are sought, by arrays; and whether compiled code is there to do it sooner.

Numba comes with the extra "scale". Without it, and for small libraries, the arrays of `valla.library.sieve` and
`valla.library.places` do the work; with it `valla.library.gleaning` does, with the same answers.
"""

from functools import cache, cached_property
from importlib.util import find_spec

import numpy as np
import numpy.typing as npt

from valla.library.letters import (
    SEED,
    SHORT_SEED,
    WIDE,
    Bytes,
    Seeds,
    Whole,
)
from valla.library.sieve import Mesh, sift

CUT_SHORT = np.uint64(5 * (SEED - SHORT_SEED))
"""Shifted right by so many bits a seed keeps its first eight letters."""

WORTH_COMPILING = 60_000_000
"""Bytes of text from which the compiled kernel pays for being loaded (three quarters of a second)."""


@cache
def is_swift() -> bool:
    """Tell whether numba is there."""
    return find_spec("numba") is not None


class Marks:
    """The seeds that are sought."""

    def __init__(self, long: Seeds, short: Seeds) -> None:
        """Take the seeds sought: `long` of twelve letters, `short` of eight."""
        self._long, self._short = np.sort(long), np.sort(short)

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


def read_seeds(data: Bytes, start: int, end: int, marks: Marks) -> tuple[Seeds, Whole]:
    """Return the seeds sought that begin in a stretch of a text, with their bytes."""
    return marks.sought(*sift(data, start, end, marks.mesh))


@cache
def wide_edges() -> npt.NDArray[np.int64]:
    """Return the scripts without spaces as the kernels take them."""
    return np.array([(row.start, row.stop) for row in WIDE], np.int64)
