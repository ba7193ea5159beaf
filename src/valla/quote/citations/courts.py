"""Citations with a grammar of their own: decided cases, statutes, scripture, plays and the classics."""

import re

from valla.quote.citations.fields import Reading, tidy
from valla.quote.lexicon.prints import BOOKS_OF_SCRIPTURE, REPORTERS

_REPORT = re.compile(
    r"(?P<early>[\[(](?P<year1>\d{4})[\])],? ?)?"
    rf"(?P<report>(?:(?P<volume>\d{{1,4}}) )?(?<![^\W\d_])(?:{REPORTERS})(?: (?P<first>\d{{1,5}}))?)(?![^\W\d_])"
    r"(?P<rest>(?:, (?:at )?(?P<pages>\d{1,5}(?:[-–]\d{1,5})?(?:, ?\d{1,5}){0,6}))?"
    r"(?: ?\((?P<court>[^()\d]{0,40})(?P<year2>\d{4})?\))?\W*$)"
)
_ANY_REPORT = re.compile(
    r",? (?P<report>(?P<volume>\d{1,4}) [A-Z][\w.]{0,12}(?: [A-Z0-9][\w.]{0,8}){0,3} (?P<first>\d{1,5}))(?:, (?P<pages>\d{1,5}(?:, \d{1,5}){0,3}))?(?: ?\((?P<court>[^()\d]{0,30})(?P<year2>\d{4})\))?\W*$"
)
_VERSUS = re.compile(r" (?:v|vs|V)\.? (?=[A-ZÀ-Þ])")

LONGEST = 240
"""Code points of a citation of this kind; a longer one is none."""

_STATUTE = re.compile(
    r"^(?P<report>\d{1,3} (?:U\. ?S\. ?C\.(?: ?A\.)?|C\. ?F\. ?R\.))[, ]*(?P<pages>§{1,2} ?[\w.()-]{1,20})(?: \((?P<year>\d{4})\))?\W*$"
)
_SCRIPTURE = re.compile(
    rf"^(?P<title>(?:[1-3I]{{1,3}} ?)?(?:{BOOKS_OF_SCRIPTURE})\.?),? (?P<pages>\d{{1,3}}[:.,] ?\d{{1,3}}(?: ?[-–] ?\d{{1,3}}(?::\d{{1,3}})?)?(?:, ?\d{{1,3}})*)\W*$"
)
_SCENE = re.compile(
    r"(?<![\w.])(?P<pages>(?:[IVX]{1,4}\.[ivx]{1,5}\.\d{1,4}|\d{1,3}\.\d{1,3}(?:\.\d{1,4})?)(?: ?[-–] ?\d{1,4})?)\W*$"
)
_AUTHOR_FIRST = re.compile(r"^[_*]?(?P<author>[A-ZÀ-Þ][\w’-]{1,30}), (?=[_*]?[A-ZÀ-Þ])")

WORDS = 8
"""Words in the title of a play or of a classic."""


def read_court(words: str, start: int) -> Reading | None:
    """Return the reading of a case, a statute, a verse or a scene; None where the words are none of these."""
    for pattern, read in ((_STATUTE, _read_statute), (_SCRIPTURE, _read_verse)):
        match = pattern.match(words[:LONGEST])
        if match:
            return read(match, words, start)
    return _read_scene(words, start) or _read_case(words, start)


def _read_scene(words: str, start: int) -> Reading | None:
    """Read "Hamlet, III.i.56", "Tacitus, Annals 1.1": a title of few words before an act, scene and line."""
    match = _SCENE.search(words[:LONGEST])
    if match is None:
        return None
    before = words[: match.start()].rstrip(" ,")
    author = _AUTHOR_FIRST.match(before)
    title = before[author.end() if author else 0 :].strip(" _*,")
    plain = (
        bool(title)
        and title[0].isupper()
        and len(title.split()) <= WORDS
        and not any(char in '.;:()[]“”"' or char.isdigit() for char in title)
    )
    if not plain:
        return None
    pages = match["pages"].replace("–", "-")
    return Reading(
        raw=words,
        start=start,
        stop=start + len(words),
        author=author["author"] if author else None,
        title=title,
        pages=pages,
    )


def _read_case(words: str, start: int) -> Reading | None:
    """Read "X v. Y, 412 U.S. 218, 221 (1973)": a report with volume and page, the case before it."""
    versus = _VERSUS.search(words[:LONGEST])
    general = _ANY_REPORT.search(words[:LONGEST], versus.end()) if versus else None
    if general:
        return _case(
            words,
            start,
            title=tidy(words[: general.start()]),
            report=general["report"],
            pages=general["pages"],
            year=general["year2"],
        )
    match = _REPORT.search(words[:LONGEST])
    if match is None or not (match["first"] or match["volume"]):
        return None
    title = tidy(words[: match.start()])
    if not (match["volume"] or match["early"]) or (title and not (_VERSUS.search(title) or match["volume"])):
        return None
    year = match["year1"] or match["year2"]
    return _case(words, start, title=title, report=match["report"], pages=match["pages"], year=year)


def _case(words: str, start: int, *, title: str | None, report: str, pages: str | None, year: str | None) -> Reading:
    return Reading(
        raw=words, start=start, stop=start + len(words), title=title, container=report, pages=pages, year=year
    )


def _read_statute(match: re.Match[str], words: str, start: int) -> Reading:
    return Reading(
        raw=words,
        start=start,
        stop=start + len(words),
        container=match["report"],
        pages=match["pages"],
        year=match["year"],
    )


def _read_verse(match: re.Match[str], words: str, start: int) -> Reading:
    return Reading(
        raw=words,
        start=start,
        stop=start + len(words),
        title=(match["title"].strip(" _*,") if match["title"] else None),
        pages=match["pages"].replace("–", "-"),
    )
