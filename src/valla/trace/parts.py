"""Parts of a quotation, each laid word by word into one place of a source.

A chain of equal runs is cut where it leaps; what lies between two runs of one place, and the words at the ends of a
place, are aligned by the dynamic programme of `valla.text.diff`. Pieces between omissions that have no run of their own
are sought near the places of their neighbours.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from valla.text.diff import REPLACED, Step
from valla.trace.bench import SAME, Bench
from valla.trace.chains import NEAR, leaps
from valla.trace.ends import alike, exchanged_head, exchanged_tail, goes_on, letters_of_words
from valla.trace.runs import Run

LONGEST = 40
"""Quoted words without a run that are still aligned; a longer stretch answers to nothing."""

LONGEST_END = 16
"""The same at an end of a place, where only one side holds."""

SIDE = 6
"""Source words beyond the number of quoted ones that are looked at where a place ends."""

ORPHAN = 14
"""Words of a piece without a run up to which it is sought near its neighbours."""

BESIDE = 160
"""Source words beside a neighbour among which such a piece is sought; between two neighbours it is four times this."""

ORPHAN_PRICE = 0.34
"""Price a word up to which such a piece is found."""


ORPHAN_ALIKE = 58.0
"""Likeness of its letters to a region's, in hundredths, below which it cannot be found there at that price."""


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


def lay_parts(chain: Sequence[Run], bench: Bench) -> list[Part]:
    """Return the parts that a chain gives, in the order of the quotation."""
    parts = [_filled(runs, bench) for runs in _segments(chain, bench)]
    for index in range(1, len(parts)):
        parts[index - 1], parts[index] = _between(parts[index - 1], parts[index], bench)
    if parts:
        parts[0] = _headed(parts[0], bench.quoted.piece_start(parts[0].p), 0, bench)
        parts[-1] = _tailed(parts[-1], bench.quoted.piece_end(parts[-1].q), None, bench)
    return _merged(_with_orphans(parts, bench), bench)


def _segments(chain: Sequence[Run], bench: Bench) -> list[list[Run]]:
    """Cut a chain where it leaps."""
    segments: list[list[Run]] = []
    for run in chain:
        if segments and not leaps(segments[-1][-1], run, bench.quoted, LONGEST):
            segments[-1].append(run)
        else:
            segments.append([run])
    return segments


def _filled(runs: Sequence[Run], bench: Bench) -> Part:
    """Return one place: its runs, and what lies between them aligned."""
    steps = equal(runs[0], bench)
    for one, other in pairwise(runs):
        steps += bench.lay(range(one.q, other.p), one.field, range(one.t, other.s))
        steps += equal(other, bench)
    return Part(field=runs[0].field, steps=tuple(steps))


def equal(run: Run, bench: Bench) -> list[Step]:
    """Return a run's words as steps; they may be spelt in two ways."""
    mine, theirs = bench.quoted.keys[run.p : run.q], bench.fields[run.field].keys[run.s : run.t]
    prices = [0.0] * run.length if mine == theirs else list(map(bench.price, mine, theirs))
    return [Step(run.p + at, run.p + at + 1, run.s + at, run.s + at + 1, price) for at, price in enumerate(prices)]


def _between(one: Part, other: Part, bench: Bench) -> tuple[Part, Part]:
    """Give the quoted words between two places to the one or the other."""
    quoted = bench.quoted
    end, start = quoted.piece_end(one.q), quoted.piece_start(other.p)
    if quoted.piece[one.q - 1] == quoted.piece[other.p]:
        end = start = _best_cut(one, other, bench)
    ahead = other.field == one.field and other.s >= one.t
    tailed = _tailed(one, end, other.s if ahead else None, bench)
    return tailed, _headed(other, start, tailed.t if ahead else 0, bench)


def _best_cut(one: Part, other: Part, bench: Bench) -> int:
    """Return the quoted word at which the words between two unmarked places are cheapest divided."""
    width = other.p - one.q
    if not 0 < width <= LONGEST:
        return one.q + min(max(0, width), LONGEST_END)
    reach = width + SIDE
    behind = range(one.t, min(one.t + reach, len(bench.fields[one.field])))
    before = range(other.s - 1, max(-1, other.s - 1 - reach), -1)
    right = bench.prefix_prices(range(one.q, other.p), one.field, behind)
    left = bench.prefix_prices(range(other.p - 1, one.q - 1, -1), other.field, before)
    return one.q + min(range(width + 1), key=lambda cut: (right[cut] + left[width - cut], cut))


def _tailed(part: Part, end: int, limit: int | None, bench: Bench) -> Part:
    """Lay the quoted words behind a part, up to `end`, beside it in the source."""
    part = _led_on(part, end, limit, bench)
    end = min(end, part.q + LONGEST_END)
    if end <= part.q:
        return part
    stop = min(part.t + (end - part.q) * 3 // 2 + SIDE, len(bench.fields[part.field]))
    stop = stop if limit is None else min(stop, limit)
    if not goes_on(range(part.q, end), part.field, range(part.t, stop), bench):
        return part
    steps = bench.lay(range(part.q, end), part.field, range(part.t, stop), free_end=True)
    return replace(part, steps=part.steps + tuple(exchanged_tail(steps, stop, bench.fields[part.field])))


def _led_on(part: Part, end: int, limit: int | None, bench: Bench) -> Part:
    """Lead a part on over words that answer one to one."""
    keys, quoted = bench.fields[part.field].keys, bench.quoted.keys
    p, s, stop = part.q, part.t, len(keys) if limit is None else limit
    steps = []
    while p < end and s < stop and (price := bench.price(quoted[p], keys[s])) < SAME:
        steps.append(Step(p, p + 1, s, s + 1, price))
        p, s = p + 1, s + 1
    return replace(part, steps=(*part.steps, *steps)) if steps else part


def _led_back(part: Part, start: int, floor: int, bench: Bench) -> Part:
    """Lead a part back over words that answer one to one."""
    keys, quoted = bench.fields[part.field].keys, bench.quoted.keys
    p, s = part.p, part.s
    steps = []
    while p > start and s > floor and (price := bench.price(quoted[p - 1], keys[s - 1])) < SAME:
        p, s = p - 1, s - 1
        steps.append(Step(p, p + 1, s, s + 1, price))
    return replace(part, steps=(*reversed(steps), *part.steps)) if steps else part


def _headed(part: Part, start: int, floor: int, bench: Bench) -> Part:
    """Lay the quoted words before a part, from `start` on, beside it in the source."""
    part = _led_back(part, start, floor, bench)
    start = max(start, part.p - LONGEST_END)
    if start >= part.p:
        return part
    first = max(floor, part.s - (part.p - start) * 3 // 2 - SIDE, 0)
    if not goes_on(range(part.p - 1, start - 1, -1), part.field, range(part.s - 1, first - 1, -1), bench):
        return part
    steps = bench.lay(range(start, part.p), part.field, range(first, part.s), free_start=True)
    return replace(part, steps=tuple(exchanged_head(steps, first, bench.fields[part.field])) + part.steps)


def _with_orphans(parts: Sequence[Part], bench: Bench) -> list[Part]:
    """Add the pieces that have no run, where they are found near their neighbours."""
    quoted = bench.quoted
    placed = {quoted.piece[step.p] for part in parts for step in part.steps if step.p < step.q}
    rows = list(parts)
    start = 0
    while parts and start < len(quoted.keys):
        end = quoted.piece_end(start + 1)
        if quoted.piece[start] not in placed and end - start <= ORPHAN:
            found = _orphan(range(start, end), rows, bench)
            rows = sorted([*rows, found], key=lambda part: part.p) if found else rows
        start = end
    return rows


def _orphan(piece: range, parts: Sequence[Part], bench: Bench) -> Part | None:
    """Seek one piece between its neighbours' places, or beside them."""
    before = max((part for part in parts if part.q <= piece.start), key=lambda part: part.q, default=None)
    after = min((part for part in parts if part.p >= piece.stop), key=lambda part: part.p, default=None)
    for number, source in _regions(before, after, bench):
        if not alike(
            letters_of_words(piece, bench.quoted.keys),
            letters_of_words(source, bench.fields[number].keys),
            ORPHAN_ALIKE,
        ):
            continue
        steps = bench.lay(piece, number, source, free_start=True, free_end=True)
        met = any(step.p < step.q and step.s < step.t for step in steps)
        if met and sum(step.price for step in steps) <= ORPHAN_PRICE * len(piece):
            return Part(field=number, steps=tuple(steps))
    return None


def _regions(before: Part | None, after: Part | None, bench: Bench) -> list[tuple[int, range]]:
    """Return where a piece may stand, the likeliest region first: the field, and words of it."""
    if before and after and before.field == after.field and 0 <= after.s - before.t <= 4 * BESIDE:
        return [(before.field, range(before.t, after.s))]
    regions = []
    if before:
        stop = min(len(bench.fields[before.field]), before.t + BESIDE)
        regions.append((before.field, range(before.t, stop)))
    if after:
        regions.append((after.field, range(max(0, after.s - BESIDE), after.s)))
    return regions


def _merged(parts: Sequence[Part], bench: Bench) -> list[Part]:
    """Make one of two parts that turn out to stand together: nothing, or unmarked only a few words, between them."""
    rows: list[Part] = []
    for part in parts:
        if rows and _stands_together(rows[-1], part, bench):
            one = rows.pop()
            lost = (Step(one.q, part.p, one.t, part.s, REPLACED),) if one.t < part.s or one.q < part.p else ()
            rows.append(replace(one, steps=(*one.steps, *lost, *part.steps)))
        else:
            rows.append(part)
    return rows


def _stands_together(one: Part, other: Part, bench: Bench) -> bool:
    """Tell whether two parts are one place after all."""
    if one.field != other.field:
        return False
    between, over = other.s - one.t, other.p - one.q
    pieces = bench.quoted.piece[one.q - 1], bench.quoted.piece[other.p]
    if pieces[0] != pieces[1]:
        return between == over == 0
    return 0 <= between <= NEAR + over and over <= LONGEST
