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
from valla.name.candidates import SHORT, Candidate, body_of, cut_runs, is_place, neighbours
from valla.name.capitals import runs_in
from valla.name.clues import PERSON, clues_around
from valla.name.endings import is_derived, names_people, surname_ending
from valla.name.folding import skeleton_of, sounds_of
from valla.name.lexicon.given import FORMS
from valla.name.lexicon.places import BOTH
from valla.name.lexicon.words import COMMON, GROUPS, STARTERS
from valla.name.scales import confidence, nearly, opens_line, too_short, weigh
from valla.name.works import authors_in, titles_in

ENOUGH = 2.0
"""Weight of clues from which on a name is taken for a person's."""
NEARLY = -0.5
"""Weight from which on a likeness to a known person may decide."""
LEAST = 5
"""Letters that a name has at least which is known by its likeness to another."""
CROWD = 300
"""Persons of like skeleton with whom a name is compared; where there are more, likeness says little."""
OFTEN = 3
"""So many times more with a capital than without, and the small word is an accident."""
_MANY = re.compile(r"(?:ists|ites|ians|eans|icans|ans)\Z")
_SMALL = re.compile(r"(?<![\w’'])[^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]*+(?![\w])")
STEM = 3
"""Letters by which the names of persons are looked up for those of their followers."""
TITLE = 90
"""Letters up to which a line may be a title."""
_LONG_SMALL = re.compile(r"(?<![\w’'])[a-zß-öø-ÿ]{5}|(?<![\w’'])[a-zß-öø-ÿ]{2,}[.,;]")
STRONG = frozenset({"role", "given", "initials", "label"})
"""Clues that stand whatever else is known of the word."""
LOCAL = frozenset({"article", "place-word", "group-behind", "seat", "pair-inside"})
"""Clues that speak of one place only."""


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


class _Scales:
    """The clues of every name of one document, and what they come to."""

    def __init__(
        self, candidates: tuple[Candidate, ...], text: str, small: Counter[str], told: Iterable[tuple[Span, str]]
    ) -> None:
        """Gather the clues."""
        self.text = text
        self.candidates = candidates
        self.local = [
            set(clues_around(text, one.span, opens=opens_line(one, text), whole=one.whole)) for one in candidates
        ]
        self.bodies = [body_of(one, text) for one in candidates]
        self.held: dict[str, set[str]] = defaultdict(set)
        self.looks: dict[str, frozenset[str]] = {}  # of each word, by itself
        self.verdicts: dict[tuple[str, frozenset[str], bool], tuple[float, str]] = {}  # known when all clues are in
        self.small = small
        self.surnames: dict[str, list[str]] = defaultdict(list)  # by their beginning; known when all clues are in
        self.large = Counter(one.last.low for one in candidates if not one.opens)
        self._add_told(told)
        for number, one in enumerate(candidates):
            self._add_own(number, one)
        for key in {one.key for one in candidates} - {one.key for one in candidates if not one.opens}:
            self.held[key].add("only-opening")
        self._add_rows()
        self._add_kin()

    def _add_kin(self) -> None:
        """Let a name that is nearly a known person's, or a known person's given name, be taken for one."""
        known: dict[str, set[str]] = defaultdict(set)
        first: set[str] = set()
        asked = []
        inside = {number for number, one in enumerate(self.candidates) if self._in_prose(one)}
        for number, one in enumerate(self.candidates):
            if self.bodies[number] is not None:
                continue
            weight = self.weight(number)
            if weight >= ENOUGH:
                known[skeleton_of(one.key)[:2]].add(one.last.low)
                first |= FORMS.get(one.pieces[0].low, frozenset()) if len(one.pieces) > 1 else frozenset()
                if len(one.pieces) > 1 and not one.loud and number in inside:
                    self.held[one.key].add("whole")
            elif weight >= NEARLY:
                asked.append(one)
        for one in {one.key: one for one in asked}.values():
            near = sorted(known[skeleton_of(one.key)[:2]])
            if len(one.last.text) >= LEAST and len(near) <= CROWD and any(nearly(one.last.low, name) for name in near):
                self.held[one.key].add("kin")
            if one.last.low in first:
                self.held[one.key].add("first-name")

    def _in_prose(self, one: Candidate) -> bool:
        """Tell whether words in small letters stand beside a candidate on its line."""
        line = self.text[max(0, one.span.start - 30) : one.span.end + 30]
        return any(letter.islower() for letter in line)

    def _in_title(self, one: Candidate) -> bool:
        """Tell whether a candidate stands in a line all of whose longer words have capitals, as titles have."""
        start = self.text.rfind("\n", max(0, one.span.start - TITLE), one.span.start)
        end = self.text.find("\n", one.span.end, one.span.end + TITLE)
        if start < max(0, one.span.start - TITLE) and one.span.start > TITLE:
            return False
        line = self.text[start + 1 : end if end >= 0 else one.span.end + TITLE]
        return len(line) < TITLE and _LONG_SMALL.search(line) is None

    def _add_told(self, told: Iterable[tuple[Span, str]]) -> None:
        """Add what other rooms say of the names at certain places."""
        starts = [one.span.start for one in self.candidates]
        for span, clue in told:
            first, after = bisect_right(starts, span.start - 1), bisect_right(starts, span.end - 1)
            for number in range(max(0, first), after):
                if span.covers(self.candidates[number].span):
                    self.local[number].add(clue)

    def _add_own(self, number: int, one: Candidate) -> None:
        """Add the clues that lie in the words themselves, and keep all that speak of the name as such."""
        clues = self.local[number]
        if one.ranks:
            clues.add("role")
        if self.bodies[number] is None:
            clues |= set(self._looks(one))
            self.held[one.key] |= clues - LOCAL if not one.loud or self._in_prose(one) else clues & {"label"}
            if "place-word" in clues:
                self.held[one.key].add("placed")

    def _looks(self, one: Candidate) -> Iterator[str]:
        """Yield what the words of a candidate say by themselves."""
        low = one.last.low
        if low not in self.looks:
            self.looks[low] = frozenset(self._word_looks(low))
        yield from self.looks[low]
        if is_place(one, self.text):
            yield "gazetteer"
        yield from self._fore(one)

    def _word_looks(self, low: str) -> Iterator[str]:
        """Yield what one word says by itself, wherever it stands."""
        if is_derived(low) or not {low, low.removesuffix("s")}.isdisjoint(COMMON) or low in STARTERS:
            yield "listed"
        if self.small[low]:
            yield "seldom" if self.large[low] >= OFTEN * self.small[low] else "common"
        ending = surname_ending(low)
        if ending:
            yield ending

    def _fore(self, one: Candidate) -> Iterator[str]:
        """Yield what the words before the last say: initials, a given name, or that nothing else is known of them."""
        first = one.pieces[0]
        if first.initials and not one.last.initials:
            yield "initials"
        if " " in first.text:
            yield "given"
        elif first.low in FORMS:
            yield "given" if len(one.pieces) > 1 else "title-given"
        elif len(one.pieces) > 1 and not one.loud and self._foreign(one):
            yield "pair"
            if not one.opens and not self._in_title(one):
                yield "pair-inside"

    def _foreign(self, one: Candidate) -> bool:
        """Tell whether no word of a candidate has another use."""
        words = [piece.low for piece in one.pieces if not piece.initials]
        return not any(word in COMMON or word in STARTERS or self.small[word] for word in words)

    def _add_rows(self) -> None:
        """Let persons speak for the names that stand in a row with them."""
        rows = list(neighbours(self.candidates, self.text))
        for pairs in (rows, rows[::-1]):
            for one, other in pairs:
                for known, asked in ((one, other), (other, one)):
                    if self.bodies[asked] is None and self.weight(known) >= ENOUGH:
                        self.held[self.candidates[asked].key].add("beside")

    def weight(self, number: int) -> float:
        """Return the weight of the clues for a person at one place."""
        return fsum(weigh(clue) for clue in self._clues(number))

    def _clues(self, number: int) -> set[str]:
        """Return the clues that count at one place: those of the name, and those of the place itself."""
        one, local = self.candidates[number], self.local[number]
        clues = self.held[one.key] | (local & (LOCAL | STRONG))
        strong = local & STRONG
        if self.held[one.key] & (STRONG | {"speaker", "author"}):
            clues -= {"only-opening"}
        if strong:
            clues -= {"article"}
        if "pair-inside" in clues:
            clues -= {"pair"}
        if {"title-given", "first-name"} <= clues:
            clues -= {"only-opening"}
        if len(one.pieces) > 1 and strong & {"given", "initials"}:
            clues -= {"common", "seldom", "listed", "gazetteer", "place-word"}
        return clues

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
        if "place-word" in self.local[number] and len(one.pieces) <= 2 and self._foreign(one):  # noqa: PLR2004 - places have short names
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
            clues = self._clues(number)
            self.verdicts[key] = fsum(map(weigh, clues)), self._reason(clues)
        return self.verdicts[key]

    def _reason(self, told: Iterable[str]) -> str:
        """Return the weightiest clues in words."""
        clues = sorted(told, key=lambda clue: (-weigh(clue), clue))
        return "; ".join(PERSON[clue][1] for clue in clues if clue in PERSON)[:160] or "named elsewhere"
