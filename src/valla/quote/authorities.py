"""Scripture, decided cases and clauses that the running text names."""

import re
from collections.abc import Sequence

from valla.model.anchors import Span
from valla.quote.citations.fields import tidy
from valla.quote.lexicon.grammar import DETERMINERS, OPENERS
from valla.quote.lexicon.prints import BOOKS_OF_SCRIPTURE
from valla.quote.titling import Named, capitalised, reading, title_stop
from valla.quote.tokens import Kind, Token

_VERSE = re.compile(
    rf"(?<![^\W_])(?P<title>(?:(?:[1-3]|I{{1,3}}|First|Second|Third) )?(?:{BOOKS_OF_SCRIPTURE})\.?) (?P<pages>\d{{1,3}}(?:[:.]\d{{1,3}}(?:[-–]\d{{1,3}})?)?)(?![\d,]*\d{{3}})"
)

_BOOK = re.compile(
    rf"(?:(?:chapter|book|psalm|verse|gospel|epistle|letter|prophecy)s? (?:of|according to|to the)|(?:wrote|writes|written) to the) (?:St\.? |the )?(?P<title>(?:{BOOKS_OF_SCRIPTURE}))(?![^\W_])",
    re.IGNORECASE,
)

_PARTS = frozenset("clause article section paragraph chapter rule canon book part page act artikel paragraphe".split())


def scripture(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return the book of scripture that a sentence names with chapter or verse: "In Romans 8:28"."""
    start, end = tokens[0].start, tokens[-1].end
    book = _BOOK.search(text, start, end)
    if book:
        return Named(reading(text, Span(*book.span("title")), title=book["title"]), described=False)
    match = _VERSE.search(text, start, end)
    if match is None or (":" not in match["pages"] and "." not in match["pages"] and len(match["title"]) < 4):  # noqa: PLR2004 - "Job 3"
        return None
    verse = reading(text, Span(*match.span()), title=match["title"], pages=match["pages"].replace("–", "-"))
    return Named(verse, described=False)


def case(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return the decided case that a sentence names: "In X v. Y the Court held"."""
    for place in range(1, len(tokens) - 1):
        if tokens[place].low in {"v", "vs"} and tokens[place - 1].capital:
            after = place + 2 if tokens[place + 1].is_mark(".") else place + 1
            first, stop = _party_start(tokens, place - 1), title_stop(tokens, after)
            span = Span(tokens[first].start, tokens[stop - 1].end)
            return Named(reading(text, span, title=tidy(span.of(text))), described=False) if stop > after else None
    return None


def matter(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return a case that has one party only: "Re X", "In re X", "Ex parte X"."""
    for place in range(len(tokens) - 1):
        low = tokens[place].low
        parte = low == "ex" and tokens[place + 1].low == "parte"
        if not (parte or (low == "re" and tokens[place].text != "RE")):
            continue
        after = place + (2 if parte else 1)
        stop = title_stop(tokens, after)
        if stop > after and tokens[after].capital and not (place + 1 < len(tokens) and tokens[place + 1].is_mark(":")):
            span = Span(tokens[place].start, tokens[stop - 1].end)
            return Named(reading(text, span, title=tidy(span.of(text))), described=False)
    return None


def _party_start(tokens: Sequence[Token], place: int) -> int:
    """Return where the name of the first party begins that ends at an index."""
    while place > 0 and tokens[place - 1].low not in OPENERS - {"of", "the", "and"}:
        before = tokens[place - 1]
        if not (before.capital or before.low in {"of", "the", "and", "&"} or before.is_mark("&")):
            break
        place -= 1
    while tokens[place].low in OPENERS:
        place += 1
    return place


def clause(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return the work whose part is named: "Clause 9 of the Supply Agreement"."""
    for place in range(len(tokens) - 4):
        if tokens[place].low not in _PARTS or tokens[place + 1].kind is not Kind.NUM:
            continue
        link = _past_subsections(tokens, place + 2)
        if link + 2 < len(tokens) and tokens[link].low == "of":
            start = link + (2 if tokens[link + 1].low in DETERMINERS else 1)
            found = capitalised(tokens, start, noun=True)
            if found:
                return Named(reading(text, found, title=tidy(found.of(text))), described=False)
    return None


def _past_subsections(tokens: Sequence[Token], place: int) -> int:
    """Return the index after "(2)(a)" behind the number of a section."""
    while place < len(tokens) and (
        tokens[place].is_mark("()") or tokens[place].kind is Kind.NUM or len(tokens[place].text) == 1
    ):
        place += 1
    return place
