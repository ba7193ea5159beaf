"""Shelfmarks: archives, collections, series of state papers."""

import re

from valla.quote.citations.fields import Sheet, tidy
from valla.quote.lexicon.prints import ARCHIVE_NAMES, ARCHIVE_NOUNS

_NAMED = re.compile(rf"(?<![^\W_])(?:{ARCHIVE_NAMES})(?![^\W_])(?=[^;]{{0,80}}\d)")
_RUSSIAN = re.compile(
    r"(?<![^\W_])[ФфFf]\. ?\d{1,6}[.,] ?(?:[Оо]п|[Oo]p|inv)\. ?\d{1,5}[а-яa-z]?[.,] ?(?:[Дд]|[Dd]|[Ee]d\. ?khr)\. ?\d{1,6}"
)
_PLACE_MARK = re.compile(r"[.,;] ?(?=(?:fols?|ff?(?!\. ?\d{1,6}[.,] ?(?:[Oo]p|[Оо]п|inv))|ll?|Bl|[Лл]{1,2})\. ?\d)")
_COLLECTION = re.compile(rf"(?:^|[,.;(] ?)(?P<name>(?:[A-ZÀ-Þ][\w’'.-]{{0,30}} ){{1,5}}{ARCHIVE_NOUNS})(?=[ ,.;]|$)")
_DOUBLED = re.compile(r",(?: ?,)+")
_SHELF = re.compile(
    r"\b(?:Box|box|Folder|folder|MS|MSS|Ms|Vol|vol|Carton|Reel|reel|Kasten|carton|liasse|dossier|legajo)\b\.? ?\d"
)


def take_archive(sheet: Sheet) -> str | None:
    """Take a shelfmark: from the name of the archive to the folio or the end; None where no archive is named."""
    start = _start(sheet.left)
    if start is None:
        return None
    stop = _stop(sheet.left, start)
    words = tidy(_DOUBLED.sub(",", sheet.words[start:stop].replace("_", "")))
    sheet.use(start, stop)
    return words


def _start(words: str) -> int | None:
    """Return where the shelfmark begins: at the archive's name, or at a collection that a box or a library follows."""
    named = _NAMED.search(words)
    if named:
        return _with_article(words, named.start())
    russian = _RUSSIAN.search(words)
    if russian:
        return _word_before(words, russian.start())
    collection = _COLLECTION.search(words)
    if collection and (
        _SHELF.search(words, collection.end()) or collection["name"].endswith(("MSS", "MSS.", "Manuscripts"))
    ):
        return collection.start("name")
    return None


def _with_article(words: str, start: int) -> int:
    """Take the article of "The National Archives" along."""
    return start - 4 if words[max(0, start - 4) : start] == "The " else start


def _word_before(words: str, start: int) -> int:
    """Return where the word before the numbers begins: the archive whose name is not known."""
    head = words[:start].rstrip(" ,.")
    begin = max(head.rfind(" "), head.rfind("("), head.rfind(",")) + 1
    return begin if head[begin : begin + 1].isupper() else start


def _stop(words: str, start: int) -> int:
    """Return where the shelfmark ends: before the folio, before a stretch already used, or at the end."""
    mark = _PLACE_MARK.search(words, start)
    used = words.find("\x01", start)
    ends = [place for place in (mark.start() if mark else -1, used, words.find(";", start)) if place != -1]
    return min(ends, default=len(words))
