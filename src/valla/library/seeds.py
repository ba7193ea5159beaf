"""Where a quotation may stand: seeds of twelve letters, gathered into likely stretches of a text.

The quotations are indexed, not the library: every run of twelve letters of a quotation (folded, without spaces) is a
seed, and one pass over a text's letters meets them all. Twelve letters without spaces outlive a scan that spoils one
letter in ten, hyphens, lost spaces and punctuation; short quotations are also sown with runs of eight. Every shelf
spells its seeds here, so that all shelves find the same places.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from valla.model.anchors import DocumentId
from valla.model.traces import Probe
from valla.text.fold import Letters, letters_of
from valla.text.omissions import omissions_in

SEED = 12
SHORT_SEED = 8

SHORT_PIECE = 40
"""Letters up to which a piece is sown with short seeds too: one error in its middle may leave no long seed whole."""

COMMON = 64
"""A seed met more often than this in one text tells nothing, unless the quotation has no rarer one."""

OWNERS = 256
"""A seed shared by more quotations than this tells nothing."""

SLOT = 48
"""Letters of a quotation for which the likeliest places are kept; so each fragment of a join keeps its own."""

PLACES = 3
"""Likeliest places kept for each slot."""

REACH = 240
"""Letters between two hits beyond which they belong to two places."""

DENSE = 400
"""Letters of a quotation up to which a seed begins at every letter."""


class Hit(NamedTuple):
    """A seed met: the letter of the text and the letter of the quotation at which it begins."""

    there: int
    here: int


class Range(NamedTuple):
    """A half-open range of a text's letters."""

    start: int
    end: int


FIRM = 9
"""Seeds that must be met in one place before a text is looked at that is not the cited work: about 20 letters."""


SPARED = 5
"""One in so many seeds of a short quotation must be met: a scan that spoils one letter in ten leaves more."""

WORTH = 4
"""Seeds that must be met in a place for it to be looked at: fewer letters mean nothing far from the rest."""


@dataclass(frozen=True, slots=True)
class Sown:
    """Seeds of a batch of probes. Probes of equal letters are sown once: `owners` tells whose they are."""

    lengths: tuple[int, ...]  # letters of each text sown
    homes: tuple[frozenset[DocumentId], ...]  # the documents in which one of its owners expects it
    omissions: tuple[bool, ...]  # whether it marks an omission, so that its parts may stand apart
    owners: tuple[tuple[int, ...], ...]  # the indexes of the probes that have these letters
    seeds: dict[int, dict[str, list[tuple[int, int]]]]  # length of seed -> seed -> (number of the text, letter in it)


def sow(probes: Sequence[Probe]) -> Sown:
    """Return the seeds of probes; a probe with fewer letters than the shortest seed has none."""
    texts: defaultdict[str, list[int]] = defaultdict(list)
    for index, probe in enumerate(probes):
        texts[letters_of(probe.text)].append(index)
    seeds: dict[int, dict[str, list[tuple[int, int]]]] = {SEED: {}, SHORT_SEED: {}}
    for number, (letters, owners) in enumerate(texts.items()):
        _sow_letters(seeds[SEED], SEED, number, letters, 0)
        for start, piece in _short_pieces(probes[owners[0]].text):
            _sow_letters(seeds[SHORT_SEED], SHORT_SEED, number, piece, start)
    return Sown(
        lengths=tuple(len(letters) for letters in texts),
        homes=tuple(frozenset(home for owner in owners for home in probes[owner].homes) for owners in texts.values()),
        omissions=tuple(bool(omissions_in(probes[owners[0]].text)) for owners in texts.values()),
        owners=tuple(tuple(owners) for owners in texts.values()),
        seeds={size: bed for size, bed in seeds.items() if bed},
    )


def _sow_letters(bed: dict[str, list[tuple[int, int]]], size: int, number: int, letters: str, shift: int) -> None:
    """Sow one run of letters; a very long one with gaps, so that the bed grows slower than the text."""
    stride = 1 + len(letters) // (DENSE * SEED)
    for start in range(0, len(letters) - size + 1, stride):
        bed.setdefault(letters[start : start + size], []).append((number, start + shift))


def _short_pieces(text: str) -> Iterable[tuple[int, str]]:
    """Yield the short pieces between marked omissions, each with the number of letters before it."""
    seen = 0
    edges = [0, *(edge for span in omissions_in(text) for edge in (span.start, span.end)), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        piece = letters_of(text[start:end])
        if SHORT_SEED <= len(piece) <= SHORT_PIECE:
            yield seen, piece
        seen += len(piece)


def likely_ranges(sown: Sown, letters: str, document: DocumentId) -> Iterable[tuple[int, list[Range]]]:
    """Yield for each sown text that a text's letters may contain its number and the ranges worth a look, in order."""
    for number, hits in sorted(_hits(sown, letters).items()):
        length = sown.lengths[number]
        fewest = max(1, (length - SEED + 1) // SPARED)
        firm = 1 if document in sown.homes[number] else min(FIRM, fewest)
        places = [place for place in _places(hits) if _firmness(place) >= min(WORTH, fewest)]
        if any(_firmness(place) >= firm for place in places):
            yield number, _ranges(_likeliest(places, length), length, len(letters), apart=sown.omissions[number])


def _hits(sown: Sown, letters: str) -> dict[int, list[Hit]]:
    """Return the seeds met in a text, by the number of the text sown."""
    rare: defaultdict[int, list[Hit]] = defaultdict(list)
    common: defaultdict[int, list[Hit]] = defaultdict(list)
    for size, bed in sown.seeds.items():
        met = [start for start in range(len(letters) - size + 1) if letters[start : start + size] in bed]
        often = Counter(letters[start : start + size] for start in met)
        for start in met:
            seed = letters[start : start + size]
            owners = bed[seed]
            if len(owners) > OWNERS:
                continue
            hits = rare if often[seed] <= COMMON else common
            for number, here in owners:
                if hits is rare or len(hits[number]) < COMMON:
                    hits[number].append(Hit(start, here))
    return {**common, **rare}


def _firmness(place: Sequence[Hit]) -> int:
    """Return how many seeds of the quotation are met in one place."""
    return len({hit.here for hit in place})


def _ranges(places: Iterable[list[Hit]], length: int, whole: int, *, apart: bool) -> list[Range]:
    """Return the ranges around places, widened so that the rest of the quotation fits in."""
    slack = 80 + length // 6 + (900 if apart else 0)
    ranges = []
    for place in places:
        first, last = min(place, key=lambda hit: hit.here), max(place, key=lambda hit: hit.here)
        start = min(place[0].there, first.there - first.here) - slack
        end = max(place[-1].there, last.there + length - last.here) + slack
        ranges.append(Range(max(0, start), min(whole, end)))
    return _united(ranges)


def _places(hits: list[Hit]) -> list[list[Hit]]:
    """Gather hits that stand near each other."""
    places: list[list[Hit]] = []
    for hit in sorted(hits):
        if places and hit.there - places[-1][-1].there <= REACH:
            places[-1].append(hit)
        else:
            places.append([hit])
    return places


def _likeliest(places: list[list[Hit]], length: int) -> list[list[Hit]]:
    """Keep for each slot of the quotation the places that have most of it; ties go to the earlier place."""
    slots: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, place in enumerate(places):
        met = Counter(hit.here // SLOT for hit in {Hit(0, hit.here) for hit in place})
        for slot, count in met.items():
            slots[slot].append((-count, number))
    kept = PLACES if length > SLOT else 2 * PLACES
    chosen = {number for rows in slots.values() for _, number in sorted(rows)[:kept]}
    return [places[number] for number in sorted(chosen)]


def _united(ranges: list[Range]) -> list[Range]:
    """Return ranges in order, those that meet made one."""
    rows: list[Range] = []
    for start, end in sorted(ranges):
        if rows and start <= rows[-1].end + REACH:
            rows[-1] = Range(rows[-1].start, max(rows[-1].end, end))
        else:
            rows.append(Range(start, end))
    return rows


def offsets_of(letters: Letters, span: Range) -> tuple[int, int]:
    """Return the offsets in the text of a range of its letters, moved out to the next white space."""
    text = letters.text
    start = letters.place(span.start) if span.start else 0
    end = letters.place(span.end - 1) + 1 if span.end < len(letters.letters) else len(text)
    while start and not text[start - 1].isspace() and letters.place(span.start) - start < SLOT:
        start -= 1
    limit = min(len(text), end + SLOT)
    while end < limit and not text[end].isspace():
        end += 1
    return start, end
