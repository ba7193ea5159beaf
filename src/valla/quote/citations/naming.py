"""The authors at the head of a citation, in natural order or surname first, and those after "by"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from valla.model.anchors import Span
from valla.quote.citations.fields import USED, Sheet
from valla.quote.citations.persons import is_titular
from valla.quote.lexicon.given import MEN, WOMEN
from valla.quote.lexicon.prints import TITLE_HEADS, WORK_NOUNS
from valla.quote.lexicon.verbs import REPORTING
from valla.quote.people import Chunk, Name, chunk_at, natural
from valla.quote.sorts import Sort
from valla.quote.tokens import Kind, Token, tokenise

MOST = 6
"""Authors read at the head of a citation."""

INITIALS, GIVEN, SURNAME = 4, 3, 2
"""Words of initials, of given names, and of a surname before a comma ("De Rue"), at most."""

LINKS = 3
"""Tokens between two authors, at most: a comma, "and", a mark."""

ABBREVIATION = 5
"""Letters of a word that a full stop may shorten."""

_AND = frozenset({"and", "&", "und", "et", "y", "и", "e"})
_BY = re.compile(r"(?:^|[.,;\x01–—-] ?| )[Bb]y (?=[A-ZÀ-ÞА-Я])")
_ET_AL = re.compile(r"^,? ?(?:et al\.?|и др\.?|u\. ?a\.)")


@dataclass(frozen=True, slots=True)
class Authors:
    """The authors found, their names as one phrase, and the index on the sheet after them."""

    names: tuple[Name, ...]
    phrase: str
    stop: int


def authors_at_head(sheet: Sheet, start: int, *, more: bool) -> Authors | None:
    """Return the authors with whom a citation begins; `more` tells that something besides them is known to follow.

    A lone name followed by nothing is left to the caller, who knows whether it is a speaker or a title.
    """
    tokens = tokenise(sheet.left[start:], start)
    return _inverted_list(sheet, tokens, more=more) or _natural_list(sheet, tokens, more=more)


def _inverted_list(sheet: Sheet, tokens: Sequence[Token], *, more: bool) -> Authors | None:
    """Return authors printed surname first: "Lind, Peter, and Karin Holm.", "Lind, P., & Holm, K.", "Orlov I. P."."""
    first = _inverted(tokens, 0, sheet.left)
    if first is None:
        return None
    names, place = [first[0]], first[1]
    while len(names) < MOST:
        following = _further(tokens, place, sheet.left)
        if following is None:
            break
        names.append(following[0])
        place = following[1]
    stop = tokens[place - 1].end
    if not _title_follows(sheet.left, stop, more=more):
        return None
    return _authors(names, sheet, stop)


def _inverted(tokens: Sequence[Token], place: int, words: str) -> tuple[Name, int] | None:
    """Return a name printed surname first at a place, in spoken order, and the index after it."""
    surname = _surname(tokens, place)
    if surname is None:
        return None
    after, given_start = surname
    if given_start >= len(tokens):
        return None
    initials = _initials(tokens, given_start)
    plain = _is_plain_surname(tokens[place:after])
    comma = given_start > after
    if initials > given_start:
        enough = (
            comma
            or initials - given_start > 1
            or len(tokens[given_start].text) > len("A.")
            or not tokens[place].text.isascii()
        )
        return _turned(tokens, place, after, given_start, initials) if enough else None
    given = chunk_at(tokens, given_start) if comma and plain else None
    if given and _is_given(given.name, tokens, given.first, given.stop, words):
        return _turned(tokens, place, after, given_start, given.stop)
    return None


def _is_plain_surname(run: Sequence[Token]) -> bool:
    """Tell whether a run is one word, particles apart, so that full given names may follow it."""
    return sum(token.capital for token in run) == 1


def _surname(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """Return the index after a surname at a place, and the index at which a given name may begin."""
    if place >= len(tokens):
        return None
    chunk = chunk_at(tokens, place)
    if chunk is None or chunk.name.ranks or chunk.name.sort is not Sort.PERSON:
        return None
    after = chunk.stop
    inside = next((i for i in range(place + 1, chunk.stop) if tokens[i].kind is Kind.INITIALS), None)
    if inside is not None and inside == place + 1:  # "Orlov I. P." with no comma: the run is surname and initials
        return inside, inside
    if len(chunk.name.words) > SURNAME or any(token.kind is Kind.INITIALS for token in tokens[place:after]):
        return None
    if after < len(tokens) and tokens[after].is_mark(","):
        return after, after + 1
    return None


def _initials(tokens: Sequence[Token], place: int) -> int:
    """Return the index after the initials at a place; the place itself where none stand there."""
    stop = place
    while stop < len(tokens) and tokens[stop].kind is Kind.INITIALS and stop - place < INITIALS:
        stop += 1
    return stop


def _turned(tokens: Sequence[Token], place: int, after: int, given: int, stop: int) -> tuple[Name, int]:
    """Return a name in its spoken order."""
    surname = " ".join(token.text for token in tokens[place:after])
    first = _given_print(tokens[given:stop])
    return Name(natural(surname, first), Span(tokens[place].start, tokens[stop - 1].end), Sort.PERSON), stop


def _given_print(run: Sequence[Token]) -> str:
    parts = [run[0].text]
    parts += [(" " if token.start > before.end else "") + token.text for before, token in pairwise(run)]
    return "".join(parts)


def _is_given(name: Name, tokens: Sequence[Token], first: int, stop: int, words: str) -> bool:
    """Tell given names from a title after a surname: "Strong, Anna." is one, "Sedge, Red Book" is none."""
    if name.ranks or len(name.words) > GIVEN or name.sort is not Sort.PERSON:
        return False
    lows = {token.low for token in tokens[first:stop]}
    if lows & (TITLE_HEADS | WORK_NOUNS | REPORTING):
        return False
    following = words[tokens[stop - 1].end :].lstrip(" ")
    if following.lstrip(", ").startswith(USED) and not lows & (MEN | WOMEN):  # "Stone, Harbours, p. 3" has a title
        return False
    if stop < len(tokens) and tokens[stop].low in _AND:  # "Lind, Peter and Karin Holm": another full name must follow
        other = chunk_at(tokens, stop + 1)
        return other is not None and other.name.sort is Sort.PERSON and len(other.name.words) > 1
    return following[:1] in {".", "(", ":", "—", "–"} or following.lower().startswith(
        (", and ", ", &", " and ", "and ", "& ", f", {USED}", f",{USED}", USED)
    )


def _further(tokens: Sequence[Token], place: int, words: str) -> tuple[Name, int] | None:
    """Return the next author after a comma, "and" or both."""
    start = place
    while start < len(tokens) and start - place < LINKS and (tokens[start].is_mark(",;&") or tokens[start].low in _AND):
        start += 1
    joined = any(tokens[index].low in _AND for index in range(place, min(start, len(tokens))))
    if start == place:
        return None
    inverted = _inverted(tokens, start, words)
    if inverted and (joined or _initials(tokens, inverted[1] - 1) > inverted[1] - 1):
        return inverted
    if not joined or start >= len(tokens):
        return None
    chunk = chunk_at(tokens, start)
    return (chunk.name, chunk.stop) if chunk and chunk.name.sort is Sort.PERSON else None


def _title_follows(words: str, stop: int, *, more: bool) -> bool:
    """Tell whether something that can be a title follows the authors."""
    rest = words[stop:].replace(USED, " ").strip(" .,:;()[]—–-\"'“”")
    return bool(rest) or more


def _natural_list(sheet: Sheet, tokens: Sequence[Token], *, more: bool) -> Authors | None:
    """Return authors in spoken order before a comma, a stop, a colon, a bracket or the end of the words."""
    names: list[Name] = []
    place = 0
    while place < len(tokens) and len(names) < MOST:
        chunk = chunk_at(tokens, place)
        if chunk is None or chunk.name.sort is Sort.PLACE or _is_titular(tokens, chunk):
            if (
                names and tokens[place].low != "al"
            ):  # "X and the Xites": joined to what is no name, the first is none either
                return None
            break
        names.append(chunk.name)
        place = chunk.stop
        if place + 1 < len(tokens) and tokens[place].low in _AND | {"&"}:
            place += 1
        elif place + 2 < len(tokens) and tokens[place].is_mark(",") and tokens[place + 1].low in _AND:
            place += 2
        elif _is_listed(tokens, place, sheet.left):
            place += 1
        else:
            break
    if not names or place == 0:
        return None
    if _is_record(tokens, place, names):
        return None
    stop = _stop_of(tokens, place, names)
    if not _delimited(sheet.left, stop) or not _title_follows(sheet.left, stop, more=more):
        return None
    return _authors(names, sheet, stop)


def _is_listed(tokens: Sequence[Token], place: int, words: str, left: int = MOST) -> bool:
    """Tell whether a comma parts two of three authors or more, the last of whom "and" joins, and before a title at that.

    Only names of two words and more are believed: "Ada Penn, Rolf Stone and Tony Marsh, The Harbour" has three authors,
    "Ada Penn, Rough and Fair, 1871" has one. No more than `left` further names are looked at.
    """
    if not left or place >= len(tokens) or not tokens[place].is_mark(","):
        return False
    chunk = chunk_at(tokens, place + 1) if place + 1 < len(tokens) else None
    if chunk is None or not _is_full_name(tokens, chunk) or chunk.stop >= len(tokens):
        return False
    joint = chunk.stop
    if tokens[joint].is_mark(",") and joint + 1 < len(tokens) and tokens[joint + 1].low in _AND:
        joint += 1
    if tokens[joint].low not in _AND:
        return _is_listed(tokens, joint, words, left - 1)
    last = chunk_at(tokens, joint + 1) if joint + 1 < len(tokens) else None
    if last is None or not _is_full_name(tokens, last):
        return False
    rest = words[last.name.span.end :].split(USED, maxsplit=1)[0]
    return rest[:1] in {",", ":"} and any(letter.isalpha() for letter in rest)


def _is_full_name(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Tell whether a name is a person's, of two words or more, and no title."""
    return chunk.name.sort is Sort.PERSON and len(chunk.name.words) > 1 and not _is_titular(tokens, chunk)


def _is_record(tokens: Sequence[Token], place: int, names: Sequence[Name]) -> bool:
    """Tell the short name of a record from a person's: "Tr. 88", "Resp. Br. 14"."""
    if len(names) > 1 or len(names[0].words) > 1 or place >= len(tokens) or not tokens[place].is_mark("."):
        return False
    short = len(tokens[place - 1].text) <= ABBREVIATION and tokens[place - 1].kind is Kind.WORD
    return short and (place + 1 >= len(tokens) or not tokens[place + 1].capital)


def _stop_of(tokens: Sequence[Token], place: int, names: Sequence[Name]) -> int:
    """Return where the last author's name ends."""
    return max(names[-1].span.end, tokens[place - 1].end if tokens[place - 1].low not in _AND else names[-1].span.end)


def _is_titular(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Tell a capitalised title from a name at the head of a citation."""
    if chunk.name.sort is Sort.BODY:
        return not chunk.name.ranks
    return is_titular(
        [token.text for token in tokens[chunk.first : chunk.stop] if token.kind is Kind.WORD],
        ranked=bool(chunk.name.ranks),
    )


def _delimited(words: str, stop: int) -> bool:
    """Tell whether a field ends after the authors: a mark, a used stretch or the end of the words follows."""
    following = words[stop:].lstrip(" ")
    return (
        not following
        or following[0] in f'.,:;(—–-/{USED}["“«‘'
        or bool(_ET_AL.match(following))
        or following.lower().startswith(("in ", "в ", "at the "))
    )


def _authors(names: Sequence[Name], sheet: Sheet, stop: int) -> Authors:
    """Return the authors as one phrase; "et al." stays with it."""
    et_al = _ET_AL.match(sheet.left[stop:])
    between = sheet.words[names[0].span.start : names[-1].span.end]
    joiner = " & " if " & " in between and "." not in between else " and "
    phrase = (
        joiner.join([", ".join(name.value for name in names[:-1]), names[-1].value])
        if len(names) > 1
        else names[0].value
    )
    if et_al:
        return Authors(tuple(names), f"{phrase} et al.", stop + et_al.end())
    return Authors(tuple(names), phrase, stop)


def owner_at_head(sheet: Sheet, start: int) -> Authors | None:
    """Return the author of "X's Memoirs" at the head of a citation."""
    tokens = tokenise(sheet.left[start:], start)
    chunk = chunk_at(tokens, 0) if tokens else None
    if chunk and chunk.name.sort is Sort.PERSON and chunk.stop < len(tokens) and tokens[chunk.stop].kind is Kind.POSS:
        return Authors((chunk.name,), chunk.name.value, tokens[chunk.stop].end)
    return None


def authors_after_by(sheet: Sheet, start: int) -> tuple[int, Authors] | None:
    """Return the authors after "by" and the index at which "by" begins."""
    for match in _BY.finditer(sheet.left, start):
        tokens = tokenise(sheet.left[match.end() :], match.end())
        found = _natural_list(sheet, tokens, more=True)
        if found:
            return match.start(), found
    return None
