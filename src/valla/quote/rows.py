"""Which citations count, whose work they cite, and the row that is made of each."""

from dataclasses import replace

from valla.model.anchors import Span
from valla.model.quotations import Attribution, QuotationId
from valla.model.works import Citation, Reference
from valla.quote.backward import Resolved
from valla.quote.bindings import Bound
from valla.quote.citations import Reading
from valla.quote.speakers.roster import same_person


def cites(resolved: Resolved) -> bool:
    """Tell whether a line or a note cites a work and does not only name a speaker."""
    reading = resolved.reading
    if reading.names_work or resolved.reference not in {Reference.FULL, Reference.SHORT}:
        return True
    return bool(reading.author and (reading.pages or reading.year or (reading.kind and reading.taker)))


NAMED_AT = 60
"""Code points between a speaker's name and the mark of the note that is his: "as Mill tells us in these words,[4]"."""

SPOKEN_SURELY = 0.6


def by_speaker(bound: Bound, said: Attribution) -> Bound:
    """Return the citation of a note without an author whose mark stands at the speaker's name: the work is no other's.

    "As Mill says,[4]" with the note "_History_, p. 7" cites Mill. A longer title may be a collection in which others are
    printed, so that there only the author is left out whom an earlier citation of the like title would bring in.
    """
    reading = bound.resolved.reading
    at, mark = said.at, bound.mark
    stated = reading.author is not None and reading.author.split()[-1] in reading.raw
    own = said.name is not None and reading.author is not None and same_person(said.name, reading.author)
    if mark is None or stated or own or reading.archive or reading.kind or reading.reference is not Reference.FULL:
        return bound
    sure = said.name is not None and said.confidence >= SPOKEN_SURELY
    beside = sure and at is not None and 0 <= mark.start - at.end <= NAMED_AT
    anybodys = (reading.title or "").casefold() in ANYBODYS
    if not (beside or anybodys):
        return bound
    author = said.name if anybodys and beside else None
    return replace(bound, resolved=replace(bound.resolved, reading=replace(reading, author=author, authors=())))


ANYBODYS = frozenset(
    "history memoirs memoir narrative annals chronicle diary journal autobiography works essays reminiscences recollections "
    "life histories letters poems".split()
) | {"church history", "constitutional history", "collected works"}
"""Titles that name nothing without their author."""


def make_citation(quotation: QuotationId, bound: Bound, speaker: str | None) -> Citation:
    """Return the row of a citation."""
    resolved = bound.resolved
    reading = resolved.reading
    return Citation(
        quotation=quotation,
        at=Span(reading.start, reading.stop),
        raw=reading.raw,
        reference=resolved.reference,
        author=reading.author,
        title=reading.title,
        container=reading.container,
        volume=reading.volume,
        year=reading.year,
        pages=reading.pages,
        publisher=reading.publisher,
        place=reading.place,
        archive=reading.archive,
        via=reading.via_words or _through(reading, speaker),
        stands_for=resolved.stands_for,
        confidence=round(min(1.0, resolved.confidence * bound.confidence), 3),
        reason=resolved.reason,
    )


def _through(reading: Reading, speaker: str | None) -> str | None:
    """Return the cited work as the one through which it is quoted, where its author is not the speaker."""
    if speaker is None or reading.author is None or reading.kind or same_person(speaker, reading.author):
        return None
    work = reading.title or reading.container
    return f"{reading.author}, {work}{f' ({reading.year})' if reading.year else ''}" if work else None
