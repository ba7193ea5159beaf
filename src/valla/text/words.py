"""Words and where they stand.

A word is a run of letters and digits. What typography puts inside a word does not break it: apostrophes, hyphens (a
line-end hyphen with its line end too), soft hyphens, combining marks, an editor's brackets around some of its letters
("[t]he"), the signs of italics and of raised letters in plain-text books ("y^{e}"). Footnote marks ("[12]", a raised
number), page marks ("[Pg 12]", "{12}") and page numbers alone on a line are no words. An ideograph is a word by itself.
"""

import re
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from valla.text.fold import key_of

_LETTER = "[^\\W_⁰¹²³⁴-⁹₀-₉\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_MARK = "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u08e3-\u0903\u093a-\u094f\u0e31\u0e34-\u0e4e\u20d0-\u20f0]"
_JOINT = "\u00ad|[-‐‑\u00ad¬][ \\t]{0,4}\\r?\\n[ \\t]{0,24}|[-‐‑](?![-‐‑])|['’‘ʼ`´_^\\[\\]{}]{1,3}"
_NO_JOINT = r"(?![_’']{0,2}\[\s?\d{1,3}\s?\]|\[[A-Za-z]\](?![\w'’])|(?<=\d)[-‐‑]\d)"  # a footnote mark, or from number to number
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
_SIMPLE = r"[A-Za-z]++(?=[ \n,;:!?\"()])"
_TOKEN = re.compile(rf"{_BETWEEN}(?:({_SIMPLE})|{_SKIPPED}|({_WORD}|{_IDEOGRAPH}))")
_PLAIN_TOKEN = re.compile(rf"{_BETWEEN}({_SIMPLE}|{_WORD})")
_MARKED = re.compile(r"[\[{]|\n[ \t]{0,40}\d")  # where marks may stand that are no words
_FIGURE = re.compile(r"\d")
_REST = re.compile("(?<=[A-Za-z]) (?=[A-Za-z])")

EVERY = 120
"""Code points after which a text is cut to be read piece by piece."""

LONGEST_SIGN = 8
"""Code points before a blank within the sign of a page."""


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
    """Return the keys of the words of a text, as `words_in` has them, in a third of the time."""
    return tuple(chain.from_iterable(keys_by_piece(text, [0, len(text)])))


def bounds_in(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return where the words between two offsets of a text start and end, as `words_in` has them."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [match.span(group) for match in found if (group := match.lastindex)]


def cuts_in(text: str, every: int = EVERY) -> list[int]:
    """Return where a text may be cut, about `every` so many code points, and be read piece by piece; both ends are cuts.

    A cut is a blank between two letters that no sign in brackets holds: no word, and no mark that is none, goes over it.
    """
    cuts, at = [0], every
    while (rest := _REST.search(text, at)) is not None:
        if "[" not in text[max(0, rest.start() - LONGEST_SIGN) : rest.start()]:
            cuts.append(rest.start())
        at = rest.start() + every
    return [*cuts, len(text)]


def keys_by_piece(text: str, cuts: Sequence[int]) -> list[list[str]]:
    """Return the keys of the words of each piece of a text."""
    if text.isascii() and not _MARKED.search(text):
        text = text.lower()
        pieces = [_PLAIN_TOKEN.findall(text, *ends) for ends in pairwise(cuts)]
        return [piece if "".join(piece).isalpha() else list(map(_key, piece)) for piece in pieces]
    found = [_TOKEN.findall(text, *ends) for ends in pairwise(cuts)]
    return [[simple.lower() or _key(word) for simple, word in piece if simple or word] for piece in found]


def _key(word: str) -> str:
    """Return the key of a word; in a number the signs between its figures tell 1.5 from 15."""
    if word.isascii() and word.isalpha():
        return word.lower()
    if _FIGURE.search(word) and not word.isalnum():
        return ".".join(key_of(part) for part in re.split(r"[.:/]", word.replace(",", "")))
    return key_of(word)
