"""Events: what the text puts at a time, whose it is, and what it says of their order."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from valla.date.cues import Cue, find_cues, names_in
from valla.date.kinds import Places
from valla.date.network import contradictions_in, edges_of, propagate
from valla.model.anchors import Span
from valla.model.dates import (
    Chronology,
    Contradiction,
    Dated,
    Event,
    EventId,
    EventKind,
    Relation,
    When,
    WhenId,
)
from valla.model.documents import Document
from valla.model.quotations import Quotation
from valla.text.edtf import bounds_of

_SENTENCE = re.compile(
    r"[^.!?\n]+(?:[.!?](?![\s\"”’)])[^.!?\n]*|(?<=\b[A-Z])\.[^.!?\n]*|(?<=\b(?:Dr|Mr|St))\.[^.!?\n]*)*+[.!?]*[\"”’)]*"
)
_AFTER = 60  # code points between a cue and the date behind it
_GLUE = re.compile(
    r"[^.;!?]*?(?:[\s(](?:in|on|at|of|by|about|around|during|dated|since|until|before|after)?\s?(?:the\s)?|,\s|\()?"
)
_BREAKS = re.compile(
    r"\b(?:who|whom|which|that|when|where|because|published|until|whose|while|but|about|born|died|arrested|shot|and\s[A-Z])\b|[“”\"]"
)
_OPENING = re.compile(
    r"(?:^|[\s“\"(])(?:(?:In|On|By|Before|After|Since|At|During|About|Around|in|on|by)\s(?:the\s)?)?$"
)
_CLAUSE = re.compile(r",?\s*")
_ORDER = re.compile(
    r"[\s,]+(?:(?:came|was|fell|happened|took\splace|followed|stood)\s)?(?:\w+\s){0,4}?(?P<o>before|after)\s(?:the\s)?"
)
Ends = tuple[int | None, int | None]
_UNIQUE = frozenset({EventKind.BIRTH, EventKind.DEATH, EventKind.ARREST, EventKind.RELEASE})


def make_events(
    document: Document, dates: Sequence[When], quotations: Sequence[Quotation], places: Places
) -> Chronology:
    """Return the events of a document with their order, their bounds, and what cannot hold."""
    quoted = sorted(row.span for row in quotations if not row.scare and row.nested_in is None)
    events = tuple(sorted(_events(document, dates, quoted, places)))
    relations = tuple(sorted(_relations(document.text, events)))
    return settle_order(Chronology(dates=tuple(dates), events=events, relations=relations))


def _events(document: Document, dates: Sequence[When], quoted: Sequence[Span], places: Places) -> Iterator[Event]:
    """Yield the events, sentence by sentence."""
    starts = [row.span.start for row in dates]
    for match in _SENTENCE.finditer(document.text):
        low, high = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        inside = dates[low:high]
        span = Span(match.start(), match.end())
        if places.heading_at(span) is not None:
            continue
        taken: set[str] = set()
        for cue in find_cues(document.text, span.start, span.end):
            event = _event_of(document, cue, inside, places)
            taken.update(event.when)
            yield replace(event, reported=_inside(quoted, event.span))
        for row in inside:
            if row.id not in taken and row.dates is not Dated.FURNITURE:
                yield replace(_dated_only(document, row, span), reported=_inside(quoted, row.span))


def _event_of(document: Document, cue: Cue, dates: Sequence[When], places: Places) -> Event:
    """Return the event of a cue, with the date that belongs to it."""
    when = _date_behind(document.text, cue, dates) or _date_before(document.text, cue, dates)
    ends = [cue.start, cue.end, *((when.span.start, when.span.end) if when else ())]
    supposed = None if when else _heading_date(places, cue.start)
    return Event(
        id=EventId(f"{document.id}@{cue.start}-{cue.end}#event"),
        span=Span(min(ends), max(ends)),
        kind=cue.kind,
        names=(cue.subject,),
        when=(when.id,) if when else (),
        supposed=supposed,
        cue=cue.word,
        subject=cue.subject,
        earliest=ends_of(when)[0],
        latest=ends_of(when)[1],
    )


def ends_of(when: When | None) -> Ends:
    """Return the bounds of a date; what was inferred does not count."""
    if when is None or when.inferred is not None:
        return None, None
    return when.earliest, when.latest


def _date_behind(text: str, cue: Cue, dates: Sequence[When]) -> When | None:
    """Return the first date behind a cue with nothing between that could have a date of its own."""
    for row in dates:
        if row.span.start >= cue.end:
            between = text[cue.end : row.span.start]
            short = len(between) <= _AFTER and _BREAKS.search(between) is None
            return row if short and _GLUE.fullmatch(between) and row.dates is not Dated.PUBLICATION else None
    return None


def _date_before(text: str, cue: Cue, dates: Sequence[When]) -> When | None:
    """Return the date that opens the clause of a cue: "In 1921 N. met ..."."""
    before = [row for row in dates if row.span.end <= cue.start]
    if not before:
        return None
    row = before[-1]
    opens = _OPENING.search(text[max(0, row.span.start - 16) : row.span.start])
    return row if opens and _CLAUSE.fullmatch(text[row.span.end : cue.start]) else None


def _heading_date(places: Places, offset: int) -> WhenId | None:
    """Return the id of the date in the heading above a place."""
    heading = places.heading_above(offset)
    return places.dated.get(heading.start) if heading is not None else None


def _dated_only(document: Document, row: When, span: Span) -> Event:
    """Return the event of a date that no cue claims: something told in its sentence."""
    return Event(
        id=EventId(f"{document.id}@{row.span.start}-{row.span.end}#event"),
        span=span if len(span) <= 400 else row.span,  # noqa: PLR2004  (a longer stretch is no sentence)
        kind=EventKind.STATEMENT if row.dates is Dated.STATEMENT else EventKind.OTHER,
        names=names_in(document.text, span.start, min(span.end, span.start + 400)),
        when=(row.id,),
        earliest=ends_of(row)[0],
        latest=ends_of(row)[1],
    )


def _inside(spans: Sequence[Span], span: Span) -> bool:
    """Tell whether a span stands inside of one of some others, which do not overlap."""
    after = bisect_right(spans, span.start, key=lambda row: row.start)
    return bool(after) and spans[after - 1].end >= span.end


def _relations(text: str, events: Sequence[Event]) -> Iterator[Relation]:
    """Yield what the text says of the order of two events that stand beside each other in a sentence."""
    cued = [row for row in events if row.cue]
    for one, other in pairwise(cued):
        gap_start, gap_end = _cue_end(one), _cue_start(other)
        match = _ORDER.fullmatch(text, gap_start, gap_end) if 0 < gap_end - gap_start <= _AFTER else None
        if match is None:
            continue
        first, second = (one, other) if match["o"] == "before" else (other, one)
        yield Relation(span=Span(_cue_start(one), _cue_end(other)), earlier=first.id, later=second.id)


def _place(event: str) -> int:
    """Return where the words of an event begin, by its id."""
    return int(event.rpartition("@")[2].partition("-")[0])


def _cue_start(event: Event) -> int:
    """Return where the words of an event begin, its date not counted."""
    return _place(event.id)


def _cue_end(event: Event) -> int:
    """Return where the words of an event end, its date not counted."""
    return int(event.id.rpartition("@")[2].partition("#")[0].partition("-")[2])


def event_keys(events: Sequence[Event]) -> dict[str, str]:
    """Return for every event the one it is the same as: a birth, death, arrest or release of one name is one event."""
    first: dict[tuple[str, EventKind], str] = {}
    keys: dict[str, str] = {}
    for event in events:
        known = event.kind in _UNIQUE and event.subject is not None
        keys[event.id] = first.setdefault((surname(event.subject or ""), event.kind), event.id) if known else event.id
    return keys


def surname(name: str) -> str:
    """Return the last word of a name, folded."""
    return name.rsplit(maxsplit=1)[-1].casefold() if name.split() else ""


def settle_order(chronology: Chronology) -> Chronology:
    """Return a chronology with the bounds of its events carried along what it says of their order."""
    keys = event_keys(chronology.events)
    said: dict[tuple[str, str], Relation] = {}
    for row in chronology.relations:
        said.setdefault((keys[row.earlier], keys[row.later]), row)
    bounds = _bounds_of(chronology.events, keys)
    found = contradictions_in(list(said), bounds)
    tight = propagate(edges_of(said), bounds)
    events = tuple(_tight(row, tight.get(keys[row.id])) for row in chronology.events)
    return replace(
        chronology, events=events, contradictions=tuple(_contradiction(chain, circle, said) for chain, circle in found)
    )


def _bounds_of(events: Sequence[Event], keys: dict[str, str]) -> dict[str, tuple[int | None, int | None]]:
    """Return the bounds of each event; where the text dates one twice, the first date counts here."""
    bounds: dict[str, tuple[int | None, int | None]] = {}
    for row in events:
        if row.earliest is not None or row.latest is not None:
            bounds.setdefault(keys[row.id], (row.earliest, row.latest))
    return bounds


def _tight(event: Event, ends: Ends | None) -> Event:
    """Return an event with the bounds that come of the order; as it is where they cannot be."""
    if ends is None or (ends[0] is not None and ends[1] is not None and ends[0] > ends[1]):
        return event
    return replace(event, earliest=ends[0], latest=ends[1])


def _contradiction(chain: Sequence[str], circle: bool, said: dict[tuple[str, str], Relation]) -> Contradiction:
    """Return the row of a chain; a circle begins with the event that comes first in the text."""
    if circle:
        first = min(range(len(chain)), key=lambda at: _place(chain[at]))
        chain = [*chain[first:], *chain[:first]]
    steps = list(zip(chain, [*chain[1:], *chain[:1]] if circle else chain[1:], strict=False))
    return Contradiction(
        events=tuple(map(EventId, chain)), relations=tuple(said[step] for step in steps), circle=circle
    )


def overrule_dates(chronology: Chronology, rulings: dict[str, str]) -> Chronology:
    """Return a chronology in which some dates, given by id, mean what a ruling says, as EDTF; all else is recomputed.

    A ruling that is no EDTF, or on no date of the table, changes nothing: the door refuses it before.
    """
    dates = tuple(_overruled(row, rulings.get(row.id)) for row in chronology.dates)
    by_id = {row.id: row for row in dates}
    events = tuple(
        _tight(replace(row, earliest=None, latest=None), ends_of(by_id[row.when[0]]) if row.when else None)
        for row in chronology.events
    )
    return settle_order(replace(chronology, dates=dates, events=events))


def _overruled(row: When, edtf: str | None) -> When:
    """Return a date as a ruling reads it."""
    bounds = bounds_of(edtf) if edtf else None
    if bounds is None:
        return row
    return replace(
        row,
        edtf=edtf,
        earliest=bounds.earliest,
        latest=bounds.latest,
        precision=type(row.precision)(bounds.precision),
        approximate=bounds.approximate,
        inferred=None,
        fault=None,
    )
