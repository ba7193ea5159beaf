"""A quotation's words as they are sought: pieces between marked omissions, and what in them is an editor's."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from valla.model.anchors import Span
from valla.model.traces import Probe
from valla.text.omissions import brackets_in, glosses_in, notes_in, omissions_in, united
from valla.text.words import Word, words_in
from valla.trace.lines import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The quoted words in order, on the line of the probe's text; `outer` leads back to the essay.

    `piece[i]` counts the marked omissions before word i. `editorial[i]` tells that the word touches square brackets or
    is known as an insertion; `gloss[i]` numbers the round bracket that holds it (0 for none), which may be the
    source's own. `joins[k]` is the mark of omission between pieces k and k + 1, in the probe's text.
    """

    line: Line
    parts: tuple[Span, ...]
    piece: tuple[int, ...]
    editorial: tuple[bool, ...]
    gloss: tuple[int, ...]
    joins: tuple[Span, ...]
    keys: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Keep the keys of the words at hand: they are what is compared most."""
        object.__setattr__(self, "keys", self.line.keys)

    def outer(self, offset: int, *, end: bool = False) -> int:
        """Return the place in the essay of an offset in the probe's text; as an end it leans back."""
        starts = _starts(self.parts)
        number = max(0, bisect_right(starts, offset - 1 if end and offset else offset) - 1)
        part = self.parts[number]
        return min(part.end, part.start + offset - starts[number])

    def span(self, first: int, last: int) -> Span:
        """Return where words stand in the essay; where there are none, the place behind the word before them."""
        place = self.line.place(first, last)
        end = self.outer(place.end, end=bool(first or last))
        return Span(min(end, self.outer(place.start)), end) if first < last else Span(end, end)

    def piece_start(self, word: int) -> int:
        """Return the first word of the piece in which a word stands."""
        while word and self.piece[word - 1] == self.piece[word]:
            word -= 1
        return word

    def piece_end(self, word: int) -> int:
        """Return the word behind the last of the piece in which the word before `word` stands."""
        while word < len(self.piece) and self.piece[word] == self.piece[word - 1]:
            word += 1
        return word


def read_quoted(probe: Probe) -> Quoted:
    """Return a probe's words; notes such as "(emphasis added)" are left out, omissions divide."""
    text = probe.text
    omissions = united((*omissions_in(text), *_inward(probe.ellipses, probe.offsets)))
    notes = notes_in(text)
    words = [word for word in words_in(text) if not _touched(word, notes) and not _touched(word, omissions)]
    pieces, joins = _divide(words, omissions)
    brackets = united((*brackets_in(text), *_inward(probe.insertions, probe.offsets)))
    glosses = glosses_in(text)
    return Quoted(
        line=_line(text, words),
        parts=probe.offsets,
        piece=tuple(pieces),
        editorial=tuple(bool(_touched(word, brackets)) for word in words),
        gloss=tuple(_touched(word, glosses) for word in words),
        joins=tuple(joins),
    )


def plain_quoted(probe: Probe, words: Sequence[Word]) -> Quoted:
    """Return the same for a probe of one part in which nothing is omitted, inserted or bracketed."""
    count = len(words)
    return Quoted(
        line=_line(probe.text, words),
        parts=probe.offsets,
        piece=(0,) * count,
        editorial=(False,) * count,
        gloss=(0,) * count,
        joins=(),
    )


def _line(text: str, words: Sequence[Word]) -> Line:
    """Return the line of some words of a text."""
    return Line(text=text, chosen=(tuple([key for _, _, key in words]), tuple([row[:2] for row in words])))


def _starts(parts: Sequence[Span]) -> list[int]:
    """Return where each part begins in the probe's text, a line end standing between two."""
    return list(accumulate((len(part) + 1 for part in parts[:-1]), initial=0))


def _inward(spans: Sequence[Span], parts: Sequence[Span]) -> list[Span]:
    """Lead spans of the essay into the probe's text; what lies outside every part is dropped."""
    ends = [part.end for part in parts]
    starts = _starts(parts)
    rows = []
    for span in spans:
        number = bisect_right(ends, span.start)
        while number < len(parts) and parts[number].touches(span):
            shift = starts[number] - parts[number].start
            first, last = max(parts[number].start, span.start), min(parts[number].end, span.end)
            rows.append(Span(first + shift, last + shift))
            number += 1
    return rows


def _touched(word: Word, spans: Sequence[Span]) -> int:
    """Return the number (from 1) of the span that a word touches, 0 if it touches none; spans are in order."""
    number = bisect_right(spans, word.end - 1, key=lambda span: span.start)
    return number if number and word.start < spans[number - 1].end else 0


def _divide(words: Sequence[Word], omissions: Sequence[Span]) -> tuple[list[int], list[Span]]:
    """Return the number of each word's piece, and the marks between the pieces.

    Only omissions between two words divide.
    """
    numbers: list[int] = []
    joins: list[Span] = []
    before = 0
    for word in words:
        passed = bisect_right(omissions, word.start, key=lambda span: span.start)
        if numbers and passed > before:
            joins.append(Span(omissions[before].start, omissions[passed - 1].end))
        numbers.append(len(joins))
        before = passed
    return numbers, joins
