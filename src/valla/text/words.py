"""Words and where they stand.

A word is a run of letters and digits. What typography puts inside a word does not break it: apostrophes, hyphens (a
line-end hyphen with its line end too), soft hyphens, combining marks, an editor's brackets around some of its letters
("[t]he"), the signs of italics and of raised letters in plain-text books ("y^{e}"). Footnote marks ("[12]", a raised
number), page marks ("[Pg 12]", "{12}") and page numbers alone on a line are no words. An ideograph is a word by itself.
"""

import re
from itertools import chain
from typing import NamedTuple

from valla.text.fold import key_of

_LETTER = "[^\\W_⁰¹²³⁴-⁹₀-₉\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_MARK = "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u08e3-\u0903\u093a-\u094f\u0e31\u0e34-\u0e4e\u20d0-\u20f0]"
_JOINT = "\u00ad|[-‐‑\u00ad¬][ \\t]{0,4}\\r?\\n[ \\t]{0,24}|[-‐‑](?![-‐‑])|['’‘ʼ`´_^\\[\\]{}]{1,3}"
_NO_JOINT = r"(?!\[\s?\d{1,3}\s?\]|\[[A-Za-z]\](?![\w'’])|(?<=\d)[-‐‑]\d)"  # a footnote mark, or from number to number
_INITIAL = rf"(?<=\b{_LETTER})\.(?={_LETTER}\b)"  # U.S.S.R., e.g.
_FIGURES = r"(?<=\d)[.,:/](?=\d)"  # 1,000 and 10:30
_SKIPPED = (
    r"\[\s?\d{1,3}\s?\]|\[\*{1,3}\]|(?<=[\w.,;:!?'\"”’)])\[[A-Za-z]\](?![\w'’])"  # footnote marks
    r"|\[(?:[Pp]g?|[Pp]age|[Ff]ol?|S)\.?\s?\w{1,6}\]|\{\d{1,4}\}"  # page marks
    r"|(?<=\n)[ \t]{0,40}\d{1,3}[ \t]{0,8}(?=\r?\n)"  # a page number alone on its line
)
# The quantifiers are possessive: a letter is never a joint, so nothing is ever tried twice.
_WORD = (
    rf"{_LETTER}++(?:{_MARK}++{_LETTER}*+|{_NO_JOINT}(?:{_JOINT}|{_INITIAL}|{_FIGURES})(?={_LETTER}){_LETTER}++)*+\}}?+"
)
_IDEOGRAPH = "[\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
# Most words are letters with a blank or a stop behind them; they are met first, and what stands between words is passed
# over by the handful, but for what may begin a line: there a page number may stand.
_BETWEEN = r"(?:(?<!\n)[ ,;:!?\"()]{1,8}+)?+"
_SIMPLE = r"([A-Za-z]++)(?=[ \n,;:!?\"()])"
_TOKEN = re.compile(rf"{_BETWEEN}(?:{_SIMPLE}|{_SKIPPED}|({_WORD}|{_IDEOGRAPH}))")
_FIGURE = re.compile(r"\d")


class Word(NamedTuple):
    """One word: where it starts and ends, and its key for comparison (see `key_of`)."""

    start: int
    end: int
    key: str


def flatten(text: str) -> str:
    """Return a text with every line end made a blank; offsets stay, so that patterns of words may cross line ends."""
    return text.replace("\n", " ").replace("\r", " ").replace("\u00a0", " ")


def words_in(text: str, start: int = 0, end: int | None = None, *, shift: int = 0) -> list[Word]:
    """Return the words between two offsets of a text, their own offsets moved on by `shift`."""
    words = []
    make = tuple.__new__  # what Word() calls in the end; there are millions of words
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        group = match.lastindex
        if group:
            first, last = match.span(group)
            key = match[1].lower() if group == 1 else _key(match[2])
            words.append(make(Word, (first + shift, last + shift, key)))
    return words


def keys_in(text: str) -> tuple[str, ...]:
    """Return the keys of the words of a text, as `words_in` has them, in a tenth of the time."""
    pieces = _pieces(text)
    if pieces is None:
        return tuple([simple.lower() or _key(word) for simple, word in _TOKEN.findall(text) if simple or word])
    return tuple(chain.from_iterable(map(_KEYS.__getitem__, pieces)))


def uncapped_in(text: str) -> frozenset[str]:
    """Return the keys of the words of a text that begin with a small letter."""
    pieces = _pieces(text)
    if pieces is None:
        return frozenset([word.key for word in words_in(text) if text[word.start].islower()])
    return frozenset(chain.from_iterable(map(_UNCAPPED.__getitem__, set(pieces))))


def _pieces(text: str) -> list[str] | None:
    """Return what stands between the blanks of a text; None where that cannot be read piece by piece.

    A word is broken by a blank only at a line end, and only the marks that are no words hold blanks.
    """
    if _BREAK.search(text):
        text = _PLAIN_BREAK.sub("'", text)  # a sign within a word as good as any: no key has it
        if _BREAK.search(text):
            return None
    if ("[" in text and _BLANK_MARK.search(text)) or _LONE_NUMBER.search(text):
        return None
    return text.split()


_BREAK = re.compile(r"[-‐‑\u00ad¬][ \t]{0,4}\r?\n")
_PLAIN_BREAK = re.compile(r"(?<=[A-Za-z])[-¬][ \t]{0,4}\r?\n[ \t]{0,24}(?=[A-Za-z])")
_BLANK_MARK = re.compile(r"\[(?:\d{1,3}|(?:[Pp]g?|[Pp]age|[Ff]ol?|S)\.?)?\s")
_LONE_NUMBER = re.compile(r"\n[ \t]{0,40}\d{1,3}[ \t]{0,8}\r?\n")

MOST_PIECES = 1 << 16
"""Pieces of text between blanks whose words are kept."""

LONGEST_PIECE = 40
"""Code points of a piece that is kept."""


class _Pieces(dict[str, tuple[str, ...]]):
    """A piece of text between blanks -> the keys of its words; common ones are asked for again and again."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        keys = self.read(piece)
        if len(piece) <= LONGEST_PIECE:
            if len(self) >= MOST_PIECES:
                self.clear()
            self[piece] = keys
        return keys

    @staticmethod
    def read(piece: str) -> tuple[str, ...]:
        """Return the keys of a piece not met yet."""
        return tuple([simple.lower() or _key(word) for simple, word in _TOKEN.findall(piece) if simple or word])


class _UncappedPieces(_Pieces):
    """The same for words that begin with a small letter."""

    @staticmethod
    def read(piece: str) -> tuple[str, ...]:
        """Return the keys of a piece not met yet."""
        return tuple([word.key for word in words_in(piece) if piece[word.start].islower()])


_KEYS = _Pieces()
_UNCAPPED = _UncappedPieces()


def bounds_in(text: str) -> list[tuple[int, int]]:
    """Return where the words of a text start and end, as `words_in` has them."""
    return [match.span(group) for match in _TOKEN.finditer(text) if (group := match.lastindex)]


def _key(word: str) -> str:
    """Return the key of a word; in a number the signs between its figures tell 1.5 from 15."""
    if word.isascii() and word.isalpha():
        return word.lower()
    if _FIGURE.search(word) and not word.isalnum():
        return ".".join(key_of(part) for part in re.split(r"[.:/]", word.replace(",", "")))
    return key_of(word)
