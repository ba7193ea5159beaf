"""The works that a document cites, found by author and by title, so that a short citation meets its full one."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from valla.model.anchors import Span
from valla.model.works import Reference
from valla.quote.citations import Reading
from valla.quote.people import SUFFIXES
from valla.quote.works import Entry
from valla.text.fold import key_of

STOP = frozenset("the a an of and in on to by for at with from le la les de du des der die das und et il lo i".split())

_GENERIC = frozenset(
    map(key_of, "history memoirs letters narrative annals works life diary journal report records papers".split())
)

STEM = 4
"""Letters by which a shortened word of a title is still known: "Hist" for "History"."""

ALIKE = 86
"""Two words of a title that are so alike (of 100) count as one word printed twice, one of them wrongly."""


class Shelf:
    """The works that a document cites, found by author and by title."""

    def __init__(self, entries: Iterable[Entry], persons: Container[str] = ()) -> None:
        """Order the citations that name a work, and remember their words."""
        self.persons = persons
        self.full = [
            entry for entry in entries if entry.reading.reference is Reference.FULL and entry.reading.names_work
        ]
        self._by_author: dict[str, list[Entry]] = defaultdict(list)
        self._by_word: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.full:
            for surname in surnames(entry.reading.author):
                self._by_author[surname].append(entry)
            for word in set(title_words(entry.reading.title)[:12]):
                self._by_word[word[:4]].append(entry)

    def by_author(self, author: str) -> list[Entry]:
        """Return the citations of an author's works, in the order of the text."""
        found = {entry.span: entry for surname in surnames(author) for entry in self._by_author.get(surname, ())}
        return [found[span] for span in sorted(found)]

    def last_by(self, author: str, before: Span) -> Entry | None:
        """Return the last work of an author cited before a place."""
        earlier = [entry for entry in self.by_author(author) if entry.span < before and entry.reading.title]
        return earlier[-1] if earlier else None

    def fuller(self, entry: Entry) -> Entry | None:
        """Return the fullest other citation of the work that a citation names; None where none is fuller."""
        reading = entry.reading
        if reading.title:
            rivals = [
                row
                for row in self._sharing(reading.title)
                if row.span != entry.span and self._same_work(reading, row.reading)
            ]
        elif reading.author and not reading.container and not reading.archive and not reading.via:
            rivals = self._only_work(reading, entry.span)
        else:
            return None
        rivals = [
            row
            for row in rivals
            if row.reading.weight > reading.weight or _longer_title(row.reading.title, reading.title)
        ]
        return min(rivals, key=lambda row: (-row.reading.weight, row.span), default=None)

    def has_title(self, title: str) -> bool:
        """Tell whether a work of this title is cited, letter for letter or nearly."""
        words = title_words(title)
        return any(
            len(title_words(row.reading.title)) == len(words)
            and _within(words, title_words(row.reading.title), from_start=True)
            for row in self._sharing(title)
        )

    def _sharing(self, title: str) -> list[Entry]:
        """Return the works whose titles share the first telling word of a title, at most a hundred."""
        words = title_words(title)
        found = {row.span: row for word in words[:3] for row in self._by_word.get(word[:4], ())[:100]}
        return [found[span] for span in sorted(found)]

    def _same_work(self, reading: Reading, other: Reading) -> bool:
        """Tell whether a citation can be a short one of another: no other author, its title within the other's."""
        if reading.author and other.author and not same_author(reading.author, other.author):
            return False
        own, full = title_words(reading.title), title_words(other.title)
        if (
            not own
            or not full
            or len(own) > len(full)
            or (reading.year and other.year and reading.year != other.year and own != full)
        ):
            return False
        known_author = bool(reading.author and other.author)
        if reading.author is None and other.author and len(own) == 1 and own[0] in _GENERIC:
            return False  # "History" is anybody's
        compound = len(own) == 2 and own != full  # noqa: PLR2004 - "Harbour Plot" is no short "Harbour Plot Book"
        lone = (
            bool(reading.author)
            and other.author is None
            and len(full) > 2  # noqa: PLR2004 - "Origins" for "Origins of a Great War"
            and not compound
            and not _lists(reading.title, other.title)
        )
        if compound and not known_author and own != full:
            return False
        enough = known_author or len(own) > 1 or own == full or lone
        gaps = known_author or len(own) + 1 < len(
            full
        )  # "Court of the King" is no short "Court and Character of the King"
        return enough and (gaps or _is_run(own, full)) and _within(own, full, from_start=not known_author)

    def _only_work(self, reading: Reading, span: Span) -> list[Entry]:
        """Return the one work of an author (and year) that is cited; none where there are several."""
        works = [row for row in self.by_author(reading.author or "") if row.span != span and row.reading.title]
        if reading.year:
            works = [
                row
                for row in works
                if row.reading.year == reading.year or row.reading.year == reading.year.rstrip("abcdefgh")
            ]
        if reading.volume and any(row.reading.volume for row in works):
            works = [row for row in works if row.reading.volume]
        titles = {tuple(title_words(row.reading.title)[:3]) for row in works}
        return works if len(titles) == 1 else []


def _lists(own: str | None, full: str | None) -> bool:
    """Tell whether a longer title only begins with the same word and goes on with others: "Salt" and "Salt, Iron and Rope"."""
    return (full or "").casefold().startswith(f"{(own or '').casefold()},")


def _longer_title(title: str | None, own: str | None) -> bool:
    return len(title_words(title)) > len(title_words(own))


def same_title(own: str | None, other: str | None) -> bool:
    """Tell whether two titles have the same words."""
    return title_words(own) == title_words(other)


def _is_run(own: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether the words of one title follow one another in another."""
    size = len(own)
    starts = range(len(full) - size + 1)
    return any(all(_alike(*pair) for pair in zip(own, full[at : at + size], strict=True)) for at in starts)


def _within(own: Sequence[str], full: Sequence[str], *, from_start: bool) -> bool:
    """Tell whether the words of a short title stand in this order in the full one; the first at its beginning, if asked."""
    place = 0
    for number, word in enumerate(own):
        found = next((index for index in range(place, len(full)) if _alike(word, full[index])), None)
        if found is None or (number == 0 and from_start and found > 0):
            return False
        place = found + 1
    return True


def _alike(word: str, other: str) -> bool:
    return (
        word == other
        or (len(word) >= STEM and other.startswith(word))
        or (len(word) > STEM and fuzz.ratio(word, other) >= ALIKE)
    )


@lru_cache(maxsize=8192)
def title_words(title: str | None) -> tuple[str, ...]:
    """Return the telling words of a title, folded."""
    words = [key_of(word) for word in "".join(char if char.isalnum() else " " for char in title or "").split()]
    telling = [word for word in words if word not in STOP]
    return tuple(telling or words)


def surnames(author: str | None) -> tuple[str, ...]:
    """Return the folded surnames of an author's phrase: "E. H. Carr and R. W. Davies" has two."""
    found = []
    for name in (author or "").replace(" & ", " and ").replace(", ", " and ").split(" and "):
        words = [word.strip(".,").casefold() for word in name.removesuffix(" et al.").split()]
        words = [word for word in words if word not in SUFFIXES]
        if words:
            found.append(key_of(words[-1]))
    return tuple(dict.fromkeys(found))


def same_author(one: str, other: str) -> bool:
    """Tell whether two phrases can name the same author: a surname is shared, letter for letter or nearly."""
    return any(a == b or (len(a) > 4 and fuzz.ratio(a, b) >= ALIKE) for a in surnames(one) for b in surnames(other))  # noqa: PLR2004
