"""The grammar: one pattern a way of writing a date, in the order in which they are tried.

Every pattern begins with a letter or a figure that rules most places out, and holds no quantifier inside another.
Months are taken with a capital in English, where "may" and "march" are words; in other languages as they are written.
"""

import re
from collections.abc import Iterable
from functools import cache

from valla.date.vocabulary import (
    DECADES,
    ENGLISH_MONTHS,
    HOLIDAYS,
    ORDINALS,
    OTHER_MONTHS,
    SEASONS,
    TENS,
    WEEKDAYS,
    choice,
)

_SHORT_DAY = 4  # letters of an abbreviated day of the week, which has to have its capital


def _capitals(words: Iterable[str]) -> set[str]:
    """Return words with a capital, and in capitals alone."""
    return {made for word in words for made in (word.capitalize(), word.upper())}


S = r"(?:[ \t\u00a0\u202f]++(?:\r?\n[ \t\u00a0]*+)?|\r?\n[ \t\u00a0]*+)"  # a blank, or one line end
OS = rf"{S}?+"
COMMA = rf"(?:{OS},)?{S}"
_NATIVE = _capitals(ENGLISH_MONTHS)
_FOREIGN = {form for table in OTHER_MONTHS for word in table for form in (word, word.capitalize(), word.upper())}
_FOREIGN -= {"mars", "mai", "april", "august", "september", "november"}
MONTH = rf"(?:(?:{choice(_NATIVE | _FOREIGN | {'mars', 'mai'})})\b\.?+)"
_BARE = {
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "May",
}
DASHED = r"(?:-[ ]?\n?|[ ])"  # a hyphen, at a line end too, or a blank
_ORDINALS = choice(ORDINALS).replace(r"\-", DASHED)
ORDINAL = rf"(?:{_ORDINALS})"
DAY = r"(?:[0-3]?[0-9])"
DAYTH = rf"(?:{DAY}(?:st|nd|rd|th|d|er|ème|\.|º)?+(?![\w]))"
NTH = rf"(?:{DAYTH}|(?i:{ORDINAL})\b)"
YEAR = r"(?:[12][0-9]{3})(?![\w]|[.,][0-9])"
YEAR_ANY = rf"(?:{YEAR}|[0-9]{{3}}(?![\w]))"
WEEKDAY = rf"(?:(?:{choice(_capitals(WEEKDAYS) | {w for w in WEEKDAYS if len(w) > _SHORT_DAY})})\b\.?,?{S})"
ERA = r"(?:B\.?C\.?E?\.?|BCE|A\.D\.|AD|C\.E\.|CE)(?![A-Za-z])"
DASH = r"[-‐‑–—]"
TO = rf"(?:{OS}{DASH}{OS}|{S}(?:to|and|until|till|through|bis|à|au|по|und|et){S}(?:the{S})?+)"
_IN_YEAR = rf"(?:{COMMA}(?:A\.?D\.?{S})?|{S}of{S}|,?{S}in{S}the{S}year{S}|{S}de{S})"
_OF = rf"(?:{S}day)?+(?:{S}of)?+{S}"
_CENTURY = r"(?:century|centuries|siècle|Jahrhunderts?|Jh\.|век[еа]?|вв?\.)"
_ROMAN_ORDINAL = r"[XVI]{1,5}(?:e|ème|th)?"

_GRAMMAR: dict[str, str] = {
    "iso": r"(?<![\w/-])(?P<y>[12][0-9]{3})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})(?![\w-])",
    "double": (
        rf"{DAY}{S}{MONTH}{OS}[(/\[]{OS}(?P<d>{DAY}){S}(?P<m>{MONTH})[)\]]?{COMMA}(?P<y>{YEAR})[)\]]?"
        rf"|{DAY}/(?P<d2>{DAY}){S}(?P<m2>{MONTH}){COMMA}(?P<y2>{YEAR})"
        rf"|{DAY}{S}?\((?P<d3>{DAY})\){S}(?P<m3>{MONTH}){COMMA}(?P<y3>{YEAR})"
    ),
    "days": rf"(?P<d>{NTH}){TO}(?P<d2>{NTH})(?:{S}of)?{S}(?P<m>{MONTH})(?:{_IN_YEAR}(?P<y>{YEAR}))?",
    "dmy": rf"(?P<w>{WEEKDAY})?(?:[Tt]he{S})?(?P<d>{NTH}){_OF}(?P<m>{MONTH})(?:{_IN_YEAR}(?P<y>{YEAR}))?+",
    "mdays": rf"(?P<m>{MONTH}){S}(?P<d>{DAYTH}){TO}(?P<d2>{DAYTH})(?!{S}{MONTH})(?:{COMMA}(?P<y>{YEAR}))?",
    "mdy": rf"(?P<w>{WEEKDAY})?(?P<m>{MONTH}){S}(?:the{S})?(?P<d>{NTH}|[4-9][0-9](?=,{S}[12][0-9]{{3}}))(?:{_IN_YEAR}(?P<y>{YEAR}))?+(?!{S}(?:of{S})?{MONTH})",
    "ymd": rf"(?P<y>{YEAR}){S}(?P<m>{MONTH}){S}(?P<d>{DAYTH})(?![.,]?[0-9])(?!{COMMA}{YEAR})",
    "roman": rf"(?P<d>{DAY})(?P<r>[./ -])(?P<m>[IVX]{{1,4}}|[ivx]{{1,4}})(?P=r)(?P<y>{YEAR})",
    "figures": rf"(?<![\w./-])(?P<d>[0-9]{{1,2}})(?P<r>[./-])(?P<m>[0-9]{{1,2}})(?P=r)(?P<y>{YEAR})",
    "holiday": rf"(?P<h>(?i:{choice(HOLIDAYS)}))(?:{COMMA}(?:of{S})?(?P<y>{YEAR}))",
    "winter": rf"(?:the{S})?(?:[Ww]inter|WINTER|зимой|зима)(?:{S}months)?(?:{S}of)?{S}(?P<y>{YEAR_ANY})(?:{DASH}|/)(?P<y2>[0-9]{{4}}|[0-9]{{2}})(?!\w)",
    "season": (
        rf"(?:[Tt]he{S})?(?P<s>{choice({f for w in SEASONS for f in (w, w.capitalize(), w.upper())})})(?:{S}months)?(?:{S}(?:of|de))?{COMMA}"
        rf"(?P<y>{YEAR}|['’‘][0-9]{{2}}(?!\w))"
    ),
    "months": rf"(?P<m>{MONTH})(?:{OS}(?:{DASH}|/){OS}|{S}(?:to|and){S})(?P<m2>{MONTH})(?:{_IN_YEAR}|{OS},{OS})(?P<y>{YEAR})",
    "my": rf"(?:the{S}month{S}of{S})?(?P<m>{MONTH})(?:{_IN_YEAR}|,)(?P<y>{YEAR}|['’‘][0-9]{{2}}(?!\w))",
    "spoken": (
        rf"(?P<c>seventeen|eighteen|nineteen|Seventeen|Eighteen|Nineteen)(?:{S}|-)(?:hundred{S}(?:and{S})?)?"
        rf"(?P<t>{choice(TENS)}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)\b(?:(?:{S}|-)(?P<u>one|two|three|four|five|six|seven|eight|nine)\b)?"
    ),
    "decade": rf"(?:[Tt]he{S})?(?P<y>1[0-9]{{2}}0|20[0-9]0)['’]?s(?!\w)|(?P<a>['’‘])(?P<y2>[1-9]0)['’]?s(?!\w)|[Tt]he{S}(?P<part>(?:early|late|mid)[ -])?(?P<y3>[1-9]0)['’]?s(?!\w)",
    "decadeword": rf"(?:[Tt]he{S})(?P<part>(?:early|late|mid){S}|mid-)?(?P<c>(?:nineteen|eighteen|seventeen)[- ])?(?P<y>(?i:{choice(DECADES)}))\b|(?<=early )(?P<y2>{choice(DECADES)})\b|(?<=late )(?P<y3>{choice(DECADES)})\b",
    "century": (
        rf"(?:[Tt]he{S})?(?P<c>(?:[0-9]{{1,2}}(?:st|nd|rd|th)|[0-9]{{1,2}}\.(?={S}J)|(?i:{ORDINAL})\b|{_ROMAN_ORDINAL}(?={S}(?:si|ве|в)))|[0-9]{{1,2}}(?=-?й?{S}век))"
        rf"(?:{TO}(?P<c2>[0-9]{{1,2}}(?:st|nd|rd|th)|(?i:{ORDINAL})\b))?(?:{S}|-){_CENTURY}(?!\w)(?:{S}(?P<e>{ERA}))?"
    ),
    "era": rf"(?P<e>A\.?D\.?){S}?(?P<y>[0-9]{{1,4}})(?!\w)|(?<![.,0-9])(?P<y2>[0-9]{{1,4}}){S}?(?P<e2>{ERA})",
    "smallyear": rf"(?:the|THE){S}year{S}(?P<y>[0-9]{{3}})(?!\w|[.,][0-9])",
    "years": rf"(?<![\w.,/-])(?P<y>[12][0-9]{{3}}){OS}(?P<r>{DASH}|/){OS}(?P<y2>[12][0-9]{{3}}|[0-9]{{1,2}})(?![\w]|[.,/-][0-9])",
    "year": rf"(?<![\w.,/:])(?<![0-9][-–—])(?P<y>{YEAR})",
    "shortyear": r"(?<![\w])['’‘](?P<y>[0-9]{2})(?![\w'’])",
    "month": rf"(?<![\w.-])(?P<m>{choice(_BARE)})(?![\w.'’-])",
}
_ANONYMOUS = re.compile(r"\(\?P<\w+>")
_BACKWARD = re.compile(r"\(\?P=r\)")


def _loose(pattern: str) -> str:
    """Return a pattern without its names, so that all can stand side by side; it may match a little more."""
    return _BACKWARD.sub(r"[./ -]", _ANONYMOUS.sub("(?:", pattern))


@cache
def pattern_of(form: str) -> re.Pattern[str]:
    """Return the pattern of one form, compiled when it is first met: most texts use few of them."""
    return re.compile(_GRAMMAR[form])


@cache
def seeds() -> re.Pattern[str]:
    """Return all forms at once: the name of the group that matched is the form to read by."""
    forms = "|".join(f"(?P<{name}>{_loose(pattern)})" for name, pattern in _GRAMMAR.items())
    return re.compile(rf"(?=[0-9'’‘A-ZА-Я]|[a-zà-ÿа-я])(?<![A-Za-z0-9À-ÿА-я])(?:{forms})")
