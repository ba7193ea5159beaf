"""What looks like a year and is none: pages, volumes, counts, money, sections, verse."""

import re

from valla.date.vocabulary import COUNTED, choice

_REACH = 36  # code points of the words before and behind that are looked at
_NUMBERED = (
    "p pp pg page pages vol vols volume volumes no nos number numbers num nr ch chap chapter chapters art article "
    "articles sec sect section sections fig figure figures col cols column columns fol folio line lines ll item items "
    "order decree protocol case docket bill phone call dial extension ext box route highway flight model type code "
    "password room rooms table tables bd band seite tome стр том verse verses step"
).split()  # fmt: skip
_BEFORE = re.compile(
    rf"(?:\b(?i:{choice(_NUMBERED)})\.?(?:\s(?:was|is|of))?\s*|(?:[$£€¥§№#°+=×]|US\$|Rs\.?)\s*|\d[.,:/]|[A-Z]/|\d/|"
    r"\b(?i:cost|costs|worth|weighs?|weighed|earned|paid|pay|sold|counted|owed|than|over|nearly|exceed\w*|"
    r"total\w*|some|another|exactly|numbered|numbering|raised|score)(?:\s(?:of|to|about))?\s+)$"
)
_BEHIND = re.compile(
    rf"(?:\s?[-–]\s?|\s+)(?:{choice(COUNTED)})\b|\s?(?:%|°|£|€|\$|percent|st\b)|"
    r"\s+[A-Z][a-z]+\s(?:Street|Avenue|Road|Lane|Ave\b|St\b)|\s+(?:and|to|or|[-–])\s+(?:[\d,]+)\s+"
    rf"(?:{choice(COUNTED)})\b|/[0-9]{{1,4}}(?:/|\b)"
)
_CUED = re.compile(
    r"(?:\b(?i:in|since|until|till|during|before|after|from|by|year|years|between|through|of|im|seit|vor|nach|en|depuis|"
    r"dès|jahre?|в|с|до|после|session|early|late|mid|circa|c|ca|the|and|or|de)\b\.?[\s(-]*|[(\[;—–]\s*|,\s*|^\s*|\n\s*)$"
)
_STRONG = re.compile(
    r"\b(?i:in|since|until|till|during|before|after|year|years|between|im|seit|en|depuis|в|с)\b[\s]*(?:the\s|early\s|late\s)?$"
)
_PLURAL = re.compile(r"\s+(?:new |old |other |young |armed |small |large |such |different )?([a-zà-ÿ]{3,}s)\b")
_NO_PLURAL = frozenset(
    "was has his this its thus does less across towards perhaps besides always is as us unless series congress is "
    "famous previous serious various religious census address business crisis process success progress express "
    "yes afterwards sometimes nevertheless whereas upwards elections".split()
)
_EARLIEST, _LATEST, _COMMON = 1000, 2099, 1400


def is_year(text: str, start: int, end: int, year: int) -> bool:
    """Tell whether four figures at a place are a year, by the words around them."""
    before, behind = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if not _EARLIEST <= year <= _LATEST or _BEFORE.search(before) or _BEHIND.match(behind):
        return False
    if _STRONG.search(before):
        return not _counts(behind) or year > 1700  # noqa: PLR2004  ("in 1880 elections were held")
    if _CUED.search(before):
        return year >= _COMMON or not _counts(behind)
    return year >= _COMMON and not _counts(behind)


def _counts(behind: str) -> bool:
    """Tell whether the word behind is what the number counts."""
    plural = _PLURAL.match(behind)
    return plural is not None and plural[1] not in _NO_PLURAL and not plural[1].endswith(("ss", "ous"))


_MONTH_BEFORE = re.compile(
    r"\b(?i:in|since|until|till|by|during|before|after|from|between|through|last|next|this|of|late|early|mid|each|every|to|and|ending)"
    r"(?:\s(?:the\s)?(?:month\sof|end\sof|beginning\sof|middle\sof|late|early|mid))?[\s-]+$"
)
_WEAK_BEFORE = re.compile(r"\b(?:of|and|to|through|from|by|after|before|this)\s+$", re.IGNORECASE)
_SPEAKING = re.compile(r"\s+(?:[A-Z][a-z]+|(?:said|wrote|told|and [A-Z]|who|is|was|had)\b)")
_NAMES = frozenset({"May", "March", "April", "June", "August"})


def is_month(text: str, start: int, end: int) -> bool:
    """Tell whether the bare name of a month stands for the month: some are names and verbs too."""
    word = text[start:end]
    before, behind = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if _MONTH_BEFORE.search(before) is None or re.match(r"\s+[A-Z][a-z]|\s?\d|['’]", behind):
        return False
    if word in _NAMES:
        return _WEAK_BEFORE.search(before) is None and _SPEAKING.match(behind) is None
    return True


_AGE = re.compile(r"\b(?i:his|her|their|my|your|our|its|mid)\b[\s-]*(?:early|late|mid)?[\s-]*$")
_SHILLINGS = re.compile(r"\s?\.?\s?\d")


def is_decade(text: str, start: int, end: int) -> bool:
    """Tell whether a decade is one: not an age ("her early 40s"), not shillings and pence."""
    return _AGE.search(text[max(0, start - 20) : start]) is None and _SHILLINGS.match(text[end : end + 4]) is None


_QUOTED_YEAR = re.compile(
    r"\b(?i:in|of|since|by|year|the|from|until|after|before|class|about|to|FY|fiscal)\s+$|^$|[\n(]\s*$"
)


def is_short_year(text: str, start: int, end: int) -> bool:
    """Tell whether two figures behind an apostrophe are a year."""
    before = text[max(0, start - 20) : start]
    return _QUOTED_YEAR.search(before) is not None and re.match(r"\s?(?:%|per\b)", text[end : end + 6]) is None


_DAY_BEFORE = re.compile(r"(?:\d[.,:]?|[$£§]|\b(?:[Nn]o|[Pp]p?|[Vv]ol)\.?\s?)$")
_NAME_BEHIND = re.compile(r"\s+(?:[A-Z][a-z]+)\b(?!\s*[,.;:)])")
_MODAL_BEHIND = re.compile(r"\s+(?:be|have|not|only|also|come|go|see|well|still|never|take)\b")


def is_day(text: str, start: int, end: int, *, whole: bool) -> bool:
    """Tell whether a day with its month is one; without a year more is asked, for "second May" may be anything."""
    if _DAY_BEFORE.search(text[max(0, start - 8) : start]):
        return False
    return whole or not text[start:end].endswith("May") or _MODAL_BEHIND.match(text[end : end + 12]) is None


_OWN_AGE = re.compile(r"\s+of\s+(?:our|its|their|the\s+(?:republic|nation|union|city|church|reign))\b", re.IGNORECASE)
_POSSESSED = re.compile(r"\b(?:our|its|their|his|her|this)\s+$", re.IGNORECASE)


def is_century(text: str, start: int, end: int) -> bool:
    """Tell whether a century is one of the calendar, not one of a nation's life."""
    return _OWN_AGE.match(text, end) is None and _POSSESSED.search(text[max(0, start - 10) : start]) is None
