"""Who speaks, as the words before a quotation tell it: "X wrote:", "according to X", "In X's words", "was told by X that".

A phrase of source comes first (see `sources`); then the verb that governs the quotation (see `governing`) and its
subject (see `clauses`). Where no verb reports, a name before the colon, or the owner of the paper that is quoted,
stands in for one.
"""

from collections.abc import Sequence

from valla.quote.lexicon.grammar import (
    AUXILIARIES,
    COORDINATORS,
    COPULAS,
    DETERMINERS,
    FIRST,
    NOMINATIVE,
    RELATIVE,
    SUBORDINATORS,
)
from valla.quote.lexicon.prints import OWN_PAPERS, SAYINGS, WORK_NOUNS
from valla.quote.lexicon.roles import NOBODY
from valla.quote.lexicon.verbs import REPORTING
from valla.quote.people import chunk_at
from valla.quote.sorts import Sort, is_role
from valla.quote.speakers.apposed import (
    apposed,
    is_apposed_paper,
    maker_of_paper,
    paper_anywhere,
    paper_owner,
    paper_subject,
)
from valla.quote.speakers.clauses import is_passive, subject_before
from valla.quote.speakers.governing import governing_verb
from valla.quote.speakers.openings import clause_start, first_subject, opening_role
from valla.quote.speakers.phrases import Subject, chunk_ending, is_adverb, phrase, phrase_start, pronoun
from valla.quote.speakers.sources import (
    name_from,
    named_by_agent,
    named_by_saying,
    owner_before,
)
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
    if colon and any(token.low == "than" for token in body[-4:-1]):  # "nobody has put it better than X:"
        last = chunk_ending(body, len(body) - 1)
        if last and body[last.first - 1].low == "than":
            return Subject(last.name, 0.75, "than whom nobody says it better")
    gapped = _gapped(body)
    if gapped:
        return gapped
    verb = governing_verb(body)
    if named:
        return _told_within(body, verb, named) or named
    if verb is not None:
        return _speaker_of(body, verb)
    return _without_verb(body, colon=colon, fragment=fragment)


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
    if is_passive(body, verb):  # who was told is not who told it
        return None
    if body[verb].low.endswith("ing"):
        return _speaker_of_participle(body, verb)
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


def _fallback(body: Sequence[Token], verb: int) -> Subject | None:
    """Return the first subject of the clause, believed less, where none stands before the verb."""
    start = clause_start(body, verb, 0)
    first = first_subject(body, start, verb) or (first_subject(body, 0, verb) if start else None)
    first = first or opening_role(body, verb)
    return first.weaker(0.8) if first else None


def _speaker_of_participle(body: Sequence[Token], verb: int) -> Subject | None:
    """Return who is saying: "quoted X as saying" (X), "X, who fled, saying" (X)."""
    if verb > 1 and body[verb - 1].low == "as":
        by = next((place for place in range(verb - 2, max(0, verb - 7), -1) if body[place].low == "by"), None)
        if by and body[by - 1].low in REPORTING:
            return subject_before(body, by - 1)
        passive = body[verb - 2].low in REPORTING
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


def _without_verb(body: Sequence[Token], *, colon: bool, fragment: bool) -> Subject | None:
    """Return the speaker of a cue that has no verb of saying."""
    if fragment:
        owner = paper_owner(body)
        return owner.weaker(0.8) if owner else paper_subject(body)
    owner = _owner_at_end(body)
    if owner or not colon:
        return owner
    sender = _sender(body)
    if sender:
        return sender
    chunk = chunk_ending(body, len(body) - 1)
    if (
        chunk
        and (chunk.first <= 1 or body[chunk.first - 1].low in {"to", "is", "from", "by", "with"})
        and chunk.name.sort is Sort.PERSON
    ):
        return Subject(chunk.name, 0.8, "named before the colon")
    return paper_owner(body) or _owner_of_any(body) or _role_alone(body) or _last_clause(body) or _announced(body)


def _owner_of_any(body: Sequence[Token]) -> Subject | None:
    """Return X of "X's minute was scathing:", whatever it is that X has."""
    chunk = chunk_at(body, 0)
    if chunk is None or chunk.name.sort is not Sort.PERSON or chunk.stop + 1 >= len(body):
        return None
    copula = any(
        token.low in COPULAS | {"runs", "ran", "ends", "begins", "ended", "began"} for token in body[chunk.stop + 2 :]
    )
    return Subject(chunk.name, 0.55, "whose it is") if body[chunk.stop].kind is Kind.POSS and copula else None


def _role_alone(body: Sequence[Token]) -> Subject | None:
    """Return the role that is all there is before a colon: "The constable:"."""
    if len(body) > 4 or not is_role(body[-1]) or not all(token.kind is Kind.WORD for token in body):  # noqa: PLR2004 - "The old night watchman"
        return None
    return Subject(phrase(body, 0, len(body) - 1, Sort.ROLE), 0.5, "a role before the colon")


def _owner_at_end(body: Sequence[Token]) -> Subject | None:
    """Return X of "There followed X's reply:"."""
    for place in range(len(body) - 1, max(0, len(body) - 8), -1):
        if body[place].is_mark(","):
            return None
        if body[place].low in OWN_PAPERS:
            owner = owner_before(body, place)
            if owner:
                return Subject(owner, 0.75, f"owner of the {body[place].low}")
    return None


def sender_of_which(tokens: Sequence[Token]) -> Subject | None:
    """Return X for the pronoun after "a letter from X, in which"."""
    if len(tokens) < 3 or tokens[-1].low not in {"which", "where", "wherein"}:  # noqa: PLR2004 - "letter ... in which"
        return None
    sender = _sender(tokens)
    if sender:
        return sender
    for place in range(len(tokens) - 2, max(-1, len(tokens) - 14), -1):
        if tokens[place].low in OWN_PAPERS | WORK_NOUNS:
            owner = owner_before(tokens, place)
            return (
                Subject(owner, 0.7, f"owner of the {tokens[place].low}")
                if owner and owner.sort is Sort.PERSON
                else None
            )
    return None


def _sender(body: Sequence[Token]) -> Subject | None:
    """Return X of "they received a letter from X:"."""
    for place in range(len(body) - 2, max(-1, len(body) - 20), -1):
        if (
            body[place].low in {"from", "by"}
            and place
            and (body[place - 1].low in WORK_NOUNS or body[place - 1].low in SAYINGS)
        ):
            return name_from(body, place + 1)
    return None


def _last_clause(body: Sequence[Token]) -> Subject | None:
    """Return the subject of the clause after the last comma, where the sentence opens with something else."""
    last = max((place for place, token in enumerate(body) if token.is_mark(",")), default=None)
    if last is None or last + 2 >= len(body):
        return None
    head = body[last + 1]
    if body[last + 1].low in NOMINATIVE - FIRST:
        return Subject(pronoun(head), 0.6, "subject of the clause before the colon")
    chunk = chunk_at(body, last + 1)
    follows = chunk is not None and chunk.stop < len(body) and body[chunk.stop].lower
    if chunk and follows and chunk.name.sort is Sort.PERSON:
        return Subject(chunk.name, 0.6, "subject of the clause before the colon")
    return opening_role(body[last + 1 :], len(body) - last - 1)


def _announced(body: Sequence[Token]) -> Subject | None:
    """Return the subject of a sentence that ends in a colon and reports nothing by its verb."""
    first = first_subject(body, 0, len(body))
    return first.weaker(0.75, "subject of the sentence before the colon") if first else None
