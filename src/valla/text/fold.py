"""Folding: the same letters for the same word, however it was set, and the way back to where they stood.

Two folds are kept. `Letters` is for seeking: letters alone, without spaces, digits, marks or case, with v as u and j
and y as i, so that line-end hyphens, lost spaces, footnote numbers, ligatures and old printing make no difference.
`key_of` is for comparing two words: letters and digits, without case, accents, hyphens and apostrophes.

Both fold every character by itself, whatever stands beside it; so a text may be folded block by block, and the map
back needs one number a block instead of one a letter.
"""

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

BLOCK = 512
"""Code points folded at a time; finding the place of a letter walks at most one block."""

FEW_SIGNS = 24
"""Signs beyond ASCII up to which each is replaced by itself; a table for all of them is slow."""

_UNDECOMPOSED = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ѣ": "е", "і": "и", "ѳ": "ф"}
_OLD_PRINTING = str.maketrans("vjy", "uii")


def _plain(character: str) -> str:
    """Return the letters and digits of one character: lower case, no accents, ligatures spelt out."""
    apart = normalize("NFKD", normalize("NFKD", character).casefold())
    return "".join(_UNDECOMPOSED.get(letter, letter) for letter in apart if letter.isalnum())


class _Plain(dict[int, str]):
    """Code point -> its plain letters and digits, worked out when first met."""

    def __missing__(self, point: int) -> str:
        self[point] = plain = _plain(chr(point))
        return plain


class _Seeking(dict[int, str]):
    """Code point -> its letters for seeking, worked out when first met."""

    def __missing__(self, point: int) -> str:
        letters = "".join(letter for letter in _plain(chr(point)) if letter.isalpha())
        self[point] = letters = letters.translate(_OLD_PRINTING)
        return letters


_PLAIN = _Plain()
_SEEKING = _Seeking()
_SEEKING_ASCII = bytes(ord(_SEEKING[point] or " ") if point < 128 else 0 for point in range(256))  # noqa: PLR2004
_ASCII = bytes(range(128))
_NO_LETTERS = bytes(point for point in range(128) if not _SEEKING[point])
"""The same for ASCII, many times as fast; every ASCII letter has one letter for seeking."""


@lru_cache(maxsize=1 << 16)
def key_of(word: str) -> str:
    """Return what stays of a word when typography is taken away: "Re-ﬁned" and "refined" have one key."""
    return word.lower() if word.isascii() and word.isalnum() else word.translate(_PLAIN)


def letters_of(text: str) -> str:
    """Return the letters of a text for seeking."""
    if not text.isascii():
        rare = set(text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))
        if len(rare) > FEW_SIGNS:
            return text.translate(_SEEKING)
        for sign in rare:  # of a text in Latin letters a handful: quotation marks, dashes, accents
            text = text.replace(sign, _SEEKING[ord(sign)])
    if not text.isascii():
        return text.translate(_SEEKING)
    return text.encode("ascii").translate(_SEEKING_ASCII, _NO_LETTERS).decode("ascii")


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a text for seeking, and the way back from each to the code point that it came from."""

    text: str
    letters: str
    before: "array[int]"  # how many letters stand before each block of the text

    def place(self, index: int) -> int:
        """Return the offset in the text of the code point that gave the letter at an index."""
        if not 0 <= index < len(self.letters):
            msg = f"no letter at {index}"
            raise IndexError(msg)
        block = bisect_right(self.before, index) - 1
        seen, offset = self.before[block], block * BLOCK
        while True:
            seen += len(_SEEKING[ord(self.text[offset])])
            if seen > index:
                return offset
            offset += 1


def fold_letters(text: str) -> Letters:
    """Fold a text for seeking, block by block, and keep the way back."""
    before: array[int] = array("Q")
    folded: list[str] = []
    seen = 0
    for start in range(0, len(text), BLOCK):
        letters = letters_of(text[start : start + BLOCK])
        before.append(seen)
        folded.append(letters)
        seen += len(letters)
    return Letters(text, "".join(folded), before)
