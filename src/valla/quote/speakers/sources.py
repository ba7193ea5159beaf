"""Speakers named by a phrase: "according to X", "in X's words", "as noted by X", "X's objection that"."""

from collections.abc import Sequence

from valla.model.anchors import Span
from valla.quote.lexicon.grammar import COPULAS, DETERMINERS, POSSESSIVES, PREPOSITIONS
from valla.quote.lexicon.prints import OWN_PAPERS, SAYINGS
from valla.quote.lexicon.verbs import REPORTING, THAT_ONLY
from valla.quote.people import Name, chunk_at
from valla.quote.sorts import Sort, is_role
from valla.quote.speakers.clauses import agent_after
from valla.quote.speakers.phrases import Subject, chunk_ending, owner_of, pronoun
from valla.quote.tokens import Kind, Token

NEAR = 4
"""An agent with at most this many words after it stands at the quotation itself."""

_ACCORDING = frozenset({"according", "selon", "laut", "zufolge", "secondo", "según", "d'après"})
_VIEWS = frozenset("words opinion view phrase account formulation judgment judgement estimation eyes language".split())
_RUSSIAN_VIEWS = frozenset({"словам", "мнению", "выражению", "свидетельству"})
_VIEW_LEADS = frozenset({"in", "to", "from"})
_QUOTING = frozenset("quote cite borrow use paraphrase echo repeat adopt".split())
_AGREEING = frozenset(
    "say said conclude concluded reply replied answer answered assume assumed hold held believe believed argue argued "
    "admit admitted suppose supposed add added ask asked maintain maintained observe observed repeat speak".split()
)
_COINING = frozenset(
    "coined used employed adopted popularised popularized framed phrased formulated worded introduced chosen penned "
    "composed drafted delivered uttered dictated".split()
)
"""Participles that report nothing by themselves, and yet say whose words they are: coined by X."""
_FOR = frozenset({"for", "für", "pour", "для", "para", "per"})


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
    if low == "whom" and place > 1 and body[place - 1].low in _FOR:
        before = place - 3 if body[place - 2].is_mark(",") else place - 2
        chunk = chunk_ending(body, before) if before >= 0 else None
        return Subject(chunk.name, 0.8, "in whose eyes it is so") if chunk and chunk.name.sort is Sort.PERSON else None
    if low in {"to", "for"} and (place == 0 or body[place - 1].is_mark(",;:") or body[place - 1].low in _SEEMING):
        found = _in_whose_eyes(body, place)
        if found or low == "to":
            return found
    if low == "from" and place > 1 and body[place - 1].low in {"it", "learn", "know", "hear", "learned"}:
        return name_from(body, place + 1)
    if low == "to" and place and body[place - 1].low in {"owe", "owed", "owes"}:
        return name_from(body, place + 1)
    if low == "per":
        chunk = chunk_at(body, place + 1) if place + 1 < len(body) else None
        return Subject(chunk.name, 0.85, "who spoke for the court") if chunk and chunk.name.sort is Sort.PERSON else None
    if low in _FOR and place == 0:
        chunk = chunk_at(body, 1) if len(body) > 1 else None
        return Subject(chunk.name, 0.65, "in whose eyes it is so") if chunk and chunk.name.sort is Sort.PERSON else None
    if low in _QUOTING and place and body[place - 1].low == "to":
        return _borrowed(body, place + 1)
    if low in {"with", "mit", "avec"} and place > 1:
        return _agreed(body, place)
    if low in _ACCORDING:
        return name_from(body, place + (2 if following in {"to", "as"} else 1))
    if low == "по" and following in _RUSSIAN_VIEWS:
        return name_from(body, place + 2)
    if low not in _VIEWS or not _led_by_in(body, place):
        return None
    if following == "of":
        return name_from(body, place + 2)
    owner = owner_of(body, place, place, 0) or owner_of(body, place - 1, place, 0)
    return Subject(owner, 0.9, f"owner of the {low}") if owner else None


def _in_whose_eyes(body: Sequence[Token], place: int) -> Subject | None:
    """Return X of "To X it was", "is, for X, a", "seemed to X"."""
    first = place + 1
    while first < min(len(body) - 1, place + 4) and body[first].lower and (first > place + 1 or body[first].low == "the"):
        first += 1
    chunk = chunk_at(body, first) if first < len(body) else None
    if chunk is None or chunk.name.sort is not Sort.PERSON:
        return None
    rest = body[chunk.stop :]
    if place and not body[place - 1].is_mark(",;:") and body[place - 1].low in _SEEMING:
        return Subject(chunk.name, 0.7, "in whose eyes it is so") if len(rest) <= NEAR else None
    if place and body[place - 1].is_mark(","):
        return Subject(chunk.name, 0.7, "in whose eyes it is so") if len(rest) <= NEAR and (not rest or rest[0].is_mark(",")) else None
    last = [token.low for token in body[-3:]]
    holds = any(low in COPULAS or low in _SEEMING for low in last) or (body[place].low == "for" and rest[:1] and rest[0].is_mark(","))
    return Subject(chunk.name, 0.65, "in whose eyes it is so") if holds else None


_SEEMING = frozenset("seemed seems appeared appears looked remained".split())


def _borrowed(body: Sequence[Token], place: int) -> Subject | None:
    """Return X of "to quote X", "to borrow the phrase of X", "to use X's word"."""
    named = name_from(body, place)
    if named is None or named.name.sort is Sort.ROLE:
        for index in range(place, min(len(body), place + 6)):
            if body[index].low in SAYINGS | _VIEWS | {"word"}:
                owner = owner_of(body, index, index, 0) or owner_of(body, index - 1, index, 0)
                following = body[index + 1].low if index + 1 < len(body) else ""
                return Subject(owner, 0.85, "from whom the phrase is taken") if owner else (
                    name_from(body, index + 2) if following == "of" else None
                )
    return named


def _agreed(body: Sequence[Token], place: int) -> Subject | None:
    """Return X of "it may be replied, with X, that", "to conclude with X that"."""
    before = body[place - 2] if body[place - 1].is_mark(",") else body[place - 1]
    chunk = chunk_at(body, place + 1) if before.low in REPORTING and place + 1 < len(body) else None
    if chunk is None or chunk.name.sort is not Sort.PERSON:
        return None
    rest = [token for token in body[chunk.stop :] if not token.is_mark(",")]
    if before.low not in _AGREEING or (rest and rest[0].low not in {"that", "dass", "que"}):
        return None
    return Subject(chunk.name, 0.75, "with whom the author agrees")


def _led_by_in(body: Sequence[Token], place: int) -> bool:
    """Tell whether "words", "view" stand in a phrase with "in" or "to", not as the object of a verb."""
    for index in range(place - 1, max(-1, place - 8), -1):
        token = body[index]
        if token.low in _VIEW_LEADS:
            return True
        if token.low in POSSESSIVES and index and body[index - 1].low not in _VIEW_LEADS:
            return False
        if token.kind is Kind.MARK:
            return False
    return False


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
            maker = next((at for at in range(index + 1, min(len(body) - 1, index + 5)) if body[at].low in {"by", "from", "of"}), None)
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
        if chunk and token.low in THAT_ONLY and not any(word.low in {"to", "that", "as"} for word in body[chunk.stop :]):
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
        return _noun_that(body)
    owner = owner_before(body, last)
    return Subject(owner, 0.85, f"owner of the {body[last].low}") if owner else _noun_that(body)


def _noun_that(body: Sequence[Token]) -> Subject | None:
    """Return X of "X's remark that a method is", "the objection of X, that", "drew from X the retort that"."""
    for place in range(len(body) - 1, 1, -1):
        if body[place].low not in {"that", "as"}:
            continue
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
