"""Papers in a cue that name their speaker: who made them, whose they are, what stands beside the quotation."""

from collections.abc import Sequence

from valla.quote.lexicon.grammar import DETERMINERS, PREPOSITIONS
from valla.quote.lexicon.prints import OWN_PAPERS, SAYINGS, WORK_NOUNS
from valla.quote.lexicon.roles import PAPERS
from valla.quote.people import Name
from valla.quote.sorts import Sort
from valla.quote.speakers.phrases import Subject, phrase, phrase_start
from valla.quote.speakers.sources import (
    join_span,
    name_from,
    owner_before,
)
from valla.quote.tokens import Kind, Token


def is_apposed_paper(body: Sequence[Token]) -> bool:
    """Tell whether the quotation stands beside a paper that is no object: "shows that the famous telegram, “...”"."""
    if body[-1].low not in PAPERS | OWN_PAPERS or not body[-1].lower:
        return False
    start = phrase_start(body, len(body) - 1, 0)
    return body[start].low in DETERMINERS and (
        start == 0 or body[start - 1].low == "that" or body[start - 1].is_mark(",;:")
    )


def apposed(body: Sequence[Token]) -> Subject:
    """Return the owner of such a paper, or nobody."""
    owner = owner_before(body, len(body) - 1)
    if owner:
        return Subject(owner, 0.7, f"owner of the {body[-1].low}")
    return Subject(phrase(body, len(body) - 1, len(body) - 1, Sort.ROLE), 0.0, "a paper that nobody is said to own")


def paper_anywhere(body: Sequence[Token], verb: int) -> Subject | None:
    """Return the owner of the paper in which "we read": "in the confession of X", "in X's letter"."""
    for place in range(verb - 1, -1, -1):
        if body[place].low in OWN_PAPERS | WORK_NOUNS:
            following = body[place + 1].low if place + 1 < verb else ""
            owner = owner_before(body, place)
            named = name_from(body, place + 2) if following in {"of", "by", "from"} else None
            if owner or named:
                return Subject(owner, 0.75, f"owner of the {body[place].low}") if owner else named
    return None


def maker_of_paper(body: Sequence[Token], verb: int) -> Subject | None:
    """Return X of "The report drawn up by X in May mentions"."""
    paper = next((place for place in range(min(5, verb)) if body[place].low in OWN_PAPERS | WORK_NOUNS), None)
    if paper is None or not (body[0].low in DETERMINERS or body[0].capital):
        return None
    for place in range(paper + 1, min(verb - 1, paper + 8)):
        if body[place].low == "by":
            return name_from(body, place + 1)
        if body[place].kind is not Kind.WORD:
            return None
    return None


def paper_subject(body: Sequence[Token]) -> Subject | None:
    """Return the paper that is the subject of the sentence: "The indictment dates ... as the "..."."""
    for place in range(1, min(4, len(body))):
        if body[place].low in PAPERS and body[place - 1].low in {"the", "this", "an", "a", "its"}:
            text = " ".join(token.text for token in body[place - 1 : place + 1])
            name = Name(text, join_span(body[place - 1], body[place]), Sort.BODY)
            return Subject(name, 0.35, "a paper is the subject of the sentence")
    return None


def paper_owner(body: Sequence[Token]) -> Subject | None:
    """Return the owner of the paper that is the subject: "His memoirs were published in 1971:"."""
    for place in range(min(5, len(body))):
        if body[place].low in OWN_PAPERS | WORK_NOUNS | SAYINGS and not any(
            token.low in PREPOSITIONS for token in body[:place]
        ):
            owner = owner_before(body, place)
            return Subject(owner, 0.6, f"owner of the {body[place].low}") if owner else None
    return None
