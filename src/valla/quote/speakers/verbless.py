"""Who speaks where no verb reports the words: a name before the colon, the owner or the sender of the paper that is quoted."""

from collections.abc import Sequence

from valla.quote.lexicon.grammar import (
    COPULAS,
    FIRST,
    NOMINATIVE,
)
from valla.quote.lexicon.prints import OWN_PAPERS, SAYINGS, WORK_NOUNS
from valla.quote.people import chunk_at
from valla.quote.sorts import Sort, is_role
from valla.quote.speakers.apposed import (
    paper_owner,
    paper_subject,
)
from valla.quote.speakers.openings import first_subject, opening_role
from valla.quote.speakers.phrases import Subject, chunk_ending, phrase, pronoun
from valla.quote.speakers.sources import (
    name_from,
    owner_before,
)
from valla.quote.tokens import Kind, Token


def without_verb(body: Sequence[Token], *, colon: bool, fragment: bool) -> Subject | None:
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
    told = paper_owner(body) or _owner_of_any(body) or _role_alone(body)
    return told or _last_clause(body) or _announced(body) or _owner_within(body)


def _owner_within(body: Sequence[Token]) -> Subject | None:
    """Return X of "One passage in X's pamphlet has become famous:", where a paper of one person's is all that speaks."""
    owners = {
        owner.surname: (owner, token.low)
        for place, token in enumerate(body)
        if token.lower and token.low in OWN_PAPERS | WORK_NOUNS and (owner := owner_before(body, place))
    }
    if len(owners) != 1:
        return None
    owner, paper = next(iter(owners.values()))
    return Subject(owner, 0.5, f"owner of the {paper}") if owner.sort is Sort.PERSON else None


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
