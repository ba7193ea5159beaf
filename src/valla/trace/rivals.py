"""Where else words stand that were found: told by their letters, with no word aligned.

Once a quotation is found, another work matters only if it is nearer. It is not where the words were found as they are,
and not where it has at each grave difference what the first work has. Then its letters tell that it has the passage, and
where; what else differs there is nobody's question.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from rapidfuzz.fuzz import partial_ratio

from valla.library import Sheaf
from valla.model.traces import HARMLESS, Edit, Passage, Trace, Verdict
from valla.text.fold import letters_of
from valla.trace.asked import Asked
from valla.trace.letterwise import FEW, MOST, clear_from
from valla.trace.lines import lines_of
from valla.trace.misread import likest, place_of
from valla.trace.rows import anchor_in

WHOLE = 0.95
"""Likeness from which words in which nothing grave differs are found for good."""

FOUND = 0.85
"""The same where something grave differs."""

GRAVE = 3
"""Grave differences of which each is looked for in another work; where more differ, its words are aligned."""

BESIDE = 24
"""Code points of the quotation on either side of a difference by which its place in another work is known."""


class Near(NamedTuple):
    """A place that is nearly the same, and the share of letters in common, in hundredths."""

    score: float
    passage: Passage


def found_for_good(asked: Asked, traces: Sequence[Trace]) -> Trace | None:
    """Return the first trace beside which letters are enough to tell of other works; None where none of them is."""
    if not asked.plain or asked.probe.everywhere or not FEW <= len(asked.letters) <= MOST:
        return None
    return next((row for row in traces if _is_sound(row) or _is_little_altered(row)), None)


def _is_sound(trace: Trace) -> bool:
    """Tell whether all the words stand there, and nothing grave differs."""
    return trace.likeness >= WHOLE and trace.verdict in {Verdict.VERBATIM, Verdict.VARIANT}


def _is_little_altered(trace: Trace) -> bool:
    """Tell whether nearly all the words stand in one place, and few differ that matter."""
    altered = trace.verdict is Verdict.ALTERED and trace.likeness >= FOUND and not trace.gaps
    return altered and 0 < len(_graves(trace)) <= GRAVE


def _graves(trace: Trace) -> list[Edit]:
    """Return the differences that matter."""
    return [edit for edit in trace.edits if edit.concern not in HARMLESS]


def may_be_nearer(asked: Asked, trace: Trace, sheaf: Sheaf) -> bool:
    """Tell whether a document has anywhere what the quotation has, where the one that was found differs gravely."""
    graves = _graves(trace)
    texts = [line.letters for line in lines_of(sheaf.stretches)] if graves else []
    return any(_reads_as_quoted(asked, edit, texts) for edit in graves)


def _reads_as_quoted(asked: Asked, edit: Edit, texts: Sequence[str]) -> bool:
    """Tell whether letters are more like those of the quotation about a difference than like those of the source."""
    at, text = asked.probe.offsets[0].start, asked.probe.text
    before, behind = text[max(0, edit.at.start - at - BESIDE) : edit.at.start - at], text[edit.at.end - at :][:BESIDE]
    mine, theirs = letters_of(f"{before} {edit.quoted} {behind}"), letters_of(f"{before} {edit.source} {behind}")
    likest = max((partial_ratio(theirs, row) for row in texts), default=0.0)
    return any(partial_ratio(mine, row, score_cutoff=likest + 0.01) > 0 for row in texts)


def stands_nearly(asked: Asked, sheaf: Sheaf) -> Near | None:
    """Return the place in a document that is most like a quotation, if it is like enough; else None."""
    sought, places = asked.letters, lines_of(sheaf.stretches)
    spot = likest(sought, places, 100 * clear_from(len(sought)))
    if spot is None:
        return None
    span = place_of(sought, spot, places[spot.place])
    anchor = anchor_in(sheaf.stretches[spot.place], sheaf.holding.document, span)
    return Near(spot.score, Passage(anchor=anchor, quoted=asked.at))


def beside(traces: Sequence[Trace], near: Sequence[Near]) -> list[Trace]:
    """Return the traces, with the places that are nearly the same behind the rivals of each, the likest first."""
    if not near:
        return list(traces)
    places = [row.passage for row in sorted(near, key=lambda row: (-row.score, row.passage))]
    return [replace(row, rivals=(*row.rivals, *places)) for row in traces]
