"""Reading a citation from its words: first the forms with a grammar of their own, then one field after the other."""

import re
from collections.abc import Sequence
from dataclasses import replace

from valla.model.works import Reference
from valla.quote.citations.archives import take_archive
from valla.quote.citations.courts import read_court
from valla.quote.citations.fields import LONGEST, USED, Reading, Sheet, tidy
from valla.quote.citations.imprint import Imprint, is_city, take_hands, take_imprint
from valla.quote.citations.marked import LATIN, Marked, find_marked, take_marked
from valla.quote.citations.naming import Authors, authors_after_by, authors_at_head, is_titular, owner_at_head, shifted
from valla.quote.citations.pages import Pages, take_bare_pages, take_pages
from valla.quote.citations.statements import Kindred, Statement, kind_after, read_statement, take_telling
from valla.quote.citations.titles import Around, Rest, split_rest
from valla.quote.citations.years import take_date, take_year
from valla.quote.lexicon.prints import WORK_NOUNS
from valla.quote.lexicon.roles import BODIES
from valla.quote.people import Name, Sort, chunk_at, is_role
from valla.quote.tokens import Kind, Token, tokenise

SHORT = 5
"""A body cited as author has at most this many words in its name."""

DEPTH = 3
"""How many "quoted in" may follow one another in one citation."""

_LEAD = re.compile(
    r"(?:[\s–—\-~•,.;:]+|\*(?=\s)|(?:Source|Sources|Quelle|Источник|Fuente|Fonte)s?: ?|(?:See|Cf\.?|Compare|Vide|Vgl\.|Siehe|Voir|См\.|Also|also|See also|From|Taken from|Excerpt from|Excerpted from|Attributed to|Ascribed to|Quoted(?:,? freely,?)? from|In:|e\.g\.,?) (?=[A-ZÀ-Þ“\"_*А-Я‘«])"
    r"|[Ff]rom (?=an? |the |his |her |[A-ZÀ-Þ“\"])|\[?\d{1,3}[\]).] (?=[A-ZÀ-Þ“\"_*(А-Я‘«]))"
)
_VIA = re.compile(
    r"(?:(?:as |also )?(?P<verb>quoted|cited|qtd\.?|quot\.?|reprinted|printed|published|reproduced|mentioned|recounted) (?:in|by|from|after|after:|en)\b"
    r"|\bapud\b|\b[Zz]it(?:iert|\.)? (?:nach|bei|in)\b:?|\b[Cc]ité(?:e|s|es)? (?:par|dans|in)\b|\b[Цц]ит(?:ируется|\.)? ?по\b:?|\b[Cc]it(?:ato|ada|ado|\.) (?:in|da|en|por)\b|\bap\.)[: ]",
    re.IGNORECASE,
)
_NAME_IN = re.compile(r"^(?P<name>[^,;:()“\"]{2,60}?),? in: (?=[A-ZÀ-Þ])")
_BACK = (
    (Reference.LOC_CIT, re.compile(r"(?<![^\W_])[_*]?(?:[Ll]oc\. ?cit|l\. ?c)\b\.?[_*]?")),
    (
        Reference.OP_CIT,
        re.compile(
            r"(?<![^\W_])[_*]?(?:[Oo]p\. ?[Cc]it|[Oo]p cit|ob\. cit|o\. ?c|a\. ?a\. ?O|[Уу]каз\. ?соч|supra)\b\.?[_*]?"
        ),
    ),
    (
        Reference.IBID,
        re.compile(r"(?<![^\W_])[_*]?(?:[Ii]bid(?:em)?|IBID|[Ii]b|[Ee]bd|[Ee]benda|[Ii]vi|[Тт]ам же)\b\.?[_*]?"),
    ),
    (
        Reference.IDEM,
        re.compile(r"(?<![^\W_])[_*]?(?:[Ii]dem|[Ee]adem|[Dd]ers|[Dd]ies|[Ii]d|[Оо]н же)\b\.?[_*]?(?=[,. \x01])"),
    ),
)
_LETTER_IN_ITALICS = re.compile(r"^[_*]([^_*]{2,60} to [^_*]{2,60})[_*]")
_HONOURS = re.compile(
    r"(?:, ?(?:K\.C|Q\.C|M\.P|S\.J|D\.D|M\.D|Ph\.D|LL\.D|F\.R\.S|F\.S\.A|O\.S\.B|O\.P|Esq|Bart|Bt|KC|QC|MP|PhD)\b\.?){1,4}"
)
_DESCRIPTION = re.compile(
    r", (?:(?:the|an?|a) )?(?:[^\W\d_]{2,20}[ -]){0,4}(?P<role>[a-zà-ÿ]{3,20})(?=,|$| in his| in her)"
)
_IN_HIS_BOOK = re.compile(
    r",? in (?:his|her|their|the) (?:[a-z]{3,15} ){0,2}(?:book|memoirs?|article|essay|pamphlet|study|work|autobiography|novel|speech)s?[:,]? (?=\S)"
)
_AT = re.compile(r"^(?:at|before|during|to) (?:the )?(?=[A-ZÀ-Þ\d])")
_HEADING = re.compile(
    r"(?:CHAPTER|BOOK|PART|SECTION|ACT|SCENE|APPENDIX|Chapter|FOOTNOTES?|NOTES?)(?: [IVXLCDM\d]{1,8})?[.:]?$"
)
_JUDGE = re.compile(r", (?:C\. ?)?JJ?\.(?:, (?:dissenting|concurring)[^,;]{0,60})?$")
_URL = re.compile(
    r"<?https?://\S{1,400}|\bdoi:? ?10\.\S{1,200}|\((?:accessed|retrieved|abgerufen|consulté)[^()]{0,60}\)?|\([^()]{0,40}(?:dissenting|concurring|emphasis|italics|citations? omitted|my translation)[^()]{0,40}\)|\bwww\.\S{1,300}"
)
_NAME_BRACKET = re.compile(r"^(?P<name>[^()\[\],;:]{2,80}?),? ?\((?P<inside>.{3,})$", re.DOTALL)


def read_citation(words: str, start: int = 0, *, depth: int = 0) -> Reading | None:
    """Return what the words of a citation say; `start` is where they stand in the document.

    None where they hold neither a work nor a person. Only the first 2,000 code points are read.
    """
    raw = words[:LONGEST]
    first, last = _inner(raw)
    if first >= last or _HEADING.match(raw, first, last):
        return None
    inner = _HONOURS.sub(lambda match: " " * len(match[0]), raw[first:last])
    base = start + first
    reading = (
        _read_lone_name(inner, base)
        or read_court(inner, base)
        or _read_via(inner, base, depth)
        or _read_bracketed(inner, base, depth)
        or _read_fields(inner, base)
    )
    return replace(reading, raw=words, start=start, stop=start + len(words)) if reading else None


def _inner(raw: str) -> tuple[int, int]:
    """Return the stretch without dashes, labels, brackets around the whole and blanks."""
    first, last = 0, len(raw)
    for _ in range(8):
        before = first, last
        while last > first and raw[last - 1] in " \t\n\u00a0;,":
            last -= 1
        lead = _LEAD.match(raw, first, last)
        first = lead.end() if lead else first
        first, last = _without_brackets(raw, first, last)
        if (first, last) == before:
            break
    return first, last


def _without_brackets(raw: str, first: int, last: int) -> tuple[int, int]:
    """Take away brackets that enclose everything; a lone opening or closing one goes too."""
    inner = raw[first:last].rstrip(".")
    for opening, closing in ("()", "[]"):
        if inner.startswith(opening) and _closes_at_end(inner, opening, closing):
            return first + 1, first + len(inner) - (1 if inner.endswith(closing) else 0)
        if inner.endswith(closing) and inner.count(closing) > inner.count(opening):
            return first, first + len(inner) - 1
    return first, last


def _closes_at_end(words: str, opening: str, closing: str) -> bool:
    """Tell whether the first bracket is closed by the last code point, or never."""
    depth = 0
    for place, char in enumerate(words):
        depth += (char == opening) - (char == closing)
        if depth == 0:
            return place == len(words) - 1
    return True


def _read_lone_name(inner: str, base: int) -> Reading | None:
    """Read a line that is a name and nothing else: who speaks, and no work."""
    inner = _JUDGE.sub("", inner)
    name = whole_name(inner.strip(" .,;:"), base + len(inner) - len(inner.lstrip(" .,;:")))
    if name is None or is_titular(name.words, ranked=bool(name.ranks)):
        return None
    return Reading(raw=inner, start=base, stop=base + len(inner), speaker=name, authors=(name,), author=name.value)


def _read_via(inner: str, base: int, depth: int) -> Reading | None:
    """Read "X, quoted in Y, Title": X is the author, the rest the work through which he is quoted."""
    match = _VIA.search(inner) or _NAME_IN.match(inner)
    if match is None or depth >= DEPTH:
        return None
    tail = inner[match.end() :]
    through = read_citation(tail, base + match.end(), depth=depth + 1)
    if through is None or not (through.names_work or through.author):
        return None
    lead = match["name"] if "name" in match.groupdict() else inner[: match.start()]
    head = read_citation(lead.rstrip(" ,;("), base, depth=depth + 1)
    words = tidy(tail)
    kind = (match.groupdict().get("verb") or "quoted").rstrip(".").lower()
    kind = (
        "printed"
        if kind in {"reprinted", "printed", "published", "reproduced"}
        else "cited"
        if kind == "cited"
        else "quoted"
    )
    if head is None:
        return Reading(raw=inner, start=base, stop=base + len(inner), via=through, via_words=words, via_kind=kind)
    authors = head.authors or ((head.speaker,) if head.speaker else ())
    author = head.author or (head.speaker.value if head.speaker else None)
    return replace(head, authors=authors, author=author, via=through, via_words=words, via_kind=kind)


def _read_bracketed(inner: str, base: int, depth: int) -> Reading | None:
    """Read "X (Author, Work)", in which X speaks, and "Author (Work, 1950)"."""
    match = _NAME_BRACKET.match(inner)
    if match is None or depth >= DEPTH:
        return None
    name = whole_name(match["name"], base + match.start("name"))
    inside = match["inside"].rstrip(". ")
    inside = inside[:-1] if inside.endswith(")") and inside.count(")") > inside.count("(") else inside
    if name is None or (")" in inside and inside.count(")") > inside.count("(")):
        return None
    within = read_citation(inside, base + match.start("inside"), depth=depth + 1)
    if within is None:
        return None
    return _join_bracket(name, within)


def _join_bracket(name: Name, within: Reading) -> Reading | None:
    """Join the name before a bracket with the citation inside it."""
    if within.author and (within.title or within.container or within.archive or within.via) and within.kind is None:
        return replace(within, speaker=name)
    if within.title or within.container or within.archive or within.via:
        return replace(within, speaker=name, authors=(name,), author=name.value)
    if within.authors and within.author and within.year and not within.pages and " " not in within.author:
        return replace(within, speaker=name, authors=(name,), author=name.value, container=within.author)
    if within.author and within.year and within.pages:
        return replace(within, speaker=name)
    return None


def whole_name(words: str, start: int) -> Name | None:
    """Return the name that fills some words from end to end, ranks apart; None where they are more than a name."""
    tokens = tokenise(words, start)
    for first in range(min(5, len(tokens))):
        if first and not _describes(tokens[:first]):
            continue
        chunk = chunk_at(tokens, first)
        if chunk and chunk.stop == len(tokens) and chunk.name.sort is Sort.PERSON:
            return chunk.name
    return None


def _describes(tokens: Sequence[Token]) -> bool:
    """Tell whether words before a name only say what its bearer is: "the Swiss lawyer"."""
    return tokens[-1].lower and is_role(tokens[-1]) and all(token.kind is Kind.WORD for token in tokens)


def _read_fields(inner: str, base: int) -> Reading | None:
    """Read one field after the other from a sheet."""
    sheet = Sheet(_LETTER_IN_ITALICS.sub(r" \1 ", inner))
    for _ in range(4):
        sheet.take(_URL)
    reference = _take_back(sheet)
    telling = take_telling(sheet)
    date = take_date(sheet, find_marked(sheet))
    archive = take_archive(sheet)
    marked = take_marked(sheet)
    statement = read_statement(sheet, 0)
    if statement:
        sheet.use(0, statement.stop)
    hands = take_hands(sheet)
    pages = take_pages(sheet)
    year = date.year or take_year(sheet)
    if (pages.pages is None and pages.volume is None) or sheet.left.rstrip(" .)").endswith(tuple("0123456789")):
        bare = take_bare_pages(sheet)
        pages = replace(pages, pages=pages.pages or bare)
    imprint = take_imprint(sheet)
    partial = Reading(
        raw=inner,
        start=base,
        stop=base + len(inner),
        reference=reference,
        volume=pages.volume,
        year=year,
        pages=pages.pages,
        archive=archive,
        place=imprint.place,
        publisher=imprint.publisher,
        translator=hands.translator,
        dated=date.dated,
        marked=bool(marked),
        kind="telling" if telling else None,
        taker=telling.value if telling else None,
    )
    if statement:
        return _with_statement(partial, statement, sheet, marked, pages, base)
    return _with_names(partial, sheet, marked, pages, hands, base)


def _take_back(sheet: Sheet) -> Reference:
    """Take ibid. and its kin from the sheet."""
    for reference, pattern in _BACK:
        if sheet.take(pattern):
            return reference
    return Reference.FULL


def _with_statement(
    partial: Reading, statement: Statement, sheet: Sheet, marked: list[Marked], pages: Pages, base: int
) -> Reading:
    """Fill in a letter, a diary, a testimony: who wrote it, to whom, and the work in which it stands."""
    rest = split_rest(sheet, statement.stop, marked, _around(partial, pages, authored=True))
    author = shifted(statement.author, base)
    return replace(
        partial,
        speaker=author,
        authors=(author,),
        author=author.value,
        title=statement.title,
        container=rest.container or rest.title if statement.title else rest.container,
        place=partial.place or rest.place,
        publisher=partial.publisher or rest.publisher,
        kind=statement.kind,
        taker=statement.taker,
    )


def _around(partial: Reading, pages: Pages, *, authored: bool) -> Around:
    return Around(
        periodical=pages.periodical,
        dated=partial.dated,
        printed=bool(partial.year or partial.place or partial.publisher),
        authored=authored,
    )


def _with_names(
    partial: Reading, sheet: Sheet, marked: list[Marked], pages: Pages, hands: Imprint, base: int
) -> Reading | None:
    """Fill in authors, title and container."""
    more = bool(
        marked
        or partial.year
        or partial.pages
        or partial.volume
        or partial.archive
        or partial.reference is not Reference.FULL
    )
    authors = owner_at_head(sheet, 0) or authors_at_head(sheet, _head(sheet), more=more)
    stop = authors.stop if authors else 0
    if authors:
        sheet.use(0, stop)
    else:
        after_by = authors_after_by(sheet, 0)
        if after_by:
            begin, authors = after_by
            sheet.use(begin, authors.stop)
    kindred = kind_after(sheet, stop) if authors and stop and not marked else None
    if authors and stop and kindred is None:
        stop = _past_description(sheet, stop)
    if kindred:
        sheet.use(stop, kindred.stop)
    rest = split_rest(sheet, stop, marked, _around(partial, pages, authored=authors is not None))
    authors, rest = _late_author(authors, rest, marked, sheet)
    if kindred and rest.title and is_city(rest.title):
        rest = replace(rest, title=None)
    return _assemble(partial, authors, rest, kindred, hands, pages, base)


def _past_description(sheet: Sheet, stop: int) -> int:
    """Take away what an author is said to be: "X, Swiss engineer, in his book"; return the index after it."""
    for pattern in (_DESCRIPTION, _IN_HIS_BOOK):
        match = pattern.match(sheet.left, stop)
        if match and (pattern is _IN_HIS_BOOK or is_role(Token(Kind.WORD, match["role"], 0, 1))):
            sheet.use(*match.span())
            stop = match.end()
    return stop


def _head(sheet: Sheet) -> int:
    """Return the index of the first code point that is not used yet."""
    place = 0
    while place < len(sheet.left) and sheet.left[place] in f"{USED} .,;:":
        place += 1
    return place


def _late_author(
    authors: Authors | None, rest: Rest, marked: list[Marked], sheet: Sheet
) -> tuple[Authors | None, Rest]:
    """Find the author behind the title: "“Title”, X", "The Title, X"."""
    if authors or not (rest.title or rest.container):
        return authors, rest
    if marked:
        name = whole_name(rest.container or "", sheet.words.find(rest.container or "\0"))
        if name and len(name.words) > 1:
            return Authors((name,), name.value, 0), replace(rest, container=None)
        return _author_in_container(rest, sheet)
    title = rest.title or ""
    head, comma, tail = title.rpartition(", ")
    name = whole_name(tail, sheet.words.find(tail)) if comma else None
    if name and len(name.words) > 1 and not rest.publisher:
        return Authors((name,), name.value, 0), replace(rest, title=tidy(head))
    return None, rest


def _author_in_container(rest: Rest, sheet: Sheet) -> tuple[Authors | None, Rest]:
    """Leave everything as it is where the words behind a marked title are no name."""
    head, comma, tail = (rest.container or "").partition(", ")
    name = whole_name(head, sheet.words.find(head)) if comma else None
    if name and len(name.words) > 1:
        return Authors((name,), name.value, 0), replace(rest, container=tidy(tail))
    return None, rest


def _assemble(
    partial: Reading,
    authors: Authors | None,
    rest: Rest,
    kindred: Kindred | None,
    hands: Imprint,
    pages: Pages,
    base: int,
) -> Reading | None:
    """Put the fields together; None where neither a person nor a work is named."""
    names = tuple(shifted(name, base) for name in authors.names) if authors else ()
    reading = replace(
        partial,
        title=kindred.title if kindred else rest.title,
        container=rest.container or (rest.title if kindred else None),
        place=partial.place or rest.place,
        publisher=partial.publisher or rest.publisher,
        kind=partial.kind or (kindred.kind if kindred else None),
        taker=partial.taker or (kindred.taker if kindred else None),
    )
    if _is_aside(reading):
        return None
    if (
        kindred and kindred.title.lower() == kindred.kind and reading.container
    ):  # "X, letter, The Echo": cites the paper
        reading = replace(reading, title=None)
    if names and reading.title and _AT.match(reading.title):  # "X at the Tenth Congress": an occasion, no title
        reading = replace(reading, title=None, container=_AT.sub("", reading.title))
    if names and pages.periodical and len(names) == 1 and not reading.names_work and authors:
        return replace(reading, container=authors.phrase)  # "Annals of X, No. 2, 1989": no author, a periodical
    if names and not hands.edited:
        reading = replace(reading, authors=names, author=authors.phrase if authors else None)
    if not (reading.names_work or names or reading.reference is not Reference.FULL):
        return partial if partial.pages or partial.year else None
    if not names and _is_corporate(reading):
        return replace(reading, author=reading.title, title=None)
    return reading


def _is_aside(reading: Reading) -> bool:
    """Tell an aside from a citation: all that could be its title begins small, and nothing else is cited."""
    if reading.title is None or reading.marked or reading.kind or reading.weight > 1 or reading.pages or reading.via:
        return False
    return reading.title[0].islower() or reading.title.casefold() in LATIN


def _is_corporate(reading: Reading) -> bool:
    """Tell whether a title is a body cited by author and year: "(Ministry of Transport 1954, 7)"."""
    if (
        not (reading.title and reading.year)
        or reading.marked
        or reading.dated
        or reading.publisher
        or reading.place
        or reading.volume
    ):
        return False
    words = reading.title.split()
    return len(words) <= SHORT and words[0].lower() in BODIES - WORK_NOUNS and reading.container is None
