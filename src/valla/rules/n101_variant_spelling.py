"""N101 variant-spelling: one person's surname is spelt in several ways.

## What it finds
A person whose surname the essay itself spells in more than one way: by two systems of transliteration, with and without
an accent, or by a slip. One finding a person, with every spelling and how often it stands. Spellings that stand only in
quoted words are left alone, and so are capitals and given names, and names that neither a given name nor their ending bears out.
The usual spelling must stand somewhere with a given name; another one that never does must be rare beside it, since a bare
surname that is nearly like another may be somebody else's, or a place.

## Why it matters
A reader who seeks the name finds half of what is said; and two spellings are easily taken for two persons.

## What it does not mean
Not that one spelling is right: a name from another alphabet has none. Nor that the two are certainly one person: if they
are not, say so with a ruling (`valla judge … different`).

## What to do
Keep to one spelling in your own words, and leave each quotation as its source has it.
"""

import re
from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.names import Entity, EntityKind, Mention, Spelling

RULE = Rule(code="N101", name="variant-spelling", severity=Severity.NOTE, since="0.2", default=False)
LEAST = 3
"""Letters of a surname that can have spellings."""
RARE = 3
"""Times that the usual spelling must stand for each time of a spelling that never has a given name."""
MOST = 6
"""Spellings that one message lists, and places that it leads to."""


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each person whose surname has more than one spelling in the essay's own words."""
    for entity in investigation.entities:
        written = own_spellings(investigation, entity) if entity.kind is EntityKind.PERSON and entity.called else ()
        if len(written) > 1:
            yield report(investigation, entity, written)


def own_spellings(investigation: Investigation, entity: Entity) -> tuple[Spelling, ...]:
    """Return the spellings of a surname in the essay's own words, the commonest first; initials are none.

    A spelling that stands only in words set in capitals (covers, catalogues) is left out.
    """
    rows = [investigation.mention[name] for name in entity.mentions]
    own = [
        spelling
        for spelling in entity.surnames
        if len(spelling.surface.strip(".")) >= LEAST
        and any(is_own(row) and spelt(row, spelling.surface) for row in rows)
    ]
    return sure_spellings(rows, sorted(own, key=lambda spelling: (-spelling.author, spelling.surface)))


def sure_spellings(rows: list[Mention], own: list[Spelling]) -> tuple[Spelling, ...]:
    """Return the spellings that are surely the person's: those that stand with a given name, and rare slips.

    None is sure where the usual spelling, which comes first, never stands with a given name. A plural is no spelling.
    """
    named = [any(is_own(row) and " " in row.surface and spelt(row, each.surface) for row in rows) for each in own]
    if not any(named[:1]):
        return ()
    usual = own[0]
    return tuple(
        each
        for each, full in zip(own, named, strict=True)
        if each.surface != f"{usual.surface}s" and (full or each.author * RARE <= usual.author)
    )


def report(investigation: Investigation, entity: Entity, written: tuple[Spelling, ...]) -> Finding:
    """Return the finding for one person, at the first place of the rarest spelling."""
    places = {spelling.surface: first_place(investigation, entity, spelling.surface) for spelling in written}
    usual, *others = (shown(places[spelling.surface], spelling.surface) for spelling in written)
    counts = [f"“{name}” ({row.author}×)" for name, row in zip((usual, *others), written, strict=True)]
    told = f"{entity.name} is spelt {', '.join(counts[:MOST])}; the usual spelling here is “{usual}”."
    rarest = places[written[-1].surface]
    evidence = tuple(
        investigation.document.anchor(place.span) for name, place in places.items() if place.span != rarest.span
    )
    return RULE.finding(rarest.span, told, evidence=evidence[:MOST])


def first_place(investigation: Investigation, entity: Entity, surname: str) -> Mention:
    """Return the first mention in the essay's own words that has a surname in this spelling."""
    rows = [investigation.mention[name] for name in entity.mentions]
    own = [row for row in rows if is_own(row)]
    return next((row for row in own if spelt(row, surname)), rows[0])


def is_own(row: Mention) -> bool:
    """Tell whether a mention stands in the essay's own words and is not set in capitals."""
    return not row.quoted and not row.surface.isupper()


def spelt(row: Mention, surname: str) -> bool:
    """Tell whether a mention has the surname in this spelling, whatever its capitals."""
    return place_in(row, surname) >= 0


def place_in(row: Mention, surname: str) -> int:
    """Return where a surname begins as a word of its own in a mention; -1 where it does not stand there."""
    found = re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", row.surface.lower().replace("’", "'").replace("‘", "'"))
    return found.start() if found else -1


def shown(row: Mention, surname: str) -> str:
    """Return a surname as the mention prints it, without shouting."""
    at = place_in(row, surname)
    printed = row.surface[at : at + len(surname)] if at >= 0 else row.surface
    return printed.title() if printed.isupper() and len(printed) > 1 else printed
