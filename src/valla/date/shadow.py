"""The shadow of a text: the same length, with the words of months, days, seasons and ordinals drawn over by what they are.

A grammar of dates that spells these words out is long, and tries them wherever a date might go on. Here each is found
once, by one plain pattern, and drawn over with letters that stand for its class; the grammar is written over the classes,
and every offset is one of the text. The letters are of a script (Yi) in which no date is read, and letters they are, so
that they bound no figure. Where the text has them itself, another of that script stands in the shadow.
"""

import re
from collections.abc import Iterable
from functools import cache

from valla.date.vocabulary import ENGLISH_MONTHS, ORDINALS, OTHER_MONTHS, SEASONS, WEEKDAYS, choice

MONTH, WEEKDAY, SEASON, WINTER = "\ua000\ua001", "\ua002\ua003", "\ua004\ua005", "\ua006\ua007"
"""The letter with which a word of a class opens, and the one with which it goes on; winters have years of two."""
ORDINAL = "\ua008\ua009\ua00a"
"""The same; the last is what stands between the two words of "twenty-first"."""
DRAWN = MONTH + WEEKDAY + SEASON + WINTER + ORDINAL[:2]
"""What stands for letters, for a character class."""
_FOREIGN_TO_ALL = "\ua00b"
_OURS = re.compile("[\ua000-\ua00a]")
BREAK = "\v"
"""What stands for a line end that parts paragraphs: no date goes on behind it."""
_BREAKS = re.compile(r"\n[ \t\u00a0]*+[\r\n\u202f]|\r(?!\n)")

LETTERS = r"A-Za-z0-9À-ÿА-я"
"""Letters and figures behind which no word of a date begins, for a character class."""
DASHED = r"(?:-[ ]?\n?|[ ])"  # a hyphen, at a line end too, or a blank
_SHORT_DAY = 4  # letters of an abbreviated day of the week, which has to have its capital


def capitals(words: Iterable[str]) -> set[str]:
    """Return words with a capital, and in capitals alone."""
    return {made for word in words for made in (word.capitalize(), word.upper())}


def month_words() -> set[str]:
    """Return the names of months as they are taken: with a capital in English, where "may" and "march" are words."""
    foreign = {form for table in OTHER_MONTHS for word in table for form in (word, word.capitalize(), word.upper())}
    return capitals(ENGLISH_MONTHS) | (foreign - {"april", "august", "september", "november"})


def weekday_words() -> set[str]:
    """Return the names of days of the week as they are taken."""
    return capitals(WEEKDAYS) | {word for word in WEEKDAYS if len(word) > _SHORT_DAY}


def by_letter(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, by their first letters, so that most places are left at the first."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{choice(rest)})" for first, rest in sorted(groups.items()))


def season_words() -> set[str]:
    """Return the names of seasons as they are taken."""
    return {form for word in SEASONS for form in (word, word.capitalize(), word.upper())}


WINTERS = frozenset({"winter", "Winter", "WINTER", "зимой", "зима"})


@cache
def _classes() -> dict[str, str]:
    """Return the class of each word, by its two letters."""
    return {
        **dict.fromkeys(month_words(), MONTH),
        **dict.fromkeys(weekday_words(), WEEKDAY),
        **dict.fromkeys(season_words(), SEASON),
        **dict.fromkeys(WINTERS, WINTER),
    }


@cache
def _words() -> re.Pattern[str]:
    """Return the pattern of the words that have a class, but for ordinals."""
    return re.compile(rf"(?<![{LETTERS}])(?:{by_letter(_classes())})\b")


@cache
def _ordinals() -> re.Pattern[str]:
    """Return the pattern of ordinals in words, in any case."""
    return re.compile(rf"(?<![{LETTERS}])(?=[FfSsTtEeNnſ])(?i:{choice(ORDINALS).replace(chr(92) + '-', DASHED)})\b")


_OPENING = re.compile(r"(?<![^\W\d_])[A-Za-z]")


def shadow_of(text: str) -> str:
    """Return the shadow of a text, of the same length."""
    if not text.isascii():
        text = _OURS.sub(_FOREIGN_TO_ALL, text)
    return _ordinals().sub(_ordinal, _words().sub(_word, _BREAKS.sub(_break, text)))


def _break(match: re.Match[str]) -> str:
    """Return what stands for the end of a paragraph."""
    return BREAK * (match.end() - match.start())


def _word(match: re.Match[str]) -> str:
    """Return what stands for a word that has a class; "É" opens no date, only what follows "the"."""
    letters, word = _classes()[match[0]], match[0]
    return letters[word[0] == "É"] + letters[1] * (len(word) - 1)


def _ordinal(match: re.Match[str]) -> str:
    """Return what stands for an ordinal; each of its two words opens, for a date may begin at the second."""
    opens = {place.start() for place in _OPENING.finditer(match[0])}
    return "".join(
        ORDINAL[0] if at in opens else ORDINAL[1] if letter.isalpha() else ORDINAL[2]
        for at, letter in enumerate(match[0])
    )
