"""What the words around a run say of it: each clue by its name, for a person, against one, or for a place.

A clue is counted once for a name, wherever in the document it was met: ten times "wrote" say no more than twice.
"""

import re
from collections.abc import Iterator

from valla.model.anchors import Span
from valla.name.lexicon.words import AUXILIARIES, DEEDS, GROUPS, HUMAN, PLACE_WORDS, ROLES, SHORTENED, SPEAKING

PERSON = {
    "role": (3.0, "a rank or a trade stands before it"),
    "deed": (2.0, "it does what persons do"),
    "owner": (2.0, "it has what persons have"),
    "who": (1.5, "“who” follows it"),
    "label": (2.5, "it labels a turn of speech"),
    "spoken": (1.5, "a word of saying or accusing stands before it"),
    "initials": (3.0, "initials stand before it"),
    "given": (3.0, "a given name stands before it"),
    "title-given": (1.5, "it is a given name"),
    "speaker": (3.0, "a quotation is attributed to it"),
    "author": (3.0, "a work is cited as its"),
    "ending": (2.1, "it ends as surnames do"),
    "ending-weak": (1.3, "it ends as many surnames do"),
    "beside": (1.5, "it stands in a row with persons"),
    "pair": (1.0, "two capitalised words that have no other use"),
    "pair-inside": (2.0, "two capitalised words that have no other use, within a sentence"),
    "kin": (2.0, "it is nearly the name of a person met here"),
    "first-name": (1.0, "a person met here has that given name"),
    "whole": (1.2, "a name of several words ends with it"),
    "model": (1.2, "a language model sees a person"),
    "apposed": (1.0, "a description of a person follows it"),
    "about": (0.7, "it stands where persons are spoken of"),
}
AGAINST = {
    "article": (-1.5, "an article stands before it"),
    "common": (-4.5, "it is also written small here"),
    "seldom": (-1.0, "it is also written small here, but more often with a capital"),
    "only-opening": (-1.5, "it is met only where a sentence begins"),
    "placed": (-1.0, "elsewhere a word of place stands before it"),
    "place-word": (-1.0, "a word of place stands before it"),
    "gazetteer": (-3.0, "it is a place that everyone knows"),
    "listed": (-3.0, "it is a common word with a capital"),
    "seat": (-2.0, "it tells where someone is of"),
    "group-behind": (-1.5, "the name of a body goes on with it"),
}
_BEHIND = re.compile(r"[ \u00a0]((?:[\w'’-]+[ \u00a0]){0,2}?)([\w’'-]+)")
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"(?:['’‘]s|(?<=s)['’])[ \u00a0](?:[\w-]+[ \u00a0]){0,1}([\w-]+)")
_APPOSED = re.compile(r",[ \u00a0](?:a|an|the|his|her|then|formerly|who|whose|born)\b")
_GOING = re.compile(
    r"\b(?:(?:went|came|sailed|fled|moved|returned|emigrated|travell?ed|journeyed|marched|retired|exiled|banished|deported|"
    r"transported|escaped|shipped|sold|carried|sent|road|way|journey|voyage|flight|return)[ \u00a0](?:back[ \u00a0])?(?:to|from|for)|"
    r"(?:left|sailed)[ \u00a0]for|natives?[ \u00a0]of|citizens?[ \u00a0]of|(?:towns?|city|cities|villages?|sieges?|fall|"
    r"gates?|walls?|ports?|battles?|treaty|streets?|archives?|province|county|parish|diocese|inhabitants|people)[ \u00a0]of)[ \u00a0]\Z"
)
_TURN = re.compile(r"[ \u00a0]?(?:\([^()\n]{1,30}\))?:[ \u00a0\n]")
_SEAT = re.compile(r"(?<![\w])[^\W\d_a-z][^\W\d_]{2,}[ \u00a0]of[ \u00a0]\Z")
REACH = 60


def clues_around(text: str, span: Span, *, opens: bool, whole: bool) -> Iterator[str]:
    """Yield the clues before and behind a run; `whole` where nothing was cut off its start."""
    yield from _before(text[max(0, span.start - REACH) : span.start])
    if _SEAT.search(text, max(0, span.start - REACH), span.start):
        yield "seat"
        return
    yield from _behind(text[span.end : span.end + REACH])
    if opens and whole and _at_line_start(text, span.start) and _TURN.match(text, span.end):
        yield "label"


def _at_line_start(text: str, start: int) -> bool:
    """Tell whether only blanks, marks and brackets stand before an offset on its line."""
    line = text.rfind("\n", 0, start) + 1
    return start - line <= len("**[(") and not text[line:start].strip(" *_[(—–-")


def _before(text: str) -> Iterator[str]:
    """Yield what the words before a run say."""
    near = _WORDS.findall(text.rpartition("\n")[2])
    if not near or not text.rstrip(" \u00a0.“\"‘'").endswith(near[-1]):
        return
    last = near[-1].lower()
    direct = text.rstrip(" \u00a0").endswith(near[-1])
    if last in ROLES and (direct or (last in SHORTENED and text.rstrip().endswith(f"{near[-1]}."))):
        yield "role"
    if not direct:
        return
    if last in SPEAKING:
        yield "spoken"
    elif last in {"the", "this", "these", "those", "a", "an"}:
        yield "article"
    elif last in PLACE_WORDS or _GOING.search(text):
        yield "place-word"
    elif last in {"by", "with", "against", "between", "called", "named", "than", "whom"}:
        yield "about"


def _behind(text: str) -> Iterator[str]:
    """Yield what the words behind a run say."""
    owner = _POSSESSIVE.match(text)
    if owner:
        if owner[1].lower() in HUMAN or text[: owner.end()].rsplit(maxsplit=1)[-1].lower() in HUMAN:
            yield "owner"
        return
    if _APPOSED.match(text):
        yield "who" if text[2:].startswith("who") else "apposed"
    following = _BEHIND.match(text)
    if following:
        yield from _deeds(text)


def _deeds(text: str) -> Iterator[str]:
    """Yield what a verb behind a run says; auxiliaries are passed over."""
    for word in text.split("\n", maxsplit=1)[0].split()[:4]:
        low = word.lower().strip(",;")
        if low in {"who", "whose"}:
            yield "who"
            return
        if low in DEEDS:
            yield "deed"
            return
        if low in GROUPS and word[0].isupper():
            yield "group-behind"
            return
        if low not in AUXILIARIES or word[-1] in ",;.":
            return
