"""Chains of hands: from the mouth through records and works to the essay, as far as text, citation and library tell."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from valla.model.anchors import Span
from valla.model.claims import Claim
from valla.model.quotations import Attribution, Link, LinkKind, Quotation
from valla.model.witnesses import Basis, Chain, Hand, Role
from valla.model.works import Citation
from valla.stemma.antecedents import named_before
from valla.stemma.ground import Ground
from valla.stemma.inside import Words, hands_inside, hearer_of_meeting, once, same_hand, tellers_inside
from valla.stemma.parties import paper_word
from valla.stemma.persons import name_words, same_name
from valla.stemma.printed import on_the_shelf, printed_in, quoted_from, writer_of
from valla.stemma.telling import hands_told
from valla.text.prose import author_sentences, merge_spans
from valla.text.sentences import sentence_start

PAPER_ROLES = frozenset({Role.RECORD, Role.WORK, Role.GO_BETWEEN})
_PRINTS = frozenset({Role.WORK, Role.GO_BETWEEN})
_RECORDS = {
    LinkKind.LETTER_TO: "letter",
    LinkKind.DIARY_OF: "diary",
    LinkKind.MEMOIR_OF: "memoir",
    LinkKind.TESTIMONY_BEFORE: "testimony",
}


def chain_quotations(ground: Ground) -> Iterator[Chain]:
    """Yield the chain of each quotation that reports words, in the order of the text."""
    for quotation in ground.found.quotations:
        if not quotation.scare:
            hands = hands_of(quotation, ground)
            if hands:
                yield Chain(id=str(quotation.id), at=quotation.span, hands=hands, quotation=quotation.id)


def hands_of(quotation: Quotation, ground: Ground) -> tuple[Hand, ...]:
    """Return the hands of one quotation, the nearest to the event first."""
    if quotation.nested_in is not None and quotation.nested_in in ground.quotation:
        return once((*_nested(quotation, ground.quotation[quotation.nested_in], ground),))
    told = ground.surroundings.around(quotation, _speaker(quotation, ground))
    plain = () if told else _by_its_sentence(quotation, ground)
    if plain:
        works = [hand for hand in _from_speaker(quotation, ground) if hand.role is not Role.WITNESS and is_cited(hand)]
        return once((*plain, *works))
    return with_told((*_before(quotation, ground), *_from_speaker(quotation, ground)), told)


def is_cited(hand: Hand) -> bool:
    """Tell whether a hand prints the words, or stands in their citation."""
    return hand.role in _PRINTS or hand.basis is Basis.CITATION


def _by_its_sentence(quotation: Quotation, ground: Ground) -> tuple[Hand, ...]:
    """Return the hands that the sentence of a quotation names itself, where its speaker was only sought further up.

    What a sentence says outright goes before a guess from the one before it.
    """
    said = ground.attribution.get(quotation.id)
    start = sentence_start(ground.surroundings.masked, quotation.span.start)
    if said is None or not said.name or said.at is None or said.at.end > start:
        return ()
    told = ground.surroundings.around(quotation, None)
    return told if any(hand.role is Role.WITNESS and hand.at and hand.at.start >= start for hand in told) else ()


def with_told(hands: Sequence[Hand], told: Sequence[Hand]) -> tuple[Hand, ...]:
    """Return hands with those put in of which the author's sentence tells: givers, papers and hearers of the speaker.

    Whom the quoted words themselves name stands nearest to the event. Where a paper or a work is known that has the words,
    whoever else heard them is no hand; papers already known are not put in twice.
    """
    speaking = next((place for place, hand in enumerate(told) if hand.role is Role.WITNESS), None)
    place = next((number for number, hand in enumerate(hands) if hand.role is Role.WITNESS), None)
    if speaking is None or place is None:
        return once((*told, *hands) if told and place is None else hands)
    known = {paper_word(hand.name) for hand in hands if hand.role is Role.RECORD}
    kept = any(hand.role in PAPER_ROLES for hand in hands[place:])
    later = [
        hand
        for hand in told[speaking + 1 :]
        if (hand.role not in PAPER_ROLES and (not kept or hand.role is Role.INTERVIEWER))
        or (hand.role in PAPER_ROLES and paper_word(hand.name) not in known)
    ]
    return once((*hands[:place], *told[:speaking], hands[place], *later, *hands[place + 1 :]))


def _nested(quotation: Quotation, holder: Quotation, ground: Ground) -> Iterator[Hand]:
    """Yield the hands of words inside another's words: their speaker, what the holder says of them, the holder's hands."""
    said = ground.attribution.get(quotation.id)
    if said and said.name:
        yield Hand(name=said.name, role=Role.MOUTH, at=said.at, confidence=said.confidence, reason=said.reason)
    words = Words(holder.span.of(ground.flat), holder.span.start, _speaker(holder, ground))
    inside = hands_inside(words)
    yield from (hand for hand in inside if hand.role is Role.RECORD)
    yield from hearer_of_meeting(words)
    yield from _from_speaker(holder, ground)


def _speaker(quotation: Quotation, ground: Ground) -> str | None:
    """Return the name of who says a quotation."""
    said = ground.attribution.get(quotation.id)
    return said.name if said else None


def _before(quotation: Quotation, ground: Ground) -> Iterator[Hand]:
    """Yield the hands that stand before the speaker: those his words state, and those that links tell of."""
    speaker = _speaker(quotation, ground)
    yield from inside_of(quotation, ground, speaker)
    for link in ground.links.get(quotation.id, ()):
        if link.kind is LinkKind.TOLD_TO and link.giver and speaker and not same_name(link.giver, speaker):
            yield Hand(name=link.giver, role=Role.MOUTH, at=link.at, confidence=0.7, reason=link.reason)


def inside_of(quotation: Quotation, ground: Ground, speaker: str | None) -> Sequence[Hand]:
    """Return the hands that quoted words state: as the turns of phrase have it that are known, or as their tellings do.

    The longer of the two goes where it has whomever the shorter one has, else the turn of phrase.
    """
    words = without_breaks(quotation.span.of(ground.flat))
    phrases = hands_inside(Words(words, quotation.span.start, speaker))
    before = (
        named_before(ground.surroundings.masked, 0, quotation.span.start) if OPENS_WITH_PRONOUN.match(words) else ()
    )
    made = tuple(
        tellers_inside(
            words, quotation.span, speaker, [one for one in before if not same_name(one.name, speaker or "")]
        )
    )
    more = len(made) > len(phrases) and all(any(same_hand(one, other) for other in made) for one in phrases)
    return made if more else phrases or made


def without_breaks(words: str) -> str:
    """Return quoted words with blanks in place of what the author says between them: "I was told," he says, "by a clerk"."""
    return BREAK.sub(lambda found: " " * len(found.group()), words)


OPENS_WITH_PRONOUN = re.compile(r"\W{0,3}(?:He|She|They)\b")
BREAK = re.compile(r"[,.]?[”\"] [^“”\"]{3,140} [“\"]")
"""The author's words that break into a quotation."""


def _from_speaker(quotation: Quotation, ground: Ground) -> Iterator[Hand]:
    """Yield the speaker and the hands after him: hearers, records, interviewers, works."""
    said = ground.attribution.get(quotation.id)
    citation = ground.citation.get(quotation.id)
    links = ground.links.get(quotation.id, ())
    if citation is not None:
        yield from quoted_from(citation, said.name if said else None)
    if said and said.name:
        yield Hand(name=said.name, role=Role.WITNESS, at=said.at, confidence=said.confidence, reason=said.reason)
    if citation is not None:
        yield from writer_of(citation, said.name if said else None)
    yield from _after(said, links)
    yield from _archive(quotation, citation, links, ground)
    if citation is not None:
        yield from printed_in(citation, said.name if said else None)
    else:
        yield from on_the_shelf(ground.trace.get(quotation.id), ground.holdings)


def _after(said: Attribution | None, links: Sequence[Link]) -> Iterator[Hand]:
    """Yield hearers, records and interviewers that links tell of."""
    speaker = said.name if said else None
    for link in links:
        if link.kind in _RECORDS:
            to = f" to {link.taker}" if link.kind is LinkKind.LETTER_TO and link.taker else ""
            giver = f" of {link.giver}" if link.giver and not to else ""
            name = f"{_RECORDS[link.kind]}{giver}{to}"
            yield Hand(name=name, role=Role.RECORD, at=link.at, confidence=0.8, reason=link.reason)
        elif link.kind is LinkKind.INTERVIEW_BY and link.taker:
            yield Hand(name=link.taker, role=Role.INTERVIEWER, at=link.at, confidence=0.8, reason=link.reason)
        elif link.kind is LinkKind.TRANSLATED_BY and link.taker:
            yield Hand(name=link.taker, role=Role.GO_BETWEEN, at=link.at, confidence=0.8, reason=link.reason)
        elif is_heard(link, speaker):
            yield Hand(name=str(link.taker), role=Role.HEARER, at=link.at, confidence=0.6, reason=link.reason)


def is_heard(link: Link, speaker: str | None) -> bool:
    """Tell whether a link names one who was told by the speaker and tells it on; a listener is no hand."""
    told = link.kind is LinkKind.TOLD_TO and link.taker and speaker and link.reason != "said or written to"
    return bool(told and link.giver and speaker and same_name(link.giver, speaker))


def _archive(quotation: Quotation, citation: Citation | None, links: Sequence[Link], ground: Ground) -> Iterator[Hand]:
    """Yield the archive and the finder's work for a letter whose citation names neither work nor archive."""
    letter = next((link for link in links if link.kind in {LinkKind.LETTER_TO, LinkKind.DIARY_OF}), None)
    bare = citation is None or not (citation.container or citation.archive or citation.publisher or citation.via)
    if letter is None or not bare:
        return
    names = {word for name in (letter.giver, letter.taker) if name for word in name_words(name)}
    for deposit in ground.deposits:
        named = {word for name in deposit.named for word in name_words(name)}
        if deposit.at.start < quotation.span.start and names & named:
            yield Hand(
                name=deposit.name,
                role=Role.RECORD,
                at=deposit.at,
                confidence=0.5,
                reason="the text tells of its papers",
            )
            if deposit in ground.finders:
                yield ground.finders[deposit]
            return


def chain_sentences(claims: Sequence[Claim], ground: Ground) -> Iterator[Chain]:
    """Yield the chains of what the author tells in his own words, where he says who told it, or in which paper."""
    known = {claim.span.start: claim for claim in claims}
    told = set[Span]()
    for claim in claims:
        hands = once(tuple(hands_told(claim, ground.flat, ground.said.citations)))
        if len(hands) > 1:
            told.add(claim.span)
            yield Chain(id=str(claim.id), at=claim.span, hands=hands, claim=claim.id)
    quoted = merge_spans(row.span for row in ground.found.quotations if not row.scare)
    ends = [span.end for span in quoted]
    plain = [row.span for row in author_sentences(ground.document, ground.found)]
    last: Span | None = None
    for span, hands in ground.surroundings.sentences_that_tell(plain):
        place = bisect_right(ends, span.start)
        if span not in told and not (place < len(quoted) and quoted[place].start < span.end):
            near = known.get(span.start)
            name = f"{ground.document.id}!{span.start}-{span.end}"
            if span == last:
                name = f"{name}@{min(hand.at.start for hand in hands if hand.at)}-{hands[-1].name}"
            last = span
            yield Chain(id=name, at=span, hands=once(hands), claim=near.id if near else None)
