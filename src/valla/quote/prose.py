"""Works that the running text names: "in his book Title (1923)", "the Gazette of 3 May", "in her diary", "published as Title"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.model.quotations import Title
from valla.quote.citations import Reading
from valla.quote.citations.fields import Sheet, tidy
from valla.quote.citations.years import take_date
from valla.quote.lexicon.grammar import DETERMINERS, OPENERS, POSSESSIVES
from valla.quote.lexicon.prints import BOOKS_OF_SCRIPTURE, NEWSPAPER_WORDS, PAPERS_KEPT, WORK_NOUNS
from valla.quote.lexicon.roles import BODIES
from valla.quote.lexicon.verbs import REPORTING
from valla.quote.people import Name, Sort, chunk_at
from valla.quote.tokens import Kind, Token

LONGEST_TITLE = 16
"""Words of a title that stands in the running text without marks."""

_INSIDE = frozenset(
    "of the and in on to a an for from with at by de la le du des der die das und or no under against between".split()
)
_NAMING = frozenset("as entitled called titled named".split())
_LEADS = frozenset("in from into his her their as".split())
_YEAR = re.compile(r"\s*\((?P<year>1[0-9]\d\d|20\d\d)\)|,? (?:published |printed )?in (?P<after>1[0-9]\d\d|20\d\d)\b")
_YEAR_BEFORE = re.compile(
    r"(?:published|printed|appeared|issued)[^.;]{0,20} in (?P<year>1[0-9]\d\d|20\d\d) (?:as|under)[^.;]{0,20}$"
)
_KINDS = {
    "letter": "letter", "letters": "letter", "telegram": "letter", "memoirs": "memoir", "memoir": "memoir", "autobiography": "memoir",
    "recollections": "memoir", "reminiscences": "memoir", "diary": "diary", "diaries": "diary", "journal": "diary", "interview": "interview",
    "conversation": "interview", "testimony": "testimony", "deposition": "testimony", "confession": "confession", "speech": "speech",
    "address": "speech", "lecture": "speech", "sermon": "speech", "examination": "testimony", "interrogation": "testimony",
}  # fmt: skip
_COMPLEMENT = frozenset({"to", "with", "before", "at", "of"})


@dataclass(frozen=True, slots=True)
class Named:
    """A work named in the running text: its reading, and whether it is a title or only a description."""

    reading: Reading
    described: bool


def work_in_prose(text: str, tokens: Sequence[Token], titles: Sequence[Title]) -> Named | None:
    """Return the work that a sentence names as the place of its quotation; a title before a description.

    `tokens` are the sentence; `titles` the titles in marks that were found within it.
    """
    found = (
        _scripture(text, tokens)
        or _case(text, tokens)
        or _marked(text, titles)
        or _clause(text, tokens)
        or _titled(text, tokens)
    )
    found = found or _subject_paper(text, tokens)
    return found or _newspaper(text, tokens) or _described(text, tokens)


_VERSE = re.compile(
    rf"(?<![^\W_])(?P<title>(?:(?:[1-3]|I{{1,3}}|First|Second|Third) )?(?:{BOOKS_OF_SCRIPTURE})\.?) (?P<pages>\d{{1,3}}(?:[:.]\d{{1,3}}(?:[-–]\d{{1,3}})?)?)(?![\d,]*\d{{3}})"
)


_BOOK = re.compile(
    rf"(?:(?:chapter|book|psalm|verse|gospel|epistle|letter|prophecy)s? (?:of|according to|to the)|(?:wrote|writes|written) to the) (?:St\.? |the )?(?P<title>(?:{BOOKS_OF_SCRIPTURE}))(?![^\W_])",
    re.IGNORECASE,
)


def _scripture(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return the book of scripture that a sentence names with chapter or verse: "In Romans 8:28"."""
    start, end = tokens[0].start, tokens[-1].end
    book = _BOOK.search(text, start, end)
    if book:
        return Named(_reading(text, Span(*book.span("title")), title=book["title"]), described=False)
    match = _VERSE.search(text, start, end)
    if match is None or (":" not in match["pages"] and "." not in match["pages"] and len(match["title"]) < 4):  # noqa: PLR2004 - "Job 3"
        return None
    reading = _reading(text, Span(*match.span()), title=match["title"], pages=match["pages"].replace("–", "-"))
    return Named(reading, described=False)


def _case(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return the decided case that a sentence names: "In X v. Y the Court held"."""
    for place in range(1, len(tokens) - 1):
        if tokens[place].low in {"v", "vs"} and tokens[place - 1].capital:
            after = place + 2 if tokens[place + 1].is_mark(".") else place + 1
            first, stop = _party_start(tokens, place - 1), _title_stop(tokens, after)
            span = Span(tokens[first].start, tokens[stop - 1].end)
            return Named(_reading(text, span, title=tidy(span.of(text))), described=False) if stop > after else None
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


def _clause(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return the work whose part is named: "Clause 9 of the Supply Agreement"."""
    for place in range(len(tokens) - 4):
        if tokens[place].low in _PARTS and tokens[place + 1].kind is Kind.NUM and tokens[place + 2].low == "of":
            start = place + (4 if tokens[place + 3].low in DETERMINERS else 3)
            found = _capitalised(tokens, start, noun=True)
            if found:
                return Named(_reading(text, found, title=tidy(found.of(text))), described=False)
    return None


def _subject_paper(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return the paper that is the subject: "The minute book of the branch has under 14 March", "His log reads"."""
    for place in range(1, min(5, len(tokens))):
        token = tokens[place]
        if token.low not in PAPERS_KEPT or not token.lower or not _opens(tokens, place):
            continue
        stop = place + 1
        if stop + 1 < len(tokens) and tokens[stop].low == "of":
            start = stop + (2 if tokens[stop + 1].low in DETERMINERS else 1)
            stop = max(_title_stop(tokens, start), min(len(tokens), start + 1))
        first = (
            place - 1 if tokens[place - 1].lower and tokens[place - 1].low not in DETERMINERS | POSSESSIVES else place
        )
        span = Span(tokens[first].start, tokens[stop - 1].end)
        return Named(_reading(text, span, title=tidy(span.of(text))), described=True)
    return None


def _opens(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether nothing but an article, an owner and adjectives stand before a noun at the head of a sentence."""
    head = (
        tokens[0].low in DETERMINERS
        or tokens[0].low in POSSESSIVES
        or (tokens[0].capital and tokens[1].kind is Kind.POSS)
    )
    return head and all(token.kind in {Kind.WORD, Kind.POSS} for token in tokens[:place])


_PARTS = frozenset("clause article section paragraph chapter rule canon book part page act artikel paragraphe".split())


def _marked(text: str, titles: Sequence[Title]) -> Named | None:
    """Return the last title in quotation marks."""
    if not titles:
        return None
    span = titles[-1].anchor.span
    year = _YEAR.match(text, min(len(text), span.end + 1))
    return Named(_reading(text, span, title=tidy(span.of(text)), year=_year(year)), described=False)


def _year(match: re.Match[str] | None) -> str | None:
    return (match["year"] or match["after"]) if match else None


def _reading(text: str, span: Span, **fields: str | None) -> Reading:
    return Reading(raw=span.of(text), start=span.start, stop=span.end, **fields)  # type: ignore[arg-type] # the named fields are all words


def _titled(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return a title without marks after "his book", "in", "as", "entitled", or set in underscores or asterisks."""
    for place, token in enumerate(tokens):
        found = _emphasised(tokens, place) if token.is_mark("_*") else None
        if found is None and (token.low in _LEADS | _NAMING or token.low in WORK_NOUNS):
            found = _capitalised(tokens, place + 1, noun=_names_work(tokens, place))
        if found:
            year = _year(_YEAR.match(text, found.end)) or _year_before(text, found.start)
            return Named(_reading(text, found, title=tidy(found.of(text)), year=year), described=False)
    return None


def _names_work(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word says that a title follows: "his book", "entitled", "published in 1911 as"."""
    low = tokens[place].low
    if low == "as":
        return any(token.low in _PUBLISHED for token in tokens[max(0, place - 6) : place])
    return low in WORK_NOUNS or low in _NAMING


_PUBLISHED = frozenset({"published", "printed", "issued", "appeared", "reprinted", "serialised"})


def _year_before(text: str, start: int) -> str | None:
    match = _YEAR_BEFORE.search(text[max(0, start - 60) : start])
    return match["year"] if match else None


def _emphasised(tokens: Sequence[Token], place: int) -> Span | None:
    """Return the words between two underscores or asterisks that begin at a place."""
    for index in range(place + 2, min(len(tokens), place + LONGEST_TITLE + 2)):
        if tokens[index].text == tokens[place].text and tokens[index].start == tokens[index - 1].end:
            opened = tokens[place + 1].start == tokens[place].end and tokens[place + 1].capital
            return Span(tokens[place + 1].start, tokens[index - 1].end) if opened else None
    return None


def _capitalised(tokens: Sequence[Token], place: int, *, noun: bool) -> Span | None:
    """Return the title in capitals that begins at a place, commas and labels before it passed over."""
    while place < len(tokens) and (tokens[place].is_mark(",") or tokens[place].low in _NAMING) and noun:
        place += 1
    while place < len(tokens) and tokens[place].is_mark("“\"„‘«'"):
        place += 1
    stop = _title_stop(tokens, place)
    words = [token for token in tokens[place:stop] if token.kind is Kind.WORD]
    capitals = [word for word in words if word.capital and word.low not in OPENERS]
    owned = place > 1 and tokens[place - 1].low in POSSESSIVES and tokens[place - 2].low in {"in", "from"}
    if not capitals or (len(words) < 2 and not noun and not owned):  # noqa: PLR2004 - a title of one word needs its noun
        return None
    if _is_other_name(tokens, place, stop, words, noun=noun or owned):
        return None
    return Span(tokens[place].start, tokens[_to_bracket(tokens, stop) - 1].end if noun else tokens[stop - 1].end)


def _to_bracket(tokens: Sequence[Token], stop: int) -> int:
    """Return the index after the small words of a title before its bracket: "Les Eaux basses (1911)"."""
    for index in range(stop, min(len(tokens), stop + 6)):
        if tokens[index].is_mark("("):
            return index
        if not tokens[index].lower or tokens[index].low in REPORTING:
            break
    return stop


def _title_stop(tokens: Sequence[Token], place: int) -> int:
    """Return the index after the last capitalised word of a run joined by small words."""
    stop = place
    for index in range(place, min(len(tokens), place + LONGEST_TITLE)):
        token = tokens[index]
        if token.capital or (token.kind is Kind.NUM and index > place):
            stop = index + 1
        elif index == place or not (
            token.low in _INSIDE
            or token.kind is Kind.POSS
            or (token.is_mark(":") and index + 1 < len(tokens) and tokens[index + 1].capital)
        ):
            break
    return stop


def _is_other_name(tokens: Sequence[Token], place: int, stop: int, words: Sequence[Token], *, noun: bool) -> bool:
    """Tell a title from a person, a body, a place or a date in capitals."""
    if words[-1].low in BODIES or any(word.low in NEWSPAPER_WORDS for word in words):
        return not noun
    chunk = chunk_at(tokens, place)
    whole = chunk is not None and chunk.stop >= stop
    if noun:
        return bool(whole and chunk and chunk.name.ranks)
    return whole or not (
        (words[0].low == "the" and len(words) > 2) or any(word.low in WORK_NOUNS for word in words[1:])
    )  # noqa: PLR2004


def _newspaper(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return a newspaper with its date: "the Morning Post of 3 May 1911", "told The Echo"."""
    for place, token in enumerate(tokens):
        if not (token.capital and token.low in NEWSPAPER_WORDS):
            continue
        first, stop = place, place + 1
        while first > 0 and tokens[first - 1].capital and tokens[first].start - tokens[first - 1].end == 1:
            first -= 1
        while stop < len(tokens) and tokens[stop].capital and tokens[stop].low in NEWSPAPER_WORDS:
            stop += 1
        led = first > 0 and tokens[first - 1].low in {"the", "in", "to", "told", "from"}
        if led or tokens[first].low == "the":
            span = Span(tokens[first].start, tokens[stop - 1].end)
            date = take_date(Sheet(text[span.end : span.end + 40]), ())
            return Named(_reading(text, span, container=tidy(span.of(text)), year=date.year), described=False)
    return None


def _described(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return a work named only by its kind: "in his memoirs", "in a letter to X", "in an interview with X"."""
    for place in range(len(tokens) - 1, 0, -1):
        if tokens[place].low not in WORK_NOUNS or not tokens[place].lower or not _led(tokens, place):
            continue
        name, taker, stop = _complement(tokens, place)
        span = Span(tokens[place].start, tokens[stop - 1].end)
        kind = _KINDS.get(tokens[place].low)
        reading = _reading(
            text, span, title=tidy(span.of(text)), kind=kind, taker=taker or (name.value if name else None)
        )
        return Named(reading, described=True)
    return None


def _led(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a noun of works stands in "in his ...", "in a secret ...", "from the ..."."""
    whose = False
    for index in range(place - 1, max(-1, place - 5), -1):
        low = tokens[index].low
        if low in {"in", "from"}:
            return whose
        whose = whose or low in DETERMINERS or low in POSSESSIVES or tokens[index].kind is Kind.POSS
        if low not in DETERMINERS and low not in POSSESSIVES and tokens[index].kind not in {Kind.WORD, Kind.POSS}:
            return False
    return False


def _complement(tokens: Sequence[Token], place: int) -> tuple[Name | None, str | None, int]:
    """Return to whom, with whom or before whom it was: "a letter to his sister", "an interview with X"."""
    link = place + 1
    if link + 1 >= len(tokens) or tokens[link].low not in _COMPLEMENT:
        return None, None, place + 1
    first = link + 1
    start = first + 1 if tokens[first].low in DETERMINERS and first + 1 < len(tokens) else first
    chunk = chunk_at(tokens, start)
    if chunk and chunk.name.sort is not Sort.PLACE:
        return (chunk.name if tokens[link].low != "at" else None), None, chunk.stop
    if tokens[start].lower and start > first and tokens[link].low != "at":
        return None, f"{tokens[first].text} {tokens[start].text}", start + 1
    return None, None, place + 1
