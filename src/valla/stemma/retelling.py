"""From tellings to hands in their order: who stands for "he", who told whom, and the longest way to the one who speaks.

A stretch is a paragraph of the author's, with what others say in it masked, or the words of one quotation. What is told
inside of what another tells was told to him.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from valla.model.anchors import Span
from valla.model.witnesses import Hand, Role
from valla.stemma.antecedents import meant, named_before
from valla.stemma.parties import Party, same_party
from valla.stemma.tellings import Telling

_BREAK = re.compile(r"[.;!?](?: |$)|, (?:but|and|while|whereas|yet) |[”\"]")
_ASKED = re.compile(r"interview|question|asked|traced", re.IGNORECASE)


@dataclass(slots=True)
class Retelling:
    """The parties of a stretch, who had it from whom, and the papers in which they said it."""

    parties: list[Party] = field(default_factory=list)
    before: dict[int, list[int]] = field(default_factory=dict)  # the givers of each taker
    after: dict[int, list[int]] = field(default_factory=dict)
    papers: dict[int, list[tuple[int, Party]]] = field(
        default_factory=dict
    )  # of each party, with the places of the verbs
    asking: set[int] = field(default_factory=set)
    steps: list[tuple[int, int, int | None]] = field(default_factory=list)  # place, giver and taker of each telling

    def number(self, party: Party) -> int:
        """Return the number of a party, entered if it is new."""
        for place, known in enumerate(self.parties):
            if same_party(known, party):
                if not known.said_of and (party.said_of or len(party.name) > len(known.name)):
                    self.parties[place] = party
                return place
        self.parties.append(party)
        return len(self.parties) - 1

    def tell(self, giver: int, taker: int) -> None:
        """Enter that one told another, unless that closes a ring."""
        if giver != taker and giver not in self.reached(taker) and giver not in self.before.get(taker, ()):
            self.before.setdefault(taker, []).append(giver)
            self.after.setdefault(giver, []).append(taker)

    def holder(self) -> Party | None:
        """Return who had the words last, of those told of so far; None where nobody was."""
        if not self.steps:
            return None
        _, giver, taker = self.steps[-1]
        return self.parties[giver if taker is None else taker]

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


def retell(
    text: str, span: Span, tellings: Sequence[Telling], speaker: Party | None, before: Sequence[Party] = ()
) -> Retelling:
    """Return the tellings of one stretch joined; "I" and "me" are the speaker, or nobody.

    `before` are those named before the stretch, whom its first pronouns may mean.
    """
    made = Retelling()
    outer: tuple[Telling, int] | None = None
    recent: list[Party] = []
    for row in tellings:
        if outer and _BREAK.search(text, outer[0].inner or 0, row.giver.at.start):
            outer = None
        near = [*([outer[0].giver] if outer else ()), *before_it(row, text, span.start), *recent, *before]
        giver, taker = both_meant(row, near, speaker)
        if row.giver.words.casefold() == "it":
            giver = made.holder()
        if giver is None or (taker is None and row.taker is not None and row.inner is None):
            continue
        number = enter(made, row, giver, taker, text)
        if row.inner is not None:
            if outer and outer[0].at < row.at:
                last = made.steps[-1][2]
                made.tell(number if last is None else last, outer[1])
            outer = (replace(row, giver=giver), number)
        elif outer and made.steps[-1][2] is not None and row.at > outer[0].at:
            made.tell(made.steps[-1][2], outer[1])
        named = [taker, giver] if row.inner is None else [giver, taker]
        recent = [one for one in (*named, *recent) if one is not None and not one.pronoun][:4]
    return made


def before_it(row: Telling, text: str, start: int) -> Sequence[Party]:
    """Return whoever is named before a telling, where a pronoun in it asks for them."""
    asks = row.giver.pronoun or (row.taker is not None and row.taker.pronoun)
    return named_before(text, start, row.at) if asks else ()


def both_meant(row: Telling, near: Sequence[Party], speaker: Party | None) -> tuple[Party | None, Party | None]:
    """Return whom the words for giver and taker mean; nobody tells himself, so the one is not the other."""
    takers = [row.taker] if row.taker and not row.taker.pronoun else []
    giver = meant(row.giver, others(near, takers), speaker)
    return giver, meant(row.taker, others(near, [giver] if giver else []), speaker)


def others(near: Sequence[Party], known: Sequence[Party]) -> list[Party]:
    """Return the parties that are none of those known."""
    return [one for one in near if not any(same_party(one, other) for other in known)]


def enter(made: Retelling, row: Telling, giver: Party, taker: Party | None, text: str) -> int:
    """Enter who told it, in which paper and to whom; return the number of the giver."""
    number = made.number(giver)
    if row.paper:
        made.papers.setdefault(number, []).append((row.at, row.paper))
    other = None
    if taker is not None and taker.usable:
        other = made.number(taker)
        if row.asked or _ASKED.match(text, row.at):
            made.asking.add(other)
        if row.kept:
            made.papers.setdefault(other, []).append((row.at, row.kept))
        made.tell(number, other)
    made.steps.append((row.at, number, other))
    return number


def hands_through(made: Retelling, giver: int, taker: int | None, reason: str, within: Span) -> Iterator[Hand]:
    """Yield the hands of one telling: those before its giver, and those after its taker; papers named within a stretch."""
    if taker is None:
        yield from hands_to(made, giver, reason, within)
        return
    givers = list(reversed(made.way(giver, made.before)))
    yield from hands_along(made, (*givers, giver, taker, *made.way(taker, made.after)), len(givers), reason, within)


def hands_to(made: Retelling, target: int, reason: str, within: Span) -> Iterator[Hand]:
    """Yield the hands up to a party and after it: givers first, each with the paper named within a stretch in which he said it.

    Whoever was told by the one who speaks counts where that, too, is said within the stretch.
    """
    givers = list(reversed(made.way(target, made.before)))
    later = {
        giver: [taker]
        for at, giver, taker in reversed(made.steps)
        if taker is not None and within.start <= at < within.end and taker in made.after.get(giver, ())
    }
    yield from hands_along(made, (*givers, target, *made.way(target, later)), len(givers), reason, within)


def hands_along(made: Retelling, way: Sequence[int], speaker: int, reason: str, within: Span) -> Iterator[Hand]:
    """Yield the hands along a way, each with its paper."""
    for place, number in enumerate(way):
        role = role_of(made, number, place, speaker)
        yield hand_of(made.parties[number], role, reason)
        paper = next((one for at, one in made.papers.get(number, ()) if within.start <= at < within.end), None)
        if paper is not None:
            yield hand_of(paper, paper.role, "the sentence names the paper or the hearing")


def role_of(made: Retelling, number: int, place: int, speaker: int) -> Role:
    """Return what a party is in its chain: the first mouth, a hearer, the witness who speaks, or who asked him."""
    party = made.parties[number]
    if number in made.asking:
        return Role.INTERVIEWER
    if party.role is Role.NAMELESS and place > speaker:
        return Role.HEARER
    if party.role is not Role.WITNESS:
        return party.role
    if place == speaker:
        return Role.WITNESS
    return Role.MOUTH if place == 0 else Role.HEARER


def hand_of(party: Party, role: Role, reason: str) -> Hand:
    """Return the hand of a party."""
    name = f"{party.words}, {party.said_of}" if party.said_of else party.name
    return Hand(name=name, role=role, at=party.at, confidence=0.5, reason=reason)
