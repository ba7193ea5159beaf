"""What a scan does to a text: confused letters, broken lines, hyphens, running heads and page numbers."""

import re
from dataclasses import dataclass
from random import Random

CONFUSED = {
    "rn": "m", "m": "rn", "h": "b", "b": "h", "e": "c", "c": "e", "l": "1", "I": "l", "o": "0", "O": "0", "s": "5",
    "S": "8", "a": "u", "u": "n", "n": "u", "t": "f", "f": "t", "i": "j", "y": "v", "v": "y", "cl": "d", "d": "cl",
    "w": "vv", "B": "8", "g": "q", "q": "g", "ii": "n", "r": "i", "k": "lc", "T": "I", "E": "F", "G": "C",
}  # fmt: skip
"""Letters and what they are read as."""

LOST, SPECK, SPACE = 0.1, 0.06, 0.08
"""Of all errors: the letter lost, a speck read as a sign, a space lost or come in; the rest are confused letters."""

LINE = (48, 72)
PAGE = (28, 40)
"""Letters in a line and lines on a page of a scanned book, chosen for each book."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A scanned text; `clean` and `noisy` are the offsets at which its words begin and end, in order, before and after."""

    text: str
    clean: tuple[int, ...]
    noisy: tuple[int, ...]


def misread(text: str, rate: float, chance: Random) -> str:
    """Return a text in which about that share of its signs was misread; at least one, if the rate is not zero."""
    signs = _misread(text, rate, chance)
    while rate > 0 and signs == text:
        signs = _misread(text, max(rate, 2 / len(text)), chance)
    return signs


def _misread(text: str, rate: float, chance: Random) -> str:
    """Go through the signs once."""
    out: list[str] = []
    place = 0
    while place < len(text):
        pair = text[place : place + 2]
        width = 2 if pair in CONFUSED and chance.random() < 0.5 else 1  # noqa: PLR2004 - as often the pair as its first
        sign = text[place : place + width]
        out.append(_one_error(sign, chance) if chance.random() < rate else sign)
        place += width
    return "".join(out)


def _one_error(sign: str, chance: Random) -> str:
    """Return what is read for a sign that is misread."""
    luck = chance.random()
    if luck < LOST:
        return ""
    if luck < LOST + SPECK:
        return sign + chance.choice(".,'-~|")
    if luck < LOST + SPECK + SPACE or sign == " ":
        return "" if sign == " " else sign + " "
    return CONFUSED.get(sign) or chance.choice("aceinorstu" if sign.islower() else "ABEFHIKLT1.,")


def scan(text: str, *, title: str, rate: float, chance: Random) -> Scan:
    """Print a text in lines and pages and read it with errors; the title page, to the first blank lines, stays clean.

    Where a page ends stand a page number, a form feed and a running head; long words are broken with hyphens.
    """
    width, height = chance.randint(*LINE), chance.randint(*PAGE)
    head, body = re.match(r"(?:(?!\n\n).)*\n\n|", text, re.DOTALL), text
    start = head.end() if head else 0
    press = _Press(width=width, height=height, title=title, written=[text[:start]], length=start)
    clean: list[int] = []
    noisy: list[int] = []
    for match in re.finditer(r"\S+|\n\s*\n", body[start:]):
        if match[0].isspace():
            press.end_paragraph()
            continue
        begun, ended = press.set_word(misread(match[0], rate, chance) if chance.random() < _touched(rate) else match[0])
        clean += (start + match.start(), start + match.end())
        noisy += (begun, ended)
    return Scan(text="".join(press.written), clean=tuple(clean), noisy=tuple(noisy))


def _touched(rate: float) -> float:
    """Return the share of words that have an error; about five letters make a word."""
    return min(1.0, 5 * rate)


@dataclass(slots=True, kw_only=True)
class _Press:
    """A hand press: words are set one after another into lines and pages. The one thing here that changes."""

    width: int
    height: int
    title: str
    written: list[str]
    length: int
    column: int = 0
    line: int = 0
    page: int = 1

    def put(self, signs: str) -> None:
        """Set signs as they are."""
        self.written.append(signs)
        self.length += len(signs)

    def set_word(self, word: str) -> tuple[int, int]:
        """Set a word, broken where it does not fit, and return where it begins and ends."""
        room = self.width - self.column - 1
        if self.column and len(word) > room:
            cut = room - 1
            if 3 <= cut <= len(word) - 3 and word.isalpha():  # noqa: PLR2004 - three letters on each side
                return self._set_broken(word, cut)
            self.end_line()
        if self.column:
            self.put(" ")
        begun = self.length
        self.put(word)
        self.column += len(word) + 1
        return begun, self.length

    def _set_broken(self, word: str, cut: int) -> tuple[int, int]:
        """Set a word over the end of a line."""
        self.put(" ")
        begun = self.length
        self.put(word[:cut] + "-")
        self.end_line()
        self.put(word[cut:])
        self.column = len(word) - cut
        return begun, self.length

    def end_paragraph(self) -> None:
        """End the line and leave one empty."""
        self.end_line()
        self.end_line()

    def end_line(self) -> None:
        """End the line, and the page where it is full."""
        self.put("\n")
        self.column = 0
        self.line += 1
        if self.line >= self.height:
            self.put(f"\n{self.page}\n\f{self.title.upper()[:40]}\n\n")
            self.page += 1
            self.line = 0
