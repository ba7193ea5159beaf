"""Speakers named by a phrase of view or source: "according to X", "in X's words", "for X, it was", "to quote X"."""

from collections.abc import Sequence

from valla.quote.lexicon.grammar import ACCUSATIVE, COPULAS, POSSESSIVES
from valla.quote.lexicon.prints import SAYINGS
from valla.quote.people import Chunk, chunk_at
from valla.quote.sorts import Sort
from valla.quote.speakers.clauses import subject_before
from valla.quote.speakers.phrases import Subject, chunk_ending, owner_of, pronoun
from valla.quote.speakers.sources import NEAR, name_from
from valla.quote.tokens import Kind, Token

_ACCORDING = frozenset({"according", "selon", "laut", "zufolge", "secondo", "según", "d'après"})


_VIEWS = frozenset(
    "mind ear taste words opinion view phrase account formulation judgment judgement estimation eyes language".split()
)


_RUSSIAN_VIEWS = frozenset({"словам", "мнению", "выражению", "свидетельству"})


_VIEW_LEADS = frozenset({"in", "to", "from"})


_QUOTING = frozenset("quote cite borrow use paraphrase echo repeat adopt".split())


_AGREEING = frozenset(
    "infer deduce assert suppose "
    "say said conclude concluded reply replied answer answered assume assumed hold held believe believed argue argued "
    "admit admitted suppose supposed add added ask asked maintain maintained observe observed repeat speak".split()
)


_FOR = frozenset({"for", "für", "pour", "для", "para", "per"})


def named_by_phrase(body: Sequence[Token]) -> Subject | None:
    """Return the speaker of "according to X", "in X's words", "in the words of X", "selon X"."""
    for place in range(len(body) - 1, max(-1, len(body) - 30), -1):
        found = _phrase_at(body, place)
        if found:
            return found
    return None


def _phrase_at(body: Sequence[Token], place: int) -> Subject | None:
    """Return the speaker of a phrase of source whose head stands at a place."""
    return _eyes_at(body, place) or _hand_at(body, place) or _view_at(body, place)


def _eyes_at(body: Sequence[Token], place: int) -> Subject | None:
    """Return in whose eyes it is so: "X, for whom", "To X it was", "for X"."""
    low, before = body[place].low, body[place - 1] if place else None
    if low == "whom" and place > 1 and before and before.low in _FOR:
        last = place - 3 if body[place - 2].is_mark(",") else place - 2
        return _believer(chunk_ending(body, last) if last >= 0 else None, 0.8)
    if low in {"to", "for"} and (before is None or before.is_mark(",;:") or before.low in _SEEMING):
        found = _in_whose_eyes(body, place)
        if found:
            return found
    return _believer(chunk_at(body, 1) if low in _FOR and place == 0 and len(body) > 1 else None, 0.65)


def _believer(chunk: Chunk | None, certainty: float) -> Subject | None:
    """Return a person as the one in whose eyes something is so."""
    person = chunk is not None and chunk.name.sort is Sort.PERSON
    return Subject(chunk.name, certainty, "in whose eyes it is so") if chunk and person else None


def _hand_at(body: Sequence[Token], place: int) -> Subject | None:
    """Return from whom the words come: "we have it from X", "we owe to X", "to quote X", "with X"; "per X" of a court."""
    low, before = body[place].low, body[place - 1].low if place else ""
    if low == "it" and before in {"has", "had", "have"}:  # "X has it that"
        return subject_before(body, place - 1)
    if low in {"believe", "trust", "credit"} and any(token.low == "if" for token in body[max(0, place - 4) : place]):
        return name_from(body, place + 1)
    if (low == "from" and before in _LEARNING) or (low == "to" and before in {"owe", "owed", "owes"}):
        return name_from(body, place + 1)
    if low == "per":
        found = name_from(body, place + 1)
        return found if found and found.name.sort is Sort.PERSON else None
    if low in _QUOTING and before == "to":
        return _borrowed(body, place + 1)
    return _agreed(body, place) if low in {"with", "mit", "avec"} and place > 1 else None


_LEARNING = frozenset("it learn know hear learned".split())


def _view_at(body: Sequence[Token], place: int) -> Subject | None:
    """Return X of "according to X", "in X's words", "in the words of X"."""
    low = body[place].low
    following = body[place + 1].low if place + 1 < len(body) else ""
    if low in _ACCORDING and body[place + 2 : place + 3] and body[place + 2].low == "whom":
        last = place - 2 if place and body[place - 1].is_mark(",") else place - 1
        return _believer(chunk_ending(body, last) if last >= 0 else None, 0.85)
    if low in _ACCORDING:
        return name_from(body, place + (2 if following in {"to", "as"} else 1))
    if low == "по" and following in _RUSSIAN_VIEWS:
        return name_from(body, place + 2)
    if low not in _VIEWS or not _led_by_in(body, place):
        return None
    if place > 1 and body[place - 1].low == "whose":
        last = place - 4 if body[place - 3].is_mark(",") else place - 3
        return _believer(chunk_ending(body, last) if last >= 0 else None, 0.8)
    if following == "of":
        return name_from(body, place + 2)
    owner = owner_of(body, place, place, 0) or owner_of(body, place - 1, place, 0)
    return Subject(owner, 0.9, f"owner of the {low}") if owner else None


def _in_whose_eyes(body: Sequence[Token], place: int) -> Subject | None:
    """Return X of "To X it was", "is, for X, a", "seemed to X"."""
    first = place + 1
    while (
        first < min(len(body) - 1, place + 4) and body[first].lower and (first > place + 1 or body[first].low == "the")
    ):
        first += 1
    chunk = chunk_at(body, first) if first < len(body) else None
    told = place == 0 and body[1:2] and body[1].low in ACCUSATIVE
    if chunk is None and told and _holds(body, 0, body[2:]):
        return Subject(pronoun(body[1]), 0.65, "in whose eyes it is so")
    if chunk is None or chunk.name.sort is not Sort.PERSON:
        return None
    rest = body[chunk.stop :]
    if place and not body[place - 1].is_mark(",;:") and body[place - 1].low in _SEEMING:
        return Subject(chunk.name, 0.7, "in whose eyes it is so") if len(rest) <= NEAR else None
    if place and body[place - 1].is_mark(","):
        return (
            Subject(chunk.name, 0.7, "in whose eyes it is so")
            if len(rest) <= NEAR and (not rest or rest[0].is_mark(","))
            else None
        )
    return Subject(chunk.name, 0.65, "in whose eyes it is so") if _holds(body, place, rest) else None


def _holds(body: Sequence[Token], place: int, rest: Sequence[Token]) -> bool:
    """Tell whether a predicate leads up to the quotation, or "for X," is set off by a comma."""
    predicate = any(token.low in COPULAS or token.low in _SEEMING for token in body[-3:])
    return predicate or (body[place].low == "for" and bool(rest) and rest[0].is_mark(","))


_SEEMING = frozenset("seemed seems appeared appears looked remained".split())


def _borrowed(body: Sequence[Token], place: int) -> Subject | None:
    """Return X of "to quote X", "to borrow the phrase of X", "to use X's word"."""
    named = name_from(body, place)
    if named is None or named.name.sort is Sort.ROLE:
        for index in range(place, min(len(body), place + 6)):
            if body[index].low in SAYINGS | _VIEWS | {"word"}:
                owner = owner_of(body, index, index, 0) or owner_of(body, index - 1, index, 0)
                following = body[index + 1].low if index + 1 < len(body) else ""
                return (
                    Subject(owner, 0.85, "from whom the phrase is taken")
                    if owner
                    else (name_from(body, index + 2) if following == "of" else None)
                )
    return None if named and named.name.sort is Sort.ROLE else named


def _agreed(body: Sequence[Token], place: int) -> Subject | None:
    """Return X of "it may be replied, with X, that", "to conclude with X that"."""
    before = body[place - 2] if body[place - 1].is_mark(",") else body[place - 1]
    chunk = chunk_at(body, place + 1) if before.low in _AGREEING and place + 1 < len(body) else None
    if chunk is None or chunk.name.sort is not Sort.PERSON:
        return None
    rest = [token for token in body[chunk.stop :] if not token.is_mark(",")]
    if rest and rest[0].low not in {"that", "dass", "que"}:
        return None
    return Subject(chunk.name, 0.75, "with whom the author agrees")


def _led_by_in(body: Sequence[Token], place: int) -> bool:
    """Tell whether "words", "view" stand in a phrase with "in" or "to", not as the object of a verb."""
    for index in range(place - 1, max(-1, place - 8), -1):
        token = body[index]
        if token.low in _VIEW_LEADS:
            return True
        if token.low in POSSESSIVES and index and body[index - 1].low not in _VIEW_LEADS:
            return False
        if token.kind is Kind.MARK:
            return False
    return False
