"""When two words that differ in letters may still be one word: another spelling, or a misread letter.

Spellings are compared by a skeleton in which historical, regional and transliterated habits of writing fall together;
the bolder habits ("plan", "plane") count only where one of the two is no word known. Misread letters are known by the
pairs that printing and scanning confuse. A likeness alone proves nothing ("casual" and "causal" are two words), so the
caller says which words are strangers, met nowhere else; two known words that are no spellings of each other are two.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from rapidfuzz.distance import OSA

from valla.model.traces import Concern

SCAN_LIKENESS = 0.6
"""Below this share of equal letters (lookalikes nearly counted in) a garbled word cannot be recognised."""

LOOKALIKE = 0.3
"""What a letter that is often misread takes away, where any other letter takes away 1."""

UNLIKE = 0.2
"""Share of equal letters below which lookalikes cannot make one word of two."""

NOISE = 0.45
"""Share of a word's letters that may be misread where much is."""

ALIKE = 0.5
"""The same where lookalikes are taken for equal: two words less alike cannot be misreadings of each other."""

SHORT = 2
"""Words up to this length are garbled beyond telling by one letter that is no lookalike."""

LONG = 8
"""Two strangers are one word only from this length on, and only by lookalikes: nothing tells which is garbled."""

LONGEST = 40
"""Letters up to which words are compared letter by letter."""

Stranger = Callable[[str, str], bool]
"""Tell whether the first word, found in the place of the second, is no word that is known to exist."""

Habits = tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...]
"""Of each habit letters of which a word must have one, the pattern, and what stands for it."""


def _habits(*rows: tuple[str, str, str]) -> Habits:
    return tuple((tuple(letters.split(" ")), re.compile(pattern), to) for letters, pattern, to in rows)


_SAFE = _habits(
    ("v", r"v", "u"),
    ("j y", r"[jy]", "i"),
    ("ph", r"ph", "f"),
    ("tz", r"tz", "ts"),
    ("c qu", r"ck|qu|c(?![eih])", "k"),
    ("x", r"x", "ks"),
    ("ktion", r"kt(?=ion)", "ks"),
    ("our", r"(?<=.{2})ou(?=rs?$|red$|ring$|rab|rit|rful|rless)", "o"),
    ("ise ising isation", r"is(?=e[ds]?$|ing$|ation)", "iz"),
    ("eth", r"(?<=.{2})eth$", "es"),
    ("re", r"re$", "er"),
    ("ll ss tt", r"([lst])\1(?=ed$|ing$|er$|ers$|or$|ors$|$|ment|ful)", r"\1"),
    ("ae oe", r"(?<=.{2})ae|oe(?=.)", "e"),
    ("ii", r"i{2,3}", "i"),
    ("dgement", r"(?<=dg)e(?=ment)", ""),
    ("e", r"(?<=.{5})e$", ""),
    ("ie", r"(?<=.{4})ie$", "i"),
)
_BOLD = _habits(
    ("w", r"wh?", "u"),
    ("", r"([a-z])\1", r"\1"),
    ("ie ei", r"(?<=.{2})(?:ie|ei)", "i"),
    ("e", r"(?<=.{2})e(?=d?$|s$|ment|ful|les)", ""),
    ("ch cz", r"tsch|tch|ch|cz", "c"),
    ("sch sh sz", r"sch|sh|sz", "s"),
    ("zh", r"zh", "z"),
    ("kh", r"kh", "h"),
    ("ff", r"(?<=.{3})ff$", "u"),
    ("ou ow oo", r"o[uw]|oo", "u"),
    ("ea ee ey ai ei", r"e[aey]|ai|ei", "e"),
)
_ALL = (*_SAFE, *_BOLD)
_FORMS = dict(
    pair.split("=")
    for pair in (
        "hath=has doth=does saith=says ye=the wch=which wth=with thro=through tho=though shew=show "
        "shewed=showed shewn=shown centre=center gaol=jail grey=gray burthen=burden murther=murder hee=he shee=she "
        "mee=me bee=be wee=we onely=only beene=been onlie=only mr=mister dr=doctor matie=majesty lp=lordship "
        "whilst=while amongst=among towards=toward afterwards=afterward betwixt=between agst=against wt=with ym=them "
        "yr=your yor=your sr=sir ld=lord lo=lord alwaies=always sonne=son doe=do goe=go neuer=never noe=no "
        "soe=so ffor=for thincke=think wold=would shold=should bin=been verie=very hir=her dyd=did yf=if yt=that hym=him thys=this ys=is yow=you yowe=you hys=his wyth=with whiche=which suche=such muche=much eny=any al=all "
        "tow=two cheque=check programme=program defence=defense offence=offense licence=license enquiry=inquiry"
    ).split()
)
_CONFUSED = (
    "rn=m ni=m in=m nn=m ri=n ii=n cl=d ol=d li=h tl=h vv=w ln=h fi=h ll=u il=u li=u ti=u lc=k ic=k lt=h ai=m ct=d fl=ti "
    "c=e c=o e=o a=o u=n u=v n=r l=i l=t i=t f=s f=t h=b b=d g=q g=y g=9 y=v p=n l=1 i=1 o=0 s=5 s=8 b=8 b=6 z=2 t=r r=f "
    "m=n k=h j=i x=z v=r a=u s=a e=a n=h c=t"
)
_LOOKALIKES = {
    pair for row in _CONFUSED.split() for one, _, other in [row.partition("=")] for pair in ((one, other), (other, one))
}
_VOWELS = frozenset("aeiou")
_FIGURES = str.maketrans("iloszbgq", "11052869")


@lru_cache(maxsize=1 << 15)
def skeleton_of(key: str, *, bold: bool = False) -> str:
    """Return a key with habits of spelling taken away; equal skeletons are spellings of one word."""
    key = _FORMS.get(key, key)
    for letters, habit, to in _ALL if bold else _SAFE:
        for some in letters:
            if some in key:
                key = habit.sub(to, key)
                break
    return key


def likeness(one: str, other: str) -> float:
    """Return the share of letters that agree, 0 to 1; two letters that changed places count as one difference."""
    return OSA.normalized_similarity(one, other)


def kinship(one: str, other: str, stranger: Stranger) -> Concern | None:
    """Return how two keys can be one word: TYPOGRAPHY, SPELLING or SCAN; None for two words."""
    if one == other:
        return Concern.TYPOGRAPHY
    if same_spelling(one, other):
        return Concern.SPELLING
    strangers = stranger(one, other) + stranger(other, one)
    if strangers and same_spelling(one, other, bold=True):
        return Concern.SPELLING
    return Concern.SCAN if strangers and _misread(one, other, strangers) else None


def same_spelling(one: str, other: str, *, bold: bool = False) -> bool:
    """Tell whether two keys are spellings of one word; short ones only by the table of forms."""
    if min(len(one), len(other)) <= SHORT:
        return modern(one) == modern(other)
    return skeleton_of(one, bold=bold) == skeleton_of(other, bold=bold)


def modern(key: str) -> str:
    """Return the modern form of a word that has an old one of its own."""
    return _FORMS.get(key, key)


def _misread(one: str, other: str, strangers: int) -> bool:
    """Tell whether one word can be a misreading of the other, one or both of them being no word known."""
    if one.isdigit() or other.isdigit():
        return figures_of(one) == figures_of(other)
    longest, shortest = max(len(one), len(other)), min(len(one), len(other))
    if longest > LONGEST or longest > 2 * shortest:
        return False
    if OSA.normalized_similarity(one, other) < UNLIKE or not alike(one, other):
        return False  # asked first because it is quick
    close = 1 - letters_apart(one, other) / longest
    if strangers == 1:
        return close >= SCAN_LIKENESS and (shortest > SHORT or letters_apart(one, other) < 1)
    mixed = any(letter.isdigit() for letter in one + other)
    return letters_apart(one, other) < 1 and (mixed or shortest >= LONG) and not _other_vowel(one, other)


def misreadable(one: str, other: str, stranger: Stranger) -> bool:
    """Tell whether one word may be a misreading of the other in a text that is full of misreadings.

    Then a letter or two that are often misread are enough, whatever the words mean; and for a stranger any letter is.
    """
    longest = max(len(one), len(other))
    if longest > LONGEST or one[:1].isdigit() is other[:1].isdigit() is True:
        return False  # of two numbers each is one
    if not alike(one, other):
        return False
    apart = letters_apart(one, other)
    strange = stranger(one, other) or stranger(other, one)
    return apart <= 2 * LOOKALIKE or (strange and apart <= max(1.0, NOISE * longest))


def alike(one: str, other: str) -> bool:
    """Tell whether two words are alike when letters that are often misread count as one: else they are not compared."""
    return OSA.normalized_similarity(blurred(one), blurred(other)) >= ALIKE


@lru_cache(maxsize=1 << 15)
def blurred(word: str) -> str:
    """Return a word in which pairs that look like one letter are that letter, and lookalikes one sign."""
    for pair, letter in _PAIRS:
        word = word.replace(pair, letter)
    return word.translate(_BLURS)


_PAIRS = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ri", "n"), ("ii", "n"), ("li", "h"), ("lc", "k"))
_BLURS = str.maketrans("cea0dqghbk68nmruvypxlit1jfzs25", "oooooogghhhhnnnnnnnniiiiiiiiii")


def figures_of(word: str) -> str:
    """Return a number in whose place letters were read, in figures: "l9O5" is 1905."""
    return word.translate(_FIGURES)


def _other_vowel(one: str, other: str) -> bool:
    """Tell whether two words of one length differ by a vowel for a vowel: so real words differ."""
    return len(one) == len(other) and any(
        a != b and a in _VOWELS and b in _VOWELS for a, b in zip(one, other, strict=True)
    )


@lru_cache(maxsize=1 << 14)
def letters_apart(one: str, other: str) -> float:
    """Return the letters that must be changed to make one word of the other; lookalikes weigh LOOKALIKE."""
    first, last = _ends_shared(one, other)
    one, other = one[first : len(one) - last], other[first : len(other) - last]
    above: list[float] = [float(column) for column in range(len(other) + 1)]
    higher = above
    for row, letter in enumerate(one, 1):
        cells = [float(row)]
        two = one[row - 2 : row] if row > 1 else ""
        for column, beside in enumerate(other, 1):
            best = above[column - 1] + (
                0.0 if letter == beside else LOOKALIKE if (letter, beside) in _LOOKALIKES else 1.0
            )
            best = min(best, above[column] + 1, cells[-1] + 1)
            pair = other[column - 2 : column] if column > 1 else ""
            if (letter, pair) in _LOOKALIKES:
                best = min(best, above[column - 2] + LOOKALIKE)
            if (two, beside) in _LOOKALIKES:
                best = min(best, higher[column - 1] + LOOKALIKE)
            if (two, pair) in _LOOKALIKES:
                best = min(best, higher[column - 2] + LOOKALIKE)
            cells.append(best)
        higher, above = above, cells
    return above[-1]


def _ends_shared(one: str, other: str) -> tuple[int, int]:
    """Return how many letters two words share at their starts and at their ends and need not be compared.

    Two shared letters are left at each end: with their neighbours they may look like a letter of the other word.
    """
    most = min(len(one), len(other))
    first = 0
    while first < most and one[first] == other[first]:
        first += 1
    last = 0
    while last < most - first and one[-1 - last] == other[-1 - last]:
        last += 1
    return max(0, first - 2), max(0, last - 2)
