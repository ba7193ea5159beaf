"""The commonest seeds of a quotation are asked for only where rarer ones stand.

A handful of seeds ("the people", "anarchism") has most of what an index tells, and says least. So they are left out at
first, as far as a slot of the quotation does not weigh much less without them. The rarer ones give each volume a bound
on what it can weigh with all; the foremost are looked at in full; then only those are, of which some cluster could be
kept beside these. It is the answer of looking at everything: where that cannot be told, everything is looked at.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from valla.library.letters import Whole
from valla.library.lookups import (
    FIRST,
    PARTS,
    Bounds,
    Met,
    Texts,
    bounds_of,
    foremost,
    likely_places,
    that_matter,
    volumes_of,
)
from valla.library.places import FAINT, Chosen, Places
from valla.library.seeds import LONG, SLOT, Numbers, Sown

ENOUGH = 40_000
"""Hits up to which all are looked at."""

MANY = 1_000
"""Hits of one seed from which it may be left out at first."""

SHARE = 4
"""A slot may lose one part in so many of what it weighs, or of what the best place found for it weighs."""

Ask = Callable[[Chosen, Chosen | None], Met]
"""What the index tells of some keys, in some volumes; None for all."""


@dataclass(frozen=True, slots=True)
class Spared:
    """The keys left out, and the most that they could add: to each slot (text times 2^32 plus its number), to each text."""

    keys: Chosen
    slots: dict[int, int]
    texts: Numbers


def sparing_places(sown: Sown, counts: Whole, ask: Ask, texts: Texts, homes: Numbers, volumes: int) -> Places:
    """Return what `likely_places` returns for all that an index tells; `counts` are the hits of each key."""
    every = np.ones(len(counts), bool)
    if counts.sum() <= ENOUGH:
        return likely_places(sown, ask(every, None), texts, homes)
    whole = _weights(sown)
    spared = spare(sown, counts, {slot: most // SHARE for slot, most in whole.items()})
    plain = _volume_bounds(sown, ask(~spared.keys, None))
    bounds = _raised(plain, spared)
    sample = _flags(bounds.volume[foremost(bounds, FIRST)], volumes)
    seen = likely_places(sown, ask(every, sample), texts, homes[:0])
    best = _best(seen)
    again = spare(sown, counts, {slot: min(most, best.get(slot, 0)) // SHARE for slot, most in whole.items()})
    if not again.keys.any() or any(add * FAINT > best.get(slot, 0) for slot, add in again.slots.items()):
        return likely_places(sown, ask(every, None), texts, homes)
    if (again.keys != spared.keys).any():
        plain = _volume_bounds(sown, ask(~again.keys, None))
    bounds = _raised(plain, again)
    kept = bounds.volume[that_matter(sown, bounds, replace(seen, document=seen.document << PARTS))]
    wanted = _flags(np.concatenate([kept, homes & ((1 << 32) - 1), np.flatnonzero(sample)]), volumes)
    return likely_places(sown, ask(every, wanted), texts, homes)


def spare(sown: Sown, counts: Whole, room: dict[int, int]) -> Spared:
    """Choose keys to leave out, the commonest first, so that no slot loses more than there is room for."""
    keys = np.zeros(len(counts), bool)
    slots: dict[int, int] = {}
    lost: dict[tuple[int, int], int] = {}
    for key in np.argsort(-counts, kind="stable").tolist():
        if counts[key] < MANY:
            break
        weight, owners = _owners(sown, key)
        adds = [(text, here, weight - lost.get((text, here), 0)) for text, here in owners]
        adds = [row for row in adds if row[2] > 0]
        more: dict[int, int] = {}
        for text, here, add in adds:
            slot = (text << 32) | (here // SLOT)
            more[slot] = more.get(slot, 0) + add
        if all(slots.get(slot, 0) + add <= room.get(slot, 0) for slot, add in more.items()):
            keys[key] = True
            lost.update({(text, here): weight for text, here, _ in adds})
            slots |= {slot: slots.get(slot, 0) + add for slot, add in more.items()}
    texts = np.zeros(len(sown.lengths), np.int64)
    for (text, _), weight in lost.items():
        texts[text] += weight
    return Spared(keys, slots, texts)


def _volume_bounds(sown: Sown, met: Met) -> Bounds:
    """Return the bounds of whole volumes, as if all that is met in one stood in one place."""
    return bounds_of(volumes_of(sown, met), met)


def _owners(sown: Sown, key: int) -> tuple[int, Sequence[tuple[int, int]]]:
    """Return the weight of a key, and where it is sown."""
    long = key < len(sown.long.keys)
    bed, at = (sown.long, key) if long else (sown.short, key - len(sown.long.keys))
    rows = slice(int(bed.first[at]), int(bed.first[at + 1]))
    return LONG if long else 1, list(zip(bed.text[rows].tolist(), bed.here[rows].tolist(), strict=True))


def _weights(sown: Sown) -> dict[int, int]:
    """Return what each slot weighs where all its seeds are met."""
    most: dict[tuple[int, int], int] = {}
    for weight, bed in ((1, sown.short), (LONG, sown.long)):
        most |= dict.fromkeys(zip(bed.text.tolist(), bed.here.tolist(), strict=True), weight)
    whole: dict[int, int] = {}
    for (text, here), weight in most.items():
        slot = (text << 32) | (here // SLOT)
        whole[slot] = whole.get(slot, 0) + weight
    return whole


def _raised(bounds: Bounds, spared: Spared) -> Bounds:
    """Return bounds with what the keys left out could add."""
    names = np.unique(bounds.slot)
    adds = np.array([spared.slots.get(slot, 0) for slot in names.tolist()], np.int64)
    met = bounds.met + (adds[np.searchsorted(names, bounds.slot)] if len(names) else 0)
    return replace(bounds, met=met, whole=bounds.whole + spared.texts[bounds.slot >> 32])


def _best(seen: Places) -> dict[int, int]:
    """Return what the best place of each slot weighs there."""
    best: dict[int, int] = {}
    for text, slot, met in zip(seen.text.tolist(), seen.slot.tolist(), seen.met.tolist(), strict=True):
        name = (text << 32) | slot
        best[name] = max(best.get(name, 0), met)
    return best


def _flags(numbers: Numbers, many: int) -> Chosen:
    """Return some numbers below another as flags."""
    flags = np.zeros(many, bool)
    flags[numbers] = True
    return flags
