"""Whether two surnames are spellings of one: a likeness from 0 to 1, and the reason in plain words.

Three witnesses are heard: the distance of sounds, the codes of Daitch and Mokotoff, and, for Chinese names, the two
romanisations. Three objections are fatal: a word derived from the name, the other gender's ending, another suffix.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from valla.name.distance import sounds_apart
from valla.name.folding import is_vowel, sounds_of
from valla.name.readings import read_alike
from valla.name.slips import slipped
from valla.name.soundex import codes_of
from valla.name.syllables import is_pinyin, plain_syllables, readings_of, syllable_count

SURE = 0.86
"""From here on two spellings are taken for one name, where the codes agree as well."""
SPELT = 0.97
"""Of two spellings that two systems read alike."""
SURE_ALONE = 0.91
"""The same without the codes."""
TOO_SHORT = 3
"""Letters up to which only equal names are one."""
WEIGHT = (3.0, 3.0, 2.8, 2.4, 1.15) + (1.0,) * 40
"""By how much a difference weighs more in a name with so many consonants before its suffix: few say little."""
HEARD = 0.5
"""Likeness below which it is not worked out how unlike two names are."""
BETWEEN = 0.62
"""From here on a merge is proposed, and left to a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How like two surnames are; `sure` where they are taken for one without asking."""

    score: float
    sure: bool
    reason: str


_KOREAN = re.compile("eu|[ŏŭ](?!$)|eo")
_DERIVED = re.compile(r"(?:ists?|ites?|isms?|grad|sk|ians?|ovite|shchina|['’]s)\Z")
_NUMBERED = re.compile(r" [ivxl]+\Z")
_SOFT = re.compile(r"[ij]e(?:v|ff|w)\Z")
_HARD = re.compile(r"[^ijyt]o(?:v|ff|w)\Z")
_ARTICLE = re.compile(r"\A(?:al|el|ul|ad|as|ash|an|ar)[-\s](?=.{3})|\A(?:ibn|bin|ben)[-\s]", re.IGNORECASE)
_SUFFIXES = (
    ("sky", "ski"), ("Tky", "Tki"), ("enko", "enko"), ("vich", "viC"), ("uk", "uk"), ("ov", "ov"), ("ov", "ev"), ("in", "in"),
    ("shvili", "Svili"), ("dze", "dze"), ("yan", "yan"), ("escu", "esku"), ("son", "son"), ("sen", "sen"), ("man", "man"),
    ("stein", "sten"), ("berg", "berg"), ("baum", "baum"), ("feld", "feld"), ("ston", "ston"), ("oviC", "oviC"),
    ("evsky", "evski"), ("ovsky", "ovski"), ("er", "er"),
)  # fmt: skip


@lru_cache(maxsize=1 << 16)
def likeness_of(one: str, other: str) -> Likeness:
    """Return how like two surnames are; both as printed, without titles and given names."""
    one, other = sorted((bare(one), bare(other)))
    if one == other:
        return Likeness(score=1.0, sure=True, reason="the same letters")
    if without_accents(one) == without_accents(other):
        return Likeness(score=1.0, sure=True, reason="the same letters but for their accents")
    chinese = _as_chinese(one, other)
    if chinese:
        return chinese
    objection = objection_to(one, other)
    if is_idle(one, other):
        return Likeness(score=SURE, sure=False, reason="alike, but in names so short a letter more makes another name")
    systems = None if objection else read_alike(one, other)
    if systems:
        return Likeness(score=SPELT, sure=True, reason=f"one name as it is spelt and read in {systems}")
    if objection:
        return Likeness(score=0.0, sure=False, reason=objection)
    return _by_sound(one, other)


def without_accents(name: str) -> str:
    """Return a name in small letters without accents, hyphens, apostrophes and blanks."""
    return "".join(one for one in normalize("NFKD", name.casefold().translate(_CROSSED)) if one.isalnum())


_CROSSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i"})


_IDLE = tuple(
    (re.compile(habit), to)
    for habit, to in (
        (r"(?<=.{2}[^aeiou])e\Z", ""),
        (r"(?<=[^aeo])(?:ie|ey|y)\Z", "i"),
        (r"ei|ie|ea", "i"),
        (r"x", "ks"),
        (r"ck", "k"),
        (r"(.)\1+", r"\1"),
    )
)
"""What makes other names as often as other spellings: a letter doubled, a mute e, y for i."""
IDLE = 6
"""Letters below which such a difference is not passed over."""


def is_idle(one: str, other: str) -> bool:
    """Tell whether two short names differ by nothing but letters that may well make two names: Mason, Masson."""
    if min(len(one), len(other)) >= IDLE or not (one + other).isascii():
        return False
    for habit, to in _IDLE:
        one, other = habit.sub(to, one), habit.sub(to, other)
    return one == other


def stem_consonants(name: str) -> int:
    """Return how many consonants a name has before its suffix."""
    sounds = sounds_of(name)
    ending = next((written for kind, written in _SUFFIXES if kind == suffix_of(name) and sounds.endswith(written)), "")
    return min(20, sum(not is_vowel(sound) and sound not in "yj" for sound in sounds.removesuffix(ending)))


@lru_cache(maxsize=1 << 16)
def bare(name: str) -> str:
    """Return a surname in small letters without article, apostrophes of softness and doubled blanks."""
    small = name.casefold().replace("’", "'").replace("‘", "'").replace("`", "'")
    small = _ARTICLE.sub("", " ".join(small.split()))
    return re.sub(r"\A(?:st\.?|saint)[\s-]", "saint-", small)


def _by_sound(one: str, other: str) -> Likeness:
    """Hear the sounds and the codes."""
    mine, theirs = sounds_of(one), sounds_of(other)
    weight = WEIGHT[min(map(stem_consonants, (one, other)))]
    length = max(3, (len(mine) + len(theirs)) / 2)
    first, second = sorted((mine, theirs))
    apart = weight * sounds_apart(first, second, (1 - HEARD) * length / weight)
    score = max(0.0, 1 - apart / length)
    agree = bool(codes_of(one) & codes_of(other)) or not one.isascii() or not other.isascii()
    sure = score >= (SURE if agree else SURE_ALONE)
    if min(len(one), len(other)) <= TOO_SHORT:
        return Likeness(score=min(score, BETWEEN), sure=False, reason="alike, but too short to tell")
    slips = None if sure else slipped(one, other)
    if slips:
        return Likeness(score=SURE, sure=True, reason=slips)
    told = "sounds alike" if apart else "one name in two ways of writing its sounds"
    codes = ", and the codes of Daitch and Mokotoff agree" if agree else ""
    return Likeness(score=round(score, 3), sure=sure, reason=f"{told}{codes}")


def _as_chinese(one: str, other: str) -> Likeness | None:
    """Hear the two romanisations of Chinese; None where a name is no Chinese one."""
    mine, theirs = readings_of(one), readings_of(other)
    plain = {plain_syllables(one), plain_syllables(other)}
    if len(plain) == 1 and (mine or theirs):
        return Likeness(score=1.0, sure=True, reason="the same syllables")
    if (mine and plain_syllables(other) in mine) or (theirs and plain_syllables(one) in theirs):
        sure = max(map(syllable_count, (one, other))) > 1 or one.startswith("hs") or other.startswith("hs")
        return Likeness(score=1.0 if sure else 0.8, sure=sure, reason="Wade-Giles and pinyin of one name")
    both = all((is_pinyin(name) or readings_of(name)) and not _KOREAN.search(name) for name in (one, other))
    if both and min(syllable_count(one), syllable_count(other)) > 1:
        return Likeness(score=0.0, sure=False, reason="other syllables")
    return None


def objection_to(one: str, other: str) -> str | None:
    """Return why two like surnames cannot be one; None where nothing forbids it."""
    if _NUMBERED.search(one) or _NUMBERED.search(other):
        return "the numbers of rulers are not spellings"
    short, long = sorted((one, other), key=len)
    if len(long) > len(short) and _DERIVED.sub("", long) in {short, short.rstrip("y")} and len(short) > 3:  # noqa: PLR2004
        return "one is derived from the other"
    if long == f"{short}s" and short[-1] not in "aeiouy":
        return "one is the other's plural"
    if _feminine(short, long) or _feminine(long, short):
        return "the endings are of a man and of a woman"
    if (_SOFT.search(one) and _HARD.search(other)) or (_SOFT.search(other) and _HARD.search(one)):
        return "the suffixes are of two names"
    if suffix_of(one) != suffix_of(other) and suffix_of(one) and suffix_of(other):
        return "the suffixes are of two names"
    return None


_WOMEN = (
    ("a", ""),
    ("aya", "y"),
    ("aia", "y"),
    ("aja", "ij"),
    ("ska", "ski"),
    ("ska", "sky"),
    ("cka", "cki"),
    ("ova", ""),
    ("ová", ""),
    ("á", "ý"),
    ("aya", "i"),
    ("aja", "i"),
)


def _feminine(man: str, woman: str) -> bool:
    """Tell whether the second name is the first with a woman's ending."""
    slavic = re.search(r"(?:[oeё]v|[oe]ff|[oe]w|in|yn|sky|ski|skii|cki|ý|[aá]k|ek|ov)\Z", man) is not None
    return slavic and any(
        woman.endswith(ending) and woman == man.removesuffix(other) + ending and man.endswith(other)
        for ending, other in _WOMEN
    )


@lru_cache(maxsize=1 << 14)
def suffix_of(name: str) -> str:
    """Return the suffix by which a surname is made of another word, as sounds; empty where none is known."""
    sounds = sounds_of(name)
    held = [
        (len(written), kind)
        for kind, written in _SUFFIXES
        if sounds.endswith(written) and len(sounds) > len(written) + 1
    ]
    return max(held, default=(0, ""))[1]
