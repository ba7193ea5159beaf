"""Whether “he” or “she” may mean somebody: by rank, by given name, by how the text speaks of the surname elsewhere."""

import re
from collections import defaultdict
from enum import Enum, auto
from functools import cached_property

from valla.quote.lexicon.given import MEN, WOMEN
from valla.quote.lexicon.grammar import HE, SHE
from valla.quote.lexicon.roles import FEMALE, MALE
from valla.quote.people import Name


class Gender(Enum):
    """What a name tells of its bearer."""

    SHE = auto()
    HE = auto()


_FULL = re.compile(
    r"(?<![^\W_])(?P<given>[^\W\d_]{2,15})\.? (?:(?:[^\W\d_a-z]\.|[^\W\d_a-z][^\W\d_]{1,14}|de|von|van|der|la) ){0,2}"
    r"(?P<surname>[^\W\d_a-z][\w’-]{2,25}|al-[^\W\d_]{3,20})"
)


def gender_of(name: Name) -> Gender | None:
    """Return what ranks and given name tell; None where they tell nothing or contradict each other."""
    told = {_of_word(rank) for rank in name.ranks}
    told |= {_of_word(word.casefold()) for word in name.words[: 1 if len(name.words) > 1 else 0]}
    told |= {_of_rank(word.casefold()) for word in name.words[:1]}
    told.discard(None)
    return told.pop() if len(told) == 1 else None


def _of_rank(low: str) -> Gender | None:
    if low in FEMALE:
        return Gender.SHE
    return Gender.HE if low in MALE else None


def _of_word(low: str) -> Gender | None:
    if low in WOMEN:
        return Gender.SHE
    return Gender.HE if low in MEN else _of_rank(low)


class Genders:
    """Looks up what a whole text tells of the bearers of its surnames."""

    def __init__(self, text: str) -> None:
        """Take the text; it is read once, when first asked."""
        self.text = text

    @cached_property
    def _by_surname(self) -> dict[str, set[Gender]]:
        """Surnames that stand behind a given name or a rank, with what those tell."""
        found: dict[str, set[Gender]] = defaultdict(set)
        for match in _FULL.finditer(self.text):
            gender = _of_word(match["given"].casefold()) if match["given"][0].isupper() else None
            if gender:
                found[match["surname"]].add(gender)
        return found

    def of(self, name: Name) -> Gender | None:
        """Return what is known of the bearer of a name; a lone given name counts where no surname is known."""
        own = gender_of(name)
        if own or not name.words:
            return own
        told = self._by_surname.get(name.surname, set())
        if len(told) == 1:
            return next(iter(told))
        return None if told or len(name.words) > 1 else _of_word(name.value.casefold())

    def contradict(self, word: str, name: Name) -> bool:
        """Tell whether a pronoun cannot mean the bearer of a name."""
        gender = self.of(name)
        return (word in HE and word not in SHE and gender is Gender.SHE) or (word in SHE and gender is Gender.HE)
