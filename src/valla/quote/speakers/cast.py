"""The persons of a whole text: by what role each was introduced, and of whom it speaks most."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from valla.quote.lexicon.grammar import DETERMINERS, PREPOSITIONS
from valla.quote.lexicon.roles import BODIES
from valla.quote.lexicon.verbs import REPORTING
from valla.quote.people import Chunk, Name, chunk_at
from valla.quote.sorts import Sort, is_role
from valla.quote.speakers.phrases import chunk_ending
from valla.quote.tokens import Kind, Token, tokenise

BESIDE = 6
"""Words between a role and the name that stands beside it: "the clerk of the works, Osric Penn"."""

OFTEN = 3
"""A text is about somebody whom it names at least so often, and twice as often as anybody else."""


class Cast:
    """Looks up persons by their roles, in one text with its quotations veiled."""

    def __init__(self, text: str) -> None:
        """Take the text; it is read once, when first asked."""
        self.text = text

    @cached_property
    def _tokens(self) -> list[Token]:
        return tokenise(self.text)

    @cached_property
    def _by_role(self) -> dict[str, list[tuple[int, Name]]]:
        """Roles to the persons introduced by them, in the order of the text."""
        found: dict[str, list[tuple[int, Name]]] = defaultdict(list)
        tokens = self._tokens
        for place, token in enumerate(tokens):
            if token.lower and is_role(token) and token.low not in BODIES:
                name = _named_after(tokens, place) or _named_before(tokens, place)
                if name:
                    found[token.low].append((name.span.start, name))
        return found

    def called(self, role: Name) -> Name | None:
        """Return the person who was last introduced by a role, before the place where the role stands alone."""
        words = role.value.split()
        if len(words) < 2 or words[0].lower() not in DETERMINERS - {"a", "an", "one", "some", "another", "any"}:  # noqa: PLR2004 - "the clerk"
            return None
        known = self._by_role.get(words[-1].lower(), [])
        place = bisect_right(known, role.span.start, key=lambda row: row[0]) - 1
        return known[place][1] if place >= 0 else None

    @cached_property
    def _mentions(self) -> list[tuple[str, int]]:
        """Surnames with the number of times each stands in the text, the oftenest first."""
        counts = Counter(name.surname for name in self._names)
        return sorted(counts.items(), key=lambda row: (-row[1], row[0]))

    @cached_property
    def _names(self) -> list[Name]:
        return list(_persons(self._tokens))

    def protagonist(self, excluded: Callable[[Name], bool]) -> Name | None:
        """Return whom the text is about, among those whom a pronoun may mean; None where two are named as often."""
        allowed = [row for row in self._mentions[:8] if not excluded(self._first(row[0]))]
        if not allowed or allowed[0][1] < OFTEN or (len(allowed) > 1 and 2 * allowed[1][1] > allowed[0][1]):
            return None
        return self._first(allowed[0][0])

    def _first(self, surname: str) -> Name:
        """Return the fullest name with a surname, the first of several."""
        named = [name for name in self._names if name.surname == surname]
        return max(named, key=lambda name: (len(name.words), -name.span.start))


def _persons(tokens: Sequence[Token]) -> Iterator[Name]:
    place = 0
    while place < len(tokens):
        chunk = chunk_at(tokens, place) if tokens[place].capital else None
        if chunk and chunk.name.sort is Sort.PERSON:
            yield chunk.name
        place = chunk.stop if chunk else place + 1


def _named_after(tokens: Sequence[Token], place: int) -> Name | None:
    """Return the name right behind a role, or between commas behind it and its field."""
    chunk = chunk_at(tokens, place + 1)
    if chunk and chunk.name.sort is Sort.PERSON:
        return chunk.name
    for index in range(place + 1, min(len(tokens) - 1, place + BESIDE)):
        if tokens[index].is_mark(","):
            return _closed(tokens, chunk_at(tokens, index + 1))
        if tokens[index].kind is Kind.MARK or tokens[index].low in REPORTING:
            return None
    return None


def _closed(tokens: Sequence[Token], chunk: Chunk | None) -> Name | None:
    """Return a full name that a mark follows, as one in apposition."""
    full = chunk is not None and chunk.name.sort is Sort.PERSON and (len(chunk.name.words) > 1 or chunk.name.ranks)
    ends = chunk is not None and (chunk.stop >= len(tokens) or tokens[chunk.stop].is_mark(",.;:—–"))
    return chunk.name if chunk and full and ends else None


def _named_before(tokens: Sequence[Token], place: int) -> Name | None:
    """Return the name before a comma and a role: "Osric Penn, the old clerk"."""
    for index in range(place - 1, max(0, place - BESIDE), -1):
        token = tokens[index]
        if token.is_mark(","):
            chunk = chunk_ending(tokens, index - 1)
            return chunk.name if chunk and chunk.name.sort is Sort.PERSON else None
        if token.kind not in {Kind.WORD, Kind.POSS} or token.low in REPORTING or token.low in PREPOSITIONS:
            return None
    return None
