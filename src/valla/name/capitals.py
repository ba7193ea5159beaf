"""Runs of capitalised words: where they stand, what stands right before and behind them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from valla.model.anchors import Span
from valla.model.documents import Document

_LETTERS = [chr(point) for point in (*range(0x41, 0x530), *range(0x1E00, 0x1F00))]
_UPPER = "".join(letter for letter in _LETTERS if letter.isupper())
_SMALL = r"[^\W\d_]"
_JOINT = r"(?:['’‘ʼ](?!s\b|S\b)|[-‑])"
_WORD = rf"[{_UPPER}]{_SMALL}*+(?:{_JOINT}{_SMALL}++)*+"
_INITIALS = rf"(?:(?!(?:Mr|Dr|St|Cf|Co|No|Fr|Mt|Ed|Sr|Jr|Vs|Pp|Lt|Op|Ib)\.)[{_UPPER}][a-z]?\.[-‑]?[ \u00a0]?){{1,4}}+"
_LINK = (
    r"(?:de|von|van|der|den|du|la|le|di|da|del|della|dos|af|av|ibn|bin|ben|al|el|ten|ter|zu|zur|y|of|the|for|and|&|e)"
)
_TOKEN = re.compile(
    rf"(?P<word>{_INITIALS}(?={_WORD})|{_WORD})|(?P<small>[^\W_]+(?:['’][^\W_]+)*)|(?P<mark>\n|[^\w\s])"
)
_CAPITAL = re.compile(rf"(?<![\w’'])(?:{_INITIALS}(?=[{_UPPER}]{_SMALL})|{_WORD})")
PARTICLES = frozenset(
    "de von van der den du la le di da del della dos af av ibn bin ben al el ten ter zu zur e do das d".split()
)
_GAP = re.compile(r"[ \u00a0]{1,2}|[ \u00a0]?\n[ \u00a0]?(?!\s*\n)")
_PARTICLE_GAP = re.compile(
    rf"[ \u00a0]((?:{'|'.join(sorted(PARTICLES))})(?:[ \u00a0](?:{'|'.join(sorted(PARTICLES))}))?)[ \u00a0]|[ \u00a0]((?:al|el|d|de|l)[-’'])"
)
_COMPOUND = re.compile(
    r"[-‑](?:era|like|style|inspired|led|type|born|backed|owned|controlled|friendly|ism|ist|trial|affair)\Z"
)
_MARKS = "\"'“”„‟‘’«»‹›"
_OPENERS = "\"'“”„‟‘’«»‹›([*_–—-"
LONGEST = 8
"""Words that one run has at most."""


@dataclass(frozen=True)
class Piece:
    """One capitalised word or a group of initials, with its place. Not slotted, so that what is asked often is kept."""

    text: str
    start: int
    end: int

    @cached_property
    def low(self) -> str:
        """Return the word in small letters, apostrophes straight."""
        return self.text.lower().replace("’", "'").replace("‘", "'")

    @cached_property
    def initials(self) -> bool:
        """Tell whether this is a group of initials."""
        return "." in self.text

    @cached_property
    def loud(self) -> bool:
        """Tell whether the word is set in capitals altogether."""
        return len(self.text) > 1 and self.text.isupper() and not self.initials


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row; `opens` where the first begins a sentence, a line or a quotation."""

    pieces: tuple[Piece, ...]
    opens: bool = False
    parts: tuple[str, ...] = field(default=())

    @property
    def span(self) -> Span:
        """Return where the run stands."""
        return Span(self.pieces[0].start, self.pieces[-1].end)


def runs_in(document: Document) -> Iterator[Run]:
    """Yield the runs of a document in order."""
    text = document.text
    held: list[Piece] = []
    for match in _CAPITAL.finditer(text):
        word = _COMPOUND.sub("", match[0].rstrip())
        piece = Piece(word, match.start(), match.start() + len(word))
        if held and not (len(held) < LONGEST and _joined(text, held[-1], piece, wrapped=document.wrapped)):
            yield Run(tuple(held), opens=_opens(text, held))
            held = []
        held.append(piece)
    if held:
        yield Run(tuple(held), opens=_opens(text, held))


def _opens(text: str, held: list[Piece]) -> bool:
    """Tell whether a run begins a sentence; a name in marks of its own within a sentence does not."""
    before, behind = text[held[0].start - 1 : held[0].start], text[held[-1].end : held[-1].end + 2]
    alone = behind[:1] in tuple(_MARKS) or behind[1:] in tuple(_MARKS)
    start = held[0].start
    if before and alone and before in _MARKS and text[max(0, start - 4) : start - 1].rstrip(" \u00a0")[-1:].isalpha():
        return False
    return opens_sentence(text, held[0].start)


def _joined(text: str, before: Piece, after: Piece, *, wrapped: bool) -> bool:
    """Tell whether two pieces follow each other with at most a blank or particles between."""
    between = text[before.end : after.start]
    if not between or len(between) > len(" van der "):
        return not between and before.initials
    gap = _GAP.fullmatch(between)
    if gap:
        return "\n" not in between or wrapped
    return _PARTICLE_GAP.fullmatch(between) is not None


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether what stands at an offset begins a sentence, a line, a quotation or a bracket."""
    at = start - 1
    while at >= 0 and text[at] in " \t\u00a0":
        at -= 1
    return at < 0 or text[at] in "\n.!?:…;" or text[at] in _OPENERS
