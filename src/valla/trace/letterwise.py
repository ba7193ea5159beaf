"""How alike quotation and source are letter by letter, where too few words are whole to tell.

A scan that spoils one letter in ten leaves a third of the words whole; the letters still tell that it is the same text.
The measure is the best partial alignment (the share of letters in common, as rapidfuzz computes it).
"""

from collections.abc import Sequence

from rapidfuzz.fuzz import partial_ratio

from valla.trace.asked import Asked
from valla.trace.lines import Line
from valla.trace.misread import Spot, letters_read, likest, may_be_like, told_at
from valla.trace.rarity import Rarity

FEWEST = 20
"""Letters that a quotation must have to be known by its letters."""

LONGEST = 240
"""Letters that are looked at."""

WORTH_TELLING = 0.74
"""Likeness from which it is worked out what letters tell."""

CLEAR = ((29, 2.0), (40, 0.86), (60, 0.82), (1 << 30, 0.79))
"""Likeness from which letters tell by themselves, up to a number of letters; so few never do.

Unrelated prose of sixty letters and more stays below 0.66 in a stretch, and in a megabyte below 0.7.
"""


TOO_UNLIKE = ((20, 0.66), (1 << 30, 0.62))
"""Likeness below which too few words of a quotation can stand in one place, however misread, up to a number of words.

It goes with the share of words that `valla.trace.settle` asks for: four words in five of a short quotation, misread in
one letter of seven, and the rest as like as any words are.
"""

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


def place_alike(
    asked: Asked, places: Sequence[Line], rarity: Rarity, needed: float, *, strictly: bool = False
) -> Spot | None:
    """Return the place in some texts that is most like a quotation; None where it is not clear that it is the place.

    So much likeness is clear by itself, but `strictly`; or what its words tell, less what the misreadings take away.
    """
    letters = letters_read(asked.run)
    sought = letters[:LONGEST]
    if len(sought) < FEWEST or not asked.unbroken:
        return None
    if sought == asked.letters and all(asked.unlike.get(row.text) for row in places):
        return None  # asked first because it is known
    spot = likest(sought, places, 100 * WORTH_TELLING)
    if spot is None:
        return None
    clear = not strictly and spot.score >= 100 * clear_from(len(sought))
    if not clear and told_at(sought, asked.keys, spot, places[spot.place], rarity) < needed:
        return None
    if len(sought) == len(letters):
        return spot
    whole = likest(letters, [places[spot.place]], 0.0)  # only the beginning was looked at
    return spot if whole is None else whole._replace(place=spot.place, score=spot.score)


def clear_from(letters: int) -> float:
    """Return the likeness, 0 to 1, from which so many letters tell by themselves."""
    return next(share for most, share in CLEAR if letters <= most)
