"""Citations in brackets of the running text: behind a quotation's sentence, or at the end of the words that lead up to it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from valla.model.anchors import Span
from valla.quote.citations import Reading, read_citation
from valla.quote.citations.fields import tidy

_BRACKET = re.compile(r"\(([^()]{4,300})\)")
_CLOSING = re.compile(r"[\s:,.;—–-]{0,4}$")
_TITLE = re.compile(
    r"(?:\b(?:in|from|of|his|her|their|the|its|my|our) |[’']s )"
    r"(?P<title>[_*]?[A-ZÀ-ÞА-Я][\w’'-]{0,30}(?: (?:(?:of|the|and|in|on|to|a|an|for|de|la|der|des|und) ){0,3}[A-ZÀ-ÞА-Я][\w’'-]{0,30}){0,10}[_*]?) $"
)
_REACH = 160  # code points looked back over for the title to which a bracket with year and page belongs


def bracket_behind(text: str, tail: Span, italics: Sequence[Span] = ()) -> Reading | None:
    """Return the citation in the first bracket behind a quotation, if it names a work."""
    for match in _BRACKET.finditer(text, tail.start, tail.end):
        reading = read_citation(match[1], match.start(1), italics)
        if reading and reading.names_work and is_citing(reading, match[1]):
            return reading
    return None


def is_citing(reading: Reading, words: str) -> bool:
    """Tell a citation from a remark in brackets: it begins like a name or a title and says more than one thing."""
    begins = words.lstrip("_*“\"«‘' ")[:1]
    if reading.title and len(reading.title) < 3 and not reading.author:  # noqa: PLR2004 - a volume in small Roman figures
        return False
    return begins.isupper() and bool(
        reading.year or reading.pages or reading.archive or (reading.author and reading.title)
    )


def _within(text: str, match: re.Match[str], cue: Span, italics: Sequence[Span]) -> Reading | None:
    """Return a full citation in a bracket in the middle of the words before: "The history (X, Title, p. 4) speaks of"."""
    reading = read_citation(match[1], match.start(1), italics)
    full = reading is not None and reading.title and (reading.pages or reading.year) and is_citing(reading, match[1])
    plain = not any(mark in text[match.end() : cue.end] for mark in ";:") and cue.end - match.end() <= _NEAR
    return reading if full and plain else None


_NEAR = 80  # code points between such a bracket and the quotation


def bracket_before(text: str, cue: Span, italics: Sequence[Span] = ()) -> Reading | None:
    """Return the citation in the bracket that ends the words before a quotation; the title may stand before it."""
    brackets = list(_BRACKET.finditer(text, cue.start, cue.end))
    if not brackets:
        return None
    if not _CLOSING.match(text, brackets[-1].end(), cue.end):
        return _within(text, brackets[-1], cue, italics)
    match = brackets[-1]
    reading = read_citation(match[1], match.start(1), italics)
    if reading is None:
        return None
    if reading.names_work:
        return reading if is_citing(reading, match[1]) else None
    if reading.author and reading.pages:  # the work is to be found among the others of its author
        return reading
    titled = _TITLE.search(text[max(cue.start, match.start() - _REACH) : match.start()])
    if titled is None or not (reading.year or reading.pages):
        return None
    start = match.start() - len(titled["title"]) - 1
    raw = text[start : match.end()]
    return replace(
        reading,
        title=tidy(titled["title"].strip("_*")),
        author=None,
        authors=(),
        raw=raw,
        start=start,
        stop=match.end(),
    )
