"""Parts of a quotation, each laid word by word into one place of a source.

A chain of equal runs is cut where it leaps; what lies between two runs of one place, and the words at the ends of a
place, are aligned by the dynamic programme of `valla.text.diff`. Pieces between omissions that have no run of their own
are sought near the places of their neighbours.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from valla.text.diff import REPLACED, Step, prefix_prices
from valla.trace.pricing import Pricing
from valla.trace.quoted import Quoted
from valla.trace.runs import NEAR, Field, Run

LONGEST = 64
"""Quoted words without a run that are still aligned; a longer stretch answers to nothing."""

SIDE = 6
"""Source words beyond the number of quoted ones that are looked at where a place ends."""

ORPHAN = 14
"""Words of a piece without a run up to which it is sought near its neighbours."""

BESIDE = 160
"""Source words beside a neighbour among which such a piece is sought; between two neighbours it is four times this."""

ORPHAN_PRICE = 0.34
"""Price a word up to which such a piece is found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Quoted words that stand in one place of one field; steps are in order and count words of quotation and field."""

    field: int
    steps: tuple[Step, ...]

    @property
    def p(self) -> int:
        """The first quoted word."""
        return self.steps[0].p

    @property
    def q(self) -> int:
        """The quoted word behind the last."""
        return self.steps[-1].q

    @property
    def s(self) -> int:
        """The first source word."""
        return self.steps[0].s

    @property
    def t(self) -> int:
        """The source word behind the last."""
        return self.steps[-1].t


def lay_parts(chain: Sequence[Run], quoted: Quoted, fields: Sequence[Field], pricing: Pricing) -> list[Part]:
    """Return the parts that a chain gives, in the order of the quotation."""
    parts = [_filled(runs, quoted, fields[runs[0].field], pricing) for runs in _segments(chain, quoted)]
    for index in range(len(parts)):
        if index:
            parts[index - 1], parts[index] = _between(parts[index - 1], parts[index], quoted, fields, pricing)
    if parts:
        parts[0] = _headed(parts[0], _piece_start(quoted, parts[0].p), 0, quoted, fields, pricing)
        parts[-1] = _tailed(parts[-1], _piece_end(quoted, parts[-1].q), None, quoted, fields, pricing)
    return _merged(_adopted(parts, quoted, fields, pricing), quoted)


def _segments(chain: Sequence[Run], quoted: Quoted) -> list[list[Run]]:
    """Cut a chain where it leaps."""
    segments: list[list[Run]] = []
    for run in chain:
        if segments and not _leaps(segments[-1][-1], run, quoted):
            segments[-1].append(run)
        else:
            segments.append([run])
    return segments


def _leaps(one: Run, other: Run, quoted: Quoted) -> bool:
    """Tell whether the second run stands in another place than the first, or behind a marked omission."""
    if one.field != other.field or quoted.piece[one.q - 1] != quoted.piece[other.p]:
        return True
    over, ahead = other.p - one.q, other.s - one.t
    return ahead < 0 or ahead - over > NEAR or over > LONGEST


def _filled(runs: Sequence[Run], quoted: Quoted, field_: Field, pricing: Pricing) -> Part:
    """Return one place: its runs, and what lies between them aligned."""
    steps = _equal(runs[0])
    for one, other in pairwise(runs):
        steps += pricing.align(quoted, one.q, other.p, field_, one.t, other.s)
        steps += _equal(other)
    return Part(field=runs[0].field, steps=tuple(steps))


def _equal(run: Run) -> list[Step]:
    """Return a run's words as steps."""
    return [Step(run.p + at, run.p + at + 1, run.s + at, run.s + at + 1, 0.0) for at in range(run.length)]


def _between(one: Part, other: Part, quoted: Quoted, fields: Sequence[Field], pricing: Pricing) -> tuple[Part, Part]:
    """Give the quoted words between two places to the one or the other."""
    end, start = _piece_end(quoted, one.q), _piece_start(quoted, other.p)
    if quoted.piece[one.q - 1] == quoted.piece[other.p]:
        end = start = _best_cut(one, other, quoted, fields, pricing)
    ahead = other.field == one.field and other.s >= one.t
    limit = other.s if ahead else None
    tailed = _tailed(one, end, limit, quoted, fields, pricing)
    floor = tailed.t if ahead else 0
    return tailed, _headed(other, start, floor, quoted, fields, pricing)


def _best_cut(one: Part, other: Part, quoted: Quoted, fields: Sequence[Field], pricing: Pricing) -> int:
    """Return the quoted word at which the words between two unmarked places are cheapest divided."""
    between = quoted.keys[one.q : other.p]
    if not 0 < len(between) <= LONGEST:
        return one.q if not between else other.p
    reach = len(between) + SIDE
    added = pricing.added(quoted, one.q, other.p)
    right = fields[one.field].keys[one.t : one.t + reach]
    left = fields[other.field].keys[max(0, other.s - reach) : other.s]
    behind = prefix_prices(between, right, pricing.price, added)
    before = prefix_prices(between[::-1], left[::-1], pricing.price, added[::-1])
    return one.q + min(range(len(between) + 1), key=lambda cut: (behind[cut] + before[len(between) - cut], cut))


def _tailed(part: Part, end: int, limit: int | None, quoted: Quoted, fields: Sequence[Field], pricing: Pricing) -> Part:
    """Lay the quoted words behind a part, up to `end`, beside it in the source."""
    if not 0 < end - part.q <= LONGEST:
        return part
    stop = part.t + (end - part.q) * 3 // 2 + SIDE
    stop = min(stop, len(fields[part.field].keys), stop if limit is None else limit)
    steps = pricing.align(quoted, part.q, end, fields[part.field], part.t, stop, free_end=True)
    return replace(part, steps=part.steps + tuple(steps))


def _headed(part: Part, start: int, floor: int, quoted: Quoted, fields: Sequence[Field], pricing: Pricing) -> Part:
    """Lay the quoted words before a part, from `start` on, beside it in the source."""
    if not 0 < part.p - start <= LONGEST:
        return part
    first = max(floor, part.s - (part.p - start) * 3 // 2 - SIDE, 0)
    steps = pricing.align(quoted, start, part.p, fields[part.field], first, part.s, free_start=True)
    return replace(part, steps=tuple(steps) + part.steps)


def _piece_start(quoted: Quoted, word: int) -> int:
    """Return the first word of the piece in which a word stands."""
    while word and quoted.piece[word - 1] == quoted.piece[word]:
        word -= 1
    return word


def _piece_end(quoted: Quoted, word: int) -> int:
    """Return the word behind the last of the piece of the word before `word`."""
    while word < len(quoted.keys) and quoted.piece[word] == quoted.piece[word - 1]:
        word += 1
    return word


def _adopted(parts: Sequence[Part], quoted: Quoted, fields: Sequence[Field], pricing: Pricing) -> list[Part]:
    """Add the pieces that have no run, where they are found near their neighbours."""
    placed = {quoted.piece[word] for part in parts for word in (part.p, part.q - 1)}
    placed |= {quoted.piece[step.p] for part in parts for step in part.steps if step.p < step.q}
    rows = list(parts)
    start = 0
    while start < len(quoted.keys) and parts:
        end = _piece_end(quoted, start + 1)
        if quoted.piece[start] not in placed and end - start <= ORPHAN:
            found = _orphan(start, end, rows, quoted, fields, pricing)
            if found:
                rows = sorted([*rows, found], key=lambda part: part.p)
        start = end
    return rows


def _orphan(
    start: int, end: int, parts: Sequence[Part], quoted: Quoted, fields: Sequence[Field], pricing: Pricing
) -> Part | None:
    """Seek one piece between its neighbours' places, or beside them."""
    before = max((part for part in parts if part.q <= start), key=lambda part: part.q, default=None)
    after = min((part for part in parts if part.p >= end), key=lambda part: part.p, default=None)
    for number, first, last in _regions(before, after, fields):
        steps = pricing.align(quoted, start, end, fields[number], first, last, free_start=True, free_end=True)
        price = sum(step.price for step in steps)
        if (
            steps
            and price <= ORPHAN_PRICE * (end - start)
            and any(step.p < step.q and step.s < step.t for step in steps)
        ):
            return Part(field=number, steps=tuple(steps))
    return None


def _regions(before: Part | None, after: Part | None, fields: Sequence[Field]) -> list[tuple[int, int, int]]:
    """Return where a piece may stand, the likeliest region first: field, first word, word behind the last."""
    if before and after and before.field == after.field and 0 <= after.s - before.t <= 4 * BESIDE:
        return [(before.field, before.t, after.s)]
    regions = []
    if before:
        regions.append((before.field, before.t, min(len(fields[before.field].keys), before.t + BESIDE)))
    if after:
        regions.append((after.field, max(0, after.s - BESIDE), after.s))
    return regions


def _merged(parts: Sequence[Part], quoted: Quoted) -> list[Part]:
    """Make one of two parts that turn out to stand together: nothing, or unmarked only a few words, between them."""
    rows: list[Part] = []
    for part in parts:
        if rows and _stands_together(rows[-1], part, quoted):
            one = rows.pop()
            lost = [Step(one.q, part.p, one.t, part.s, REPLACED)] if one.t < part.s or one.q < part.p else []
            rows.append(replace(one, steps=(*one.steps, *lost, *part.steps)))
        else:
            rows.append(part)
    return rows


def _stands_together(one: Part, other: Part, quoted: Quoted) -> bool:
    """Tell whether two parts are one place after all."""
    if one.field != other.field:
        return False
    between = other.s - one.t
    marked = quoted.piece[one.q - 1] != quoted.piece[other.p]
    if marked:
        return between == 0 and quoted.piece[one.q - 1] + 1 == quoted.piece[other.p]
    return 0 <= between <= NEAR + (other.p - one.q) and other.p - one.q <= LONGEST
