"""Words and marks of a short stretch of text, with their places in the document."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from valla.model.anchors import Span

VEIL = "\ufffc"
"""Stands in for each code point of a quotation that must not be read as its author's own words."""

_TOKEN = re.compile(
    r"(?P<veil>\ufffc+)"
    r"|(?P<elision>(?:[ldjmtscn]|qu|[LDJMTSCN]|Qu)[’'](?=[^\W\d_]))"
    r"|(?P<poss>[’']s\b)"
    r"|(?P<initials>(?<![^\W_])(?:[A-ZÀ-ÖØ-ÞА-ЯЁŁŚŠŽČĆ]\.-?){1,4})"
    r"|(?P<word>[^\W\d_]+(?:[’'\-‑](?!s\b)[^\W\d_]+)*)"
    r"|(?P<num>\d+)"
    r"|(?P<mark>\S)"
)


_JOINED = re.compile(r"(?:a[lndrstz]|el|ash|ul|bin|ibn|ben|bint|abu|d|o)[-‑'’][A-ZÀ-Þ]")
"""A particle that is joined to its name by a hyphen: al-Name."""


class Kind(Enum):
    """What a token is."""

    VEIL = auto()
    ELISION = auto()
    POSS = auto()
    INITIALS = auto()
    WORD = auto()
    NUM = auto()
    MARK = auto()


_NAMING = frozenset({Kind.WORD, Kind.INITIALS})
_KINDS = {kind.name.lower(): kind for kind in Kind}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, a mark, a possessive ending, a group of initials or a veiled quotation.

    `low` is its text in small letters with straight apostrophes, `capital` whether it is a word with a capital at its
    head: made once with the token, since every rule asks for them.
    """

    kind: Kind
    text: str
    start: int
    end: int
    low: str
    capital: bool

    @property
    def lower(self) -> bool:
        """Tell whether this is a word that begins with a small letter."""
        return self.kind is Kind.WORD and not self.capital

    def is_mark(self, marks: str) -> bool:
        """Tell whether this is one of the given marks."""
        return self.kind is Kind.MARK and self.text in marks


def tokenise(text: str, base: int = 0) -> list[Token]:
    """Return the tokens of a stretch that begins at offset `base` of its document."""
    return [
        make_token(_KINDS[match.lastgroup or "mark"], match.group(), base + match.start(), base + match.end())
        for match in _TOKEN.finditer(text)
    ]


def make_token(kind: Kind, text: str, start: int, end: int) -> Token:
    """Return a token with its small form."""
    capital = kind in _NAMING and (text[0].isupper() or _JOINED.match(text) is not None)
    return Token(kind, text, start, end, text.lower().replace("’", "'"), capital)


def span_of(tokens: Sequence[Token]) -> Span:
    """Return the span from the first to the last of some tokens."""
    return Span(tokens[0].start, tokens[-1].end)
