"""Find the dates of a text: seeds by the grammar, what stands before them, intervals, relative dates."""

import re
from collections.abc import Iterable, Iterator

from valla.date.intervals import join_intervals
from valla.date.modifiers import modify
from valla.date.patterns import forms_behind, openings
from valla.date.reading import Page, page_of
from valla.date.stamps import Draft
from valla.date.vetoes import is_century, is_day, is_decade, is_month, is_short_year, is_year

_LONG = 1 << 20
_ORDINARY_CENTURY = 1900
_DAYS = frozenset({"dmy", "mdy", "days", "mdays"})


def draft_dates(text: str) -> tuple[Draft, ...]:
    """Return the drafts of every date that names itself, in the order of the text; none touches another."""
    return tuple(join_intervals(text, [modify(text, draft) for draft in _seeds(page_of(text))]))


def _seeds(page: Page) -> Iterator[Draft]:
    """Yield the drafts of the forms, those that are vetoed left out."""
    century, at = _ORDINARY_CENTURY, 0
    for place in openings().finditer(page.shadow):
        start = place.start()
        seed = _seed(page, start, forms_behind(place.lastgroup or "")) if start >= at else None
        if seed is None:
            continue
        draft = page.read(*seed, century)
        if draft is None or not _stands(page.text, draft):
            draft = _second_reading(page, start, seed[0], century)
        if draft is None:
            at = _behind_word(page.text, start)
            continue
        at = draft.end
        if draft.century_known and draft.first.year is not None and draft.first.year > 0:
            century = draft.first.year // 100 * 100
        yield draft


def _seed(page: Page, start: int, forms: Iterable[str]) -> tuple[str, re.Match[str]] | None:
    """Return the first form that matches at a place, with its match."""
    for form in forms:
        if match := page.seek(form, start):
            return form, match
    return None


def _second_reading(page: Page, start: int, form: str, century: int) -> Draft | None:
    """Return what stands at a place by a lesser form where the first one did not hold."""
    for other in ("dmy", "mdy", "my", "years", "year", "month"):
        match = page.seek(other, start) if other != form else None
        draft = page.read(other, match, century) if match else None
        if draft is not None and _stands(page.text, draft):
            return draft
    return None


def _behind_word(text: str, start: int) -> int:
    """Return where to go on behind a seed that was none: behind its first figures or letters."""
    at = start + 1
    while at < len(text) and at < start + _LONG and text[at].isalnum():
        at += 1
    return at


def _stands(text: str, draft: Draft) -> bool:
    """Tell whether the words around a draft allow it."""
    form, start, end = draft.form, draft.start, draft.end
    if form == "year":
        return is_year(text, start, end, draft.first.year or 0)
    if form == "years":
        return is_year(text, start, end, draft.first.year or 0)
    if form == "month":
        return is_month(text, start, end)
    if form in {"decade", "decadeword"}:
        return is_decade(text, start, end)
    if form == "century":
        return is_century(text, start, end)
    if form == "shortyear":
        return is_short_year(text, start, end)
    if form in _DAYS:
        return is_day(text, start, end, whole=draft.first.year is not None)
    return True
