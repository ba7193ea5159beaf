"""Citations whose "author" is a title: a text that speaks of human action cites "Human Action, p. 858" by no person."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from valla.model.works import Reference
from valla.quote.citations import Reading
from valla.quote.sorts import Sort

_WORD = re.compile(r"[^\W\d_]+")
FIRM = 4
"""Letters of a word that tells; shorter ones are particles, and initials."""


def entitle(readings: Sequence[Reading], text: str) -> list[Reading]:
    """Return the citations, with a title where an author alone was read and his words are ordinary words of the text.

    A word is ordinary that the text has in small letters more often than with a capital. A name that another citation
    gives to the author of a work stays a name.
    """
    doubtful = [row for row in readings if _is_lone(row)]
    if not doubtful:
        return list(readings)
    counts = Counter(_WORD.findall(text))
    authors = {word for row in readings if not _is_lone(row) for name in row.authors for word in name.words}
    return [_as_title(row) if _is_lone(row) and _is_ordinary(row, counts, authors) else row for row in readings]


def _is_lone(reading: Reading) -> bool:
    """Tell whether a citation holds an author and a page, and nothing besides."""
    named = reading.author is not None and len(reading.authors) == 1 and reading.authors[0].sort is Sort.PERSON
    more = (reading.title, reading.container, reading.archive, reading.kind, reading.via, reading.year, reading.speaker)
    return (
        named and reading.pages is not None and not any(more) and reading.reference in {Reference.FULL, Reference.SHORT}
    )


def _is_ordinary(reading: Reading, counts: Counter[str], authors: set[str]) -> bool:
    """Tell whether all words of an author are words of the text's own language, and no author's elsewhere."""
    words = [word for word in _WORD.findall(reading.author or "") if len(word) >= FIRM]
    return (
        bool(words) and not authors.intersection(words) and all(counts[word.lower()] > counts[word] for word in words)
    )


def _as_title(reading: Reading) -> Reading:
    """Return a citation with its author for its title."""
    return replace(reading, author=None, authors=(), title=reading.author)
