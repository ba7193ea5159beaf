"""What lies between two parts of a quotation, and whether the parts stand together at all.

A marked omission may leave out words of one passage. It no longer does so when it hides more than FAR words, the end of
a paragraph, or the turn of another speaker: then places were joined that do not stand together, and the dots do not
say so. The limits are Valla's own convention; they are stated in the guide.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from valla.model.anchors import Span
from valla.model.traces import Concern, Gap
from valla.text.sentences import paragraphs_between, turns_in
from valla.trace.bench import Bench
from valla.trace.chains import LETTERS_A_WORD
from valla.trace.edits import side_of
from valla.trace.guards import concerns_of
from valla.trace.lines import line_of
from valla.trace.parts import Part

FAR = 60
"""Words that a marked omission may hide before it joins two places instead of shortening one."""

SHOWN = 600
"""Code points of hidden words that are kept; longer stretches are cut in the middle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """A gap, and why it joins places that do not stand together; `fault` is None where it only leaves words out."""

    gap: Gap
    fault: str | None


def joins_of(parts: Sequence[Part], bench: Bench) -> tuple[Join, ...]:
    """Return the gap between each part and the next, and what is wrong with it."""
    return tuple(_join(number, one, other, bench) for number, (one, other) in enumerate(pairwise(parts)))


def _join(number: int, one: Part, other: Part, bench: Bench) -> Join:
    """Return one gap; where its words lie outside the stretches they are left to be read from the shelf."""
    gap = Gap(after=number, at=_place(one, other, bench), marked=_is_marked(one, other, bench))
    end, start = bench.fields[one.field].end(one.t - 1), bench.fields[other.field].begin(other.s)
    if start < end:
        return _judged(replace(gap, out_of_order=True), "")
    if one.field != other.field:
        return _judged(replace(gap, words=max(1, (start - end) // LETTERS_A_WORD), hidden=""), "")
    hidden = bench.fields[one.field].between(end, start)
    words, concerns = _hidden(hidden, bench)
    return _judged(replace(gap, words=words, hidden=shortened(hidden), concerns=concerns), hidden)


def _is_marked(one: Part, other: Part, bench: Bench) -> bool:
    """Tell whether an omission is marked between two parts."""
    return bench.quoted.piece[one.q - 1] != bench.quoted.piece[other.p]


def _place(one: Part, other: Part, bench: Bench) -> Span:
    """Return where the quotation joins two parts: the mark, or the place behind the last word."""
    quoted = bench.quoted
    if not _is_marked(one, other, bench):
        return quoted.span(one.q, one.q)
    mark = quoted.joins[quoted.piece[one.q - 1]]
    end = quoted.outer(mark.end, end=True)
    return Span(min(end, quoted.outer(mark.start)), end)


def _hidden(hidden: str, bench: Bench) -> tuple[int, tuple[Concern, ...]]:
    """Return the number of hidden words, and the guards that they touch."""
    line = line_of(hidden)
    side = side_of(line, range(len(line)), bench)
    return len(line), concerns_of(side, bench.lexicon) if len(line) else ()


def shortened(words: str) -> str:
    """Cut a long stretch in its middle."""
    words = words.strip(" \t\r\n")
    if len(words) <= SHOWN:
        return words
    return f"{words[: SHOWN // 2].rstrip()} […] {words[-SHOWN // 2 :].lstrip()}"


def _judged(gap: Gap, hidden: str) -> Join:
    """Say why a gap joins places that do not stand together, if it does."""
    if gap.out_of_order:
        return Join(gap=gap, fault="the parts stand in another order in the source")
    if not gap.marked:
        return Join(gap=gap, fault=f"{gap.words} words are left out without a mark")
    if gap.words > FAR:
        return Join(gap=gap, fault=f"the omission hides {gap.words} words")
    return Join(gap=gap, fault=_other_passage(hidden))


def _other_passage(hidden: str) -> str | None:
    """Say how hidden words show that what follows is another passage."""
    if paragraphs_between(hidden):
        return "the omission runs over the end of a paragraph"
    turns = turns_in(hidden)
    return f"the omission hides words of another speaker ({turns[0]})" if turns else None


def hides(gap: Gap) -> bool:
    """Tell whether a gap hides any words."""
    return gap.words > 0 or gap.out_of_order or gap.other_document
