"""What lies between two parts of a quotation, and whether the parts stand together at all.

A marked omission may leave out words of one passage. It no longer does so when it hides more than FAR words, the end of
a paragraph, or the turn of another speaker: then places were joined that do not stand together, and the dots do not
say so. The limits are Valla's own convention; they are stated in the guide.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from valla.model.anchors import Span
from valla.model.traces import Gap
from valla.text.sentences import paragraphs_between, turns_in
from valla.text.words import words_in
from valla.trace.edits import Bench, side_of
from valla.trace.guards import concerns_of
from valla.trace.parts import Part
from valla.trace.runs import LETTERS_A_WORD

FAR = 60
"""Words that a marked omission may hide before it joins two places instead of shortening one."""

SHOWN = 600
"""Code points of hidden words that are kept; longer stretches are cut in the middle."""


def gaps_of(parts: Sequence[Part], bench: Bench) -> tuple[Gap, ...]:
    """Return the gap between each part and the next."""
    return tuple(_gap(number, one, other, bench) for number, (one, other) in enumerate(pairwise(parts)))


def _gap(number: int, one: Part, other: Part, bench: Bench) -> Gap:
    """Return one gap; where its words lie outside the stretches they are left to be read from the shelf."""
    quoted = bench.quoted
    pieces = quoted.piece[one.q - 1], quoted.piece[other.p]
    marked = pieces[0] != pieces[1]
    at = quoted.joins[pieces[0]] if marked else None
    place = Span(quoted.outer(at.start), quoted.outer(at.end, end=True)) if at else quoted.span(one.q, one.q)
    end, start = bench.fields[one.field].words[one.t - 1].end, bench.fields[other.field].words[other.s].start
    gap = Gap(after=number, at=place, marked=marked)
    if start < end:
        return replace(gap, out_of_order=True)
    if one.field != other.field:
        return replace(gap, words=max(1, (start - end) // LETTERS_A_WORD), hidden="")
    return described(gap, bench.fields[one.field].between(end, start), bench)


def described(gap: Gap, hidden: str, bench: Bench) -> Gap:
    """Return a gap with what it hides."""
    words = words_in(hidden)
    side = side_of(words, 0, len(words), hidden, 0, bench.common)
    concerns = concerns_of(side, bench.lexicon) if words else ()
    return replace(gap, words=len(words), hidden=shortened(hidden.strip(" \t\r\n")), concerns=concerns)


def shortened(words: str) -> str:
    """Cut a long stretch in its middle."""
    if len(words) <= SHOWN:
        return words
    return f"{words[: SHOWN // 2].rstrip()} […] {words[-SHOWN // 2 :].lstrip()}"


def joins_places(gap: Gap, hidden: str | None) -> str | None:
    """Say why a gap joins places that do not stand together; None where it only leaves words out."""
    if gap.other_document:
        return "the parts stand in two documents"
    if gap.out_of_order:
        return "the parts stand in another order in the source"
    if not gap.marked:
        return f"{gap.words} words are left out without a mark"
    if gap.words > FAR:
        return f"the omission hides {gap.words} words"
    if hidden is not None and paragraphs_between(hidden):
        return "the omission runs over the end of a paragraph"
    if hidden is not None and turns_in(hidden):
        return f"the omission hides words of another speaker ({turns_in(hidden)[0]})"
    return None


def hides(gap: Gap) -> bool:
    """Tell whether a gap hides any words."""
    return gap.words > 0 or gap.out_of_order or gap.other_document
