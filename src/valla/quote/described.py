"""Works that the running text names only by their kind: "in her diary", "in a letter to X", "the log says"."""

from collections.abc import Sequence
from itertools import pairwise

from valla.model.anchors import Span
from valla.quote.citations.fields import tidy
from valla.quote.lexicon.grammar import DETERMINERS, POSSESSIVES
from valla.quote.lexicon.prints import PAPERS_KEPT, WORK_NOUNS
from valla.quote.people import Name, chunk_at
from valla.quote.sorts import Sort
from valla.quote.titling import Named, reading, title_stop
from valla.quote.tokens import Kind, Token

_KINDS = {
    "letter": "letter", "letters": "letter", "telegram": "letter", "memoirs": "memoir", "memoir": "memoir", "autobiography": "memoir",
    "recollections": "memoir", "reminiscences": "memoir", "diary": "diary", "diaries": "diary", "journal": "diary", "interview": "interview",
    "conversation": "interview", "testimony": "testimony", "deposition": "testimony", "confession": "confession", "speech": "speech",
    "address": "speech", "lecture": "speech", "sermon": "speech", "examination": "testimony", "interrogation": "testimony",
}  # fmt: skip

_BARE = frozenset("testimony evidence conversation correspondence interviews".split())
_COMPOUNDS = frozenset("press minute log war parish visitors’ guest court annual official open news police".split())
"""Words that belong to the noun of a paper behind them."""

_BY_ORDER = frozenset("following next previous preceding same other last first second third".split())
_COMPLEMENT = frozenset({"to", "with", "before", "at", "of"})


def subject_paper(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return the paper that is the subject: "The minute book of the branch has under 14 March", "His log reads"."""
    for place in range(1, min(5, len(tokens))):
        token = tokens[place]
        if token.low not in PAPERS_KEPT or not token.lower or not _opens(tokens, place):
            continue
        stop = place + 1
        if stop + 1 < len(tokens) and tokens[stop].low == "of":
            start = stop + (2 if tokens[stop + 1].low in DETERMINERS else 1)
            if start < len(tokens) and tokens[start].low in _BY_ORDER:
                continue  # "the minutes of the following week": which paper that is, only the text before can tell
            stop = max(title_stop(tokens, start), min(len(tokens), start + 1))
        first = (
            place - 1 if tokens[place - 1].lower and tokens[place - 1].low not in DETERMINERS | POSSESSIVES else place
        )
        span = Span(tokens[first].start, tokens[stop - 1].end)
        return Named(reading(text, span, title=tidy(span.of(text))), described=True)
    return None


def _opens(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether nothing but an article, an owner and adjectives stand before a noun at the head of a sentence."""
    head = (
        tokens[0].low in DETERMINERS
        or tokens[0].low in POSSESSIVES
        or (tokens[0].capital and tokens[1].kind is Kind.POSS)
    )
    return head and all(token.kind in {Kind.WORD, Kind.POSS} for token in tokens[:place])


def described(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return a work named only by its kind: "in his memoirs", "in a letter to X", "in an interview with X"."""
    for place in range(len(tokens) - 1, 0, -1):
        if tokens[place].low not in WORK_NOUNS or not tokens[place].lower:
            continue
        if not (_led(tokens, place) or _holds(tokens, place)):
            continue
        name, taker, stop = _complement(tokens, place)
        first = place - 1 if tokens[place - 1].low in _COMPOUNDS else place
        span = Span(tokens[first].start, tokens[stop - 1].end)
        kind = _KINDS.get(tokens[place].low)
        found = reading(text, span, title=tidy(span.of(text)), kind=kind, taker=taker or (name.value if name else None))
        return Named(found, described=True)
    return None


def letter_written(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return the letter of "X wrote to Y on 4 May:"."""
    for place, token in enumerate(tokens[:-2]):
        if token.low in {"wrote", "writes", "writing", "written"} and tokens[place + 1].low == "to":
            start = place + 2
            start += tokens[start].low in DETERMINERS and start + 1 < len(tokens)
            chunk = chunk_at(tokens, start)
            stop = chunk.stop if chunk else start + 1
            if chunk is None and not tokens[start].lower:
                continue
            span = Span(tokens[place].start, tokens[stop - 1].end)
            taker = text[tokens[place + 2].start : tokens[stop - 1].end]
            found = reading(
                text, span, title=f"letter to {taker}", kind="letter", taker=chunk.name.value if chunk else taker
            )
            return Named(found, described=True)
    return None


def paper_told_of(text: str, tokens: Sequence[Token]) -> Named | None:
    """Return the paper that a sentence tells of, which the next one calls "it": "I found a letter from X", "wrote a report"."""
    for place in range(1, len(tokens)):
        low = tokens[place].low
        if low not in _KINDS | PAPERS_TOLD or not tokens[place].lower:
            continue
        if not any(token.low in DETERMINERS or token.kind is Kind.POSS for token in tokens[max(0, place - 4) : place]):
            continue
        name, taker, stop = _complement(tokens, place)
        stop = _past_sender(tokens, stop)
        first = place - 1 if tokens[place - 1].low in _COMPOUNDS else place
        span = Span(tokens[first].start, tokens[stop - 1].end)
        found = reading(
            text, span, title=tidy(span.of(text)), kind=_KINDS.get(low), taker=taker or (name.value if name else None)
        )
        return Named(found, described=True)
    return None


def _past_sender(tokens: Sequence[Token], stop: int) -> int:
    """Return the index after "from X" behind a letter."""
    if stop + 1 < len(tokens) and tokens[stop].low in {"from", "by"}:
        chunk = chunk_at(tokens, stop + 1)
        return chunk.stop if chunk else stop
    return stop


PAPERS_TOLD = dict.fromkeys(
    "report statement memorandum minute pamphlet article release dispatch telegram poster plaque inscription email e-mail".split()
)


def _led(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a noun of works stands in "in his ...", "in a secret ...", "from the ..."."""
    whose = False
    for index in range(place - 1, max(-1, place - 5), -1):
        low = tokens[index].low
        if low in {"in", "from", "dans", "en", "im", "aus", "seinem", "ihrem"}:
            return whose or (index == place - 1 and tokens[place].low in _BARE)
        whose = whose or low in DETERMINERS or low in POSSESSIVES or tokens[index].kind is Kind.POSS
        if low not in DETERMINERS and low not in POSSESSIVES and tokens[index].kind not in {Kind.WORD, Kind.POSS}:
            return False
    return False


def _holds(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a paper is said to hold the words: "issued a statement in which", "X's history of the diocese, where"."""
    owned = any(
        token.low in DETERMINERS or token.low in POSSESSIVES or token.kind is Kind.POSS
        for token in tokens[max(0, place - 4) : place]
    )
    after = [token.low for token in tokens[place + 1 : place + 8]]
    return owned and (
        any(one in {"in", "from"} and two == "which" for one, two in pairwise(after))
        or "where" in after
        or (tokens[place - 1].kind is Kind.POSS)
    )


def _complement(tokens: Sequence[Token], place: int) -> tuple[Name | None, str | None, int]:
    """Return to whom, with whom or before whom it was: "a letter to his sister", "an interview with X"."""
    link = place + 1
    if link + 1 >= len(tokens) or tokens[link].low not in _COMPLEMENT:
        return None, None, place + 1
    first = link + 1
    start = first + 1 if tokens[first].low in DETERMINERS and first + 1 < len(tokens) else first
    chunk = chunk_at(tokens, start)
    if chunk and chunk.name.sort is not Sort.PLACE:
        return (chunk.name if tokens[link].low != "at" else None), None, chunk.stop
    if tokens[start].lower and start > first and tokens[link].low != "at":
        return None, f"{tokens[first].text} {tokens[start].text}", start + 1
    return None, None, place + 1
