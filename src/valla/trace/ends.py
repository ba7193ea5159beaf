"""The ends of a place: whether the source goes on with the quotation there, and what the last words were exchanged for."""

from collections.abc import Sequence

from rapidfuzz.fuzz import partial_ratio

from valla.text.diff import REPLACED, Step
from valla.trace.bench import Bench
from valla.trace.lines import Line

EXCHANGED = 2
"""Words at an end of a quotation that differ from the source's next ones and count as exchanged for them."""

LONG_END = 6
"""Words at an end from which their letters are asked first whether the source goes on with them at all."""

GOES_ON, GOES_ON_AT_FIRST = 50.0, 60.0
"""Likeness, in hundredths, of the words of an end to the source's below which they stand elsewhere: of all of them, and of
the first. In five hundred ends of the benchmark that are less alike only common words were met, and by accident."""

FIRST = 5
"""Words at an end that come next to the words found."""

STOPS = frozenset(".!?;:")


def goes_on(quoted: range, field: int, source: range, bench: Bench) -> bool:
    """Tell whether some words at an end of a place, in the order in which they lead away from it, may stand there too."""
    if len(quoted) < LONG_END:
        return True
    mine, theirs = bench.quoted.keys, bench.fields[field].keys
    return alike(letters_of_words(quoted, mine), letters_of_words(source, theirs), GOES_ON) or alike(
        letters_of_words(quoted[:FIRST], mine), letters_of_words(source[: 2 * FIRST], theirs), GOES_ON_AT_FIRST
    )


def letters_of_words(words: range, keys: Sequence[str]) -> str:
    """Return the letters of some words, in the order of the range."""
    return "".join([keys[word] for word in words])


def alike(mine: str, theirs: str, floor: float) -> bool:
    """Tell whether letters are, somewhere in others, at least so like them, in hundredths."""
    return partial_ratio(mine, theirs, score_cutoff=floor) > 0


def exchanged_tail(steps: Sequence[Step], stop: int, line: Line) -> list[Step]:
    """Return the steps, the last words of a quotation answering to the source's next ones instead of to none.

    Where an end stands free an addition is the cheapest answer; but one or two last words that differ, where the
    sentence of the source goes on, were exchanged and not added.
    """
    added = len(steps) - next((n for n in range(len(steps), 0, -1) if steps[n - 1].s < steps[n - 1].t), 0)
    if (
        not 0 < added <= EXCHANGED
        or steps[-1].t + added > stop
        or _sentence_ends(line, steps[-1].t, steps[-1].t + added)
    ):
        return list(steps)
    kept, t = list(steps[: len(steps) - added]), steps[-1].t
    return kept + [Step(step.p, step.q, t + n, t + n + 1, REPLACED) for n, step in enumerate(steps[-added:])]


def exchanged_head(steps: Sequence[Step], first: int, line: Line) -> list[Step]:
    """Return the steps, the first words of a quotation answering to the source's words before; see the tail."""
    added = next((n for n, step in enumerate(steps) if step.s < step.t), len(steps))
    s = steps[0].s if steps else 0
    if not 0 < added <= EXCHANGED or s - added < first or _sentence_ends(line, s - added + 1, s + 1):
        return list(steps)
    changed = [Step(step.p, step.q, s - added + n, s - added + n + 1, REPLACED) for n, step in enumerate(steps[:added])]
    return changed + list(steps[added:])


def _sentence_ends(line: Line, first: int, stop: int) -> bool:
    """Tell whether a sentence ends between the word before the first and the last of some source words."""
    if first < 1 or stop > len(line):
        return True
    return any(letter in STOPS for word in range(first - 1, stop - 1) for letter in line.behind(word))
