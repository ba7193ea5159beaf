"""References back: ibid., op. cit., loc. cit., idem, short titles, author and year.

Ibid. is taken literally: it stands for the citation before it in the same row (notes among notes, attributions among
attributions). What cannot be made out keeps its own words and says why.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from valla.model.anchors import Span
from valla.model.documents import Note
from valla.model.works import Reference
from valla.quote.citations import Reading
from valla.quote.people import SUFFIXES, Name, Sort
from valla.quote.works import Entry, Origin
from valla.text.fold import key_of

STOP = frozenset("the a an of and in on to by for at with from le la les de du des der die das und et il lo i".split())

BOOKS = frozenset(
    {"memoir", "memoirs", "autobiography", "diary", "diaries", "recollections", "reminiscences", "telling"}
)
"""Kinds of statements that are books, of which there is a fuller citation; two letters between the same men may be two."""

ALIKE = 86
"""Two words of a title that are so alike (of 100) count as one word printed twice, one of them wrongly."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A citation with its fields filled from the one it refers to, the place of that one, and why."""

    reading: Reading
    reference: Reference
    stands_for: Span | None
    confidence: float
    reason: str


def resolve_citations(
    entries: Sequence[Entry], persons: Container[str] = (), notes: Sequence[Note] = ()
) -> dict[Span, Resolved]:
    """Return what each citation stands for, by its place; a note stands where its mark does.

    `persons` are surnames that the text prints after a rank; one of them in the place of a title is an author.
    """
    shelf = Shelf(entries, persons)
    resolved: dict[Span, Resolved] = {}
    last: tuple[Span, Resolved] | None = None
    for entry in in_reading_order(entries, notes):
        answer = _resolve(entry, shelf, last, resolved)
        resolved[entry.span] = answer
        if entry.origin is not Origin.LIST and (answer.reading.names_work or entry.reading.author):
            last = (entry.span, answer)
    return _with_authors(entries, resolved)


def in_reading_order(entries: Sequence[Entry], notes: Sequence[Note]) -> list[Entry]:
    """Return the citations as a reader meets them: what stands in a note comes at the note's mark."""
    bodies = sorted((note.body, note.mark.start) for note in notes)

    def met(entry: Entry) -> tuple[int, Span, int]:
        place = bisect_right(bodies, entry.span.start, key=lambda pair: pair[0].start) - 1
        inside = place >= 0 and entry.span.start < bodies[place][0].end
        return bodies[place][1] if inside else entry.span.start, entry.span, entry.origin.value

    return sorted(entries, key=met)


def _with_authors(entries: Sequence[Entry], resolved: dict[Span, Resolved]) -> dict[Span, Resolved]:
    """Give a work cited by its title alone the author whom a short citation of it names."""
    named: dict[Span, Entry] = {}
    for entry in entries:
        target = resolved[entry.span].stands_for
        if target is not None and entry.reading.author and resolved[entry.span].reference is Reference.SHORT:
            named.setdefault(target, entry)
    for span, entry in named.items():
        own = resolved.get(span)
        if own is not None and own.reading.author is None and own.reading.title and not own.reading.kind:
            reading = replace(own.reading, author=entry.reading.author, authors=entry.reading.authors)
            resolved[span] = replace(
                own, reading=reading, reason=f"{own.reason}; its author from another citation of it"
            )
    return resolved


def _resolve(
    entry: Entry, shelf: "Shelf", before: tuple[Span, Resolved] | None, resolved: dict[Span, Resolved]
) -> Resolved:
    """Resolve one citation by its kind of reference."""
    match entry.reading.reference:
        case Reference.IBID | Reference.LOC_CIT:
            return _resolve_ibid(entry, before, shelf, resolved)
        case Reference.OP_CIT:
            return _resolve_op_cit(entry, before, shelf, resolved)
        case Reference.IDEM:
            return _resolve_idem(entry, before)
        case _:
            return _resolve_short(entry, shelf)


def _resolve_ibid(
    entry: Entry, before: tuple[Span, Resolved] | None, shelf: "Shelf", resolved: dict[Span, Resolved]
) -> Resolved:
    """Fill in ibid. from the citation before it; where that is another author's, from the last by the author named."""
    reading = entry.reading
    if before is None:
        return Resolved(reading, reading.reference, None, 0.0, "no citation goes before it")
    place, earlier = before
    if reading.author and earlier.reading.author and not same_author(reading.author, earlier.reading.author):
        own = shelf.last_by(reading.author, entry.span)
        if own is None:
            return Resolved(
                reading, reading.reference, None, 0.0, f"the citation before it is by {earlier.reading.author}"
            )
        filled = _filled(reading, (resolved[own.span].reading if own.span in resolved else own.reading), pages=False)
        return Resolved(
            filled,
            reading.reference,
            own.span,
            0.5,
            "the citation before it is another author's; taken for the last by the author it names",
        )
    if not earlier.reading.names_work:
        return Resolved(
            _filled(reading, earlier.reading, pages=True),
            reading.reference,
            None,
            0.0,
            "the citation before it names no work",
        )
    source = earlier.reading
    if source.via and not (source.title or source.container or source.archive):  # "X, quoted in Y" cites Y
        source = source.via
    filled = _filled(reading, source, pages=True)
    return Resolved(filled, reading.reference, place, 0.9, "the citation before it")


def _resolve_op_cit(
    entry: Entry, before: tuple[Span, Resolved] | None, shelf: "Shelf", resolved: dict[Span, Resolved]
) -> Resolved:
    """Fill in op. cit. from the last work of its author; without an author, of the author cited before it."""
    reading = entry.reading
    author = reading.author or (before[1].reading.author if before else None)
    own = shelf.last_by(author, entry.span) if author else None
    if own is None:
        who = f"no earlier work of {author} is cited" if author else "it names no author"
        return Resolved(reading, reading.reference, None, 0.0, who)
    source = resolved[own.span].reading if own.span in resolved else own.reading
    weight = 0.85 if reading.author else 0.5
    return Resolved(
        _filled(reading, source, pages=False),
        reading.reference,
        own.span,
        weight,
        f"the last work of {author} cited before",
    )


def _resolve_idem(entry: Entry, before: tuple[Span, Resolved] | None) -> Resolved:
    """Fill in the author of idem from the citation before it."""
    reading = entry.reading
    if before is None or (reading.names_work and before[1].reading.author is None):
        return Resolved(reading, reading.reference, None, 0.0, "no author goes before it")
    earlier = before[1].reading
    if not reading.names_work:  # the lawyers' "Id. at 231"
        filled = _filled(reading, earlier, pages=not reading.pages)
        return Resolved(filled, Reference.IBID, before[0], 0.85, "the citation before it")
    return Resolved(
        replace(reading, author=earlier.author, authors=earlier.authors),
        reading.reference,
        before[0],
        0.8,
        "the author cited before it",
    )


def settle(entry: Entry, shelf: "Shelf", *, described: bool) -> Resolved:
    """Return a work that the prose names, filled from a fuller citation of it where there is one."""
    if described:
        return Resolved(entry.reading, Reference.FULL, None, 0.3, "named by its kind only")
    return _resolve_short(entry, shelf)


def _resolve_short(entry: Entry, shelf: "Shelf") -> Resolved:
    """Fill in a citation from a fuller one of the same work anywhere in the document."""
    reading = _reconsidered(entry.reading, shelf)
    loose = reading.kind is not None and reading.kind not in BOOKS and not reading.marked
    fuller = None if loose else shelf.fuller(replace(entry, reading=reading))
    if fuller is not None:
        partial = not _same_title(reading.title, fuller.reading.title) or reading.author is None
        reason = "a fuller citation of the same work"
        return Resolved(
            _filled(reading, fuller.reading, pages=False),
            Reference.SHORT,
            fuller.span,
            0.8 if partial else 0.85,
            reason,
        )
    if reading.author and not (reading.names_work or reading.via):
        reason = (
            f"several works of {reading.author} are cited"
            if shelf.by_author(reading.author)
            else f"no work of {reading.author} is cited in full"
        )
        return Resolved(reading, Reference.SHORT, None, 0.0, reason)
    return Resolved(reading, Reference.FULL, None, 0.9 if reading.author and reading.title else 0.7, "as cited")


def _reconsidered(reading: Reading, shelf: "Shelf") -> Reading:
    """Read as a title what was taken for an author of whom no work is cited, and the other way round."""
    lone = reading.title and " " not in reading.title and not (reading.container or reading.author or reading.year)
    if lone and (reading.pages or reading.volume) and reading.title in shelf.persons:
        name = Name(reading.title or "", Span(reading.start, reading.stop), Sort.PERSON)
        return replace(reading, author=reading.title, authors=(name,), title=None)  # "_Gerard_, p. 48" is by Gerard
    if not reading.author or reading.names_work or reading.year or shelf.by_author(reading.author):
        return reading
    as_title = replace(reading, author=None, authors=(), title=reading.author)
    return as_title if len(reading.author.split()) > 1 and shelf.has_title(reading.author) else reading


def _filled(reading: Reading, source: Reading, *, pages: bool) -> Reading:
    """Return a reading whose empty fields come from another; its pages only where the very place is meant."""
    return replace(
        reading,
        authors=reading.authors or source.authors,
        author=reading.author or source.author,
        title=source.title if _shorter(reading.title, source.title) else reading.title,
        container=reading.container or source.container,
        volume=reading.volume or (source.volume if (pages and not reading.pages) or source.container else None),
        year=reading.year or source.year,
        pages=reading.pages or (source.pages if pages else None),
        publisher=reading.publisher or source.publisher,
        place=reading.place or source.place,
        archive=reading.archive or (source.archive if pages else None),
        kind=reading.kind or source.kind,
        taker=reading.taker or source.taker,
        translator=reading.translator or source.translator,
        via=reading.via or source.via,
        via_words=reading.via_words or source.via_words,
        via_kind=reading.via_kind or source.via_kind,
        speaker=reading.speaker,
    )


def _shorter(own: str | None, other: str | None) -> bool:
    """Tell whether a title should be replaced by the fuller form of it."""
    return other is not None and (own is None or len(other) > len(own))


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
        lone = bool(reading.author) and other.author is None and len(full) > 2  # noqa: PLR2004 - "Origins" for "Origins of a Great War"
        enough = known_author or len(own) > 1 or own == full or lone
        return enough and _within(own, full, from_start=not known_author)

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


def _longer_title(title: str | None, own: str | None) -> bool:
    return len(title_words(title)) > len(title_words(own))


def _same_title(own: str | None, other: str | None) -> bool:
    return title_words(own) == title_words(other)


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
        or (len(word) > 3 and other.startswith(word))
        or (len(word) > 4 and fuzz.ratio(word, other) >= ALIKE)
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
