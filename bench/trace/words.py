"""Words and stretches of text: what the generator cuts, counts and changes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
RUN = 5
"""Words in a run by which it is told whether a stretch stands elsewhere too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A place in a document of the library (code points of the file) and its words as a careful hand would copy them."""

    document: str
    start: int
    end: int
    words: str
    scanned: bool = False


def flat(text: str) -> str:
    """Put single spaces for every white space, as a quotation in running prose has them."""
    return " ".join(text.split())


def plain_words(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return [match[0].lower() for match in WORD.finditer(text)]


def runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield every run of words; a text shorter than a run is one run."""
    for start in range(max(1, len(words) - RUN + 1)):
        yield tuple(words[start : start + RUN])


def count_runs(wanted: Iterable[str], texts: Iterable[str]) -> Counter[tuple[str, ...]]:
    """Count how often the runs of some stretches stand in some texts; the short are counted at their own length."""
    keys = {run for text in wanted for run in runs(plain_words(text))}
    lengths = sorted({len(key) for key in keys})
    counts: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        words = plain_words(text)
        for length in lengths:
            counts.update(_met(keys, words, length))
    return counts


def _met(keys: set[tuple[str, ...]], words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    """Yield the wanted runs of one length in the order in which they are met."""
    columns = [words[shift:] for shift in range(length)]
    return filter(keys.__contains__, zip(*columns, strict=False))


def share_met(text: str, counts: Counter[tuple[str, ...]], least: int) -> float:
    """Return the share of a stretch's runs that were counted at least so often."""
    keys = list(runs(plain_words(text)))
    return sum(counts[key] >= least for key in keys) / len(keys)


def put(text: str, span: tuple[int, int], new: str) -> str:
    """Put other words in a place, with the capital that stood there; nothing leaves one space behind."""
    start, end = span
    old = text[start:end]
    word = new[:1].upper() + new[1:] if old[:1].isupper() and new[:1].islower() else new
    if word:
        return text[:start] + word + text[end:]
    before, after = text[:start].rstrip(), text[end:].lstrip()
    return before + " " + after if before and after else before + after
