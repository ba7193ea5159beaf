"""A table from letters to sounds, its rows sorted by the letter at which each may begin.

A table has a hundred rows, a letter a handful: those of a letter are joined to one pattern when the letter is first met.
"""

import re
from collections.abc import Sequence

Ways = tuple[str, ...]
_AROUND = re.compile(r"\^|\(\?<?[=!][^()]*\)")
"""What stands at the head of a row and takes no letter: the start of the name, a look behind or ahead."""


class Table:
    """Rows of a pattern and the ways to read what it meets; the first row that fits is taken."""

    def __init__(self, rows: Sequence[tuple[str, Ways]]) -> None:
        """Take the rows; nothing is compiled yet."""
        self.rows = [(opening_of(pattern), pattern, ways) for pattern, ways in rows]
        self.met: dict[str, tuple[re.Pattern[str], tuple[Ways, ...]]] = {}

    def read(self, name: str, at: int) -> tuple[Ways, int]:
        """Return the ways to read what stands at a place of a name, and where it ends; a letter without row is itself."""
        letter = name[at]
        if letter not in self.met:
            self.met[letter] = self._of_letter(letter)
        pattern, ways = self.met[letter]
        match = pattern.match(name, at) if ways else None
        return (ways[match.lastindex - 1], match.end()) if match and match.lastindex else ((letter,), at + 1)

    def _of_letter(self, letter: str) -> tuple[re.Pattern[str], tuple[Ways, ...]]:
        """Return the rows that may begin with a letter: their pattern, one group a row, and the ways of each."""
        rows = [(pattern, ways) for opening, pattern, ways in self.rows if opening is None or letter in opening]
        return re.compile("|".join(f"({pattern})" for pattern, _ in rows)), tuple(ways for _, ways in rows)


def opening_of(pattern: str) -> str | None:
    """Return the letters with which the matches of a row begin; None where they cannot be told at a glance."""
    while around := _AROUND.match(pattern):
        pattern = pattern[around.end() :]
    if pattern.startswith("["):
        letters, _, rest = pattern[1:].partition("]")
        plain = letters.isalpha()
    else:
        letters, rest = pattern[:1], pattern[1:]
        plain = letters.isalpha()
    return letters if plain and not rest.startswith(("?", "*", "{")) and "|" not in rest else None
