"""Whether two names are one hand. One small function decides; gathered entities may take its place."""

import re

from valla.text.fold import key_of

_RANKS = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady count baron marshal marshall general gen colonel col captain capt "
    "major commissar comrade rev father king queen prince president constable historian the".split()
)


def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, ranks and possessives left out; "Surname, Given" is turned."""
    first, comma, given = without_description(name).partition(", ")
    short = comma and len(first.split()) == 1 and len(given.split()) <= 2  # noqa: PLR2004 - "Surname, Given Given"
    turned = f"{given} {first}" if short else without_description(name)
    words = (word.removesuffix("’s").removesuffix("'s").strip('.,;:()“”"') for word in turned.split())
    return tuple(key for key in (key_of(word) for word in words) if key and key not in _RANKS)


def without_description(name: str) -> str:
    """Return a name without what is said of its bearer: "the journalist Olga Marsh", "the bosun, Henrik Saar"."""
    found = _DESCRIBED.fullmatch(name)
    return found["name"] if found else name


_DESCRIBED = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Mm]y|[Oo]ur|[Tt]heir|one) |[A-ZÀ-Þ][\w.-]*[’']s? )(?:[a-zà-þ][\w’'-]* ){0,5}(?:[a-zà-þ][\w’'-]*, |(?<= ))(?P<name>[A-ZÀ-Þ][^,]*)"
)


def same_name(one: str, other: str) -> bool:
    """Tell whether two names may be one person's: the same surname, and given names or initials that agree."""
    first, second = name_words(one), name_words(other)
    if not first or not second or not _same_surname(first[-1], second[-1]):
        return first == second and bool(first)
    pairs = zip(first[:-1], second[:-1], strict=False)
    return all(left.startswith(right) or right.startswith(left) for left, right in pairs)


def _same_surname(one: str, other: str) -> bool:
    """Tell whether two surnames are one: equal, or one letter apart in a name of five or more (Chuev, Chuyev)."""
    if one == other:
        return True
    short, long = sorted((one, other), key=lambda word: (len(word), word))
    if len(short) < 5 or len(long) - len(short) > 1:  # noqa: PLR2004 - short names one letter apart are two names
        return False
    if len(short) == len(long):
        return sum(left != right for left, right in zip(one, other, strict=True)) == 1 and short[0] == long[0]
    return any(long[:place] + long[place + 1 :] == short for place in range(1, len(long)))
