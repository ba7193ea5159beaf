"""The volumes that a process has open while it reads and judges."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from valla.library import Sheaf
from valla.library.volumes import STRETCH, Scroll, Volume

if TYPE_CHECKING:
    from valla.library.gleaning import Gleaner

OPEN = 128 << 20
"""Bytes of texts that a process keeps open, beside those that lie in files as they are."""

MAPPED = 16_384
"""Volumes that a process keeps open at most: a system maps no more than some tens of thousands of files."""

FEW_FILES = 256
"""Files that a process may have open where the system does not tell."""


class Reading:
    """Volumes that are open, the latest used ones kept."""

    def __init__(self, volumes: Sequence[Volume]) -> None:
        """Take the volumes of a library, by their numbers."""
        self._volumes = volumes
        self._open: OrderedDict[int, Scroll] = OrderedDict()
        self._most = min(MAPPED, files_allowed() // 4)  # a process may have two such, and others
        self.gleaner: Gleaner | None = None

    def scroll(self, number: int) -> Scroll:
        """Return the text of a volume, opening it where it is not open."""
        scroll = self._open.pop(number, None)
        if scroll is None:
            scroll = self._volumes[number].open()
            self._make_room(number, len(scroll.data))
        self._open[number] = scroll
        return scroll

    def is_one(self, number: int) -> bool:
        """Tell whether the text of a volume is one stretch; of some that are this cannot be told without opening them."""
        return self._volumes[number].light and self._volumes[number].size <= STRETCH

    def once(self, number: int) -> Scroll:
        """Return the text of a volume that is read from one end to the other; it is not kept open for that."""
        return self._open.get(number) or self._volumes[number].open()

    def _make_room(self, number: int, size: int) -> None:
        """Close the volumes that were not used for longest, where too many are open or too much is kept."""
        if len(self._open) >= self._most:
            self._open.popitem(last=False)
        if self._volumes[number].light:
            return
        heavy = {at: len(self._open[at].data) for at in self._open if not self._volumes[at].light}
        while heavy and sum(heavy.values()) + size > OPEN:
            oldest = next(iter(heavy))
            del self._open[oldest], heavy[oldest]

    def sheaf(self, number: int, ranges: Iterable[tuple[int, int]]) -> Sheaf:
        """Return the likely stretches of one volume."""
        scroll = self.scroll(number)
        stretches = tuple(scroll.stretch(span) for span in ranges)  # type: ignore[arg-type]
        return Sheaf(holding=self._volumes[number].holding, stretches=stretches)


def files_allowed() -> int:
    """Return how many files a process may have open."""
    if find_spec("resource") is None:
        return FEW_FILES
    import resource  # noqa: PLC0415  (not on every system)

    most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return most if most > 0 else MAPPED * 2  # below nought: as many as it likes
