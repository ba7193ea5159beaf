"""How a name may be read aloud: its sounds in every system in which it may be written.

Two spellings that one system each reads alike are two ways of writing one name. This is a witness for, never against:
the tables know habits, not misprints.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from rapidfuzz.distance import OSA

from valla.name.folding import skeleton_of, sounds_of
from valla.name.systems import SYSTEMS, System

MOST = 48
"""Readings kept of one name in one system."""
LONGEST = 24
"""Letters beyond which a name is not read aloud."""
SHORT = 3
"""Letters of the shortest name that is read aloud; only where a system is made of syllables is it long enough."""
LONG = 7
"""Sounds from which on an unstressed e within is no more than a way of writing: Kacnelson, Katsenelson."""
_REDUCED = re.compile(r"(?<=.{2}[a-zA-Z])(?<![aeiouy])e(?=[^aeiouy].)")
SYLLABIC = frozenset({"Japanese"})
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def _habits(text: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row[0]), row[2]) for row in (each.rpartition("=") for each in text.split()))


_SOFT = _habits(r"""
    (?<=[SCZJT])yo=e (?<=[SCZJ])o=e (?<=T)o(?=v$)=e (?<=[a-zX])yo(?=v)=e ye=e yi=i iy(?=[aou])=y iy=i (?<=[lrn])y(?=[auo])=
    (?<=[SCZJT])y(?=[aeou])= (.)\1+=\1 v(?=[kpstfX])=f v$=f
""")
"""What systems differ in beyond letters: softness, doubled letters, the voice of last consonants."""


@lru_cache(maxsize=1 << 14)
def readings_in(name: str) -> dict[str, frozenset[str]]:
    """Return the readings of a name (one word or more, small letters) by system; a Cyrillic name has one reading."""
    plain = re.sub(r"[\s'’‘`\-‑.]+", "", normalize("NFC", name.casefold()))
    if not SHORT <= len(plain) <= LONGEST:
        return {}
    if _CYRILLIC.search(plain):
        return {"Cyrillic": frozenset({_settled(sounds_of(plain))})}
    return {
        system.name: frozenset(_read(plain, system))
        for system in SYSTEMS
        if system.letters.fullmatch(plain) and (len(plain) > SHORT or system.name in SYLLABIC)
    }


def _read(plain: str, system: System) -> Iterator[str]:
    """Yield the readings of plain letters in one system."""
    made = [""]
    at = 0
    while at < len(plain):
        ways, end = system.table.read(plain, at)
        made = [one + way for one in made for way in ways][:MOST]
        at = max(end, at + 1)
    for one in made:
        settled = _settled(one)
        yield settled
        if len(settled) >= LONG:
            yield _REDUCED.sub("", settled)


@lru_cache(maxsize=1 << 15)
def _settled(sounds: str) -> str:
    """Return a reading without what systems differ in beyond letters."""
    for habit, sound in _SOFT:
        sounds = habit.sub(sound, sounds)
    return sounds


def read_alike(one: str, other: str) -> str | None:
    """Return the systems in which two names are read alike, in words; None where no two are."""
    if OSA.distance(skeleton_of(sounds_of(one)), skeleton_of(sounds_of(other)), score_cutoff=2) > 2:  # noqa: PLR2004
        return None  # whatever the system, the consonants of the two are others
    mine, theirs = readings_in(one), readings_in(other)
    for first, sounds in mine.items():
        for second, others in theirs.items():
            if not sounds.isdisjoint(others) and _admitted(first, second, one, other):
                return first if first == second else f"{first} and {second}"
    return None


_CUES = {system.name: system.cue for system in SYSTEMS if system.cue is not None}
_PURE = re.compile(
    r"(?!.*(?:[iy]n|[oe]v|ski|sky|man)\Z)[bcdfghjklmnqrstwyz]{0,2}(?:[aiu][bcdfghjklmnqrstwyz]{1,2}){1,3}i?(?<![bcdfghjklmnqrstwyz]{2})"
)
"""The shape of an Arabic name in strict spelling: the vowels a, i, u alone, no cluster at an end."""
_SHUT = re.compile(r"[ae](?=[^aeiou]\Z)")


def _admitted(first: str, second: str, one: str, other: str) -> bool:
    """Tell whether two systems may meet: a lax one only itself, and only where one of the names shows that it is meant."""
    if not {first, second} & _CUES.keys():
        return True
    cue = _CUES[first] if first == second else None
    if cue is None:
        return False
    shown = cue.search(one) is not None or cue.search(other) is not None
    return shown or (first == "Arabic" and _is_shaped(one, other))


def _is_shaped(one: str, other: str) -> bool:
    """Tell whether one of two names has the shape of an Arabic one, and their last vowels are not a here and e there."""
    pure = _PURE.fullmatch(one) is not None or _PURE.fullmatch(other) is not None
    ends = {match[0] for match in (_SHUT.search(one), _SHUT.search(other)) if match}
    return pure and len(ends) < len("ae")
