"""The row that a citation is read into, and the sheet on which it is read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from valla.model.works import Reference
from valla.quote.people import Name

LONGEST = 2000
"""Code points of a citation that are read; what is longer is no citation line but prose."""

USED = "\x01"
"""Stands on the sheet for each code point whose meaning is known."""

_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\n": " ", "\r": " ", USED: " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the words of one citation say; what they do not say is None.

    `start` and `stop` are where the words stand in the document. `speaker` is set where the line tells the one who
    speaks from the author of the work: "X (Author, Work)", "X, quoted in Author, Work".
    """

    raw: str
    start: int
    stop: int
    reference: Reference = Reference.FULL
    speaker: Name | None = None
    authors: tuple[Name, ...] = ()
    author: str | None = None
    title: str | None = None
    container: str | None = None
    volume: str | None = None
    year: str | None = None
    pages: str | None = None
    publisher: str | None = None
    place: str | None = None
    archive: str | None = None
    kind: str | None = None  # "letter", "diary", "testimony", ... where the words are a statement of that kind
    taker: str | None = None  # to whom, by whom or before whom the statement was made
    translator: str | None = None
    via: "Reading | None" = None  # the work of "quoted in ..."
    via_words: str | None = None
    via_kind: str | None = None  # "quoted", "cited" or "printed"
    dated: bool = False  # a day or month is given, not the year alone
    marked: bool = False  # the title stands in marks of its own (quotation marks, italics)

    @property
    def names_work(self) -> bool:
        """Tell whether a work is named by more than its author."""
        return bool(self.title or self.container or self.archive or self.via)

    @property
    def weight(self) -> int:
        """Return how many fields of a work are filled: a full citation outweighs a short one."""
        fields = (self.author, self.title, self.container, self.year, self.publisher, self.place, self.archive)
        return sum(field is not None for field in fields)


class Sheet:
    """The words of a citation, from which one field after the other is taken away.

    What is taken is overwritten, so that the places of the rest stay true and nothing is read twice.
    """

    __slots__ = ("apart", "left", "words")

    def __init__(self, words: str, apart: Iterable[tuple[int, int]] = ()) -> None:
        """Begin with all the words; every blank counts as a plain one. `apart` are titles known by italics."""
        self.apart = dict(apart)
        self.words = words.translate(_PLAIN)
        self.left = self.words

    def take(self, pattern: re.Pattern[str], group: int | str = 0) -> re.Match[str] | None:
        """Find a pattern in what is left, take its whole match (or one group) away and return it."""
        match = pattern.search(self.left)
        if match:
            self.use(*match.span(group))
        return match

    def use(self, start: int, stop: int) -> None:
        """Overwrite a stretch as used."""
        self.left = self.left[:start] + USED * (stop - start) + self.left[stop:]


def tidy(words: str | None) -> str | None:
    """Return the words of a field without blanks, marks and stops around them; None where nothing is left."""
    if words is None:
        return None
    bare = " ".join(words.replace(USED, " ").split()).strip(_EDGES)
    return _balanced(_ET_CETERA.sub("", bare)) or None


_ET_CETERA = re.compile(r"[ ,_*]+(?:etc|&c)\.?$")
_EDGES = " ,;:.–—-~•*_|/“”„\"«»‘'`()[]"


def _balanced(words: str) -> str:
    """Give back a closing mark whose opening one stands inside the words: 'the “League” of X (Y)'."""
    for opening, closing in (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»")):
        if words.count(opening) > words.count(closing):
            words += closing
    return words
