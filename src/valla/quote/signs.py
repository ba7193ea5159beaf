"""Quotation marks as they stand in a text: where, of which family, and which way their neighbours turn them.

A mark's own shape is only a hint. Which way it looks is read from the letters and blanks on its two sides first, then
from what the same shape does elsewhere in the document (“ closes a quotation in German), and last from its shape.
Apostrophes are left out here where one glance suffices: inside a word, and before a clipped word or decade.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

OPENS, CLOSES, EITHER = 1, -1, 0
LONGEST_RUN = 6  # more marks in a row are ornament
MANY = 3  # votes by which a document shows its custom

SIGN = re.compile("``|''|,,(?=[^\\W_])|[“”„‟＂«»‹›‘’‚‛\"'`´「」『』〝〞〟]")
CLIPPED = re.compile(
    r"(?:\d\ds?|tis|twas|twere|twill|twould|em|bout|til|neath|gainst|cept|n|un|ee)(?![\w-])", re.IGNORECASE
)
OPEN_BESIDE = frozenset("([{<—–―-/=:¡¿|→†‡")  # may stand right before an opening mark
CLOSE_BESIDE = frozenset(",;:.!?)]}—–―-[(†‡…/|*>")  # may stand right behind a closing mark
OPEN_INSIDE = frozenset("([…¡¿—–-$£€§#")  # may stand right behind an opening mark
STOPS = frozenset(",;)]}")  # nothing opens before these
THROUGH = frozenset("_*")  # emphasis in plain text: marks look through it


class Family(StrEnum):
    """Double marks hold quotations, single marks hold quotations inside them; in some countries the other way round."""

    DOUBLE = "double"
    SINGLE = "single"


CURLY, STRAIGHT, ANGLE, TYPED, CORNER = "curly", "straight", "angle", "typed", "corner"
GLYPHS: dict[str, tuple[Family, str, int]] = {
    "“": (Family.DOUBLE, CURLY, OPENS),
    "”": (Family.DOUBLE, CURLY, CLOSES),
    "„": (Family.DOUBLE, CURLY, OPENS),
    "‟": (Family.DOUBLE, CURLY, OPENS),
    "〝": (Family.DOUBLE, CURLY, OPENS),
    "〞": (Family.DOUBLE, CURLY, CLOSES),
    "〟": (Family.DOUBLE, CURLY, CLOSES),
    "«": (Family.DOUBLE, ANGLE, OPENS),
    "»": (Family.DOUBLE, ANGLE, CLOSES),
    '"': (Family.DOUBLE, STRAIGHT, EITHER),
    "＂": (Family.DOUBLE, STRAIGHT, EITHER),
    "``": (Family.DOUBLE, TYPED, OPENS),
    "''": (Family.DOUBLE, TYPED, EITHER),
    ",,": (Family.DOUBLE, TYPED, OPENS),
    "「": (Family.DOUBLE, CORNER, OPENS),
    "」": (Family.DOUBLE, CORNER, CLOSES),
    "『": (Family.SINGLE, CORNER, OPENS),
    "』": (Family.SINGLE, CORNER, CLOSES),
    "‹": (Family.SINGLE, ANGLE, OPENS),
    "›": (Family.SINGLE, ANGLE, CLOSES),
    "‘": (Family.SINGLE, CURLY, OPENS),
    "’": (Family.SINGLE, CURLY, CLOSES),
    "‚": (Family.SINGLE, CURLY, OPENS),
    "‛": (Family.SINGLE, CURLY, OPENS),
    "'": (Family.SINGLE, STRAIGHT, EITHER),
    "`": (Family.SINGLE, TYPED, OPENS),
    "´": (Family.SINGLE, TYPED, CLOSES),
}
FIRM = frozenset("「」『』‚„")  # shapes that look one way in every country


class Sign(NamedTuple):
    """One quotation mark at `start`-`end`; a tuple, because a text may hold a million of them.

    `turn` is the way it looks, `sure` whether its neighbours alone say so.
    """

    start: int
    end: int
    glyph: str
    family: Family
    kind: str
    native: int  # the way its shape looks in this document
    turn: int
    sure: bool
    before: str  # the character before it, other marks and emphasis looked through; "" at the edge of the text
    after: str
    twice: bool = False  # struck twice; the other one is left out

    @property
    def single(self) -> bool:
        """Tell whether it is a single mark, which may be an apostrophe."""
        return self.family is Family.SINGLE


def read_signs(text: str, most: int) -> tuple[list[Sign], int]:
    """Return the first marks of a text in order, without ornaments and plain apostrophes, and where they end.

    That is the end of the text, unless it has more than `most` marks.
    """
    signs: list[Sign] = []
    end = len(text)
    for run in runs_of_marks(text):
        if len(signs) >= most:
            end = run[0].start()
            break
        if len(run) <= LONGEST_RUN:
            signs.extend(signs_of_run(text, run))
    customs = learn_customs(signs)
    return [follow_custom(sign, customs.get(sign.glyph)) for sign in signs], end


def count_openings(text: str, start: int) -> int:
    """Return about how many quotations begin behind a place: half as many as there are double marks."""
    if start >= len(text):
        return 0
    double = [glyph for glyph, (family, _, _) in GLYPHS.items() if family is Family.DOUBLE]
    return sum(text.count(glyph, start) for glyph in double) // 2


def runs_of_marks(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the groups of marks that touch each other, apostrophes inside words left out."""
    run: list[re.Match[str]] = []
    for match in SIGN.finditer(text):
        if is_inside_word(text, match):
            continue
        if run and run[-1].end() != match.start():
            yield run
            run = []
        if len(run) > LONGEST_RUN:  # an ornament; only its end is of use
            run.pop()
        run.append(match)
    if run:
        yield run


def is_inside_word(text: str, match: re.Match[str]) -> bool:
    """Tell whether a single mark stands between two letters or figures."""
    start, end = match.span()
    if GLYPHS[match.group()][0] is Family.DOUBLE or match.group() in FIRM:
        return False
    return start > 0 and end < len(text) and text[start - 1].isalnum() and text[end].isalnum()


def signs_of_run(text: str, run: Sequence[re.Match[str]]) -> Iterator[Sign]:
    """Yield the signs of one group of touching marks; all of them look at what is outside the group."""
    before = look_back(text, run[0].start())
    after = look_ahead(text, run[-1].end())
    for match in run:
        family, kind, native = GLYPHS[match.group()]
        if family is Family.SINGLE and is_clipped(text, match, before):
            continue
        turn, sure = turn_of(before, after)
        if match.group() in FIRM:
            turn, sure = native, True
        yield Sign(
            start=match.start(),
            end=match.end(),
            glyph=match.group(),
            family=family,
            kind=kind,
            native=native,
            turn=turn,
            sure=sure,
            before=before,
            after=after,
        )


def look_back(text: str, at: int) -> str:
    """Return the character before a place, looking through emphasis."""
    least = max(0, at - 4)
    while at > least and text[at - 1] in THROUGH:
        at -= 1
    return text[at - 1] if at else ""


def look_ahead(text: str, at: int) -> str:
    """Return the character at a place, looking through emphasis; three dots count as an ellipsis."""
    most = min(len(text), at + 4)
    while at < most and text[at] in THROUGH:
        at += 1
    if text.startswith(("...", ". ."), at):
        return "…"
    return text[at] if at < len(text) else ""


def is_clipped(text: str, match: re.Match[str], before: str) -> bool:
    """Tell whether a single mark stands for the letters lost at the head of a word or of a year."""
    if before.isalnum() or match.group() not in "'’‘‛`":
        return False
    return CLIPPED.match(text, match.end()) is not None


def turn_of(before: str, after: str) -> tuple[int, bool]:
    """Return which way a mark looks between two characters, and whether they leave no doubt."""
    open_left = not before or before.isspace() or before in OPEN_BESIDE
    open_right = bool(after) and not after.isspace() and (after not in CLOSE_BESIDE or after in OPEN_INSIDE)
    close_left = bool(before) and not before.isspace() and before not in "([{"
    close_right = not after or after.isspace() or after in CLOSE_BESIDE
    opens, closes = open_left and open_right, close_left and close_right
    if opens is not closes:
        return (OPENS if opens else CLOSES), True
    if after in STOPS and before.isspace():  # a blank has slipped in before the mark
        return CLOSES, True
    return EITHER, False


def without_repeats(text: str, signs: Sequence[Sign]) -> list[Sign]:
    """Return marks without those struck twice in the middle of a sentence, where no two quotations begin or end."""
    kept: list[Sign] = []
    for sign in signs:
        last = kept[-1] if kept else None
        if last is None or not is_repeat(last, sign):
            kept.append(sign)
        elif sign.turn == OPENS and goes_on_before(text, last.start):
            kept[-1] = sign._replace(twice=True)
        elif sign.turn == CLOSES and goes_on_behind(text, sign.end):
            kept[-1] = last._replace(twice=True)
        else:
            kept.append(sign)
    return kept


def is_repeat(left: Sign, right: Sign) -> bool:
    """Tell whether two marks are the same double mark, side by side."""
    return left.end == right.start and left.glyph == right.glyph and not left.single


def goes_on_before(text: str, at: int) -> bool:
    """Tell whether a small word stands before a place, so that a sentence is under way."""
    before = text[max(0, at - 2) : at]
    return len(before) > 1 and before[0].islower() and before[1].isspace()


def goes_on_behind(text: str, at: int) -> bool:
    """Tell whether a small word stands behind a place, so that a sentence goes on."""
    behind = text[at : at + 2]
    return len(behind) > 1 and behind[0].isspace() and behind[1].islower()


def learn_customs(signs: Sequence[Sign]) -> dict[str, int]:
    """Return the way in which a document uses a shape, where that is not the way of its own."""
    votes = Counter((sign.glyph, sign.turn) for sign in signs if sign.sure)
    low = any(sign.glyph in "„‚" for sign in signs)
    customs = {}
    for glyph in sorted({glyph for glyph, _ in votes}, reverse=True):  # ” before ’
        if glyph == "’" and "”" not in customs:
            continue  # it is an apostrophe far more often than a mark
        native = GLYPHS[glyph][2]
        along, against = votes[glyph, native], votes[glyph, -native]
        if native and against > 2 * along and (against >= MANY or low or glyph in "«»‹›"):
            customs[glyph] = -native
        elif native and against >= MANY and 3 * against > along and not other_opens(glyph, votes):
            customs[glyph] = EITHER
    return customs


def other_opens(glyph: str, votes: Counter[tuple[str, int]]) -> bool:
    """Tell whether another shape of the same family opens in this document, so that this one need not."""
    family, kind, _ = GLYPHS[glyph]
    return any(votes[other, OPENS] and other != glyph and GLYPHS[other][:2] == (family, kind) for other in GLYPHS)


def follow_custom(sign: Sign, custom: int | None) -> Sign:
    """Return a sign with the custom of its document; a doubtful one takes the way of its shape."""
    native = sign.native if custom is None else custom
    turn = sign.turn if sign.sure else native
    if (native, turn) == (sign.native, sign.turn):
        return sign
    return sign._replace(native=native, turn=turn)
