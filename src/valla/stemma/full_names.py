"""The full name of whoever is named shortly, where the persons of the text were gathered."""

from collections.abc import Mapping
from dataclasses import replace

from valla.model.names import EntityId
from valla.model.quotations import Attribution

_CUT_SHORT = frozenset("dep tr ex aff decl rep br hr ev".split())
"""Papers cut short in citations, which may look like a surname behind a name: "Orme Dep"."""


def in_full(row: Attribution, persons: Mapping[EntityId, str], shared: frozenset[str]) -> Attribution:
    """Return an attribution with the full name of the person whom it names, where that is known."""
    name = persons.get(EntityId(row.entity)) if row.name and row.entity else None
    if name is None or (row.name or "").casefold() in shared or last_word(name) in _CUT_SHORT:
        return row
    return replace(row, name=name)


def last_word(name: str) -> str:
    """Return the last word of a name in one case."""
    return name.rpartition(" ")[2].casefold()
