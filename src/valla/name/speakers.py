"""Which person each quotation is attributed to, once names are gathered."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace

from valla.model.names import EntityId, EntityKind, Gathered, Mention
from valla.model.quotations import Attribution


def link_speakers(attributions: tuple[Attribution, ...], gathered: Gathered) -> tuple[Attribution, ...]:
    """Return the attributions with the id of the entity that each names: by its place, else by its only bearer."""
    spoken = tuple(row for row in gathered.mentions if row.kind in {EntityKind.PERSON, EntityKind.GROUP})
    bearers: dict[str, set[EntityId]] = defaultdict(set)
    for row in spoken:
        if row.entity is not None:
            bearers[row.surface.casefold()].add(row.entity)
    starts = [row.span.start for row in spoken]
    return tuple(_linked(row, spoken, starts, bearers) for row in attributions)


def _linked(
    row: Attribution, mentions: tuple[Mention, ...], starts: list[int], bearers: dict[str, set[EntityId]]
) -> Attribution:
    """Return one attribution with its entity, where it names one."""
    if row.name is None:
        return row
    if row.at is not None:
        for mention in mentions[max(0, bisect_right(starts, row.at.start) - 2) : bisect_right(starts, row.at.end)]:
            if mention.span.touches(row.at):
                return replace(row, entity=mention.entity)
    held = bearers.get(row.name.casefold(), set())
    return replace(row, entity=next(iter(held))) if len(held) == 1 else row
