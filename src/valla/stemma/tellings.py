"""Tellings: who told whom, who had it from whom, who says what, found in the author's sentences or in quoted words.

Each verb of telling is looked at by itself: its subject stands before it, whom it was told to behind it. All patterns are
bounded, so that the work grows with the length of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from valla.model.anchors import Span
from valla.stemma.antecedents import opening_party
from valla.stemma.awaited import Awaited
from valla.stemma.frames import Step, steps_in
from valla.stemma.grasp import held_in, made_by, of_maker, party_of, subject_before
from valla.stemma.parties import PARTY, Party, is_named
from valla.stemma.patterns import (
    ACCORDING,
    AS_TOLD,
    ASKED_BY,
    CITES,
    CITING,
    COMPLAINED,
    COPIED,
    DESCRIBES,
    FROM_SAID,
    GAVE,
    HAD,
    HAD_SEEN,
    HOLDS,
    IN_WHOSE,
    INTERVIEWED,
    IS_SAID,
    KNOWN_FROM,
    NOTE_BY,
    ON_WORD,
    PRINTED,
    QUOTED_AS,
    READ_OUT,
    REPORTED_BY,
    SAW,
    SAY,
    SENT,
    SOURCE,
    SOURCE_OF,
    TAKEN,
    TELL,
    WAS_TOLD,
    WENT,
    WHOM,
    WITH,
)
from valla.stemma.subjects import believed, party_at, patient_of
from valla.text.sentences import sentence_start

BESIDE = 6
"""Code points between two readings of one verb: "was told" and "told"."""
_FOLLOWED = 24
"""Parties that one stretch of text may name; more are a list, not a tale."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One step: the giver told it, the taker was told (None: whoever reads this); `paper` holds it, `inner` begins what was told."""

    at: int
    giver: Party
    taker: Party | None = None
    paper: Party | None = None
    inner: int | None = None
    kept: Party | None = None  # the paper of the taker
    asked: bool = False  # the taker asked for it


def tellings_in(text: str, span: Span) -> tuple[Telling, ...]:
    """Return the tellings of a stretch in the order in which they stand."""
    ways = (_told, _said, _had, _from_word, _had_seen, _accounts, _asked, _noted, _cited, _sources, _described, _around)
    made: dict[tuple[int, int], Telling] = {}
    for row in chain.from_iterable(way(text, span) for way in ways):
        made.setdefault((row.at, row.giver.at.start), row)  # of two readings of one verb the first, which has more
    read = {row.at for row in made.values()}
    for step in steps_in(text, span):
        if not any(abs(at - step.at) < BESIDE for at in read):
            made.setdefault((step.at, step.giver.at.start), with_papers(text, span, step))
    return tuple(sorted(made.values(), key=lambda row: (row.at, row.giver.at)))[:_FOLLOWED]


def with_papers(text: str, span: Span, step: Step) -> Telling:
    """Return a step as a telling, with the paper in which it stands: his whose verb it is."""
    giver, own = of_maker(step.giver)
    taker, kept = of_maker(step.taker)
    paper = None if own and kept else held_in(text, span, step.verb)
    mine = step.active and step.inner is not None and not step.asked
    if paper is not None and (mine or step.taker.at.start < step.at):
        own, kept = (own or paper, kept) if mine else (own, kept or paper)
    return Telling(step.at, giver, taker, own, step.inner, kept, asked=step.asked)


def _told(text: str, span: Span) -> Iterator[Telling]:
    """Yield who told whom."""
    for pattern in (TELL, GAVE):
        for match in pattern.finditer(text, span.start, span.end):
            giver = subject_before(text, span, match.start())
            taker = told_to(match)
            if giver is not None and (taker.pronoun or believed(taker)):
                kept = IN_WHOSE.match(text, match.end())
                book = party_of(kept, "paper") if kept else None
                yield Telling(match.start(), giver, taker, held_in(text, span, match), match.end(), book)


def _said(text: str, span: Span) -> Iterator[Telling]:
    """Yield who says something, by what paper; in whose paper something stands."""
    for pattern in (SAY, COMPLAINED, HOLDS):
        for match in pattern.finditer(text, span.start, span.end):
            giver = subject_before(text, span, match.start())
            if giver is not None and (giver.paper or pattern is not HOLDS):
                told = WITH.search(match.group()) or (giver.paper and COPIED.search(text, giver.at.end, match.start()))
                giver, paper = made_by(text, giver, match.start())
                taker = party_of(told, "to") if told else None
                yield Telling(match.start(), giver, taker, paper or held_in(text, span, match), match.end())


def _sources(text: str, span: Span) -> Iterator[Telling]:
    """Yield whose source is named as such, and what is told "as summarised by X"."""
    for match in SOURCE.finditer(text, span.start, span.end):
        word = {"his": "he", "her": "she", "their": "they"}.get((match["whose"] or "").lower(), match["owner"] or "he")
        at = match.start("owner") if match["owner"] else match.start("whose")
        giver, paper = of_maker(party_of(match, "who"))
        maker = BY.match(text, match.end())
        made = party_at(text, maker.end(), span.end, sure=True) if maker and giver.paper else None
        taker = Party(word, Span(at, at + len(word)))
        if made is not None:
            yield Telling(match.start(), made, taker, giver)
        elif believed(giver):
            yield Telling(match.start(), giver, taker, paper)
    for pattern in (SOURCE_OF, AS_TOLD):
        for match in pattern.finditer(text, span.start, span.end):
            source = subject_before(text, span, match.start()) or patient_of(text, span.start, match.start())
            taker, kept = of_maker(party_of(match, "to"))
            if source is not None and believed(taker):
                giver, paper = of_maker(source)
                yield Telling(match.start(), giver, taker, paper, None, kept)


def _around(text: str, span: Span) -> Iterator[Telling]:
    """Yield who was asked or spoken to before the sentence's own verb, "to whom" somebody said it, and "From X, she said"."""
    for match in ASKED_BY.finditer(text, span.start, span.end):
        giver, taker = party_at(text, match.start("who"), span.end), party_of(match, "to")
        if giver is not None and believed(taker):
            yield Telling(match.start(), giver, taker, None, match.end() + len(giver.words), asked=match["how"] == "by")
    for match in FROM_SAID.finditer(text, span.start, span.end):
        yield Telling(match.start(), party_of(match, "who"), party_of(match, "to"))
    for match in WHOM.finditer(text, span.start, span.end):
        one, other = believed(party_of(match, "who")), believed(party_of(match, "other"))
        if one is not None and other is not None:
            yield Telling(match.start(), *((other, one) if match["how"] == "to" else (one, other)))


def _described(text: str, span: Span) -> Iterator[Telling]:
    """Yield who tells something in which paper of his, where none of its words are given."""
    for match in DESCRIBES.finditer(text, span.start, span.end):
        paper = held_in(text, span, match)
        giver = subject_before(text, span, match.start()) if paper else None
        if giver is not None and not giver.paper:
            yield Telling(match.start(), giver, None, paper, None)


def told_to(match: re.Match[str]) -> Party:
    """Return to whom something was told; "her" by itself where what stands behind it is no person ("told her years later")."""
    party = party_of(match, "to" if match["to"] else "too")
    if not party.usable and party.words.startswith("her "):
        return Party("her", Span(party.at.start, party.at.start + 3))
    return party


_BY_WHOM = Awaited(rf"\bby (?P<who>{PARTY}),? $")
_FRONTED_WORD = re.compile(r"[^.;:,]{0,50}, ")
FRONT = 4
"""Code points with which a sentence begins in which it says at once on whose word it goes."""
BY = re.compile(r",? (?:by|of|from) ")


def _had(text: str, span: Span) -> Iterator[Telling]:
    """Yield who had it from whom."""
    for match in CITING.finditer(text, span.start, span.end):
        taker, giver = subject_before(text, span, match.start()), party_of(match, "who")
        if taker is not None and giver.usable:
            yield Telling(match.start(), giver, taker)
    for pattern in (HAD, WAS_TOLD):
        for match in pattern.finditer(text, span.start, span.end):
            taker, giver = subject_before(text, span, match.start()), party_of(match, "who")
            if taker is not None and (giver.usable or giver.pronoun):
                yield Telling(match.start(), giver, taker)


def _from_word(text: str, span: Span) -> Iterator[Telling]:
    """Yield on whose word somebody tells it, and who took it down from whom."""
    for match in ON_WORD.finditer(text, span.start, span.end):
        first = max(span.start, sentence_start(text, match.start()))
        fronted = _FRONTED_WORD.match(text, match.end()) if match.start() - first < FRONT else None
        by = _BY_WHOM.search(text, first, match.start())
        taker = party_at(text, by.start("who"), match.start()) if by else opening_party(text, first, match.start())
        taker = party_at(text, fronted.end(), span.end) if fronted else taker
        giver, paper = of_maker(party_of(match, "who"))
        if taker is not None and giver.usable:
            yield Telling(match.start(), giver, taker, paper)
    for match in SAW.finditer(text, span.start, span.end):
        whose = {"his": "he", "her": "she"}.get(match["who"].split(" ")[0], "they")
        owner = Party(whose, Span(match.start("who"), match.start("who") + 3))
        yield Telling(match.start(), party_of(match, "who"), owner, None, match.end())
    for match in WENT.finditer(text, span.start, span.end):
        yield Telling(match.start(), party_of(match, "who"), party_of(match, "to"))
    for match in REPORTED_BY.finditer(text, span.start, span.end):
        word = {"his": "he", "her": "she"}.get(match["whose"].lower(), "they")
        yield Telling(match.start(), Party(word, Span(match.start(), match.start() + 3)), party_of(match, "to"))
    for match in KNOWN_FROM.finditer(text, span.start, span.end):
        taker, paper = of_maker(party_of(match, "to"))
        yield Telling(match.start(), party_of(match, "who"), taker, None, None, paper)
    for match in TAKEN.finditer(text, span.start, span.end):
        giver, taker = Party(match["who"], Span(match.start("who"), match.end("who"))), party_of(match, "to")
        if giver.usable and taker.usable:
            yield Telling(match.start(), giver, taker)


def _had_seen(text: str, span: Span) -> Iterator[Telling]:
    """Yield who had seen or heard it, as another tells: "according to X, a clerk had seen the book"."""
    for match in HAD_SEEN.finditer(text, span.start, span.end):
        giver = party_of(match, "who")
        if giver.usable:
            yield Telling(match.start("who"), giver, None, None, match.end())


def _accounts(text: str, span: Span) -> Iterator[Telling]:
    """Yield "according to X" and "the Mail quoted X as saying"."""
    for match in ACCORDING.finditer(text, span.start, span.end):
        giver, paper = of_maker(party_of(match, "who"))
        if giver.usable or giver.pronoun:
            yield Telling(match.start(), giver, None, paper, match.end())
    for match in IS_SAID.finditer(text, span.start, span.end):
        said = subject_before(text, span, match.start())
        if said is not None:
            yield Telling(match.start(), said, None, None, match.end())
    for match in QUOTED_AS.finditer(text, span.start, span.end):
        taker, giver = subject_before(text, span, match.start()), party_of(match, "who")
        if taker is not None and giver.usable:
            yield Telling(match.start(), giver, taker, None, match.end())


def _asked(text: str, span: Span) -> Iterator[Telling]:
    """Yield who was interviewed by whom."""
    for match in INTERVIEWED.finditer(text, span.start, span.end):
        giver = subject_before(text, span, match.start())
        if giver is not None:
            yield Telling(match.start(), giver, party_of(match, "who" if match["who"] else "with"), None, match.end())


def _noted(text: str, span: Span) -> Iterator[Telling]:
    """Yield papers that bring words without a verb: "a note by X to the effect that", "a letter that X had sent to Y"."""
    for match in NOTE_BY.finditer(text, span.start, span.end):
        giver = party_of(match, "who")
        if giver.usable:
            paper = Party(match["paper"], Span(match.start("paper"), match.end("paper")))
            yield Telling(match.start(), giver, None, paper, match.end())
    for pattern in (PRINTED, READ_OUT):
        for match in pattern.finditer(text, span.start, span.end):
            reader = subject_before(text, span, match.start())
            if reader is not None:
                yield Telling(match.start(), reader, None, party_of(match, "paper"), match.end())
    for match in SENT.finditer(text, span.start, span.end):
        yield Telling(match.start(), party_of(match, "who"), party_of(match, "to"), party_of(match, "paper"), None)


def _cited(text: str, span: Span) -> Iterator[Telling]:
    """Yield which author cites or copies which."""
    for match in CITES.finditer(text, span.start, span.end):
        whole = party_of(match, "who")
        giver, paper = of_maker(whole)
        taker = subject_before(text, span, match.start())
        if taker is not None and giver.pronoun:
            yield Telling(match.start(), giver, taker)
        elif taker is not None and giver.usable and (is_named(giver) or (paper and "follow" not in match.group())):
            yield Telling(match.start(), giver, taker, paper)
