"""Who speaks, as the words after a quotation tell it: "said X", "X said", "according to X", "was X's reply"."""

from collections.abc import Sequence
from dataclasses import replace

from valla.model.anchors import Span
from valla.quote.lexicon.grammar import AUXILIARIES, COPULAS, DETERMINERS, NOMINATIVE, PREPOSITIONS
from valla.quote.lexicon.prints import OWN_PAPERS
from valla.quote.lexicon.roles import BODIES, NOBODY, PAPERS, PEOPLE
from valla.quote.lexicon.verbs import REPORTING
from valla.quote.people import Name, chunk_at
from valla.quote.sorts import Sort, is_role
from valla.quote.speakers.cues import read_cue
from valla.quote.speakers.phrases import THINGS, Subject, is_adverb, owner_of, pronoun
from valla.quote.speakers.sources import name_from, named_by_agent, owner_before
from valla.quote.tokens import Kind, Token

REACH = 40
"""How many tokens after a quotation are looked at."""


_WRITES = frozenset(
    "says said puts put reads read states stated notes noted calls called reports reported observes observed".split()
)
"""What a paper does with words: "as it says"."""


def read_tail(tokens: Sequence[Token], *, ended: bool = False) -> Subject | None:
    """Return who speaks by the words that follow a closing mark in the same sentence; None where they tell nothing.

    `ended` says that the quoted words close with a full stop: what follows may then be a sentence of its own.
    """
    words = _past_marks(tokens[:REACH])
    if not words or (ended and not words[0].lower and not _closes_at_once(words)):
        return None
    if words[0].low in {"as", "so", "thus", "wie", "comme", "как"} and len(words) > 1:
        led, words = words[0].low in {"so", "thus"}, words[1:]
        if words[0].low in THINGS and not (len(words) > 1 and words[1].low in _WRITES):  # "as it allowed the town to"
            return None
    else:
        led = False
    phrase = _phrase_of_source(words)
    if phrase:
        return phrase
    if words[0].low in REPORTING and words[0].lower:
        return _after_verb(words)
    if words[0].low in AUXILIARIES and len(words) > 1 and words[1].low in REPORTING:  # "a déclaré X"
        return _after_verb(words[1:])
    if words[0].low in COPULAS or words[0].low == "came":
        return _owner(words)
    return _before_verb(words) or (_alone(words) if tokens is not words and led else None)


def _alone(words: Sequence[Token]) -> Subject | None:
    """Return X of "so X in his deposition", "thus X.": a name that no verb follows."""
    named = _name_at(words, 0)
    if named is None or named[0].name.sort is not Sort.PERSON:
        return None
    after = words[named[1]] if named[1] < len(words) else None
    return named[0].weaker(0.8) if after is None or after.kind is Kind.MARK or after.low in PREPOSITIONS else None


def _closes_at_once(words: Sequence[Token]) -> bool:
    """Tell whether a subject and its verb are all that follows, as in "X said." and not "X said nothing more"."""
    for place, token in enumerate(words[:12]):
        if token.low in REPORTING and place:
            return (
                place + 1 >= len(words)
                or words[place + 1].kind is Kind.MARK
                or words[place + 1].low in PREPOSITIONS
                or is_adverb(words[place + 1])
            )
    return False


def _past_marks(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens from the first word on; none where the sentence ends before it."""
    place = 0
    while place < len(tokens) and tokens[place].kind is Kind.MARK:
        if tokens[place].text in "(;[":
            return ()
        place += 1
    return tokens[place:]


def _phrase_of_source(words: Sequence[Token]) -> Subject | None:
    """Return the speaker of "according to X" at the head of the tail."""
    if words[0].low in {"according", "selon", "laut", "so", "d'"} or (
        words[0].low in {"in", "to", "по"} and len(words) > 1
    ):
        stop = next((place for place, token in enumerate(words) if place > 1 and token.is_mark(",.;:")), len(words))
        return read_cue([*words[:stop]]) if words[0].low != "to" else None
    if words[0].low == "by" and len(words) > 1:
        chunk = chunk_at(words, 2 if words[1].low in DETERMINERS and len(words) > 2 else 1)  # noqa: PLR2004 - "by the X"
        if chunk and chunk.name.sort in {Sort.PERSON, Sort.BODY}:
            return Subject(chunk.name, 0.8, "agent after the quotation")
    return None


def _after_verb(words: Sequence[Token]) -> Subject | None:
    """Return the subject that follows its verb: "said X", "cried the clerk"."""
    place = 1
    while place < len(words) and (is_adverb(words[place]) or words[place].low in AUXILIARIES | _REFLEXIVE):
        place += 1
    named = _name_at(words, place)
    if named is None:
        return _named_beside(words, place) if place < len(words) and words[place].low in DETERMINERS else None
    subject, stop = named
    return _named_beside(words, stop) or subject if subject.name.sort is Sort.ROLE else subject


_STARTERS = frozenset("liked likes used loved loves began went goes continued came seems wont heard to on fond".split())
_REFLEXIVE = frozenset({"sich", "se", "si", "s'", "me", "him", "her"})


def _named_beside(words: Sequence[Token], stop: int) -> Subject | None:
    """Return the name in apposition to a role: "said the clerk of the works, Osric Penn"."""
    for place in range(stop, min(len(words) - 1, stop + 6)):
        if words[place].is_mark(","):
            chunk = chunk_at(words, place + 1)
            full = chunk is not None and chunk.name.sort is Sort.PERSON and len(chunk.name.words) > 1
            ends = chunk is not None and (chunk.stop == len(words) or words[chunk.stop].kind is Kind.MARK)
            return (
                Subject(chunk.name, 0.88, "named beside the subject after the quotation")
                if chunk and full and ends
                else None
            )
        if words[place].kind is Kind.MARK:
            return None
    return None


def _before_verb(words: Sequence[Token]) -> Subject | None:
    """Return the subject that goes before its verb: "X, who was there, said"."""
    named = _name_at(words, 0)
    if not named:
        return None
    subject, place = named
    beside = _named_beside(words, place) if subject.name.sort is not Sort.PERSON else None
    subject, place = beside or subject, _past_parenthesis(words, place)
    while place < len(words) and (
        is_adverb(words[place]) or words[place].low in AUXILIARIES or words[place].low in _STARTERS
    ):
        place += 1
    has_it = place < len(words) and words[place].low == "it" and words[place - 1].low in {"has", "had", "have"}
    verb = place < len(words) and (words[place].low in REPORTING or words[place].low in {"puts", "put"} or has_it)
    return subject if verb else None


def _past_parenthesis(words: Sequence[Token], place: int) -> int:
    """Return the index after an apposition between commas that begins at a place."""
    if place >= len(words) or not words[place].is_mark(",(—–"):
        return place
    closing = ")" if words[place].text == "(" else words[place].text
    for index in range(place + 1, len(words)):
        if words[index].text == closing:
            return index + 1
        if words[index].is_mark(".;"):
            break
    return place


def _name_at(words: Sequence[Token], place: int) -> tuple[Subject, int] | None:
    """Return the name, pronoun or role that begins at a place, and the index after it."""
    if place >= len(words):
        return None
    if words[place].low in NOMINATIVE | THINGS:
        return Subject(pronoun(words[place]), 0.9, "subject of the verb after the quotation"), place + 1
    chunk = chunk_at(words, place)
    if chunk and not (chunk.stop < len(words) and words[chunk.stop].kind is Kind.POSS):
        weight = 0.92 if chunk.name.sort is Sort.PERSON else 0.5
        return Subject(chunk.name, weight, "named by the verb after the quotation"), chunk.stop
    return _role_at(words, place)


def _role_at(words: Sequence[Token], place: int) -> tuple[Subject, int] | None:
    """Return a role at a place: "the old clerk Osric Penn" gives the name, "the clerk" the role, "a voice" nobody."""
    for index in range(place, min(len(words), place + 7)):
        chunk = chunk_at(words, index) if index > place else None
        if chunk and chunk.name.sort is Sort.PERSON and _introduces(words[index - 1]):
            return Subject(chunk.name, 0.9, "named by the verb after the quotation"), chunk.stop
        if (
            words[index].kind not in {Kind.WORD, Kind.POSS}
            or words[index].low in PREPOSITIONS
            or words[index].low in REPORTING
        ):
            return None
        if is_role(words[index]) and not _role_goes_on(words, index):
            owner = owner_of(words, place, index, -1) if words[index].low in OWN_PAPERS | PAPERS else None
            if owner is None and words[index].low in PAPERS | OWN_PAPERS and words[place].low == "its":
                owner = Name("it", Span(words[place].start, words[place].end), Sort.PRONOUN)
            if owner:
                return Subject(owner, 0.7, f"owner of the {words[index].low}"), index + 1
            return _nobody_or_role(words, place, index), index + 1
    return None


def _introduces(token: Token) -> bool:
    """Tell whether a word may stand right before a name in apposition: "the clerk Osric Penn"."""
    return token.lower and token.low not in PREPOSITIONS and token.low not in DETERMINERS


def _role_goes_on(words: Sequence[Token], index: int) -> bool:
    """Tell whether more of the role or a name follows: "the old clerk | Osric Penn", "the company chairman"."""
    return index + 1 < len(words) and (is_role(words[index + 1]) or chunk_at(words, index + 1) is not None)


def _nobody_or_role(words: Sequence[Token], first: int, last: int) -> Subject:
    run = words[first : last + 1]
    value = " ".join(token.text for token in run)
    low = words[last].low
    span = Span(run[0].start, run[-1].end)
    if low in NOBODY:
        return Subject(Name(value, span, Sort.ROLE), 0.0, "nobody is named")
    sort = Sort.BODY if low in BODIES and low not in PEOPLE else Sort.ROLE
    return Subject(Name(value, span, sort), 0.5, "named by role only")


def _owner(words: Sequence[Token]) -> Subject | None:
    """Return X of "was X's reply", "came the answer of X"."""
    if words[1:2] and words[1].low == "how":
        return _before_verb(words[2:])
    for place in range(1, min(8, len(words))):
        if words[place].low in OWN_PAPERS:
            owner = owner_before(words, place)
            if owner:
                return Subject(replace(owner), 0.85, f"owner of the {words[place].low}")
            following = words[place + 1].low if place + 1 < len(words) else ""
            return name_from(words, place + 2) if following == "of" else None
    return _whose(words) or named_by_agent([*words[: _stop(words)]])


def _whose(words: Sequence[Token]) -> Subject | None:
    """Return X of "is X's.": nothing follows the possessive."""
    chunk = chunk_at(words, 1)
    if chunk is None or chunk.stop >= len(words) or words[chunk.stop].kind is not Kind.POSS:
        return None
    ends = chunk.stop + 1 >= len(words) or words[chunk.stop + 1].kind is Kind.MARK
    return Subject(chunk.name, 0.8, "whose the words are") if ends else None


def _stop(words: Sequence[Token]) -> int:
    """Return where the clause of the tail ends."""
    return next((place for place, token in enumerate(words) if token.is_mark(",.;:")), len(words))
