"""N120 name-unknown-to-the-facts: a person whom the facts file does not know.

## What it finds
A person of the essay whose name, in none of its spellings, stands in the facts file, neither as a person nor as an
alias. One finding a person, at the first mention. Without a facts file the rule says nothing.

## Why it matters
Dates and deeds of a person can only be held against a record that has the person; an unknown name may also be a slip.

## What it does not mean
Not that the person is invented: a facts file knows whom its maker put in.

## What to do
Add the person, or the spelling as an alias, to the facts file; or mend the name.
"""

from collections.abc import Iterator

from valla.model.findings import Finding, Rule, Severity
from valla.model.investigation import Investigation
from valla.model.names import Entity, EntityKind
from valla.text.fold import key_of

RULE = Rule(code="N120", name="name-unknown-to-the-facts", severity=Severity.NOTE, since="0.2", default=False)


def check(investigation: Investigation) -> Iterator[Finding]:
    """Report each person that no fact speaks of."""
    known = known_words(investigation)
    for entity in investigation.entities:
        if known and entity.kind is EntityKind.PERSON and not is_known(entity, known):
            place = investigation.mention[entity.mentions[0]]
            yield RULE.finding(place.span, f"{entity.name} is in no line of the facts file.")


def known_words(investigation: Investigation) -> frozenset[str]:
    """Return the keys of every word of the names in the facts."""
    names = (name for fact in investigation.facts for name in (fact.person, *fact.aliases))
    return frozenset(key_of(word.strip(".,;()")) for name in names for word in name.split())


def is_known(entity: Entity, known: frozenset[str]) -> bool:
    """Tell whether some spelling of a person's surname is among the words of the facts."""
    written = entity.surnames or entity.spellings
    return any(all(key_of(word) in known for word in spelling.surface.split()) for spelling in written)
