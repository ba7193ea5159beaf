"""Hands of many chains that are one witness: the nodes of the stemma, and which hand is which node."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from valla.model.witnesses import PERSONS, Chain, Hand, Role, Witness
from valla.stemma.persons import name_words, same_name
from valla.text.fold import key_of

ALIKE = 93
"""From 0 to 100: how alike two titles must be to be one with a slip of the pen."""


@dataclass
class Register:
    """Gives each hand the id of its witness; hands with names that agree get one id, the fullest name is kept."""

    names: dict[str, Witness] = field(default_factory=dict)
    by_surname: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    by_word: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def enter(self, hand: Hand) -> str:
        """Return the id of a hand's witness, entered if it is new."""
        if hand.role is Role.NAMELESS or hand.role is Role.RECORD:
            return self._keep(f"{class_of(hand.role)}:{folded(hand.name)}", hand)
        known = self._known_person(hand) if hand.role in PERSONS else self._known_work(hand)
        if known is not None:
            if len(hand.name) > len(self.names[known].name) and hand.role in PERSONS:
                self.names[known] = Witness(id=known, name=hand.name, role=self.names[known].role)
            return known
        return self._keep(f"{class_of(hand.role)}:{folded(hand.name)}", hand)

    def _known_person(self, hand: Hand) -> str | None:
        """Return the person that bears this name already."""
        return self.person_named(hand.name)

    def person_named(self, name: str) -> str | None:
        """Return the id of the person whose name agrees with a name, the first entered; None where there is none."""
        words = name_words(name)
        near = self.by_surname.get(words[-1][:3], ()) if words else ()
        return next((one for one in near if same_name(self.names[one].name, name)), None)

    def _known_work(self, hand: Hand) -> str | None:
        """Return the work that bears this title already, an author before it or a slip of the pen apart."""
        title = folded(hand.name)
        for one in self.by_word[last_word(title)] + self.by_word[title[:8]]:
            other = folded(self.names[one].name)
            if title.endswith(other) or other.endswith(title) or ratio(title, other) >= ALIKE:
                return one
        return None

    def _keep(self, name: str, hand: Hand) -> str:
        """Enter a new witness."""
        if name not in self.names:
            self.names[name] = Witness(id=name, name=hand.name, role=hand.role)
            words = name_words(hand.name)
            if hand.role in PERSONS and words:
                self.by_surname[words[-1][:3]].append(name)
            elif hand.role not in PERSONS:
                title = folded(hand.name)
                self.by_word[last_word(title)].append(name)
                self.by_word[title[:8]].append(name)
        return name


def class_of(role: Role) -> str:
    """Return the class by which witnesses are told apart."""
    if role in PERSONS:
        return "person"
    return "record" if role is Role.RECORD else "work"


def folded(name: str) -> str:
    """Return the words of a name folded, single blanks between."""
    return " ".join(filter(None, (key_of(word.strip("“”\"'‘’.,;:()")) for word in name.split())))


def last_word(title: str) -> str:
    """Return the last word of a folded title."""
    return title.rsplit(" ", 1)[-1]


def register_chains(chains: Sequence[Chain]) -> tuple[Register, dict[str, tuple[str, ...]]]:
    """Return the register of all hands and, for each chain, the ids of its witnesses in order."""
    register = Register()
    for hand in every_hand(chains):
        register.enter(hand)
    return register, {chain.id: tuple(dict.fromkeys(register.enter(hand) for hand in chain.hands)) for chain in chains}


def every_hand(chains: Iterable[Chain]) -> list[Hand]:
    """Return all hands, full names before short ones, so that a surname alone joins the fuller name."""
    hands = [hand for chain in chains for hand in chain.hands]
    return sorted(hands, key=lambda hand: (-len(name_words(hand.name)), hand.name, hand.role))
