"""Rulings on names: bundles joined and parted as persons have ruled, in the order of the file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from valla.model.judgements import Judgement, Ruling, standing
from valla.model.names import EntityId, Mention, MentionId
from valla.name.bundles import Bundle, with_ids

Bundles = dict[str, Bundle]
"""Bundles by the id that each has before any ruling, or that a ruling gave it."""
T = TypeVar("T")
PAIR = 2
JOINS = frozenset({Ruling.SAME, Ruling.ACCEPT})


def rule_bundles(bundles: Sequence[Bundle], judgements: tuple[Judgement, ...]) -> tuple[Bundle, ...]:
    """Return the bundles, with ids, after every standing ruling; ids in rulings are those before any ruling."""
    made: Bundles = {one.id: one for one in with_ids(bundles)}
    now: dict[str, str] = {name: name for name in made}  # an id before the rulings -> the bundle it is in
    for row in standing(judgements):
        if row.kind in JOINS and len(row.subject) == PAIR:  # a claim or a hand is accepted by its one id
            _join(row, made, now)
        elif row.kind is Ruling.DIFFERENT:
            _part(row, made, now)
    return tuple(sorted((one for one in made.values() if one.mentions), key=lambda one: (one.mentions[0].span, one.id)))


def _join(row: Judgement, made: Bundles, now: dict[str, str]) -> None:
    """Join two entities, or give a mention to an entity."""
    one, other = row.subject
    entities = [now[name] for name in (one, other) if name in now]
    if len(entities) == 2 and entities[0] != entities[1]:  # noqa: PLR2004 - both are entities
        kept, gone = sorted(entities, key=lambda name: (made[name].mentions[0].span, name))
        made[kept] = _both(made[kept], made[gone], row)
        made[gone] = replace(made[gone], mentions=())
        for name, place in now.items():
            if place == gone:
                now[name] = kept
    elif len(entities) == 1:
        _move(next(name for name in (one, other) if name not in now), entities[0], made, row)


def _both(kept: Bundle, gone: Bundle, row: Judgement) -> Bundle:
    """Return two bundles as one."""
    return replace(
        kept,
        mentions=tuple(sorted((*kept.mentions, *gone.mentions))),
        surnames={**gone.surnames, **kept.surnames},
        givens={**gone.givens, **kept.givens},
        inferred=kept.inferred | gone.inferred,
        was=(*kept.was, gone.id, *gone.was),
        reasons=(*kept.reasons, *gone.reasons, f"ruled one by {row.by}: {row.why}"),
    )


def _move(mention: str, entity: str, made: Bundles, row: Judgement) -> None:
    """Give one mention to an entity; it is no longer inferred."""
    holder = next((one for one in made.values() if any(held.id == mention for held in one.mentions)), None)
    if holder is None or holder.id == entity:
        return
    moved = next(held for held in holder.mentions if held.id == mention)
    made[holder.id] = _without(holder, (moved,))
    into = made[entity]
    made[entity] = replace(
        into,
        mentions=tuple(sorted((*into.mentions, moved))),
        surnames={**into.surnames, **_only(holder.surnames, moved)},
        givens={**into.givens, **_only(holder.givens, moved)},
        reasons=(*into.reasons, f"“{moved.surface}” ruled its own by {row.by}: {row.why}"),
    )


def _only(rows: Mapping[MentionId, T], moved: Mention) -> dict[MentionId, T]:
    """Return what a mapping says of one mention."""
    return {moved.id: rows[moved.id]} if moved.id in rows else {}


def _without(bundle: Bundle, gone: Sequence[Mention]) -> Bundle:
    """Return a bundle without some of its mentions."""
    names = {row.id for row in gone}
    return replace(
        bundle,
        mentions=tuple(row for row in bundle.mentions if row.id not in names),
        surnames={name: value for name, value in bundle.surnames.items() if name not in names},
        givens={name: value for name, value in bundle.givens.items() if name not in names},
        inferred=bundle.inferred - names,
    )


def _part(row: Judgement, made: Bundles, now: dict[str, str]) -> None:
    """Part two mentions of one entity: all that are spelt as the second leave with it."""
    first, second = row.on
    holder = next((one for one in made.values() if {first, second} <= {held.id for held in one.mentions}), None)
    if holder is None:
        return
    spelt = next(held.surface for held in holder.mentions if held.id == second)
    if spelt == next(held.surface for held in holder.mentions if held.id == first):
        leaving = tuple(held for held in holder.mentions if held.id == second)
    else:
        leaving = tuple(held for held in holder.mentions if held.surface == spelt)
    made[holder.id] = _without(holder, leaving)
    staying = _without(holder, [held for held in holder.mentions if held not in leaving])
    parted = replace(staying, reasons=(f"ruled apart from “{holder.name}” by {row.by}: {row.why}",))
    name = f"{holder.kind}:{with_ids((parted,))[0].id.partition(':')[2].partition('@')[0]}@{leaving[0].span.start}"
    made[name] = replace(parted, id=EntityId(name))
    now[name] = name
