"""What stands before a date and changes it: early, about, by, before, after, since."""

import re
from dataclasses import replace

from valla.date.stamps import Draft, Stamp
from valla.model.dates import Precision

_REACH = 48
_ARTICLE = r"(?:the\s+|year\s+|Jahre?\s+|l['’]année\s+)?"
_PART = re.compile(
    r"(?:\b[Tt]he\s+)?(?:very\s+)?\b(?:"
    r"(?P<early>[Ee]arly|[Bb]eginning|[Ss]tart|[Oo]pening|[Aa]nfang|début|начал[ое]|early\s(?:part|days|months|years))|"
    r"(?P<mid>[Mm]id(?:dle)?|[Mm]itte|milieu|середин[ае])|"
    r"(?P<late>[Ll]ate(?!r)|(?<!year\s)[Ee]nd|[Cc]lose|[Ee]nde|fin|кон[ец]+[е]?|latter\s(?:part|days|months|years))|"
    r"(?P<half1>first\shalf)|(?P<half2>(?:second|latter|last)\shalf)|"
    r"(?P<quarter1>first\squarter)|(?P<quarter2>second\squarter)|(?P<quarter3>third\squarter)|"
    r"(?P<quarter4>(?:fourth|last)\squarter))"
    r"(?:\s+of|\s+in|\s+de|\s+des)?[\s-]+(?:the\s+|der\s+)?(?:year\s+)?$"
)
_ABOUT = re.compile(
    r"\b(?:[Aa]bout|[Aa]round|[Cc]irca|[Cc]a?\.|ca|[Aa]pproximately|[Rr]oughly|[Tt]owards?|[Vv]ers|[Uu]m|[Gg]egen|около)\s+"
    rf"{_ARTICLE}$"
)
_BEFORE = re.compile(
    r"\b(?:[Bb]y|[Bb]efore|[Pp]rior\s+to|[Uu]ntil|[Tt]ill|[Uu]p\s+to|[Nn]ot\s+later\s+than|[Nn]o\s+later\s+than|[Nn]ot\s+after|"
    rf"[Aa]vant|[Bb]is|[Vv]or|до)\s+(?:about\s+)?{_ARTICLE}$|\b[Pp]re[-‐‑–]$"
)
_AFTER = re.compile(
    rf"\b(?:[Aa]fter|[Ss]ince|[Ff]ollowing|[Aa]s\s+of|[Ss]tarting\s+in|[Bb]eginning\s+(?:in|on|with)|[Ee]ffective|[Dd]epuis|[Ss]eit|[Aa]près|[Nn]ach|после)\s+{_ARTICLE}$|\b[Pp]ost[-‐‑–]$|"
    r"(?:^|(?<=[\s(«„]))[СсCc]\s$"
)
_ONWARD = re.compile(r",?\s+(?:onwards?|forward|on(?=[\s,.;])|and\safter|or\slater)\b")
_FROM = re.compile(r"\b[Ff]rom\s+(?:the\s+)?$")
_AFTER_THAT = re.compile(r"\s+(?:or|and)\s+(?:before|earlier)\b")


def modify(text: str, draft: Draft) -> Draft:
    """Return a draft with what stands directly before it taken in; its span grows by a part such as "early"."""
    if draft.fault:
        return draft
    if match := _AFTER.search(text[max(0, draft.start - _REACH) : draft.start]):
        return replace(draft, bearing="after", start=max(0, draft.start - _REACH) + match.start())
    draft = _take_part(text, draft)
    before = text[max(0, draft.start - _REACH) : draft.start]
    if match := _ABOUT.search(before):
        draft = _marked(draft, draft.start - len(before) + match.start())
        before = text[max(0, draft.start - _REACH) : draft.start]
    if match := _BEFORE.search(before):
        return replace(draft, bearing="before", start=draft.start - len(before) + match.start())
    if match := _AFTER.search(before):
        return replace(draft, bearing="after", start=draft.start - len(before) + match.start())
    if _FROM.search(before) and (match := _ONWARD.match(text, draft.end)):
        return replace(draft, bearing="after")
    return draft


def _take_part(text: str, draft: Draft) -> Draft:
    """Return a draft with the part of it that is meant, where one is named."""
    if not draft.simple or draft.first.scale in {Precision.DAY, Precision.SEASON} or draft.form == "winter":
        return draft
    before = text[max(0, draft.start - _REACH) : draft.start]
    match = _PART.search(before)
    if match is None or not match.lastgroup:
        return draft
    stamp = replace(draft.first, part=match.lastgroup)
    return replace(draft, first=stamp, last=stamp, start=draft.start - len(before) + match.start())


def _marked(draft: Draft, start: int) -> Draft:
    """Return a draft that is approximate."""
    return replace(draft, first=_about(draft.first), last=_about(draft.last), start=start)


def _about(stamp: Stamp) -> Stamp:
    """Return a stamp marked as approximate."""
    return replace(stamp, mark="~")
