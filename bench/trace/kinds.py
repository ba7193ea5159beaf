"""The kinds of quotation: how each is made from places in the library, and what should be answered.

A maker takes the draw (stretches nobody has used yet, and chance) and returns a task, or None where the stretch at hand
does not lend itself. Offsets are in code points of the library's files.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from bench.trace import changes
from bench.trace.changes import Vocabulary
from bench.trace.noise import misread
from bench.trace.spelling import newer, older
from bench.trace.words import WORD, Stretch, flat

Part = tuple[str, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A quotation, the answer that is right, others that are let pass, and the work that is named for it."""

    quote: str
    kind: str
    verdict: str
    parts: tuple[Part, ...] = ()
    accept: tuple[str, ...] = ()
    cited: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """What a maker may use. `text_of` gives a document's text, `cited` a document's work as an essay cites it."""

    chance: Random
    vocabulary: Vocabulary
    text_of: Callable[[str], str]
    cited: Callable[[str], str]


Maker = Callable[[Draw, Sequence[Stretch]], Task | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind: its share among all, the pool from which it is drawn, and its maker."""

    name: str
    weight: float
    pool: str
    make: Maker
    second: str = ""
    """Where a second stretch comes from: "same" document, a document "apart", or one to be "named"."""


def place(stretch: Stretch) -> Part:
    """Return a stretch as a part of the answer."""
    return (stretch.document, stretch.start, stretch.end)


def changed(kind: str, verdict: str, change: changes.Change, *, least: int = 6, most: int = 60) -> Maker:
    """Return a maker that changes a stretch of some length."""

    def make(draw: Draw, stretches: Sequence[Stretch]) -> Task | None:
        [stretch] = stretches
        words = change(stretch.words, draw.chance) if least <= len(stretch.words.split()) <= most else None
        if words is None or words == stretch.words:
            return None
        return Task(quote=words, kind=kind, verdict=verdict, parts=(place(stretch),))

    return make


def kept(kind: str, verdict: str = "verbatim", accept: tuple[str, ...] = ()) -> Maker:
    """Return a maker that copies a stretch."""

    def make(_draw: Draw, stretches: Sequence[Stretch]) -> Task:
        [stretch] = stretches
        return Task(quote=stretch.words, kind=kind, verdict=verdict, parts=(place(stretch),), accept=accept)

    return make


def scanned(_draw: Draw, stretches: Sequence[Stretch]) -> Task | None:
    """Quote the clean words of a scan that has errors just there."""
    [stretch] = stretches
    return Task(quote=stretch.words, kind="scanned", verdict="variant", parts=(place(stretch),))


def misread_at(rate: float, kind: str) -> Maker:
    """Return a maker that misreads the quotation."""
    return changed(kind, "variant", lambda text, chance: misread(text, rate, chance), least=8)


def elided(count: int) -> Maker:
    """Return a maker that leaves out one or more marked stretches of five words or more."""

    def make(draw: Draw, stretches: Sequence[Stretch]) -> Task | None:
        [stretch] = stretches
        words = stretch.words.split()
        gaps = _gaps(len(words), count, draw.chance)
        if gaps is None:
            return None
        quote = changes.elide(words, gaps, draw.chance)
        parts = tuple(place(part) for part in _between(stretch, draw, gaps))
        kind = "elided_once" if count == 1 else "elided_twice"
        return Task(quote=quote, kind=kind, verdict="elided", parts=parts)

    return make


def _gaps(words: int, count: int, chance: Random, *, piece: int = 5, gap: int = 5) -> list[tuple[int, int]] | None:
    """Cut some words into pieces and gaps, each of a least length; None where there are too few words."""
    spare = words - (count + 1) * piece - count * gap
    if spare < 0:
        return None
    cuts = sorted(chance.randint(0, spare) for _ in range(2 * count))
    least = [piece + index // 2 * (piece + gap) + (gap if index % 2 else 0) for index in range(2 * count)]
    edges = [cut + start for cut, start in zip(cuts, least, strict=True)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _between(stretch: Stretch, draw: Draw, gaps: Sequence[tuple[int, int]]) -> Iterator[Stretch]:
    """Yield the stretches that stay when some words of one are left out."""
    tokens = list(re.finditer(r"\S+", draw.text_of(stretch.document)[stretch.start : stretch.end]))
    begun = 0
    for start, end in [*gaps, (len(tokens), len(tokens))]:
        yield _cut(stretch, tokens[begun:start])
        begun = end


def _cut(stretch: Stretch, tokens: Sequence[re.Match[str]]) -> Stretch:
    """Return the part of a stretch that some of its tokens make."""
    return Stretch(
        document=stretch.document,
        start=stretch.start + tokens[0].start(),
        end=stretch.start + tokens[-1].end(),
        words=" ".join(token[0] for token in tokens),
    )


def spliced(kind: str, fits: Callable[[Stretch, Stretch], bool]) -> Maker:
    """Return a maker that joins two places without a mark."""

    def make(draw: Draw, stretches: Sequence[Stretch]) -> Task | None:
        first, second = (_shortened(stretch, draw) for stretch in stretches)
        if not fits(first, second):
            return None
        joint = draw.chance.choice((" ", " ", ", ", ". ", "; "))
        quote = first.words.rstrip(".,;:!?—-") + joint + second.words
        return Task(quote=quote, kind=kind, verdict="spliced", parts=(place(first), place(second)))

    return make


def _shortened(stretch: Stretch, draw: Draw) -> Stretch:
    """Return the first words of a stretch, as many as half a quotation has."""
    tokens = list(re.finditer(r"\S+", draw.text_of(stretch.document)[stretch.start : stretch.end]))
    return _cut(stretch, tokens[: draw.chance.randint(8, 24)])


FAR = 1_000
"""Code points between two places that are joined as if they stood together."""


def in_order(first: Stretch, second: Stretch) -> bool:
    """Tell whether the second place follows far behind the first in one document."""
    return first.document == second.document and second.start - first.end > FAR


def out_of_order(first: Stretch, second: Stretch) -> bool:
    """Tell whether the second place stands before the first in one document."""
    return first.document == second.document and second.end < first.start


def apart(first: Stretch, second: Stretch) -> bool:
    """Tell whether two places stand in two documents."""
    return first.document != second.document


def qualifier_cut(draw: Draw, stretches: Sequence[Stretch]) -> Task | None:
    """End a quotation just before the words that narrow it."""
    [stretch] = stretches
    raw = draw.text_of(stretch.document)[stretch.start : stretch.end]
    cue = next((row for row in changes.CUES.finditer(raw) if len(raw[: row.start()].split()) > 6), None)  # noqa: PLR2004
    if cue is None:
        return None
    end = stretch.start + len(raw[: cue.start()].rstrip())
    words = flat(raw[: cue.start()])
    return Task(quote=words, kind="qualifier_cut", verdict="verbatim", parts=((stretch.document, stretch.start, end),))


def elsewhere(draw: Draw, stretches: Sequence[Stretch]) -> Task | None:
    """Name another work for a quotation: that of a stretch far off."""
    stretch, other = stretches
    cited = draw.cited(other.document)
    if cited == draw.cited(stretch.document):
        return None
    parts = (place(stretch),)
    return Task(quote=stretch.words, kind="elsewhere", verdict="elsewhere", parts=parts, cited=cited)


def absent(kind: str) -> Maker:
    """Return a maker for words that stand nowhere in the library."""

    def make(draw: Draw, stretches: Sequence[Stretch]) -> Task:
        stretch, other = stretches
        cited = draw.cited(other.document) if draw.chance.random() < 0.4 else None  # noqa: PLR2004 - the share that cites
        verdict = "not-found" if cited else "unchecked"
        return Task(quote=stretch.words, kind=kind, verdict=verdict, cited=cited)

    return make


def kinds(vocabulary: Vocabulary) -> tuple[Kind, ...]:
    """Return every kind, the choosiest first: they take what they can use before the others take what is left."""
    one = "one"

    def altered(name: str, change: changes.Change) -> Kind:
        return Kind(name=name, weight=1, pool=one, make=changed(name, "altered", change))

    return (
        Kind(
            name="new_spelling", weight=1, pool="old", make=changed("new_spelling", "variant", _modernised(vocabulary))
        ),
        altered("date", changes.change_date),
        altered("name", changes.change_name(vocabulary)),
        altered("number", changes.change_number),
        altered("polarity_lost", changes.lose_negation),
        altered("modality", changes.by_table(changes.MODALS)),
        altered("quantifier", changes.by_table(changes.QUANTIFIERS)),
        Kind(name="qualifier_cut", weight=1, pool=one, make=qualifier_cut),
        altered("polarity_added", changes.add_negation),
        Kind(name="elided_twice", weight=1, pool=one, make=elided(2)),
        Kind(name="elided_once", weight=1.5, pool=one, make=elided(1)),
        Kind(name="spliced_within", weight=1, pool=one, make=spliced("spliced_within", in_order), second="same"),
        Kind(name="spliced_order", weight=1, pool=one, make=spliced("spliced_order", out_of_order), second="same"),
        Kind(name="spliced_two", weight=1, pool=one, make=spliced("spliced_two", apart), second="apart"),
        Kind(name="old_spelling", weight=1, pool=one, make=changed("old_spelling", "variant", older)),
        Kind(name="scanned", weight=1, pool="scan", make=scanned),
        Kind(name="edition", weight=1, pool="twin", make=kept("edition")),
        Kind(name="ocr_02", weight=1, pool=one, make=misread_at(0.02, "ocr_02")),
        Kind(name="ocr_05", weight=1, pool=one, make=misread_at(0.05, "ocr_05")),
        Kind(name="ocr_10", weight=1, pool=one, make=misread_at(0.10, "ocr_10")),
        altered("substituted", changes.substitute(vocabulary)),
        altered("inserted", changes.insert(vocabulary)),
        altered("lost", changes.lose),
        Kind(name="typography", weight=1, pool=one, make=changed("typography", "verbatim", changes.reset_type)),
        Kind(name="case", weight=1, pool=one, make=changed("case", "verbatim", changes.recase)),
        Kind(name="elsewhere", weight=1, pool=one, make=elsewhere, second="named"),
        Kind(name="verbatim", weight=1.5, pool=one, make=kept("verbatim")),
        Kind(name="short_rare", weight=0.7, pool="rare", make=kept("short_rare", accept=("too-short",))),
        Kind(name="short_common", weight=0.7, pool="common", make=_common),
        Kind(name="absent_prose", weight=3.5, pool="absent", make=absent("absent_prose"), second="named"),
        Kind(name="absent_markov", weight=2.5, pool="markov", make=absent("absent_markov"), second="named"),
    )


def _modernised(vocabulary: Vocabulary) -> changes.Change:
    """Return the change to newer spelling."""
    return lambda text, chance: newer(text, vocabulary.known, chance)


def _common(_draw: Draw, stretches: Sequence[Stretch]) -> Task | None:
    """Quote a few words that stand in many places."""
    [stretch] = stretches
    if len(WORD.findall(stretch.words)) < 2:  # noqa: PLR2004 - two words are the least
        return None
    return Task(quote=stretch.words, kind="short_common", verdict="too-short")
