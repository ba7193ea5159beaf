"""What is left of a citation once its other fields are taken: title, container, place, publisher."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from valla.quote.citations.fields import USED, Sheet, tidy
from valla.quote.citations.imprint import is_city, is_publisher, split_publisher
from valla.quote.citations.marked import Marked
from valla.quote.lexicon.prints import NEWSPAPER_WORDS, PERIODICAL_WORDS

PARTS = 3
"""Title, place and publisher."""

SHORT = 4
"""A publisher or a newspaper without a telling word in its name has at most this many words."""

_FREE = re.compile(rf"[^{USED}]+")
_SLASHES = re.compile(r" //? ")
_IN = re.compile(r"(?:(?<=[.,:;!?])|(?<=^)) ?[Ii]n:? (?=[A-ZÀ-Þ\"“_])|(?:(?<=[.,])|(?<=^)) ?[Вв] (?=[А-Я])")
_STOP = re.compile(r"(?<=[\w)\]’”?!]{2})\. (?=[A-ZÀ-ÖØ-ÞА-ЯŁŚŠŽČ])")
_FILLER = re.compile(
    r"^(?:in|on|his|her|their|the|book|article|essay|a|of|from|by|see|and|at|also|work|pamphlet|review|speech|,|\.|\(|\)|\s)*$",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"^(?:emphasis|(?:my|our|the) (?:emphasis|italics|translation)|italics|bold|see|translation|trans|added|accessed|note|sub|s\.v|passim|etc)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """The four fields that only their order and their neighbours tell apart."""

    title: str | None = None
    container: str | None = None
    place: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the other fields tell about the rest: numbered like a periodical, dated like a newspaper, named like a book."""

    periodical: bool
    dated: bool
    printed: bool  # a year, a place or a publisher is known
    authored: bool


@dataclass(frozen=True, slots=True)
class Free:
    """A stretch of the sheet whose meaning is not known yet."""

    start: int
    stop: int
    words: str


def split_rest(sheet: Sheet, start: int, marked: Sequence[Marked], around: Around) -> Rest:
    """Return title, container, place and publisher from what is left after an index of the sheet."""
    free = _free(sheet, start)
    if marked:
        return _around_marked(free, marked, around, sheet)
    if not free:
        return Rest()
    first = _split_run(free[0], around, sheet)
    for later in free[1:]:
        first = _add_later(first, later, sheet)
    return first


def _free(sheet: Sheet, start: int) -> list[Free]:
    """Return the stretches that hold letters and are no filler."""
    found = []
    for match in _FREE.finditer(sheet.left, start):
        words = tidy(match[0])
        if words and any(char.isalpha() for char in words) and not _FILLER.match(words) and not _COMMENT.match(words):
            found.append(Free(match.start(), match.end(), match[0]))
    return found


def _around_marked(free: Sequence[Free], marked: Sequence[Marked], around: Around, sheet: Sheet) -> Rest:
    """Return the fields around titles in marks: the first is the title, an italic or a free one after it the container."""
    main = marked[0]
    rest = Rest(title=main.title)
    if main.italic and len(marked) == 1 and around.dated and _is_periodical(main.title):
        rest = Rest(container=main.title)
    if len(marked) > 1:
        rest = replace(rest, container=marked[1].title)
    after = [piece for piece in free if piece.start >= main.stop - 1]
    before = [piece for piece in free if piece.start < main.start]
    for piece in after:
        rest = _add_after_marked(rest, piece, main, around)
    if before and rest.container is None and around.periodical and not main.italic:
        split = _split_run(before[0], around, sheet)
        rest = replace(rest, container=split.container or split.title)
    return rest


def _add_after_marked(rest: Rest, piece: Free, main: Marked, around: Around) -> Rest:
    """Place a free stretch behind a marked title."""
    words = _IN.sub(" ", piece.words)
    words = re.sub(r"^[ ,.;]*(?:in|from|dans|в) ", "", words, flags=re.IGNORECASE)
    pieces = [part for part in (tidy(part) for part in re.split(r", |\. (?=[A-Z])|\(", words)) if part]
    for index, part in enumerate(pieces):
        if is_city(part) or (rest.container and around.dated and piece.words.lstrip().startswith("(")):
            rest = replace(rest, place=rest.place or part)
        elif is_publisher(part) and (main.italic or rest.container):
            rest = replace(rest, publisher=rest.publisher or split_publisher(part))
        elif index == 0 and rest.container is None and not main.italic and part[0].isupper():
            rest = replace(rest, container=part)
        elif rest.place and rest.publisher is None and len(part.split()) <= SHORT and index > 0:
            rest = replace(rest, publisher=part)
    return rest


def _split_run(run: Free, around: Around, sheet: Sheet) -> Rest:
    """Return the fields of an unmarked stretch, from its end to its beginning."""
    words = run.words
    by_slash = _SLASHES.split(words, maxsplit=1)
    if len(by_slash) > 1:
        return Rest(title=tidy(by_slash[0]), container=tidy(by_slash[1]))
    into = _IN.search(words)
    if into and tidy(words[: into.start()]):
        return replace(
            _split_imprint(words[into.end() :], around),
            title=tidy(words[: into.start()]),
            container=_split_imprint(words[into.end() :], around).title,
        )
    rest = _split_imprint(words, around, closed=sheet.left[run.stop : run.stop + 1] == USED)
    return _as_container(rest, around)


def _split_imprint(words: str, around: Around, *, closed: bool = False) -> Rest:
    """Part title from container, publisher and place in a stretch, by full stops and then by commas."""
    pieces = [part for part in (tidy(part) for part in _STOP.split(words)) if part]
    if len(pieces) > 1:
        last, before = pieces[-1], ". ".join(pieces[:-1])
        if around.periodical or (_is_periodical(last) and around.dated):
            return Rest(title=before, container=_split_commas(last).title)
        if is_publisher(last) or is_city(last) or (around.printed and _short_name(last)):
            tail = _split_commas("x, " + last)
            return Rest(
                title=before,
                place=tail.place,
                publisher=tail.publisher or (None if tail.place else split_publisher(last)),
            )
    rest = _split_commas(words, printed=around.printed)
    if rest.title and around.periodical and "," in rest.title and not rest.place:
        title, _, container = rest.title.rpartition(",")
        return replace(rest, title=tidy(title), container=tidy(container))
    if rest.title and closed and around.dated and ", " in rest.title and _is_periodical(rest.title.rpartition(", ")[2]):
        title, _, container = rest.title.rpartition(", ")
        return replace(rest, title=tidy(title), container=tidy(container))
    return rest


def _short_name(words: str) -> bool:
    """Tell whether words look like the bare name of a publishing house."""
    parts = words.split()
    return len(parts) <= SHORT and all(part[0].isupper() or part in {"&", "and", "of"} for part in parts)


def _split_commas(words: str, *, printed: bool = True) -> Rest:
    """Part title, place and publisher in "Title, Paris, Plon" from the end; "Bread, Roses & Coal" is all title if not printed."""
    pieces = [part for part in (tidy(part) for part in words.split(", ")) if part]
    if len(pieces) >= PARTS and is_city(pieces[-2]) and len(pieces[-1].split()) <= SHORT:
        return Rest(title=", ".join(pieces[:-2]), place=pieces[-2], publisher=split_publisher(pieces[-1]))
    if len(pieces) > 1 and is_city(pieces[-1]):
        return Rest(title=", ".join(pieces[:-1]), place=pieces[-1])
    listed = not printed and len(pieces) == PARTS - 1 and " " not in pieces[0] and "&" in pieces[1]
    if len(pieces) > 1 and is_publisher(pieces[-1]) and not listed:
        place = pieces[-2] if len(pieces) >= PARTS and is_city(pieces[-2]) else None
        head = pieces[: -2 if place else -1]
        return Rest(
            title=tidy(re.sub(r"[,.] Publishers?$", "", ", ".join(head))),
            place=place,
            publisher=split_publisher(pieces[-1]),
        )
    return Rest(title=tidy(words))


def _as_container(rest: Rest, around: Around) -> Rest:
    """Turn a title into a container where it is the name of a newspaper, a list or a journal."""
    title = rest.title
    if title is None or rest.container or rest.publisher:
        return rest
    bare = re.sub(r"^the (?=[A-Z])", "", title)
    if around.periodical and not around.authored and _is_periodical(bare):
        return replace(rest, title=None, container=bare)
    if (around.dated and _newspaper(bare, around)) or (bare != title and _is_periodical(bare)):
        return replace(rest, title=None, container=bare)
    return rest


def _newspaper(words: str, around: Around) -> bool:
    """Tell whether a title that is dated to the day is a newspaper's name."""
    return _is_periodical(words) or (not around.authored and len(words.split()) <= SHORT and not around.periodical)


def _is_periodical(words: str) -> bool:
    """Tell whether words hold one of those in the names of newspapers, journals and lists."""
    lows = {word.strip(".,()").lower() for word in words.split()}
    return bool(lows & (NEWSPAPER_WORDS | PERIODICAL_WORDS))


def _add_later(rest: Rest, later: Free, sheet: Sheet) -> Rest:
    """Place a later free stretch: a city, a publisher; anything else is left unread."""
    words = tidy(later.words)
    if words is None:
        return rest
    split = _split_commas("x, " + words)
    if split.place or split.publisher:
        return replace(rest, place=rest.place or split.place, publisher=rest.publisher or split.publisher)
    bracketed = later.words.lstrip().startswith("(")
    if rest.title is None and rest.container is None and not bracketed:
        return replace(rest, title=words)
    ended = later.start > 0 and sheet.left[later.stop : later.stop + 1] == USED
    if rest.publisher is None and rest.title and ended and _short_name(words) and later.words.lstrip()[:1] in ".,":
        return replace(rest, publisher=words)
    return rest
