"""Two dates that are the ends of one interval: "from March 1920 to May 1921", "between 1850 and 1855", "(1935 1936)"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from valla.date.stamps import Draft, Stamp, write_draft
from valla.text.edtf import bounds_of

_FAR = 24
_DASHED = re.compile(r"\s?[-‐‑–—]\s?")
_TO = re.compile(r"\s*,?\s+(?:up\s+)?(?:to|until|till|through|bis|à|по|до|bis\szum)\s+(?:about\s+)?(?:the\s+)?")
_AND = re.compile(r"\s*,?\s+(?:and|und|et|и)\s+(?:the\s+)?")
_BETWEEN = re.compile(r"\b(?:[Bb]etween|[Zz]wischen|[Ee]ntre|[Мм]ежду)\s+(?:the\s+)?(?:years\s+)?$")
_FROM = re.compile(r"\b(?:[Ff]rom|[Vv]on|[Dd]e|[Сс])\s+(?:the\s+)?(?:years?\s+)?$")
_BLANK = re.compile(r"\s")


def join_intervals(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with those joined that are the ends of one interval."""
    joined: list[Draft] = []
    for draft in drafts:
        if joined and (whole := _interval(text, joined[-1], draft)):
            joined[-1] = whole
        else:
            joined.append(draft)
    return joined


def _interval(text: str, one: Draft, other: Draft) -> Draft | None:
    """Return the interval of two drafts; None where they are two dates."""
    later = _inner_start(text, one, other)
    between = text[one.end : later]
    if one.fault or other.fault or len(between) > _FAR or not _parts(text, one, other, between):
        return None
    if not one.simple and one.form != "winter":
        return None
    first = _filled(one.first, other.first)
    bearing = "" if one.bearing in {"", "after"} else one.bearing
    whole = replace(one, end=other.end, first=first, last=other.last, bearing=bearing)
    if bearing == "before":
        return None
    return (
        whole
        if (bounds_of(write_draft(whole)) is not None and first.year is not None) or other.last.year is None
        else None
    )


def _inner_start(text: str, one: Draft, other: Draft) -> int:
    """Return where the second date begins; a "to" or "until" that it took for its own is a joint."""
    if other.bearing == "before" or other.start < one.end:
        match = _TO.match(text, one.end)
        return match.end() if match and match.end() <= other.end else other.start
    return other.start


def _filled(one: Stamp, other: Stamp) -> Stamp:
    """Return the first end with the year of the second where it has none."""
    return one if one.year is not None else replace(one, year=other.year)


def _parts(text: str, one: Draft, other: Draft, between: str) -> bool:
    """Tell whether the words between two dates make them the ends of an interval."""
    before = text[max(0, one.start - _FAR) : one.start]
    if _TO.fullmatch(between):
        return other.bearing in {"", "before"}
    if other.bearing:
        return False
    if _DASHED.fullmatch(between):
        return True
    if _AND.fullmatch(between):
        return _BETWEEN.search(before) is not None
    return _BLANK.fullmatch(between) is not None and _enclosed(text, one, other)


def _enclosed(text: str, one: Draft, other: Draft) -> bool:
    """Tell whether two years stand alone in brackets or on their line, so that a dash between them was lost."""
    years = one.form == other.form == "year" and (one.first.year or 0) < (other.first.year or 0)
    opens = one.start == 0 or text[one.start - 1] in "([\n"
    closes = other.end == len(text) or text[other.end] in ")]\n"
    return years and opens and closes
