"""Which works on the shelf are the one that a citation means.

A false "held" makes a false "not found", the worst error of all; so a work is taken for the cited one only where title,
author and year agree as far as both sides have them, and where they leave a choice the answer is uncertain and says so.
Titles are compared by their telling words: articles and the like fall away, spellings of one word agree, a subtitle may
be missing on either side, but what both have must not conflict.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from valla.library.names import (
    KINDS,
    SMALL,
    Name,
    author_words,
    authors_agree,
    covers,
    dates_in,
    name_of,
    names_of,
    place_of,
    same_word,
    same_words,
    years_agree,
)
from valla.library.register import SHARED, Register
from valla.model.works import Citation, Holding
from valla.text.variants import skeleton_of
from valla.text.words import keys_in

LONG_TITLE = 4
"""Telling words by which a title is known even where the author is given otherwise (a speaker, an editor, an office)."""


FEW = 40
"""Holdings up to which each is compared with each citation in full."""

EDGE = 2
"""Letters by which a word is known well enough to be compared in full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """The documents that are, or may be, the cited work, and why.

    Where `certain` is false the citation leaves a choice, or names too little: the words may be sought there, but their
    absence proves nothing. `through` are documents that are, or may be, the work through which it is quoted.
    """

    holdings: tuple[Holding, ...] = ()
    certain: bool = False
    through: tuple[Holding, ...] = ()
    reason: str


class Grade(IntEnum):
    """How well a holding's name answers to a citation."""

    NONE = 0
    AUTHOR = 1  # no title is cited, and the author agrees
    PART = 2  # the cited words are among those of a longer title
    CONTAINER = 3  # it is the periodical or collection in which the cited piece appeared
    SHORT = 4  # a short title, or a title whose subtitle is missing on one side
    EXACT = 5


def recognise(citation: Citation, holdings: Sequence[Holding], register: Register | None = None) -> Recognition:
    """Return the holdings that a citation means; none, with the reason, where none is meant.

    Who asks often makes the `register` of the holdings once.
    """
    register = register or Register(holdings)
    through = tuple(row for row in _nearby(citation, holdings) if _may_be(citation.via, row)) if citation.via else ()
    graded = [(grade_of(citation, row), row) for row in _nearby(citation, register.asked_for(citation), len(holdings))]
    best = max((grade for grade, _ in graded), default=Grade.NONE)
    if best <= Grade.PART:
        nearby = _nearby(citation, register.spelt_out(citation), len(holdings))
        spelt = [row for row in nearby if row not in through and _spelt_out(citation, row)]
        if spelt:
            best = Grade.SHORT if citation.title is None else Grade.PART
            graded = [(best, row) for row in spelt]
    found = tuple(row for grade, row in graded if grade is best and grade)
    if best is Grade.SHORT and not any(years_agree(citation.year, row) for row in found):
        found = tuple(
            row for grade, row in graded if grade in (Grade.PART, Grade.SHORT)
        )  # a short title leaves a choice
    doubt = _doubt(citation, best, found)
    return Recognition(
        holdings=found, certain=bool(found) and doubt is None, through=through, reason=doubt or _held(found)
    )


def _nearby(citation: Citation, holdings: Sequence[Holding], of: int | None = None) -> Sequence[Holding]:
    """Return the holdings that share the beginning of a word with a citation; in a small library (`of` so many), all."""
    if (len(holdings) if of is None else of) <= FEW:
        return holdings
    fields = (citation.raw, citation.author, citation.title, citation.container, citation.archive, citation.via)
    cited = {edge for field in fields if field for edge in _edges(field)}
    return [row for row in holdings if not cited.isdisjoint(_edges_of(row))]


@lru_cache(maxsize=1 << 15)
def _edges_of(holding: Holding) -> frozenset[str]:
    """Return the beginnings of the words by which a holding may be cited."""
    fields = (holding.title, holding.author or "", *holding.aliases)
    return frozenset(edge for field in fields for edge in _edges(field))


def _edges(words: str) -> frozenset[str]:
    """Return the beginnings of the telling words of a title or a name, in the spelling that all their spellings share."""
    return frozenset(skeleton_of(key, bold=True)[:EDGE] for key in keys_in(words.replace("-", " ")) if key not in SMALL)


def _held(found: Iterable[Holding]) -> str:
    """Say which works are held."""
    return "held: " + ", ".join(f"{row.title} ({row.document})" for row in found)


def _doubt(citation: Citation, best: Grade, found: Sequence[Holding]) -> str | None:
    """Say why it is not certain that these holdings are the cited work; None where it is."""
    if not found:
        return "the cited work is not held" if citation.named else "no work is named"
    titles = " or ".join(dict.fromkeys(row.title for row in found))
    if best is Grade.AUTHOR:
        return f"only the author is named, of whom {titles} is held"
    if best is Grade.PART:
        return f"the cited title is a part of a longer one: {titles}"
    if not all(_same_work(one, other) for one, other in pairwise(found)):
        return f"the citation may mean {titles}"
    if all(years_agree(citation.year, row) is False for row in found):
        years = ", ".join(row.year or "" for row in found)
        return f"{titles} is held in an edition of another year ({years})"
    if any(_dates_agree(citation, row) is None for row in found):
        return f"the citation does not say whether {titles} is meant, or another of its kind"
    if best is Grade.CONTAINER and not any(dates_in(row.title) or years_agree(citation.year, row) for row in found):
        return f"{titles} may be another issue or volume than the one cited"
    return None


def _same_work(one: Holding, other: Holding) -> bool:
    """Tell whether two holdings are editions of one work."""
    titles = any(same_words(a.main, b.main) for a in names_of(one) for b in names_of(other))
    rests = [name_of(row.title).rest for row in (one, other)]
    unlike = all(rests) and not covers(rests[0], rests[1]) and not covers(rests[1], rests[0])
    return titles and not unlike and authors_agree(one.author, other) is not False and not _other_dates(one, other)


def _other_dates(one: Holding, other: Holding) -> bool:
    """Tell whether two titles give different full dates: two letters, two issues."""
    return dates_in(one.title) != dates_in(other.title)


def grade_of(citation: Citation, holding: Holding) -> Grade:
    """Return how well one holding answers to a citation."""
    authors = authors_agree(citation.author, holding)
    names = names_of(holding)
    if _dates_agree(citation, holding) is False:
        return Grade.NONE
    if citation.title is None and citation.container is None:
        return Grade.AUTHOR if authors else Grade.NONE
    grade = Grade.NONE
    if citation.title is not None:
        cited = name_of(citation.title)
        grade = max((_title_grade(cited, name, citation, holding) for name in names), default=Grade.NONE)
        if authors is False and not (grade is Grade.EXACT and len(cited.main) >= LONG_TITLE):
            grade = Grade.NONE
    if not grade and citation.container is not None:
        grade = max((_container_grade(citation.container, name) for name in names), default=Grade.NONE)
    if grade < Grade.EXACT and years_agree(citation.year, holding) is False:
        return Grade.NONE
    return grade


def _title_grade(cited: Name, held: Name, citation: Citation, holding: Holding) -> Grade:
    """Compare two titles by their telling words."""
    backed = authors_agree(citation.author, holding) is True
    telling = cited.weight > 1 or backed
    if same_words(cited.main, held.main):
        if cited.rest and held.rest and not covers(cited.rest, held.rest) and not covers(held.rest, cited.rest):
            return Grade.NONE
        whole = bool(cited.rest) is bool(held.rest)
        return (Grade.EXACT if whole else Grade.SHORT) if telling else Grade.PART
    if same_words(cited.whole, held.whole):
        return Grade.EXACT if telling else Grade.PART
    if _covered(cited, held, citation, holding):
        return Grade.SHORT
    backed = backed or years_agree(citation.year, holding) is True
    return _partial_grade(cited, held, backed=backed, loose=holding.described_by == "file name")


def _partial_grade(cited: Name, held: Name, *, backed: bool, loose: bool) -> Grade:
    """Compare two titles of which one may be a part of the other.

    `backed` tells that author or year agrees, `loose` that the holding is known by nothing but the name of its file.
    """
    place = place_of(cited.whole, held.whole)
    if place is not None and (cited.weight >= LONG_TITLE or (backed and (place == 0 or cited.weight > 2))):  # noqa: PLR2004
        return Grade.SHORT
    if not held.rest and place_of(held.main, cited.whole) == 0 and held.weight > 1:
        return Grade.SHORT if backed or held.weight >= LONG_TITLE else Grade.PART  # the citation has a subtitle
    within = covers(cited.whole, held.whole) and (cited.weight > 1 or place == 0)
    return Grade.PART if within or (loose and _overlap(cited, held)) else Grade.NONE


def _overlap(cited: Name, held: Name) -> bool:
    """Tell whether a title has so many words of a file's name that the file may well be that work."""
    shared = sum(any(same_word(word, other) for other in cited.whole) for word in held.whole)
    return shared >= SHARED and 2 * shared > len(held.whole)


def _covered(cited: Name, held: Name, citation: Citation, holding: Holding) -> bool:
    """Tell whether title and author together say the same on both sides: "Diary" by A. Keel, "The Diary of Anna Keel"."""
    mine, theirs = cited.whole + author_words(citation.author), held.whole + author_words(holding.author)
    named = tuple(word for word in held.main if word not in KINDS or word in mine)
    if len(set(cited.whole + named)) < 2 or not covers(cited.whole, theirs):  # noqa: PLR2004  (one word is no title)
        return False
    return covers(named, _with_first_names(mine, held.main))


def _with_first_names(words: tuple[str, ...], held: tuple[str, ...]) -> tuple[str, ...]:
    """Let a first name or initial of the holding's title stand where the surname beside it is named."""
    beside = tuple(first for first, last in pairwise(held) if last in words and first not in words)
    return words + beside


def _container_grade(container: str, held: Name) -> Grade:
    """Compare the periodical or collection in which a piece appeared with a holding's title."""
    cited = name_of(container)
    if same_words(cited.main, held.main) or (len(cited.main) > 1 and place_of(cited.main, held.main) == 0):
        return Grade.CONTAINER
    return Grade.NONE


def _dates_agree(citation: Citation, holding: Holding) -> bool | None:
    """Compare the full date in a holding's title (a letter's day, an issue's) with the dates of the citation.

    True where the holding's title has none; None where the citation leaves the day open.
    """
    held = dates_in(holding.title)
    cited = dates_in(" ".join(filter(None, (citation.title, citation.container, citation.year, citation.raw))))
    if held <= cited:
        return True
    years = {word for word in held if len(word) == 4 and word.isdigit()}  # noqa: PLR2004  (a year's figures)
    other_year = years and citation.year is not None and not any(year in citation.year for year in years)
    return False if other_year or any(word.startswith("month") for word in cited) else None


def _spelt_out(citation: Citation, holding: Holding) -> bool:
    """Tell whether a citation's words contain a holding's title, long enough to be no accident."""
    if authors_agree(citation.author, holding) is False or _dates_agree(citation, holding) is False:
        return False
    words = name_of(citation.raw).whole
    long = (name for name in names_of(holding) if name.weight > 1 and len(name.main) > 2)  # noqa: PLR2004
    return any(place_of(name.main, words) is not None for name in long)


def _may_be(words: str, holding: Holding) -> bool:
    """Tell whether the words that name an intermediary may mean a holding; lenient, for it only forbids an accusation."""
    mine = name_of(words).whole
    titles = any(place_of(name.main, mine) is not None and name.weight > 0 for name in names_of(holding))
    return titles or any(word in mine for word in author_words(holding.author))
