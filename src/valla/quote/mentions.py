"""How surely a work that the running text names is the place of a quotation, and no work that is only spoken of."""

import re
from collections.abc import Sequence

from valla.model.anchors import Span
from valla.quote.backward import Resolved
from valla.quote.citations.apart import within
from valla.quote.lexicon.verbs import REPORTING
from valla.quote.sentences import sentence_edges

DESCRIBED = 0.4
"""A work that is named by its kind only: "in his letter to the mayor"."""

SPOKEN_OF = 0.45
"""A work that is mentioned near the words, where nothing says that they stand in it."""

CITED = 0.7
"""A title, set apart or dated, in which the sentence says that the words stand."""

LEADING = 120
"""Code points between such a title and the quotation, at most."""

_WORD = re.compile(r"[^\W\d_]+")
_SETS = "_*"
_MARKS = "“”\"„«»‘’'"
_LEADS_UP = re.compile(r"[:—–]\W*$|--\W*$")
_NEW = re.compile(r"[.!?][_*”\"’')]{0,3}\s?(?:[—–]|--)")
_IN_IT = re.compile(r"\b(?:in|from)(?: [\w’'.]{1,20}){0,3}\W{0,3}$")
_ASIDE = re.compile(r"[\[\](){}]")
_READS = REPORTING | frozenset(
    "read reads told runs gives given found described styled called stated recorded stands find speaks occurs appears entry".split()
)


def certainty(text: str, title: Span, quotation: Span, resolved: Resolved, italics: Sequence[Span] = ()) -> float:
    """Return how surely a title in the words beside a quotation is its place, 0 to 1.

    The title must be set apart, dated, or known from a citation; it must stand in the sentence of the quotation; and a verb
    of saying or a colon must lead from the one to the other.
    """
    start, end = (title.end, quotation.start) if title.end <= quotation.start else (quotation.end, title.start)
    between = text[start:end]
    apart = sentence_edges(text, start - 1, end) or "\n\n" in between.strip() or _NEW.search(text, start - 1, end)
    if not is_set_apart(text, title, resolved, italics) or len(between) > LEADING or apart:
        return SPOKEN_OF
    told = any(word.lower() in _READS for word in _WORD.findall(between))
    if end == title.start:  # behind the quotation
        return CITED if told and _IN_IT.search(between) and not _ASIDE.search(between) else SPOKEN_OF
    return CITED if told or _LEADS_UP.search(between) else SPOKEN_OF


def is_set_apart(text: str, title: Span, resolved: Resolved, italics: Sequence[Span] = ()) -> bool:
    """Tell whether words are shown to be a title: by italics, by marks and capitals, by a year, by a fuller citation."""
    reading = resolved.reading
    if resolved.stands_for is not None or reading.year or any(char.isdigit() for char in reading.raw):
        return True
    before, after = text[max(0, title.start - 1) : title.start], text[title.end : title.end + 1]
    raw = reading.raw.strip(" ,.;")
    words = [word for word in _WORD.findall(raw) if len(word) > 3]  # noqa: PLR2004 - shorter ones are small in titles
    raised = sum(not word[0].islower() for word in words)
    slanted = is_slanted(title, italics)
    if (before and before in _SETS) or raw[:1] in _SETS or slanted:
        mark = title.start - (not slanted)
        glossed = len(words) <= 1 and text[max(0, mark - 1) : mark] == "("
        return bool(words) and 2 * raised > len(words) and not glossed
    return bool(before and after) and before in _MARKS and raised == len(words) > 1


def is_slanted(title: Span, italics: Sequence[Span]) -> bool:
    """Tell whether the file sets just these words apart, a mark more or less."""
    near = Span(max(0, title.start - 2 * _SLACK), title.end + 2 * _SLACK)
    rows = within(italics, near)
    return any(abs(row.start - title.start) <= _SLACK and abs(row.end - title.end) <= _SLACK for row in rows)


_SLACK = 2

OWNER = re.compile(r"(?P<owner>[^\W\d_a-z][\w-]{1,30})[’']s [“\"‘'_*]{0,2}$")


def owner_before(text: str, start: int) -> str | None:
    """Return the name that owns a title: "Barlow's _Gunpowder Treason_"."""
    match = OWNER.search(text, max(0, start - 40), start)
    return match["owner"] if match else None
