"""Persons whom a sentence introduces otherwise than as its subject: asked, met, owner, sender or maker of a paper."""

from collections.abc import Sequence

from valla.quote.lexicon.prints import OWN_PAPERS, PAPERS_KEPT, WORK_NOUNS
from valla.quote.people import Name, chunk_at
from valla.quote.sorts import Sort
from valla.quote.speakers.clauses import is_passive, subject_before
from valla.quote.speakers.phrases import Subject
from valla.quote.speakers.sources import name_from
from valla.quote.tokens import Kind, Token


def maker_in(sentence: Sequence[Token]) -> Subject | None:
    """Return who made the paper that "it" is: "it was X who wrote the notice. It began"."""
    for place, token in enumerate(sentence[:-1]):
        if token.low in _MAKING and not is_passive(sentence, place):
            papers = {word.low for word in sentence[place + 1 : place + 6]} & (OWN_PAPERS | WORK_NOUNS | PAPERS_KEPT)
            maker = subject_before(sentence, place) if papers else None
            return maker.weaker(0.6, "who made the paper") if maker and maker.name.sort is Sort.PERSON else None
    return None


_MAKING = frozenset(
    "wrote writes sent sends issued published penned drafted delivered composed left kept made gave printed".split()
)


def whom_i_met(sentence: Sequence[Token]) -> Subject | None:
    """Return whom the author asked, met or wrote to: "I wrote to her nephew, Caio, who looks after the papers"."""
    for place, token in enumerate(sentence[:-1]):
        if token.low in _MEETING:
            first = place + (2 if sentence[place + 1].low in {"to", "with", "on"} else 1)
            met = name_from(sentence, first)
            return (
                met.weaker(0.7, "whom the author asked") if met and met.name.sort in {Sort.PERSON, Sort.ROLE} else None
            )
    return None


_MEETING = frozenset(
    "asked ask wrote emailed e-mailed rang phoned telephoned called met meet visited found interviewed questioned spoke "
    "talked pressed consulted contacted messaged reached showed told reminded".split()
)


def owner_at_head(sentence: Sequence[Token]) -> Name | None:
    """Return X where a sentence begins "X's notes are"."""
    chunk = chunk_at(sentence, 0)
    if chunk is None or chunk.name.sort is not Sort.PERSON or chunk.stop + 1 >= len(sentence):
        return None
    return chunk.name if sentence[chunk.stop].kind is Kind.POSS else None


def sender_in(sentence: Sequence[Token]) -> Name | None:
    """Return X where a sentence tells of a letter from X."""
    for place in range(1, len(sentence) - 1):
        if sentence[place].low in {"from", "by"} and sentence[place - 1].low in WORK_NOUNS:
            named = name_from(sentence, place + 1)
            return named.name if named and named.name.sort is Sort.PERSON else None
    return None
