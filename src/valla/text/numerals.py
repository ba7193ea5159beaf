"""What numbers a run of words names, in figures or in words: 12, twelve, XII and a dozen are one number."""

import re
from collections.abc import Sequence
from functools import lru_cache

from valla.text.lexicon import Lexicon

_FIGURES = re.compile(r"\d{1,18}")
_ORDINAL = re.compile(r"(\d{1,18})(?:st|nd|rd|th|d|er|e|o|a)")
_ROMAN = re.compile(r"(?=[ivxlcdm]{2})m{0,4}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
ROMAN = frozenset(_ROMAN_VALUES)
"""The letters of Roman numerals."""


def numbers_in(keys: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the numbers that a run of words names, in order; "twenty five" and "twenty-five" are one number.

    A number is returned in figures; one with signs inside ("10.30") or with other letters in it as it is.
    """
    found: list[str] = []
    pending: int | None = None  # tens that wait for a unit, or a product that waits for more
    for key in keys:
        value = value_of(key, lexicon)
        if pending is not None and value is not None and _joins(pending, value, key, lexicon):
            pending = pending * value if key in lexicon.multiples else pending + value
            continue
        if pending is not None:
            found.append(str(pending))
        pending = value
        if value is None and any(letter.isdigit() for letter in key):
            found.append(key)
    if pending is not None:
        found.append(str(pending))
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def value_of(key: str, lexicon: Lexicon) -> int | None:
    """Return the number that one word names in figures or in words, None where it names none."""
    if _FIGURES.fullmatch(key):
        return int(key)
    if ordinal := _ORDINAL.fullmatch(key):
        return int(ordinal[1])
    for table in (lexicon.numerals, lexicon.tens, lexicon.multiples):
        if key in table:
            return table[key]
    return _compound(key, lexicon)


@lru_cache(maxsize=1 << 14)
def roman_value(key: str) -> int | None:
    """Return the value of a Roman numeral of two letters or more, None where the word is none."""
    if not _ROMAN.fullmatch(key):
        return None
    values = [_ROMAN_VALUES[letter] for letter in key]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _compound(key: str, lexicon: Lexicon) -> int | None:
    """Read tens and unit that were written as one word: twentyfive, twentyfifth."""
    if not key.startswith(tuple(lexicon.tens)):
        return None
    for ten, value in lexicon.tens.items():
        if key.startswith(ten) and 0 < lexicon.numerals.get(key[len(ten) :], 0) < 10:  # noqa: PLR2004  (units)
            return value + lexicon.numerals[key[len(ten) :]]
    return None


def _joins(pending: int, value: int, key: str, lexicon: Lexicon) -> bool:
    """Tell whether a number word belongs to the number before it: twenty + five, two x hundred, hundred + twelve."""
    if key[0].isdigit():
        return False
    if key in lexicon.multiples:
        return 0 < pending < value
    if pending in lexicon.tens.values():
        return 0 < value < 10  # noqa: PLR2004  (units)
    return pending >= 100 and pending % 100 == 0 and 0 < value < 100  # noqa: PLR2004  (hundreds)
