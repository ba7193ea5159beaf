"""Tellings: who told whom, who had it from whom, who says what, found in the author's sentences or in quoted words.

Each verb of telling is looked at by itself: its subject stands before it, whom it was told to behind it. All patterns are
bounded, so that the work grows with the length of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from valla.model.anchors import Span
from valla.stemma.parties import NAME, PAPERS, PARTY, Party

_MIDST = r"(?: (?:had|has|have|would|will|used to|later|once|then|often|always|also|himself|herself|itself|themselves|further|finally|first|already|too|all|both|even|[a-z]{2,14}ly)){0,4}"
_SUBJECT = re.compile(
    rf"(?:^|(?<=[\s(“\"‘]))(?P<who>{PARTY}|[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)(?P<beside>,? (?:who|which)\b(?:[^;:“”]{{0,70}},| [a-z ]{{0,40}})?|(?: (?:seen|read|sent|written|kept|made|signed|printed|published) [^.;:“”,]{{2,60}})?,[^.;:“”,]{{2,80}}(?:, [^.;:“”,]{{2,50}})?,)?{_MIDST} $"
)
_TELL = re.compile(
    rf"\b(?:told|tells|tell|assured|assures|informed|informs|warned|(?:confided|whispered|complained|reported|boasted|bragged|admitted|mentioned|explained|said|wrote|swore) (?:once )?to) (?P<to>me|us|him|her|them|{PARTY})"
)
_SAY = re.compile(
    r"\b(?:said|says|say|wrote|writes|testified|swore|noted|notes|recalled|recalls|remembered|remembers|claimed|claims|declared|"
    r"declares|stated|states|denied|denies|admitted|admits|insisted|insists|maintained|maintains|recorded|records|remarked|"
    r"reported|reports|affirmed|deposed|answered|replied|observed|concluded|concludes|warns|reads|ran|runs|found|confirmed|confirms)"
    r"(?: (?:of|to|as|only))?(?P<gap>,? (?:in|at|on|to|before|under|of|after|by|from|during|for|with) [^.;:“”]{2,60}?)?,?(?: (?P<that>that|how)\b|:? ?(?=[“\"‘])|: )"
)
_COMPLAINED = re.compile(r"\b(?:complained|spoke|boasted|bragged) (?:of|about)\b")
_HAD = re.compile(
    rf"\b(?:had|has|have|heard|got|learned|learnt|took|copied|copies) (?:(?:it|this|that|them|these things|what [a-z ]{{3,30}}|(?:the|his|her|its|their|my|all) (?:whole )?(?:story|tale|information|account|news|report))(?: all)?(?:,? (?:he|she) sa(?:id|ys),)? )?from (?P<who>{PARTY}|him|her|them)(?P<beside>, {NAME})?"
)
_WAS_TOLD = re.compile(
    rf"\b(?:was|were|been) (?:told|assured|informed)(?: (?:so|this|that|of it|of this|it|as much))?(?: [a-z ]{{2,30}}?)? by (?P<who>{PARTY}|him|her|them)(?P<beside>, {NAME})?"
)
_ACCORDING = re.compile(rf"\b[Aa]ccording to (?P<who>{PARTY})(?P<beside>,[^.;:“”,]{{2,60}}(?=,))?,?")
_INTERVIEWED = re.compile(rf"\b(?:interviewed|questioned|traced|asked)(?: in [^.;,]{{3,30}}| again)? by (?P<who>{PARTY})(?P<beside>, {NAME})?|\b[Ii]nterview with (?P<with>{NAME})")
_MADE_BY = re.compile(rf",? (?:which was |who was |that was )?(?:kept|sent|written|made|signed|dictated) by (?P<who>{PARTY})")
_SENT = re.compile(
    rf"\b(?P<paper>[Aa]n? (?:[a-z]+ ){{0,2}}(?:letter|telegram|note|postcard|report|memo|dispatch)) (?:that |which )?(?P<who>{PARTY}) (?:himself |herself )?(?:had |has )?(?:sent|written|wrote|addressed) to (?P<to>{PARTY})"
)
_GAVE = re.compile(rf"\b(?:gave|gives|told|repeated) (?:the same|this|an|her|his|another|that|a different) (?:account|story|version|evidence|information|tale)(?: of [^.;:“”,]{{2,40}}?)? to (?P<to>{PARTY})")
_CITES = re.compile(rf"(?P<taker>{NAME})(?: \(\d{{4}}\))?(?: (?:only|simply|in turn|merely|all)){{0,2}} (?:cites?|copied|copies|follows|repeats) (?:only )?(?P<giver>{PARTY})(?! [a-z]+ing)")
_HELD_IN = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Oo]n|[Uu]nder|[Dd]uring|[Bb]efore) (?P<record>(?:his|her|their|its|the|an?|that|this|another) (?:[a-z][\w’'-]{{1,20}} ){{0,3}}(?:{'|'.join(PAPERS)})(?: book)?)\b(?! (?:room|itself))(?P<more> (?:to|of|with|by|before) {PARTY})?"
)
ME = frozenset({"i", "me", "we", "us", "my"})
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


def tellings_in(text: str, span: Span) -> tuple[Telling, ...]:
    """Return the tellings of a stretch in the order in which they stand."""
    made = [*_spoken(text, span), *_had(text, span), *_by_account(text, span), *_cited(text, span)]
    return tuple(sorted(made, key=lambda row: (row.at, row.giver.at)))[:_FOLLOWED]


def of_maker(party: Party) -> tuple[Party, Party | None]:
    """Return who made a paper, and the paper, where its name says so ("the report of the Board"); else the party alone."""
    made = re.search(rf" of ({PARTY})$", party.words) if party.paper else None
    if made is None:
        return party, None
    return Party(made[1], Span(party.at.start + made.start(1), party.at.end)), party


def _spoken(text: str, span: Span) -> Iterator[Telling]:
    """Yield who told whom, and who says something."""
    taken: set[int] = set()
    for match in (*_TELL.finditer(text, span.start, span.end), *_GAVE.finditer(text, span.start, span.end)):
        giver, taker = subject_before(text, span, match.start()), party_of(match, "to")
        if giver is not None and (taker.usable or taker.pronoun):
            taken.add(match.start())
            yield Telling(match.start(), giver, taker, held_in(text, span, match), match.end())
    for match in (*_SAY.finditer(text, span.start, span.end), *_COMPLAINED.finditer(text, span.start, span.end)):
        giver = subject_before(text, span, match.start()) if match.start() not in taken else None
        if giver is not None:
            yield Telling(match.start(), *with_maker(text, giver, match, held_in(text, span, match)), match.end())


def with_maker(
    text: str, giver: Party, verb: re.Match[str], paper: Party | None
) -> tuple[Party, Party | None, Party | None]:
    """Return giver, taker and paper of a saying; where a paper says it, its maker is the giver if the words name him."""
    if not giver.paper:
        return giver, None, paper
    made = _MADE_BY.search(text, giver.at.end, verb.start())
    return (party_of(made, "who"), None, giver) if made else (giver, None, None)


def subject_before(text: str, span: Span, end: int) -> Party | None:
    """Return who does what the verb at a place says."""
    start = max(span.start, end - 200)
    match = _SUBJECT.search(text[start:end])
    if match is None:
        return None
    party = Party(match["who"], Span(start + match.start("who"), start + match.end("who")))
    beside = re.match(rf", ({NAME})(?:,|$)", match["beside"] or "")
    party = replace(party, said_of=beside[1]) if beside and party.words[:1].islower() or beside and party.words.startswith(("The ", "A ", "His ", "Her ", "My ")) else party
    return party if party.pronoun or party.usable else None


def party_of(match: re.Match[str], group: str) -> Party:
    """Return the party that a group of a match names, with the name beside it."""
    beside = match.groupdict().get("beside")
    name = beside.removeprefix(", ") if beside and re.fullmatch(rf", {NAME}", beside) and match[group][:1].islower() else ""
    return Party(match[group].rstrip("’'"), Span(match.start(group), match.end(group)), name)


def held_in(text: str, span: Span, verb: re.Match[str]) -> Party | None:
    """Return the paper or the hearing in which something is said: named behind the verb, or before it in its clause."""
    first = max(span.start, verb.start() - 160)
    before = re.split(r"[“”]|\bthat\b|[.;:] ", text[first : verb.start()])[-1]
    for start, end in ((verb.start(), verb.end()), (verb.start() - len(before), verb.start())):
        match = _HELD_IN.search(text, start, end)
        if match:
            return Party(match["record"] + (match["more"] or ""), Span(match.start("record"), match.end()))
    return None


def _had(text: str, span: Span) -> Iterator[Telling]:
    """Yield who had it from whom."""
    for pattern in (_HAD, _WAS_TOLD):
        for match in pattern.finditer(text, span.start, span.end):
            taker, giver = subject_before(text, span, match.start()), party_of(match, "who")
            if taker is not None and (giver.usable or giver.pronoun):
                yield Telling(match.start(), giver, taker)


def _by_account(text: str, span: Span) -> Iterator[Telling]:
    """Yield "according to X" and "interviewed by X"."""
    for match in _ACCORDING.finditer(text, span.start, span.end):
        giver, paper = of_maker(party_of(match, "who"))
        if giver.usable:
            yield Telling(match.start(), giver, None, paper, match.end())
    for match in _INTERVIEWED.finditer(text, span.start, span.end):
        group = "who" if match["who"] else "with"
        giver = subject_before(text, span, match.start()) or subject_before(f"{text[: match.start()].rstrip(', ')} ", span, match.start())
        if giver is not None:
            yield Telling(match.start(), giver, party_of(match, group), None, match.end())


def _cited(text: str, span: Span) -> Iterator[Telling]:
    """Yield which author cites or copies which."""
    for match in _SENT.finditer(text, span.start, span.end):
        yield Telling(match.start(), party_of(match, "who"), party_of(match, "to"), party_of(match, "paper"), None)
    for match in _CITES.finditer(text, span.start, span.end):
        (giver, paper), taker = of_maker(party_of(match, "giver")), party_of(match, "taker")
        if giver.usable and taker.usable:
            yield Telling(match.start(), giver, taker, paper)
