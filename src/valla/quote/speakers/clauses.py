"""Who does what in a clause: the subject before a verb, the agent after "by".

There is no parser here. A subject is sought leftwards from its verb over what may stand between (adverbs, auxiliaries,
an apposition between commas, a relative clause, a prepositional attribute), and is believed the less the farther the
search had to go.
"""

from collections.abc import Sequence
from dataclasses import replace

from valla.quote.lexicon.grammar import (
    ACCUSATIVE,
    ADVERBS,
    COORDINATORS,
    COPULAS,
    DETERMINERS,
    NOMINATIVE,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVE,
)
from valla.quote.lexicon.prints import OWN_PAPERS, WORK_NOUNS
from valla.quote.lexicon.roles import BODIES, NOBODY, PAPERS, PEOPLE
from valla.quote.lexicon.verbs import REPORTING
from valla.quote.people import Chunk, Name, chunk_at
from valla.quote.sorts import Sort, is_role
from valla.quote.speakers.beside import apposition, owner_of_title, written_by
from valla.quote.speakers.openings import REACH, clause_start, first_subject, sentence_start
from valla.quote.speakers.passing import left_to, passed_over
from valla.quote.speakers.phrases import (
    THINGS,
    Subject,
    chunk_ending,
    is_adverb,
    is_particle,
    owner_after,
    owner_of,
    phrase,
    phrase_start,
    pronoun,
    with_particle,
)
from valla.quote.tokens import Kind, Token, span_of

PARENTHESIS = 30
"""The words between two commas that may part a subject from its verb."""


def subject_before(tokens: Sequence[Token], verb: int) -> Subject | None:
    """Return the subject of the verb at an index, sought leftwards."""
    place, certainty = verb - 1, 0.9
    floor = max(0, verb - REACH)
    while place >= floor:
        token = tokens[place]
        passed = passed_over(tokens, place, floor)
        if passed is not None:
            place = passed
        elif token.kind is Kind.VEIL:
            return owner_of_title(tokens, place, floor)
        elif token.low in COORDINATORS:
            return _shared_subject(tokens, place, floor)
        elif token.is_mark(",)—–-"):
            opening = _opening_of(tokens, place, floor)
            if opening is None:
                return None
            named = apposition(tokens, opening, place) or written_by(tokens, opening, place)
            if named:
                return Subject(named.name, certainty, "named beside the subject of the verb")
            place, certainty = opening - 1, certainty - 0.03
        elif token.low in RELATIVE:
            return _antecedent(tokens, place, floor, certainty)
        else:
            start = _prepositional_start(tokens, place, floor)
            if start is None:
                return _noun_phrase_ending(tokens, place, floor, certainty)
            place, certainty = start - 1, certainty - 0.05
    return None


def _antecedent(tokens: Sequence[Token], relative: int, floor: int, certainty: float) -> Subject | None:
    """Return the person before "who": the nearest noun that can be one."""
    place = relative - 2 if relative and tokens[relative - 1].is_mark(",") else relative - 1
    if place >= floor and is_role(tokens[place]) and tokens[place].lower:
        start = phrase_start(tokens, place, floor)
        return Subject(phrase(tokens, start, place, Sort.ROLE), certainty - 0.4, "named by role only")
    chunk = chunk_ending(tokens, place) if place >= floor else None
    if chunk and chunk.name.sort is Sort.PERSON:
        return Subject(chunk.name, certainty, "antecedent of “who”")
    return _noun_phrase_ending(tokens, place, floor, certainty) if place >= floor else None


def _prepositional_start(tokens: Sequence[Token], place: int, floor: int) -> int | None:
    """Return where a phrase such as ", in his Narrative" begins that ends at an index and follows a mark; None for any other."""
    for index in range(place, max(floor, place - 7) - 1, -1):
        token = tokens[index]
        if token.low in PREPOSITIONS and token.low not in {"of", "by", "from"} and not is_particle(tokens, index):
            return index if index > floor and tokens[index - 1].is_mark(",)") else None
        if token.kind is Kind.MARK or token.low in REPORTING or token.low in NOMINATIVE or token.low in RELATIVE:
            return None
    return None


def _opening_of(tokens: Sequence[Token], closing: int, floor: int) -> int | None:
    """Return the index of the mark that opens the parenthesis closed at an index: ", who fled in 1948," or "(b. 1901)"."""
    mark = tokens[closing].text
    wanted = {")": "("}.get(mark, mark)
    for place in range(closing - 1, max(floor, closing - PARENTHESIS) - 1, -1):
        token = tokens[place]
        if token.text == wanted and place > 0 and _may_end_subject(tokens[place - 1]):
            return place
        if mark != ")" and token.kind is Kind.MARK and token.text in ".;:":
            return None
    return None


def _may_end_subject(token: Token) -> bool:
    if token.kind is Kind.VEIL or token.is_mark('”"»'):
        return True
    return token.kind in {Kind.WORD, Kind.INITIALS} and token.low not in PREPOSITIONS


def _noun_phrase_ending(tokens: Sequence[Token], place: int, floor: int, certainty: float) -> Subject | None:
    """Return the subject whose last word stands at an index."""
    token = tokens[place]
    left = left_to(tokens, place) if token.low == "to" else None
    if left:
        return Subject(left.name, certainty, "to whom it is left")
    if token.low in NOMINATIVE or token.low in THINGS or token.low in {"none", "nobody"}:
        return Subject(pronoun(token), certainty, "subject of the verb")
    if token.low in ACCUSATIVE or token.kind in {Kind.VEIL, Kind.POSS}:
        return None
    chunk = chunk_ending(tokens, place)
    if chunk:
        return _named_subject(tokens, chunk, floor, certainty)
    if token.kind is Kind.WORD and token.low not in PREPOSITIONS and token.low not in DETERMINERS:
        return _role_subject(tokens, place, place, floor, certainty)
    return None


def _named_subject(tokens: Sequence[Token], chunk: Chunk, floor: int, certainty: float) -> Subject | None:
    """Return a name as subject, unless it only qualifies what stands before it."""
    before = chunk.first - 1
    if before >= floor and is_particle(tokens, before):
        chunk = with_particle(tokens, chunk)
    elif before >= floor and tokens[before].low in PREPOSITIONS:
        return _qualified_subject(tokens, before, chunk.stop - 1, floor, certainty)
    if before >= floor and tokens[before].low in {"and", "&", "und", "et", "и"}:
        joint = chunk_ending(tokens, before - 1) if before - 1 >= floor else None
        if joint and joint.name.sort is Sort.PERSON:
            span = span_of(tokens[joint.first : chunk.stop])
            value = f"{joint.name.value} {tokens[before].text} {chunk.name.value}"
            return Subject(Name(value, span, Sort.PERSON), certainty, "subjects of the verb")
    name = chunk.name
    if before >= floor and tokens[before].low in {"the", "The"} and name.sort is Sort.BODY:
        name = phrase(tokens, before, chunk.stop - 1, Sort.BODY)
    weight = certainty if name.sort is Sort.PERSON else certainty - 0.4
    return Subject(name, weight, "subject of the verb")


_HANDS = frozenset({"hand", "handwriting", "pen"})


def _qualified_subject(
    tokens: Sequence[Token], preposition: int, last: int, floor: int, certainty: float
) -> Subject | None:
    """Return the head before "of X", "in X", where X is no subject itself: the editor of X, Y in his letter to X."""
    head = preposition - 1
    if head < floor or tokens[preposition].low == "by":
        return None
    hand = owner_after(tokens, head, last) if tokens[head].low in _HANDS else None
    if hand:
        return Subject(hand, certainty - 0.15, f"whose {tokens[head].low} it is")
    chunk = chunk_ending(tokens, head)
    if chunk and tokens[preposition].low not in {"of", "von", "de", "du"}:
        return _named_subject(tokens, chunk, floor, certainty - 0.1)
    if not tokens[head].lower or tokens[head].low in PREPOSITIONS:
        return None
    start = phrase_start(tokens, head, floor)
    if start > 0 and tokens[start - 1].low in PREPOSITIONS:
        return _qualified_subject(tokens, start - 1, last, floor, certainty - 0.1)
    return _role_subject(tokens, head, last, floor, certainty)


def _role_subject(tokens: Sequence[Token], head: int, last: int, floor: int, certainty: float) -> Subject | None:
    """Return a subject that is named by what it is: "the old clerk", "Lenz's letter", "his diary", "the indictment"."""
    start = phrase_start(tokens, head, floor)
    low = tokens[head].low
    beside = chunk_ending(tokens, start - 2) if start > floor + 1 and tokens[start - 1].is_mark(",") else None
    if beside and beside.name.sort is Sort.PERSON and is_role(tokens[head]):
        return Subject(beside.name, certainty, "subject of the verb")
    owner = owner_of(tokens, start, head, floor)
    joined = start > floor + 1 and tokens[start - 1].low in COORDINATORS and tokens[start].low in POSSESSIVES
    chief = chunk_ending(tokens, start - 2) if joined else None
    if chief and chief.name.sort is Sort.PERSON:
        return Subject(chief.name, certainty, "subject of the verb, with others")
    if owner and (low in PAPERS or low in OWN_PAPERS or low in WORK_NOUNS or low in {"story", "answer", "reply"}):
        return Subject(owner, certainty - 0.1, f"owner of the {low}")
    of_owner = owner_after(tokens, head, last) if low in OWN_PAPERS else None
    if of_owner:
        return Subject(of_owner, certainty - 0.15, f"owner of the {low}")
    if start > floor and tokens[start - 1].low in PREPOSITIONS:
        return _qualified_subject(tokens, start - 1, last, floor, certainty - 0.1)
    if low in NOBODY:
        return Subject(replace(phrase(tokens, start, last, Sort.ROLE), value=low), 0.0, "nobody is named")
    if not is_role(tokens[head]):
        return None
    sort = Sort.BODY if low in BODIES and low not in PEOPLE else Sort.ROLE
    last = last if any(token.capital for token in tokens[head + 1 : last + 1]) else head
    return Subject(phrase(tokens, start, last, sort), certainty - 0.4, "named by role only")


def _shared_subject(tokens: Sequence[Token], coordinator: int, floor: int) -> Subject | None:
    """Return the subject that a verb after "and" shares with the verbs before it."""
    if coordinator - 1 >= floor and tokens[coordinator - 1].low in REPORTING | ADVERBS:
        nearer = subject_before(tokens, coordinator - 1)
        if nearer:
            return nearer
    start = clause_start(tokens, coordinator, floor)
    first = _subject_of_last_clause(tokens, start, coordinator) or first_subject(tokens, start, coordinator)
    if first is None and start > floor:
        first = first_subject(tokens, sentence_start(tokens, start, floor), coordinator)
    return first.weaker(0.9, "subject shared by two verbs") if first else None


def _subject_of_last_clause(tokens: Sequence[Token], start: int, stop: int) -> Subject | None:
    """Return the subject of the last clause that an earlier "and" begins: a subject with its own verb after it."""
    for place in range(stop - 1, start, -1):
        if tokens[place].low not in COORDINATORS:
            continue
        subject = first_subject(tokens, place + 1, stop)
        following = next(
            (token for token in tokens[place + 1 : stop] if subject and token.start >= subject.name.span.end), None
        )
        if subject and following and following.lower and following.low not in PREPOSITIONS | COORDINATORS:
            return subject
    return None


def agent_after(tokens: Sequence[Token], verb: int) -> Chunk | None:
    """Return the agent after "by" that follows a participle: "described by X as", "was told by X that"."""
    for place in range(verb + 1, min(len(tokens) - 1, verb + 5)):
        if tokens[place].low in {"by", "von", "par", "da", "por"}:
            after = place + 1
            if tokens[after].low in DETERMINERS:
                after += 1
            if after + 2 < len(tokens) and is_role(tokens[after]) and tokens[after + 1].is_mark(","):
                after += 2  # "by its author, X,"
            return chunk_at(tokens, after) if after < len(tokens) else None
        if tokens[place].kind is Kind.MARK:
            return None
    return None


def is_passive(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a participle stands in the passive: a form of "be" goes before it, adverbs apart."""
    if tokens[verb].low.endswith("ing"):
        return False
    place = verb - 1
    while place >= 0 and is_adverb(tokens[place]):
        place -= 1
    return place >= 0 and (tokens[place].low in COPULAS or tokens[place].low == "being")
