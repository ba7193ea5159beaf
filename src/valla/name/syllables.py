"""Chinese names in the two romanisations that print knows: Wade and Giles (1892) and pinyin (1958).

Wade's spelling is read into every pinyin it may stand for: printers leave his apostrophes out, so that "t" is d or t.
"""

import re
from functools import lru_cache
from itertools import product
from unicodedata import normalize

MOST = 64
"""Readings kept of one name."""

_INITIALS = {
    "ch'": ("q", "ch"), "ch": ("j", "zh", "q", "ch"), "p'": ("p",), "p": ("b", "p"), "t'": ("t",), "t": ("d", "t"),
    "k'": ("k",), "k": ("g", "k"), "hs": ("x",), "ts'": ("c",), "tz'": ("c",), "ts": ("z", "c"), "tz": ("z", "c"),
    "ss": ("s",), "sz": ("s",), "sh": ("sh",), "j": ("r",), "m": ("m",), "f": ("f",), "n": ("n",), "l": ("l",), "h": ("h",),
    "s": ("s",), "w": ("w",), "y": ("y",), "": ("",),
}  # fmt: skip
_FINALS = (
    "a ai an ang ao e eh ei en eng i ia iai iang iao ieh ien ih in ing io iu iung o ou u ua uai uan uang ueh ui un ung uo "
    "üeh üan ün ü en erh ê u uei ei iang ian"
).split()
_CHANGED = {
    "eh": "e", "ieh": "ie", "ien": "ian", "ih": "i", "io": "ue", "iung": "iong", "ueh": "ue", "ung": "ong", "üeh": "ue",
    "üan": "uan", "ün": "un", "ü": "u", "erh": "er", "ê": "e", "uei": "ui",
}  # fmt: skip
_SYLLABLE = re.compile(
    "("
    + "|".join(sorted(_INITIALS, key=lambda one: (-len(one), one)))
    + ")("
    + "|".join(sorted(set(_FINALS), key=lambda one: (-len(one), one)))
    + ")"
)
_PALATAL = frozenset({"j", "q", "x"})


@lru_cache(maxsize=1 << 12)
def readings_of(name: str) -> frozenset[str]:
    """Return the pinyin that a name in Wade's spelling may stand for, syllables joined; none where it is no such name."""
    plain = normalize("NFC", name.casefold()).replace("’", "'").replace("‘", "'").replace("ŭ", "u")
    parts = [part for part in re.split(r"[\s-]+", plain) if part]
    cut = [_syllables(part) for part in parts]
    if not parts or not all(cut):
        return frozenset()
    choices = [_pinyin(*syllable) for part in cut for syllable in part]
    made = ("".join(chosen) for _, chosen in zip(range(MOST), product(*choices), strict=False))
    return frozenset(made)


def _syllables(part: str) -> list[tuple[str, str]]:
    """Cut one part of a name into syllables; empty where it cannot be cut."""
    found, at = [], 0
    while at < len(part):
        match = _SYLLABLE.match(part, at)
        if match is None or match.end() == at:
            return []
        found.append((match[1], match[2]))
        at = match.end()
    return found


def _pinyin(initial: str, final: str) -> tuple[str, ...]:
    """Return the ways to write one of Wade's syllables in pinyin."""
    if final == "u" and initial in {"tz", "tz'", "ts", "ss", "sz"}:
        final = "i"
    wide = final[0] in "iü" and final != "ih"
    made = []
    for letter in _INITIALS[initial]:
        if letter in _PALATAL and not (wide or final in {"u", "uan", "un", "ueh"}):
            continue
        if letter in {"zh", "ch"} and initial.startswith("ch") and wide:
            continue
        made += [letter + vowel for vowel in _vowels(letter, final)]
    return tuple(made) or (initial + final,)


def _vowels(letter: str, final: str) -> tuple[str, ...]:
    """Return the ways pinyin writes a final behind an initial; a lost umlaut leaves two."""
    if final == "o" and letter:
        return ("e",) if letter in {"g", "k", "h"} else (("o",) if letter in {"p", "b", "m", "f", "w"} else ("uo",))
    if letter == "y":
        return _BEHIND_Y.get(final, (final,))
    return (_CHANGED.get(final, final),)


_BEHIND_Y = {
    "en": ("an",), "u": ("ou", "u"), "ü": ("u",), "üan": ("uan",), "ün": ("un",), "üeh": ("ue",), "ueh": ("ue",),
    "eh": ("e",), "ung": ("ong",),
}  # fmt: skip


@lru_cache(maxsize=1 << 12)
def plain_syllables(name: str) -> str:
    """Return a name's letters alone, as pinyin would join them."""
    return "".join(one for one in normalize("NFKD", name.casefold()) if one.isascii() and one.isalpha())


_PINYIN = {
    "": "a ai an ang ao e ei en eng er o ou", "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u", "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u", "d": "a ai an ang ao e ei eng i ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ü üe",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo ü üe",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo", "k": "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo", "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un", "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo", "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u uan ui un uo", "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo", "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un", "w": "a ai an ang ei en eng o u",
}  # fmt: skip
_PINYIN_NAME = re.compile(
    "(?:"
    + "|".join(sorted((a + b for a, row in _PINYIN.items() for b in row.split()), key=lambda one: (-len(one), one)))
    + "){1,3}"
)


@lru_cache(maxsize=1 << 12)
def is_pinyin(name: str) -> bool:
    """Tell whether a name of two words or three is made of the syllables of pinyin alone."""
    parts = [part for part in re.split(r"[\s-]+", normalize("NFC", name.casefold())) if part]
    return 1 < len(parts) <= 3 and all(_PINYIN_NAME.fullmatch(part.replace("'", "").replace("’", "")) for part in parts)  # noqa: PLR2004


def syllable_count(name: str) -> int:
    """Return how many parts a name has between blanks and hyphens."""
    return len([part for part in re.split(r"[\s-]+", name) if part])
