"""Which candidates are names, and of what: clues are gathered over the whole document and weighed for each name.

Method: own. A word that is a person's name somewhere is one everywhere, unless an article or a body's noun stands by it.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import fsum

from valla.model.anchors import Span
from valla.model.documents import Document
from valla.model.names import EntityKind, Mention, MentionId
from valla.model.quotations import Attribution, Quotation, Title
from valla.model.works import Citation
from valla.name.candidates import SHORT, Candidate, cut_runs, is_place
from valla.name.capitals import runs_in
from valla.name.clues import PERSON
from valla.name.endings import names_people
from valla.name.folding import sounds_of
from valla.name.held import ENOUGH, LOCAL, STRONG, Held
from valla.name.lexicon.places import BOTH
from valla.name.lexicon.words import COMMON, GROUPS
from valla.name.scales import confidence, too_short, weigh
from valla.name.works import authors_in, titles_in

_MANY = re.compile(r"(?:ists|ites|ians|eans|icans|ans)\Z")
_SMALL = re.compile(r"(?<![\w’'])[^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]*+(?![\w])")
STEM = 3
"""Letters by which the names of persons are looked up for those of their followers."""


def find_mentions(
    document: Document,
    quotations: tuple[Quotation, ...] = (),
    titles: tuple[Title, ...] = (),
    attributions: tuple[Attribution, ...] = (),
    citations: tuple[Citation, ...] = (),
    seen: tuple[Span, ...] = (),
) -> tuple[Mention, ...]:
    """Return every mention of a person, a group, a place or a work in a document, sorted by place.

    The tables of the quote room serve as witnesses: who is said to speak, whose a cited work is, what is a title. Each
    may be empty; so may `seen`, the places at which a language model sees a person. Spans count code points of the document's text. Nothing is raised.
    """
    text = document.text
    small = Counter(_SMALL.findall(text))
    candidates = tuple(cut_runs(tuple(runs_in(document)), text, small))
    shelf = titles_in(document, titles, citations)
    outside = tuple(one for one in candidates if not _inside(one.span, shelf))
    told = (*speakers_in(attributions), *authors_in(citations, text), *((span, "model") for span in seen))
    weighed = _Scales(outside, text, small, told)
    spoken = tuple(sorted(row.span for row in quotations if not row.scare))
    rows = [*weighed.mentions(), *((span, EntityKind.WORK, 0.9, "a title") for span in shelf)]
    return tuple(_row(document, *row, quoted=_inside(row[0], spoken)) for row in sorted(rows))


def speakers_in(attributions: Iterable[Attribution]) -> Iterator[tuple[Span, str]]:
    """Yield the places at which speakers are named."""
    return ((row.at, "speaker") for row in attributions if row.at is not None and row.name and row.confidence > 0.5)  # noqa: PLR2004 - half a doubt is too much


def _inside(span: Span, around: Sequence[Span]) -> bool:
    """Tell whether a span lies in one of some sorted spans."""
    after = bisect_right(around, span.start, key=lambda one: one.start)
    return any(one.covers(span) for one in around[max(0, after - 3) : after])


def _row(document: Document, span: Span, kind: EntityKind, confidence: float, reason: str, *, quoted: bool) -> Mention:
    """Return the row of one mention."""
    return Mention(
        span=span,
        id=MentionId(f"{document.id}@{span.start}-{span.end}"),
        surface=" ".join(span.of(document.text).split()),
        kind=kind,
        confidence=confidence,
        quoted=quoted,
        reason=reason,
    )


Row = tuple[Span, EntityKind, float, str]


class _Scales(Held):
    """What the clues of every name of one document come to."""

    def __init__(
        self, candidates: tuple[Candidate, ...], text: str, small: Counter[str], told: Iterable[tuple[Span, str]]
    ) -> None:
        """Gather the clues."""
        super().__init__(candidates, text, small, told)
        self.surnames: dict[str, list[str]] = defaultdict(list)  # by their beginning
        self.verdicts: dict[tuple[str, frozenset[str], bool], tuple[float, str]] = {}

    def mentions(self) -> Iterator[Row]:
        """Yield the place, kind, confidence and reason of everything that is a name."""
        persons = (one for number, one in enumerate(self.candidates) if self._verdict(number)[0] >= ENOUGH)
        for low in {piece.low for one in persons for piece in one.pieces}:
            self.surnames[low[:STEM]].append(low)
        for number, one in enumerate(self.candidates):
            made = self._judge(number, one)
            parts = () if made and made[1] is not EntityKind.PERSON else tuple(self._compound(one))
            if parts:
                yield from parts
            elif made:
                yield made

    def _compound(self, one: Candidate) -> Iterator[Row]:
        """Yield the persons of a compound such as "Orme-Vane correspondence", where each is known by itself."""
        if len(one.pieces) > 1 or "-" not in one.last.text.replace("‑", "-"):
            return
        words = re.split(r"[-‑]", one.last.text)
        at = [one.last.text.find(word) for word in words]
        if all(self._is_person(word) for word in words):
            for word, shift in zip(words, at, strict=True):
                start = one.last.start + shift
                yield (Span(start, start + len(word)), EntityKind.PERSON, 0.6, "named by itself elsewhere")

    def _is_person(self, word: str) -> bool:
        """Tell whether a word alone is a person's name by the clues of the document."""
        key = sounds_of(word.lower())
        return word[:1].isupper() and key in self.held and fsum(map(weigh, self.held[key])) >= ENOUGH

    def _judge(self, number: int, one: Candidate) -> Row | None:
        """Return what one candidate is; None where it is no name."""
        body = self.bodies[number]
        if body and names_people(one.last.low) and len(one.pieces) == 1 and self._follows(one):
            return None
        if body is None and len(one.pieces) == 1 and not one.opens and "article" in self.local[number]:
            body = "an article stands before the noun of a body" if one.last.low in GROUPS - COMMON else None
        weight, reason = self._verdict(number)
        if body and not (one.loud and weight >= ENOUGH):
            return (one.span, EntityKind.GROUP, 0.7, body)
        if weight >= ENOUGH and not too_short(one):
            return (one.span, EntityKind.PERSON, confidence(weight), reason)
        if is_place(one, self.text) and (one.low not in BOTH or "place-word" in self.local[number] or weight < 0):
            return (one.span, EntityKind.PLACE, 0.9, "a place that everyone knows")
        if "place-word" in self.local[number] and len(one.pieces) <= 2 and self.foreign(one):  # noqa: PLR2004 - places have short names
            return (one.span, EntityKind.PLACE, 0.4, "a word of place stands before it")
        return None

    def _follows(self, one: Candidate) -> bool:
        """Tell whether a word for many is made of the name of a person met here: Penn, Pennites."""
        stem = _MANY.sub("", one.last.low)
        near = self.surnames[stem[:STEM]] if len(stem) > SHORT else ()
        return any(name.startswith(stem[:-1]) and abs(len(name) - len(stem)) < SHORT for name in near)

    def _verdict(self, number: int) -> tuple[float, str]:
        """Return weight and reason at one place, worked out once for all places at which the same clues count."""
        one = self.candidates[number]
        key = one.key, frozenset(self.local[number] & (LOCAL | STRONG)), len(one.pieces) > 1
        if key not in self.verdicts:
            clues = self.clues(number)
            self.verdicts[key] = fsum(map(weigh, clues)), self._reason(clues)
        return self.verdicts[key]

    def _reason(self, told: Iterable[str]) -> str:
        """Return the weightiest clues in words."""
        clues = sorted(told, key=lambda clue: (-weigh(clue), clue))
        return "; ".join(PERSON[clue][1] for clue in clues if clue in PERSON)[:160] or "named elsewhere"
