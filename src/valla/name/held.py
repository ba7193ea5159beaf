"""The clues of every name of one document: gathered at each place, held by name, weighed for a person."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import fsum

from valla.model.anchors import Span
from valla.name.candidates import Candidate, body_of, is_place, neighbours
from valla.name.clues import clues_around
from valla.name.endings import is_derived, surname_ending
from valla.name.folding import skeleton_of
from valla.name.lexicon.given import FORMS
from valla.name.lexicon.words import COMMON, STARTERS
from valla.name.scales import nearly, opens_line, weigh

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
TITLE = 90
"""Letters up to which a line may be a title."""
_LONG_SMALL = re.compile(r"(?<![\w’'])[a-zß-öø-ÿ]{5}|(?<![\w’'])[a-zß-öø-ÿ]{2,}[.,;]")
STRONG = frozenset({"role", "given", "initials", "label"})
"""Clues that stand whatever else is known of the word."""
LOCAL = frozenset({"article", "place-word", "group-behind", "seat", "pair-inside"})
"""Clues that speak of one place only."""


class Held:
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
        self.small = small
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
        elif len(one.pieces) > 1 and not one.loud and self.foreign(one):
            yield "pair"
            if not one.opens and not self._in_title(one):
                yield "pair-inside"

    def foreign(self, one: Candidate) -> bool:
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
        return fsum(weigh(clue) for clue in self.clues(number))

    def clues(self, number: int) -> set[str]:
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
