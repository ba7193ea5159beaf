"""Who stands before a verb of telling: right before it, across what stands between commas, or in the clause before.

A description is believed only where its word is one for a person, people, a body or a paper; where the verb itself can only
have a person there, any word is believed that is not known for a thing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from valla.model.anchors import Span
from valla.stemma.folk import FOLK, is_somebody, may_be_somebody
from valla.stemma.parties import NAME, PARTY, Party, is_named
from valla.stemma.patterns import SUBJECT
from valla.text.sentences import sentence_start

_PRONOUN = re.compile(
    r"(?:(?:this|the said) (?:examinate|examinant|deponent|declarant|affiant)|him|her|them|me|us|he|she|they|I|we)\b"
    r"(?! [a-z]*(?:mother|father|brother|sister|husband|wife|son|daughter|uncle|aunt|friend|clerk|lawyer|solicitor|own)\b)"
)
_BESIDE = re.compile(
    rf", (?:the (?:(?!of )[a-z-]+ ){{0,2}}|whom (?:I|we|he|she) calls? |(?:known as|called|named) |one )?(?P<name>{NAME})(?=[,.;:) ]|$)"
)
NAME_OF = re.compile(rf"(?:^|(?<=[\s(“\"‘]))(?P<who>{NAME}) (?:of|from|at|in) $")
_BARE = re.compile(
    r"(?:^|[\s(“\"])(?P<who>[^.;:“”\"]{3,60}?)(?: (?:had|has|have|also|later|then|there|once|themselves|[a-z]{2,14}ly)){0,3} $"
)
_JOINED = re.compile(r"(?:,|\band|\bbut)(?: (?:then|later|afterwards|had|has|who|also|in turn|[a-z]{2,14}ly)){0,2} $")
"""What stands before a verb whose subject was named before: "got the tale from him, dressed it up, and passed"."""
_CLAUSE = re.compile(r"(?:\b(?:that|which|because|where|while)|;|^(?:But|And|Yet|Then|So)) ")
_FAR = 200
SAYINGS = (
    "account accounts story version words word remark remarks statement evidence tale testimony confession report reports letter letters "
    "diary journal memoir memoirs recollections reminiscences denial speech sermon notes papers dispatch despatch message contents version "
    "paper information conversation talk narrative deposition affidavit opinion phrase sentence answer log notebook"
).split()
"""What somebody says or writes: whoever has it has it from him."""
_OWNED = re.compile(
    rf"(?P<owner>[Hh]is|[Hh]er|[Tt]heir|.{{2,60}}?(?:[’']s|(?<=s)[’']))(?: [a-z-]{{3,14}}){{0,2}} (?:{'|'.join(SAYINGS)})(?: (?:to|of|on|before|about) .{{2,40}})?$"
)
_OF = re.compile(rf"(?:{'|'.join(SAYINGS)})(?: book)? (?:of|by) (?P<owner>.{{2,60}})$")
_THE_WORDS = re.compile(
    r"(?:[Ii]t|[Tt]his|[Tt]hat|[Tt]hey|[Tt]h(?:e|is|ese) (?:whole )?(?:story|tale|letter|news|report|rumour|phrase|sentence|words|account|anecdote|passage|text|"
    r"extract|information|paper|statement|quotation|line|remark)s?)"
)


_BETWEEN = frozenset("of to for in at from on by with".split())
"""Words behind which a name is another's: "his letter to Reed"."""


@cache
def party_pattern() -> re.Pattern[str]:
    """Return the pattern of a party; it is long, and compiled when it is first asked for."""
    return re.compile(PARTY)


def party_at(text: str, at: int, end: int, *, sure: bool = False) -> Party | None:
    """Return the party that stands at a place, with the name beside it; None where nobody stands there.

    `sure`: only somebody can stand there, so an unknown word is believed.
    """
    pronoun = _PRONOUN.match(text, at, end)
    if pronoun:
        return Party(pronoun.group(), Span(at, pronoun.end()))
    for pattern in (party_pattern(), FOLK):
        found = pattern.match(text, at, end)
        if found:
            whole = with_beside(Party(found.group(), Span(at, found.end())).trimmed(), text, end)
            party = believed(whole, sure=sure)
            if party is not None:
                return party if party.words == whole.words else with_beside(party, text, end)
    return None


def subject_of(text: str, start: int, end: int, *, sure: bool = False) -> Party | None:
    """Return who stands before the verb at a place; None where nobody does."""
    window = text[max(start, end - _FAR) : end]
    party = standing_before(window, end - len(window))
    known = believed(party, sure=sure) if party else None
    return known or crowd_before(window, end - len(window)) or joined_subject(text, start, end, window)


def standing_before(window: str, base: int) -> Party | None:
    """Return what stands as a subject at the end of some words, be it anybody or not."""
    found = SUBJECT.search(window) or SUBJECT.search(f"{window.rstrip(', ')} ")
    if found is None:
        return None
    named_of = NAME_OF.search(window, 0, found.start("who"))
    first = named_of.start("who") if named_of else found.start("who")
    words = named_of["who"] if named_of else found["who"]
    party = Party(words, Span(base + first, base + first + len(words))).trimmed()
    named = _BESIDE.match(found["beside"] or "") if not is_named(party) else None
    return replace(party, said_of=named["name"]) if named else party


def crowd_before(window: str, base: int) -> Party | None:
    """Return people without a name or an article right before a verb: "dock officials had"."""
    bare = _BARE.search(window)
    crowd = list(FOLK.finditer(window, bare.start("who"))) if bare else []
    if crowd and bare and crowd[-1].end() == bare.end("who"):
        return Party(crowd[-1].group(), Span(base + crowd[-1].start(), base + crowd[-1].end()))
    return None


def joined_subject(text: str, start: int, end: int, window: str) -> Party | None:
    """Return whose the verb before is, where a verb goes on with what he did: who opens the clause or the sentence."""
    if not _JOINED.search(window):
        return None
    first = max(start, sentence_start(text, end))
    openings = [found.end() for found in _CLAUSE.finditer(text, first, end)]
    for at in (*reversed(openings), first):
        party = party_at(text, at + (text[at : at + 1] == " "), end)
        if party is not None:
            return party
    return None


def with_beside(party: Party, text: str, end: int) -> Party:
    """Return a party with the name that stands beside its description: "the Board's historian, Jean Affleck"."""
    if party.pronoun or proper(party) or is_named(party):
        return party
    beside = _BESIDE.match(text, party.at.end, end)
    return replace(party, said_of=beside["name"]) if beside else party


def believed(party: Party, *, sure: bool = False) -> Party | None:
    """Return a party that can tell something: a pronoun, a name, a paper, or a word for people; None for any other.

    A description that has run on into a verb is cut back to the last word that is somebody's.
    """
    words = party.words.split(" ")
    if party.pronoun:
        return party
    if party.usable and (is_named(party) or party.paper or proper(party) or is_somebody(party.head) or is_owned(words)):
        return party
    if party.usable and _OF.search(party.words):
        return party
    for last in range(len(words) - 1, 1, -1):
        if not words[last][:1].islower():
            break
        cut = " ".join(words[:last])
        shorter = replace(party, words=cut, at=Span(party.at.start, party.at.start + len(cut)))
        if shorter.usable and is_somebody(words[last - 1]):
            return shorter
    return party if sure and party.usable and len(words) > 1 and may_be_somebody(party.head) else None


def is_owned(words: Sequence[str]) -> bool:
    """Tell whether words are somebody's own ("her coach"), or a description with a name ("our man Peter Lamb")."""
    plain = [word for word in words[1:-1] if word[:1].islower()]
    named = words[-1][:1].isupper() and bool(plain) and not _BETWEEN.intersection(plain)
    own = len(words) > 1 and words[0].casefold() in {"his", "her", "my", "our", "their"} and may_be_somebody(words[-1])
    return named or own


def proper(party: Party) -> bool:
    """Tell whether a party is a name with an article: "the Leader"."""
    words = party.words.split(" ")
    return len(words) > 1 and words[0].casefold() == "the" and all(word[:1].isupper() for word in words[1:])


def owner_of(party: Party) -> Party:
    """Return whose words or paper a party is: of "his words" he, of "Poole's account" Poole; else the party itself."""
    found = _OWNED.match(party.words) or _OF.search(party.words)
    if found is None or party.said_of:
        return party
    word = found["owner"].removesuffix("’s").removesuffix("'s").rstrip("’'")
    word = {"his": "he", "her": "she", "their": "they"}.get(word.casefold(), word)
    at = Span(party.at.start + found.start("owner"), party.at.start + found.end("owner"))
    return believed(Party(word, at).trimmed(), sure=True) or party


def patient_of(text: str, start: int, end: int) -> Party | None:
    """Return whose words a verb in the passive speaks of: their owner; "it" for those that were spoken of last."""
    window = text[max(start, end - _FAR) : end].rstrip(" ")
    base = end - len(text[max(start, end - _FAR) : end])
    thing = re.search(
        rf"(?:^|[\s;,(])(?P<it>{_THE_WORDS.pattern})(?: (?:had|has|have|was|were|is|since|later|then|also|itself))*$",
        window,
    )
    if thing:
        return Party("it", Span(base + thing.start("it"), base + thing.start("it") + 2))
    whose = _WHOSE.search(window)
    if whose:
        return party_at(text, base + whose.start("who"), base + whose.end("who"), sure=True)
    owned = _OWNED_END.search(window)
    if owned:
        return owner_of(Party(owned["np"], Span(base + owned.start("np"), base + owned.end("np"))))
    subject = subject_of(text, start, end)
    owner = owner_of(subject) if subject else None
    if owner is not None and owner is not subject:
        return owner
    if subject is not None and subject.paper:
        return subject
    made = _MADE.search(window)
    return party_at(text, base + made.start("who"), base + made.end("who"), sure=True) if made else None


_OWNED_END = re.compile(
    rf"(?:^|(?<=[\s,;(]))(?P<np>(?:[Hh]is|[Hh]er|[Tt]heir|(?:[Tt]he )?[\w.-]{{2,30}}(?: [A-ZÀ-Þ][\w-]{{1,30}}){{0,3}}(?:[’']s|(?<=s)[’']))(?: [a-z-]{{3,14}}){{0,2}} (?:{'|'.join(SAYINGS)})"
    r"(?: (?:to|of|on|before|about) [^,.;]{2,40})?),?(?: (?:had|has|have|since|later|then|also|itself))*$"
)
_WHOSE = re.compile(
    rf"(?P<who>{NAME}|[Tt]he [a-z]+(?: [a-z]+)?|[Aa] [a-z]+(?: [a-z]+)?),? whose (?:[a-z]+ ){{0,2}}(?:{'|'.join(SAYINGS)})(?: of [^,]{{2,30}})?$"
)
_MADE = re.compile(
    rf"(?:{'|'.join(SAYINGS)}) (?:of|by|from|made by|written by) (?P<who>(?:the |an? )?(?:[a-z]+ ){{0,2}}(?:{NAME}|[a-z]+))(?:,? which|,? and|,)?$"
)
