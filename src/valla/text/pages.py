"""Page marks that stand in a text itself: "[Pg 12]", "[p. 12]", "{12}"."""

import re
from itertools import pairwise

from valla.model.documents import PageStart

_MARK = re.compile(r"\[(?:[Pp]g|[Pp]age|[Pp])\.?[ ]?([0-9]{1,5}|[ivxlc]{1,8})\]|\{([0-9]{1,4})\}")

_SIGNS = ("[P", "[p", "{")
"""What such a mark begins with; a long text is looked through for them many times as fast as for the whole."""

FEWEST = 3
"""Marks that a text must have before they are believed to be page marks."""


def printed_pages(text: str) -> tuple[PageStart, ...]:
    """Return the pages that marks in the text begin, if they are many and their numbers rise; else none."""
    if sum(map(text.count, _SIGNS)) < FEWEST:
        return ()
    pages = tuple(PageStart(at=match.end(), label=match[1] or match[2]) for match in _MARK.finditer(text))
    numbers = [int(page.label) for page in pages if page.label.isdigit()]
    falls = sum(later < earlier for earlier, later in pairwise(numbers))
    return pages if len(pages) >= FEWEST and falls * 10 <= len(numbers) else ()
