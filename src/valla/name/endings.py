"""Endings: those that make surnames in many languages, and those that make other words of a name."""

import re

_SURNAME = re.compile(
    r"(?:[^\W\d_]{2,}(?:[oe]v|[oe]va|[oe]ff|[oe]w|jew|sky|ski|skii|skij|skyi|skaya|ska|cki|tzki|[ey]nko|chuk|czuk|vich|vitch|witz|wicz|"
    r"vić|ović|ević|shvili|dze|idze|adze|[iy]an|yants|escu|esco|[oa]poulos|akis|oğlu|oglu|sson|ssen|stein|berg|feld|baum|mann|"
    r"hauer|meyer|maier|quist|strom|ström|ová|ova|[aei]ichi|[oae]hara|moto|mura|yama|zawa|[ae]chev|in))\Z",
    re.IGNORECASE,
)
LEAST = 5
"""Letters from which on an ending says much."""
_WEAK = re.compile(r"(?:in|[iy]an|ova|mann|ow|ew)\Z")
_DERIVED = re.compile(
    r"(?:ists?|ites?|isms?|ovites?|ians?|eans?|esque|ology|ologies|isation|ization|ised|ized|ese|ish|shchina|[ai]cy|icans?|ers’)\Z",
    re.IGNORECASE,
)
_PEOPLES = re.compile(r"(?:ists|ites|ians|eans|icans|ans)\Z", re.IGNORECASE)


def surname_ending(word: str) -> str | None:
    """Return the clue that a word's ending gives: a strong one, a weak one that English shares, or None."""
    if _SURNAME.search(word) is None:
        return None
    return "ending-weak" if _WEAK.search(word.lower()) or len(word) < LEAST else "ending"


def is_derived(word: str) -> bool:
    """Tell whether a word is made of a name and names no person: a follower, a doctrine, a people."""
    return len(word) > 5 and _DERIVED.search(word) is not None  # noqa: PLR2004 - Hess, Kant


def names_people(word: str) -> bool:
    """Tell whether a word names many: followers or a people."""
    return len(word) > 5 and _PEOPLES.search(word) is not None  # noqa: PLR2004
