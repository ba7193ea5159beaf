"""Frames: what a verb of telling makes of the parties around it, by its kind, its voice and where they stand.

A verb is looked up, its subject sought before it, its object and the parties behind "to", "from" and "by" after it, within
its clause. In the passive the parts are changed. A description is believed only where its word is one for a person, people,
a body or a paper. The work is one pass over the verbs; every look around one is bounded.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, cached_property

from valla.model.anchors import Span
from valla.stemma.folk import FOLK, is_somebody, may_be_somebody
from valla.stemma.parties import NAME, PARTY, Party, is_named
from valla.stemma.patterns import SUBJECT


class Kind(StrEnum):
    """What a verb says of who gives and who takes."""

    TELL = "tell"  # the subject gives to the object
    SAY = "say"  # the subject gives to whoever stands behind "to"
    HAVE = "have"  # the subject takes from whoever stands behind "from"
    HEAR = "hear"  # the same, whatever it is that is heard
    REPEAT = "repeat"  # the subject takes what the object has
    ASK = "ask"  # the subject asks the object, and so takes
    PRINT = "print"  # as REPEAT in the passive; in the active the object is a thing


_WORDS: Mapping[Kind, str] = {
    Kind.TELL: "told tells tell assured assures informed informs notified notifies warned warns advised",
    Kind.SAY: """said says wrote writes reported reports confided complained confessed admitted remarked mentioned repeated
        repeats related relates recounted whispered dictated explained described boasted bragged swore testified cabled wired
        telegraphed telephoned communicated revealed disclosed stated declared conceded acknowledged intimated hinted passed
        spoke showed shown""",
    Kind.HAVE: "had has have took takes got gets",
    Kind.HEAR: "heard hears learned learnt learns received obtained derived derives gathered",
    Kind.REPEAT: """quotes quoted cites cited copied copies copy reprinted reprints reproduced reproduces translated
        translates transcribed transcribes follows followed repeated repeats paraphrased paraphrases echoed echoes
        summarised summarized""",
    Kind.ASK: "interviewed interviews questioned visited traced approached",
    Kind.PRINT: "printed published edited recorded preserved extracted collected reported told given retold",
}
KINDS: Mapping[str, tuple[Kind, ...]] = {
    word: tuple(kind for kind, words in _WORDS.items() if word in words.split())
    for word in sorted({word for words in _WORDS.values() for word in words.split()})
}
_ASIDE = r"(?:(?:also|later|once|then|first|only|never|afterwards|all|since|[a-z]{2,14}ly) ){0,2}"
VERB = re.compile(
    rf"(?<![\w’'-])(?P<be>(?:been|being|was|were|is|are|be) {_ASIDE})?"
    rf"(?P<verb>{'|'.join(sorted(KINDS, key=lambda one: (-len(one), one)))})(?![\w’'-])"
)
_END = re.compile(
    r"[;:“”\"!?()\[\]~]|(?<!\bMr)(?<!\bDr)(?<!\bSt)(?<!\bMrs)(?<!\bRev)(?<!\b[A-Z])\.(?=\s|$)|(?<=\s)(?:that|who|which|but|while|when)(?=\s)"
    r"|,? and (?=(?:the [\w’' -]{2,30}|[A-Z]\w+|he|she|they|we|I) [a-z]+(?:ed|d|s|t)\b)"
)
_FAR = 160
"""Code points behind a verb in which its parties are sought."""
_PRONOUN = re.compile(r"(?:(?:this|the said) (?:examinate|examinant|deponent|declarant|affiant)|him|her|them|me|us|he|she|they|I|we)\b(?! [a-z]*(?:mother|father|brother|sister|husband|wife))")
_THING = re.compile(
    r" (?:(?:it|this|that|them|the same|as much|so|these things|all)(?: (?:only|all|straight|directly|at first hand))?,?"
    r"|(?:the|his|her|its|their|this|that|all) (?:whole )?(?:story|tale|information|account|news|report|word|phrase|sentence|letter|passage)s?),?(?= )"
)
_BESIDE = re.compile(
    rf", (?:the (?:(?!of )[a-z-]+ ){{0,2}}|whom (?:I|we|he|she) calls? |(?:known as|called|named) )?(?P<name>{NAME})(?=[,.;:) ]|$)"
)
_SAYINGS = "account story version words remark statement evidence tale testimony confession report letter diary journal memoir memoirs"
_OWNED = re.compile(
    rf"(?P<owner>[Hh]is|[Hh]er|[Tt]heir|.{{2,60}}?(?:[’']s|(?<=s)[’']))(?: [a-z-]{{3,14}}){{0,2}} (?:{'|'.join(_SAYINGS.split())})$"
)
_OF = re.compile(rf"(?:{'|'.join(_SAYINGS.split())}) (?:of|by) (?P<owner>.{{2,60}})$")
NAME_OF = re.compile(rf"(?:^|(?<=[\s(“\"‘]))(?P<who>{NAME}) (?:of|from|at|in) $")
_BARE = re.compile(r"(?:^|[\s(“\"])(?P<who>[^.;:“”\"]{3,60}?)(?: (?:had|has|have|also|later|then|there|once|themselves|[a-z]{2,14}ly)){0,3} $")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Who gave it to whom, where the verb stands, and where what was told begins."""

    at: int
    giver: Party
    taker: Party
    inner: int | None = None
    asked: bool = False
    verb: re.Match[str]

    @property
    def active(self) -> bool:
        """Tell whether the verb is in the active."""
        return self.verb["be"] is None


@dataclass(frozen=True)
class Clause:
    """A verb of telling with the words around it."""

    text: str
    span: Span
    verb: re.Match[str]

    @property
    def passive(self) -> bool:
        """Tell whether the verb is in the passive."""
        return self.verb["be"] is not None

    @cached_property
    def end(self) -> int:
        """Where the clause ends."""
        last = min(self.span.end, self.verb.end() + _FAR)
        found = _END.search(self.text, self.verb.end(), last)
        return found.start() if found else last

    @cached_property
    def subject(self) -> Party | None:
        """Who stands before the verb, and is believed to be somebody or a paper."""
        first = max(self.span.start, self.verb.start() - 200)
        return subject_of(self.text, first, self.verb.start())

    @cached_property
    def object(self) -> Party | None:
        """Who stands right behind the verb."""
        return party_at(self.text, self.verb.end() + 1, self.end)

    def behind(self, word: str, start: int | None = None) -> Party | None:
        """Return the first party behind a word, within the clause."""
        for found in _behind(word).finditer(self.text, start or self.verb.end(), self.end):
            party = party_at(self.text, found.end(), self.end)
            if party is not None:
                return party
        return None


@cache
def _behind(word: str) -> re.Pattern[str]:
    """Return the pattern of a small word with a blank behind it."""
    return re.compile(rf"(?<=\s)(?:{word}) ")


@cache
def _party() -> re.Pattern[str]:
    """Return the pattern of a party; it is long, and compiled when it is first asked for."""
    return re.compile(PARTY)


def party_at(text: str, at: int, end: int) -> Party | None:
    """Return the party that stands at a place, with the name beside it; None where nobody stands there."""
    pronoun = _PRONOUN.match(text, at, end)
    if pronoun:
        return Party(pronoun.group(), Span(at, pronoun.end()))
    for pattern in (_party(), FOLK):
        found = pattern.match(text, at, end)
        if found:
            party = believed(with_beside(Party(found.group(), Span(at, found.end())).trimmed(), text, end))
            if party is not None:
                return party
    return None


def subject_of(text: str, start: int, end: int) -> Party | None:
    """Return who stands right before a place, adverbs and what stands between commas apart."""
    window = text[start:end]
    found = SUBJECT.search(f"{window.rstrip(', ')} ")
    if found:
        named_of = NAME_OF.search(window, 0, found.start("who"))
        first = named_of.start("who") if named_of else found.start("who")
        words = named_of["who"] if named_of else found["who"]
        party = Party(words, Span(start + first, start + first + len(words))).trimmed()
        named = _BESIDE.match(found["beside"] or "") if not is_named(party) else None
        known = believed(replace(party, said_of=named["name"]) if named else party)
        if known is not None:
            return known
    bare = _BARE.search(window)
    crowd = [one for one in FOLK.finditer(window, max(0, bare.start("who")))] if bare else []
    if crowd and bare and crowd[-1].end() == bare.end("who"):
        return Party(crowd[-1].group(), Span(start + crowd[-1].start(), start + crowd[-1].end()))
    return None


def with_beside(party: Party, text: str, end: int) -> Party:
    """Return a party with the name that stands beside its description: "the Board's historian, Jean Affleck"."""
    beside = _BESIDE.match(text, party.at.end, end) if not proper(party) and not is_named(party) else None
    return replace(party, said_of=beside["name"]) if beside else party


def believed(party: Party) -> Party | None:
    """Return a party that can tell something: a pronoun, a name, a paper, or a word for people; None for any other.

    A description that has run on into a verb is cut back to the last word that is somebody's.
    """
    words = party.words.split(" ")
    if party.pronoun:
        return party
    if party.usable and (is_named(party) or party.paper or proper(party) or is_somebody(party.head) or is_owned(words)):
        return party
    for last in range(len(words) - 1, 1, -1):
        if not words[last][:1].islower():
            return None
        cut = " ".join(words[:last])
        shorter = replace(party, words=cut, at=Span(party.at.start, party.at.start + len(cut)))
        if shorter.usable and is_somebody(words[last - 1]):
            return shorter
    return None


def is_owned(words: Sequence[str]) -> bool:
    """Tell whether words are somebody's own ("her coach"), or a description with a name ("our man Peter Lamb")."""
    named = len(words) > 2 and words[-1][:1].isupper() and any(word[:1].islower() for word in words[1:-1])  # noqa: PLR2004
    own = len(words) > 1 and words[0].casefold() in {"his", "her", "my", "our", "their"} and may_be_somebody(words[-1])
    return named or own


def proper(party: Party) -> bool:
    """Tell whether a party is a name with an article: "the Leader"."""
    words = party.words.split(" ")
    return len(words) > 1 and words[0].casefold() == "the" and all(word[:1].isupper() for word in words[1:])


def owner_of(party: Party) -> Party:
    """Return whose words or paper a party is: of "his words" he, of "Poole's account" Poole; else the party itself."""
    found = _OWNED.match(party.words) or _OF.search(party.words)
    if found is None:
        return party
    word = found["owner"].removesuffix("’s").removesuffix("'s").rstrip("’'")
    word = {"his": "he", "her": "she", "their": "they"}.get(word.casefold(), word)
    at = Span(party.at.start + found.start("owner"), party.at.start + found.end("owner"))
    return believed(Party(word, at).trimmed()) or party


def steps_in(text: str, span: Span) -> Iterator[Step]:
    """Yield what each verb of telling says, in the order of the verbs."""
    for verb in VERB.finditer(text, span.start, span.end):
        clause = Clause(text, span, verb)
        for kind in KINDS[verb["verb"]]:
            yield from _WAYS[kind](clause)


def _step(clause: Clause, giver: Party | None, taker: Party | None, *, inner: bool = False, asked: bool = False) -> Iterator[Step]:
    """Yield a step where both its parties are there and are not one."""
    if giver is not None and taker is not None and giver.words.casefold() != taker.words.casefold():
        start = max(clause.verb.end(), min(clause.end, max(giver.at.end, taker.at.end)))
        yield Step(
            at=clause.verb.start(),
            giver=giver,
            taker=taker,
            inner=start if inner else None,
            asked=asked,
            verb=clause.verb,
        )


def _tell(clause: Clause) -> Iterator[Step]:
    """Yield the step of "X told Y" and of "Y was told by X"."""
    if clause.passive:
        yield from _step(clause, clause.behind("by"), clause.subject, inner=True)
    else:
        taker = clause.object or (clause.behind("to") if _THING.match(clause.text, clause.verb.end()) else None)
        yield from _step(clause, clause.subject, taker, inner=True)


def _say(clause: Clause) -> Iterator[Step]:
    """Yield the step of "X confessed it to Y"."""
    if not clause.passive:
        yield from _step(clause, clause.subject, clause.behind("to|with|before"), inner=True)


def _have(clause: Clause) -> Iterator[Step]:
    """Yield the step of "Y had it from X"."""
    thing = _THING.match(clause.text, clause.verb.end()) or re.match(" from ", clause.text[clause.verb.end() :][:6])
    if thing and not clause.passive:
        yield from _step(clause, clause.behind("from|through"), clause.subject)


def _hear(clause: Clause) -> Iterator[Step]:
    """Yield the step of "Y had learned from X"."""
    if not clause.passive:
        yield from _step(clause, clause.behind("from|through"), clause.subject)


def _repeat(clause: Clause) -> Iterator[Step]:
    """Yield the step of "Y quotes X" and of "X is quoted by Y"."""
    if clause.passive and clause.subject is not None:
        yield from _step(clause, owner_of(clause.subject), clause.behind("by"))
    elif clause.object is not None and not clause.object.pronoun:
        yield from _step(clause, owner_of(clause.object), clause.subject)


def _ask(clause: Clause) -> Iterator[Step]:
    """Yield the step of "Y questioned X", who gave his answer."""
    if clause.passive:
        yield from _step(clause, clause.subject, clause.behind("by"), inner=True, asked=True)
    else:
        yield from _step(clause, clause.object, clause.subject, inner=True, asked=True)


def _print(clause: Clause) -> Iterator[Step]:
    """Yield the step of "X's words are printed by Y"."""
    patient = clause.subject if clause.passive else None
    giver = owner_of(patient) if patient else None
    if patient is not None and giver is not None and (patient.paper or giver is not patient):
        yield from _step(clause, giver, clause.behind("by"))


_WAYS: Mapping[Kind, Callable[[Clause], Iterator[Step]]] = {
    Kind.TELL: _tell,
    Kind.SAY: _say,
    Kind.HAVE: _have,
    Kind.HEAR: _hear,
    Kind.REPEAT: _repeat,
    Kind.ASK: _ask,
    Kind.PRINT: _print,
}
