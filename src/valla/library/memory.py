"""The shelf in memory: every text is kept whole; see `valla.library.stream` for how it is searched."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from valla.library.stream import StreamLibrary
from valla.library.volumes import Scroll
from valla.model.documents import PageStart
from valla.model.works import Holding


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is put on the shelf: a text and the work that it is. The holding's length is set when it is shelved."""

    holding: Holding
    text: str
    pages: tuple[PageStart, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Book:
    """A source on the shelf. Not slotted, to keep its bytes once they are made."""

    holding: Holding
    text: str
    pages: tuple[PageStart, ...]

    @cached_property
    def _scroll(self) -> Scroll:
        return Scroll.of(self.text, self.pages)

    @property
    def size(self) -> int:
        """How many bytes its text has, about."""
        return len(self.text)

    @property
    def light(self) -> bool:
        """It is in memory anyway."""
        return True

    def open(self) -> Scroll:
        """Return its text."""
        return self._scroll


class MemoryLibrary(StreamLibrary):
    """A library of texts in memory; see `valla.library.Library` for what may be asked."""

    @classmethod
    def shelve(cls, sources: Iterable[Source] = ()) -> "MemoryLibrary":
        """Return a library of sources, in the order of their ids; two sources of one id are refused."""
        rows = sorted(sources, key=lambda source: source.holding.document)
        for one, other in pairwise(rows):
            if one.holding.document == other.holding.document:
                msg = f"two sources are called {one.holding.document}"
                raise ValueError(msg)
        return cls(
            [
                Book(holding=replace(row.holding, length=len(row.text)), text=row.text, pages=in_order(row.pages))
                for row in rows
            ]
        )


def in_order(pages: Sequence[PageStart]) -> tuple[PageStart, ...]:
    """Return pages by place; of those that begin at one place the later sheet is the last, for it has the words."""
    return tuple(sorted(pages, key=lambda page: (page.at, page.sheet, page.label)))
