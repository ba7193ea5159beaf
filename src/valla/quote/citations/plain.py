"""A citation read field by field: what is sure is taken from the sheet first, what only its place tells comes last."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from valla.model.anchors import Span
from valla.model.works import Reference
from valla.quote.citations.archives import take_archive
from valla.quote.citations.fields import USED, Reading, Sheet, tidy
from valla.quote.citations.imprint import Imprint, is_city, take_hands, take_imprint
from valla.quote.citations.marked import LATIN, Marked, find_marked, take_marked
from valla.quote.citations.naming import Authors, authors_after_by, authors_at_head, owner_at_head
from valla.quote.citations.pages import Pages, take_bare_pages, take_pages
from valla.quote.citations.persons import shifted, whole_name
from valla.quote.citations.references import take_reference
from valla.quote.citations.statements import Kindred, Statement, kind_after, read_statement, take_telling
from valla.quote.citations.titles import Around, Rest, split_rest
from valla.quote.citations.years import Dated, take_date, take_year
from valla.quote.lexicon.prints import WORK_NOUNS
from valla.quote.lexicon.roles import BODIES
from valla.quote.people import Name
from valla.quote.sorts import is_role
from valla.quote.tokens import Kind, make_token

SHORT = 5
"""A body cited as author has at most this many words in its name."""

APART = 4
"""Code points between an author and a title that belongs to him at once."""

_LETTER_IN_ITALICS = re.compile(
    r"^[_*](?!(?:An? |The )?(?:Answer|Reply|Introduction|Appendix|Preface|Guide|Address|Supplement|Response|Key|Index|Sequel|Prologue|Epilogue|Postscript|Approach|Companion|Contribution|Prolegomena|Invitation|Road|Way|Return)\b)([^_*]{2,60} to [^_*]{2,60})[_*]"
)
_DESCRIPTION = re.compile(
    r", (?:(?:the|an?|a) )?(?:[^\W\d_]{2,20}[ -]){0,4}(?P<role>[a-zà-ÿ]{3,20})(?=,|$| in his| in her)"
)
_IN_HIS_BOOK = re.compile(
    r",? in (?:his|her|their|the) (?:[a-z]{3,15} ){0,2}(?:book|memoirs?|article|essay|pamphlet|study|work|autobiography|novel|speech)s?[:,]? (?=\S)"
)
_REIGN = re.compile(r" [IVX]{1,4}\.?$")
_AT = re.compile(r"^(?:at|before|during|to) (?:the )?(?=[A-ZÀ-Þ\d])")
_NOISE = re.compile(
    r"<?https?://\S{1,400}|\bdoi:? ?10\.\S{1,200}|\((?:accessed|retrieved|abgerufen|consulté)[^()]{0,60}\)?|\([^()]{0,40}(?:dissenting|concurring|emphasis|italics|citations? omitted|my translation)[^()]{0,40}\)|,? ?\b\d{1,4} ?pp\b\.?|,? ?[£$€] ?\d[\d.,]{0,6}|\bwww\.\S{1,300}"
)


@dataclass(slots=True)
class Draft:
    """A citation while it is read: the sheet, what was taken from it, and where it stands in the document."""

    sheet: Sheet
    base: int
    reference: Reference = Reference.FULL
    telling: Name | None = None
    date: Dated = field(default_factory=Dated)
    archive: str | None = None
    marked: tuple[Marked, ...] = ()
    statement: Statement | None = None
    hands: Imprint = field(default_factory=Imprint)
    pages: Pages = field(default_factory=Pages)
    year: str | None = None
    imprint: Imprint = field(default_factory=Imprint)

    def reading(self) -> Reading:
        """Return the fields that are known before authors and title."""
        words = self.sheet.words
        return Reading(
            raw=words,
            start=self.base,
            stop=self.base + len(words),
            reference=self.reference,
            volume=self.pages.volume,
            year=self.year,
            pages=self.pages.pages,
            archive=self.archive,
            place=self.imprint.place,
            publisher=self.imprint.publisher,
            translator=self.hands.translator,
            dated=self.date.dated,
            marked=bool(self.marked),
            kind="telling" if self.telling else None,
            taker=self.telling.value if self.telling else None,
        )

    def around(self, *, authored: bool) -> Around:
        """Return what the fields taken tell about those that are left."""
        printed = bool(self.year or self.imprint.place or self.imprint.publisher)
        return Around(periodical=self.pages.periodical, dated=self.date.dated, printed=printed, authored=authored)

    @property
    def more(self) -> bool:
        """Tell whether something besides an author is known to be cited."""
        known = (self.marked, self.year, self.pages.pages, self.pages.volume, self.archive)
        return any(known) or self.reference is not Reference.FULL


def read_fields(inner: str, base: int, apart: Sequence[Span] = ()) -> Reading | None:
    """Return the reading of a citation of the common form; None where it names neither a person nor a work.

    `apart` are the titles that the file sets in italics, in the document's offsets.
    """
    places = ((row.start - base, row.end - base) for row in apart if base <= row.start and row.end <= base + len(inner))
    titles = (row for row in places if row[0] or not _LETTER_IN_ITALICS.match(f"_{inner[row[0] : row[1]]}_"))
    draft = _take_fields(Sheet(_LETTER_IN_ITALICS.sub(r" \1 ", inner), titles), base)
    return _with_statement(draft, draft.statement) if draft.statement else _with_names(draft)


def _take_fields(sheet: Sheet, base: int) -> Draft:
    """Take from the sheet what its own form tells; the order matters, for each taken field hides its words from the next."""
    for _ in range(4):
        sheet.take(_NOISE)
    draft = Draft(sheet=sheet, base=base)
    draft.reference = take_reference(sheet)
    draft.telling = take_telling(sheet)
    draft.date = take_date(sheet, find_marked(sheet))
    draft.archive = take_archive(sheet)
    draft.marked = tuple(take_marked(sheet))
    draft.statement = read_statement(sheet, 0)
    if draft.statement:
        sheet.use(0, draft.statement.stop)
    draft.hands = take_hands(sheet, draft.marked[0].stop if draft.marked else None)
    draft.pages = take_pages(sheet)
    draft.year = draft.date.year or take_year(sheet)
    draft.pages = _with_bare_pages(sheet, draft.pages)
    draft.imprint = take_imprint(sheet)
    return draft


def _with_bare_pages(sheet: Sheet, pages: Pages) -> Pages:
    """Return the pages with a bare number at the end of the citation, where no other was given."""
    none = pages.pages is None and pages.volume is None
    if none or sheet.left.rstrip(" .)").endswith(tuple("0123456789")):
        bare = take_bare_pages(sheet)
        return replace(pages, pages=pages.pages or bare)
    return pages


def _with_statement(draft: Draft, statement: Statement) -> Reading:
    """Fill in a letter, a diary, a testimony: who wrote it, to whom, and the work in which it stands."""
    partial = draft.reading()
    rest = split_rest(draft.sheet, statement.stop, draft.marked, draft.around(authored=True))
    author = shifted(statement.author, draft.base)
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


def _with_names(draft: Draft) -> Reading | None:
    """Fill in authors, title and container."""
    authors, stop = _take_authors(draft)
    kindred = kind_after(draft.sheet, stop) if authors and stop and _set_behind(draft.marked, stop) else None
    if kindred:
        draft.sheet.use(stop, kindred.stop)
    elif authors and stop:
        stop = _past_description(draft.sheet, stop)
    rest = split_rest(draft.sheet, stop, draft.marked, draft.around(authored=authors is not None))
    early = authors is not None and not (draft.marked and stop > draft.marked[0].stop)
    authors, rest = _late_author(authors, rest, draft)
    if kindred and rest.title and is_city(rest.title):
        rest = replace(rest, title=None)
    if draft.hands.editors and not early:  # "_Title_, X, ed.": who stands behind the title edited it
        draft.hands = replace(draft.hands, edited=True)
    return _assemble(draft, authors, rest, kindred)


def _set_behind(marked: Sequence[Marked], stop: int) -> bool:
    """Tell whether no title in marks stands beside an author; a paper in italics may stand behind "interview with Y"."""
    return all(row.italic and row.start > stop + APART for row in marked)


def _take_authors(draft: Draft) -> tuple[Authors | None, int]:
    """Take the authors at the head of the sheet, or those after "by"; the index is where the rest begins."""
    sheet = draft.sheet
    authors = owner_at_head(sheet, 0) or authors_at_head(sheet, _head(sheet), more=draft.more)
    if authors and _is_joint_title(authors, draft.marked):
        authors = None
    if authors:
        sheet.use(0, authors.stop)
        return authors, authors.stop
    after_by = authors_after_by(sheet, 0)
    if after_by is None:
        return None, 0
    begin, authors = after_by
    sheet.use(begin, authors.stop)
    return authors, 0


def _is_joint_title(authors: Authors, marked: Sequence[Marked]) -> bool:
    """Tell whether two bare words behind a title in marks are the book it stands in: "“Title”, Democracy and Harbours"."""
    behind = bool(marked) and authors.stop > marked[0].stop
    return behind and len(authors.names) > 1 and all(len(name.words) == 1 for name in authors.names)


def _past_description(sheet: Sheet, stop: int) -> int:
    """Take away what an author is said to be: "X, Swiss engineer, in his book"; return the index after it."""
    for pattern in (_DESCRIPTION, _IN_HIS_BOOK):
        match = pattern.match(sheet.left, stop)
        if match and (pattern is _IN_HIS_BOOK or is_role(make_token(Kind.WORD, match["role"], 0, 1))):
            sheet.use(*match.span())
            stop = match.end()
    return stop


def _head(sheet: Sheet) -> int:
    """Return the index of the first code point that is not used yet."""
    place = 0
    while place < len(sheet.left) and sheet.left[place] in f"{USED} .,;:":
        place += 1
    return place


def _late_author(authors: Authors | None, rest: Rest, draft: Draft) -> tuple[Authors | None, Rest]:
    """Find the author behind the title: "“Title”, X", "The Title, X"."""
    sheet = draft.sheet
    if authors or not (rest.title or rest.container):
        return authors, rest
    if draft.marked:
        at = sheet.words.find(rest.container or "\0")
        name = whole_name(rest.container or "", at) if at >= 0 else None
        if name and len(name.words) > 1 and not _REIGN.search(name.value):
            return Authors((name,), name.value, 0), replace(rest, container=None)
        return _author_in_container(rest, sheet)
    title = rest.title or ""
    head, comma, tail = title.rpartition(", ")
    at = sheet.words.find(tail) if comma else -1
    name = whole_name(tail, at) if at >= 0 else None
    if name and len(name.words) > 1 and not rest.publisher:
        return Authors((name,), name.value, 0), replace(rest, title=tidy(head))
    return None, rest


def _author_in_container(rest: Rest, sheet: Sheet) -> tuple[Authors | None, Rest]:
    """Leave everything as it is where the words behind a marked title are no name."""
    head, comma, tail = (rest.container or "").partition(", ")
    at = sheet.words.find(head) if comma else -1
    name = whole_name(head, at) if at >= 0 else None
    if name and len(name.words) > 1:
        return Authors((name,), name.value, 0), replace(rest, container=tidy(tail))
    return None, rest


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


def _assemble(draft: Draft, authors: Authors | None, rest: Rest, kindred: Kindred | None) -> Reading | None:
    """Put the fields together; None where neither a person nor a work is named."""
    partial = draft.reading()
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
    if kindred and kindred.title.lower() == kindred.kind and reading.container:
        reading = replace(reading, title=None)  # "X, letter, The Echo" cites the paper
    return _with_authors(draft, reading, authors) if authors else _without_authors(partial, reading)


def _with_authors(draft: Draft, reading: Reading, authors: Authors) -> Reading:
    """Return a reading with its authors; editors are none, and a lone periodical is no author either."""
    names = tuple(shifted(name, draft.base) for name in authors.names)
    if reading.title and _AT.match(reading.title):  # "X at the Tenth Congress": an occasion, no title
        reading = replace(reading, title=None, container=_AT.sub("", reading.title))
    if draft.pages.periodical and len(names) == 1 and not reading.names_work:
        return replace(reading, container=authors.phrase)  # "Annals of X, No. 2, 1989"
    if draft.marked and _REIGN.search(authors.phrase):  # "_Statutes_, James I." names the reign
        return reading
    return reading if draft.hands.edited else replace(reading, authors=names, author=authors.phrase)


def _without_authors(partial: Reading, reading: Reading) -> Reading | None:
    """Return a reading without a person at its head; a body cited by author and year becomes the author."""
    if not (reading.names_work or reading.reference is not Reference.FULL):
        return partial if partial.pages or partial.year else None
    return replace(reading, author=reading.title, title=None) if _is_corporate(reading) else reading
