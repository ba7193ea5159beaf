"""Quotations whose parts stand in two documents, and the words between parts that no single stretch showed."""

from collections.abc import Sequence
from dataclasses import replace

from valla.library import Library
from valla.model.anchors import Span
from valla.model.traces import HARMLESS, Gap, Probe, Trace, Verdict
from valla.text.words import words_in
from valla.trace.asked import Asked
from valla.trace.gaps import shortened

LACKING = 4
"""Words that must be lacking at one end to be sought in another document."""

STEADY = 3
"""Words one behind the other that must agree for a trace to hold from there on."""

READ = 12_000
"""Code points between two parts that are read to count the words left out."""


def divided(asked: Asked, trace: Trace) -> tuple[Probe, Probe] | None:
    """Divide a quotation into the words that a trace explains and those at one end that it does not.

    Return two probes, the first explained; None where too few words are lacking, or too few explained.
    """
    if len(asked.probe.offsets) != 1 or not trace.passages:
        return None
    agrees = _agreement(asked, trace)
    ahead = _first_steady(agrees)
    behind = _first_steady(agrees[::-1])
    count = len(agrees)
    cut = ahead if ahead >= behind else count - behind
    if max(ahead, behind) < LACKING or count - max(ahead, behind) < LACKING:
        return None
    head, tail = _part(asked, 0, cut), _part(asked, cut, count)
    return (tail, head) if ahead >= behind else (head, tail)


def _agreement(asked: Asked, trace: Trace) -> list[bool]:
    """Tell of each quoted word whether a trace explains it."""
    shift = asked.probe.offsets[0].start
    spans = [Span(shift + word.start, shift + word.end) for word in asked.words]
    unlike = [edit.at for edit in trace.edits if edit.concern not in HARMLESS]
    return [
        any(row.quoted.touches(span) for row in trace.passages) and not any(at.touches(span) for at in unlike)
        for span in spans
    ]


def _first_steady(agrees: Sequence[bool]) -> int:
    """Return the first word from which on several agree; the number of words where that is nowhere."""
    runs = (at for at in range(len(agrees)) if all(agrees[at : at + STEADY]) and at + STEADY <= len(agrees))
    return next(runs, len(agrees))


def _part(asked: Asked, first: int, last: int) -> Probe:
    """Return some of a quotation's words as a probe of their own."""
    probe, shift = asked.probe, asked.probe.offsets[0].start
    start, end = asked.words[first].start, asked.words[last - 1].end
    span = Span(shift + start, shift + end)
    return replace(probe, text=probe.text[start:end], span=span, offsets=(span,))


def together(one: Trace, other: Trace, shares: tuple[float, float], titles: Sequence[str]) -> Trace:
    """Return one trace of two that explain a share each of the words, one the first of them and the other the last."""
    first, last = sorted((one, other), key=lambda trace: trace.passages[0].quoted)
    shift = len(first.passages)
    end, start = first.passages[-1].quoted.end, last.passages[0].quoted.start
    gap = Gap(after=shift - 1, at=Span(end, max(end, start)), marked=False, other_document=True)
    likeness = one.likeness * shares[0] + other.likeness * shares[1]
    return Trace(
        quotation=one.quotation,
        verdict=Verdict.SPLICED,
        passages=first.passages + last.passages,
        edits=first.edits + tuple(replace(edit, passage=edit.passage + shift) for edit in last.edits),
        gaps=(*first.gaps, gap, *(replace(row, after=row.after + shift) for row in last.gaps)),
        sought=one.sought + other.sought,
        likeness=round(min(1.0, likeness), 4),
        significance=round(min(one.significance, other.significance), 1),
        reason=f"{shift + len(last.passages)} places are joined: the parts stand in two documents ({' and '.join(titles)})",
    )


def with_hidden_words(trace: Trace, library: Library) -> Trace:
    """Fill in the words between parts that stood in two stretches of one document."""
    if not any(gap.hidden == "" and gap.words for gap in trace.gaps):
        return trace
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
