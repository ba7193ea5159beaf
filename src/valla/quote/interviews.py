"""Interviews and conversations that the running text mentions: who gave them, who took them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.quote.people import chunk_at
from valla.quote.sorts import Sort
from valla.quote.speakers.openings import first_subject
from valla.quote.speakers.scenes import Scenes
from valla.quote.tokens import Token, tokenise

_INTERVIEW = re.compile(r"(?<![^\W_])(?:interview(?:s|ed)?|conversations?|talks?)(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Fact:
    """An interview that the text mentions: who gave it, who took it, where that is said."""

    at: Span
    giver: str | None
    taker: str | None


def interviews_in(scenes: Scenes) -> Iterator[Fact]:
    """Yield the interviews that the text mentions with both who gave and who took them."""
    text = scenes.outside
    for match in _INTERVIEW.finditer(text):
        sentence_start = max(
            text.rfind(". ", max(0, match.start() - 400), match.start()),
            text.rfind("\n", max(0, match.start() - 400), match.start()),
            match.start() - 400,
            0,
        )
        before = tokenise(text[sentence_start : match.start()], sentence_start)
        after = tokenise(text[match.end() : match.end() + 160], match.end())
        fact = _fact(match.group(), before, after, Span(*match.span()))
        if fact:
            yield fact


def _fact(word: str, before: Sequence[Token], after: Sequence[Token], at: Span) -> Fact | None:
    """Return the interview that the words on both sides describe."""
    subject = first_subject(before, 0, len(before))
    giver = subject.name.value if subject and subject.name.sort is Sort.PERSON else None
    if word == "interviewed":
        other = chunk_at(after, 1 if after and after[0].low == "by" else 0) if after else None
        if other is None or giver is None or other.name.sort is not Sort.PERSON:
            return None
        passive = after[0].low == "by"
        return Fact(at, giver if passive else other.name.value, other.name.value if passive else giver)
    return _interview_of(after, giver, at)


def _interview_of(after: Sequence[Token], subject: str | None, at: Span) -> Fact | None:
    """Read "interview of X by Y", "interview with X by Y", "X spoke in an interview with Y"."""
    if not after or after[0].low not in {"of", "with", "by", "between"}:
        return None
    first = chunk_at(after, 1)
    if first is None or first.name.sort is not Sort.PERSON:
        return None
    link = after[first.stop].low if first.stop < len(after) else ""
    second = chunk_at(after, first.stop + 1) if link in {"by", "and", "with"} else None
    if second and second.name.sort is Sort.PERSON:
        return Fact(at, first.name.value, second.name.value)
    return Fact(at, subject, first.name.value) if subject else None
