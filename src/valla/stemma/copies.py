"""Copy evidence: sources that share errors or cuts. Agreement in what is right accuses nobody.

Errors are told from the consensus of the witnesses. Two that share a rare error have it from one another, or from one
that both copied; the one whose errors all stand in the other is the likelier giver (Lachmann's method, counted). After
Dong, Berti-Equille and Srivastava (2009), with shared errors alone allowed to speak. Every row is a proposal.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from math import log

from rapidfuzz.distance import Levenshtein

from valla.model.anchors import DocumentId
from valla.model.traces import Passage, Trace
from valla.model.witnesses import Copying
from valla.text.words import words_in

Readings = Mapping[DocumentId, Sequence[str | None]]
"""For each witness one reading a place, in one order of places; None where the witness lacks the passage."""

LEAST = 3
"""Errors that two witnesses must share; one or two may be chance, or obvious to two scribes at once."""

AGREED = 0.5
"""Share of the witnesses by which the consensus must be held, more than this; else the place is contested."""
FEW = 0.25
"""Share of the witnesses that may have a reading for it to count as an error. What more have may be the truth of a
minority: where one book was copied often, those who are right are few, and must not be accused of agreeing. Two may
always have it, if twice as many agree against them."""
HELD = 0.7
"""Share of the giver's errors that the taker must have; the rest he may have put right from another book."""
CHANCE = 0.02
"""How often two scribes hit on one error at one place independently, at most; taken on the safe side."""


def propose_copies(readings: Readings) -> tuple[Copying, ...]:
    """Return the proposed dependences, sorted: for each witness the nearest giver, if any."""
    errors = errors_of(readings)
    return tuple(sorted(row for taker in sorted(errors) for row in _givers(taker, errors)))


def errors_of(readings: Readings) -> dict[DocumentId, dict[int, str]]:
    """Return each witness's readings that the consensus does not share, by place; contested places are left out."""
    found: dict[DocumentId, dict[int, str]] = {name: {} for name in readings}
    places = max((len(row) for row in readings.values()), default=0)
    for place in range(places):
        held = {name: row[place] for name, row in readings.items() if place < len(row) and row[place] is not None}
        counted = Counter(held.values())
        best, few = max(counted.values(), default=0), max(2.0, FEW * len(held))
        if len(counted) > 1 and best > AGREED * len(held) and len(held) > 2:  # noqa: PLR2004 - two agree on nothing
            for name, reading in held.items():
                if reading is not None and counted[reading] <= few and best >= 2 * counted[reading]:
                    found[name][place] = reading
    return found


def _givers(taker: DocumentId, errors: Mapping[DocumentId, Mapping[int, str]]) -> Iterator[Copying]:
    """Yield the witness from whom one seems to have its errors: the one that gives most, of equals the first."""
    own = errors[taker].items()
    best: tuple[int, float, DocumentId] | None = None
    for giver in sorted(errors):
        theirs = errors[giver]
        shared = len(own & theirs.items())
        if giver == taker or shared < LEAST or shared < HELD * len(theirs) or len(theirs) > len(own):
            continue
        rank = (shared, shared / len(theirs), giver)
        if best is None or (rank[0], rank[1]) > (best[0], best[1]):
            best = rank
    if best is None:
        return
    shared, _, giver = best
    directed = len(errors[giver]) < len(own)
    first, second = (giver, taker) if directed or giver < taker else (taker, giver)
    yield Copying(
        earlier=first,
        later=second,
        shared=shared,
        errors=len(errors[giver]),
        score=round(shared * -log(CHANCE), 2),
        directed=directed,
        reason=f"{shared} of its {len(errors[giver])} errors stand in the other too; only shared errors are counted",
    )


def read_witnesses(traces: Sequence[Trace]) -> Readings:
    """Return what each source reads at each word of the passages that several sources have; a cut reads as nothing.

    The words of the first passage found are the measure for the others, so that every source is asked about the same
    places; a source that lacks a passage has no reading there.
    """
    readings: dict[DocumentId, list[str | None]] = {}
    places = 0
    for trace in traces:
        held = first_of_each([*trace.passages, *trace.rivals, *trace.further])
        if len(held) > 1:
            base = [word.key for word in words_in(next(iter(held.values())).anchor.exact)]
            for document, passage in held.items():
                row = readings.setdefault(document, [])
                row.extend([None] * (places - len(row)))
                row.extend(readings_against(base, [word.key for word in words_in(passage.anchor.exact)]))
            places += len(base)
    return readings


def first_of_each(passages: Sequence[Passage]) -> dict[DocumentId, Passage]:
    """Return the first passage in each document, in the order given."""
    held: dict[DocumentId, Passage] = {}
    for passage in passages:
        held.setdefault(passage.document, passage)
    return held


def readings_against(base: Sequence[str], words: Sequence[str]) -> list[str | None]:
    """Return for each word of the base what another wording has in its stead; nothing where it was left out."""
    read: list[str | None] = [""] * len(base)
    for code in Levenshtein.opcodes(base, words):
        there = words[code.dest_start : code.dest_end]
        places = range(code.src_start, code.src_end)
        for place, word in zip_longest(places, there[: len(places)], fillvalue=""):
            read[int(place)] = word
    return read
