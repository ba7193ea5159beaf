"""Titles that stand in the running text without marks: runs of capitalised words that are no name."""

from collections.abc import Sequence
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.quote.citations import Reading
from valla.quote.lexicon.grammar import OPENERS, POSSESSIVES
from valla.quote.lexicon.prints import NEWSPAPER_WORDS, WORK_NOUNS
from valla.quote.lexicon.roles import BODIES
from valla.quote.lexicon.verbs import REPORTING
from valla.quote.people import chunk_at
from valla.quote.tokens import Kind, Token

SHORTEST = 2
""""The X" alone is no title, "The X Y" may be one."""

LONGEST_TITLE = 16
"""Words of a title that stands in the running text without marks."""

INSIDE = frozenset(
    "of the and in on to a an for from with at by de la le du des der die das und or no under against between".split()
)

NAMING = frozenset("as entitled called titled named".split())


@dataclass(frozen=True, slots=True)
class Named:
    """A work named in the running text: its reading, and whether it is a title or only a description."""

    reading: Reading
    described: bool


def reading(text: str, span: Span, **fields: str | None) -> Reading:
    """Return what a span of the text says of a work, its fields given by name."""
    return Reading(raw=span.of(text), start=span.start, stop=span.end, **fields)  # type: ignore[arg-type] # the named fields are all words


def capitalised(tokens: Sequence[Token], place: int, *, noun: bool) -> Span | None:
    """Return the title in capitals that begins at a place, commas and labels before it passed over."""
    while place < len(tokens) and (tokens[place].is_mark(",") or tokens[place].low in NAMING) and noun:
        place += 1
    while place < len(tokens) and tokens[place].is_mark("“\"„‘«'"):
        place += 1
    stop = title_stop(tokens, place)
    words = [token for token in tokens[place:stop] if token.kind is Kind.WORD]
    capitals = [word for word in words if word.capital and word.low not in OPENERS]
    owned = place > 1 and tokens[place - 1].low in POSSESSIVES and tokens[place - 2].low in {"in", "from"}
    if not capitals or (len(words) < 2 and not noun and not owned):  # noqa: PLR2004 - a title of one word needs its noun
        return None
    if _is_other_name(tokens, place, stop, words, noun=noun or owned):
        return None
    return Span(tokens[place].start, tokens[_to_bracket(tokens, stop) - 1].end if noun else tokens[stop - 1].end)


def _to_bracket(tokens: Sequence[Token], stop: int) -> int:
    """Return the index after the small words of a title before its bracket: "Les Eaux basses (1911)"."""
    for index in range(stop, min(len(tokens), stop + 6)):
        if tokens[index].is_mark("("):
            return index
        if not tokens[index].lower or tokens[index].low in REPORTING:
            break
    return stop


def title_stop(tokens: Sequence[Token], place: int) -> int:
    """Return the index after the last capitalised word of a run joined by small words."""
    stop = place
    for index in range(place, min(len(tokens), place + LONGEST_TITLE)):
        token = tokens[index]
        if token.capital or (token.kind is Kind.NUM and index > place):
            stop = index + 1
        elif index == place or not (
            token.low in INSIDE
            or token.kind is Kind.POSS
            or (token.is_mark(":") and index + 1 < len(tokens) and tokens[index + 1].capital)
        ):
            break
    return stop


def _is_other_name(tokens: Sequence[Token], place: int, stop: int, words: Sequence[Token], *, noun: bool) -> bool:
    """Tell a title from a person, a body, a place or a date in capitals."""
    if words[-1].low in BODIES or any(word.low in NEWSPAPER_WORDS for word in words):
        return not noun
    chunk = chunk_at(tokens, place)
    whole = chunk is not None and chunk.stop >= stop
    if noun:
        return bool(whole and chunk and chunk.name.ranks)
    return whole or not (
        (words[0].low == "the" and len(words) > SHORTEST) or any(word.low in WORK_NOUNS for word in words[1:])
    )
