"""Tellings: who told whom, who had it from whom, who says what, found in the author's sentences or in quoted words.

Each verb of telling is looked at by itself: its subject stands before it, whom it was told to behind it. All patterns are
bounded, so that the work grows with the length of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from valla.model.anchors import Span
from valla.stemma.parties import NAME, PAPERS, PARTY, Party, is_named
from valla.text.sentences import sentence_start

_SUBJECT = re.compile(
    rf"(?:^|(?<=[\s(“\"‘]))(?P<who>{PARTY}|[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)"
    r"(?P<beside>,? (?:who|which)\b(?:[^;:“”]{0,70},| [a-z ]{0,40})?"
    r"|(?: (?:seen|read|sent|written|kept|made|signed|printed|published) [^.;:“”,]{2,60})?,[^.;:“”,]{2,80}(?:, [^.;:“”,]{2,50})?,)?"
    r"(?: (?:had|has|have|would|will|used to|later|once|then|often|always|also|himself|herself|itself|themselves|further|"
    r"finally|first|already|too|all|both|even|since|not|only|in turn|[a-z]{2,14}ly)){0,4} $"
)
_PASSIVE = re.compile(r"\b(?:be|been|being|was|were|is|are) $")
_OBJECT = r"(?:it|this|that|them|so|the [a-z]{3,14}|his [a-z]{3,14}|her [a-z]{3,14})"
_TELL = re.compile(
    r"\b(?:told|tells|tell|assured|assures|informed|informs|warned|showed|shown|admitted to|(?:confided|whispered|complained|reported|boasted|"
    rf"bragged|mentioned|explained|said|wrote|swore|repeated|related|described|recounted|confessed|told|gave)(?: {_OBJECT})?"
    rf"(?: once)? to) (?P<to>me|us|him|them|{PARTY}|her)"
)
_GAVE = re.compile(
    rf"\b(?:gave|gives|told|repeated) (?:(?:the same|this|an|her|his|another|that|a different) (?:account|story|version|evidence|"
    rf"information|tale)(?: of [^.;:“”,]{{2,40}}?)? to (?P<to>{PARTY})|(?P<too>{PARTY}) (?:a|the|his|her|this|another|quite) "
    r"(?:[a-z]+ ){0,2}(?:account|story|version|picture|tale))"
)
_SAY = re.compile(
    r"\b(?:said|says|say|wrote|writes|testified|swore|noted|notes|recalled|recalls|remembered|remembers|claimed|claims|declared|"
    r"declares|stated|states|denied|denies|admitted|admits|insisted|insists|maintained|maintains|recorded|records|remarked|"
    r"reported|reports|affirmed|deposed|answered|replied|observed|concluded|concludes|warns|reads|ran|runs|found|confirmed|"
    r"confirms|explained|explains|relates|related|adds|added|confessed|mentions|gave evidence|gives evidence|made oath|believed)"
    r"(?: (?:of|to|as|only))?(?P<gap>,? (?:in|at|on|to|before|under|of|after|by|from|during|for|with) [^.;:“”]{2,60}?)?"
    r",?(?: (?P<that>that|how)\b|:? ?(?=[“\"‘])|: )"
)
_HOLDS = re.compile(
    r"\b(?:has|have|gives|shows?|contains?|mentions|stands?|runs|reads)(?: [^.;:“”]{2,50}?)?:? ?(?=[“\"‘])"
)
_COMPLAINED = re.compile(r"\b(?:complained|spoke|boasted|bragged) (?:of|about)\b")
_HAD = re.compile(
    r"\b(?:had|has|have|heard|hears|got|learned|learnt|took|copied|copies|knew|knows) (?:(?:it|this|that|them|these things|what [a-z ]{3,30}|"
    r"(?:the|his|her|its|their|my|all) (?:whole )?(?:story|tale|information|account|news|report|word)s?)(?: (?:all|only|straight|directly))?"
    rf"(?:,[^,.;]{{2,24}},)? )?from (?P<who>{PARTY}|him|her|them)(?P<beside>, {NAME})?"
)
_WAS_TOLD = re.compile(
    r"\b(?:was|were|been) (?:told|assured|informed|shown)(?: (?:so|this|that|of it|of this|it|as much))?(?: [a-z ]{2,30}?)? "
    rf"by (?P<who>{PARTY}|him|her|them)(?P<beside>, {NAME})?"
)
_ON_WORD = re.compile(
    rf"\b(?:from the (?:mouth|lips)|on the (?:word|authority|testimony)|by the account) of (?P<who>{PARTY})"
)
_TAKEN = re.compile(
    rf"\b(?:taken down|collected|recorded|noted down|written down)(?: in \d{{4}}| later)? by (?P<to>{PARTY})(?P<beside>, {NAME})?,?"
    rf"(?: in \d{{4}},?)?(?: (?:from|(?:and |which )?was told by) (?P<who>{PARTY}))"
)
_QUOTED_AS = re.compile(rf"\bquot(?:es|ed) (?P<who>{PARTY}) as (?:saying|having said)\b")
_ACCORDING = re.compile(rf"\b[Aa]ccording to (?P<who>{PARTY})(?P<beside>,[^.;:“”,]{{2,60}}(?=,))?,?")
_INTERVIEWED = re.compile(
    r"\b(?:interviewed|questioned|traced|asked)(?: (?:in|about|of|on) [^.;,]{3,30}?| again)?(?: [a-z ]{3,24} later)? "
    rf"by (?P<who>{PARTY})(?P<beside>, {NAME})?|,? in (?:an|his|her) (?:[a-z]+ )?interview with (?P<with>{NAME})"
)
_MADE_BY = re.compile(
    rf",? (?:which was |who was |that was )?(?:kept|sent|written|made|signed|dictated|drawn up) by (?P<who>{PARTY})(?P<beside>, {NAME})?"
)
_NOTE_BY = re.compile(
    rf"\b(?P<paper>(?:[Aa]n?|[Tt]he|[Oo]ne|[Hh]is|[Hh]er|[\w-]+[’']s) (?:[a-z][\w-]{{1,16}} ){{0,2}}(?:{'|'.join(PAPERS)})(?: book)?)"
    rf"(?:,? (?:made|kept|written|sent|signed|drawn up))? by (?P<who>{PARTY})(?P<beside>, {NAME})?[^.;:“”]{{0,60}}?(?=: ?$|: [“\"‘]|:? ?[“\"‘]| that\b)"
)
_SENT = re.compile(
    r"\b(?P<paper>[Aa]n? (?:[a-z]+ ){0,2}(?:letter|telegram|note|postcard|report|memo|dispatch)) (?:that |which )?"
    rf"(?P<who>{PARTY}) (?:himself |herself )?(?:had |has )?(?:sent|written|wrote|addressed) to (?P<to>{PARTY})"
)
_CITES = re.compile(
    r"(?: \(\d{4}\))? (?:(?:only|simply|in turn|merely|all) ){0,2}(?:cites?|cited|copied|copies|follows|followed|repeats|transcribes|reproduces|"
    rf"relies on|relied on|draws on|drew on|depends on) (?:only )?(?P<who>{PARTY})(?! [a-z]+ing)"
)
_HOLDING = "|".join(sorted({*PAPERS} - {"interview", "file", "files"}))
_HELD_IN = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Oo]n|[Uu]nder|[Dd]uring|[Bb]efore) (?P<record>(?:his|her|their|its|the|an?|that|this|another) "
    rf"(?:[a-z][\w’'-]{{1,20}} ){{0,3}}(?:{_HOLDING})(?: book)?\b(?! (?:room|itself))|(?:his|her|their) [A-ZÀ-Þ]\w+(?: of the [A-ZÀ-Þ]\w+)?)"
    rf"(?P<more> (?:to|of|with|by|before) {PARTY})?"
)
_IN_WHOSE = re.compile(rf", in whose (?P<paper>(?:[a-z]+ ){{0,2}}(?:{_HOLDING}))")
_WITH = re.compile(rf" in conversation with (?P<to>{PARTY})")
_COPIED = re.compile(
    rf"\b(?:copy|copied|transcript|transcribed|transcription|translation|translated|printed|edited)(?: made)? by (?P<to>{PARTY})"
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
    kept: Party | None = None  # the paper of the taker


def tellings_in(text: str, span: Span) -> tuple[Telling, ...]:
    """Return the tellings of a stretch in the order in which they stand."""
    ways = (_told, _said, _had, _from_word, _accounts, _asked, _noted, _cited)
    made: dict[tuple[int, int], Telling] = {}
    for row in chain.from_iterable(way(text, span) for way in ways):
        made.setdefault((row.at, row.giver.at.start), row)  # of two readings of one verb the first, which has more
    return tuple(sorted(made.values(), key=lambda row: (row.at, row.giver.at)))[:_FOLLOWED]


def _told(text: str, span: Span) -> Iterator[Telling]:
    """Yield who told whom."""
    for pattern in (_TELL, _GAVE):
        for match in pattern.finditer(text, span.start, span.end):
            giver = subject_before(text, span, match.start())
            taker = told_to(match)
            if giver is not None and (taker.usable or taker.pronoun):
                kept = _IN_WHOSE.match(text, match.end())
                book = party_of(kept, "paper") if kept else None
                yield Telling(match.start(), giver, taker, held_in(text, span, match), match.end(), book)


def _said(text: str, span: Span) -> Iterator[Telling]:
    """Yield who says something, by what paper; in whose paper something stands."""
    for pattern in (_SAY, _COMPLAINED, _HOLDS):
        for match in pattern.finditer(text, span.start, span.end):
            giver = subject_before(text, span, match.start())
            if giver is not None and (giver.paper or pattern is not _HOLDS):
                told = _WITH.search(match.group()) or (
                    giver.paper and _COPIED.search(text, giver.at.end, match.start())
                )
                giver, paper = made_by(text, giver, match.start())
                taker = party_of(told, "to") if told else None
                yield Telling(match.start(), giver, taker, paper or held_in(text, span, match), match.end())


def told_to(match: re.Match[str]) -> Party:
    """Return to whom something was told; "her" by itself where what stands behind it is no person ("told her years later")."""
    party = party_of(match, "to" if match["to"] else "too")
    if not party.usable and party.words.startswith("her "):
        return Party("her", Span(party.at.start, party.at.start + 3))
    return party


def made_by(text: str, giver: Party, verb: int) -> tuple[Party, Party | None]:
    """Return the giver of a saying and his paper; where a paper says it, its maker is the giver if the words name him."""
    if not giver.paper:
        return giver, None
    made = _MADE_BY.search(text, giver.at.end, verb)
    return (party_of(made, "who"), giver) if made else of_maker(giver)


def of_maker(party: Party) -> tuple[Party, Party | None]:
    """Return who made a paper, and the paper, where its name says so ("the report of the Board"); else the party alone."""
    if not party.paper:
        return party, None
    made = re.search(rf" (?:of|by) ({PARTY})$", party.words) or re.match(r"([A-ZÀ-Þ][\w -]{1,40})[’']s ", party.words)
    if made:
        return Party(made[1], Span(party.at.start + made.start(1), party.at.start + made.end(1))), party
    return (Party("he", party.at), party) if party.words.casefold().startswith(("his ", "her ")) else (party, None)


def subject_before(text: str, span: Span, end: int) -> Party | None:
    """Return who does what the verb at a place says."""
    start = max(span.start, end - 200)
    window = text[start:end]
    match = _SUBJECT.search(f"{window.removesuffix(' ')} ") or _SUBJECT.search(f"{window.rstrip(', ')} ")
    if match is None or _PASSIVE.search(match.group()):
        return None
    party = Party(match["who"], Span(start + match.start("who"), start + match.end("who"))).trimmed()
    party = with_name(party, match["beside"] or "")
    return party if party.pronoun or party.usable else None


def party_of(match: re.Match[str], group: str) -> Party:
    """Return the party that a group of a match names, with the name beside it."""
    beside = match.groupdict().get("beside") or ""
    party = Party(match[group].rstrip("’'"), Span(match.start(group), match.end(group))).trimmed()
    return with_name(party, beside)


def with_name(party: Party, beside: str) -> Party:
    """Return a party with the name that stands beside its description: "the bosun, Henrik Saar,"."""
    named = _BESIDE.match(beside) if not is_named(party) else None
    return replace(party, said_of=named[1]) if named else party


_BESIDE = re.compile(rf", (?:the )?({NAME})(?:,|$)")


def held_in(text: str, span: Span, verb: re.Match[str]) -> Party | None:
    """Return the paper or the hearing in which something is said: named behind the verb, or before it in its clause."""
    first = max(span.start, verb.start() - 160)
    before = re.split(r"[“”]|\bthat\b|[.;:] ", text[first : verb.start()])[-1]
    for start, end in ((verb.start(), verb.end() + 40), (verb.start() - len(before), verb.start())):
        match = _HELD_IN.search(text, start, end)
        if match and not re.search(r"[.;:“”]", text[verb.end() : match.start()]):
            return Party(match["record"] + (match["more"] or ""), Span(match.start("record"), match.end()))
    return None


def _had(text: str, span: Span) -> Iterator[Telling]:
    """Yield who had it from whom."""
    for pattern in (_HAD, _WAS_TOLD):
        for match in pattern.finditer(text, span.start, span.end):
            taker, giver = subject_before(text, span, match.start()), party_of(match, "who")
            if taker is not None and (giver.usable or giver.pronoun):
                yield Telling(match.start(), giver, taker)


def _from_word(text: str, span: Span) -> Iterator[Telling]:
    """Yield on whose word somebody tells it, and who took it down from whom."""
    for match in _ON_WORD.finditer(text, span.start, span.end):
        first = max(span.start, sentence_start(text, match.start()))
        taker, giver = opening_party(text, first, match.start()), party_of(match, "who")
        if taker is not None and giver.usable:
            yield Telling(match.start(), giver, taker)
    for match in _TAKEN.finditer(text, span.start, span.end):
        giver, taker = Party(match["who"], Span(match.start("who"), match.end("who"))), party_of(match, "to")
        if giver.usable and taker.usable:
            yield Telling(match.start(), giver, taker)


def opening_party(text: str, start: int, end: int) -> Party | None:
    """Return the party with which a sentence begins, where that is before a place."""
    match = _OPENING.match(text, start)
    if match is None or match.end() > end:
        return None
    party = with_name(Party(match["who"], Span(match.start("who"), match.end("who"))), match["beside"] or "")
    return party if party.usable else None


_OPENING = re.compile(rf"\s*(?:(?:But|And|Yet|Now|Then) )?(?P<who>{PARTY})\b(?P<beside>,[^.;:“”,]{{2,60}},)?")


def _accounts(text: str, span: Span) -> Iterator[Telling]:
    """Yield "according to X" and "the Mail quoted X as saying"."""
    for match in _ACCORDING.finditer(text, span.start, span.end):
        giver, paper = of_maker(party_of(match, "who"))
        if giver.usable or giver.pronoun:
            yield Telling(match.start(), giver, None, paper, match.end())
    for match in _QUOTED_AS.finditer(text, span.start, span.end):
        taker, giver = subject_before(text, span, match.start()), party_of(match, "who")
        if taker is not None and giver.usable:
            yield Telling(match.start(), giver, taker, None, match.end())


def _asked(text: str, span: Span) -> Iterator[Telling]:
    """Yield who was interviewed by whom."""
    for match in _INTERVIEWED.finditer(text, span.start, span.end):
        giver = subject_before(text, span, match.start())
        if giver is not None:
            yield Telling(match.start(), giver, party_of(match, "who" if match["who"] else "with"), None, match.end())


def _noted(text: str, span: Span) -> Iterator[Telling]:
    """Yield papers that bring words without a verb: "a note by X to the effect that", "a letter that X had sent to Y"."""
    for match in _NOTE_BY.finditer(text, span.start, span.end):
        giver = party_of(match, "who")
        if giver.usable:
            paper = Party(match["paper"], Span(match.start("paper"), match.end("paper")))
            yield Telling(match.start(), giver, None, paper, match.end())
    for match in _SENT.finditer(text, span.start, span.end):
        yield Telling(match.start(), party_of(match, "who"), party_of(match, "to"), party_of(match, "paper"), None)


def _cited(text: str, span: Span) -> Iterator[Telling]:
    """Yield which author cites or copies which."""
    for match in _CITES.finditer(text, span.start, span.end):
        whole = party_of(match, "who")
        giver, paper = of_maker(whole)
        taker = subject_before(text, span, match.start())
        if taker is not None and giver.usable and (is_named(giver) or (paper and "follow" not in match.group())):
            yield Telling(match.start(), giver, taker, paper)
