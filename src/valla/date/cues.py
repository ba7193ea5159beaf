"""The words that tell what happens and to whom: passive ("N. was arrested"), active ("N. wrote"), nominal ("N.'s death").

The name must stand directly at its verb: a subject that has to be guessed is no subject for a rule.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from valla.model.dates import EventKind

_UP = "A-ZÀ-ÖØ-ÞŁŚŠŽČĆА-ЯЁ"
_WORD = rf"[{_UP}][\w’'‘-]*(?<!['’]s)(?<!’)"
_PARTICLE = r"(?:von|van|de|der|la|le|di|al|el|bin|ibn)"
NAME = rf"(?:(?:{_WORD}|[{_UP}]\.)\s(?:{_PARTICLE}\s){{0,2}}){{0,3}}{_WORD}"
_ADVERB = r"(?:(?:later|then|soon|also|once|again|first|finally|himself|herself|already|even|once more|never(?!\s)|very\s\w+|\w{2,12}ly)\s){0,2}"
_PASSIVE = "born arrested executed shot hanged killed murdered assassinated beheaded guillotined released freed detained imprisoned".split()
_ACTIVE = (
    "died confessed testified said says wrote writes told declared stated denied insisted announced argued claimed replied met "
    "visited travelled traveled attended signed returned escaped fled spoke resigned defected published sailed crossed drove "
    "interrogated voted ordered joined moved"
).split()  # fmt: skip
_NOMINAL = "birth death arrest execution murder assassination release confession suicide".split()
_KINDS: dict[str, EventKind] = {
    "born": EventKind.BIRTH, "birth": EventKind.BIRTH,
    "arrested": EventKind.ARREST, "arrest": EventKind.ARREST, "detained": EventKind.ARREST, "imprisoned": EventKind.ARREST,
    "released": EventKind.RELEASE, "release": EventKind.RELEASE, "freed": EventKind.RELEASE,
    "confessed": EventKind.CONFESSION, "confession": EventKind.CONFESSION,
    "met": EventKind.MEETING, "visited": EventKind.MEETING, "travelled": EventKind.MEETING, "traveled": EventKind.MEETING,
    "attended": EventKind.MEETING,
    **dict.fromkeys("died executed shot hanged killed murdered assassinated beheaded guillotined death execution murder assassination suicide".split(), EventKind.DEATH),
    **dict.fromkeys("testified said says wrote writes told declared stated denied insisted announced argued claimed replied spoke published".split(), EventKind.STATEMENT),
}  # fmt: skip
_CUE = re.compile(
    rf"(?<![\w.])(?P<name>{NAME})(?:"
    rf",?\s(?:was|is|had\sbeen|has\sbeen|were|being|be)\s{_ADVERB}(?P<pv>{'|'.join(_PASSIVE)})\b"
    rf"|['’]s?\s(?:\w{{3,12}}\s)?(?P<on>{'|'.join(_NOMINAL)})\b"
    rf"|,?\s{_ADVERB}(?P<av>{'|'.join(_ACTIVE)})\b"
    r"|\s(?:[a-z]{2,12}\s){1,4}and\s(?P<cv>confessed)\b)"
    rf"|\b(?P<nn>{'|'.join(_NOMINAL)})\sof\s(?P<of>{NAME})"
    rf"|\b[Ii]n\s(?:his|her)\s(?P<cn>confession),\s(?P<cs>{NAME})"
)
_TELLING = re.compile(rf"\b(?:{'|'.join(sorted({*_PASSIVE, *_ACTIVE, *_NOMINAL}))})\b")
_LEADING = re.compile(
    r"(?:The|In|On|At|By|When|After|Before|Since|While|But|And|As|If|That|Then|Later|For|His|Her|Only|Also|Both|Comrade|Marshal|Marshall|"
    r"General|Colonel|Captain|Major|Dr|Mr|Mrs|Miss|Lady|Sir|Lord|President|Professor|King|Queen|Commissar|[A-Z]\w{2,20}ist|Old)\.?\s"
)
_PRONOUNS = frozenset(
    "He She It They We You I There This That These Those Who What One All Some Many Nobody Somebody Everyone".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A place that tells of an event: its stretch, the word that tells, the kind, and whose it is."""

    start: int
    end: int
    word: str
    kind: EventKind
    subject: str


def find_cues(text: str, start: int, end: int) -> Iterator[Cue]:
    """Yield the cues of a stretch of text, in order."""
    if _TELLING.search(text, start, end) is None:
        return
    for match in _CUE.finditer(text, start, end):
        found = match.groupdict()
        subject = next(found[key] for key in ("name", "of", "cs") if found[key])
        word = next(found[key] for key in ("pv", "on", "nn", "cn", "cv", "av") if found[key])
        name = bare_name(subject)
        if name and name not in _PRONOUNS:
            kind = _KINDS.get(word.lower(), EventKind.ACT)
            yield Cue(start=match.start(), end=match.end(), word=word, kind=kind, subject=name)


def bare_name(words: str) -> str:
    """Return a name without the words of the sentence, the titles and the genitive around it, on one line."""
    name = " ".join(words.split())
    while match := _LEADING.match(name):
        name = name[match.end() :]
    return re.sub(r"['’]s$", "", name)


_NAMES = re.compile(NAME)


def names_in(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the names in a stretch of text, each once, in order; a word that only begins a sentence is none."""
    found: dict[str, None] = {}
    for match in _NAMES.finditer(text, start, end):
        name = bare_name(match[0])
        if name and name not in _PRONOUNS and (match.start() > start or " " in name):
            found.setdefault(name)
    return tuple(found)
