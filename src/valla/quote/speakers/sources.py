"""Speakers named by a phrase: "according to X", "in X's words", "as noted by X", "X's objection that"."""

from collections.abc import Sequence

from valla.model.anchors import Span
from valla.quote.lexicon.grammar import COPULAS, DETERMINERS, PREPOSITIONS
from valla.quote.lexicon.prints import OWN_PAPERS, SAYINGS
from valla.quote.lexicon.verbs import REPORTING, THAT_ONLY
from valla.quote.people import Name, chunk_at
from valla.quote.sorts import Sort, is_role
from valla.quote.speakers.clauses import agent_after
from valla.quote.speakers.phrases import Subject, chunk_ending, owner_of, pronoun
from valla.quote.tokens import Kind, Token

NEAR = 4
"""An agent with at most this many words after it stands at the quotation itself."""

_COINING = frozenset(
    "coined used employed adopted popularised popularized framed phrased formulated worded introduced chosen penned "
    "composed drafted delivered uttered dictated".split()
)
"""Participles that report nothing by themselves, and yet say whose words they are: coined by X."""


def name_from(body: Sequence[Token], place: int) -> Subject | None:
    """Return the name or role at a place, an article before it skipped."""
    first = place
    if place < len(body) and body[place].low in DETERMINERS:
        place += 1
    if place >= len(body):
        return None
    chunk = chunk_at(body, place)
    if chunk:
        return Subject(chunk.name, 0.9 if chunk.name.sort is Sort.PERSON else 0.5, "named by a phrase of source")
    if body[place].low in PREPOSITIONS:
        return None
    if body[place].low in {"him", "her", "them"}:
        return Subject(pronoun(body[place]), 0.8, "named by a phrase of source")
    return _role_from(body, first, place)


def _role_from(body: Sequence[Token], first: int, place: int) -> Subject | None:
    """Return the role in a phrase of source: "according to the clerk"."""
    for index in range(place, min(len(body), place + 4)):
        if body[index].low in OWN_PAPERS and index + 2 < len(body):
            maker = next(
                (at for at in range(index + 1, min(len(body) - 1, index + 5)) if body[at].low in {"by", "from", "of"}),
                None,
            )
            chunk = chunk_at(body, maker + 1) if maker else None
            if chunk and chunk.name.sort is Sort.PERSON:
                return Subject(chunk.name, 0.8, f"maker of the {body[index].low}")
        last = index + 1 >= len(body) or body[index + 1].kind is not Kind.WORD
        named = _named_behind(body, index) if body[index].lower else None
        if named:
            return named
        if is_role(body[index]) or (first < place and last and body[index].lower):
            text = " ".join(token.text for token in body[first : index + 1])
            return Subject(
                Name(text, join_span(body[first], body[index]), Sort.ROLE), 0.5, "role in a phrase of source"
            )
        if body[index].kind is not Kind.WORD:
            return None
    return None


def _named_behind(body: Sequence[Token], index: int) -> Subject | None:
    """Return the name right behind a role, or between commas behind it: "the geologist X", "its president, Chief X,"."""
    comma = index + 1 < len(body) and body[index + 1].is_mark(",")
    chunk = chunk_at(body, index + (2 if comma else 1)) if index + 2 < len(body) or not comma else None
    if chunk is None or chunk.name.sort is not Sort.PERSON or (comma and not is_role(body[index])):
        return None
    closed = chunk.stop >= len(body) or body[chunk.stop].kind is Kind.MARK
    return Subject(chunk.name, 0.85, "named by a phrase of source") if not comma or closed else None


def join_span(first: Token, last: Token) -> Span:
    """Return the span from one token to another."""
    return Span(first.start, last.end)


def named_by_agent(body: Sequence[Token]) -> Subject | None:
    """Return X of "as noted by X", "was described by X as", "coined by X", where it stands near the quotation."""
    for place in range(len(body) - 1, max(-1, len(body) - 14), -1):
        token = body[place]
        if token.low not in REPORTING | _COINING or token.kind is not Kind.WORD:
            continue
        chunk = agent_after(body, place)
        if (
            chunk
            and token.low in THAT_ONLY
            and not any(word.low in {"to", "that", "as"} for word in body[chunk.stop :])
        ):
            return None
        if chunk and chunk.name.sort is not Sort.PLACE and _reaches_end(body, chunk.stop):
            weight = 0.85 if chunk.name.sort is Sort.PERSON else 0.5
            return Subject(chunk.name, weight, "agent of a passive verb")
        if token.low in REPORTING:
            return None
    return None


def _reaches_end(body: Sequence[Token], stop: int) -> bool:
    """Tell whether nothing but links stands between an agent and the quotation: "by X as a", "by X, that"."""
    return len(body) - stop <= NEAR and not any(token.low in REPORTING for token in body[stop:])


def named_by_saying(body: Sequence[Token]) -> Subject | None:
    """Return X of "X's objection that", "the claim of X that": the quotation is what the noun holds."""
    last = len(body) - 1
    while last > 0 and body[last].low in {"that", "was", "is", "as", "to", "the", "effect"}:
        last -= 1
    if body[last].low not in SAYINGS:
        return _drawn_by(body, last) or _noun_that(body)
    owner = owner_before(body, last)
    return Subject(owner, 0.85, f"owner of the {body[last].low}") if owner else _noun_that(body)


def _drawn_by(body: Sequence[Token], last: int) -> Subject | None:
    """Return X of "the conclusion reached by X was that"."""
    chunk = chunk_ending(body, last) if last + 1 < len(body) else None
    if chunk is None or chunk.name.sort is not Sort.PERSON or chunk.first < 3:  # noqa: PLR2004 - "conclusion reached by X"
        return None
    drawn = body[chunk.first - 1].low == "by" and body[chunk.first - 3].low in SAYINGS
    return Subject(chunk.name, 0.8, f"by whom the {body[chunk.first - 3].low} is") if drawn else None


def paper_at_end(body: Sequence[Token]) -> Subject | None:
    """Return X of "he read out the statement of X", "clear from a letter of X to his brother", right before a colon."""
    for place in range(len(body) - 2, max(-1, len(body) - 14), -1):
        if body[place].kind is Kind.MARK:
            return None
        maker = body[place].low in {"of", "by", "from"} and place > 0
        if not maker or body[place - 1].low not in OWN_PAPERS | SAYINGS:
            continue
        chunk = chunk_at(body, place + 1)
        if chunk is None or chunk.name.sort is not Sort.PERSON:
            return None
        rest = body[chunk.stop :]
        sent = not rest or rest[0].low in {"to", "before", "in", "on", "at", "of"}
        plain = sent and not any(token.low in REPORTING or token.low in COPULAS for token in rest)
        return Subject(chunk.name, 0.8, f"whose {body[place - 1].low} it is") if plain else None
    return None


def _noun_that(body: Sequence[Token]) -> Subject | None:
    """Return X of "X's remark that a method is", "the objection of X, that", "drew from X the retort that"."""
    for place in range(len(body) - 1, 1, -1):
        if body[place].low not in {"that", "as"} or (body[place + 1 : place + 2] and body[place + 1].low == "to"):
            continue  # "as to the trial" is about a thing
        noun = next((at for at in range(place - 1, max(-1, place - 7), -1) if body[at].low in SAYINGS), None)
        if noun is None:
            continue
        owner = owner_before(body, noun)
        if owner and (noun == place - 1 or body[place].low == "as" or body[noun + 1].low in {"was", "is"}):
            return Subject(owner, 0.8, f"owner of the {body[noun].low}")
        if noun + 1 < place and body[noun + 1].low in {"of", "by", "from"}:
            return name_from(body, noun + 2)
        if noun == place - 1:
            return _given_by(body, noun)
    return None


def _given_by(body: Sequence[Token], noun: int) -> Subject | None:
    """Return X of "from X the retort", "by X the charge"."""
    for place in range(noun - 1, max(-1, noun - 8), -1):
        if body[place].low in {"from", "by"}:
            chunk = chunk_at(body, place + 1)
            return Subject(chunk.name, 0.75, "from whom it came") if chunk and chunk.stop <= noun else None
    return None


def owner_before(body: Sequence[Token], place: int) -> Name | None:
    """Return the owner of a noun, one adjective at most between them."""
    for start in range(place, max(0, place - 4), -1):
        owner = owner_of(body, start, place, 0)
        if owner:
            return owner
    return None
