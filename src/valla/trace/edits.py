"""The differences between a quotation and the places where it stands, word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.model.traces import Concern, Edit
from valla.text.diff import Step
from valla.text.lexicon import Lexicon
from valla.text.sentences import starts_sentence
from valla.text.words import Word
from valla.trace.guards import Side, concern_of, turned
from valla.trace.parts import Part
from valla.trace.pricing import Pricing
from valla.trace.quoted import Quoted
from valla.trace.runs import Field

AROUND = 3
"""Words before and after a difference that may make a date of a number."""

REPLACEABLE = 6
"""Source words that one editorial bracket may stand for; more is a loss that the bracket does not cover."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What is needed to tell one difference from another: both texts, the language, and what words cost."""

    quoted: Quoted
    fields: Sequence[Field]
    lexicon: Lexicon
    pricing: Pricing
    common: frozenset[str]  # words that also occur without a capital: no names


def edits_of(part: Part, passage: int, bench: Bench) -> Iterator[Edit]:
    """Yield the differences of one part, in order; `passage` is its number in the trace."""
    field = bench.fields[part.field]
    for region in _regions(part.steps, bench, field):
        edit = _edit(region, passage, bench, field)
        if edit is not None:
            yield edit


def _regions(steps: Sequence[Step], bench: Bench, field: Field) -> Iterator[Step]:
    """Yield what differs: spelt or misread words one by one, other words that stand together as one."""
    open_region: Step | None = None
    for step in steps:
        if _unlike(step, bench, field):
            open_region = step if open_region is None else Step(open_region.p, step.q, open_region.s, step.t, 1.0)
            continue
        if open_region is not None:
            yield open_region
            open_region = None
        yield step
    if open_region is not None:
        yield open_region


def _unlike(step: Step, bench: Bench, field: Field) -> bool:
    """Tell whether a step is more than another form of the same words."""
    if step.p == step.q or step.s == step.t:
        return True
    return _form(step, bench, field) is None


def _form(step: Step, bench: Bench, field: Field) -> Concern | None:
    """Return how two forms of the same words differ (TYPOGRAPHY for not at all); None for other words."""
    mine, theirs = bench.quoted.keys[step.p : step.q], field.keys[step.s : step.t]
    one, other = "".join(mine), "".join(theirs)
    if one == other:
        return _jointure(step, bench, field)
    quoted, source = _sides(step, bench, field)
    if turned(quoted, source, bench.lexicon):
        return None
    return bench.pricing.form(one, other)


def _jointure(step: Step, bench: Bench, field: Field) -> Concern:
    """Tell words that were split or joined by a hyphen or a line end from those a scan split or joined."""
    if step.q - step.p == step.t - step.s:
        return Concern.TYPOGRAPHY
    said = bench.quoted.said(step.p, step.q) + field.said(step.s, step.t)
    return Concern.TYPOGRAPHY if any(mark in said for mark in "-‐‑–—\u00ad\n") else Concern.SCAN


def _edit(region: Step, passage: int, bench: Bench, field: Field) -> Edit | None:
    """Return the row of one difference; None where nothing differs but case and marks."""
    concern = _concern(region, bench, field)
    said, stands = bench.quoted.said(region.p, region.q), field.said(region.s, region.t)
    if concern is Concern.TYPOGRAPHY and not broken(stands) and not broken(said):
        return None
    return Edit(
        at=bench.quoted.span(region.p, region.q),
        quoted=said,
        source=stands,
        source_at=_source_span(region, field),
        concern=concern,
        passage=passage,
    )


def broken(said: str) -> bool:
    """Tell whether a word is broken at the end of a line or a page, or may be broken there."""
    return "\u00ad" in said or (any(end in said for end in "\r\n") and any(mark in said for mark in "-‐‑¬"))


def _source_span(region: Step, field: Field) -> Span:
    """Return where the source words stand; where there are none, the place behind the word before."""
    if region.s < region.t:
        return Span(field.words[region.s].start, field.words[region.t - 1].end)
    at = field.words[region.s - 1].end if region.s else field.stretch.start
    return Span(at, at)


def _concern(region: Step, bench: Bench, field: Field) -> Concern:
    """Return what kind of difference a region is."""
    if region.p < region.q and region.s < region.t:
        form = _form(region, bench, field)
        if form is not None:
            return form
    quoted, source = _sides(region, bench, field)
    concern = concern_of(quoted, source, bench.lexicon)
    if concern is not Concern.POLARITY and _editorial(region, bench.quoted):
        return Concern.EDITORIAL
    return concern


def _editorial(region: Step, quoted: Quoted) -> bool:
    """Tell whether a difference is an editor's: in square brackets, or a whole round bracket that was put in."""
    mine = range(region.p, region.q)
    if not mine:
        return False
    if all(quoted.editorial[word] for word in mine):
        return region.t - region.s <= REPLACEABLE
    gloss = {quoted.gloss[word] for word in mine}
    if region.s < region.t or 0 in gloss or len(gloss) > 1:
        return False
    held = quoted.gloss.count(next(iter(gloss)))
    return held == len(mine)


def _sides(region: Step, bench: Bench, field: Field) -> tuple[Side, Side]:
    """Return the two sides of a difference as the guards want them."""
    quoted = bench.quoted
    return (
        side_of(quoted.words, region.p, region.q, quoted.text, 0, bench.common),
        side_of(field.words, region.s, region.t, field.stretch.text, field.stretch.start, bench.common),
    )


def side_of(words: Sequence[Word], first: int, last: int, text: str, shift: int, common: frozenset[str]) -> Side:
    """Return words of a text as a guard wants them; offsets of the words are `shift` more than those of the text."""
    chosen = words[first:last]
    raws = tuple(text[word.start - shift : word.end - shift] for word in chosen)
    return Side(
        keys=tuple(word.key for word in chosen),
        raws=raws,
        named=tuple(
            raw[:1].isupper() and word.key not in common and not starts_sentence(text, word.start - shift)
            for word, raw in zip(chosen, raws, strict=True)
        ),
        around=tuple(word.key for word in (*words[max(0, first - AROUND) : first], *words[last : last + AROUND])),
    )
