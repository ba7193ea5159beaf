"""The differences between a quotation and the places where it stands, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from valla.model.traces import Concern, Edit
from valla.text.diff import REPLACED, Step
from valla.text.sentences import starts_sentence
from valla.text.variants import same_spelling
from valla.trace.bench import Bench
from valla.trace.guards import Side, concern_of, contrary, is_ordinary, reversed_by_letters, same_day
from valla.trace.lines import Line
from valla.trace.parts import Part
from valla.trace.quoted import Quoted

AROUND = 2
"""Words before and after a difference, within its sentence, that may make a date of a number."""

REPLACEABLE = 6
"""Source words that one editorial bracket may stand for; more is a loss that the bracket does not cover."""

DAY_PARTS = 4
DAY_WORDS = 6
"""Differences and words over which a day may be written in another way."""

REPORTING = 8
"""Words of a source that may interrupt what it quotes ("he says", "writes the clerk to his wife")."""

LONG_NAME = 5
"""Letters from which a word that has a capital on both sides may be a name at the beginning of a sentence, too."""

_CLOSES = re.compile(r"^[^\s\"”’»']{0,2}[\"”’»']\s")
_OPENS = re.compile(r"\s[\"“‘«„']$")
HYPHENS = "-‐‑–—\u00ad¬"


NOISY = 3
"""Misread words from which a text is taken for noisy, if they are also one in ONE_IN."""

ONE_IN = 12


def all_edits(parts: Sequence[Part], bench: Bench) -> list[Edit]:
    """Return the differences of all parts; where many words are misread, lookalikes are taken for misread as well."""
    edits = [edit for number, part in enumerate(parts) for edit in edits_of(part, number, bench)]
    misread = sum(edit.concern is Concern.SCAN for edit in edits)
    if bench.noisy or misread < NOISY or misread * ONE_IN < len(bench.quoted.keys):
        return edits
    return all_edits(parts, replace(bench, noisy=True))


def edits_of(part: Part, passage: int, bench: Bench) -> Iterator[Edit]:
    """Yield the differences of one part, in order; `passage` is its number in the trace."""
    source = bench.fields[part.field]
    dated = not bench.lexicon.months.keys().isdisjoint(bench.quoted.keys[part.p : part.q])
    regions = _regions(part.steps, bench, source, whole=dated)
    for region in _days_together(list(regions), bench, source) if dated else regions:
        edit = edit_of(region, passage, bench, source)
        if edit is not None:
            yield edit


def _wholes(steps: Sequence[Step], bench: Bench, source: Line) -> set[Step]:
    """Return the steps on which a word answers to the same word, and both are printed without a sign within them."""
    keys, mine, theirs = bench.quoted.keys, bench.quoted.line.bounds, source.bounds
    found = set()
    for step in steps:
        p, q, s, t, price = step
        if price == 0 and q - p == 1 == t - s:
            (start, end), (first, last) = mine[p], theirs[s]
            if end - start == last - first == len(keys[p]) and keys[p] == source.keys[s]:
                found.add(step)
    return found


def _days_together(regions: Sequence[Step], bench: Bench, source: Line) -> Iterator[Step]:
    """Yield the regions; those that together name the same day on both sides as one ("May 7", "the 7th of May")."""
    at = 0
    while at < len(regions):
        stops = range(min(len(regions), at + DAY_PARTS), at + 1, -1)
        days = (_day_in(regions[at:stop], stop, bench, source, reach=0 if at else DAY_WORDS) for stop in stops)
        day, stop = next((found for found in days if found is not None), (regions[at], at + 1))
        yield day
        at = stop


def _day_in(regions: Sequence[Step], stop: int, bench: Bench, source: Line, *, reach: int) -> tuple[Step, int] | None:
    """Return regions as one, and where the next begin, if they say the same day in two ways; else None.

    The first words of a quotation may answer to source words up to `reach` before those that they were laid beside.
    """
    one, other = regions[0], regions[-1]
    if max(other.q - one.p, other.t - one.s) > DAY_WORDS:
        return None
    mine = bench.quoted.keys[one.p : other.q]
    for first in range(one.s, max(-1, one.s - reach - 1), -1):
        if same_day(mine, source.keys[first : other.t], bench.lexicon):
            return Step(one.p, other.q, first, other.t, REPLACED), stop
    return None


def _regions(steps: Sequence[Step], bench: Bench, source: Line, *, whole: bool) -> Iterator[Step]:
    """Yield what differs: spelt or misread words one by one, other words that stand together as one.

    Words that do not differ at all are yielded only where the `whole` is asked for.
    """
    region: Step | None = None
    wholes = set[Step]() if whole else _wholes(steps, bench, source)
    for step in steps:
        same = step in wholes
        if not same and _form(step, bench, source) is None:
            region = step if region is None else Step(region.p, step.q, region.s, step.t, REPLACED)
            continue
        if region is not None:
            yield region
            region = None
        if not same:
            yield step
    if region is not None:
        yield region


def _form(step: Step, bench: Bench, source: Line) -> Concern | None:
    """Return how two forms of the same words differ (TYPOGRAPHY for not at all); None for other words."""
    if step.p == step.q or step.s == step.t:
        return None
    one = "".join(bench.quoted.keys[step.p : step.q])
    other = "".join(source.keys[step.s : step.t])
    if one == other:
        return _jointure(step, bench, source)
    form = bench.form(one, other)
    bold = form is not Concern.SPELLING and same_spelling(one, other, bold=True)
    if form is None and not bold:
        return None  # asked first because it is quick
    bare = bare_side(bench.quoted.line, range(step.p, step.q)), bare_side(source, range(step.s, step.t))
    if reversed_by_letters(*bare, bench.lexicon):
        return None
    # names are in no dictionary: the bolder habits hold among them
    return Concern.SPELLING if bold and _is_of_names(step, bench, source) else form


def _jointure(step: Step, bench: Bench, source: Line) -> Concern:
    """Tell words that were split or joined by a hyphen or a line end from those that a scan split or joined."""
    if step.q - step.p == step.t - step.s:
        return Concern.TYPOGRAPHY
    said = bench.quoted.line.said(step.p, step.q) + source.said(step.s, step.t)
    return Concern.TYPOGRAPHY if any(mark in said for mark in HYPHENS) else Concern.SCAN


def edit_of(region: Step, passage: int, bench: Bench, source: Line) -> Edit | None:
    """Return the row of one difference; None where nothing differs but case and marks."""
    concern = _concern(region, bench, source)
    said, stands = bench.quoted.line.said(region.p, region.q), source.said(region.s, region.t)
    if concern is Concern.TYPOGRAPHY and not broken(stands) and not broken(said):
        return None
    return Edit(
        at=bench.quoted.span(region.p, region.q),
        quoted=said,
        source=stands,
        source_at=source.place(region.s, region.t),
        concern=concern,
        passage=passage,
    )


def broken(said: str) -> bool:
    """Tell whether a word is broken at the end of a line or a page, or may be broken there."""
    return "\u00ad" in said or (any(end in said for end in "\r\n") and any(mark in said for mark in HYPHENS))


def _concern(region: Step, bench: Bench, source: Line) -> Concern:
    """Return what kind of difference a region is; an editor's brackets excuse all but a turned sense."""
    form = _form(region, bench, source)
    if form is not None:
        return form
    if same_day(bench.quoted.keys[region.p : region.q], source.keys[region.s : region.t], bench.lexicon):
        return Concern.SPELLING
    if _reported(region, source):
        if region.p == region.q:
            return Concern.EDITORIAL
        region = region._replace(s=region.t)
    concern = (
        Concern.WORD if _is_plain(region, bench, source) else concern_of(*_sides(region, bench, source), bench.lexicon)
    )
    if concern is not Concern.POLARITY and _editorial(region, bench.quoted):
        return Concern.EDITORIAL
    return concern


def _editorial(region: Step, quoted: Quoted) -> bool:
    """Tell whether a difference is an editor's: in square brackets, or a whole round bracket that was put in."""
    mine = range(region.p, region.q)
    if not mine:
        return False
    if all(quoted.editorial[word] for word in mine):
        return region.t - region.s <= REPLACEABLE
    gloss = {quoted.gloss[word] for word in mine}
    if region.s < region.t or 0 in gloss or len(gloss) > 1:
        return False
    return quoted.gloss.count(next(iter(gloss))) == len(mine)


def _reported(region: Step, source: Line) -> bool:
    """Tell whether the source's words stand between its own quotation marks (..., he says, ...): a reporter's words."""
    if not 0 < region.s < region.t < len(source) or region.t - region.s > REPORTING:
        return False
    before, behind = source.behind(region.s - 1), source.behind(region.t - 1)
    return _CLOSES.search(before) is not None and _OPENS.search(behind) is not None


def _is_plain(region: Step, bench: Bench, source: Line) -> bool:
    """Tell whether a difference is plainly one that no guard minds: ordinary words in small letters."""
    mine, theirs = bench.quoted.keys[region.p : region.q], source.keys[region.s : region.t]
    if not all(is_ordinary(key, bench.lexicon) for key in (*mine, *theirs)):
        return False
    said, stands = bench.quoted.line.said(region.p, region.q), source.said(region.s, region.t)
    small = (
        said == said.lower() and stands == stands.lower() and "n't" not in said + stands and "n’t" not in said + stands
    )
    return small and not any(contrary(one, other, bench.lexicon) for one in mine for other in theirs)


def _sides(region: Step, bench: Bench, source: Line) -> tuple[Side, Side]:
    """Return the two sides of a difference as the guards want them."""
    mine = side_of(bench.quoted.line, range(region.p, region.q), bench)
    return mine, side_of(source, range(region.s, region.t), bench)


def _is_of_names(step: Step, bench: Bench, source: Line) -> bool:
    """Tell whether words may be names: by a capital within a sentence on one side, or by capitals of longer words on both."""
    mine, theirs = range(step.p, step.q), range(step.s, step.t)
    if any(named(bench.quoted.line, mine, bench)) or any(named(source, theirs, bench)):
        return True
    return all(
        len(line.keys[word]) >= LONG_NAME and line.raw(word)[0].isupper() and line.keys[word] not in bench.common
        for line, words in ((bench.quoted.line, mine), (source, theirs))
        for word in words
    )


def side_of(line: Line, chosen: range, bench: Bench) -> Side:
    """Return words of a line as a guard wants them."""
    bare = bare_side(line, chosen)
    return replace(bare, named=named(line, chosen, bench), around=tuple(_around(line, chosen)))


def bare_side(line: Line, chosen: range) -> Side:
    """Return words of a line with nothing told of them but how they are printed."""
    raws = tuple([line.raw(word) for word in chosen])
    return Side(keys=line.keys[chosen.start : chosen.stop], raws=raws, named=(False,) * len(raws))


def named(line: Line, chosen: range, bench: Bench) -> tuple[bool, ...]:
    """Tell of each word of a line whether its capital makes it a name."""
    return tuple([_is_name(line, word, bench) for word in chosen])


def _is_name(line: Line, word: int, bench: Bench) -> bool:
    """Tell whether a word has a capital that no beginning of a sentence gives it, and never goes without."""
    start, _ = line.bounds[word]
    if not line.text[start].isupper():
        return False
    return line.keys[word] not in bench.common and not starts_sentence(line.text, start)


def _around(line: Line, chosen: range) -> Iterator[str]:
    """Yield the words beside some words as far as their sentence goes."""
    for step, at, edge in ((-1, chosen.start - 1, chosen.start), (1, chosen.stop, chosen.stop - 1)):
        word, beside = at, edge
        while 0 <= word < len(line) and abs(word - at) < AROUND and 0 <= beside < len(line):
            if _ends_between(line, min(word, beside)):
                break
            yield line.keys[word]
            word, beside = word + step, word


def _ends_between(line: Line, word: int) -> bool:
    """Tell whether a sentence ends between a word and the next."""
    between = line.behind(word)
    stop = any(mark in "!?;:" for mark in between)
    return stop or ("." in between and line.raw(word + 1)[:1].isupper())
