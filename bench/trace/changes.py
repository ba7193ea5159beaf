"""What a careless or a willing hand does to a quotation: each change returns the new words, or None where it has no hold."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from bench.trace.words import WORD, put

Change = Callable[[str, Random], str | None]

QUANTIFIERS = {
    "all": "some", "every": "many a", "none": "few", "most": "some", "many": "some", "few": "many", "always": "often",
    "some": "all", "only": "chiefly", "often": "always", "both": "either", "each": "every", "whole": "greater part of the",
    "much": "little", "several": "all", "any": "every",
}  # fmt: skip
MODALS = {
    "must": "may", "shall": "may", "will": "might", "may": "must", "can": "must", "should": "shall", "could": "should",
    "might": "will", "would": "might",
}  # fmt: skip
AUXILIARIES = frozenset(
    "is was are were will shall can could would should must may might has have had do does did am".split()
)
NEGATIONS = frozenset("not never no nor none neither without".split())
NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty fifty sixty seventy "
    "eighty ninety hundred thousand million third fourth fifth sixth seventh eighth ninth tenth"
).split()
MONTHS = "January February March April May June July August September October November December".split()
GUARDED = {*QUANTIFIERS, *MODALS, *AUXILIARIES, *NEGATIONS, *NUMBERS, *(month.lower() for month in MONTHS)}
CUES = re.compile(
    r"[,;:]?\s(?:provided that|unless|except|although|though|but|yet|if|so far as|in so far as|on condition that)\b"
)
"""Words with which a source takes back or narrows what it has said."""

_YEAR = re.compile(r"\b(1[5-9]\d\d|20[0-2]\d)\b")
_FIGURE = re.compile(r"(?<![\d.,:])\d{1,3}(?:,\d{3})*(?![\d:])")
_SENTENCE_END = re.compile(r"[.!?:;”\"'’—-]\s*$")
ELLIPSES = ("…", "...", " … ", " ... ", "[...]", " [...] ", " […] ", ". . .", " . . . ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Words to put in: ordinary ones, names of persons and places; and every word that newer texts know."""

    ordinary: tuple[str, ...]
    names: tuple[str, ...]
    known: frozenset[str]


def inner(text: str, wanted: Callable[[str], bool]) -> list[re.Match[str]]:
    """Return the words between the first and the last that are wanted."""
    return [match for match in list(WORD.finditer(text))[1:-1] if wanted(match[0])]


def _ordinary(word: str) -> bool:
    """Tell whether a word is one of meaning and of no special weight."""
    return word.islower() and len(word) > 4 and word not in GUARDED  # noqa: PLR2004


def substitute(vocabulary: Vocabulary) -> Change:
    """Put another ordinary word for one."""

    def change(text: str, chance: Random) -> str | None:
        places = inner(text, _ordinary)
        if not places:
            return None
        place = chance.choice(places)
        other = next(
            word for word in iter(lambda: chance.choice(vocabulary.ordinary), None) if word[:2] != place[0][:2]
        )
        return put(text, place.span(), other)

    return change


def insert(vocabulary: Vocabulary) -> Change:
    """Put an ordinary word before one."""

    def change(text: str, chance: Random) -> str | None:
        places = inner(text, _ordinary)
        if not places:
            return None
        place = chance.choice(places)
        return put(text, place.span(), f"{chance.choice(vocabulary.ordinary)} {place[0]}")

    return change


def lose(text: str, chance: Random) -> str | None:
    """Leave an ordinary word out."""
    places = inner(text, _ordinary)
    return put(text, chance.choice(places).span(), "") if places else None


def lose_negation(text: str, chance: Random) -> str | None:
    """Leave a "not", a "never" or a "no" out."""
    places = inner(text, lambda word: word in {"not", "never", "no"})
    return put(text, chance.choice(places).span(), "") if places else None


def add_negation(text: str, chance: Random) -> str | None:
    """Put a "not" behind an auxiliary that has none."""
    places = [
        match
        for match in inner(text, AUXILIARIES.__contains__)
        if not NEGATIONS.intersection(word.lower() for word in WORD.findall(text[match.end() :])[:2])
    ]
    if not places:
        return None
    place = chance.choice(places)
    return put(text, place.span(), f"{place[0]} not")


def by_table(table: dict[str, str]) -> Change:
    """Put another word of a table for one."""

    def change(text: str, chance: Random) -> str | None:
        places = inner(text, table.__contains__)
        if not places:
            return None
        place = chance.choice(places)
        return put(text, place.span(), table[place[0]])

    return change


def change_number(text: str, chance: Random) -> str | None:
    """Change a number in words or figures that is no year."""
    words = inner(text, NUMBERS.__contains__)
    figures = [match for match in _FIGURE.finditer(text) if not _YEAR.fullmatch(match[0])]
    places = [*words, *figures]
    if not places:
        return None
    place = chance.choice(places)
    if place[0].isalpha():
        like = [word for word in NUMBERS if word.endswith("th") == place[0].endswith("th") and word != place[0]]
        return put(text, place.span(), chance.choice(like))
    return put(text, place.span(), _other_figure(place[0], chance))


def change_date(text: str, chance: Random) -> str | None:
    """Change a year or the name of a month."""
    years = list(_YEAR.finditer(text))
    months = [match for match in WORD.finditer(text) if match[0] in MONTHS]
    if not years and not months:
        return None
    place = chance.choice([*years, *months])
    if place[0].isdigit():
        return put(text, place.span(), str(int(place[0]) + chance.choice((-30, -11, -10, -3, -1, 1, 2, 4, 10, 20))))
    return put(text, place.span(), chance.choice([month for month in MONTHS if month != place[0]]))


def change_name(vocabulary: Vocabulary) -> Change:
    """Put another name for one."""
    names = frozenset(vocabulary.names)

    def change(text: str, chance: Random) -> str | None:
        places = [row for row in inner(text, names.__contains__) if not _SENTENCE_END.search(text[: row.start()])]
        if not places:
            return None
        place = chance.choice(places)
        return put(text, place.span(), chance.choice([name for name in vocabulary.names if name != place[0]]))

    return change


def _other_figure(figure: str, chance: Random) -> str:
    """Change one digit of a figure."""
    place = chance.choice([index for index, sign in enumerate(figure) if sign.isdigit()])
    least = 1 if place == 0 else 0
    digit = chance.choice([str(n) for n in range(least, 10) if str(n) != figure[place]])
    return figure[:place] + digit + figure[place + 1 :]


def reset_type(text: str, chance: Random) -> str:
    """Set the same words in another type: ligatures, soft hyphens, hard spaces, curly marks, dashes."""
    shaped = re.sub(r"(?<=\w)'(?=\w)", "’", text).replace("--", "—")
    shaped = re.sub(r'"([^"]{1,400})"', r"“\1”", shaped)
    if chance.random() < 0.5:  # noqa: PLR2004 - half of the typesetters have ligatures
        shaped = shaped.replace("ffi", "ﬃ").replace("ff", "ﬀ").replace("fi", "ﬁ").replace("fl", "ﬂ")
    long = [match for match in WORD.finditer(shaped) if len(match[0]) > 7 and match[0].isalpha()]  # noqa: PLR2004
    for match in reversed(long):
        cut = match.start() + len(match[0]) // 2
        shaped = shaped[:cut] + "\u00ad" + shaped[cut:]
    spaces = [match.start() for match in re.finditer(" ", shaped)]
    place = chance.choice(spaces)
    hard = chance.choice(("\u00a0", "\u2009", "  ", "\u202f"))
    return shaped[:place] + hard + shaped[place + 1 :]


def recase(text: str, chance: Random) -> str | None:
    """Set the same words in other capitals."""
    first = text[:1].lower() if text[:1].isupper() else text[:1].upper()
    forms = [form for form in (text.upper(), text.lower(), text.title(), first + text[1:]) if form != text]
    return chance.choice(forms) if forms else None


def elide(words: Sequence[str], gaps: Sequence[tuple[int, int]], chance: Random) -> str:
    """Return words with stretches of them left out, each omission marked in the same way."""
    sign = chance.choice(ELLIPSES)
    out, begun = [], 0
    for start, end in gaps:
        out.append(" ".join(words[begun:start]).rstrip(",;:"))
        begun = end
    out.append(" ".join(words[begun:]))
    return (sign if sign.strip() != sign else f" {sign} ").join(out)
