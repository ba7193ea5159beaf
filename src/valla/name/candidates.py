"""What may be a name: runs of capitals, cut at ranks, sentence openers, months, and words that are names of bodies."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from valla.model.anchors import Span
from valla.name.capitals import PARTICLES, Piece, Run
from valla.name.endings import is_derived, names_people
from valla.name.folding import sounds_of
from valla.name.lexicon.given import FORMS
from valla.name.lexicon.places import PLACES
from valla.name.lexicon.words import COMMON, GROUP_HEADS, GROUPS, MONTHS_AND_DAYS, PLACE_HEADS, ROLES, STARTERS

SUFFIXES = frozenset({"jr", "sr", "junior", "senior"})
FIRMS = frozenset({"co", "company", "sons", "son", "brothers", "bros", "partners"})
_ROMAN = re.compile(r"[IVXLCDM]+\Z")
_SURNAME_TOO = frozenset(
    "king dean marshall marshal major prince judge bishop canon duke earl baron count father brother general shah khan pope abbot marquis page clerk butler miller saint st mayor pasha bey friend sultan mother sister son".split()
)
ABBREVIATED = range(2, 5)
"""Letters of an abbreviation."""
SHORT = 3
"""Letters up to which a single word in capitals is an abbreviation, and a single small word no name by its looks."""


@dataclass(frozen=True)
class Candidate:
    """Words that may be a name; `ranks` stood before them and were cut off, in small letters.

    Not slotted, so that what is asked often is worked out once.
    """

    pieces: tuple[Piece, ...]
    opens: bool  # begins a sentence, so that its capital says nothing
    whole: bool  # nothing was cut off its start
    ranks: tuple[str, ...] = ()
    turned: bool = False  # surname first, the given name behind a comma

    @cached_property
    def span(self) -> Span:
        """Return where it stands."""
        return Span(self.pieces[0].start, self.pieces[-1].end)

    @cached_property
    def last(self) -> Piece:
        """Return the word by which a person would be cited: the last that is no suffix."""
        if self.turned:
            return self.pieces[0]
        words = [
            piece
            for at, piece in enumerate(self.pieces)
            if piece.low.strip(".") not in SUFFIXES and not piece.initials and not (at and _ROMAN.match(piece.text))
        ]
        last = words[-1] if words else self.pieces[-1]
        bearer = last.text.partition(" ")[0]  # of Hugh of Lincoln, Hugh
        return Piece(bearer, last.start, last.start + len(bearer))

    @cached_property
    def key(self) -> str:
        """Return the sounds of that word, under which clues are kept."""
        return sounds_of(self.last.low)

    @cached_property
    def low(self) -> str:
        """Return all words in small letters, with single blanks."""
        return " ".join(piece.low for piece in self.pieces)

    @cached_property
    def loud(self) -> bool:
        """Tell whether every word is in capitals altogether."""
        return all(piece.loud or piece.initials for piece in self.pieces)


def cut_runs(runs: Sequence[Run], text: str, small: Mapping[str, int]) -> Iterator[Candidate]:
    """Yield the candidates of all runs in order."""
    held: Candidate | None = None
    for run in join_bodies(runs, text):
        for one in cut_run(run, small, text):
            if held and _turned_round(held, one, text):
                held = Candidate((*held.pieces, *one.pieces), opens=held.opens, whole=held.whole, turned=True)
                continue
            if held:
                yield held
            held = one
    if held:
        yield held


def _turned_round(held: Candidate, one: Candidate, text: str) -> bool:
    """Tell whether a given name follows a surname behind a comma, as in a list of works: "Orme, Silas."."""
    if text[held.span.end : one.span.start] != ", " or len(held.pieces) > 1 or len(one.pieces) > 2:  # noqa: PLR2004 - two given names
        return False
    alone = held.whole and held.opens and text[one.span.end : one.span.end + 1] in {".", ",", ":", ";", "\n", ""}
    behind = text[one.span.end : one.span.end + 2]
    given = one.pieces[0].low in FORMS and held.last.low not in FORMS
    return alone and given and (behind[:1] != "," or behind != ", ")


def join_bodies(runs: Sequence[Run], text: str) -> Iterator[Run]:
    """Join "Society" and "Abolition" where "for" stands between: the name of one body."""
    held: Run | None = None
    for run in runs:
        if held and _is_epithet(held, run, text):
            first, last = held.pieces[-1], run.pieces[0]
            whole = Piece(" ".join(text[first.start : last.end].split()), first.start, last.end)
            held = Run((*held.pieces[:-1], whole), held.opens)
        elif held and _goes_on(held, run, text):
            held = Run((*held.pieces, *run.pieces), held.opens)
        else:
            if held:
                yield held
            held = run
    if held:
        yield held


def _goes_on(held: Run, run: Run, text: str) -> bool:
    """Tell whether a run goes on with the name of a body that the one before it began."""
    between = text[held.pieces[-1].end : run.pieces[0].start]
    owner = between in {"' ", "’ ", "'s ", "’s "} and run.pieces[-1].low in GROUPS and len(run.pieces) == 1
    head = held.pieces[-1].low in GROUP_HEADS and between in {" of ", " for ", " of the ", " for the "}
    firm = (between == " & " and run.pieces[0].low in FIRMS) or (
        between == ", " and text[run.pieces[-1].end :].startswith((" & Co", " & Sons", " & Son", " & Brothers"))
    )
    return (head or firm or owner) and len(held.pieces) + len(run.pieces) <= 7  # noqa: PLR2004 - names of bodies are no longer


def _is_epithet(held: Run, run: Run, text: str) -> bool:
    """Tell whether a run is the place or the trade by which a bearer of one name is told from others: Hugh of Lincoln."""
    between = text[held.pieces[-1].end : run.pieces[0].start]
    return (
        between in {" of ", " the "} and len(run.pieces) == 1 and run.pieces[0].low not in COMMON and _is_bearer(held)
    )


def _is_bearer(held: Run) -> bool:
    """Tell whether a run is one given name, alone or behind a dignity of the kind that is told from others by a place."""
    fore = [piece.low.strip(".") for piece in held.pieces[:-1]]
    if len(fore) > 1 or held.pieces[-1].low in COMMON or held.pieces[-1].initials:
        return False
    return fore[0] in DIGNITIES if fore else held.pieces[-1].low in FORMS


DIGNITIES = frozenset("abbot abbess bishop saint st brother sister prior prioress".split())
"""Ranks of those who have no surname, but a house."""


def cut_run(run: Run, small: Mapping[str, int], text: str) -> Iterator[Candidate]:
    """Cut one run where something other than a name stands in it."""
    for number, part in enumerate(_parts(run.pieces)):
        first = number == 0 and part[0] is run.pieces[0]
        opens = run.opens and first
        if len(part) > 1 and part[0].low in PLACES and _AT.search(text, max(0, part[0].start - REACH), part[0].start):
            yield Candidate(part[:1], opens=False, whole=False)
        stripped, ranks = _without_ranks(_without_adjectives(part, small))
        if stripped:
            yield Candidate(stripped, opens=opens and not ranks, whole=first and not ranks, ranks=ranks)


REACH = 8
"""Letters before a place among which a word of place is looked for."""
_AT = re.compile(r"\b(?:in|at|near|from|to)[ \u00a0]\Z", re.IGNORECASE)


def _parts(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    """Split the words of a run at months, days, Roman numerals and words that begin sentences; a body's stay together."""
    behind = [at for at, piece in enumerate(pieces) if piece.low not in STARTERS]
    if behind and len(pieces) - behind[0] > 1 and pieces[-1].low in GROUPS and not _dated(pieces):
        yield pieces[behind[0] :]
        return
    held: list[Piece] = []
    for piece in pieces:
        if _splits(piece, held):
            if held:
                yield tuple(held)
            held = []
        else:
            held.append(piece)
    if held:
        yield tuple(held)


def _dated(pieces: tuple[Piece, ...]) -> bool:
    """Tell whether a month or a day stands among words."""
    return any(piece.low in MONTHS_AND_DAYS for piece in pieces)


def _splits(piece: Piece, held: Sequence[Piece]) -> bool:
    """Tell whether a word is no part of any name."""
    if piece.initials:
        return False
    if held and _ROMAN.match(piece.text):
        return held[-1].low not in FORMS
    if piece.low in STARTERS:
        return not held or held[-1].low not in FORMS or piece.low in MONTHS_AND_DAYS
    return (piece.low in MONTHS_AND_DAYS and piece.low not in {"april", "may", "august", "jan"}) or (
        piece.low in MONTHS_AND_DAYS and not held
    )


def _without_adjectives(part: tuple[Piece, ...], small: Mapping[str, int]) -> tuple[Piece, ...]:
    """Return a person's words without what only describes: "Marxist", "German", "Paris"; bodies keep theirs."""
    if part[-1].low in GROUPS or names_body(part):
        return part
    at = 0
    while (
        at < len(part) - 1
        and part[at].low not in FORMS
        and _describes(part[at], small)
        and part[at + 1].low not in COMMON
    ):
        at += 1
    return part[at:]


def _describes(piece: Piece, small: Mapping[str, int]) -> bool:
    """Tell whether a word before a name only says of what people, party or town the person is."""
    if piece.initials or piece.low.strip(".") in ROLES or piece.low in PARTICLES:
        return False
    return is_derived(piece.low) or piece.low in COMMON or piece.low in PLACES or bool(small.get(piece.low))


def _without_ranks(part: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """Return the words behind the last rank, and the ranks; a rank at the end may be a surname."""
    if part[-1].low in GROUPS or names_body(part):
        return part, ()
    places = [at for at, piece in enumerate(part) if piece.low.strip(".-") in ROLES]
    if places and places[-1] == len(part) - 1:
        surname = part[-1].low in _SURNAME_TOO and len(part) > 1 and part[0].low.strip(".") not in ROLES
        if not surname:
            return (), tuple(part[at].low for at in places)
        places = []
    if not places:
        return part, ()
    inside = places[-1]
    if inside and part[inside].low in _SURNAME_TOO and part[inside - 1].low in FORMS:
        return part, ()
    return part[inside + 1 :], tuple(part[at].low.strip(".-") for at in places)


def names_body(part: Sequence[Piece]) -> bool:
    """Tell whether words are by their nouns the name of a body: "Central Committee", "Society for Abolition"."""
    words = [piece.low for piece in part]
    return len(words) > 1 and (
        words[-1] in GROUPS
        or (words[0] in GROUP_HEADS and words[0] not in FORMS)
        or any(word in GROUP_HEADS for word in words[1:])
    )


def body_of(candidate: Candidate, text: str) -> str | None:
    """Return why a candidate is the name of a body; None where it is none by its looks."""
    if names_body(candidate.pieces):
        return "its noun is that of a body"
    if " & " in candidate.span.of(text):
        return "“&” joins it to a firm"
    only = candidate.pieces[0]
    if len(candidate.pieces) == 1 and is_acronym(only):
        return "an abbreviation in capitals"
    if len(candidate.pieces) == 1 and names_people(only.low):
        return "followers or a people, many by its ending"
    return None


def is_acronym(piece: Piece) -> bool:
    """Tell whether a word is an abbreviation of capitals: TUC, S.P.C.K. Longer ones may be names set in capitals."""
    letters = piece.text.replace(".", "")
    return len(letters) in ABBREVIATED and letters.isupper() and not _ROMAN.match(letters) and not piece.initials


def is_place(candidate: Candidate, text: str) -> bool:
    """Tell whether a candidate is a place that everyone knows, or ends in a place's noun."""
    whole = " ".join(candidate.span.of(text).lower().split())
    ends = len(candidate.pieces) > 1 and candidate.last.low in PLACE_HEADS and candidate.pieces[0].low not in FORMS
    return whole in PLACES or candidate.low in PLACES or ends


def neighbours(candidates: Sequence[Candidate], text: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers of candidates that stand in one row: "X and Y", "X, Y"."""
    for at, (one, other) in enumerate(pairwise(candidates)):
        between = text[one.span.end : other.span.start]
        if between in {", ", " and ", ", and ", " or ", " & ", "–", "—", "/"}:
            yield at, at + 1
