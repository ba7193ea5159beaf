"""Which words of two runs may be forms of one: all pairs are looked at together, so that few are looked at closely."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from valla.text.variants import ALIKE, blurred, modern


def near_pairs(mine: Sequence[str], theirs: Sequence[str], floor: float) -> Iterator[tuple[int, int]]:
    """Yield the pairs of words, by their places, that may be one word.

    Their likeness is at least `floor`, or they are alike when lookalikes count as one, or have one modern form.
    """
    if not mine or not theirs:
        return
    near = _likenesses(mine, theirs) >= floor
    near |= _likenesses([blurred(word) for word in mine], [blurred(word) for word in theirs]) >= ALIKE
    moderns = [modern(word) for word in theirs]
    for row, word in enumerate(mine):
        if (now := modern(word)) in moderns:
            near[row] |= [other == now for other in moderns]
    for row, column in np.argwhere(near).tolist():
        yield row, column


def _likenesses(mine: Sequence[str], theirs: Sequence[str]) -> npt.NDArray[np.float64]:
    """Return the likeness of every word of one run to every word of another (see `valla.text.variants.likeness`)."""
    return cdist(mine, theirs, scorer=OSA.normalized_similarity, dtype=np.float64)
