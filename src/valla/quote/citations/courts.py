"""Citations with a grammar of their own: decided cases, statutes, scripture, plays and the classics."""

import re

from valla.quote.citations.fields import Reading, tidy
from valla.quote.lexicon.prints import BOOKS_OF_SCRIPTURE, REPORTERS

_CASE = re.compile(
    r"^(?P<title>[A-ZÀ-Þ][^\d;:]{0,120}? (?:v|vs|V)\.? [A-ZÀ-Þ][^\d;:\[\]()]{0,120}?|[^\d;:]{4,120}?)?[,\s]*"
    r"(?P<early>[\[(](?P<year1>\d{4})[\])],? ?)?"
    rf"(?P<report>(?:(?P<volume>\d{{1,4}}) )?(?:{REPORTERS})(?: (?P<first>\d{{1,5}}))?)(?![^\W\d_])"
    r"(?:, (?:at )?(?P<pages>\d{1,5}(?:[-–]\d{1,5})?(?:, ?\d{1,5}){0,6}))?"
    r"(?: ?\((?P<court>[^()\d]{0,40})(?P<year2>\d{4})?\))?\W*$"
)
_STATUTE = re.compile(r"^(?P<report>\d{1,3} (?:U\. ?S\. ?C\.(?: ?A\.)?|C\. ?F\. ?R\.))[, ]*(?P<pages>§{1,2} ?[\w.()-]{1,20})(?: \((?P<year>\d{4})\))?\W*$")
_SCRIPTURE = re.compile(rf"^(?P<title>(?:[1-3I]{{1,3}} ?)?(?:{BOOKS_OF_SCRIPTURE})\.?),? (?P<pages>\d{{1,3}}[:.,] ?\d{{1,3}}(?: ?[-–] ?\d{{1,3}}(?::\d{{1,3}})?)?(?:, ?\d{{1,3}})*)\W*$")
_PLAY = re.compile(
    r"^(?:(?P<author>[A-ZÀ-Þ][\w’-]{1,30}), )?(?P<title>[_*]?(?:[A-ZÀ-Þ][\w’.-]{0,30}[_*]? ?|of |the |and |in |de |ab )(?:[A-Za-zÀ-ÿ][\w’.-]{0,30}[_*]? ?){0,7}?),? ?"
    r"(?P<pages>(?:[IVX]{1,4}\.[ivx]{1,5}\.\d{1,4}|\d{1,3}\.\d{1,3}(?:\.\d{1,4})?)(?: ?[-–] ?\d{1,4})?)\W*$"
)


def read_court(words: str, start: int) -> Reading | None:
    """Return the reading of a case, a statute, a verse or a scene; None where the words are none of these."""
    for pattern, read in ((_STATUTE, _read_statute), (_SCRIPTURE, _read_verse), (_CASE, _read_case), (_PLAY, _read_verse)):
        match = pattern.match(words)
        if match:
            return read(match, words, start)
    return None


def _read_case(match: re.Match[str], words: str, start: int) -> Reading | None:
    if not match["first"] and not match["title"]:
        return None
    return Reading(
        raw=words,
        start=start,
        stop=start + len(words),
        title=tidy(match["title"]),
        container=match["report"],
        pages=match["pages"],
        year=match["year1"] or match["year2"],
    )


def _read_statute(match: re.Match[str], words: str, start: int) -> Reading:
    return Reading(raw=words, start=start, stop=start + len(words), container=match["report"], pages=match["pages"], year=match["year"])


def _read_verse(match: re.Match[str], words: str, start: int) -> Reading:
    fields = match.groupdict()
    return Reading(
        raw=words,
        start=start,
        stop=start + len(words),
        author=fields.get("author"),
        title=(match["title"].strip(" _*,") if match["title"] else None),
        pages=match["pages"].replace("–", "-"),
    )
