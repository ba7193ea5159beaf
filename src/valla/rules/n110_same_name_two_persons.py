"""N110 same-name-two-persons: a bare surname may mean either of two persons.

## What it finds
A surname that stands alone although the essay has named two persons in full who bear it. One finding a pair: at the
first bare surname behind both full names.

## Why it matters
What one of them did or said may be laid at the other's door, by the reader or by the essay.

## What it does not mean
Not that the essay confuses them: the words around may make plain who is meant. Valla takes a bare surname for whoever
was last named in full, and says that this is inferred.

## What to do
Give the first name or its initial wherever both have been named.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.names import Entity, EntityKind, Mention

RULE = Rule(code="N110", name="same-name-two-persons", severity=Severity.NOTE, since="0.2", default=False)


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report the first bare surname behind the full names of two who bear it."""
    bearers: dict[str, list[Entity]] = defaultdict(list)
    for entity in investigation.entities:
        if entity.kind is EntityKind.PERSON and entity.given and entity.surnames and is_named(entity):
            bearers[entity.surnames[0].surface].append(entity)
    for surname, held in sorted(bearers.items()):
        for one, other in combinations(held, 2):
            yield from report(investigation, surname, one, other)


def is_named(entity: Entity) -> bool:
    """Tell whether a person's given name is a whole one, and the name is not only shouted (in catalogues, on covers)."""
    return "." not in entity.given[0] and not entity.name.isupper()


def report(investigation: Investigation, surname: str, one: Entity, other: Entity) -> Iterator[Finding]:
    """Yield the finding for two persons, if a bare surname of theirs stands behind both full names."""
    first, second = (full_name(investigation, entity) for entity in (one, other))
    if first is None or second is None:
        return
    behind = max(first.span.end, second.span.end)
    bare = [row for row in mentions_of(investigation, one, other) if is_bare(row, surname) and row.span.start >= behind]
    if bare:
        evidence = tuple(investigation.document.anchor(row.span) for row in sorted((first, second)))
        told = f"“{bare[0].surface}” may be {one.name} or {other.name}, both named before"
        more = f"; {len(bare)} bare surnames follow." if len(bare) > 1 else "."
        yield RULE.finding(bare[0].span, told + more, evidence=evidence)


def full_name(investigation: Investigation, entity: Entity) -> Mention | None:
    """Return the first mention of a person with a given name."""
    rows = (investigation.mention[name] for name in entity.mentions)
    return next((row for row in rows if " " in row.surface and not row.inferred), None)


def mentions_of(investigation: Investigation, *entities: Entity) -> list[Mention]:
    """Return every mention of some persons in the essay's own words, by place."""
    rows = (investigation.mention[name] for entity in entities for name in entity.mentions)
    return sorted(row for row in rows if not row.quoted)


def is_bare(row: Mention, surname: str) -> bool:
    """Tell whether a mention is the surname alone, and was given to its person by inference."""
    return row.inferred and row.surface.lower().replace("’", "'") == surname
