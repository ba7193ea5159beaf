"""Persons of one family: given names tell them apart, and a given name alone goes to whoever was last named with it."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from valla.name.forms import Form, compatible
from valla.name.lexicon.given import FORMS
from valla.name.likeness import without_accents


@dataclass(slots=True)
class Person:
    """One person while names are being gathered: the forms, and which of them were inferred."""

    forms: list[Form] = field(default_factory=list)
    inferred: set[str] = field(default_factory=set)  # ids of mentions
    givens: set[tuple[str, ...]] = field(default_factory=set)
    named: set[str] = field(default_factory=set)  # ids of mentions that are a given name alone
    rivals: "tuple[Person, ...]" = ()  # of mentions that may be any of these persons
    women: int = 0  # forms that tell a woman, less those that tell a man

    def add(self, form: Form) -> None:
        """Take one form in."""
        self.forms.append(form)
        if form.given:
            self.givens.add(form.given)
        if form.woman is not None:
            self.women += 1 if form.woman else -1

    def takes(self, form: Form) -> bool:
        """Tell whether a form may be this person's: given names and sex forbid nothing."""
        if form.woman is not None and self.women and form.woman is not (self.women > 0):
            return False
        return not form.given or form.given in self.givens or all(compatible(form.given, one) for one in self.givens)


def person_of(forms: Iterable[Form]) -> Person:
    """Return one person of all these forms."""
    made = Person()
    for form in forms:
        made.add(form)
    return made


def settle_full_names(forms: Sequence[Form]) -> list[Person]:
    """Return the persons of one family by their full names, in the order in which they are first named."""
    persons: list[Person] = []
    for form in sorted((one for one in forms if one.given), key=_fullest_first):
        _settle(form, persons)
    return sorted(persons, key=lambda person: min(form.mention.span for form in person.forms))


def _fullest_first(form: Form) -> tuple[bool, int, int]:
    """Return the order in which full names are settled: whole given names before initials, then by place."""
    initials = all("." in given for given in form.given)
    return initials, -len(form.given), form.mention.span.start


def _settle(form: Form, persons: list[Person]) -> None:
    """Give a full name to the person it fits: one with the same given names first, else the one most often named."""
    known = next((person for person in persons if form.given in person.givens and person.takes(form)), None)
    if known is not None:
        known.add(form)
        return
    fitting = [person for person in persons if person.takes(form)]
    if not fitting:
        persons.append(person_of([form]))
        return
    best = max(
        fitting,
        key=lambda person: (form.given in person.givens, len(person.forms), -person.forms[0].mention.span.start),
    )
    if len(fitting) > 1 and form.given not in best.givens:
        best.inferred.add(form.mention.id)
    best.add(form)


def is_given_alone(form: Form, surnames: Container[str], givens: Container[str]) -> bool:
    """Tell whether a single word is a given name: it is known as one, or stands first in a name here; nobody's surname."""
    known = form.surname in FORMS or form.surname in givens
    return form.alone and known and without_accents(form.surname) not in surnames


def place_given_names(forms: Iterable[Form], persons: Sequence[Person]) -> list[Form]:
    """Give each given name that stands alone to the person last named with it; return those that are nobody's."""
    full = sorted(
        ((form.mention.span, form.given, person) for person in persons for form in person.forms if form.given),
        key=lambda row: row[0],
    )
    by_name: dict[str, list[tuple[int, Person]]] = {}
    for span, given, person in full:
        for name in FORMS.get(given[0], {given[0]}):
            by_name.setdefault(name, []).append((span.start, person))
    rest = []
    for form in forms:
        rows = by_name.get(form.surname, [])
        at = bisect_left(rows, form.mention.span.start, key=lambda row: row[0])
        chosen = rows[max(0, at - 1)][1] if rows else None
        if chosen is None:
            rest.append(form)
            continue
        chosen.add(form)
        chosen.inferred.add(form.mention.id)
        chosen.named.add(form.mention.id)
    return rest
