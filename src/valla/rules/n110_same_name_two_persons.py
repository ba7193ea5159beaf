"""N110 same-name-two-persons: a bare surname may mean either of two persons.

## What it finds
A surname that stands alone although the essay has named two persons in full who bear it, and of which the words around
do not tell whose it is: no rank, trade or age of only one of them stands before it, both were named in one sentence, or
the last named is named far less often than the other. One finding a surname, at the first such place.

## Why it matters
What one of them did or said may be laid at the other's door, by the reader or by the essay.

## What it does not mean
Not that the essay confuses them: a reader who knows the matter may know who is meant. Valla gives such a surname to
neither, and proposes both.

## What to do
Give the first name or its initial. Where you know who is meant, say so: `valla judge` joins the surname to its bearer.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.names import Entity, Mention

RULE = Rule(code="N110", name="same-name-two-persons", severity=Severity.NOTE, since="0.2", default=False)


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report the first bare surname of each that may be one of several persons'."""
    named = {entity.id: entity for entity in investigation.entities}
    for entity in investigation.entities:
        rivals = [named[rival] for rival in entity.may_be if rival in named and is_named(named[rival])]
        if len(rivals) > 1:
            yield from report(investigation, entity, rivals)


def is_named(entity: Entity) -> bool:
    """Tell whether a person's given name is a whole one, and the name is not only shouted (in catalogues, on covers)."""
    return bool(entity.given) and "." not in entity.given[0] and not entity.name.isupper()


def report(investigation: Investigation, entity: Entity, rivals: list[Entity]) -> Iterator[Finding]:
    """Yield the finding for a bare surname in the essay's own words, if it stands in any."""
    bare = mentions_of(investigation, entity)
    full = [full_name(investigation, rival) for rival in rivals]
    if bare:
        names = sorted(row for row in full if row is not None)
        more = f", {len(bare)} times" if len(bare) > 1 else ""
        told = f"“{bare[0].surface}” may be {' or '.join(rival.name for rival in rivals)}; nothing beside it tells which{more}."
        yield RULE.finding(bare[0].span, told, evidence=tuple(investigation.document.anchor(row.span) for row in names))


def full_name(investigation: Investigation, entity: Entity) -> Mention | None:
    """Return the first mention of a person with a given name."""
    rows = (investigation.mention[name] for name in entity.mentions)
    return next((row for row in rows if " " in row.surface and not row.inferred), None)


def mentions_of(investigation: Investigation, *entities: Entity) -> list[Mention]:
    """Return every mention of some persons in the essay's own words, by place."""
    rows = (investigation.mention[name] for entity in entities for name in entity.mentions)
    return sorted(row for row in rows if not row.quoted)
