"""What the witnesses of one quotation say: its tail, its cue, its attribution, the work that is cited."""

from collections.abc import Sequence
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.quote.bindings import Bound
from valla.quote.lexicon.prints import WORK_NOUNS
from valla.quote.people import Name, chunk_at
from valla.quote.sorts import Sort
from valla.quote.speakers.phrases import Subject
from valla.quote.speakers.roster import same_person
from valla.quote.tokens import Token
from valla.quote.works import Origin

DOUBTFUL = 0.5
"""A citation bound to its quotation less surely than this says nothing of who speaks."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the witnesses of one quotation say; each may be silent."""

    tail: Subject | None
    cue: Subject | None
    explicit: Subject | None  # named as speaker by the attribution
    author: Subject | None  # author of the cited work
    announced: bool
    origin: Origin | None


def is_paper(subject: Subject, heard: Heard) -> bool:
    """Tell whether a subject is only the cited work itself, whose author is known."""
    return heard.author is not None and subject.name.words[-1].casefold() in WORK_NOUNS


def plain(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens without marks of emphasis, which part no words."""
    return [token for token in tokens if not token.is_mark("_*")]


def author(bound: Bound) -> Subject | None:
    """Return the author of a cited work as speaker."""
    reading = bound.resolved.reading
    if reading.author is None or not reading.authors or bound.confidence < DOUBTFUL:
        return None
    span = _span_of(reading.authors)
    weight = 0.88 if bound.origin is Origin.LINE else 0.55
    own = span.start >= reading.start and span.end <= reading.stop
    reason = "author of the cited work" if own else "author of the cited work, named in a fuller citation"
    return Subject(
        Name(reading.author, span, Sort.PERSON), round(weight * bound.confidence * (1 if own else 0.8), 3), reason
    )


def _span_of(names: Sequence[Name]) -> Span:
    """Return the span from the first to the last of some names."""
    return Span(min(name.span.start for name in names), max(name.span.end for name in names))


def fuller(subject: Subject, other: Subject | None) -> Subject:
    """Return a subject under the fuller of two names of the same person; two witnesses make it surer."""
    if other is None or other.name.sort is not Sort.PERSON or not same_person(subject.name.value, other.name.value):
        return subject
    best = other if len(other.name.words) > len(subject.name.words) else subject
    return Subject(
        best.name, min(0.98, max(subject.confidence, other.confidence) + 0.04), f"{subject.reason}; {other.reason}"
    )


def names_in(sentence: Sequence[Token]) -> list[Name]:
    """Return the persons named in a sentence, in order."""
    names, place = [], 0
    while place < len(sentence):
        chunk = chunk_at(sentence, place)
        if chunk and chunk.name.sort is Sort.PERSON:
            names.append(chunk.name)
        place = chunk.stop if chunk else place + 1
    return names
