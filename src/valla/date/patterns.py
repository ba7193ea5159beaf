"""The grammar: one pattern a way of writing a date, in the order in which they are tried, and where a date may begin.

The patterns are written over the shadow of the text (`valla.date.shadow`), in which months, days of the week and ordinals
are letters that stand for their class: so each of them is short. Those that hold such words as part of a phrase are read
in the text itself. Every pattern begins with a letter or a figure that rules most places out, and holds no quantifier
inside another.
"""

import re
from functools import cache

from valla.date import shadow
from valla.date.vocabulary import DECADES, HOLIDAYS, TENS, choice

S = r"(?:[ \t\u00a0\u202f\r\n]++)"  # a blank, or one line end: the ends of paragraphs are drawn over
OS = rf"{S}?+"
_PLAIN_S = r"(?:[ \t\u00a0\u202f]++(?:\r?\n[ \t\u00a0]*+)?|\r?\n[ \t\u00a0]*+)"  # the same, in the text itself
COMMA = rf"(?:{OS},)?{S}"
MONTH = rf"(?:[{shadow.MONTH}]++\.?+)"
SEASON = rf"[{shadow.SEASON}{shadow.WINTER}]++"
_BARE = "January February March April May June July August September October November December".split()
ORDINAL = rf"(?:[{shadow.ORDINAL}]++)"
DAY = r"(?:[0-3]?[0-9])"
DAYTH = rf"(?:{DAY}(?:st|nd|rd|th|d|er|ème|\.|º)?+(?![\w]))"
NTH = rf"(?:{DAYTH}|{ORDINAL})"
YEAR = r"(?:[12][0-9]{3})(?![\w]|[.,][0-9])"
YEAR_ANY = rf"(?:{YEAR}|[0-9]{{3}}(?![\w]))"
WEEKDAY = rf"(?:[{shadow.WEEKDAY}]++\.?,?{S})"
ERA = r"(?:B\.?C\.?E?\.?|BCE|A\.D\.|AD|C\.E\.|CE)"
DASH = r"[-‐‑–—]"
TO = rf"(?:{OS}{DASH}{OS}|{S}(?:to|and|until|till|through|bis|à|au|по|und|et){S}(?:the{S})?+)"
_IN_YEAR = rf"(?:{COMMA}(?:A\.?D\.?{S})?|{S}of{S}|,?{S}in{S}the{S}year{S}|{S}de{S})"
_OF = rf"(?:{S}day)?+(?:{S}of)?+{S}"
_CENTURY = r"(?:century|centuries|siècle|Jahrhunderts?|Jh\.|век[еа]?|вв?\.)"
_ROMAN_ORDINAL = r"[XVI]{1,5}(?:e|ème|th)?"

_HOLIDAY = choice(HOLIDAYS)
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
    "roman": rf"(?P<d>{DAY})(?P<r>[./ -])(?P<m>[IVX]{{1,4}}|[ivx]{{1,4}})(?P<r2>[./ -])(?P<y>{YEAR})",
    "figures": rf"(?<![\w./-])(?P<d>[0-9]{{1,2}})(?P<r>[./-])(?P<m>[0-9]{{1,2}})(?P<r2>[./ -])(?P<y>{YEAR})",
    "holiday": rf"(?P<h>(?i:{_HOLIDAY}|[{shadow.MONTH}]{{3}} day))(?:{COMMA}(?:of{S})?(?P<y>{YEAR}))",
    "winter": rf"(?:the{S})?[{shadow.WINTER}]++(?:{S}months)?(?:{S}of)?{S}(?P<y>{YEAR_ANY})(?:{DASH}|/)(?P<y2>[0-9]{{4}}|[0-9]{{2}})(?!\w)",
    "season": (
        rf"(?:[Tt]he{S})?(?P<s>{SEASON})(?:{S}months)?(?:{S}(?:of|de))?{COMMA}"
        rf"(?P<y>{YEAR}|['’‘][0-9]{{2}}(?!\w))"
    ),
    "months": rf"(?P<m>{MONTH})(?:{OS}(?:{DASH}|/){OS}|{S}(?:to|and){S})(?P<m2>{MONTH})(?:{_IN_YEAR}|{OS},{OS})(?P<y>{YEAR})",
    "my": rf"(?:the{S}month{S}of{S})?(?P<m>{MONTH})(?:{_IN_YEAR}|,)(?P<y>{YEAR}|['’‘][0-9]{{2}}(?!\w))",
    "spoken": (
        rf"(?P<c>seventeen|eighteen|nineteen|Seventeen|Eighteen|Nineteen)(?:{_PLAIN_S}|-)(?:hundred{_PLAIN_S}(?:and{_PLAIN_S})?)?"
        rf"(?P<t>{choice(TENS)}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)\b(?:(?:{_PLAIN_S}|-)(?P<u>one|two|three|four|five|six|seven|eight|nine)\b)?"
    ),
    "decade": rf"(?:[Tt]he{S})?(?P<y>1[0-9]{{2}}0|20[0-9]0)['’]?s(?!\w)|(?P<a>['’‘])(?P<y2>[1-9]0)['’]?s(?!\w)|[Tt]he{S}(?P<part>(?:early|late|mid)[ -])?(?P<y3>[1-9]0)['’]?s(?!\w)",
    "decadeword": rf"(?:[Tt]he{S})(?P<part>(?:early|late|mid){S}|mid-)?(?P<c>(?:nineteen|eighteen|seventeen)[- ])?(?P<y>(?i:{choice(DECADES)}))\b|(?<=early )(?P<y2>{choice(DECADES)})\b|(?<=late )(?P<y3>{choice(DECADES)})\b",
    "century": (
        rf"(?:[Tt]he{S})?(?P<c>(?:[0-9]{{1,2}}(?:st|nd|rd|th)|[0-9]{{1,2}}\.(?={S}J)|{ORDINAL}|{_ROMAN_ORDINAL}(?={S}(?:si|ве|в)))|[0-9]{{1,2}}(?=-?й?{S}век))"
        rf"(?:{TO}(?P<c2>[0-9]{{1,2}}(?:st|nd|rd|th)|{ORDINAL}))?(?:{S}|-){_CENTURY}(?!\w)(?:{S}(?P<e>{ERA})(?![A-Za-z{shadow.DRAWN}]))?"
    ),
    "era": rf"(?P<e>A\.?D\.?){_PLAIN_S}?(?P<y>[0-9]{{1,4}})(?!\w)|(?<![.,0-9])(?P<y2>[0-9]{{1,4}}){_PLAIN_S}?(?P<e2>{ERA})(?![A-Za-z])",
    "smallyear": rf"(?:the|THE){S}year{S}(?P<y>[0-9]{{3}})(?!\w|[.,][0-9])",
    "years": rf"(?<![\w.,/-])(?P<y>[12][0-9]{{3}}){OS}(?P<r>{DASH}|/){OS}(?P<y2>[12][0-9]{{3}}|[0-9]{{1,2}})(?![\w]|[.,/-][0-9])",
    "year": rf"(?<![\w.,/:])(?<![0-9][-–—])(?P<y>{YEAR})",
    "shortyear": r"(?<![\w])['’‘](?P<y>[0-9]{2})(?![\w'’])",
    "month": rf"(?<![\w.-])(?P<m>{choice(_BARE)})(?![\w.'’-])",
}
IN_WORDS = frozenset({"spoken", "era", "month"})
"""Forms that are read in the text: their own words, or the letters behind them, are drawn over in the shadow."""

_BEHIND_THE = (
    rf"(?=[0-9XVI{shadow.ORDINAL}{shadow.SEASON}{shadow.WINTER}]|month|early|late|mid|year|nineteen|eighteen|seventeen|"
    rf"(?i:{choice(DECADES)}))"
)
_OPENINGS: dict[str, tuple[str, tuple[str, ...]]] = {
    "figure": (
        "[0-9]",
        tuple("iso double days dmy ymd roman figures decade century era years year".split()),
    ),
    "month": (shadow.MONTH[0], ("mdays", "mdy", "holiday", "months", "my", "month")),
    "weekday": (shadow.WEEKDAY[0], ("dmy", "mdy")),
    "ordinal": (shadow.ORDINAL[0], ("days", "dmy", "century")),
    "the": (
        rf"(?:[Tt]he|THE){S}{_BEHIND_THE}",
        tuple("dmy winter season my decade decadeword century smallyear".split()),
    ),
    "short": ("['’‘](?=[0-9])", ("decade", "shortyear")),
    "season": (shadow.SEASON[0], ("season",)),
    "winter": (shadow.WINTER[0], ("winter", "season")),
    "roman": (rf"{_ROMAN_ORDINAL}(?={S}(?:si|в))", ("century",)),
    "era": (r"A\.?D", ("era",)),
    "spoken": ("(?:[Ss]even|[Ee]igh|[Nn]ine)teen(?![a-z])", ("spoken",)),
    "decade": (rf"(?=[tfsen])(?:(?<=early )|(?<=late ))(?:{choice(DECADES)})", ("decadeword",)),
    "holiday": (rf"(?=[CcBbNnMmAaSsLl])(?i:{_HOLIDAY})", ("holiday",)),
}
"""How a date may begin, and by which forms it may then go on, these in the order of the grammar."""


@cache
def pattern_of(form: str) -> re.Pattern[str]:
    """Return the pattern of one form, compiled when it is first met: most texts use few of them."""
    return re.compile(_GRAMMAR[form])


@cache
def openings() -> re.Pattern[str]:
    """Return the pattern of the places in a shadow at which a date may begin: the group that matched says how."""
    ways = "|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in _OPENINGS.items())
    return re.compile(rf"(?<![{shadow.LETTERS}{shadow.DRAWN}])(?:{ways})")


def forms_behind(opening: str) -> tuple[str, ...]:
    """Return the forms by which a date may go on that begins so."""
    return _OPENINGS[opening][1]
