"""Small measures by which candidates are weighed: what a clue weighs, how sure a weight is, which names are nearly one."""

from rapidfuzz.distance import OSA

from valla.name.candidates import SHORT, Candidate
from valla.name.clues import AGAINST, PERSON
from valla.name.families import WORTH
from valla.name.folding import sounds_of
from valla.name.likeness import BETWEEN, likeness_of


def opens_line(one: Candidate, text: str) -> bool:
    """Tell whether a candidate stands at the start of its line."""
    return one.opens or not text[max(0, one.span.start - 1) : one.span.start].strip(" \n")


def nearly(one: str, other: str) -> bool:
    """Tell whether two different words may be spellings of one surname."""
    if one == other or OSA.normalized_similarity(sounds_of(one), sounds_of(other)) < WORTH:
        return False
    heard = likeness_of(one, other)
    return heard.sure or heard.score >= BETWEEN


def weigh(clue: str) -> float:
    """Return what one clue weighs."""
    return PERSON[clue][0] if clue in PERSON else AGAINST[clue][0]


def confidence(weight: float) -> float:
    """Return a rank from 0 to 1."""
    return round(min(1.0, 0.4 + weight / 10), 2)


def too_short(one: Candidate) -> bool:
    """Tell whether a single word is too short to be a name by clues alone."""
    return len(one.pieces) == 1 and len(one.last.text) < SHORT and not one.ranks
