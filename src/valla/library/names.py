"""Titles and authors as they are compared: by their telling words, in the spelling that all their spellings share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from valla.model.works import Holding
from valla.text.lexicon import LEXICONS
from valla.text.variants import likeness, skeleton_of
from valla.text.words import keys_in

SMALL = frozenset(
    "a an the of and to in on at by for from with or its his her their into as der die das den dem des und von vom zu im "
    "in ein eine le la les l un une de du des et en au aux à el los las y del al il lo gli i e di da della nel o и в о на "
    "de et ab ex ad vol volume edition ed revised second newly".split()
)
KINDS = frozenset(
    skeleton_of(word, bold=True)
    for word in (
        "letter letters diary diaries journal interview testimony speech statement memoir memoirs report telegram minutes "
        "transcript record note notes papers works history article essay proceedings deposition evidence correspondence "
        "memorandum treatise sermon address lecture chronicle autobiography recollections reminiscences"
    ).split()
)
_MONTHS = {name: month for lexicon in LEXICONS for name, month in lexicon.months.items()}
_RANKS = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady rev reverend father fr st saint general gen colonel captain "
    "marshal count baron king queen prince ed eds editor translator tr trans jr jun sr".split()
)
KEPT = 1 << 16
"""Names whose words are kept: those of a large library, for they are compared with every citation."""

_SUBTITLE = re.compile(
    r"\s*[:;(\[]\s*|\s+[—–]\s*|\s*[—–]\s+|[.?!]\s+|,\s+(?:or|being|with|together)\b,?\s*", re.IGNORECASE
)
_HYPHEN = re.compile(r"(?<=\w)[-‐‑](?=\w)")
_YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})\b")

SAME_WORD = 0.84
"""Likeness from which two long words of a title are taken for spellings or inflections of one."""

LONG_WORD = 6


@dataclass(frozen=True, slots=True)
class Name:
    """The telling words of a title: its main part, and the rest (the subtitle)."""

    main: tuple[str, ...]
    rest: tuple[str, ...] = ()

    @property
    def whole(self) -> tuple[str, ...]:
        """The words of title and subtitle."""
        return self.main + self.rest

    @property
    def weight(self) -> int:
        """How many words tell this work from others; words that only name a kind of document do not."""
        return sum(word not in KINDS for word in self.whole)


@lru_cache(maxsize=KEPT)
def name_of(title: str) -> Name:
    """Return a title's telling words; a title that is all small words is kept whole."""
    main, *rest = [title] if _is_plain(title) else _SUBTITLE.split(title.strip().rstrip("."), maxsplit=1)
    head = _telling(main)
    if not head:
        return Name(_telling(title) or tuple(skeleton_of(key, bold=True) for key in _keys(title)))
    return Name(head, _telling(rest[0]) if rest else ())


@lru_cache(maxsize=KEPT)
def names_of(holding: Holding) -> tuple[Name, ...]:
    """Return the names by which a holding may be cited."""
    return tuple(dict.fromkeys(name_of(title) for title in (holding.title, *holding.aliases) if title.strip()))


def _telling(title: str) -> tuple[str, ...]:
    """Return the words that tell; the days, months and years of a full date are left to `dates_in`."""
    apart = title if _is_plain(title) else _HYPHEN.sub(" ", title)
    keys = _keys(apart)
    if _dates(keys) if apart == title else dates_in(title):
        keys = [key for key in keys if not (key in _MONTHS or key.isdigit())]
    return tuple([_stem(key) for key in keys if key not in SMALL])


def _is_plain(title: str) -> bool:
    """Tell whether a title has nothing but blanks between its letters and figures, as most have."""
    return title.isascii() and title.replace(" ", "").isalnum()


def _keys(title: str) -> Sequence[str]:
    """Return the keys of the words of a title; of a plain one they are what stands between blanks."""
    return title.lower().split() if _is_plain(title) else keys_in(title)


@lru_cache(maxsize=KEPT)
def _stem(key: str) -> str:
    """Return a word in the spelling that its spellings share, without the ending of its plural."""
    if key.isdecimal():
        return key  # figures have one spelling; thousands of works differ in nothing else
    stem = skeleton_of(key, bold=True)
    return stem.removesuffix("s") if len(key) >= LONG_WORD else stem


@lru_cache(maxsize=KEPT)
def dates_in(title: str) -> frozenset[str]:
    """Return the months and numbers of a title that gives a full date ("3 May 1921"), else nothing."""
    return _dates(_keys(title))


def _dates(keys: Sequence[str]) -> frozenset[str]:
    """Return the months and numbers among the words of a title, if there are both."""
    if _MONTHS.keys().isdisjoint(keys):
        return frozenset()
    months = {f"month {_MONTHS[key]}" for key in keys if key in _MONTHS}
    numbers = {key.rstrip("stndrh") for key in keys if key[0].isdigit()}
    return frozenset(months | numbers) if numbers else frozenset()


def same_word(one: str, other: str) -> bool:
    """Tell whether two telling words are one, allowing for inflection where they are long."""
    if one == other:
        return True
    return min(len(one), len(other)) >= LONG_WORD and one[0] == other[0] and likeness(one, other) >= SAME_WORD


def same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two runs of telling words are one."""
    return len(one) == len(other) and all(same_word(a, b) for a, b in zip(one, other, strict=True))


def place_of(short: tuple[str, ...], long: tuple[str, ...]) -> int | None:
    """Return where the shorter run begins in the longer one, None where it is not in it."""
    width = len(short)
    starts = range(len(long) - width + 1) if width else ()
    return next((start for start in starts if same_words(short, long[start : start + width])), None)


def covers(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether each of the first words is among the others, in whatever order."""
    return all(any(same_word(word, other) for other in others) for word in words)


@lru_cache(maxsize=KEPT)
def author_words(author: str | None) -> tuple[str, ...]:
    """Return the telling words of a person's name: no ranks, no initials."""
    return tuple(_stem(key) for key in _keys(author or "") if len(key) > 2 and key not in _RANKS | SMALL)  # noqa: PLR2004  (initials)


def authors_agree(cited: str | None, holding: Holding) -> bool | None:
    """Tell whether the authors agree; None where one of them is unknown. A title may name the author too."""
    mine = author_words(cited)
    theirs = author_words(holding.author) + tuple(word for name in names_of(holding) for word in name.whole)
    if not mine:
        return None
    if any(same_word(word, other) for word in mine for other in theirs):
        return True
    return None if holding.author is None else False


def years_agree(cited: str | None, holding: Holding) -> bool | None:
    """Tell whether the years agree; None where one of them is unknown."""
    mine, theirs = set(_YEAR.findall(cited or "")), set(_YEAR.findall(holding.year or ""))
    return bool(mine & theirs) if mine and theirs else None
