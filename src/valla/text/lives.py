"""Whose life is meant: from a name as a text has it to the facts of one person.

A name fits a person when it is one of the spellings given, or when the surname is the same and the given names do not
speak against each other: "A. Penn" and "Ada Penn" may be one, "Ira Penn" and "Ada Penn" are not. A name that fits
two persons fits none: rules must not guess.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from valla.model.facts import Fact
from valla.text.edtf import Bounds, bounds_of
from valla.text.fold import key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What the facts say of one person, by kind of fact, in the order of their days."""

    person: str
    facts: tuple[Fact, ...]

    def days(self, kind: str) -> list[tuple[Bounds, Fact]]:
        """Return the facts of a kind with their bounds."""
        rows = [(bounds_of(row.edtf), row) for row in self.facts if row.kind == kind and row.edtf]
        return [(bounds, row) for bounds, row in rows if bounds is not None]


@dataclass(slots=True, kw_only=True)
class _Shelf:
    """Names by their keys."""

    exact: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    surnames: dict[str, set[tuple[str, tuple[str, ...]]]] = field(default_factory=lambda: defaultdict(set))


def match_lives(names: Iterable[str], facts: Sequence[Fact]) -> dict[str, Life]:
    """Return for each name the life it means; a name that fits nobody, or more than one person, is left out."""
    grouped: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        grouped[fact.person].append(fact)
    shelf = _shelve(grouped)
    lives = {person: Life(person=person, facts=tuple(sorted(rows))) for person, rows in grouped.items()}
    found = {name: _persons(name, shelf) for name in set(names)}
    return {name: lives[next(iter(persons))] for name, persons in sorted(found.items()) if len(persons) == 1}


def _shelve(grouped: dict[str, list[Fact]]) -> _Shelf:
    """Put every spelling of every person under its keys."""
    shelf = _Shelf()
    for person, rows in grouped.items():
        for spelling in {person, *(alias for row in rows for alias in row.aliases)}:
            words = words_of(spelling)
            if words:
                shelf.exact[" ".join(words)].add(person)
                shelf.surnames[words[-1]].add((person, tuple(words[:-1])))
    return shelf


def words_of(name: str) -> list[str]:
    """Return the folded words of a name, the surname last: "Penn, Ada" is "ada penn"."""
    family, comma, given = name.partition(",")
    ordered = f"{given} {family}" if comma else name
    return [key for key in map(key_of, ordered.replace(".", ". ").split()) if key]


def _persons(name: str, shelf: _Shelf) -> set[str]:
    """Return whom a name may mean: by an exact spelling, else by surname with given names that agree."""
    words = words_of(name)
    if not words:
        return set()
    if exact := shelf.exact.get(" ".join(words)):
        return set(exact)
    given = tuple(words[:-1])
    rows = shelf.surnames.get(words[-1], set())
    return {person for person, theirs in rows if _agree(given, theirs)}


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether given names do not speak against each other; an initial agrees with what begins with it."""
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(one, other, strict=False))
