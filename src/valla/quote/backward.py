"""References back: ibid., op. cit., loc. cit., idem, short titles, author and year.

Ibid. is taken literally: it stands for the citation before it in the same row (notes among notes, attributions among
attributions). What cannot be made out keeps its own words and says why.
"""

import re
from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from valla.model.anchors import Span
from valla.model.documents import Note
from valla.model.works import Reference
from valla.quote.citations import Reading
from valla.quote.people import Name
from valla.quote.shelf import Shelf, same_author, same_title
from valla.quote.sorts import Sort
from valla.quote.works import Entry, Origin

BOOKS = frozenset(
    {"memoir", "memoirs", "autobiography", "diary", "diaries", "recollections", "reminiscences", "telling"}
)
"""Kinds of statements that are books, of which there is a fuller citation; two letters between the same men may be two."""


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
        via = earlier.reading.via
        if via and via.author and same_author(reading.author, via.author):
            filled = _filled(reading, via, pages=True)
            return Resolved(
                filled, reading.reference, place, 0.8, "the work through which the words before were quoted"
            )
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
        partial = not same_title(reading.title, fuller.reading.title) or reading.author is None
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
        return replace(reading, author=reading.title, authors=(name,), title=None)  # "_Reed_, p. 48" is by Reed
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
        archive=reading.archive or (_archive_of(source, reading.pages) if pages else None),
        kind=reading.kind or source.kind,
        taker=reading.taker or source.taker,
        translator=reading.translator or source.translator,
        via=reading.via or source.via,
        via_words=reading.via_words or source.via_words,
        via_kind=reading.via_kind or source.via_kind,
        speaker=reading.speaker,
    )


_LEAF = re.compile(r"[, ]+(?:[nf]f?\. ?|no\. ?|fol\. ?)?[\divxlc]+[a-d]?$", re.IGNORECASE)


def _archive_of(source: Reading, pages: str | None) -> str | None:
    """Return a source's shelfmark, without its last number where a reference back gives another in its place."""
    if source.archive is None or source.pages is not None or pages is None or not pages[:1].isdigit():
        return source.archive
    return _LEAF.sub("", source.archive)


def _shorter(own: str | None, other: str | None) -> bool:
    """Tell whether a title should be replaced by the fuller form of it."""
    return other is not None and (own is None or len(other) > len(own))
