"""From tellings to hands in their order: who stands for "he", who told whom, and the longest way to the one who speaks.

A stretch is a paragraph of the author's, with what others say in it masked, or the words of one quotation. What is told
inside of what another tells was told to him.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from valla.model.anchors import Span
from valla.model.witnesses import Hand, Role
from valla.stemma.parties import NAME, Party, same_party
from valla.stemma.tellings import ME, Telling

_BREAK = re.compile(r"[.;!?](?: |$)|, (?:but|and|while|whereas|yet) |[”\"]")
_NAMED = re.compile(NAME)
_BACK = 140
"""Code points before a pronoun in which its name is sought, where no one has spoken yet."""
_ASKED = re.compile(r"interview|question|asked|traced", re.IGNORECASE)


@dataclass(slots=True)
class Retelling:
    """The parties of a stretch, who had it from whom, and the papers in which they said it."""

    parties: list[Party] = field(default_factory=list)
    before: dict[int, list[int]] = field(default_factory=dict)  # the givers of each taker
    after: dict[int, list[int]] = field(default_factory=dict)
    papers: dict[int, Party] = field(default_factory=dict)
    asking: set[int] = field(default_factory=set)
    said_at: dict[int, int] = field(default_factory=dict)  # where each first speaks

    def number(self, party: Party) -> int:
        """Return the number of a party, entered if it is new."""
        for place, known in enumerate(self.parties):
            if same_party(known, party):
                if len(party.name) > len(known.name) and not known.said_of:
                    self.parties[place] = party
                return place
        self.parties.append(party)
        return len(self.parties) - 1

    def tell(self, giver: int, taker: int) -> None:
        """Enter that one told another, unless that closes a ring."""
        if giver != taker and giver not in self.reached(taker) and giver not in self.before.get(taker, ()):
            self.before.setdefault(taker, []).append(giver)
            self.after.setdefault(giver, []).append(taker)

    def reached(self, start: int) -> set[int]:
        """Return all to whom it came from one party."""
        seen, waiting = {start}, [start]
        while waiting:
            for one in self.after.get(waiting.pop(), ()):
                if one not in seen:
                    seen.add(one)
                    waiting.append(one)
        return seen

    def find(self, party: Party) -> int | None:
        """Return the number of a party that is known already."""
        return next((place for place, known in enumerate(self.parties) if same_party(known, party)), None)

    def way(self, start: int, steps: dict[int, list[int]]) -> list[int]:
        """Return the longest way from a party along steps, itself left out; of equal ones the first. There are no rings."""
        best: dict[int, list[int]] = {}
        order, waiting, seen = [], [start], set[int]()
        while waiting:
            node = waiting.pop()
            if node < 0:
                order.append(~node)
            elif node not in seen:
                seen.add(node)
                waiting.append(~node)
                waiting.extend(steps.get(node, ()))
        for node in order:
            ways = [[one, *best[one]] for one in steps.get(node, ())]
            best[node] = max(ways, key=len, default=[])
        return best[start]


def retell(text: str, tellings: Sequence[Telling], speaker: Party | None) -> Retelling:
    """Return the tellings of one stretch joined; "I" and "me" are the speaker, or nobody."""
    made = Retelling()
    outer: tuple[Telling, int] | None = None
    subject: Party | None = None
    for row in tellings:
        if outer and _BREAK.search(text, outer[0].inner or 0, row.giver.at.start):
            outer = None
        giver = meant(row.giver, subject or named_before(text, row.giver.at.start), speaker)
        taker = meant(row.taker, outer[0].giver if outer else subject, speaker) if row.taker else None
        if giver is None or (taker is None and row.taker is not None and row.inner is None):
            continue
        number = made.number(giver)
        made.said_at.setdefault(number, row.at)
        if row.paper:
            made.papers.setdefault(number, row.paper)
        enter_taker(made, row, number, taker, text)
        if row.inner is not None:
            if outer and outer[0].at < row.at:
                made.tell(number, outer[1])
            outer = (row if giver is row.giver else Telling(row.at, giver, None, row.paper, row.inner), number)
        subject = (taker or giver) if row.inner is None else giver
    return made


def enter_taker(made: Retelling, row: Telling, giver: int, taker: Party | None, text: str) -> None:
    """Enter to whom something was told."""
    if taker is None or not (taker.usable or taker.pronoun):
        return
    number = made.number(taker)
    if _ASKED.match(text, row.at):
        made.asking.add(number)
    made.tell(giver, number)


def meant(party: Party | None, last: Party | None, speaker: Party | None) -> Party | None:
    """Return whom a word for a party means; None where it means nobody who can be named."""
    if party is None or not party.pronoun:
        return party
    if party.words.casefold() in ME:
        return speaker
    return None if last is None or last.pronoun else last


def named_before(text: str, at: int) -> Party | None:
    """Return the person named last before a place, in the sentence or the one before it."""
    found = None
    for match in _NAMED.finditer(text, max(0, at - _BACK), at):
        party = Party(match.group(), Span(match.start(), match.end()))
        found = party if party.usable and " " in party.words else found
    return found


def hands_to(made: Retelling, target: int, reason: str) -> Iterator[Hand]:
    """Yield the hands up to a party and after it: givers first, each with the paper in which he said it."""
    givers = list(reversed(made.way(target, made.before)))
    takers = made.way(target, made.after)
    for place, number in enumerate((*givers, target, *takers)):
        role = role_of(made, number, place, len(givers))
        yield hand_of(made.parties[number], role, reason)
        paper = made.papers.get(number)
        if paper is not None:
            yield hand_of(paper, Role.RECORD, "the sentence names the paper or the hearing")


def role_of(made: Retelling, number: int, place: int, speaker: int) -> Role:
    """Return what a party is in its chain: the first mouth, a hearer, the witness who speaks, or who asked him."""
    party = made.parties[number]
    if number in made.asking:
        return Role.INTERVIEWER
    if party.role is not Role.WITNESS:
        return party.role
    if place == speaker:
        return Role.WITNESS
    return Role.MOUTH if place == 0 else Role.HEARER


def hand_of(party: Party, role: Role, reason: str) -> Hand:
    """Return the hand of a party."""
    name = f"{party.words}, {party.said_of}" if party.said_of and party.words[:1].islower() else party.name
    return Hand(name=name, role=role, at=party.at, confidence=0.5, reason=reason)
