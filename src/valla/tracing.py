"""Quotations and a folder of sources, without a text around them: the way in for notebooks and other programs.

from valla import Library, trace_quotations

library = Library.open("sources")
for answer in trace_quotations(["the north gate was open", "forty sacks of grain"], library):
    print(answer.verdict, answer.passages)
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from valla.files.libraries import OpenLibrary, open_library
from valla.model.slips import Slip
from valla.model.traces import Trace
from valla.model.works import Holding, Receipt
from valla.trace import trace_slips
from valla.trace.rarity import Rarity, learn_rarity


@dataclass(frozen=True)
class Library:
    """A folder of sources (or several, or single files), opened to be asked.

    The texts stay in their files. Where the folder has an index (`valla index FOLDER`), a few quotations are found
    through it in milliseconds; many are traced by reading the library once. The answers are the same. Keep it open: what
    it learns with the first question (how rare each word is) serves for all others. Not slotted, to keep that.
    """

    opened: OpenLibrary

    @classmethod
    def open(
        cls, *folders: str | Path, index: str | Path | None = None, workers: int | None = None, often: bool = False
    ) -> "Library":
        """Open folders or files; `index` is the place of an index, by default the one inside a single folder, if any.

        `workers` is the number of processes, by default one for each core. With `often` the half second is spent at once in
        which compiled code for single questions is loaded (where there are an index and numba); else the seventeenth of
        them waits for it. Raise ReadError, with one line, for a folder
        or an index that is not there or cannot be used, ConfigError for a manifest that cannot be meant.
        """
        paths = [Path(folder) for folder in folders]
        return cls(open_library(paths, index=None if index is None else Path(index), workers=workers, often=often))

    @property
    def holdings(self) -> tuple[Holding, ...]:
        """Every document held, sorted by its id, which is its path below the folder."""
        return self.opened.shelf.holdings()

    @property
    def receipts(self) -> tuple[Receipt, ...]:
        """What became of each file met, sorted by its id."""
        return self.opened.receipts

    @cached_property
    def rarity(self) -> Rarity:
        """How rare the words of the library are, counted in a sample when first asked for."""
        return learn_rarity(self.opened.shelf)


def trace_quotations(quotations: Iterable[str | Slip], library: Library) -> tuple[Trace, ...]:
    """Return one trace for each quotation, in order: a verdict, where the words stand, how they differ, and why.

    A quotation is its words, or a `Slip` with the work cited. Offsets of passages count code points of the document's
    text (of a plain text file: of the file), half-open; those of `Edit.at` and `Passage.quoted` count from the start of the
    quotation. `significance` is in bits: chance is expected to give 2 ** -significance such places in this library.
    """
    return trace_slips(slips_from(quotations), library.opened.shelf, rarity=library.rarity)


def slips_from(quotations: Iterable[str | Slip]) -> Sequence[Slip]:
    """Return quotations as slips; those without a name are named by their number."""
    return [
        row if isinstance(row, Slip) else Slip(id=str(number), quote=row) for number, row in enumerate(quotations, 1)
    ]
