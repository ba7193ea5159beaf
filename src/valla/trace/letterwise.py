"""How alike quotation and source are letter by letter, where too few words are whole to tell.

A scan that spoils one letter in ten leaves a third of the words whole; the letters still tell that it is the same text.
The measure is the best partial alignment (the share of letters in common, as rapidfuzz computes it).
"""

from collections.abc import Sequence

from rapidfuzz.distance.LCSseq import similarity
from rapidfuzz.fuzz import partial_ratio

from valla.trace.asked import Asked
from valla.trace.lines import Line

FEWEST = 30
"""Letters that a quotation must have to be known by its letters."""

LONGEST = 240
"""Letters that are looked at."""

CLEAR = ((40, 0.86), (60, 0.82), (1 << 30, 0.79))
"""Likeness from which letters alone tell, up to a number of letters.

Unrelated prose of sixty letters and more stays below 0.66 in a stretch, and in a megabyte below 0.7.
"""


TOO_UNLIKE = ((20, 0.66), (1 << 30, 0.62))
"""Likeness below which too few words of a quotation can stand in one place, however misread, up to a number of words.

It goes with the share of words that `valla.trace.settle` asks for: four words in five of a short quotation, misread in
one letter of seven, and the rest as like as any words are.
"""

LONG = 100
"""Letters of a quotation from which a bound on its likeness is asked for first: it takes longer than fewer are worth."""

FAR = 8
"""Times as many letters up to which it is: in a longer text an alignment is found sooner than all of it is looked at."""

SLACK = 0.01
"""Letters by which that bound is lowered, so that no rounding of a score can matter."""

FEW, MOST = 40, 2_000
"""Letters of a quotation between which this is looked at."""


def too_unlike(asked: Asked, place: Line) -> bool:
    """Tell whether a place is so unlike a quotation that most of its words cannot stand there one behind the other."""
    sought = asked.letters
    if not FEW <= len(sought) <= MOST:
        return False
    if place.text not in asked.unlike:
        floor = 100 * next(share for words, share in TOO_UNLIKE if len(asked.words) <= words)
        like = may_be_like(sought, place.letters, floor) and partial_ratio(sought, place.letters, score_cutoff=floor)
        asked.unlike[place.text] = not like
    return asked.unlike[place.text]


def letters_alike(asked: Asked, places: Sequence[Line]) -> float:
    """Return the likeness of a quotation to the best of some places, 0 to 1; 0 where it is not clear."""
    sought = asked.letters[:LONGEST]
    if len(sought) < FEWEST or not asked.plain:
        return 0.0
    clear = 100 * clear_from(len(sought))
    if len(asked.letters) <= LONGEST:  # what is too unlike is no likelier to be clear
        places = [row for row in places if not asked.unlike.get(row.text)]
    letters = [row.letters for row in places if may_be_like(sought, row.letters, clear)]
    best = max([partial_ratio(sought, row, score_cutoff=clear) for row in letters], default=0.0)
    return float(best) / 100


def may_be_like(sought: str, letters: str, score: float) -> bool:
    """Tell at little cost whether a partial alignment can have a score, in hundredths; never False where one has it.

    The score of some letters L long, no longer than those sought S, is 200 c / (S + L), c being the length of their
    longest common subsequence. That of a piece in which they lie is no shorter, and is told in a small part of the time.
    Only at the ends of the text are the letters fewer than those sought; there c <= L gives c >= score S / (200 - score).
    """
    size = len(sought)
    if not (size >= LONG and size <= len(letters) <= FAR * size):
        return True
    least = int(score * size / (200 - score) - SLACK)
    if any(similarity(sought, end, score_cutoff=least) for end in (letters[:size], letters[-size:])):
        return True
    least, step = int(score * size / 100 - SLACK), size // 4
    starts = range(0, len(letters) - size + 1, step)
    return any(similarity(sought, letters[start : start + size + step], score_cutoff=least) for start in starts)


def clear_from(letters: int) -> float:
    """Return the likeness, 0 to 1, from which so many letters tell by themselves."""
    return next(share for most, share in CLEAR if letters <= most)
