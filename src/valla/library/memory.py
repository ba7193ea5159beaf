"""The shelf in memory: every text is kept whole, and every comparison reads all of them once."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from valla.library import Judge, Stretch
from valla.library.recognition import Recognition, recognise
from valla.library.seeds import Sown, likely_ranges, offsets_of, sow
from valla.model.anchors import DocumentId
from valla.model.documents import PageStart
from valla.model.traces import Probe, Trace
from valla.model.works import Citation, Holding
from valla.text.fold import Letters, fold_letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is put on the shelf: a text and the work that it is. The holding's length is set when it is shelved."""

    holding: Holding
    text: str
    pages: tuple[PageStart, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Book:
    """A source on the shelf; its letters are folded when it is first sought in. Not slotted, to keep them."""

    holding: Holding
    text: str
    pages: tuple[PageStart, ...]

    @cached_property
    def letters(self) -> Letters:
        """The text's letters, and the way back."""
        return fold_letters(self.text)

    def stretch(self, start: int, end: int) -> Stretch:
        """Return a piece of the text with the pages that it touches."""
        first = max(0, bisect_right(self.pages, start, key=lambda page: page.at) - 1)
        last = bisect_right(self.pages, end, key=lambda page: page.at)
        return Stretch(start=start, text=self.text[start:end], pages=self.pages[first:last])


class MemoryLibrary:
    """A library of texts in memory; see `valla.library.Library` for what may be asked."""

    def __init__(self, books: Sequence[Book]) -> None:
        """Take books that are sorted by the id of their document; `shelve` does so."""
        self._books = {book.holding.document: book for book in books}

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

    def holdings(self) -> tuple[Holding, ...]:
        """Return every document held, sorted by its id."""
        return tuple(book.holding for book in self._books.values())

    def holds(self, citation: Citation) -> Recognition:
        """Return the documents that are the cited work or its editions, and whether that is certain."""
        return recognise(citation, self.holdings())

    def compare(self, probes: Sequence[Probe], judge: Judge) -> Iterator[Trace]:
        """Yield the judge's answers, document by document."""
        sown = sow(probes) if self._books else None
        for book in self._books.values():
            if sown and sown.seeds:
                yield from _compare_book(book, sown, probes, judge)

    def excerpt(self, document: DocumentId, start: int, end: int) -> str:
        """Return the text of a document between two offsets, cut at its ends."""
        return self._books[document].text[max(0, start) : max(0, end)]


def in_order(pages: Sequence[PageStart]) -> tuple[PageStart, ...]:
    """Return pages by place; of those that begin at one place the later sheet is the last, for it has the words."""
    return tuple(sorted(pages, key=lambda page: (page.at, page.sheet, page.label)))


def _compare_book(book: Book, sown: Sown, probes: Sequence[Probe], judge: Judge) -> Iterator[Trace]:
    """Yield the judge's answers for one book."""
    for number, ranges in likely_ranges(sown, book.letters.letters, book.holding.document):
        stretches = [book.stretch(*offsets_of(book.letters, row)) for row in ranges]
        for owner in sown.owners[number]:
            trace = judge(probes[owner], book.holding, stretches)
            if trace is not None:
                yield trace
