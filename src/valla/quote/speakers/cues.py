"""Who speaks, as the words before a quotation tell it: "X wrote:", "according to X", "In X's words", "was told by X that".

The last reporting verb that governs the quotation is sought, then its subject (see `clauses`). Where no verb reports,
a name before the colon, or the owner of the paper that is quoted, stands in for one.
"""

from collections.abc import Sequence

from valla.model.anchors import Span
from valla.quote.lexicon.grammar import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    FIRST,
    NOMINATIVE,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVE,
    SUBORDINATORS,
)
from valla.quote.lexicon.prints import OWN_PAPERS, SAYINGS, WORK_NOUNS
from valla.quote.lexicon.roles import NOBODY, PAPERS
from valla.quote.lexicon.verbs import NOUN_TWINS, REPORTING, THAT_ONLY, WEAK
from valla.quote.people import Name, Sort, chunk_at, is_role
from valla.quote.speakers.clauses import (
    Subject,
    agent_after,
    chunk_ending,
    clause_start,
    first_subject,
    is_adverb,
    is_passive,
    owner_of,
    pronoun,
    subject_before,
)
from valla.quote.tokens import Kind, Token

NEAR = 4
"""A verb with at most this many words after it stands at the quotation itself."""

WEAK_REACH = 9
"""How many words may stand between a weak verb and the quotation: called the whole affair "..."."""

_ACCORDING = frozenset({"according", "selon", "laut", "zufolge", "secondo", "según", "d'après"})
_VIEWS = frozenset("words opinion view phrase account formulation judgment judgement estimation eyes language".split())
_RUSSIAN_VIEWS = frozenset({"словам", "мнению", "выражению", "свидетельству"})
_LINKS = frozenset("that him her them me us as how it to".split())
_VIEW_LEADS = frozenset({"in", "to", "from"})


def read_cue(tokens: Sequence[Token], *, colon: bool = False, fragment: bool = False) -> Subject | None:
    """Return who speaks by the sentence that leads up to a quotation; None where it tells nothing.

    `colon` says that the cue announces a block (it ends in a colon), `fragment` that the quoted words are part of
    the author's own sentence.
    """
    body = _trim(tokens)
    if not body:
        return None
    named = named_by_phrase(body) or _by_agent(body) or _by_saying(body)
    if named:
        return named
    verb = governing_verb(body)
    if verb is not None:
        return _speaker_of(body, verb)
    return _without_verb(body, colon=colon, fragment=fragment)


def _trim(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens without the marks that close them."""
    stop = len(tokens)
    while stop and tokens[stop - 1].kind is Kind.MARK and tokens[stop - 1].text not in ")]":
        stop -= 1
    return tokens[:stop]


def named_by_phrase(body: Sequence[Token]) -> Subject | None:
    """Return the speaker of "according to X", "in X's words", "in the words of X", "selon X"."""
    for place in range(len(body) - 1, max(-1, len(body) - 30), -1):
        found = _phrase_at(body, place)
        if found:
            return found
    return None


def _phrase_at(body: Sequence[Token], place: int) -> Subject | None:
    """Return the speaker of a phrase of source whose head stands at a place."""
    low = body[place].low
    following = body[place + 1].low if place + 1 < len(body) else ""
    if low in _ACCORDING:
        return _name_from(body, place + (2 if following in {"to", "as"} else 1))
    if low == "по" and following in _RUSSIAN_VIEWS:
        return _name_from(body, place + 2)
    if low not in _VIEWS or not _led_by_in(body, place):
        return None
    if following == "of":
        return _name_from(body, place + 2)
    owner = owner_of(body, place, place, 0) or owner_of(body, place - 1, place, 0)
    return Subject(owner, 0.9, f"owner of the {low}") if owner else None


def _led_by_in(body: Sequence[Token], place: int) -> bool:
    """Tell whether "words", "view" stand in a phrase with "in" or "to", not as the object of a verb."""
    return any(body[index].low in _VIEW_LEADS for index in range(max(0, place - 7), place))


def _name_from(body: Sequence[Token], place: int) -> Subject | None:
    """Return the name or role at a place, an article before it skipped."""
    first = place
    if place < len(body) and body[place].low in DETERMINERS:
        place += 1
    if place >= len(body):
        return None
    chunk = chunk_at(body, place)
    if chunk:
        return Subject(chunk.name, 0.9 if chunk.name.sort is Sort.PERSON else 0.5, "named by a phrase of source")
    if body[place].low in {"him", "her", "them"}:
        return Subject(pronoun(body[place]), 0.8, "named by a phrase of source")
    return _role_from(body, first, place)


def _role_from(body: Sequence[Token], first: int, place: int) -> Subject | None:
    """Return the role in a phrase of source: "according to the clerk"."""
    for index in range(place, min(len(body), place + 4)):
        last = index + 1 >= len(body) or body[index + 1].kind is not Kind.WORD
        if is_role(body[index]) or (first < place and last and body[index].lower):
            text = " ".join(token.text for token in body[first : index + 1])
            return Subject(Name(text, _join(body[first], body[index]), Sort.ROLE), 0.5, "role in a phrase of source")
        if body[index].kind is not Kind.WORD:
            return None
    return None


def _join(first: Token, last: Token) -> Span:
    """Return the span from one token to another."""
    return Span(first.start, last.end)


def _by_agent(body: Sequence[Token]) -> Subject | None:
    """Return X of "as noted by X", "was described by X as", "coined by X", where it stands near the quotation."""
    for place in range(len(body) - 1, max(-1, len(body) - 14), -1):
        token = body[place]
        participle = token.low in REPORTING or token.low.endswith(("ed", "wn", "en"))
        if not (participle and token.kind is Kind.WORD):
            continue
        chunk = agent_after(body, place)
        if chunk and chunk.name.sort is not Sort.PLACE and _reaches_end(body, chunk.stop):
            weight = 0.85 if chunk.name.sort is Sort.PERSON else 0.5
            return Subject(chunk.name, weight, "agent of a passive verb")
        if token.low in REPORTING:
            return None
    return None


def _reaches_end(body: Sequence[Token], stop: int) -> bool:
    """Tell whether nothing but links stands between an agent and the quotation: "by X as a", "by X, that"."""
    return len(body) - stop <= NEAR and not any(token.low in REPORTING for token in body[stop:])


def _by_saying(body: Sequence[Token]) -> Subject | None:
    """Return X of "X's objection that", "the claim of X that": the quotation is what the noun holds."""
    last = len(body) - 1
    while last > 0 and body[last].low in {"that", "was", "is", "as", "to", "the", "effect"}:
        last -= 1
    if body[last].low not in SAYINGS:
        return None
    owner = _owner_before(body, last)
    return Subject(owner, 0.85, f"owner of the {body[last].low}") if owner else None


def governing_verb(body: Sequence[Token]) -> int | None:
    """Return the index of the verb that reports the quotation: the last that is a verb and is not buried."""
    for place in range(len(body) - 1, -1, -1):
        token = body[place]
        if token.low in REPORTING and token.kind is Kind.WORD and _reports(body, place):
            return place
    return None


def _reports(body: Sequence[Token], place: int) -> bool:
    """Tell whether a form of a reporting verb is used as a verb here and may govern what follows the body."""
    low = body[place].low
    after = len(body) - place - 1
    if place and (body[place - 1].low in DETERMINERS or body[place - 1].low in POSSESSIVES):
        return False
    if low in NOUN_TWINS and not _verb_like(body, place):
        return False
    if low in THAT_ONLY and low not in WEAK and not _that_follows(body, place):
        return False
    if low in WEAK and (after > WEAK_REACH or (is_passive(body, place) and after)):
        return False
    return _at_once(body, place) or not _is_subordinate(body, place)


def _at_once(body: Sequence[Token], place: int) -> bool:
    """Tell whether the quotation follows a verb at once, but for "that" and to whom it was said."""
    return len(body) - place <= 3 and all(token.low in _LINKS for token in body[place + 1 :])  # noqa: PLR2004 - "him that"


def _that_follows(body: Sequence[Token], place: int) -> bool:
    return any(token.low in {"that", "how", "daß", "dass"} for token in body[place + 1 :])


def _verb_like(body: Sequence[Token], place: int) -> bool:
    """Tell a verb from its twin noun by the word before it: "he answers", not "brief answers"."""
    before = place - 1
    while before >= 0 and is_adverb(body[before]):
        before -= 1
    if before < 0:
        return False
    token = body[before]
    if body[place].low.endswith("ing"):
        return (token.low not in PREPOSITIONS and not token.lower) or token.low == "as"
    if token.low in NOMINATIVE | AUXILIARIES | RELATIVE | COORDINATORS | {"to", "as"} or token.is_mark(",)—–"):
        return True
    return (token.capital and (before > 0 or chunk_ending(body, before) is not None)) or is_role(token)


def _is_subordinate(body: Sequence[Token], place: int) -> bool:
    """Tell whether a verb stands in a clause of time, cause or condition, which reports something else."""
    if place and body[place - 1].is_mark(",)"):
        return False
    for index in range(place - 1, -1, -1):
        token = body[index]
        if token.is_mark(";:.") or (token.is_mark(",") and _opens_main_clause(body, index + 1, place)):
            return False
        if token.low in SUBORDINATORS:
            return True
    return False


def _opens_main_clause(body: Sequence[Token], start: int, place: int) -> bool:
    """Tell whether a subject stands after a comma and before the verb, so that a new clause begins there."""
    subordinate = any(token.low in SUBORDINATORS for token in body[start:place])
    return not subordinate and first_subject(body, start, place) is not None


def _speaker_of(body: Sequence[Token], verb: int) -> Subject | None:
    """Return the subject of the governing verb, or whoever speaks in its place."""
    if is_passive(body, verb):  # who was told is not who told it
        return None
    if body[verb].low.endswith("ing"):
        return _speaker_of_participle(body, verb)
    subject = _inverted(body, verb) or subject_before(body, verb) or _fallback(body, verb)
    if subject and subject.name.value in FIRST | {"one", "you"} and body[verb].low in _READERS:
        return _paper_anywhere(body, verb)
    if subject and subject.name.value.lower() in NOBODY:
        return None
    return subject


_READERS = frozenset("read find learn see hear lesen lisons reads finds learns".split())
"""What the author and his readers do with a paper: "in X's letter we read"."""


def _paper_anywhere(body: Sequence[Token], verb: int) -> Subject | None:
    """Return the owner of the paper in which "we read": "in the confession of X", "in X's letter"."""
    for place in range(verb - 1, -1, -1):
        if body[place].low in OWN_PAPERS | WORK_NOUNS:
            following = body[place + 1].low if place + 1 < verb else ""
            owner = _owner_before(body, place)
            named = _name_from(body, place + 2) if following in {"of", "by", "from"} else None
            if owner or named:
                return Subject(owner, 0.75, f"owner of the {body[place].low}") if owner else named
    return None


def _fallback(body: Sequence[Token], verb: int) -> Subject | None:
    """Return the first subject of the clause, believed less, where none stands before the verb."""
    start = clause_start(body, verb, 0)
    first = first_subject(body, start, verb) or (first_subject(body, 0, verb) if start else None)
    return first.weaker(0.8) if first else None


def _speaker_of_participle(body: Sequence[Token], verb: int) -> Subject | None:
    """Return who is saying: "quoted X as saying" (X), "X, who fled, saying" (X)."""
    if verb > 1 and body[verb - 1].low == "as":
        passive = body[verb - 2].low in REPORTING
        return subject_before(body, verb - 2 if passive else verb - 1)
    adjacent = subject_before(body, verb)
    if adjacent and adjacent.name.sort in {Sort.PERSON, Sort.PRONOUN}:
        return adjacent.weaker(0.8)
    return _last_relative(body, verb) or _fallback(body, verb)


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
    before = (token for token in body[:verb] if token.kind not in {Kind.MARK, Kind.VEIL})
    if not all(is_adverb(token) or token.low in leads for token in before) or verb + 1 >= len(body):
        return None
    chunk = chunk_at(body, verb + 1)
    return Subject(chunk.name, 0.85, "subject after its verb") if chunk else None


def _without_verb(body: Sequence[Token], *, colon: bool, fragment: bool) -> Subject | None:
    """Return the speaker of a cue that has no verb of saying."""
    if fragment:
        return _paper_subject(body)
    owner = _owner_at_end(body)
    if owner or not colon:
        return owner
    sender = _sender(body)
    if sender:
        return sender
    chunk = chunk_ending(body, len(body) - 1)
    if chunk and chunk.first <= 1 and chunk.name.sort is Sort.PERSON:
        return Subject(chunk.name, 0.8, "named before the colon")
    return _paper_owner(body) or _announced(body)


def _paper_subject(body: Sequence[Token]) -> Subject | None:
    """Return the paper that is the subject of the sentence: "The indictment dates ... as the "..."."""
    for place in range(1, min(4, len(body))):
        if body[place].low in PAPERS and body[place - 1].low in {"the", "this", "an", "a", "its"}:
            text = " ".join(token.text for token in body[place - 1 : place + 1])
            name = Name(text, _join(body[place - 1], body[place]), Sort.BODY)
            return Subject(name, 0.35, "a paper is the subject of the sentence")
    return None


def _owner_at_end(body: Sequence[Token]) -> Subject | None:
    """Return X of "There followed X's reply:"."""
    for place in range(len(body) - 1, max(0, len(body) - 8), -1):
        if body[place].is_mark(","):
            return None
        if body[place].low in OWN_PAPERS:
            owner = _owner_before(body, place)
            if owner:
                return Subject(owner, 0.75, f"owner of the {body[place].low}")
    return None


def _owner_before(body: Sequence[Token], place: int) -> Name | None:
    """Return the owner of a noun, one adjective at most between them."""
    for start in range(place, max(0, place - 3), -1):
        owner = owner_of(body, start, place, 0)
        if owner:
            return owner
    return None


def sender_of_which(tokens: Sequence[Token]) -> Subject | None:
    """Return X for the pronoun after "a letter from X, in which"."""
    if len(tokens) < 3 or tokens[-1].low not in {"which", "where", "wherein"}:  # noqa: PLR2004 - "letter ... in which"
        return None
    return _sender(tokens)


def _sender(body: Sequence[Token]) -> Subject | None:
    """Return X of "they received a letter from X:"."""
    for place in range(len(body) - 2, max(-1, len(body) - 20), -1):
        if (
            body[place].low in {"from", "by"}
            and place
            and (body[place - 1].low in WORK_NOUNS or body[place - 1].low in SAYINGS)
        ):
            return _name_from(body, place + 1)
    return None


def _paper_owner(body: Sequence[Token]) -> Subject | None:
    """Return the owner of the paper that is the subject: "His memoirs were published in 1971:"."""
    for place in range(min(5, len(body))):
        if body[place].low in OWN_PAPERS | WORK_NOUNS and not any(token.low in PREPOSITIONS for token in body[:place]):
            owner = _owner_before(body, place)
            return Subject(owner, 0.6, f"owner of the {body[place].low}") if owner else None
    return None


def _announced(body: Sequence[Token]) -> Subject | None:
    """Return the subject of a sentence that ends in a colon and reports nothing by its verb."""
    first = first_subject(body, 0, len(body))
    return first.weaker(0.75, "subject of the sentence before the colon") if first else None
