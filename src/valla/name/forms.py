"""A person's name taken apart: given names, surname, and what the words before it say of man or woman."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from valla.model.names import Mention
from valla.name.folding import sounds_of
from valla.name.lexicon.given import FORMS, MEN, WOMEN
from valla.name.lexicon.words import MANLY, WOMANLY
from valla.name.likeness import BETWEEN, likeness_of
from valla.name.syllables import readings_of

_SUFFIX = re.compile(r",? (?:jr|sr|junior|senior)\.?\Z", re.IGNORECASE)
_INITIALS = re.compile(r"((?:[^\W\d_]{1,2}\.[-‑]?[ ]?)+)(?=[^\W\d_])")
_RANK = re.compile(r"([^\W\d_]+)\.?[ \u00a0]+\Z")
_ROMAN = re.compile(r"[ivxl]+\Z")
_BOUND = frozenset("abd abdel abdul abdal abu abou umm bint".split())
"""First halves of names that are one name with what follows them."""
_HIMSELF = re.compile(
    r"[ \u00a0](?:himself|(herself)|(?:was|is)[ \u00a0]an?[ \u00a0](?:[\w-]+[ \u00a0]){0,2}(?:man|(woman)))\b"
)
_PARTICLES = frozenset("de von van der den du la le di da del della dos af av ibn bin ben al el ten ter zu zur".split())


@dataclass(frozen=True, slots=True)
class Form:
    """One mention of a person taken apart; `alone` where it is a single word."""

    mention: Mention
    given: tuple[str, ...]  # small letters; initials with their full stop
    surname: str  # small letters; with its particles
    woman: bool | None = None  # None where nothing tells

    @property
    def alone(self) -> bool:
        """Tell whether the name has no given part."""
        return not self.given


def take_apart(mentions: Iterable[Mention], text: str) -> tuple[Form, ...]:
    """Return the form of each mention, in order; which word is the surname is learnt from the words met alone."""
    rows = tuple(mentions)
    single = Counter(row.surface.lower() for row in rows if " " not in row.surface)
    return tuple(_form(row, text, single) for row in rows)


def _form(row: Mention, text: str, single: Counter[str]) -> Form:
    """Return the form of one mention."""
    given, surname = split_name(row.surface, single)
    rank = _RANK.search(text, max(0, row.span.start - 24), row.span.start)
    woman = _woman(rank[1].lower() if rank else "", given)
    himself = _HIMSELF.match(text, row.span.end)
    return Form(row, given, surname, bool(himself[1] or himself[2]) if woman is None and himself else woman)


def split_name(surface: str, single: Counter[str]) -> tuple[tuple[str, ...], str]:
    """Return given names and surname of a printed name, both in small letters."""
    name = _SUFFIX.sub("", surface.lower().replace("’", "'").replace("\u00a0", " "))
    if ", " in name:
        surname, _, given = name.partition(", ")
        return tuple(given.split()), surname
    match = _INITIALS.match(name)
    initials = re.findall(r"[^\W\d_]{1,2}\.", match[1]) if match else []
    words = name[match.end() :].split() if match else name.split()
    if len(words) > 1 and not initials and _surname_first(words, single):
        return tuple(words[1:]), words[0]
    if len(words) > 1 and _ROMAN.match(words[-1]):
        return tuple(initials), " ".join(words)  # James I: a king has no surname
    cut = len(words) - 1
    if len(words) > 2 and words[1] in {"of", "the"}:  # noqa: PLR2004 - Hugh of Lincoln has no surname
        return tuple(initials), words[0]
    while cut > 0 and (words[cut - 1] in _BOUND or (words[cut - 1] in _PARTICLES and (cut > 1 or words[0] != "ben"))):
        cut -= 1
    return (*initials, *words[:cut]), " ".join(words[cut:])


def _surname_first(words: list[str], single: Counter[str]) -> bool:
    """Tell whether a name begins with its surname: the first word is met alone and the last is not, or it is Chinese."""
    if words[0] in FORMS and words[-1] not in FORMS:
        return False
    alone = single[words[0]] > single[words[-1]]
    chinese = len(words) > 1 and "-" in words[-1] and bool(readings_of(" ".join(words)))
    return (alone and words[0] not in FORMS) or chinese


def _woman(rank: str, given: tuple[str, ...]) -> bool | None:
    """Tell a woman from a man by the word before the name or by the given name; None where nothing tells."""
    if rank in WOMANLY or rank in MANLY:
        return rank in WOMANLY
    if given and (given[0] in WOMEN) is not (given[0] in MEN):
        return given[0] in WOMEN
    return None


def compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two rows of given names may be one person's; no given name forbids nothing."""
    return all(_agree(mine, theirs) for mine, theirs in zip(one[:1], other[:1], strict=False)) or _second(one, other)


def _second(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether the shorter row is the second name of the longer: Arch of J. Arch."""
    short, long = sorted((one, other), key=len)
    if len(short) != 1 or len(long) < 2:  # noqa: PLR2004 - a second name
        return False
    whole = len(short[0].strip(".")) > 1
    return _agree(short[0], long[1]) if whole else short[0] == long[1]


def _agree(one: str, other: str) -> bool:
    """Tell whether two given names, or an initial and a name, may be one."""
    if one == other or other in FORMS.get(one, ()):
        return True
    if "." in one or "." in other:
        short, long = sorted((one.strip("."), other.strip(".")), key=len)
        return long.startswith(short) or any(form.startswith(short) for form in FORMS.get(long, ()))
    if one in FORMS and other in FORMS:
        return False
    heard = likeness_of(one, other)
    return heard.sure or (heard.score >= BETWEEN and sounds_of(one)[:1] == sounds_of(other)[:1])
