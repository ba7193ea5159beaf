"""What a printer, an editor or a transcriber set around a text: lists and corrections whose marks quote nobody.

A table of contents, a list of plates, errata, an index, a transcriber's notes, the caption of a picture: words in marks there
are entries and misprints, and no quotation of the author's.
"""

import re
from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.documents import BlockKind, Document

LONGEST_HEAD = 60
"""Code points of a heading, at most."""

LONGEST_LIST = 30_000
"""Code points of such a list, at most, before the text itself is half over."""

FRONT, BACK = 0.3, 0.5
"""Shares of a text: a list of what is in it stands before the first, an index behind the second."""

_HEAD = re.compile(
    r"\W*(?:(?P<anywhere>(?:transcriber|typist|digiti[sz]er)[’']?s?[’']? (?:notes?|amendments?|corrections|changes)|errata|corrigenda|list of (?:errata|corrections))"
    r"|(?P<front>(?:table of )?contents|inhalt(?:sverzeichnis)?|table des matières|(?:list of )?(?:illustrations|plates|figures|maps|tables|abbreviations))"
    r"|(?P<back>(?:general )?index|register|advertisements?))\W*$",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\W{0,3}(?:(?:transcriber|digiti[sz]er)[’']?s?[’']? notes?\b|\[Illustration\b)", re.IGNORECASE)


def apparatus_of(document: Document) -> Iterator[Span]:
    """Yield the blocks that are apparatus, in order: the sections under its headings, captions, notes of a transcriber."""
    inside, since = False, 0
    for block in document.blocks:
        words = block.span.of(document.text) if len(block.span) <= LONGEST_HEAD else ""
        head = _HEAD.match(words) if words else None
        if head is not None:
            inside, since = _stands_right(head, block.span.start / len(document.text)), block.span.start
        elif block.kind is BlockKind.HEADING or _is_printed_heading(words) or _is_over(document, since, block.span):
            inside = False
        if inside or _ALONE.match(document.text, block.span.start, block.span.end):
            yield block.span


def _is_printed_heading(words: str) -> bool:
    """Tell whether a short block is in capitals, as a heading is, and no entry of a list, which ends in its page."""
    letters = sum(letter.isalpha() for letter in words)
    return letters > 3 and words.isupper() and "\n" not in words and not words.rstrip(" .").endswith(tuple("0123456789"))  # noqa: PLR2004


def _is_over(document: Document, since: int, at: Span) -> bool:
    """Tell whether a list in the front part of a text is longer than any is: its end was not seen."""
    return since < BACK * len(document.text) and at.start - since > LONGEST_LIST


def _stands_right(head: re.Match[str], share: float) -> bool:
    """Tell whether such a heading stands where such a list is printed."""
    if head["front"]:
        return share <= FRONT
    return head["back"] is None or share >= BACK
