"""Hands that the quoted words themselves state: who told it, by which record it is known, who was told on the way."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from valla.model.anchors import Span
from valla.model.witnesses import PERSONS, Hand, Role
from valla.stemma.awaited import Awaited
from valla.stemma.folk import CROWD
from valla.stemma.parties import PARTY, PRONOUNS, Party
from valla.stemma.persons import same_name
from valla.stemma.retelling import hands_to, retell
from valla.stemma.tellings import Telling, tellings_in

_NAME = r"[A-ZÀ-Þ][\w’'-]{1,30}(?: (?:[A-ZÀ-Þ][\w’'-]{1,30}|de|von|van|di|of)){0,4}"
_CLOSED = r"(?<![\w’'-])"
_SAY = r"(?:said|says|stated|declared|told|testified|swore|deposed|admitted|confessed|denied|claimed|affirmed|answered|replied|insisted|maintained|reported|remarked|wrote|observed)"
_ORDEAL = r"(?:cross-examination|examination|interrogation|trial|questioning|hearing|inquest|confrontation|deposition)"
_PAPER = r"(?:transcripts?|protocols?|minutes|court records?|trial records?|depositions?|log-?book|ledger|register|case file|dossier)"
_FOLK = rf"(?:official|officer|neighbour|servant|{'|'.join(sorted({*CROWD, *(one.title() for one in CROWD)}))})"

TOLD_ME = re.compile(
    rf"{_CLOSED}(?P<who>(?:[Tt]he )?(?:[A-ZÀ-Þ][\w’'-]+(?:ians?|ese|s|ish|ch|ns)\b )?(?:{_FOLK})(?: (?:of|in|from|at) (?:the )?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){{0,3}})?|[Tt]he [A-ZÀ-Þ][\w’'-]+s|[A-ZÀ-Þ][\w’'-]+(?:ian|ish|ese|ean|an|ch) [a-z]+(?:s|men|people))"
    r"(?: (?:had|have|also|later|once|then|often))? (?:told|assured|informed|bragged to|boasted to|confided to|said to|admitted to|complained to|whispered to) (?:me|us)\b(?! to\b)"
)
NAMED_TOLD_ME = re.compile(
    rf"{_CLOSED}(?P<who>{_NAME})(?: (?:had|has|also|later|once|then|often|himself|herself)){{0,2}} (?:told|assured|informed|confided to|said to|admitted to|wrote to) (?:me|us)\b"
)
HAD_IT_FROM = re.compile(
    rf"\b(?:[Ii] |[Ww]e )(?:had|have|heard|got|learnt|learned) (?:it|this|that|the story) from (?P<who>{_NAME})"
)
OF_HIS_MEETING = re.compile(
    rf"(?:told|informed|wrote to) (?:me|us) (?:of|about) (?:his|her|their) (?:meeting|conversation|talk|interview|dealings)s? with (?P<with>{_NAME})(?: (?:concerning|about|regarding|on) (?P<of>{_NAME}))?"
)
STORY_OF = re.compile(
    rf"told (?:me|us) (?:[\w ]{{2,20}} )?(?:that|(?:the |a )?(?:[\w]+ )?(?:story|tale|account) of) (?P<of>{_NAME})"
)
THEIR_OWN = re.compile(
    r"\bthat (?P<whose>their (?:own )?[a-z]+(?: [a-z]+)?) had (?:been the first to |first |already )?(?:discover|see|hear|learn|find|notice|observe|saw|heard|found|seen)"
)
NOTIFIED = re.compile(
    r"(?P<who>(?:[Tt]he )(?:[\w’'-]+ ){0,3}(?:governments?|ministry|embassy|police|staff|office|committee|board)) (?:notified|informed|told|warned|reported to) (?P<to>(?:the )?(?:[A-ZÀ-Þ][\w’'-]+ ?){1,3}(?:[a-z]+)?) (?:about|of|that)(?: (?P<of>[A-ZÀ-Þ][\w-]+)[’']s? (?:statements?|words|remarks|plans?|conduct))?"
)
AT_HEARING = re.compile(
    rf"{_CLOSED}(?P<who>{_NAME}),? (?:at|in|during|before|under) (?:his|her|their|the) (?P<record>(?:first |last |second |own |public |secret )?{_ORDEAL}),? {_SAY}"
)
TESTIFIED = re.compile(
    rf"{_CLOSED}(?:[Bb]oth )?(?P<who>{_NAME}(?:(?:, {_NAME})? (?:and|&) (?:(?:his|her) [a-z]+|{_NAME}))?) (?:(?:had|have|has|both|all) ){{0,2}}(?:testified|deposed|swore|sworn|confessed)(?: on oath)? (?:to (?:that|this|it|the|his|her|their|having)|that)\b"
)
IN_RECORD = re.compile(
    rf"\b(?:according to|in|from|of|read|having read|pages of) (?:the|his|her|their) (?P<record>(?:(?:trial|court|official|original|shorthand|stenographic|police) )?{_PAPER})\b"
)
THE_ACCUSED = re.compile(r"\b(?P<who>the (?:accused|defendants|prisoners|witnesses|deponents))\b")
ENTRUSTED = re.compile(
    rf"(?:(?:he|she) said,? |that |which )(?P<who>{_NAME}) had (?:entrusted|told|ordered|instructed|informed|asked|commissioned|confided|written|assured)\b"
)
DENIED = re.compile(
    rf"{_CLOSED}(?P<who>{_NAME})(?: \w+ly| very| also| then){{0,3}} (?:did not deny|denied|admitted|confessed|stated|testified|declared|claimed) (?:that|on)\b"
)
OF_MINE = re.compile(
    r"^\W{0,3}(?P<who>(?:My|Our) (?:[a-z]+ ){0,2}[a-z]+)(?: (?:himself|herself|often|once|always|had))? (?:heard|saw|witnessed|watched|overheard)\b"
)
MET_WITH = re.compile(
    rf"(?:meeting|conversation|talk|interview) with (?P<with>{_NAME})[^.]{{0,40}}\. (?:He|She) (?:{_SAY[3:-1]})\b"
)
SAYS_IT = Awaited(
    rf"\W{{0,3}}(?P<who>{PARTY}) (?:says|said|confirms|confirmed|declares|declared|swears|swore|tells me|claims|claimed)(?= (?!to\b)[a-z])"
)
IT_WAS = re.compile(r"[^.;:]{0,30}\b(?:[Ii]t was|[Tt]here was) ")
OPENING = 12
"""Code points of quoted words in which one begins whose words they give: "But Moss said that"."""
_OPENERS = frozenset(
    "The This That These Those In At On When While After Before If But And Or So As It There Here What Who However He She They "
    "We I You His Her Its Our My Although Both Not For With From By Of To Some Many All Each Every No Nobody One".split()
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words in which hands are sought, where they begin in the text, and who says them."""

    text: str
    start: int
    speaker: str | None

    def hand(self, match: re.Match[str], group: str, role: Role, reason: str) -> Hand | None:
        """Return the hand that a group of a match names; None where it names nobody, or the speaker himself."""
        name = match[group]
        if name is None:
            return None
        name = name.removesuffix("’s").removesuffix("'s").rstrip("’' ")
        opener = name.split(" ")[0]
        if (
            role is not Role.NAMELESS
            and role is not Role.RECORD
            and opener in _OPENERS
            and opener not in {"The", "Both", "My", "Our"}
        ):
            return None
        if self.speaker and role is not Role.RECORD and same_name(name, self.speaker):
            return None
        at = Span(self.start + match.start(group), self.start + match.end(group))
        return Hand(name=name, role=role, at=at, confidence=0.6, reason=reason)


def hands_inside(words: Words) -> tuple[Hand, ...]:
    """Return the hands before the speaker that his own words state, the nearest to the event first."""
    for ways in (_of_meetings, _of_tellers, _of_notices, _of_hearings, _of_orders, _of_records, _of_kin):
        hands = tuple(ways(words))
        if hands:
            return once(hands)
    return ()


def tellers_inside(words: str, span: Span, speaker: str | None, before: Sequence[Party] = ()) -> Iterator[Hand]:
    """Yield the hands before the speaker as his words tell of them: "I had it from X, who had it from Y", "my father said".

    The words are those of the span; `before` are those named before them, whom their first pronouns may mean.
    """
    text = " " * span.start + words
    rows = tellings_in(text, span)
    me = Party(speaker or "the speaker", Span(span.start, span.start))
    made = retell(text, span, rows, me, before)
    target = made.find(me)
    said = SAYS_IT.match(text, span.start, span.end) if target is None else None
    if said:
        target = made.number(me)
        made.tell(made.number(Party(said["who"], Span(said.start("who"), said.end("who")))), target)
    if target is None and rows and begins_with(rows[0], text, span):
        last = next((step for step in made.steps if step[0] == rows[0].at), None)
        if last is not None:
            target = made.number(me)
            giver = last[1] if last[2] is None else last[2]
            way = made.way(giver, made.after)
            made.tell(way[-1] if way else giver, target)
    if target is not None:
        for hand in hands_to(made, target, "the quoted words say who told it", span):
            if same_name(hand.name, me.name):
                return
            yield hand


def begins_with(row: Telling, text: str, span: Span) -> bool:
    """Tell whether quoted words begin with a telling: then the speaker has it from whoever stands last in it."""
    first = min(row.giver.at.start, row.taker.at.start) if row.taker else row.giver.at.start
    opens = first - span.start < OPENING or IT_WAS.fullmatch(text, span.start, first) is not None
    return opens and (row.inner is not None or row.taker is not None)


def _of_meetings(words: Words) -> Iterator[Hand]:
    """Yield the hands of "X told me of his meeting with Y concerning Z's plans"."""
    for match in NAMED_TOLD_ME.finditer(words.text):
        meeting = OF_HIS_MEETING.search(words.text, match.start(), match.end() + 160)
        teller = words.hand(match, "who", Role.HEARER, "the quoted words say who told it")
        if teller and meeting:
            yield from present(
                words.hand(meeting, "of", Role.MOUTH, "the quoted words tell of his words or plans"),
                words.hand(meeting, "with", Role.HEARER, "the teller had met him"),
                teller,
            )
            return


def _of_tellers(words: Words) -> Iterator[Hand]:
    """Yield who told it to the speaker: informants without a name, or a person."""
    nameless = TOLD_ME.search(words.text)
    if nameless:
        last = list(TOLD_ME.finditer(words.text))[-1]
        story = next(iter(STORY_OF.finditer(words.text)), None)
        own = THEIR_OWN.search(words.text, nameless.end(), nameless.end() + 160)
        yield from present(
            words.hand(story, "of", Role.MOUTH, "it is told of him") if story else None,
            words.hand(own, "whose", Role.NAMELESS, "they are said to have found it out") if own else None,
            words.hand(nameless, "who", Role.NAMELESS, "informants without a name"),
            words.hand(last, "who", Role.NAMELESS, "informants without a name")
            if last.start() != nameless.start()
            else None,
        )
        return
    named = NAMED_TOLD_ME.search(words.text) or HAD_IT_FROM.search(words.text)
    if named:
        yield from present(words.hand(named, "who", Role.WITNESS, "the quoted words say who told it"))


def _of_notices(words: Words) -> Iterator[Hand]:
    """Yield the hands of "the two governments notified the Board about X's statements"."""
    match = NOTIFIED.search(words.text)
    if match:
        yield from present(
            words.hand(match, "of", Role.MOUTH, "his words are told on"),
            words.hand(match, "who", Role.NAMELESS, "the quoted words say who told it on"),
            words.hand(match, "to", Role.NAMELESS, "the quoted words say who was told"),
        )


def _of_hearings(words: Words) -> Iterator[Hand]:
    """Yield a person and the hearing at which he said it."""
    match = AT_HEARING.search(words.text)
    if match:
        yield from present(
            words.hand(match, "who", Role.MOUTH, "the quoted words give what he said"),
            words.hand(match, "record", Role.RECORD, "the quoted words name the hearing"),
        )
        return
    sworn = TESTIFIED.search(words.text)
    if sworn:
        yield from present(words.hand(sworn, "who", Role.MOUTH, "the quoted words rest on this testimony"))


def _of_orders(words: Words) -> Iterator[Hand]:
    """Yield the hands of "A denied it on the ground that, he said, B had entrusted him"."""
    order = ENTRUSTED.search(words.text)
    if order:
        said = DENIED.search(words.text)
        yield from present(
            words.hand(order, "who", Role.MOUTH, "he is said to have told it"),
            words.hand(said, "who", Role.HEARER, "the quoted words give what he said") if said else None,
        )


def _of_records(words: Words) -> Iterator[Hand]:
    """Yield the record that the speaker read, and whose words it holds."""
    match = IN_RECORD.search(words.text)
    if match:
        folk = THE_ACCUSED.search(words.text)
        yield from present(
            words.hand(folk, "who", Role.MOUTH, "the record gives their words") if folk else None,
            words.hand(match, "record", Role.RECORD, "the quoted words name the record they rest on"),
        )


def _of_kin(words: Words) -> Iterator[Hand]:
    """Yield who heard or saw it in the speaker's stead: "my father heard him say"."""
    match = OF_MINE.search(words.text)
    if match:
        yield from present(words.hand(match, "who", Role.MOUTH, "the quoted words tell what he heard or saw"))


def hearer_of_meeting(words: Words) -> tuple[Hand, ...]:
    """Return to whom the one quoted in these words said it: "a meeting with X. He stated"."""
    match = MET_WITH.search(words.text)
    return tuple(present(words.hand(match, "with", Role.HEARER, "said at a meeting with him"))) if match else ()


def present(*hands: Hand | None) -> Iterator[Hand]:
    """Yield the hands that are there."""
    return (hand for hand in hands if hand is not None)


def once(hands: Sequence[Hand]) -> tuple[Hand, ...]:
    """Return each hand once, the first of two that are one: persons by their names, papers and works by their words."""
    kept: list[Hand] = []
    for hand in hands:
        if hand.name.casefold() not in PRONOUNS and not any(same_hand(hand, one) for one in kept):
            kept.append(hand)
    return tuple(kept)


def same_hand(one: Hand, other: Hand) -> bool:
    """Tell whether two hands are one."""
    if (one.role in PERSONS) is not (other.role in PERSONS):
        return False
    return same_name(one.name, other.name) if one.role in PERSONS else one.name.casefold() == other.name.casefold()
