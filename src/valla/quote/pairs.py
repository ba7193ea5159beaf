"""Which mark closes which, within one paragraph.

Marks are read once from left to right over a stack. A mark whose neighbours leave doubt closes what is open and opens
otherwise. Single marks count only where both ends are there, since most of them are apostrophes. What stays open or
closes nothing is handed on: whether it runs on into the next paragraph, or lost its partner, is not decided here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from valla.model.anchors import Span
from valla.quote.signs import CLOSES, EITHER, OPENS, STRAIGHT, Family, Sign

DEEPEST = 6  # levels of marks inside marks; below that they are noise


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """An opening and a closing mark that belong together."""

    opening: Sign = field(compare=False)
    closing: Sign = field(compare=False)
    doubled: bool = False

    @property
    def inner(self) -> Span:
        """Return the range between the two marks."""
        return Span(self.opening.end, self.closing.start)


@dataclass(slots=True)
class Pairing:
    """What the marks of one paragraph make: pairs, marks left open, marks that close nothing.

    `loose` are single marks that could close a double one, by the start of the mark that was open when they came.
    """

    pairs: list[Pair]
    opens: list[Sign]
    closes: list[Sign]
    loose: dict[int, Sign]

    @property
    def bare(self) -> bool:
        """Tell whether no mark here is left without a partner."""
        return not self.opens and not self.closes


def pair_signs(signs: Sequence[Sign], span: Span) -> Pairing:
    """Return what the marks of a paragraph make, `span` being the paragraph without its blanks."""
    pairing = Pairing([], [], [], {})
    stack: list[Sign] = []
    if any(sign.glyph == "‘" for sign in signs):  # then no ’ needs to open anything
        signs = [sign for sign in signs if sign.glyph != "’" or sign.turn != OPENS]
    turns = [turn_in(sign, span) for sign in signs]
    beyond = closers_ahead(signs, turns)
    for index, sign in enumerate(signs):
        if sign.single:
            some, good = beyond[index]
            leads = is_leading(sign, span)
            place_single(sign, turns[index], (some or leads, good), stack, pairing)
        else:
            place_double(sign, settle_turn(index, signs, turns, stack), stack, pairing)
    pairing.opens.extend(sign for sign in stack if not sign.single or is_leading(sign, span))
    pairing.pairs = merge_doubled(pairing, span)
    return pairing


def is_leading(sign: Sign, span: Span) -> bool:
    """Tell whether a mark stands at the head of its paragraph."""
    return sign.start == span.start


def turn_in(sign: Sign, span: Span) -> int:
    """Return which way a mark looks in its paragraph: at the head it opens and at the end it closes, whatever its shape."""
    if sign.start == span.start and sign.end < span.end:
        return OPENS
    if sign.end == span.end and not sign.single:
        return CLOSES
    return sign.turn


def settle_turn(index: int, signs: Sequence[Sign], turns: Sequence[int], stack: Sequence[Sign]) -> int:
    """Return which way a double mark looks, its shape and its neighbours against each other where they disagree.

    A mark that looks one way by its place and the other by its shape is believed by its place only if the next double
    mark bears it out; otherwise a blank is likelier to be misplaced than a mark to be reversed.
    """
    sign, turn = signs[index], turns[index]
    opened = any(not other.single for other in stack)
    if turn == EITHER:
        return undecided(sign, opened=opened)
    if not sign.native or turn == sign.native or sign.start == 0:
        return turn
    following = next((turns[k] for k in range(index + 1, min(len(signs), index + 6)) if not signs[k].single), EITHER)
    if turn == OPENS and opened and following != CLOSES and sign.before != "":
        return CLOSES
    if turn == CLOSES and not opened and following == CLOSES:
        return OPENS
    return turn


def undecided(sign: Sign, *, opened: bool) -> int:
    """Return the way of a mark that neither shape nor neighbours decide; a lone one between blanks is no mark."""
    if opened:
        return CLOSES
    if sign.before.isspace() and (not sign.after or sign.after.isspace()):
        return EITHER
    return CLOSES if sign.before and not sign.before.isspace() and not sign.before.isalnum() else OPENS


def place_double(sign: Sign, turn: int, stack: list[Sign], pairing: Pairing) -> None:
    """Put a double mark on the stack, or let it close the nearest double mark that is open."""
    if turn == OPENS:
        push(sign, stack, pairing)
    elif turn == CLOSES:
        depth = matching_depth(sign, stack)
        if depth is None:
            pairing.closes.append(sign)
            return
        left = stack[depth + 1 :]
        pairing.opens.extend(other for other in left if not other.single)
        pairing.pairs.append(Pair(stack[depth], sign))
        del stack[depth:]


def push(sign: Sign, stack: list[Sign], pairing: Pairing) -> None:
    """Open a mark; under too many open ones the second oldest is given up."""
    stack.append(sign)
    if len(stack) > DEEPEST:
        pairing.opens.append(stack.pop(1))


def matching_depth(sign: Sign, stack: Sequence[Sign]) -> int | None:
    """Return the place on the stack of the mark that a double mark closes.

    The nearest of the same kind comes first, then the nearest double one, then a single one that opened the words
    just before: «...» holds "...", and a mark of another kind closes only what nothing else can close.
    """
    doubles = [depth for depth in range(len(stack) - 1, -1, -1) if not stack[depth].single]
    same = [depth for depth in doubles if stack[depth].kind == sign.kind]
    if same:
        return same[0]
    if doubles:
        return doubles[0]
    if stack and stack[-1].kind != STRAIGHT and stack[-1].glyph != "’":
        return len(stack) - 1
    return None


def closers_ahead(signs: Sequence[Sign], turns: Sequence[int]) -> list[tuple[bool, bool]]:
    """Return for each mark whether a single mark behind it may close: any one, and one that is no possessive.

    Only marks up to the next single mark that must open are looked at, so that two quotations do not share an end.
    """
    ahead: list[tuple[bool, bool]] = []
    some = good = False
    for sign, turn in zip(reversed(signs), reversed(turns), strict=True):
        ahead.append((some, good))
        if sign.single and turn == OPENS:
            some = good = False
        elif sign.single:
            some, good = True, good or not is_possessive(sign)
    ahead.reverse()
    return ahead


def is_possessive(sign: Sign) -> bool:
    """Tell whether a single mark may be that of the workers' party: an s before it, a word after it."""
    return sign.before in ("s", "S", "z", "x") and sign.after.isspace()


def place_single(sign: Sign, turn: int, ahead: tuple[bool, bool], stack: list[Sign], pairing: Pairing) -> None:
    """Open or close with a single mark, or pass it by as an apostrophe."""
    some, good = ahead
    holder = next((depth for depth in range(len(stack) - 1, -1, -1) if stack[depth].single), None)
    if turn == OPENS or (turn == EITHER and holder is None):
        if may_open(sign, some=some):
            push(sign, stack, pairing)
        return
    if holder is None:
        keep_loose(sign, stack, pairing)
    elif is_possessive(sign) and good:
        return
    elif holder == len(stack) - 1:
        pairing.pairs.append(Pair(stack.pop(), sign))
    elif not some and not sign.before.isalnum():
        pairing.opens.extend(stack[holder + 1 :])
        pairing.pairs.append(Pair(stack[holder], sign))
        del stack[holder:]


def may_open(sign: Sign, *, some: bool) -> bool:
    """Tell whether a single mark that looks forward opens: if it can be closed, or leads its paragraph."""
    return some and not (sign.glyph == "’" and sign.native == CLOSES)


def keep_loose(sign: Sign, stack: Sequence[Sign], pairing: Pairing) -> None:
    """Remember a single mark that could close the double one now open, should that one find no other end."""
    if stack and stack[-1].family is Family.DOUBLE and not is_possessive(sign) and sign.before:
        pairing.loose.setdefault(stack[-1].start, sign)


def merge_doubled(pairing: Pairing, span: Span) -> list[Pair]:
    """Return the pairs in order, with marks that were merely struck twice drawn together."""
    strays = {sign.end: sign for sign in pairing.opens if sign.start > span.start}
    ends = {sign.start: sign for sign in pairing.closes}
    used: set[int] = set()
    merged: list[Pair] = []
    for pair in sorted(pairing.pairs, key=lambda pair: (pair.opening.start, -pair.closing.end)):
        if merged and wraps(merged[-1], pair):
            merged[-1] = Pair(pair.opening, pair.closing, doubled=True)
            continue
        beside = (strays.get(pair.opening.start), ends.get(pair.closing.end))
        twice = [sign.start for sign in beside if sign and sign.kind == pair.opening.kind]
        used.update(twice)
        merged.append(Pair(pair.opening, pair.closing, doubled=True) if twice else pair)
    pairing.opens[:] = sorted((sign for sign in pairing.opens if sign.start not in used), key=lambda sign: sign.start)
    pairing.closes[:] = [sign for sign in pairing.closes if sign.start not in used]
    return merged


def wraps(outer: Pair, inner: Pair) -> bool:
    """Tell whether two pairs of the same kind stand directly around the same words."""
    return (
        outer.opening.end == inner.opening.start
        and inner.closing.end == outer.closing.start
        and outer.opening.kind == inner.opening.kind
    )
