"""The guards: what kind of difference stands between quoted words and source words.

No likeness decides here. A lost "not" is one word of a hundred and turns the sentence round; so negations, dates,
numbers, names, modal words and quantifiers are asked for one by one, the gravest first.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from valla.model.traces import Concern
from valla.text.lexicon import Lexicon
from valla.text.numerals import numbers_in, roman_value, value_of
from valla.text.variants import modern

NAMELIKE = frozenset({"may", "march", "mar", "august", "sun", "second"})
"""Words that are months or the like only with a capital or beside a number."""

YEARS = range(1000, 2100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The words of one side of a difference; `named` tells of each whether its capital makes it a name.

    `around` are the keys of the few words before and after, on the same side.
    """

    keys: tuple[str, ...]
    raws: tuple[str, ...]
    named: tuple[bool, ...]
    around: tuple[str, ...] = ()


Guard = Callable[[Side, Side, Lexicon], bool]


def concern_of(quoted: Side, source: Side, lexicon: Lexicon) -> Concern:
    """Return the gravest concern of a difference; WORD where no guard is touched."""
    return next((concern for concern, guard in GUARDS if guard(quoted, source, lexicon)), Concern.WORD)


def concerns_of(side: Side, lexicon: Lexicon) -> tuple[Concern, ...]:
    """Return every guard that words touch which one side has and the other has not, the gravest first."""
    nothing = Side(keys=(), raws=(), named=())
    return tuple(concern for concern, guard in GUARDS if guard(nothing, side, lexicon))


def is_ordinary(key: str, lexicon: Lexicon) -> bool:
    """Tell whether no guard minds a word by itself: it is in none of their tables, and no number in any writing."""
    return (
        key.isalpha()
        and key not in lexicon.guarded
        and modern(key) not in lexicon.guarded
        and value_of(key, lexicon) is None
        and roman_value(key) is None
    )


def turned(quoted: Side, source: Side, lexicon: Lexicon) -> bool:
    """Tell whether a negation was lost, added or reversed."""
    if _negations(quoted, lexicon) != _negations(source, lexicon):
        return True
    return reversed_by_letters(quoted, source, lexicon)


def reversed_by_letters(quoted: Side, source: Side, lexicon: Lexicon) -> bool:
    """Tell whether a few letters turn a word round: a prefix, an ending, a contracted "not"."""
    if _contracted(quoted) != _contracted(source) and _negations(quoted, lexicon) != _negations(source, lexicon):
        return True
    return any(contrary(one, other, lexicon) for one in quoted.keys for other in source.keys)


def _contracted(side: Side) -> int:
    """Count the words that end in a contracted "not"."""
    return sum(raw.lower().endswith(("n't", "n’t")) for raw in side.raws)


def _negations(side: Side, lexicon: Lexicon) -> int:
    """Count the negations, contracted ones included."""
    contracted = ("n't", "n’t")
    return sum(
        modern(key) in lexicon.negations or raw.lower().endswith(contracted)
        for key, raw in zip(side.keys, side.raws, strict=True)
    )


def contrary(one: str, other: str, lexicon: Lexicon) -> bool:
    """Tell whether one word is the other with a prefix or an ending that turns it into its contrary."""
    short, long = sorted((one, other), key=lambda word: (len(word), word))
    if len(short) > 2 and long.endswith(short) and long[: -len(short)] in lexicon.prefixes:  # noqa: PLR2004  (no "un" + "it")
        return True
    return long.removesuffix("less") == short.removesuffix("ful") != long and len(short) > 2  # noqa: PLR2004


def _redated(quoted: Side, source: Side, lexicon: Lexicon) -> bool:
    """Tell whether a month, a weekday, a year or a number beside a month differs."""
    if sorted(_days(quoted, lexicon)) != sorted(_days(source, lexicon)):
        return True
    mine, theirs = _numbers(quoted, source, lexicon)
    unlike = (mine - theirs) + (theirs - mine)
    if any(number.isdigit() and int(number) in YEARS for number in unlike):
        return True
    return bool(unlike) and any(key in lexicon.months for key in (*quoted.around, *source.around))


def same_day(quoted: Sequence[str], source: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether two runs of words name the same day of a month in two ways, and nothing besides."""
    if not any(key in lexicon.months for key in quoted):
        return False
    mine, theirs = _day_of(quoted, lexicon), _day_of(source, lexicon)
    return mine is not None and mine == theirs


def _day_of(keys: Sequence[str], lexicon: Lexicon) -> tuple[int, list[str]] | None:
    """Return the month and the numbers that words name; None where they name no month, no number or anything else."""
    months = [lexicon.months[key] for key in keys if key in lexicon.months]
    others = [key for key in keys if key not in lexicon.months and key not in lexicon.function and key != "day"]
    numbers = sorted(numbers_in(others, lexicon))
    if len(months) != 1 or not numbers or any(value_of(key, lexicon) is None for key in others):
        return None
    return months[0], numbers


def _days(side: Side, lexicon: Lexicon) -> list[tuple[str, int]]:
    """Return the months and weekdays that are meant as such."""
    found = []
    figures = any(key[0].isdigit() for key in (*side.keys, *side.around))
    for key, named in zip(side.keys, side.named, strict=True):
        if key in lexicon.months and (key not in NAMELIKE or named or figures):
            found.append(("month", lexicon.months[key]))
        elif key in lexicon.weekdays:
            found.append(("weekday", lexicon.weekdays[key]))
    return found


def _renumbered(quoted: Side, source: Side, lexicon: Lexicon) -> bool:
    """Tell whether a number differs; "one" alone is as often no number."""
    mine, theirs = _numbers(quoted, source, lexicon)
    unlike = (mine - theirs) + (theirs - mine)
    figures = any(key == "1" for key in (*quoted.keys, *source.keys))
    return bool(unlike) and (set(unlike) != {"1"} or figures or (bool(mine) and bool(theirs)))


def _numbers(quoted: Side, source: Side, lexicon: Lexicon) -> tuple[Counter[str], Counter[str]]:
    """Return the numbers of both sides; a Roman numeral counts where the other side has that number."""
    mine, theirs = Counter(numbers_in(quoted.keys, lexicon)), Counter(numbers_in(source.keys, lexicon))
    for side, own, other in ((quoted, mine, theirs), (source, theirs, mine)):
        own.update(str(value) for key in side.keys if (value := roman_value(key)) is not None and str(value) in other)
    return mine, theirs


def _renamed(quoted: Side, source: Side, lexicon: Lexicon) -> bool:
    """Tell whether a name stands on one side only."""
    return sorted(_names(quoted, lexicon)) != sorted(_names(source, lexicon))


def _names(side: Side, lexicon: Lexicon) -> list[str]:
    """Return the words that are names by their capitals, common words apart."""
    return [
        key
        for key, named in zip(side.keys, side.named, strict=True)
        if named and len(key) > 1 and key not in lexicon.function and key not in lexicon.months
    ]


def _remodalled(quoted: Side, source: Side, lexicon: Lexicon) -> bool:
    """Tell whether a word of necessity, possibility or condition differs."""
    return _counted(quoted, lexicon.modals | lexicon.conditions) != _counted(
        source, lexicon.modals | lexicon.conditions
    )


def _requantified(quoted: Side, source: Side, lexicon: Lexicon) -> bool:
    """Tell whether a word of quantity or frequency differs."""
    return _counted(quoted, lexicon.quantifiers) != _counted(source, lexicon.quantifiers)


def _counted(side: Side, words: frozenset[str]) -> Counter[str]:
    """Count the words of a table on one side, in their modern forms."""
    return Counter(modern(key) for key in side.keys if modern(key) in words)


GUARDS: tuple[tuple[Concern, Guard], ...] = (
    (Concern.POLARITY, turned),
    (Concern.DATE, _redated),
    (Concern.NUMBER, _renumbered),
    (Concern.NAME, _renamed),
    (Concern.MODALITY, _remodalled),
    (Concern.QUANTIFIER, _requantified),
)
"""The gravest first."""
