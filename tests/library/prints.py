"""Words set in every way that printers and scanners have, with the place of each: a text of which the right answer is known."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.library.cases import SYLLABLES

LIGATURES = {"fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ", "st": "ﬆ"}
BEYOND = "𝐚𝐛𝐜𝐝𝐞𝐟𝐠𝐡𝐢𝐣𝐤𝐥𝐦𝐧𝐨𝐩𝐪𝐫𝐬𝐭𝐮𝐯𝐰𝐱𝐲𝐳"
"""Letters beyond the first plane that fold to plain ones."""


@dataclass(frozen=True, slots=True)
class Print:
    """A text, its words as they are quoted, and the half-open range of each in the text."""

    text: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    def cut(self, seed: int) -> tuple[int, int]:
        """Return a range of some words."""
        chance = Random(seed)  # noqa: S311
        first = chance.randrange(len(self.words) - 16)
        return first, first + chance.randint(8, 15)


def printed(seed: int, *, windows: bool, count: int = 300) -> Print:
    """Return a text of some words, each set in a way of chance."""
    chance = Random(f"print {seed}")  # noqa: S311
    end = "\r\n" if windows else "\n"
    text, words, places = "", [], []
    for _ in range(count):
        word = _word(chance)
        shown = chance.choice(WAYS)(word, chance, end)
        places.append((len(text), len(text) + len(shown)))
        words.append(word)
        text += shown + chance.choice([" ", " ", " ", "  ", end, f", {end}", f"{end}\f", "\f", " 𐇑 "])
    return Print(text, tuple(words), tuple(places))


def _word(chance: Random) -> str:
    """Return an invented word, some with an accent or letters that are set as one."""
    word = "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))
    return chance.choice([word, word, f"{word}fi", f"{word}é", f"fl{word}", word + "st"])


def _plain(word: str, _chance: Random, _end: str) -> str:
    return word


def _broken(word: str, chance: Random, end: str) -> str:
    at = chance.randrange(1, len(word))
    return f"{word[:at]}-{end}{word[at:]}"


def _soft(word: str, chance: Random, _end: str) -> str:
    at = chance.randrange(1, len(word))
    return f"{word[:at]}\u00ad{word[at:]}"


def _joined(word: str, _chance: Random, _end: str) -> str:
    for letters, one in LIGATURES.items():
        word = word.replace(letters, one)
    return word


def _apart(word: str, _chance: Random, _end: str) -> str:
    return word.replace("é", "e\u0301")


def _beyond(word: str, _chance: Random, _end: str) -> str:
    return "".join(BEYOND[ord(letter) - 97] if "a" <= letter <= "z" else letter for letter in word)


WAYS: list[Callable[[str, Random, str], str]] = [_plain, _plain, _plain, _broken, _soft, _joined, _apart, _beyond]
