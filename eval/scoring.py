"""How well a reading agrees with the gold: spans, scare quotations, titles, speakers and cited works.

Two levels are counted: `exact` (the same trimmed span) and `overlap` (at least 0.8 of the union is shared). A scare
quotation called a quotation is both a miss and a false alarm, and the other way round. A quotation broken by words of
the author ("...," she said, "...") is right as one span and right as its parts.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from eval.marked import Gold, Mark, trim_span

ALIKE = 0.8
INSIDE = 0.9
NEAR = 0.5
RANKS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "dame",
        "the",
        "a",
        "an",
        "captain",
        "mother",
        "old",
        "reverend",
        "canon",
        "justice",
        "director",
        "inspector",
        "professor",
        "mayor",
        "aunt",
        "my",
        "his",
        "her",
        "saint",
        "herr",
        "frau",
        "mme",
        "m",
        "queen",
        "bishop",
    ]
)
STOPS = frozenset(
    [
        "the",
        "of",
        "and",
        "a",
        "an",
        "in",
        "on",
        "to",
        "by",
        "for",
        "at",
        "is",
        "der",
        "die",
        "das",
        "und",
        "le",
        "la",
        "les",
        "et",
        "du",
        "de",
        "p",
        "pp",
        "vol",
    ]
)
POSSESSIVE = re.compile(r"[’']s\b")
NO_LETTERS = re.compile(r"[^\w ]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One quotation as the program under test sees it, in code points of the original file."""

    start: int
    end: int
    scare: bool = False
    kind: str = "inline"
    speaker: str | None = None
    work: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that the program under test says of one text."""

    answers: tuple[Answer, ...]
    titles: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class Count:
    """Hits and misses; `hit` counts answers that are right and `met` gold items that are found."""

    hit: int = 0
    false: int = 0
    met: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Return the share of answers that are right; 1 where nothing was answered."""
        return self.hit / (self.hit + self.false) if self.hit + self.false else 1.0

    @property
    def recall(self) -> float:
        """Return the share of gold items that are found; 1 where there are none."""
        return self.met / (self.met + self.missed) if self.met + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, other: "Count") -> None:
        """Add the counts of another text."""
        self.hit += other.hit
        self.false += other.false
        self.met += other.met
        self.missed += other.missed


@dataclass(slots=True)
class Share:
    """So many right out of so many."""

    right: int = 0
    of: int = 0

    @property
    def rate(self) -> float:
        """Return the share; 1 where nothing was asked."""
        return self.right / self.of if self.of else 1.0

    def add(self, other: "Share") -> None:
        """Add the counts of another text."""
        self.right += other.right
        self.of += other.of

    def note(self, right: bool) -> None:
        """Count one case."""
        self.right += right
        self.of += 1


@dataclass(slots=True)
class Score:
    """The figures of one text, or of several added up; `faults` tells each error with its words."""

    exact: Count = field(default_factory=Count)
    overlap: Count = field(default_factory=Count)
    scare: Count = field(default_factory=Count)
    nested: Share = field(default_factory=Share)
    kinds: Share = field(default_factory=Share)
    title_alarms: int = 0
    titles: Share = field(default_factory=Share)
    speakers: Share = field(default_factory=Share)
    false_names: int = 0
    works: Share = field(default_factory=Share)
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Add the figures of another text."""
        self.exact.add(other.exact)
        self.overlap.add(other.overlap)
        self.scare.add(other.scare)
        self.nested.add(other.nested)
        self.kinds.add(other.kinds)
        self.titles.add(other.titles)
        self.speakers.add(other.speakers)
        self.works.add(other.works)
        self.title_alarms += other.title_alarms
        self.false_names += other.false_names
        self.faults.extend(other.faults)


Span = tuple[int, int]
Fits = Callable[[Span, Span], bool]


def score_reading(gold: Gold, reading: Reading) -> Score:
    """Return the figures of a reading of one gold text."""
    score = Score()
    spans = {n: trim_span(gold.text, answer.start, answer.end) for n, answer in enumerate(reading.answers)}
    said = [n for n, answer in enumerate(reading.answers) if not answer.scare]
    scares = [n for n, answer in enumerate(reading.answers) if answer.scare]
    waived = [mark for mark in gold.marks if mark.optional]
    score.exact, _ = count_matches(gold.quotations, said, spans, waived, fits=lambda one, other: one == other)
    score.overlap, pairs = count_matches(gold.quotations, said, spans, waived, fits=overlaps)
    score.scare, noted = count_matches(gold.scares, scares, spans, waived, fits=overlaps)
    score.title_alarms = sum(
        any(overlaps(spans[n], title.span) for title in gold.titles) for n in said if n not in used_in(pairs)
    )
    for title in gold.titles:
        if not title.optional:
            score.titles.note(any(overlaps(trim_span(gold.text, *at), title.span) for at in reading.titles))
    met = {id(mark) for mark, _ in pairs}
    for mark in gold.quotations:
        if mark.nested and not mark.optional:
            score.nested.note(id(mark) in met)
    judge_pairs(pairs, reading.answers, score)
    tell_faults(gold, reading.answers, spans, (pairs, noted), score)
    return score


Pairs = list[tuple[Mark, list[int]]]


def count_matches(
    marks: Sequence[Mark], answers: Sequence[int], spans: dict[int, Span], waived: Sequence[Mark], *, fits: Fits
) -> tuple[Count, Pairs]:
    """Match marks and answers one to one, the likest first, then marks and the answers that are their pieces."""
    pairs = match_singly(marks, answers, spans, fits)
    met, used = {id(mark) for mark, _ in pairs}, used_in(pairs)
    for mark in marks:
        pieces = [n for n in answers if n not in used and shared(spans[n], mark.span) >= INSIDE * length(spans[n])]
        if id(mark) not in met and pieces and makes_up(mark, [spans[n] for n in pieces], fits):
            pairs.append((mark, pieces))
            used.update(pieces)
    met = {id(mark) for mark, _ in pairs}
    free = [n for n in answers if n not in used and not any(likeness(spans[n], mark.span) >= NEAR for mark in waived)]
    asked = [mark for mark in marks if not mark.optional]
    count = Count(
        hit=sum(len(pieces) for mark, pieces in pairs if not mark.optional),
        false=len(free),
        met=sum(id(mark) in met for mark in asked),
        missed=sum(id(mark) not in met for mark in asked),
    )
    return count, pairs


def match_singly(marks: Sequence[Mark], answers: Sequence[int], spans: dict[int, Span], fits: Fits) -> Pairs:
    """Return the marks that one answer fits, each answer given away once."""
    likely = sorted(
        ((likeness(spans[n], mark.span), mark, n) for mark in marks for n in answers if fits(spans[n], mark.span)),
        key=lambda pair: (-pair[0], pair[1].start, pair[1].end, pair[2]),
    )
    pairs: Pairs = []
    met: set[int] = set()
    used: set[int] = set()
    for _, mark, n in likely:
        if id(mark) not in met and n not in used:
            met.add(id(mark))
            used.add(n)
            pairs.append((mark, [n]))
    return pairs


def makes_up(mark: Mark, pieces: Sequence[Span], fits: Fits) -> bool:
    """Tell whether the pieces together are the mark: each of its parts is met, or most of its words are covered."""
    if fits is not overlaps:
        return all(any(fits(piece, part) for piece in pieces) for part in mark.parts)
    covered = sum(shared(piece, part) for piece in pieces for part in mark.parts)
    return covered >= ALIKE * sum(length(part) for part in mark.parts)


def judge_pairs(pairs: Pairs, answers: Sequence[Answer], score: Score) -> None:
    """Count speakers, works and kinds of the quotations that were found."""
    for mark, pieces in pairs:
        answer = answers[pieces[0]]
        if mark.optional:
            continue
        score.kinds.note(coarse(answer.kind) == mark.kind)
        if not mark.nameless:
            score.speakers.note(names_one(answer.speaker, mark.speakers))
        elif answer.speaker is not None and not names_one(answer.speaker, mark.speakers):
            score.false_names += 1
        if mark.works:
            score.works.note(answer.work is not None and any(same_work(answer.work, work) for work in mark.works))


def tell_faults(
    gold: Gold, answers: Sequence[Answer], spans: dict[int, Span], matched: tuple[Pairs, Pairs], score: Score
) -> None:
    """Write down each miss, false alarm, wrong speaker and wrong work with the first words concerned."""
    found = {id(mark): pieces for pairs in matched for mark, pieces in pairs}
    used = used_in(matched[0]) | used_in(matched[1])
    for mark in (*gold.quotations, *gold.scares):
        pieces, words = found.get(id(mark)), excerpt(gold.text, mark.span)
        if pieces is None and not mark.optional:
            score.faults.append(f"missed {'scare ' if mark.letter == 's' else ''}{words}")
        elif pieces is not None and mark.letter == "q":
            score.faults.extend(tell_naming(mark, answers[pieces[0]], words))
    for n, answer in enumerate(answers):
        if n not in used and not any(likeness(spans[n], mark.span) >= NEAR for mark in gold.marks if mark.optional):
            score.faults.append(f"false {'scare ' if answer.scare else ''}{excerpt(gold.text, spans[n])}")


def tell_naming(mark: Mark, answer: Answer, words: str) -> list[str]:
    """Return what is wrong with the speaker and the work of a quotation that was found."""
    told = []
    right = names_one(answer.speaker, mark.speakers) or (mark.nameless and answer.speaker is None)
    if not right and not mark.optional:
        told.append(f"speaker {answer.speaker!r} for {'/'.join(mark.speakers[:1])!r}: {words}")
    if mark.works and not any(same_work(answer.work or "", work) for work in mark.works):
        told.append(f"work {answer.work!r} for {mark.works[0]!r}: {words}")
    return told


def used_in(pairs: Pairs) -> set[int]:
    """Return the answers that were given away."""
    return {n for _, pieces in pairs for n in pieces}


def overlaps(one: Span, other: Span) -> bool:
    """Tell whether two spans share enough to be the same quotation."""
    return likeness(one, other) >= ALIKE


def likeness(one: Span, other: Span) -> float:
    """Return the shared part of the union."""
    both = shared(one, other)
    return both / (max(one[1], other[1]) - min(one[0], other[0])) if both else 0.0


def shared(one: Span, other: Span) -> int:
    """Return how many code points two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def length(span: Span) -> int:
    """Return how many code points a span covers."""
    return span[1] - span[0]


def coarse(kind: str) -> str:
    """Return the kind as the gold has it, which does not part fragments from sentences."""
    return "inline" if kind == "fragment" else kind


def excerpt(text: str, span: Span) -> str:
    """Return the place and the first words of a span on one line."""
    words = " ".join(text[span[0] : span[1]].split())
    return f"{span[0]} «{words[:60]}{'…' if len(words) > 60 else ''}»"  # noqa: PLR2004 - what fits a terminal


def names_one(name: str | None, wanted: Sequence[str]) -> bool:
    """Tell whether a name is one of those wanted: the same words, or fewer of them with the same last word."""
    given = name_words(name or "")
    return bool(given) and any(agree(given, name_words(want)) for want in wanted)


def agree(given: list[str], want: list[str]) -> bool:
    """Tell whether two names can be one."""
    if not want:
        return False
    within = set(given) <= set(want) or set(want) <= set(given)
    return set(given) == set(want) or (within and given[-1] == want[-1])


def name_words(name: str) -> list[str]:
    """Return the words of a name without ranks and articles; a name of nothing else keeps them."""
    words = fold(name).split()
    return [word for word in words if word not in RANKS] or words


def same_work(given: str, wanted: str) -> bool:
    """Tell whether two titles mean one work: most of the words of the shorter are in the other."""
    one, other = set(fold(given).split()) - STOPS, set(fold(wanted).split()) - STOPS
    if not one or not other:
        return False
    both = len(one & other)
    return both / len(other) >= 0.6 or (len(one) > 1 and both / len(one) >= ALIKE)  # noqa: PLR2004 - the seed's measure


def fold(words: str) -> str:
    """Return words in lower case without accents, possessives and marks."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(NO_LETTERS.sub(" ", POSSESSIVE.sub("", plain)).split())
