"""Whether a file's lines are paragraphs, or paragraphs are broken into lines of one width.

A line end is soft where the next word would not have fitted on the line. In a file set to a width most line ends
inside a paragraph are soft; in a file with a paragraph a line hardly any is.
"""

from collections.abc import Sequence
from itertools import pairwise

NARROW, WIDE = 48, 110  # columns: no prose is set narrower, and no hard-wrapped file wider
ENOUGH = 4  # line ends to judge by
MOST = 0.7  # of them must be soft
CLOSERS = ".!?:;…”\"’'»)]*_"


def is_wrapped(groups: Sequence[Sequence[str]]) -> bool:
    """Tell whether a file, given as its groups of lines between blank lines, is set to a width."""
    breaks = [pair for group in groups for pair in pairwise(group)]
    if not breaks:
        return False
    width = width_of(groups)
    if NARROW <= width <= WIDE and len(breaks) >= ENOUGH:
        soft = sum(is_full(line, after, width) for line, after in breaks)
        return soft >= MOST * len(breaks) or runs_on(breaks)
    return width <= WIDE and runs_on(breaks)


def width_of(groups: Sequence[Sequence[str]]) -> int:
    """Return the width that all but a twentieth of the lines keep to."""
    lengths = sorted(len(line.rstrip()) for group in groups for line in group)
    return lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]


def is_full(line: str, after: str, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on this line."""
    word = after.split(maxsplit=1)[0] if after.split() else ""
    return len(line.rstrip()) + 1 + len(word) > width - 2


def runs_on(breaks: Sequence[tuple[str, str]]) -> bool:
    """Tell whether half of the line ends at least stand in the middle of a sentence."""
    return 2 * sum(continues(line, after) for line, after in breaks) >= len(breaks)


def continues(line: str, after: str) -> bool:
    """Tell whether a sentence plainly goes on over a line end: no stop before it, a small letter after it."""
    before, behind = line.rstrip(), after.lstrip()
    return bool(before) and before[-1] not in CLOSERS and behind[:1].islower()
