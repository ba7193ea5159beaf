"""A quotation told by its letters: the place that is most like it, and how much it tells that there is such a place.

What the source's words there tell (`valla.trace.rarity`), less the bits that say which of the quotation's letters are
others, and what they were misread for. A letter that is often misread has few to be taken for, any other the alphabet. So
as many places are allowed for as could be misread into the quotation, and what is left holds in a library of any size.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import comb, log2
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein
from rapidfuzz.distance.LCSseq import similarity
from rapidfuzz.fuzz import partial_ratio_alignment

from valla.model.anchors import Span
from valla.text.diff import REPLACED, Step
from valla.text.fold import fold_letters, letters_of
from valla.text.variants import LOOKALIKE, letters_apart
from valla.text.words import words_in
from valla.trace.bench import SAME, Bench
from valla.trace.lines import Line
from valla.trace.parts import Part, equal
from valla.trace.rarity import Rarity
from valla.trace.runs import Run

LONG = 40
"""Code points beside a place in which the word at its end may begin or stop."""

TOGETHER, STEADY = 10, 3
"""Quoted words that may be misread beyond knowing, and those that must answer together to begin the count anew."""

PAIRS = 60_000
"""Pairs of quoted words and source words, no run between them, that are looked at: some 240 words on either side."""

ANY, FEW = 4.7, 1.6
"""Bits that say which letter was misread, of the alphabet and of three that look like it."""

SOUGHT = 100
"""Letters of a quotation from which a bound on its likeness is asked for first: it takes longer than fewer are worth."""

FAR = 8
"""Times as many letters up to which it is: in a longer text an alignment is found sooner than all of it is looked at."""

SLACK = 0.01
"""Letters by which that bound is lowered, so that no rounding of a score can matter."""

_FIGURE = re.compile(r"(?<=[^\W\d_])[01568]|[01568](?=[^\W\d_])")
_READ = str.maketrans("01568", "olsbb")
"""Figures in words, and the letters in whose place they are read."""


class Spot(NamedTuple):
    """Letters of one of some texts, and the share of them in common with those sought, in hundredths."""

    score: float
    place: int
    first: int
    last: int


@lru_cache(maxsize=256)
def letters_read(text: str) -> str:
    """Return the letters of a text for seeking, figures in words taken for the letters that they look like."""
    return letters_of(_FIGURE.sub(lambda row: row[0].translate(_READ), text))


def likest(sought: str, places: Sequence[Line], floor: float) -> Spot | None:
    """Return the place that is most like some letters, if its score is above a floor; the first of equal ones."""
    best: Spot | None = None
    for number, row in enumerate(places):
        if not may_be_like(sought, row.letters, floor):
            continue
        found = partial_ratio_alignment(sought, row.letters, score_cutoff=floor)
        if found is not None and found.dest_start < found.dest_end and (best is None or found.score > best.score):
            best, floor = Spot(found.score, number, found.dest_start, found.dest_end), found.score
    return best


def may_be_like(sought: str, letters: str, score: float) -> bool:
    """Tell at little cost whether a partial alignment can have a score, in hundredths; never False where one has it.

    The score of some letters L long, no longer than those sought S, is 200 c / (S + L), c being the length of their
    longest common subsequence. That of a piece in which they lie is no shorter, and is told in a small part of the time.
    Only at the ends of the text are the letters fewer than those sought; there c <= L gives c >= score S / (200 - score).
    """
    size = len(sought)
    if not (size >= SOUGHT and size <= len(letters) <= FAR * size):
        return True
    least = int(score * size / (200 - score) - SLACK)
    if any(similarity(sought, end, score_cutoff=least) for end in (letters[:size], letters[-size:])):
        return True
    least, step = int(score * size / 100 - SLACK), size // 4
    starts = range(0, len(letters) - size + 1, step)
    return any(similarity(sought, letters[start : start + size + step], score_cutoff=least) for start in starts)


def told_at(sought: str, keys: Sequence[str], spot: Spot, place: Line, rarity: Rarity) -> float:
    """Return how many bits it tells that letters so like those sought stand in a place; `keys` are the words quoted.

    Misread words are rare ones, so of the two texts that counts whose words tell less.
    """
    first, last = trimmed(sought, place, spot.first, spot.last)
    span = of_whole_words(place, first, last)
    there = [word.key for word in words_in(place.text, span.start - place.start, span.end - place.start)]
    told = min(rarity.tells(there), rarity.tells(keys))
    return told - misread_bits(sought, place.letters[first:last])


def misread_bits(sought: str, found: str) -> float:
    """Return the bits that say where one row of letters was misread to make another, and how."""
    letters = looks = 0
    for one, other in _differing(sought, found):
        tenths = round(10 * letters_apart(one, other))
        letters += tenths // 10
        looks += round(tenths % 10 / 10 / LOOKALIKE)
    size = max(len(sought), len(found))
    return ANY * letters + FEW * looks + log2(comb(size, min(size, letters + looks)))


def _differing(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Yield the runs of letters that differ, as they stand in the one and in the other."""
    begun: tuple[int, int] | None = None
    for way in Levenshtein.opcodes(one, other):
        if way.tag != "equal":
            begun = begun or (way.src_start, way.dest_start)
        elif begun is not None:
            yield one[begun[0] : way.src_start], other[begun[1] : way.dest_start]
            begun = None
    if begun is not None:
        yield one[begun[0] :], other[begun[1] :]


def trimmed(sought: str, place: Line, first: int, last: int) -> tuple[int, int]:
    """Return the letters of a place without those at its ends to which none of the quotation's answer.

    The place that is most alike has as many letters as the quotation, whatever it has lost.
    """
    found = place.letters[first:last]
    ways = Levenshtein.opcodes(sought, found)
    ahead = ways[0].dest_end if ways[0].tag == "insert" else 0
    behind = len(found) - ways[-1].dest_start if ways[-1].tag == "insert" else 0
    return (first + ahead, last - behind) if ahead + behind < len(found) else (first, last)


def of_whole_words(place: Line, first: int, last: int) -> Span:
    """Return the place of some letters of a text, ending with the words nearest; offsets are those of the document."""
    letters, text = fold_letters(place.text), place.text
    start, end = letters.place(first), letters.place(last - 1) + 1
    words = words_in(text, max(0, start - LONG), end + LONG)
    start = min((word.start for word in words), key=lambda at: (abs(at - start), at), default=start)
    end = min((word.end for word in words if word.end > start), key=lambda at: (abs(at - end), at), default=end)
    return Span(place.start + start, place.start + end)


def place_of(sought: str, spot: Spot, place: Line) -> Span:
    """Return a place as a span of the document that begins and ends with whole words."""
    return of_whole_words(place, *trimmed(sought, place, spot.first, spot.last))


def words_at(line: Line, span: Span) -> range:
    """Return the words of a line that lie in a span of the document."""
    first = bisect_right(line.bounds, span.start - line.start, key=lambda row: row[1])
    return range(first, max(first, bisect_left(line.bounds, span.end - line.start, key=lambda row: row[0])))


def laid_between(runs: Sequence[Run], words: range, bench: Bench) -> Part:
    """Return all the quoted words laid into some words of the one field; equal runs there are kept as they are."""
    steps: list[Step] = []
    p, s = 0, words.start
    for run in _inside(runs, words):
        steps += _laid(range(p, run.p), range(s, run.s), bench) + equal(run, bench)
        p, s = run.q, run.t
    return Part(field=0, steps=(*steps, *_laid(range(p, len(bench.quoted.keys)), range(s, words.stop), bench)))


def _laid(quoted: range, source: range, bench: Bench) -> list[Step]:
    """Return quoted words laid into source words; as one step where there are too many pairs to look at each."""
    if len(quoted) * len(source) > PAIRS:
        return [Step(quoted.start, quoted.stop, source.start, source.stop, REPLACED)]
    return bench.lay(quoted, 0, source)


def _inside(runs: Sequence[Run], words: range) -> Iterator[Run]:
    """Yield runs that lie in some words, each behind the one before it, the most telling of those that exclude each other."""
    kept: list[Run] = []
    for run in sorted(runs, key=lambda row: (-row.bits, row)):
        within = words.start <= run.s and run.t <= words.stop
        if within and all((row.q <= run.p and row.t <= run.s) or (run.q <= row.p and run.t <= row.s) for row in kept):
            kept.append(run)
    yield from sorted(kept)


def is_broken(part: Part) -> bool:
    """Tell whether so many quoted words are others, with no few between them that answer, that no misreading explains it."""
    unlike = answering = 0
    for p, q, s, t, price in part.steps:
        if p < q and s < t and price < SAME:
            answering += q - p
            unlike = unlike if answering < STEADY else 0
        else:
            unlike, answering = unlike + q - p, 0
        if unlike > TOGETHER:
            return True
    return False


def is_misread(parts: Sequence[Part], bench: Bench) -> bool:
    """Tell whether of the words that do not answer to each other half of one text are no words known."""
    unlike = [(part.field, step) for part in parts for step in part.steps if step.price >= SAME]
    placed = {word for part in parts for step in part.steps for word in range(step.p, step.q)}
    mine = [key for _, step in unlike for key in bench.quoted.keys[step.p : step.q]]
    mine += [key for word, key in enumerate(bench.quoted.keys) if word not in placed]
    theirs = [key for field, step in unlike for key in bench.fields[field].keys[step.s : step.t]]
    return any(2 * bench.rarity.strangers(keys, bench.lexicon.listed) >= len(keys) > 0 for keys in (mine, theirs))
