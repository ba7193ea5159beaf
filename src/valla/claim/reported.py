"""Statements that the author tells in his own words as another's: who, by which verb, and whether it was denied."""

import re
from dataclasses import dataclass

from valla.claim.lexicon import FOUND_OUT, NEGATION, VERB_CUES
from valla.model.anchors import Span
from valla.model.claims import Cue, CueKind, VerbClass

_NAME = r"[A-ZÀ-Þ][\w’'.-]{1,30}(?: (?:[A-ZÀ-Þ][\w’'.-]{1,30}|de|von|van|di)){0,4}"
_WORD = r"(?!(?:he|she|they|it|we|who|which|that|in|at|on|of|and)\b)[a-z][\w’'-]{1,20}"
_SUBJECT = re.compile(
    rf"(?P<who>(?:{_NAME}(?:, (?:his|her) [\w]+)?(?: ?(?:&|and) (?:his |her )?{_NAME})?)|\b[Hh]e|\b[Ss]he|\b[Tt]hey|\b(?:[Tt]he|[Hh]is|[Hh]er|[Mm]y|[Ii]ts) (?:{_WORD} ){{0,2}}{_WORD}(?: of [\w’' -]{{3,30}})?)"
    r"(?: himself| herself| themselves)?(?:,[^,.;:]{2,60},)?"
    r"(?: (?:had|has|have|would|later|also|then|first|initially|famously|eventually|repeatedly|always|openly|publicly|vehemently|stubbornly|himself|herself|unrepentantly|\w+ly)){0,3} $"
)
_SAID = re.compile(
    r"(?P<tail> (?:to|in|before|at|on) [\w ]{2,40})? (?:that|of)\b|(?: [\w’']+){1,5} (?:that|of)\b|(?: all| the| these| any) | to (?:be|have|being|having) "
)
_NOT_NAMES = frozenset(
    "The This That These Those In At On When While After Before If But And Or So As It There Here What Who However "
    "Although Though Despite Nor Yet Then Thus Not For With From By Of To Some Many Most All Both Each Every Their His "
    "Her Its Our My Your Such Same Even Only Also No None Nobody Nothing Let May Might Once Again Indeed".split()
)


@dataclass(frozen=True, slots=True)
class Saying:
    """A reported statement inside a sentence: its speaker as written, where he stands, and the verb."""

    speaker: str
    at: Span
    verb: VerbClass
    cue: Cue
    negated: bool


def saying_in(text: str, span: Span) -> Saying | None:
    """Return the first reported statement of a sentence: a subject with a name or a pronoun and a verb of saying."""
    best: Saying | None = None
    for verb, pattern in VERB_CUES.items():
        for match in pattern.finditer(text, span.start, span.end):
            made = _saying(text, span, verb, match)
            if made and (best is None or made.cue.at < best.cue.at):
                best = made
            if made:
                break
    return best


def _saying(text: str, span: Span, verb: VerbClass, match: re.Match[str]) -> Saying | None:
    """Return the statement of one verb; None where no subject stands before it or nothing is said after it."""
    before = text[max(span.start, match.start() - 160) : match.start()]
    subject = _SUBJECT.search(before)
    after = text[match.end() : min(span.end, match.end() + 120)]
    if subject is None or not names_somebody(subject["who"]) or not _SAID.match(after):
        return None
    start = match.start() - len(before) + subject.start("who")
    cue = Cue(at=Span(match.start(), match.end()), kind=CueKind.REPORT, words=match.group())
    return Saying(
        speaker=subject["who"],
        at=Span(start, start + len(subject["who"])),
        verb=verb,
        cue=cue,
        negated=bool(NEGATION.search(text, match.end(), span.end)),
    )


def names_somebody(words: str) -> bool:
    """Tell whether words that stand where a subject may stand name a person: no opening word, no possessive."""
    return words.split(maxsplit=1)[0] not in _NOT_NAMES and not words.endswith(("’s", "'s", "’", "'"))


def finding_out_in(text: str, span: Span) -> Cue | None:
    """Return the words by which a sentence tells that something came to light."""
    match = FOUND_OUT.search(text, span.start, span.end)
    return Cue(at=Span(match.start(), match.end()), kind=CueKind.EVIDENCE, words=match.group()) if match else None
