"""What the judge found, put into rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from valla.library import Stretch
from valla.model.anchors import CONTEXT, Anchor, DocumentId, Span
from valla.model.traces import HARMLESS, Concern, Cut, Edit, Passage, Probe, Trace, Verdict
from valla.model.works import Holding
from valla.trace.bench import SAME, Bench
from valla.trace.cuts import cut_before, cut_behind
from valla.trace.edits import all_edits, broken
from valla.trace.gaps import Join, hides, joins_of
from valla.trace.parts import Part
from valla.trace.quoted import Quoted
from valla.trace.runs import Run

FEWEST = 3
"""Quotations of fewer words say nothing that could be qualified."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One quotation before one document."""

    probe: Probe
    holding: Holding
    stretches: Sequence[Stretch]
    bench: Bench

    def passage(self, field: int, quoted: range, source: range) -> Passage:
        """Return the row of a place: words of a field that answer to some quoted words."""
        span = self.bench.fields[field].place(source.start, source.stop)
        anchor = anchor_in(self.stretches[field], self.holding.document, span)
        return Passage(anchor=anchor, quoted=self.bench.quoted.span(quoted.start, quoted.stop))


def anchor_in(stretch: Stretch, document: DocumentId, span: Span) -> Anchor:
    """Return the anchor of a span that lies in a stretch of a document."""
    page = next((page.label for page in reversed(stretch.pages) if page.at <= span.start), None)
    start, end = span.start - stretch.start, span.end - stretch.start
    return Anchor(
        document=document,
        span=span,
        exact=stretch.text[start:end],
        prefix=stretch.text[max(0, start - CONTEXT) : start],
        suffix=stretch.text[end : end + CONTEXT],
        page=page,
    )


def trace_of(case: Case, parts: Sequence[Part], others: Sequence[Passage]) -> Trace:
    """Return the trace of a quotation whose parts were laid into a document; `others` are its rivals there."""
    bench = case.bench
    edits = [*all_edits(parts, bench), *_unplaced(parts, bench)]
    joins = joins_of(parts, bench)
    verdict = _verdict(edits, joins)
    return Trace(
        quotation=case.probe.quotation,
        verdict=verdict,
        passages=tuple(_place_of(part, case) for part in parts),
        edits=tuple(sorted(edits, key=lambda edit: (edit.at, edit.source_at, edit))),
        gaps=tuple(join.gap for join in joins),
        cuts=_cuts(parts, bench),
        rivals=tuple(others),
        sought=(case.holding.document,),
        likeness=likeness_of(parts, bench.quoted),
        reason=_reason(verdict, edits, joins),
    )


def _place_of(part: Part, case: Case) -> Passage:
    """Return the place of one part; words at its ends that answer to nothing are left out."""
    first = next(step for step in part.steps if step.p < step.q and step.s < step.t)
    last = next(step for step in reversed(part.steps) if step.p < step.q and step.s < step.t)
    return case.passage(part.field, range(first.p, last.q), range(first.s, last.t))


def _unplaced(parts: Sequence[Part], bench: Bench) -> list[Edit]:
    """Return the quoted words that are in no part, an editor's apart: nothing in the source answers to them."""
    rows = []
    last, where = 0, 0
    ends = sorted((part.p, part.q, number) for number, part in enumerate(parts))
    for p, q, number in (*ends, (len(bench.quoted.keys), 0, -1)):
        if last < p and not all(bench.quoted.editorial[last:p]):
            rows.append(_addition(range(last, p), number if not last else where, parts, bench))
        last, where = max(last, q), number
    return rows


def _addition(words: range, near: int, parts: Sequence[Part], bench: Bench) -> Edit:
    """Return the row of quoted words to which nothing answers, beside the part they stand next to."""
    line, part = bench.fields[parts[near].field], parts[near]
    behind = part.q <= words.start
    at = line.place(part.t, part.t) if behind else line.place(part.s, part.s)
    return Edit(
        at=bench.quoted.span(words.start, words.stop),
        quoted=bench.quoted.line.said(words.start, words.stop),
        source="",
        source_at=at,
        concern=Concern.WORD,
        passage=near,
    )


def _verdict(edits: Sequence[Edit], joins: Sequence[Join]) -> Verdict:
    """Return the verdict that differences and gaps give."""
    if any(join.fault for join in joins):
        return Verdict.SPLICED
    if any(edit.concern not in HARMLESS for edit in edits):
        return Verdict.ALTERED
    if any(hides(join.gap) for join in joins):
        return Verdict.ELIDED
    if any(edit.concern in {Concern.SPELLING, Concern.SCAN} for edit in edits):
        return Verdict.VARIANT
    return Verdict.VERBATIM


def _reason(verdict: Verdict, edits: Sequence[Edit], joins: Sequence[Join]) -> str:
    """Say in plain words why the verdict is what it is."""
    match verdict:
        case Verdict.SPLICED:
            faults = dict.fromkeys(join.fault for join in joins if join.fault)
            return f"{len(joins) + 1} places are joined: " + "; ".join(faults)
        case Verdict.ALTERED:
            grave = [edit for edit in edits if edit.concern not in HARMLESS]
            concerns = ", ".join(dict.fromkeys(edit.concern.value for edit in grave))
            return f"{counted(len(grave), 'difference')} of words without a mark ({concerns})"
        case Verdict.ELIDED:
            words = sum(join.gap.words for join in joins)
            return f"word for word, but for {counted(words, 'word')} left out with a mark"
        case Verdict.VARIANT:
            return "the same words in another spelling or with misread letters"
        case _:
            rendered = any(broken(edit.source) or broken(edit.quoted) for edit in edits)
            return "word for word" + ("; a word is broken at a line end" if rendered else "")


def counted(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _cuts(parts: Sequence[Part], bench: Bench) -> tuple[Cut, ...]:
    """Return the qualifiers just outside the quotation, if it says enough to be qualified."""
    if len(bench.quoted.keys) < FEWEST:
        return ()
    first, last = parts[0], parts[-1]
    ahead, behind = bench.fields[first.field], bench.fields[last.field]
    return (
        *cut_behind(behind.text, behind.bounds[last.t - 1][1], bench.lexicon),
        *cut_before(ahead.text, ahead.bounds[first.s][0], bench.lexicon),
    )


def likeness_of(parts: Sequence[Part], quoted: Quoted) -> float:
    """Return the share of the quoted words, an editor's apart, that the parts explain."""
    explained: set[int] = set()
    for part in parts:
        for p, q, s, t, price in part.steps:
            if s < t and price < SAME:
                explained.update(range(p, q))
    if not any(quoted.editorial):
        return round(len(explained) / len(quoted.keys), 4) if quoted.keys else 0.0
    own = [word for word, editorial in enumerate(quoted.editorial) if not editorial]
    return round(sum(word in explained for word in own) / len(own), 4) if own else 0.0


def other_places(chain: Sequence[Run], case: Case) -> list[Passage]:
    """Return where else in the document a quotation that stands in one place stands word for word."""
    keys = case.bench.quoted.keys
    if len(chain) != 1 or chain[0].length < len(keys):
        return []
    here = (chain[0].field, chain[0].s)
    places = [
        (number, s)
        for number, line in enumerate(case.bench.fields)
        for s, key in enumerate(line.keys)
        if key == keys[0] and line.keys[s : s + len(keys)] == keys
    ]
    return [
        case.passage(number, range(len(keys)), range(s, s + len(keys))) for number, s in places if (number, s) != here
    ]
