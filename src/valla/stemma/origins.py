"""Origins: which statements go back to one person, one deposit, one interviewer, or informants of one country."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from valla.model.witnesses import Chain, Hand, Origin, Role
from valla.stemma.deposits import Deposit
from valla.stemma.nodes import Register
from valla.stemma.persons import same_name
from valla.text.sentences import sentence_start

_PLACE = re.compile(r"\b[A-ZÀ-Þ][\w-]{3,}")
NEXT = 400
"""Code points behind a sentence in which the words begin that it brings."""
_STEM = 5
"""Letters by which the name of a country and that of its people are known for one: Czech, Czechoslovakia."""
_NO_PLACES = frozenset("The People They Their These Those This That And But".split())
Paths = Mapping[str, tuple[str, ...]]


def find_origins(
    chains: Sequence[Chain], paths: Paths, register: Register, deposits: Sequence[Deposit], text: str
) -> tuple[Origin, ...]:
    """Return every origin that two statements or more share, sorted."""
    made = [
        *_persons(chains, paths, register),
        *_interviewers(chains, paths, register),
        *_deposits(chains, deposits),
        *_informants(chains, text),
    ]
    rows = {chain.id: chain for chain in chains}
    told = (replace(one, statements=tuple(apart(one.statements, rows))) for one in made)
    return tuple(sorted(one for one in told if len(one.statements) > 1))


def apart(statements: Sequence[str], rows: Mapping[str, Chain]) -> Iterator[str]:
    """Yield the statements of a group without the sentences that only bring one of its quotations."""
    quoted = [rows[one].at for one in statements if rows[one].quotation is not None]
    for one in statements:
        at = rows[one].at
        brings = any(at.start <= row.start < at.end + NEXT for row in quoted)
        if rows[one].quotation is not None or not brings:
            yield one


def _persons(chains: Sequence[Chain], paths: Paths, register: Register) -> Iterator[Origin]:
    """Yield the persons on whose word, or whose work, two statements or more rest."""
    resting: defaultdict[str, list[str]] = defaultdict(list)
    for chain in chains:
        for witness in voices_of(chain, paths[chain.id], register):
            resting[witness].append(chain.id)
    for witness, statements in resting.items():
        if len(statements) > 1:
            name = register.names[witness].name
            yield Origin(
                id=f"origin:{witness}",
                name=name,
                kind="person",
                statements=tuple(statements),
                reason=f"{len(statements)} statements rest on {name}",
            )


def voices_of(chain: Chain, path: Sequence[str], register: Register) -> Iterator[str]:
    """Yield the witnesses who vouch for a chain: those who say it, and the authors named before its works."""
    speaking = [hand.name for hand in chain.hands if hand.role is Role.WITNESS]
    for witness in path:
        row = register.names[witness]
        if witness.startswith("person:") and any(same_name(name, row.name) for name in speaking):
            yield witness
    for hand in chain.hands:
        author, comma, _ = hand.name.partition(", ")
        if comma and hand.role in {Role.WORK, Role.GO_BETWEEN}:
            known = register.person_named(author)
            if known is not None and known not in path:
                yield known


def _interviewers(chains: Sequence[Chain], paths: Paths, register: Register) -> Iterator[Origin]:
    """Yield the interviewers to whom two witnesses or more spoke, with what the interviewer says himself."""
    spoken: defaultdict[str, list[str]] = defaultdict(list)
    witnesses: defaultdict[str, set[str]] = defaultdict(set)
    for chain in chains:
        for hand in chain.hands:
            if hand.role is Role.INTERVIEWER:
                node = register.enter(hand)
                spoken[node].append(chain.id)
                witnesses[node].update(register.enter(one) for one in chain.hands if one.role is Role.WITNESS)
    for node, statements in sorted(spoken.items()):
        own = [chain.id for chain in chains if node in paths[chain.id] and chain.id not in statements]
        if len(witnesses[node]) > 1:
            name = register.names[node].name
            yield Origin(
                id=f"origin:interview:{node}",
                name=name,
                kind="interviewer",
                statements=tuple(sorted({*statements, *own})),
                reason=f"{len(witnesses[node])} witnesses speak to one interviewer, {name}",
            )


def _deposits(chains: Sequence[Chain], deposits: Sequence[Deposit]) -> Iterator[Origin]:
    """Yield the archives: what was found in them, and the works of those who worked there."""
    for deposit in deposits:
        inside = [chain for chain in chains if any(hand.name == deposit.name for hand in chain.hands)]
        works = [chain for chain in chains if chain not in inside and by_finder(chain, deposit)]
        letters = [
            chain for chain in chains if chain not in inside and chain not in works and is_bare_letter(chain, deposit)
        ]
        if inside and len(inside) + len(works) > 1:
            yield Origin(
                id=f"origin:deposit:{deposit.name.casefold()}",
                name=deposit.name,
                kind="record",
                statements=tuple(sorted(chain.id for chain in (*inside, *works, *letters))),
                reason=f"the papers, and the works of those who read them, come from the {deposit.name}",
            )


def by_finder(chain: Chain, deposit: Deposit) -> bool:
    """Tell whether a chain goes through a printed work of someone who worked in an archive."""
    works = [hand for hand in chain.hands if hand.role is Role.WORK]
    voices = [hand.name for hand in chain.hands if hand.role is Role.WITNESS]
    voices += [hand.name.partition(", ")[0] for hand in works]
    return bool(works) and any(same_name(voice, name) for voice in voices for name, _ in deposit.finders)


def is_bare_letter(chain: Chain, deposit: Deposit) -> bool:
    """Tell whether a chain ends in a letter with no work that prints it, by one whom the archive's papers name."""
    last = chain.hands[-1]
    return (
        last.role is Role.RECORD
        and last.name.startswith("letter")
        and any(
            same_name(hand.name, name)
            for hand in chain.hands
            for name in sorted(deposit.named)
            if hand.role is Role.WITNESS
        )
    )


def _informants(chains: Sequence[Chain], text: str) -> Iterator[Origin]:
    """Yield informants without a name who belong to one country or place."""
    told: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for chain in chains:
        for hand in chain.hands:
            if hand.role is Role.NAMELESS:
                for place in places_near(hand, text):
                    told[place[:_STEM].casefold()].setdefault(chain.id, place)
    for statements, place in joined_groups([(set(rows), min(rows.values())) for _, rows in sorted(told.items())]):
        yield Origin(
            id=f"origin:informants:{place.casefold()}",
            name=place,
            kind="informants",
            statements=tuple(sorted(statements)),
            reason=f"informants without a name, of one place or of places named together ({place})",
        )


def joined_groups(groups: Sequence[tuple[set[str], str]]) -> list[tuple[set[str], str]]:
    """Return groups of two or more, those that share a member made one under the name of the largest."""
    joined: list[tuple[set[str], str]] = []
    for members, name in sorted(groups, key=lambda row: (-len(row[0]), row[1])):
        if len(members) > 1:
            near = next((row for row in joined if row[0] & members), None)
            if near is None:
                joined.append((set(members), name))
            else:
                near[0].update(members)
    return joined


def places_near(hand: Hand, text: str) -> set[str]:
    """Return the names of places that stand in the words for informants or shortly before them."""
    words = set(_PLACE.findall(hand.name)) - _NO_PLACES
    if not words and hand.at is not None:
        start = sentence_start(text, max(0, hand.at.start - 2))
        words = set(_PLACE.findall(text, start, hand.at.start)) - _NO_PLACES
    return words
