"""When two words that differ in letters may still be one word: another spelling, or a misread letter.

Spellings are compared by a skeleton in which historical, regional and transliterated habits of writing fall together;
the bolder habits ("plan", "plane") count only where one of the two is no word known. Misread letters are known by the
pairs that printing and scanning confuse. A likeness alone proves nothing ("casual" and "causal" are two words), so the
caller says which words are known to exist; two known words that are no spellings of each other are two words.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from rapidfuzz.distance import OSA

from valla.model.traces import Concern

SCAN_LIKENESS = 0.6
"""Below this share of equal letters a garbled word cannot be recognised as the word it was."""

UNKNOWN_LIKENESS = 0.8
"""The same where neither word is known: then nothing tells which of the two is garbled, or whether either is."""

LOOKALIKE_LIKENESS = 0.4
"""The same where all letters that differ are such as are often misread: "tbe" for "the"."""

SHORT = 3
"""Words up to this length are garbled beyond telling by one letter that is no lookalike."""

Habits = tuple[tuple[re.Pattern[str], str], ...]


def _habits(*rows: tuple[str, str]) -> Habits:
    return tuple((re.compile(pattern), to) for pattern, to in rows)


_SAFE = _habits(
    (r"v", "u"),
    (r"[jy]", "i"),
    (r"ph", "f"),
    (r"tz", "ts"),
    (r"ck|qu|c(?![eih])", "k"),
    (r"x", "ks"),
    (r"kt(?=ion)", "ks"),
    (r"(?<=.{2})ou(?=rs?$|red$|ring$|rab|rit|rful|rless)", "o"),
    (r"is(?=e[ds]?$|ing$|ation)", "iz"),
    (r"(?<=.{2})eth$", "es"),
    (r"re$", "er"),
    (r"([lst])\1(?=ed$|ing$|er$|ers$|or$|ors$|$|ment|ful)", r"\1"),
    (r"(?<=.{2})ae|oe(?=.)", "e"),
    (r"i{2,3}", "i"),
    (r"(?<=dg)e(?=ment)", ""),
)
_BOLD = _habits(
    (r"w", "u"),
    (r"([a-z])\1", r"\1"),
    (r"(?<=.{2})(?:ie|ei)", "i"),
    (r"(?<=.{2})e(?=d?$|s$|ment|ful|les)", ""),
    (r"tsch|tch|ch|cz", "c"),
    (r"sch|sh|sz", "s"),
    (r"zh", "z"),
    (r"kh", "h"),
    (r"(?<=.{3})ff$", "u"),
    (r"o[uw]|oo", "u"),
    (r"e[aey]|ai|ei", "e"),
)
_FORMS = dict(
    pair.split("=")
    for pair in (
        "hath=has doth=does saith=says ye=the yt=that wch=which wth=with thro=through tho=though shew=show "
        "shewed=showed shewn=shown centre=center gaol=jail grey=gray burthen=burden murther=murder hee=he shee=she "
        "mee=me bee=be wee=we onely=only beene=been onlie=only mr=mister dr=doctor matie=majesty lp=lordship "
        "whilst=while amongst=among towards=toward afterwards=afterward betwixt=between agst=against wt=with ym=them "
        "yr=your yor=your sr=sir ld=lord lo=lord alwaies=always sonne=son doe=do goe=go neuer=never noe=no "
        "soe=so ffor=for thincke=think wold=would shold=should bin=been verie=very hir=her dyd=did "
        "cheque=check programme=program defence=defense offence=offense licence=license enquiry=inquiry"
    ).split()
)
_CONFUSED = (
    "rn=m ni=m in=m nn=m iii=m ri=n ii=n cl=d ol=d li=h tl=h vv=w ln=h fi=h ll=u il=u li=u ti=u lc=k ic=k lt=h ai=m "
    "ct=d c=e c=o e=o a=o u=n u=v n=r l=i l=t i=t f=s f=t h=b b=d g=q g=y g=9 y=v p=n l=1 i=1 o=0 s=5 s=8 b=8 b=6 z=2 "
    "t=r r=f m=n k=h j=i x=z v=r a=u s=a e=a"
)
_LOOKALIKE = {
    pair for row in _CONFUSED.split() for one, _, other in [row.partition("=")] for pair in ((one, other), (other, one))
}


@lru_cache(maxsize=1 << 15)
def skeleton_of(key: str, *, bold: bool = False) -> str:
    """Return a key with habits of spelling taken away; equal skeletons are spellings of one word."""
    key = _FORMS.get(key, key)
    for habit, to in (*_SAFE, *_BOLD) if bold else _SAFE:
        key = habit.sub(to, key)
    return key


def likeness(one: str, other: str) -> float:
    """Return the share of letters that agree, 0 to 1; two letters that changed places count as one difference."""
    return OSA.normalized_similarity(one, other)


def kinship(one: str, other: str, known: Callable[[str], bool]) -> Concern | None:
    """Return how two keys can be one word: TYPOGRAPHY, SPELLING or SCAN; None where they are two words."""
    if one == other:
        return Concern.TYPOGRAPHY
    if min(len(one), len(other)) < SHORT:
        return Concern.SPELLING if _FORMS.get(one, one) == _FORMS.get(other, other) else None
    if skeleton_of(one) == skeleton_of(other):
        return Concern.SPELLING
    strangers = (not known(one)) + (not known(other))
    if not strangers:
        return None
    if skeleton_of(one, bold=True) == skeleton_of(other, bold=True):
        return Concern.SPELLING
    return Concern.SCAN if _misread(one, other, strangers) else None


def _misread(one: str, other: str, strangers: int) -> bool:
    """Tell whether one word can be a misreading of the other, one or both of them being no word known."""
    close = likeness(one, other)
    if only_lookalikes(one, other):
        return close >= LOOKALIKE_LIKENESS
    floor = SCAN_LIKENESS if strangers == 1 else UNKNOWN_LIKENESS
    return min(len(one), len(other)) > SHORT and close >= floor


@lru_cache(maxsize=1 << 14)
def only_lookalikes(one: str, other: str) -> bool:
    """Tell whether two words differ only in letters that a press or a scanner confuses."""
    mine, theirs = _middles(one, other)
    if (mine, theirs) in _LOOKALIKE:
        return True
    if len(mine) != len(theirs) or len(mine) < 2:  # noqa: PLR2004  (one letter was looked up above)
        return False
    return all(a == b or (a, b) in _LOOKALIKE for a, b in zip(mine, theirs, strict=True))


def _middles(one: str, other: str) -> tuple[str, str]:
    """Take away what two words share at their starts and ends."""
    short = min(len(one), len(other))
    start = next((at for at in range(short) if one[at] != other[at]), short)
    rest = short - start
    end = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    return one[start : len(one) - end], other[start : len(other) - end]
