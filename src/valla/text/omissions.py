"""Where a quotation marks that words are left out, and what an editor added to it.

Dots, asterisks and dots in brackets mark an omission; notes such as "[sic]" or "(emphasis added)" are no quoted words.
Offsets are in the text given.
"""

import re
from collections.abc import Iterable

from valla.model.anchors import Span

_DOTS = r"(?:…|\.[ \u00a0]?\.[ \u00a0]?\.(?:[ \u00a0]?\.){0,4})"
_OMISSION = re.compile(
    rf"[\[(<]\s?{_DOTS}\s?[\])>]|{_DOTS}|\[\s?(?:-{{2,3}}|—)\s?\]|\*[ \u00a0]?\*[ \u00a0]?\*(?:[ \u00a0]?\*){{0,4}}"
)
_NOTE = re.compile(
    r"[\[(](?:sic[!.?:]?|(?:my |our |author['’]s |original |his |her )?(?:emphas[ie]s|italics|stress|underlining|capitals|"
    r"hervorhebung|souligné)\b[^\[\]()]{0,60})[\])]",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\[[^\[\]]{1,300}\]")
_GLOSS = re.compile(r"\([^()]{1,300}\)")


def omissions_in(text: str) -> tuple[Span, ...]:
    """Return the places at which an omission is marked."""
    return tuple(Span(*match.span()) for match in _OMISSION.finditer(text))


def notes_in(text: str) -> tuple[Span, ...]:
    """Return the editor's notes that are no quoted words: emphasis, italics, sic."""
    return tuple(Span(*match.span()) for match in _NOTE.finditer(text))


def brackets_in(text: str) -> tuple[Span, ...]:
    """Return the square brackets that hold words, with their brackets."""
    return tuple(Span(*match.span()) for match in _BRACKET.finditer(text))


def glosses_in(text: str) -> tuple[Span, ...]:
    """Return the round brackets, with their brackets; they may be the source's own."""
    return tuple(Span(*match.span()) for match in _GLOSS.finditer(text))


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that touch or meet made one."""
    rows: list[Span] = []
    for span in sorted(spans):
        if rows and span.start <= rows[-1].end:
            rows[-1] = Span(rows[-1].start, max(rows[-1].end, span.end))
        else:
            rows.append(span)
    return tuple(rows)
