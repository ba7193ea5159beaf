"""A quotation's words as they are sought: pieces between marked omissions, and what in them is an editor's."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from valla.model.anchors import Span
from valla.model.traces import Probe
from valla.text.omissions import brackets_in, glosses_in, notes_in, omissions_in, united
from valla.text.words import Word, words_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The quoted words in order. Offsets of words are in the probe's text; `outer` leads back to the essay.

    `piece[i]` counts the marked omissions before word i. `editorial[i]` tells that the word touches square brackets or
    is known as an insertion; `gloss[i]` numbers the round bracket that holds it (0 for none), which may be the
    source's own. `joins[k]` is the mark of omission between pieces k and k + 1, in the probe's text.
    """

    text: str
    parts: tuple[Span, ...]
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    piece: tuple[int, ...]
    editorial: tuple[bool, ...]
    gloss: tuple[int, ...]
    joins: tuple[Span, ...]
    ellipsis_at_end: bool

    def outer(self, offset: int, *, end: bool = False) -> int:
        """Return the place in the essay of an offset in the probe's text; as an end it leans back."""
        starts = _starts(self.parts)
        number = max(0, bisect_right(starts, offset - 1 if end and offset else offset) - 1)
        part = self.parts[number]
        return min(part.end, part.start + offset - starts[number])

    def span(self, first: int, last: int) -> Span:
        """Return where the words from the first up to but not with the last stand in the essay.

        Where there are none, the place behind the word before them.
        """
        if first < last:
            start, end = self.words[first].start, self.words[last - 1].end
            return Span(self.outer(start), self.outer(end, end=True))
        place = self.words[first - 1].end if first else (self.words[0].start if self.words else 0)
        at = self.outer(place, end=bool(first))
        return Span(at, at)

    def said(self, first: int, last: int) -> str:
        """Return the words as they are printed."""
        return self.text[self.words[first].start : self.words[last - 1].end] if first < last else ""


def read_quoted(probe: Probe) -> Quoted:
    """Return a probe's words; notes such as "(emphasis added)" are left out, omissions divide."""
    text = probe.text
    omissions = united((*omissions_in(text), *_inward(probe.ellipses, probe.offsets)))
    notes = notes_in(text)
    words = [word for word in words_in(text) if not _inside(word, notes) and not _inside(word, omissions)]
    pieces, joins = _divide(words, omissions)
    brackets = united((*brackets_in(text), *_inward(probe.insertions, probe.offsets)))
    glosses = glosses_in(text)
    return Quoted(
        text=text,
        parts=probe.offsets,
        words=tuple(words),
        keys=tuple(word.key for word in words),
        piece=tuple(pieces),
        editorial=tuple(_touches(word, brackets) is not None for word in words),
        gloss=tuple((_touches(word, glosses) or 0) if glosses else 0 for word in words),
        joins=tuple(joins),
        ellipsis_at_end=bool(omissions and words and omissions[-1].start >= words[-1].end),
    )


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
            part, start = parts[number], starts[number]
            rows.append(
                Span(max(part.start, span.start) - part.start + start, min(part.end, span.end) - part.start + start)
            )
            number += 1
    return rows


def _touches(word: Word, spans: Sequence[Span]) -> int | None:
    """Return the number (from 1) of the span that a word touches, None if it touches none; spans are in order."""
    number = bisect_right(spans, word.end - 1, key=lambda span: span.start)
    return number if number and word.start < spans[number - 1].end else None


def _inside(word: Word, spans: Sequence[Span]) -> bool:
    """Tell whether a word touches one of the spans."""
    return _touches(word, spans) is not None


def _divide(words: Sequence[Word], omissions: Sequence[Span]) -> tuple[list[int], list[Span]]:
    """Number the pieces from 0 and return the marks between them: only omissions between two words divide."""
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
