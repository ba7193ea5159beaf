"""What a printer, an editor or a transcriber set around a text: lists and corrections whose marks quote nobody.

A table of contents, a list of plates, errata, an index, a transcriber's notes, the caption of a picture: words in marks there
are entries and misprints, and no quotation of the author's.
"""

import re
from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.documents import Block, BlockKind, Document

LONGEST_HEAD = 60
"""Code points of a heading, at most."""

LONGEST_LIST = 60_000
"""Code points of such a list in the first half of a text, at most, and no more than LARGEST of the text."""

LARGEST = 0.15

FEWEST_LETTERS = 3

FRONT, BACK = 0.3, 0.5
"""Shares of a text: a list of what is in it stands before the first, an index behind the second."""

_HEAD = re.compile(
    r"\W*(?:(?P<anywhere>(?:transcriber|typist|digiti[sz]er)[’']?s?[’']? (?:notes?|amendments?|corrections|changes)|errata|corrigenda|list of (?:errata|corrections))"
    r"|(?P<front>(?:table of )?contents|inhalt(?:sverzeichnis)?|table des matières|(?:list of )?(?:illustrations|plates|figures|maps|tables|abbreviations))"
    r"|(?P<back>(?:general )?index|register|advertisements?))\W*$",
    re.IGNORECASE,
)
_TEXT_AGAIN = re.compile(
    r"\W*(?:appendi(?:x|ces)|(?:end)?notes|bibliography|references|sources|chapter|part|book|supplement|additional|postscript|epilogue|afterword|acknowledg|anhang|anmerkungen|annexe)\b",
    re.IGNORECASE,
)
"""Headings under which the author speaks again behind an index; a publisher's list of books has others."""

_ALONE = re.compile(r"\W{0,3}(?:(?:transcriber|digiti[sz]er)[’']?s?[’']? notes?\b|\[Illustration\b)", re.IGNORECASE)


def apparatus_of(document: Document) -> Iterator[Span]:
    """Yield the blocks that are apparatus, in order: the sections under its headings, captions, notes of a transcriber."""
    inside, since = False, 0
    for block in document.blocks:
        words = block.span.of(document.text) if len(block.span) <= LONGEST_HEAD else ""
        head = _HEAD.match(words) if words else None
        if head is not None:
            inside, since = _stands_right(head, block.span.start / len(document.text)), block.span.start
        elif inside and _ends_list(document, block, since):
            inside = False
        if inside or _ALONE.match(document.text, block.span.start, block.span.end):
            yield block.span


def _ends_list(document: Document, block: Block, since: int) -> bool:
    """Tell whether a block is behind a list that began at a place: under a heading of the text, or too far away.

    Behind an index only what a text still has there ends it; a publisher's list of books has headings as well.
    """
    words = block.span.of(document.text) if len(block.span) <= LONGEST_HEAD else ""
    if since < BACK * len(document.text):
        long = min(LONGEST_LIST, LARGEST * len(document.text))
        entry = words.rstrip(" .").endswith(tuple("0123456789"))
        headed = (block.kind is BlockKind.HEADING and not entry) or _is_printed_heading(words)
        return headed or block.span.start - since > long
    return block.kind is BlockKind.HEADING and _TEXT_AGAIN.match(words) is not None


def _is_printed_heading(words: str) -> bool:
    """Tell whether a short block is in capitals, as a heading is, and no entry of a list, which ends in its page."""
    letters = sum(letter.isalpha() for letter in words)
    entry = words.rstrip(" .").endswith(tuple("0123456789"))
    return letters > FEWEST_LETTERS and words.isupper() and "\n" not in words and not entry


def _stands_right(head: re.Match[str], share: float) -> bool:
    """Tell whether such a heading stands where such a list is printed."""
    if head["front"]:
        return share <= FRONT
    return head["back"] is None or share >= BACK
