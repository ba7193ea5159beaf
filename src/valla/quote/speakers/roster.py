"""Persons under the several forms in which a document prints their names."""

import re
from collections.abc import Iterable
from functools import cached_property

from rapidfuzz import fuzz

from valla.model.anchors import Span
from valla.quote.lexicon.roles import RANKS
from valla.quote.people import Name, chunk_at
from valla.quote.sorts import Sort
from valla.quote.tokens import tokenise
from valla.text.fold import key_of

ALIKE = 80
"""Surnames that begin alike and are so alike (of 100) may be one name spelt twice."""

_SMALL = re.compile(r"(?<![^\W_])[a-zà-ÿа-яё]{3,30}(?![^\W_])")
_RANKED = re.compile(
    r"(?<![^\W_])(?P<rank>[A-Z][a-z]{1,12})\.? (?:[A-ZÀ-Þ][a-zà-ÿ]{1,20}\.? |[A-ZÀ-Þ]\. ?)?(?P<surname>[A-ZÀ-Þ][\w’-]{2,25})"
)
_CAPITALISED = re.compile(r"[^\W\d_a-zа-яё][^\W\d_]+(?:[-’'][^\W\d_]+)*")


class Roster:
    """Looks up how a name is printed elsewhere in a text."""

    def __init__(self, text: str) -> None:
        """Take the text; it is read once, when first asked."""
        self.text = text

    @cached_property
    def _mixed(self) -> dict[str, str]:
        """Words in capitals to the same words as they are printed in running text."""
        found: dict[str, str] = {}
        for match in _CAPITALISED.finditer(self.text):
            word = match.group()
            if not word.isupper():
                found.setdefault(word.upper(), word)
        return found

    @cached_property
    def _small(self) -> frozenset[str]:
        """Words that the text prints with a small letter."""
        return frozenset(_SMALL.findall(self.text))

    def is_common(self, name: Name) -> bool:
        """Tell whether a lone word at the head of a sentence is no name: elsewhere it stands with a small letter."""
        if len(name.words) > 1 or name.ranks or name.value.lower() not in self._small:
            return False
        before = self.text[max(0, name.span.start - 4) : name.span.start].rstrip(" “\"‘'«(_*")
        return not before or before[-1] in ".!?:;\n"

    def as_printed(self, words: str) -> str:
        """Return words in capitals as the running text prints them, where it prints them at all."""
        if not words.isupper():
            return words
        return " ".join(self._mixed.get(word, word) for word in words.split())


def surnames_after_ranks(text: str) -> frozenset[str]:
    """Return the surnames that a text prints after a rank: "Father Reed", "Mr. Samuel Lee"."""
    return frozenset(match["surname"] for match in _RANKED.finditer(text) if match["rank"].lower() in RANKS)


def same_person(one: str, other: str) -> bool:
    """Tell whether two names can be one person's: the surname agrees, and no given names clash."""
    first, second = _parts(one), _parts(other)
    if not first or not second:
        return False
    if set(first) & {"and", "&"} or set(second) & {"and", "&"}:
        return bool({first[-1], *first} & {second[-1], *second} - {"and", "&"})
    if not _same_word(first[-1], second[-1]):
        return len(first) == len(second) and sorted(first) == sorted(second)
    return len(first) == 1 or len(second) == 1 or _compatible(first[0], second[0])


def _parts(name: str) -> list[str]:
    return [key_of(word) if word not in {"and", "&"} else word for word in name.split()]


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    return len(one) > 3 and len(other) > 3 and one[0] == other[0] and fuzz.ratio(one, other) >= ALIKE  # noqa: PLR2004 - short names must be equal


def _compatible(one: str, other: str) -> bool:
    """Tell whether two given names, or a name and an initial, may be the same."""
    if not one or not other:
        return True
    shorter, longer = sorted((one, other), key=lambda word: (len(word), word))
    return longer.startswith(shorter) or _same_word(one, other)


def name_of_label(words: str, start: int, roster: Roster) -> Name | None:
    """Return the person whom the label of a turn names: "NAME:", "[Judge Name:]"."""
    tokens = [token for token in tokenise(words, start) if not token.is_mark(":[]().*_—–-")]
    if not tokens:
        return None
    chunk = chunk_at(tokens, 0)
    if chunk and chunk.stop == len(tokens):
        return Name(roster.as_printed(chunk.name.value), chunk.name.span, Sort.PERSON, chunk.name.ranks)
    value = words.strip(" :[]().*_\t\n")
    return Name(value, _trimmed(words, start), Sort.ROLE) if value else None


def _trimmed(words: str, start: int) -> Span:
    """Return where the words of a label stand without its marks."""
    lead = len(words) - len(words.lstrip(" :[]().*_\t\n"))
    return Span(start + lead, start + len(words.rstrip(" :[]().*_\t\n")))


def by_initials(label: str, names: Iterable[Name]) -> Name | None:
    """Return the only person among some names whose initials are a label: "MT" for one named in the introduction."""
    wanted = [letter for letter in label if letter.isalpha()]
    found = {name.value: name for name in names if [word[0] for word in name.words] == wanted}
    return next(iter(found.values())) if len(found) == 1 else None
