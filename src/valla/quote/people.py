"""The grammar of names: ranks, initials, given names, particles, surnames; and of those who have only a role.

Nothing here knows a single person. A name is a run of capitalised words that are not words of another use.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from valla.model.anchors import Span
from valla.quote.lexicon.given import MEN, WOMEN
from valla.quote.lexicon.grammar import (
    ARTICLES,
    DAYS,
    MONTHS,
    NO_NAMES,
    OPENERS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
)
from valla.quote.lexicon.roles import OFFICES, RANK_LINKS, RANKS, SEATS
from valla.quote.nameless import CONTRACTED, POSTNOMINALS, RANKS_TOO, is_office, is_participle
from valla.quote.sorts import ADJECTIVE_ENDINGS, Sort, is_role, sort_of
from valla.quote.tokens import Kind, Token

LONGEST = 7
"""A name has at most this many words."""

PARTICLES = frozenset(
    "de von van der den du la le di da del della dei dos das do bin ibn ben ter ten zu zur zum y af al el e d' l'".split()
)
_LEADING = frozenset("le de du van von di da del des".split())
"""Particles that may begin a name with a capital: Le Fèvre, De Vries."""


_OPENING = OPENERS | ((PREPOSITIONS | SUBORDINATORS) - PARTICLES)
"""Words that may open a sentence with a capital and belong to no name."""

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ROMAN = frozenset("IVXLCDM")


_BEFORE_NOUN = (ARTICLES | POSSESSIVES) - {"that", "this", "these", "those"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name, a role or a pronoun as the text prints it; `ranks` are the words left off before it."""

    value: str
    span: Span
    sort: Sort
    ranks: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words of the name."""
        return tuple(self.value.split())

    @property
    def surname(self) -> str:
        """Return the word by which the person is cited: the last that is no suffix."""
        words = [word for word in self.words if word.strip(".,").lower() not in SUFFIXES]
        return words[-1].strip(".,") if words else self.value


@dataclass(frozen=True, slots=True)
class Chunk:
    """A name found at a place in a list of tokens; `stop` is the index after its last token."""

    name: Name
    first: int
    stop: int


def chunk_at(tokens: Sequence[Token], index: int) -> Chunk | None:
    """Return the name that begins at a token, with the ranks before it; None where no name begins."""
    seat = _seat_at(tokens, index)
    if seat:
        return seat
    after_ranks, ranks = _pass_ranks(tokens, index)
    stop = _end_of_name(tokens, after_ranks)
    if stop == after_ranks:
        return None
    first, name_words = _skip_office(tokens, after_ranks, stop, ranks)
    if first >= stop:
        return None
    first = _past_inner_rank(tokens, first, stop)
    the = first > 0 and tokens[first - 1].low == "the" and tokens[first].low.endswith(ADJECTIVE_ENDINGS)
    if first + 1 < stop and (the or _is_creed(tokens, first, stop)):
        first, name_words = first + 1, name_words[1:]  # "the Swedish Kranz", "Separatist Tony Marsh"
    lone = stop - first == 1
    if lone and ranks and is_office(tokens, index, first, ranks):
        run = tokens[index:stop]
        return Chunk(Name(_print(run), Span(run[0].start, run[-1].end), Sort.ROLE), index, stop)
    if lone and not ranks and (is_participle(tokens, first) or (index and tokens[index - 1].low in _BEFORE_NOUN)):
        return None if is_participle(tokens, first) else _common_noun(tokens, first)
    return _whole(tokens, index, (first, stop), name_words, ranks)


def _whole(
    tokens: Sequence[Token], index: int, name: tuple[int, int], name_words: Sequence[str], ranks: tuple[str, ...]
) -> Chunk | None:
    """Return the name between two indices, with the place that belongs to it and without the letters behind it."""
    first, stop = name
    if stop - first == 1 and not ranks and _is_given(tokens, first):
        stop = _end_of_body(tokens, stop)  # "Peter of Naumburg"
    run = [token for token in tokens[first:stop] if token.text not in POSTNOMINALS] or tokens[first:stop]
    if sort_of(name_words) is Sort.BODY:
        stop = _end_of_body(tokens, stop)
        run = tokens[first:stop]
    if not any(token.kind is Kind.WORD and token.low not in SUFFIXES for token in run):
        return None
    return Chunk(Name(_print(run), Span(run[0].start, run[-1].end), sort_of(name_words), ranks), index, stop)


def _is_given(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a lone name is a given one, or one that the text calls unknown: "a certain Peter of Naumburg"."""
    before = tokens[index - 1].low if index else ""
    return tokens[index].low in MEN | WOMEN or before in {"certain", "one"}


def _end_of_body(tokens: Sequence[Token], stop: int) -> int:
    """Return the index after "of Works" behind "Ministry": the field or the place of a body belongs to its name."""
    if stop + 1 >= len(tokens) or tokens[stop].low not in {"of", "for"}:
        return stop
    first = stop + (2 if tokens[stop + 1].low == "the" else 1)
    end = _end_of_name(tokens, first)
    return end if end > first else stop


def _common_noun(tokens: Sequence[Token], index: int) -> Chunk | None:
    """Return what one capitalised word after an article is: a body, an office; in most languages else no name at all."""
    token = tokens[index]
    sort = sort_of((token.text,))
    if sort is Sort.BODY and _end_of_body(tokens, index + 1) > index + 1:
        run = tokens[index : _end_of_body(tokens, index + 1)]
        return Chunk(Name(_print(run), Span(run[0].start, run[-1].end), sort), index, index + len(run))
    english = tokens[index - 1].low in {"the", "a", "an"}
    if sort is Sort.PERSON:
        sort = Sort.ROLE if is_role(token) else Sort.BODY
        if not is_role(token) and not english:
            return None
    return Chunk(Name(token.text, Span(token.start, token.end), sort), index, index + 1)


def _seat_at(tokens: Sequence[Token], index: int) -> Chunk | None:
    """Return a person named by rank and seat: "the Earl of Leicester"."""
    if not (
        index + 2 < len(tokens)
        and tokens[index].low in SEATS
        and tokens[index].capital
        and tokens[index + 1].low == "of"
    ):
        return None
    stop = _end_of_name(tokens, index + 2)
    if stop == index + 2:
        return None
    run = tokens[index:stop]
    return Chunk(Name(_print(run), Span(run[0].start, run[-1].end), Sort.PERSON), index, stop)


def _pass_ranks(tokens: Sequence[Token], index: int) -> tuple[int, tuple[str, ...]]:
    """Return the index after the ranks at a place, and the ranks."""
    ranks: list[str] = []
    while index < len(tokens) and len(ranks) < LONGEST and _is_rank(tokens, index):
        ranks.append(tokens[index].low.rstrip("."))
        index += 1
        if index + 1 < len(tokens) and tokens[index].is_mark("."):
            index += 1
    return index, tuple(ranks)


def _is_rank(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a token is a rank before a capitalised word, an initial or another rank."""
    token = tokens[index]
    if token.kind is Kind.ELISION:
        return bool(index + 1 < len(tokens) and tokens[index + 1].low in RANKS)
    if token.kind is Kind.INITIALS:  # "M. l'Abbé", "M. Dupont": the French for Mr
        following = tokens[index + 1 : index + 2]
        return token.text == "M." and any(
            one.kind is Kind.ELISION or one.low in {"de", "le", "du"} for one in following
        )
    if token.kind is not Kind.WORD or token.low not in RANKS:
        return False
    after = index + 1
    if after < len(tokens) and tokens[after].is_mark("."):
        after += 1
    if after >= len(tokens):
        return False
    return (
        _names(tokens[after])
        or tokens[after].low in RANKS
        or (tokens[after].low in RANK_LINKS and token.low in OFFICES)
    )


def _names(token: Token) -> bool:
    """Tell whether a token may stand in a name."""
    if token.kind is Kind.ELISION:
        return True
    if (
        not token.capital
        or token.low in NO_NAMES
        or token.low.split("'")[0] in CONTRACTED
        or (token.text.isupper() and _ROMAN.issuperset(token.text))
    ):
        return False
    return token.low not in _OPENING and not _is_adverb(token.low) and token.low not in MONTHS and token.low not in DAYS


def _is_adverb(low: str) -> bool:
    """Tell whether a word with a capital can only be an adverb at the head of its sentence: "Subsequently"."""
    return low in OPENING_ADVERBS or (low.endswith("ly") and low.endswith(ADVERB_ENDINGS))


ADVERB_ENDINGS = tuple(
    "ently antly ously ively edly ingly ately arily ually ially ically erally onally ularly ibly ably".split()
)
OPENING_ADVERBS = frozenset(
    "suddenly strangely secretly quickly slowly rightly wrongly bluntly plainly openly lastly firstly secondly thirdly shortly "
    "briefly mostly partly nearly merely simply namely precisely oddly sadly really actually publicly formerly newly truly".split()
)
"""Adverbs in -ly whose endings are those of surnames as well (Donnelly, Henly, Daly)."""


def _end_of_name(tokens: Sequence[Token], index: int) -> int:
    """Return the index after the last word of the name that begins at a place; the place itself where none does."""
    stop = index
    place = index
    while place < len(tokens) and place - index < 2 * LONGEST:
        if not _adjoins(tokens, index, place):
            break
        token = tokens[place]
        if (
            token.kind is Kind.ELISION
            or (place > index and token.low in PARTICLES and token.lower)
            or (
                place == index
                and token.capital
                and token.low in _LEADING
                and place + 1 < len(tokens)
                and _names(tokens[place + 1])
            )
        ):
            place += 1
        elif _names(token) or _is_given_month(tokens, place) or (place > index and token.low in SUFFIXES):
            place += 1
            stop = place
            if (
                place == index + 1
                and place < len(tokens)
                and tokens[place].is_mark(".")
                and _abbreviates(tokens, place)
            ):
                place += 1
        elif token.low in RANK_LINKS and place == index and place > 0 and tokens[place - 1].low in OFFICES:
            place += 1
        else:
            break
    return stop


def _is_given_month(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether "Jan", "May", "April" before a surname is a given name and no month."""
    if tokens[place].low not in {"jan", "may", "april", "june", "august"} or not tokens[place].capital:
        return False
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    day = place > 0 and tokens[place - 1].kind is Kind.NUM
    return not day and after is not None and after.capital and _names(after) and after.start - tokens[place].end == 1


def _adjoins(tokens: Sequence[Token], index: int, place: int) -> bool:
    """Tell whether a token follows the one before it with at most one blank between."""
    return place == index or tokens[place].start - tokens[place - 1].end <= 1


def _abbreviates(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a full stop belongs to a shortened given name: "Cl. Perrin", "Geo. Hale"."""
    short = len(tokens[place - 1].text) <= 3 and tokens[place - 1].end == tokens[place].start  # noqa: PLR2004 - "Geo." is the longest usual
    return short and place + 1 < len(tokens) and _names(tokens[place + 1])


def _skip_office(tokens: Sequence[Token], index: int, stop: int, ranks: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Leave off the rest of an office, as in "Minister of War Josef Halder"; return where the name itself begins."""
    if not (ranks and index < stop and tokens[index].low in RANK_LINKS):
        return index, tuple(token.text for token in tokens[index:stop])
    words = [place for place in range(index + 1, stop) if tokens[place].capital]
    kept = words[1:] if len(words) <= 3 else words[-2:]  # noqa: PLR2004 - an office of one word, a name of two
    first = kept[0] if kept else stop
    return first, tuple(tokens[place].text for place in kept)


def _past_inner_rank(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Return where the name begins in "Paris Correspondent X": after the last rank that words of an office go before."""
    ranks = [
        place
        for place in range(first + 1, stop - 1)
        if tokens[place].low in RANKS and tokens[place].low not in RANKS_TOO
    ]
    return ranks[-1] + 1 if ranks else first


def _is_creed(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Tell whether the first of three capitalised words says what a person believes or is: "Separatist Tony Marsh"."""
    token, after = tokens[first], tokens[first + 1]
    if stop - first < 3 or token.low in MEN | WOMEN or not token.low.endswith(CREEDS):  # noqa: PLR2004 - and a name of two
        return False
    return after.low in MEN | WOMEN or after.kind is Kind.INITIALS or token.low.endswith(("ist", "ocrat"))


CREEDS = ("ist", "ite", "ian", "ocrat", "crat", "man")
"""Endings of words for what someone is, where a given name stands behind them."""


def _print(run: Sequence[Token]) -> str:
    """Return the words of a run of tokens with the blanks that stand between them."""
    parts = [run[0].text]
    for before, token in pairwise(run):
        parts.append((" " if token.start > before.end else "") + token.text)
    return "".join(parts)


def natural(surname: str, given: str) -> str:
    """Return a name that was printed surname first in its spoken order."""
    return f"{given.strip()} {surname.strip()}".strip()
