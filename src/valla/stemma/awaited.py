"""Patterns with parties in them, compiled where a looser pattern, without them, has met something.

What a party may be is written in two thousand letters, and stands in twenty patterns, some of them twice: compiling all of
them takes longer than reading an essay, and an essay says few of the things that they look for. Each is therefore made
from its words twice: once with the first letters of a party in its stead, which is short, and once as it is. The looser
one meets whatever the whole one would, and at no later place: what it does not meet is not there.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from valla.stemma.parties import PARTY

START = r"(?:[A-ZÀ-Þ]|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Mm]y|[Oo]ur|[Tt]heir|[Oo]ne|[Aa]nother|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|this) )"
"""How a party begins: with a capital, or with a word that says whose or how many."""
LONGEST = 800
"""Code points beyond which no party goes on: its parts are counted, and so are their letters."""
_LOOSE = rf"{START}[\w’'. -]{{0,{LONGEST}}}?"


class Awaited:
    """A pattern that is compiled in two steps; it is asked as a compiled one is, with the same answers."""

    def __init__(self, pattern: str) -> None:
        """Take the pattern's words; nothing is compiled yet."""
        self.pattern = pattern

    @cached_property
    def loose(self) -> re.Pattern[str]:
        """The pattern with the first letters of a party where a party stands."""
        return re.compile(self.pattern.replace(PARTY, _LOOSE))

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Return the matches in a stretch of the text."""
        end = len(text) if end is None else end
        met = self.loose.search(text, start, end)
        return self.whole.finditer(text, met.start(), end) if met else iter(())

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match in a stretch of the text."""
        return next(self.finditer(text, start, end), None)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the match that begins where the stretch does."""
        end = len(text) if end is None else end
        return self.whole.match(text, start, end) if self.loose.match(text, start, end) else None
