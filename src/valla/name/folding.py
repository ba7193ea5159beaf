"""One spelling for the many in which a foreign name is printed.

A name is folded to an alphabet of sounds: small letters, and capitals for the sounds that other languages write with
several letters (S as in ship, C as in church, Z as in vision, T as in tsar, X as in loch, J as in judge). Three signs
stay open because the languages of print part over them: `Q` is what was written "ch" (English church, German loch,
French ship), `j` what was written "j", `z` what was written "z"; the distance of two names knows what each may be.
Method: own; the tables are of common romanisations of Cyrillic, and of German, French, Polish, Czech, Hungarian,
Croatian and English habits of writing.
"""

import re
from functools import lru_cache
from unicodedata import normalize

_CYRILLIC = dict(
    zip(
        "абвгґдежзийклмнопрстуфхцчшщъыьэюяёіїєўѣѳђљњћџј",
        "a b v g g d e Z z i y k l m n o p r s t u f X T C S SC _ i _ e yu ya yo i yi e v e f J l n C J y".split(),
        strict=True,
    )
)
_SPECIAL = {
    "š": "S", "ş": "S", "ș": "S", "ś": "S", "č": "C", "ć": "C", "ž": "Z", "ż": "Z", "ź": "Z", "ț": "T", "ţ": "T",
    "ł": "l", "ß": "s", "ø": "o", "đ": "J", "ð": "d", "þ": "t", "æ": "e", "œ": "e", "ı": "i", "ğ": "g", "ř": "rZ",
    "ñ": "n", "ç": "s", "ě": "ye", "ā": "a", "ö": "oe", "ü": "ue", "ő": "oe", "ű": "ue", "ä": "e", "ă": "a", "ï": "i", "ë": "e",
    "ń": "n", "ň": "n", "ý": "i", "ą": "o", "ę": "e",
}  # fmt: skip


def _habits(text: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Read rows of pattern and sound."""
    rows = (row.split() for row in text.strip().splitlines())
    return tuple((re.compile(row[0]), row[1] if len(row) > 1 else "") for row in rows)


_ENDINGS = _habits("""
    (?<=[oey])[wv](?:itsch|itsh|itch|ich|icz|itz|its|ics|ic|iC)$ viC
    (?:iew|ieff|jew|jeff|yew|eff|ew|iev|jev|yev)$ ev
    (?:off|ow|of)$ ov
    (?<=.{2})(?:ts|t?z)(?:kij|kii|kiy|kyj|kyi|ky|ki|kyy|koy|koi)$ Tki
    (?<=.{2})[tc](?:kij|kii|kiy|kyj|kyi|ky|ki)$ Tki
    (?<=.{2})s(?:kij|kii|kiy|kyj|kyi|ky|ki|kiĭ|kyy|koy|koi)$ ski
    (?<=[ieo])(?:tsch|tch|tsh|ch|cz|c|C)$ C
    (?<=[eu])(?:sco|sko)$ sku
    (?<=.{3}n)e$
    (?<=.{2})(?:ij|ii|iy|yi|y|j)$ i
""")
_DIGRAPHS = _habits("""
    schtsch|shch|szcz|chtch|stch|Sč SC
    tzsch|tsch|tch|tsh|cs(?=[aeiouy]) C
    cz C
    dsch|dzh|dzs|dj|dż|dZ|gi(?=[aou]) J
    sch|sz|sh S
    zh|zs Z
    kh X
    ch Q
    tz|ts|cz T
    ph f
    th t
    gu(?=[ei]) g
    ck k
    qu|q k
    x ks
    c(?=[eiy]) T
    c(?=[^h]|$) k
    gh g
    dh d
    bh b
    e[ij](?=[^aeiou]) e
    w v
    ou u
    oo u
    ue u
    oe o
    ee i
    ae e
    ai e
    ei e
    ey e
    ay e
    ij|iy|yi i
    (?<=[bdfgklmnprstvzSZCTXJ])[yj]o(?=[mnlrv]) e
    (?<=.)[ij](?=[aeou]) y
    y(?=[bcdfgklmnpqrstvzSCZTXJ]|$) i
""")
_FIRST = _habits("""
    ^(?:ye|ie)(?=[^aou]) e
    ^(?:iu|ju|yu) yu
    ^(?:ia|ja|ya) ya
    ^(?:io|jo|yo) yo
    ^gert her
    ^v(?=r) r
""")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = frozenset("aeiou")
GLIDES = frozenset("yj")


@lru_cache(maxsize=1 << 16)
def sounds_of(name: str) -> str:
    """Return a name (one word, any script that the tables know) in the alphabet of sounds."""
    plain = "".join(map(_letter, name.casefold()))
    for habits in (_ENDINGS, _DIGRAPHS, _FIRST):
        for habit, sound in habits:
            plain = habit.sub(sound, plain)
    return _DOUBLED.sub(r"\1", plain)


@lru_cache(maxsize=1 << 12)
def _letter(letter: str) -> str:
    """Return one letter in plain letters and sounds; apostrophes, hyphens and blanks are dropped."""
    if letter in _CYRILLIC:
        return _CYRILLIC[letter].strip("_")
    if letter in _SPECIAL:
        return _SPECIAL[letter]
    base = normalize("NFKD", letter)
    return "".join(one for one in base if one.isalnum())


_CLASSES = {letter: group for group, letters in {
    "K": "kgXQCSZjJqxhT", "s": "sz", "t": "td", "v": "vfw", "b": "bp", "m": "mn", "l": "l", "r": "r",
}.items() for letter in letters}  # fmt: skip


@lru_cache(maxsize=1 << 16)
def skeleton_of(sounds: str) -> str:
    """Return the classes of a name's consonants, by which names are sorted before any two are compared."""
    classes = [_CLASSES[letter] for letter in sounds if letter in _CLASSES and letter != "h"]
    return _DOUBLED.sub(r"\1", "".join(classes))


def is_vowel(sound: str) -> bool:
    """Tell whether a sound is a vowel."""
    return sound in _VOWELS
