"""Quotations of one text that give the same words twice.

A quotation is held against the earlier one with which it shares the most runs of six words. Each is compared with one
other only, long ones not at all, and the runs that are remembered are bounded, so the work grows with the length of the
text and not with its square.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq, MatchingBlock
from rapidfuzz.fuzz import ratio

from valla.model.anchors import Span
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation, QuotationId, QuotationKind
from valla.text.words import words_in

RUN = 6  # words in a row that two quotations must share to be held against each other
LEAST = 8  # words of a quotation that is worth it
MOST = 300  # words of a quotation that is compared
HOLDERS = 8  # quotations remembered for one run of words
REMEMBERED = 400_000  # runs remembered of one text; a book of quotations has fewer
GAP = 6  # words on either side beyond which a shared word no longer belongs to the passage
EDGE = 3  # words at the edge of both wordings that may stand for each other
ALIKE = 80
"""From 0 to 100: how alike two words must be to be one in two spellings."""
SHARE = 0.8  # of the words of the shorter one, in the same order, for the two to be one passage


Stretch = tuple[int, int]
"""A stretch of a wording, from the number of its first word to that behind its last."""


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between two wordings; one side may be empty."""

    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class Echo:
    """A quotation that gives the words of an earlier one again: no changes means word for word."""

    earlier: Quotation
    later: Quotation
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """A quotation as folded words with their places; before the words numbered in `breaks` something is left out."""

    quotation: Quotation
    words: tuple[str, ...]
    places: tuple[Span, ...]
    breaks: frozenset[int]


def find_echoes(investigation: Investigation) -> Iterator[Echo]:
    """Yield each quotation that repeats an earlier one, in the order of the text."""
    text = investigation.document.text
    holders: dict[tuple[str, ...], list[Wording]] = defaultdict(list)
    for wording in worth_comparing(investigation):
        runs = [wording.words[at : at + RUN] for at in range(len(wording.words) - RUN + 1)]
        earlier = nearest(runs, holders)
        if earlier is not None and not earlier.quotation.span.touches(wording.quotation.span):
            changes = compare(earlier, wording, text)
            if changes is not None:
                yield Echo(earlier.quotation, wording.quotation, changes)
        for run in runs:
            if (run in holders or len(holders) < REMEMBERED) and len(holders[run]) < HOLDERS:
                holders[run].append(wording)


def worth_comparing(investigation: Investigation) -> Iterator[Wording]:
    """Yield the wordings of the quotations that report words, fragments and those too short or too long left out."""
    holes: dict[QuotationId, list[Span]] = defaultdict(list)
    for ellipsis in investigation.ellipses:
        holes[ellipsis.quotation].append(ellipsis.at)
    for insertion in investigation.insertions:
        holes[insertion.quotation].append(insertion.at)
    for quotation in investigation.reported():
        if quotation.kind is not QuotationKind.FRAGMENT:
            wording = read_wording(quotation, investigation.document.text, holes[quotation.id])
            if LEAST <= len(wording.words) <= MOST:
                yield wording


def read_wording(quotation: Quotation, text: str, holes: list[Span]) -> Wording:
    """Return the words of a quotation, those in an editor's brackets left out."""
    found = [word for part in quotation.parts for word in words_in(text, part.start, part.end)]
    kept = [word for word in found if not any(hole.covers(Span(word.start, word.end)) for hole in holes)]
    places = tuple(Span(word.start, word.end) for word in kept)
    ends = (quotation.span.start, *(place.end for place in places))
    starts = (*(place.start for place in places), quotation.span.end)
    gaps = tuple(zip(ends, starts, strict=True))
    broken = frozenset(n for n, (end, start) in enumerate(gaps) if any(end <= hole.start < start for hole in holes))
    return Wording(quotation, tuple(word.key for word in kept), places, broken)


def nearest(runs: list[tuple[str, ...]], holders: dict[tuple[str, ...], list[Wording]]) -> Wording | None:
    """Return the earlier wording that shares most runs; of several the first of the text."""
    shared: Counter[int] = Counter()
    known: dict[int, Wording] = {}
    for run in runs:
        for wording in holders.get(run, ()):
            start = wording.quotation.span.start
            shared[start] += 1
            known[start] = wording
    return known[min(shared, key=lambda start: (-shared[start], start))] if shared else None


def compare(earlier: Wording, later: Wording, text: str) -> tuple[Change, ...] | None:
    """Return the changes between two wordings of one passage; None where they are not one passage.

    What only one of them has before the first or behind the last shared word is no change: it quotes more.
    """
    blocks = closest_blocks(earlier, later)
    if sum(block.size for block in blocks) < SHARE * min(len(earlier.words), len(later.words)):
        return None
    changes = []
    for (a, a_end), (b, b_end) in unshared(blocks, len(earlier.words), len(later.words)):
        spelt = is_spelling(earlier.words[a:a_end], later.words[b:b_end])
        if not spelt and not holed(earlier, a, a_end) and not holed(later, b, b_end):
            changes.append(Change(words_of(earlier, a, a_end, text), words_of(later, b, b_end, text)))
    return tuple(changes)


def closest_blocks(earlier: Wording, later: Wording) -> list[MatchingBlock]:
    """Return the runs of words that two wordings share in one place; shared words further off are chance."""
    groups: list[list[MatchingBlock]] = [[]]
    for block in LCSseq.editops(earlier.words, later.words).as_matching_blocks():
        last = groups[-1][-1] if groups[-1] else None
        if last and not joined(earlier, later, last, block):
            groups.append([])
        if block.size:
            groups[-1].append(block)
    return max(groups, key=lambda group: sum(block.size for block in group))


def joined(earlier: Wording, later: Wording, one: MatchingBlock, other: MatchingBlock) -> bool:
    """Tell whether two shared runs belong to one passage: few words stand between them, or an omission is marked."""
    first, second = (one.a + one.size, other.a), (one.b + one.size, other.b)
    near = max(first[1] - first[0], second[1] - second[0]) <= GAP
    return near or holed(earlier, *first) or holed(later, *second)


def unshared(blocks: list[MatchingBlock], first: int, second: int) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield what lies between shared runs, and what is exchanged at the edges of wordings of so many words."""
    if not blocks:
        return
    if is_exchange(blocks[0].a, blocks[0].b):
        yield (0, blocks[0].a), (0, blocks[0].b)
    for one, other in pairwise(blocks):
        yield (one.a + one.size, other.a), (one.b + one.size, other.b)
    last_a, last_b = blocks[-1].a + blocks[-1].size, blocks[-1].b + blocks[-1].size
    if is_exchange(first - last_a, second - last_b):
        yield (last_a, first), (last_b, second)


def is_spelling(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether words on both sides are the same in another spelling, or written in one instead of in two."""
    first, second = "".join(one), "".join(other)
    return first == second or (len(one) == len(other) and ratio(first, second) >= ALIKE and not first[-1:].isdigit())


def is_exchange(first: int, second: int) -> bool:
    """Tell whether words at the edge of two wordings stand for each other: a few on both sides."""
    return 0 < first <= EDGE and 0 < second <= EDGE


def holed(wording: Wording, start: int, end: int) -> bool:
    """Tell whether something is left out or put in somewhere from before one word to before another."""
    return any(number in wording.breaks for number in range(start, end + 1))


def words_of(wording: Wording, start: int, end: int, text: str) -> str:
    """Return the words of a stretch as the text prints them; nothing for an empty stretch."""
    return text[wording.places[start].start : wording.places[end - 1].end] if start < end else ""
