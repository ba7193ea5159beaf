"""Text set in the columns of a terminal, where a letter may be two columns wide or none."""

import unicodedata
from collections.abc import Iterator

WIDE = frozenset("WF")
NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def width_of(text: str) -> int:
    """Return how many columns a text takes."""
    if text.isascii():
        return len(text)
    return sum(columns_of(char) for char in text)


def columns_of(char: str) -> int:
    """Return how many columns one character takes: two for wide East Asian letters, none for combining marks."""
    if unicodedata.category(char) in NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in WIDE else 1


def pad(text: str, width: int) -> str:
    """Return a text filled up with blanks to a number of columns."""
    return text + " " * max(0, width - width_of(text))


def clip(text: str, width: int) -> str:
    """Return a text cut to a number of columns, an ellipsis in the place of what was cut."""
    if width_of(text) <= width:
        return text
    return next(break_word(text, max(1, width - 1))).rstrip() + "…"


def wrap(text: str, width: int) -> list[str]:
    """Return the lines of a text on one line, each at most `width` columns; a longer word is broken."""
    lines = [""]
    for word in text.split():
        for part in break_word(word, max(1, width)):
            wider = f"{lines[-1]} {part}" if lines[-1] else part
            if width_of(wider) <= width:
                lines[-1] = wider
            else:
                lines.append(part)
    return lines


def break_word(word: str, width: int) -> Iterator[str]:
    """Yield a word in parts of at most `width` columns."""
    part, taken = "", 0
    for char in word:
        columns = columns_of(char)
        if part and taken + columns > width:
            yield part
            part, taken = "", 0
        part, taken = part + char, taken + columns
    yield part
