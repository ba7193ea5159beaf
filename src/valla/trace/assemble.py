"""Quotations whose parts stand in two documents, and the words between parts that no single stretch showed."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from valla.library import Library
from valla.model.anchors import Span
from valla.model.traces import Edit, Gap, Passage, Probe, Trace, Verdict
from valla.text.words import words_in
from valla.trace.gaps import shortened

FEWEST = 4
"""Words that a second document must add before a quotation is said to be joined from two."""

READ = 200_000
"""Code points between two parts that are read to count the words left out."""


def assembled(ranked: Sequence[Trace], probe: Probe, library: Library) -> Trace | None:
    """Join the best trace with that of another document which has the words it lacks; None where none has."""
    if not ranked:
        return None
    best = ranked[0]
    gains = [(_added_words(best, other, probe), -at, other) for at, other in enumerate(ranked) if at]
    gain, _, second = max(gains, key=lambda row: row[:2], default=(0, 0, None))
    if second is None or gain < FEWEST:
        return None
    return _together(best, second, probe, gain, library)


def _added_words(best: Trace, other: Trace, probe: Probe) -> int:
    """Count the quoted words that the other explains and the best does not."""
    taken = [passage.quoted for passage in best.passages]
    free = [passage.quoted for passage in other.passages if not any(passage.quoted.touches(span) for span in taken)]
    return sum(len(words_in(probe.text, *_inward(span, probe))) for span in free)


def _inward(span: Span, probe: Probe) -> tuple[int, int]:
    """Return a span of the essay in the probe's text."""
    seen = 0
    start = end = 0
    for part in probe.offsets:
        if part.start <= span.start <= part.end:
            start = seen + span.start - part.start
        if part.start <= span.end <= part.end:
            end = seen + span.end - part.start
        seen += len(part) + 1
    return start, max(start, end)


def _together(best: Trace, second: Trace, probe: Probe, gain: int, library: Library) -> Trace:
    """Return one trace whose passages stand in two documents, in the order of the quotation."""
    taken = [passage.quoted for passage in best.passages]
    added = [passage for passage in second.passages if not any(passage.quoted.touches(span) for span in taken)]
    rows = sorted((*best.passages, *added), key=lambda passage: (passage.quoted, passage))
    number = {passage: at for at, passage in enumerate(rows)}
    edits = [*_kept(best, best.passages, added, number), *_kept(second, added, best.passages, number)]
    gaps = tuple(_gap_between(at, one, other, best, second) for at, (one, other) in enumerate(pairwise(rows)))
    words = max(1, len(words_in(probe.text)))
    titles = {row.document: row.title for row in library.holdings()}
    names = " and ".join(dict.fromkeys(titles.get(row.document, row.document) for row in rows))
    return replace(
        best,
        verdict=Verdict.SPLICED,
        passages=tuple(rows),
        edits=tuple(sorted(edits, key=lambda edit: (edit.at, edit.source_at, edit))),
        gaps=gaps,
        cuts=(),
        rivals=(),
        likeness=round(min(1.0, best.likeness + gain / words), 4),
        reason=f"{len(rows)} places are joined: the parts stand in two documents ({names})",
    )


def _kept(trace: Trace, own: Sequence[Passage], others: Sequence[Passage], number: dict[Passage, int]) -> list[Edit]:
    """Return a trace's differences in its own passages, numbered anew; words that the others explain are none."""
    return [
        replace(edit, passage=number[trace.passages[edit.passage]])
        for edit in trace.edits
        if trace.passages[edit.passage] in own
        and not any(passage.quoted.touches(edit.at) for passage in others)
        and (edit.source or any(passage.quoted.touches(edit.at) for passage in own))
    ]


def _gap_between(at: int, one: Passage, other: Passage, best: Trace, second: Trace) -> Gap:
    """Return the gap between two passages: as one of the traces has it, or between two documents."""
    for trace in (best, second):
        for gap in trace.gaps:
            if (trace.passages[gap.after], trace.passages[gap.after + 1]) == (one, other):
                return replace(gap, after=at)
    place = Span(one.quoted.end, max(one.quoted.end, other.quoted.start))
    if one.document == other.document:
        backwards = other.anchor.span.start < one.anchor.span.end
        words = 0 if backwards else 1
        return Gap(
            after=at, at=place, marked=False, out_of_order=backwards, words=words, hidden=None if backwards else ""
        )
    return Gap(after=at, at=place, marked=False, other_document=True)


def with_hidden_words(trace: Trace, library: Library) -> Trace:
    """Fill in the words between parts that stood in two stretches of one document."""
    gaps = []
    for gap in trace.gaps:
        if gap.hidden == "" and gap.words:
            one, other = trace.passages[gap.after].anchor, trace.passages[gap.after + 1].anchor
            start, end = one.span.end, other.span.start
            between = library.excerpt(one.document, start, min(end, start + READ))
            words = len(words_in(between)) + max(0, end - start - READ) // 6
            gaps.append(replace(gap, words=words, hidden=shortened(between.strip(" \t\r\n"))))
        else:
            gaps.append(gap)
    return replace(trace, gaps=tuple(gaps))
