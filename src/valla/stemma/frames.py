"""Frames: what a verb of telling makes of the parties around it, by its kind, its voice and where they stand.

A verb is looked up, its subject sought before it, its object and the parties behind "to", "from" and "by" after it, within
its clause. In the passive the parts are changed. The work is one pass over the verbs; every look around one is bounded.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from valla.model.anchors import Span
from valla.stemma.parties import Party
from valla.stemma.subjects import SAYINGS, owner_of, party_at, patient_of, subject_of
from valla.stemma.verbs import KINDS, VERB, Kind
from valla.text.sentences import sentence_start

_END = re.compile(
    r"[;:“”\"!?()\[\]~]|(?<!\bMr)(?<!\bDr)(?<!\bSt)(?<!\bMrs)(?<!\bRev)(?<!\bCol)(?<!\bCapt)(?<!\bGen)(?<!\b[A-Z])\.(?=\s|$)"
    r"|(?<=\s)(?:that|who|which|but|while|when|where)(?=\s)"
    r"|,? and (?=(?:the [\w’' -]{2,30}|[A-Z]\w+|he|she|they|we|I) [a-z]+(?:ed|d|s|t)\b)"
)
_FAR = 160
"""Code points behind a verb in which its parties are sought."""
_GOODS = "|".join(SAYINGS)
_THING = re.compile(
    r" (?:(?:it|this|that|them|the same|as much|so|these things|all|everything|what [a-z ]{3,40})(?: (?:only|all|straight|directly|at first hand))?,?"
    rf"|(?:the|his|her|its|their|this|that|all|an?) (?:[a-z]+ )?(?:news|copy|transcript|secret|extract|{_GOODS})s?(?: of [a-z]+(?: [a-z]+)?)?),?(?= |,)"
)
_SPEAKING = re.compile(
    r" (?:say|says|tell|saying|telling|remark|remarking|complain|complaining|swear|swearing|declare|boast|boasting|repeat|admit|admitting|confess|describe)\b"
)
_BY_NEXT = re.compile(r" (?:in \d{4},? |afterwards |later |since )?by ")
_FRONTED = re.compile(r"\s*(?:In|From|According to|By) ")
_RELATIVE = re.compile(r",? (?:which|that) $")


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
        """Tell whether the verb is in the passive, with "was" or, before "by", without."""
        return self.verb["be"] is not None or _BY_NEXT.match(self.text, self.verb.end()) is not None

    @cached_property
    def end(self) -> int:
        """Where the clause ends."""
        last = min(self.span.end, self.verb.end() + _FAR)
        found = _END.search(self.text, self.verb.end(), last)
        return found.start() if found else last

    @cached_property
    def subject(self) -> Party | None:
        """Who stands before the verb, and is believed to be somebody or a paper."""
        return subject_of(self.text, self.span.start, self.verb.start())

    @cached_property
    def patient(self) -> Party | None:
        """Whose words a verb in the passive speaks of."""
        return patient_of(self.text, self.span.start, self.verb.start())

    def sure_subject(self) -> Party | None:
        """Return who stands before the verb, where only somebody can."""
        return subject_of(self.text, self.span.start, self.verb.start(), sure=True)

    def object(self, *, sure: bool = False) -> Party | None:
        """Return who stands right behind the verb."""
        return party_at(self.text, self.verb.end() + 1, self.end, sure=sure)

    def has_thing(self) -> bool:
        """Tell whether the verb's object is a tale or a paper."""
        return _THING.match(self.text, self.verb.end()) is not None

    def behind(self, word: str, *, sure: bool = False) -> Party | None:
        """Return the first party behind a word, within the clause."""
        for found in _behind(word).finditer(self.text, self.verb.end(), self.end):
            party = party_at(self.text, found.end(), self.end, sure=sure)
            if party is not None:
                return party
        return None


@cache
def _behind(word: str) -> re.Pattern[str]:
    """Return the pattern of a small word with a blank behind it."""
    return re.compile(rf"(?<=\s)(?:{word}) ")


def steps_in(text: str, span: Span) -> Iterator[Step]:
    """Yield what each verb of telling says, in the order of the verbs; of several readings the first."""
    for verb in VERB.finditer(text, span.start, span.end):
        clause = Clause(text, span, verb)
        for kind in KINDS[verb["verb"]]:
            step = next(iter(_WAYS[kind](clause)), None)
            if step is not None:
                yield step
                break


def _step(
    clause: Clause, giver: Party | None, taker: Party | None, *, inner: bool = False, asked: bool = False
) -> Iterator[Step]:
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
        yield from _step(clause, clause.behind("by", sure=True), clause.sure_subject(), inner=True)
    else:
        taker = clause.behind("to") if clause.has_thing() else clause.object(sure=True)
        yield from _step(clause, clause.sure_subject() if taker else None, taker, inner=True)


def _say(clause: Clause) -> Iterator[Step]:
    """Yield the step of "X confessed it to Y"."""
    if not clause.passive:
        near = "to|with" if clause.verb["verb"] in {"spoke", "communicated"} else "to|before"
        taker = clause.behind(near, sure=clause.has_thing())
        if taker is not None and "," in clause.text[clause.verb.end() : taker.at.start] and not clause.has_thing():
            taker = None  # what stands behind a comma is told of in the next words, not told to
        yield from _step(clause, clause.subject if taker else None, taker, inner=True)


def _hand(clause: Clause) -> Iterator[Step]:
    """Yield the step of "X gave a copy of it to Y" and of "notes that X lent to Y"."""
    if not clause.passive and (clause.has_thing() or clause.text[clause.verb.end() :][:1] == ","):
        taker = clause.behind("to", sure=True)
        yield from _step(clause, clause.subject if taker else None, taker)


def _have(clause: Clause) -> Iterator[Step]:
    """Yield the step of "Y had it from X"."""
    if not clause.passive and (clause.has_thing() or clause.text.startswith(" from ", clause.verb.end())):
        giver = clause.behind("from|through", sure=True)
        yield from _step(clause, owner_of(giver) if giver else None, clause.sure_subject())


def _hear(clause: Clause) -> Iterator[Step]:
    """Yield the step of "Y had learned from X"."""
    if not clause.passive:
        giver = clause.behind("from|through", sure=clause.has_thing())
        yield from _step(clause, owner_of(giver) if giver else None, clause.subject if giver else None, inner=True)


def _overhear(clause: Clause) -> Iterator[Step]:
    """Yield the step of "Y remembers X saying"."""
    giver = None if clause.passive else clause.object(sure=True)
    if giver is not None and _SPEAKING.match(clause.text, giver.at.start + len(giver.words)):
        yield from _step(clause, giver, clause.subject, inner=True)


def _come(clause: Clause) -> Iterator[Step]:
    """Yield the step of "it came to Y from X", and of "the letter passed to Y": whoever had it last gives."""
    taker = clause.behind("to") or (clause.object() if clause.verb["verb"] == "reached" else None)
    giver = clause.behind("from|through|by way of", sure=True)
    if giver is None and taker is not None and taker.at.start == clause.verb.end() + 4:
        thing = clause.patient
        giver = thing if thing is not None and (thing.pronoun or thing is not clause.subject) else None
    yield from _step(clause, giver, taker)


def _repeat(clause: Clause) -> Iterator[Step]:
    """Yield the step of "Y quotes X" and of "X is quoted by Y"."""
    if clause.passive:
        subject = clause.subject
        yield from _step(clause, owner_of(subject) if subject else None, clause.behind("by"))
        return
    whom = clause.object()
    if whom is not None and not whom.pronoun:
        yield from _step(clause, owner_of(whom), clause.subject)


def _print(clause: Clause) -> Iterator[Step]:
    """Yield the step of "X's words are printed by Y" and of "X's words, which Y printed"."""
    if clause.passive:
        taker = clause.behind("by", sure=True)
        giver = clause.patient if taker is not None else None
        if giver is None and taker is not None and clause.verb["be"] is None:
            giver = _behind_front(clause, taker)
        yield from _step(clause, giver, taker)
        return
    who = clause.subject
    before = _RELATIVE.search(clause.text, max(clause.span.start, who.at.start - 8), who.at.start) if who else None
    if before:
        yield from _step(clause, patient_of(clause.text, clause.span.start, before.start() + 1), who)
    elif who is not None:
        whom = clause.object()
        owner = owner_of(whom) if whom else None
        yield from _step(clause, owner if owner is not whom else None, who)


def _behind_front(clause: Clause, taker: Party) -> Party | None:
    """Return who speaks in "In a talk recorded by Y, X remarked"."""
    start = sentence_start(clause.text, clause.verb.start())
    comma = re.compile(r"[^.;:,]{0,60},(?: [A-Z][^.;:,]{2,40},)? ").match(clause.text, taker.at.end)
    if comma is None or not _FRONTED.match(clause.text, max(clause.span.start, start)):
        return None
    return party_at(clause.text, comma.end(), clause.span.end)


def _derive(clause: Clause) -> Iterator[Step]:
    """Yield the step of "Y's account is drawn from X"."""
    taker = clause.subject if clause.verb["verb"] in {"bases", "based"} and not clause.passive else clause.patient
    giver = clause.behind("from|on|upon", sure=True) if taker is not None and taker.words != "it" else None
    yield from _step(clause, owner_of(giver) if giver else None, taker)


def _owe(clause: Clause) -> Iterator[Step]:
    """Yield the step of "Y attributed the remark to X"."""
    if not clause.passive:
        yield from _step(clause, clause.behind("to", sure=True), clause.subject)


def _ask(clause: Clause) -> Iterator[Step]:
    """Yield the step of "Y questioned X", who gave his answer."""
    if clause.passive:
        yield from _step(clause, clause.subject, clause.behind("by"), inner=True, asked=True)
    else:
        yield from _step(clause, clause.object(), clause.subject, inner=True, asked=True)


_WAYS: Mapping[Kind, Callable[[Clause], Iterator[Step]]] = {
    Kind.TELL: _tell,
    Kind.SAY: _say,
    Kind.HAND: _hand,
    Kind.HAVE: _have,
    Kind.HEAR: _hear,
    Kind.OVERHEAR: _overhear,
    Kind.COME: _come,
    Kind.REPEAT: _repeat,
    Kind.PRINT: _print,
    Kind.DERIVE: _derive,
    Kind.OWE: _owe,
    Kind.ASK: _ask,
}
