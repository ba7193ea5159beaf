"""Surnames gathered to families: spellings taken for one surname, and pairs that may be one.

Only spellings whose skeletons of consonants begin alike are compared, so that the work grows with the text and not with
its square.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from valla.name.folding import skeleton_of, sounds_of
from valla.name.forms import compatible
from valla.name.likeness import BETWEEN, SURE, Likeness, bare, likeness_of, suffix_of, without_accents

LARGE = 1500
"""Surnames from which on a longer beginning is asked for before two are compared."""
CROWD = 250
"""Surnames of one beginning that are compared with one another; more are compared with their neighbours only."""
WORTH = 0.66
"""Share of equal sounds below which no weighing is worth its time."""
Givens = Mapping[str, frozenset[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Kin:
    """Two spellings and what was heard of them."""

    one: str
    other: str
    likeness: Likeness


def compare_surnames(surnames: Counter[str], givens: Givens) -> tuple[tuple[Kin, ...], tuple[Kin, ...]]:
    """Return the pairs that are one surname, and those that may be one; conflicting given names forbid both.

    Within a text more is asked than likeness: a text of a thousand names has many that are only alike.
    """
    sure: list[Kin] = []
    between: list[Kin] = []
    for one, other in sorted(set(_pairs(surnames))):
        heard = likeness_of(one, other)
        if (heard.sure or heard.score >= BETWEEN) and may_meet(givens.get(one), givens.get(other)):
            shared = heard.score >= SHARED and shared_given(givens.get(one), givens.get(other))
            borne_out = shared or (heard.sure and is_borne_out(one, other, heard, surnames, givens))
            (sure if borne_out else between).append(Kin(one, other, heard))
    return tuple(sure), tuple(between)


SHARED = 0.8
"""Likeness that is enough where both surnames stand behind one whole given name."""
STRONG = 0.94
"""Likeness that needs nothing else, in names of six letters and more."""
LETTERS = 6
RARE = 2
USUAL = 3
"""A spelling met at most RARE times beside one met USUAL times as often is a slip of it."""


def is_borne_out(one: str, other: str, heard: Likeness, surnames: Counter[str], givens: Givens) -> bool:
    """Tell whether the text bears a likeness out: great likeness, a shared given name, or a slip beside the usual."""
    short = min(len(one), len(other))
    if without_accents(one) == without_accents(other) or shared_given(givens.get(one), givens.get(other)):
        return True
    if short < LETTERS:
        return False
    few, many = sorted((surnames[one], surnames[other]))
    foreign = bool(suffix_of(bare(one)) or not (one + other).isascii())
    return heard.score >= (SURE if foreign else STRONG) or (few <= RARE and many >= USUAL * few)


def shared_given(mine: frozenset[tuple[str, ...]] | None, theirs: frozenset[tuple[str, ...]] | None) -> bool:
    """Tell whether both surnames stand behind one whole given name."""
    pairs = ((one[0], other[0]) for one in mine or () for other in theirs or ())
    return any("." not in one + other and compatible((one,), (other,)) for one, other in pairs)


def may_meet(mine: frozenset[tuple[str, ...]] | None, theirs: frozenset[tuple[str, ...]] | None) -> bool:
    """Tell whether some given name of one surname may be one of the other's; a surname met alone forbids nothing."""
    return not mine or not theirs or any(compatible(one, other) for one in mine for other in theirs)


def _pairs(surnames: Counter[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs worth comparing, each sorted."""
    size = 3 if len(surnames) > LARGE else 2
    blocks: dict[str, list[str]] = defaultdict(list)
    for surname in sorted(surnames):
        blocks[skeleton_of(sounds_of(bare(surname)))[:size]].append(surname)
    for block in blocks.values():
        pairs = combinations(block, 2) if len(block) <= CROWD else _near(block)
        sounds = {surname: sounds_of(bare(surname)) for surname in block}
        for one, other in pairs:
            if OSA.normalized_similarity(sounds[one], sounds[other], score_cutoff=WORTH) >= WORTH:
                yield one, other


def _near(block: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a crowded block that stand near each other when sorted by their sounds."""
    ordered = sorted(block, key=lambda name: (skeleton_of(sounds_of(bare(name))), name))
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + 40]:
            yield min(one, other), max(one, other)


class Joined:
    """Sets that grow together; each is known by its smallest member."""

    def __init__(self) -> None:
        """Begin with every member alone."""
        self.parent: dict[str, str] = {}

    def head(self, member: str) -> str:
        """Return the head of a member's set."""
        path = []
        while self.parent.get(member, member) != member:
            path.append(member)
            member = self.parent[member]
        for passed in path:
            self.parent[passed] = member
        return member

    def join(self, one: str, other: str) -> None:
        """Make one set of two."""
        first, second = sorted((self.head(one), self.head(other)))
        self.parent[second] = first
