"""Who speaks, as the words before a quotation tell it: "X wrote:", "according to X", "In X's words", "was told by X that".

A phrase of source comes first (see `sources`); then the verb that governs the quotation (see `governing`) and its
subject (see `clauses`). Where no verb reports, a name before the colon, or the owner of the paper that is quoted,
stands in for one.
"""

from collections.abc import Sequence

from valla.quote.lexicon.grammar import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    FIRST,
    RELATIVE,
    SUBORDINATORS,
)
from valla.quote.lexicon.roles import NOBODY
from valla.quote.lexicon.verbs import REPORTING
from valla.quote.people import chunk_at
from valla.quote.sorts import Sort, is_role
from valla.quote.speakers.apposed import (
    apposed,
    is_apposed_paper,
    maker_of_paper,
    paper_anywhere,
)
from valla.quote.speakers.clauses import is_passive, subject_before
from valla.quote.speakers.governing import governing_verb
from valla.quote.speakers.openings import clause_start, first_subject, opening_role
from valla.quote.speakers.phrases import Subject, chunk_ending, is_adverb, phrase, phrase_start, pronoun
from valla.quote.speakers.sources import (
    named_by_agent,
    named_by_saying,
    paper_at_end,
)
from valla.quote.speakers.verbless import without_verb
from valla.quote.speakers.views import named_by_phrase
from valla.quote.speakers.watched import seen_to_say
from valla.quote.tokens import Kind, Token

_READERS = frozenset("read find learn see hear lesen lisons reads finds learns".split())
"""What the author and his readers do with a paper: "in X's letter we read"."""


def read_cue(tokens: Sequence[Token], *, colon: bool = False, fragment: bool = False) -> Subject | None:
    """Return who speaks by the sentence that leads up to a quotation; None where it tells nothing.

    `colon` says that the cue announces a block (it ends in a colon), `fragment` that the quoted words are part of
    the author's own sentence.
    """
    body = _trim(tokens)
    if not body:
        return None
    if fragment and tokens[-1].is_mark("("):
        chunk = chunk_ending(body, len(body) - 1)
        if chunk and chunk.name.sort is Sort.PERSON:
            return Subject(chunk.name, 0.6, "named before the bracket")
    if tokens[-1].is_mark(",") and is_apposed_paper(body):
        return apposed(body)
    named = named_by_phrase(body) or named_by_agent(body) or named_by_saying(body)
    better = (_outdone(body) if colon else None) or _gapped(body)
    if better:
        return better
    verb = governing_verb(body)
    if named:
        return _told_within(body, verb, named) or named
    paper = paper_at_end(body) if colon else None
    if verb is not None:
        return paper or _speaker_of(body, verb)
    return paper or without_verb(body, colon=colon, fragment=fragment)


def _outdone(body: Sequence[Token]) -> Subject | None:
    """Return X of "nobody has put it better than X:"."""
    last = chunk_ending(body, len(body) - 1)
    outdone = last is not None and last.first > 0 and body[last.first - 1].low == "than"
    return Subject(last.name, 0.75, "than whom nobody says it better") if last and outdone else None


def _gapped(body: Sequence[Token]) -> Subject | None:
    """Return B of "A called it “...”; B, more kindly, “...”": the verb is not said twice."""
    veil = max((place for place, token in enumerate(body) if token.kind is Kind.VEIL), default=None)
    if veil is None:
        return None
    first = veil + 1
    while first < len(body) and (
        body[first].kind is Kind.MARK or body[first].low in COORDINATORS | {"while", "whereas"}
    ):
        first += 1
    chunk = chunk_at(body, first) if first < len(body) else None
    if (
        chunk is None
        or chunk.name.sort is not Sort.PERSON
        or not any(token.is_mark(",;") for token in body[veil:first])
    ):
        return None
    rest = body[chunk.stop :]
    plain = all(token.is_mark(",") or (token.lower and token.low not in REPORTING | AUXILIARIES) for token in rest)
    return Subject(chunk.name, 0.75, "the verb is the one before") if plain and len(rest) <= GAP else None


GAP = 5
"""Words such as "more kindly" between the name and the quotation where the verb is not said twice."""


def _whose(body: Sequence[Token], verb: int) -> Subject | None:
    """Return X of "refuted by X, whose opinion of 1790 states"."""
    for place in range(verb - 1, max(0, verb - 8), -1):
        if body[place].low == "whose":
            last = place - 2 if body[place - 1].is_mark(",") else place - 1
            chunk = chunk_ending(body, last) if last >= 0 else None
            if chunk:
                return Subject(chunk.name, 0.7, "whose paper says it")
            role = last > 0 and is_role(body[last])
            return (
                Subject(phrase(body, phrase_start(body, last, 0), last, Sort.BODY), 0.5, "whose paper says it")
                if role
                else None
            )
    return None


def _told_within(body: Sequence[Token], verb: int | None, named: Subject) -> Subject | None:
    """Return B of "according to A, B said, “...”": A only hands on what B said."""
    if verb is None or len(body) - verb > 2 or body[verb].low.endswith("ing") or is_passive(body, verb):  # noqa: PLR2004 - "said that"
        return None
    subject = subject_before(body, verb)
    after = subject is not None and subject.name.span.start > named.name.span.end
    return subject if subject and after and subject.name.sort in {Sort.PERSON, Sort.PRONOUN} else None


def _trim(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens without the marks that close them."""
    stop = len(tokens)
    while stop and tokens[stop - 1].kind is Kind.MARK and tokens[stop - 1].text not in ")]":
        stop -= 1
    if stop > 1 and tokens[stop - 1].low in SUBORDINATORS and tokens[stop - 2].low in {"that", "dass", "que"}:
        stop -= 1  # "noted that when" reports as "noted that" does
    return tokens[:stop]


def _speaker_of(body: Sequence[Token], verb: int) -> Subject | None:
    """Return the subject of the governing verb, or whoever speaks in its place."""
    if is_passive(body, verb):  # who was told is not who told it, but who was quoted is
        return subject_before(body, verb) if body[verb].low in _QUOTED and not _as_long(body, verb) else None
    if body[verb].low.endswith("ing"):
        return _speaker_of_participle(body, verb)
    if verb > 1 and body[verb - 1].low == "having" and body[verb - 2].low == "as":
        return _speaker_of_participle(body, verb - 1)
    subject = (
        _inverted(body, verb)
        or subject_before(body, verb)
        or _whose(body, verb)
        or maker_of_paper(body, verb)
        or _fallback(body, verb)
    )
    if subject and subject.name.value in FIRST | {"one", "you"} and body[verb].low in _READERS:
        return paper_anywhere(body, verb)
    if subject and subject.name.value.lower() in NOBODY:
        return None
    return subject


_QUOTED = frozenset("quoted cited reported recorded overheard heard".split())


def _as_long(body: Sequence[Token], verb: int) -> bool:
    """Tell whether "as" stands behind a passive, for then it is told what somebody is said to be."""
    return any(token.low in {"as", "to", "that"} for token in body[verb + 1 :])


def _fallback(body: Sequence[Token], verb: int) -> Subject | None:
    """Return the first subject of the clause, believed less, where none stands before the verb."""
    start = clause_start(body, verb, 0)
    first = first_subject(body, start, verb) or (first_subject(body, 0, verb) if start else None)
    first = first or opening_role(body, verb)
    return first.weaker(0.8) if first else None


def _speaker_of_participle(body: Sequence[Token], verb: int) -> Subject | None:
    """Return who is saying: "quoted X as saying" (X), "X, who fled, saying" (X)."""
    if verb > 1 and body[verb - 1].low == "as":
        if body[verb - 2].low in {"him", "her", "them"}:
            return Subject(pronoun(body[verb - 2]), 0.75, "who is quoted as saying it")
        by = next((place for place in range(verb - 2, max(0, verb - 7), -1) if body[place].low == "by"), None)
        if by and body[by - 1].low in REPORTING:
            return subject_before(body, by - 1)
        passive = body[verb - 2].low in REPORTING and body[verb - 3].low != "on"  # "is on record as saying"
        return subject_before(body, verb - 2 if passive else verb - 1)
    brought = _brought_in(body, verb)
    if brought:
        return brought
    seen = seen_to_say(body, verb)
    if seen:
        return seen
    adjacent = subject_before(body, verb)
    if adjacent and adjacent.name.sort in {Sort.PERSON, Sort.PRONOUN}:
        return adjacent.weaker(0.8)
    return _last_relative(body, verb) or _fallback(body, verb)


def _brought_in(body: Sequence[Token], verb: int) -> Subject | None:
    """Return X of "the board had its view, with X stressing that"."""
    last = verb - 1
    while last > 0 and is_adverb(body[last]):
        last -= 1
    chunk = chunk_ending(body, last) if last >= 0 else None
    if chunk is None or chunk.name.sort is not Sort.PERSON or chunk.first == 0:
        return None
    with_him = body[chunk.first - 1].low in {"with", "mit", "avec"}
    return Subject(chunk.name, 0.85, "whom “with” brings in") if with_him else None


def _last_relative(body: Sequence[Token], verb: int) -> Subject | None:
    """Return the name before the last "who" that goes before a verb."""
    for place in range(verb - 1, 0, -1):
        if body[place].low in RELATIVE:
            before = place - 2 if body[place - 1].is_mark(",") else place - 1
            chunk = chunk_ending(body, before) if before >= 0 else None
            return Subject(chunk.name, 0.6, "antecedent of the relative clause") if chunk else None
    return None


def _inverted(body: Sequence[Token], verb: int) -> Subject | None:
    """Return the subject after its verb: "Thus wrote X:", "So sprach X"."""
    leads = {"thus", "so", "as", "to", "which"}
    chunk = chunk_at(body, verb + 1) if verb + 1 < len(body) else None
    if chunk and chunk.stop == len(body) and verb and body[verb - 1].is_mark(",") and chunk.name.sort is Sort.PERSON:
        return Subject(chunk.name, 0.88, "subject after its verb")
    if (
        verb
        and body[verb - 1].is_mark(",")
        and len(body) - verb in range(2, 6)
        and body[verb + 1].low in DETERMINERS - {"that"}
    ):
        role = opening_role(body[verb + 1 :], len(body))
        if role and role.name.span.end == body[-1].end:
            return role.weaker(1.0, "subject after its verb")
    before = (token for token in body[:verb] if token.kind not in {Kind.MARK, Kind.VEIL})
    if not all(is_adverb(token) or token.low in leads for token in before) or verb + 1 >= len(body):
        return None
    chunk = chunk_at(body, verb + 1)
    return Subject(chunk.name, 0.85, "subject after its verb") if chunk else None
