"""Hands of what the author tells in his own words: who said it, at which hearing or in which paper, who found the paper."""

import re
from collections.abc import Iterator, Sequence

from valla.model.anchors import Span
from valla.model.claims import Claim, ClaimKind
from valla.model.witnesses import Hand, Role
from valla.model.works import Citation
from valla.stemma.persons import same_name
from valla.text.sentences import sentence_start

_NAME = r"[A-ZÀ-Þ][\w’'-]{1,30}(?: [A-ZÀ-Þ][\w’'-]{1,30}){0,4}"
_HEARING = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Dd]uring|[Uu]nder) (?:the|his|her|their) (?P<record>(?:first |last |second |pre-trial |own )?(?:interrogation|cross-examination|examination|trial|inquest|inquiry|enquiry|hearing|deposition|testimony))\b"
)
_REPORTED_TO = re.compile(
    rf"\breport(?:s|ed)? to (?P<to>(?:the )?{_NAME}|(?:the|his|her) \w+) that (?P<of>{_NAME}(?: (?:&|and) \w+ \w+)?)"
)
_NAMED_IN = re.compile(
    rf"\b(?:named|mentioned|listed|described|recorded) (?:as [\w ]{{3,60}} )?in (?P<record>(?:the )?(?:[a-z]+ ){{0,2}}(?:letters?|receipts?|papers?|correspondence|ledgers?|registers?|diar(?:y|ies))(?: of (?P<of>{_NAME})[’']s? \w+)?)[^.;]{{0,40}}?(?:found|discovered)(?: in the (?P<archive>[\w’' ]{{3,40}}?))? by (?:[a-z]+ ){{0,3}}(?P<who>{_NAME})"
)
_PERSON = re.compile(r"\b(?:[A-ZÀ-Þ][\w’-]{2,30}(?: [A-ZÀ-Þ][\w’-]{2,30}){1,4})\b(?![’']s)")
_BACK = 600
"""Code points before a pronoun in which the person is sought."""


def hands_told(claim: Claim, text: str, citations: Sequence[Citation]) -> Iterator[Hand]:
    """Yield the hands of one claim in order; none where the sentence names neither a hearing nor a paper."""
    span = claim.span
    named = _NAMED_IN.search(text, span.start, span.end)
    if named:
        yield from _of_paper(named, citations)
    elif claim.kind is ClaimKind.REPORTED:
        yield from _of_hearing(claim, text)


def _of_paper(match: re.Match[str], citations: Sequence[Citation]) -> Iterator[Hand]:
    """Yield the hands of "named in the receipts of X's letters, found in the archive by Y"."""
    if match["of"]:
        yield _hand(match, "of", Role.MOUTH, "the papers are his")
    yield _hand(match, "record", Role.RECORD, "the sentence names the papers")
    own = next((row for row in citations if row.author and row.title and same_name(row.author, match["who"])), None)
    name = f"{own.author}, {own.title}" if own else match["who"]
    at = Span(match.start("who"), match.end("who"))
    yield Hand(name=name, role=Role.WORK if own else Role.HEARER, at=at, confidence=0.5, reason="he found the papers")


def _of_hearing(claim: Claim, text: str) -> Iterator[Hand]:
    """Yield who said it at a hearing, or who reported it to whom."""
    speaker = person_meant(claim.speaker or "", text, claim.span.start)
    hearing = _HEARING.search(text, claim.span.start, claim.span.end)
    report = _REPORTED_TO.search(text, claim.span.start, claim.span.end)
    if speaker is None or not (hearing or report):
        return
    if report:
        yield _hand(report, "of", Role.MOUTH, "it is told of him")
    at = next((cue.at for cue in claim.cues), claim.span)
    yield Hand(name=speaker, role=Role.WITNESS, at=at, confidence=0.5, reason="the sentence tells what he said")
    if hearing:
        yield _hand(hearing, "record", Role.RECORD, "the sentence names the hearing")
    elif report:
        to = Span(report.start("to"), report.end("to"))
        name = f"report to {report['to']}"
        yield Hand(name=name, role=Role.RECORD, at=to, confidence=0.5, reason="the sentence names the report")


def person_meant(words: str, text: str, start: int) -> str | None:
    """Return the name of a speaker; for a pronoun the person named last before it, within the paragraph before."""
    if words and words not in {"He", "he", "She", "she", "They", "they"}:
        return words
    near = [match.group() for match in _PERSON.finditer(text, max(0, start - _BACK), start)]
    first = sentence_start(text, max(0, start - 1))
    opening = _PERSON.match(text, first, start)
    if opening:
        return opening.group()
    return near[-1] if near and words else None


def _hand(match: re.Match[str], group: str, role: Role, reason: str) -> Hand:
    """Return the hand that a group of a match names."""
    at = Span(match.start(group), match.end(group))
    return Hand(name=match[group], role=role, at=at, confidence=0.5, reason=reason)
