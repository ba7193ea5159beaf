"""Works that the running text names: "in his book Title (1923)", "the Gazette of 3 May", "in her diary", "published as Title"."""

import re
from collections.abc import Mapping, Sequence

from valla.model.anchors import Span
from valla.model.quotations import Title
from valla.quote.authorities import case, clause, matter, scripture
from valla.quote.citations.apart import is_raised, titles_apart
from valla.quote.citations.fields import Sheet, tidy
from valla.quote.citations.persons import whole_name
from valla.quote.citations.untitled import LANGUAGES, is_no_title
from valla.quote.citations.years import take_date
from valla.quote.described import described, letter_written, subject_paper
from valla.quote.lexicon.grammar import COUNTRIES, DETERMINERS, MONTHS
from valla.quote.lexicon.prints import CITIES, NEWSPAPER_WORDS, WORK_NOUNS
from valla.quote.people import chunk_at
from valla.quote.sorts import Sort
from valla.quote.titling import LONGEST_TITLE, NAMING, Named, capitalised, reading, title_stop
from valla.quote.tokens import Kind, Token, tokenise

_LEADS = frozenset("in from into his her their as".split())
_YEAR = re.compile(r"\s*\((?P<year>1[0-9]\d\d|20\d\d)\)|,? (?:published |printed )?in (?P<after>1[0-9]\d\d|20\d\d)\b")
_YEAR_BEFORE = re.compile(
    r"(?:published|printed|appeared|issued)[^.;]{0,20} in (?P<year>1[0-9]\d\d|20\d\d) (?:as|under)[^.;]{0,20}$"
)


def work_in_prose(
    text: str, tokens: Sequence[Token], titles: Sequence[Title], italics: Sequence[Span] = ()
) -> Named | None:
    """Return the work that a sentence names as the place of its quotation; a title before a description.

    `tokens` are the sentence; `titles` the titles in marks that were found within it; `italics` what the file sets apart.
    """
    found = (
        scripture(text, tokens)
        or case(text, tokens)
        or matter(text, tokens)
        or _marked(text, titles)
        or clause(text, tokens)
        or _titled(text, tokens, _set_apart(text, tokens, italics))
    )
    found = found or _entitled(text, tokens) or subject_paper(text, tokens)
    return (
        found
        or _newspaper(text, tokens)
        or _press_named(text, tokens)
        or described(text, tokens)
        or letter_written(text, tokens)
    )


def _marked(text: str, titles: Sequence[Title]) -> Named | None:
    """Return the last title in quotation marks."""
    if not titles:
        return None
    span = titles[-1].anchor.span
    year = _YEAR.match(text, min(len(text), span.end + 1))
    return Named(reading(text, span, title=tidy(span.of(text)), year=_year(year)), described=False)


def _year(match: re.Match[str] | None) -> str | None:
    return (match["year"] or match["after"]) if match else None


def _set_apart(text: str, tokens: Sequence[Token], italics: Sequence[Span]) -> dict[int, Span]:
    """Return the titles in italics of a sentence by where they begin; at its head stand speakers and stressed words too."""
    if not italics or not tokens:
        return {}
    head, end = tokens[0].start, tokens[-1].end
    rows = titles_apart(text[head:end], head, italics)
    return {row.start: row for row in rows if _names_print(text, row) and (row.start > head or _heads(text, row))}


def _names_print(text: str, row: Span) -> bool:
    """Tell a title from a stressed clause, and from a body or its initials, which are set apart where they are introduced."""
    words = row.of(text)
    tokens = tokenise(words)
    chunk = chunk_at(tokens, int(tokens[0].low == "the")) if len(tokens) > 1 else None
    body = chunk is not None and chunk.stop == len(tokens) and chunk.name.sort is Sort.BODY
    shaped = is_raised(words) or len(words.split()) <= STRESSED
    return shaped and not body and not (words.isupper() and len(words) <= INITIALS)


STRESSED = 5
"""Words in italics, most of them small, that may still be a title: "Histoire de la marée"; more are a stressed clause."""

INITIALS = 8
"""Code points of the initials of a body."""


def _heads(text: str, row: Span) -> bool:
    """Tell a title at the head of a sentence from a speaker's name and from a stressed word."""
    words = row.of(text)
    return " " in words and text[row.end : row.end + 2].lstrip()[:1] != ":" and whole_name(words, 0) is None


def _titled(text: str, tokens: Sequence[Token], apart: Mapping[int, Span]) -> Named | None:
    """Return a title after "his book", "in", "as", "entitled", or set in underscores, asterisks or italics."""
    for place, token in enumerate(tokens):
        found = _emphasised(tokens, place) if token.is_mark("_*") and _leads(tokens, place) else None
        if token.start in apart and _leads(tokens, place):
            found = apart[token.start]
        if place + 1 < len(tokens) and tokens[place + 1].start in apart and _leads(tokens, place + 1):
            continue
        if found is None and (token.low in _LEADS | NAMING or token.low in WORK_NOUNS):
            found = capitalised(tokens, place + 1, noun=_names_work(tokens, place) or _read_there(tokens, place))
        elif (
            found is None
            and token.kind is Kind.POSS
            and place + 1 < len(tokens)
            and tokens[place + 1].low in {"the", "a"}
        ):
            owned = title_stop(tokens, place + 1)
            long = tokens[place + 1].capital and owned - place > LONG_TITLE
            found = Span(tokens[place + 1].start, tokens[owned - 1].end) if long else None
        elif found is None and token.low in PARTS:
            found = _whole_of(tokens, place)
        if found and not is_no_title(found.of(text)):
            year = _year(_YEAR.match(text, found.end)) or _year_before(text, found.start)
            return Named(reading(text, found, title=tidy(found.of(text)), year=year), described=False)
    return None


LONG_TITLE = 3
PARTS = frozenset(
    "preface introduction foreword afterword prologue epilogue chapter chapters page pages passage passages section book canto "
    "act scene stanza line lines opening conclusion edition volume part verse".split()
)


def _whole_of(tokens: Sequence[Token], place: int) -> Span | None:
    """Return the title of which a part is named: "the preface to Salt and Iron", "on page 40 of Salt and Iron"."""
    link = place + 1
    while link < len(tokens) - 1 and (tokens[link].kind is Kind.NUM or tokens[link].is_mark(",")):
        link += 1
    if link + 1 >= len(tokens) or tokens[link].low not in {"of", "to", "in"} or not tokens[link + 1].capital:
        return None
    chunk = chunk_at(tokens, link + 1)
    stop = title_stop(tokens, link + 1)
    person = chunk is not None and chunk.stop >= stop and (bool(chunk.name.ranks) or len(chunk.name.words) < LONG_TITLE)
    if person or is_place(tokens[link + 1 : stop]):
        return None
    return Span(tokens[link + 1].start, tokens[stop - 1].end)


def _read_there(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether "In Salt and Iron" is followed by who reads or writes there."""
    if tokens[place].low not in {"in", "from"} or place + 1 >= len(tokens) or not tokens[place + 1].capital:
        return False
    stop = title_stop(tokens, place + 1)
    return place + 2 < stop < len(tokens) and tokens[stop].low in {"we", "he", "she", "one", "i"}


def _entitled(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return a work in whose title stands what it is: "The Bridges Act 1911", "the Encyclopaedia of Bridges"."""
    for place, token in enumerate(tokens):
        if not token.capital or token.low not in TITLE_NOUNS or token.text.isupper():
            continue
        first = place
        while first > 0 and tokens[first - 1].capital and tokens[first].start - tokens[first - 1].end == 1:
            first -= 1
        stop = title_stop(tokens, place)
        if first == place and stop == place + 1:
            continue
        span = Span(tokens[first].start, tokens[stop - 1].end)
        return Named(reading(text, span, title=tidy(span.of(text))), described=False)
    return None


TITLE_NOUNS = frozenset(
    "act statute treaty charter constitution code convention encyclopaedia encyclopedia dictionary chronicle annals gospel "
    "epistle handbook almanac catechism manifesto declaration agreement covenant ordinance decree report minutes "
    "proceedings transactions journal diary letters memoirs history".split()
)


def _names_work(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word says that a title follows: "his book", "entitled", "published in 1911 as"."""
    low = tokens[place].low
    if low == "as":
        return any(token.low in _PUBLISHED for token in tokens[max(0, place - 6) : place])
    return low in WORK_NOUNS or low in NAMING


_PUBLISHED = frozenset({"published", "printed", "issued", "appeared", "reprinted", "serialised"})


def _year_before(text: str, start: int) -> str | None:
    match = _YEAR_BEFORE.search(text[max(0, start - 60) : start])
    return match["year"] if match else None


def _leads(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a work may be named at a place: after "in", "the", "X's" and their like, or at the head."""
    before = place - 1
    while before >= 0 and tokens[before].is_mark("“\"‘'«_*"):
        before -= 1
    if before < 0:
        return True
    low = tokens[before].low
    return (
        low in _LEADS | NAMING | DETERMINERS | WORK_NOUNS | {"of", "to", "see"}
        or tokens[before].kind is Kind.POSS
        or tokens[before].is_mark("(,;")
    )


def _emphasised(tokens: Sequence[Token], place: int) -> Span | None:
    """Return the words between two underscores or asterisks that begin at a place."""
    for index in range(place + 2, min(len(tokens), place + LONGEST_TITLE + 2)):
        if tokens[index].text == tokens[place].text and tokens[index].start == tokens[index - 1].end:
            opened = tokens[place + 1].start == tokens[place].end and tokens[place + 1].capital
            return Span(tokens[place + 1].start, tokens[index - 1].end) if opened else None
    return None


def _press_named(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return a paper known by the noun before its name, or as the place of writing: "the magazine X", "writing in X"."""
    for place in range(len(tokens) - 1):
        low, following = tokens[place].low, tokens[place + 1]
        start = None
        if low in _PRESS_NOUNS and tokens[place].lower:
            start = place + 1
        elif (low in _WRITING and following.low in {"in", "for", "dans"} and place + 2 < len(tokens)) or (
            low in {"columns", "pages"} and following.low == "of" and place + 2 < len(tokens)
        ):
            start = place + 2
        if start is None:
            continue
        start += tokens[start].low in {"the", "a"} and start + 1 < len(tokens)
        stop = title_stop(tokens, start)
        named = stop > start and tokens[start].capital and not is_place(tokens[start:stop])
        if named:
            span = Span(tokens[start].start, tokens[stop - 1].end)
            return Named(reading(text, span, container=tidy(span.of(text))), described=False)
    return None


def is_place(words: Sequence[Token]) -> bool:
    """Tell whether capitals name a town, a country or a month and no paper."""
    return len(words) == 1 and (
        words[0].low in CITIES or words[0].low in COUNTRIES or words[0].low in MONTHS or words[0].low in LANGUAGES
    )


_PRESS_NOUNS = frozenset("newspaper magazine journal weekly daily monthly periodical website tabloid fanzine".split())
_WRITING = frozenset("writing wrote writes reviewing".split())


def _newspaper(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return a newspaper with its date: "the Morning Post of 3 May 1911", "told The Echo"."""
    for place, token in enumerate(tokens):
        if not (token.capital and token.low in NEWSPAPER_WORDS):
            continue
        first, stop = place, place + 1
        while first > 0 and tokens[first - 1].capital and tokens[first].start - tokens[first - 1].end == 1:
            first -= 1
        while stop < len(tokens) and tokens[stop].capital and tokens[stop].start - tokens[stop - 1].end == 1:
            stop += 1
        led = first > 0 and tokens[first - 1].low in {"the", "in", "to", "told", "from"}
        if led or tokens[first].low == "the":
            span = Span(tokens[first].start, tokens[stop - 1].end)
            date = take_date(Sheet(text[span.end : span.end + 40]), ())
            return Named(reading(text, span, container=tidy(span.of(text)), year=date.year), described=False)
    return None
