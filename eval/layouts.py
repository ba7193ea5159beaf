"""The same text in other clothes: each layout is a list of edits, so that every place can be found again.

An edit replaces a stretch of the text by other letters. `Rewriting` applies the edits and answers where an offset of
the old text stands in the new one, and back. Offsets count code points.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import accumulate, pairwise

Edit = tuple[int, int, str]

STRAIGHT = {"“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'", "‚": "'", "‛": "'"}
GUILLEMETS = {"“": "«", "”": "»"}
ENTITIES = {"“": "&ldquo;", "”": "&rdquo;", "‘": "&lsquo;", "’": "&rsquo;", "—": "&mdash;", "…": "&hellip;"}
LINE_DASH = re.compile(r"(?m)^[–—-][ \t]*")
DASH = re.compile(r"[–—]")
BREAK = re.compile(r"\n(?:[ \t]*\n)*")
MARKDOWN_SIGN = re.compile(r"(?m)[\\`*_\[\]<>#]|^[+-](?= )|^\d+(?=[.)] )")
BLANK = re.compile(" ")
DOUBLE = re.compile('[“”"„«»]')
LABEL = re.compile(r"(?m)^[“\"]?\[?(?P<name>[^\W\d_a-z][\w.’'-]{1,20}(?: [^\W\d_a-z][\w.’'-]{1,20}){0,2}):")


@dataclass(frozen=True)
class Rewriting:
    """A text rewritten by edits that are sorted and do not overlap; not slotted, so that its map is made once."""

    old: str
    edits: tuple[Edit, ...]

    @property
    def text(self) -> str:
        """Return the rewritten text."""
        ends = (0, *(end for _, end, _ in self.edits))
        starts = (*(start for start, _, _ in self.edits), len(self.old))
        pieces = [self.old[end:start] for end, start in zip(ends, starts, strict=True)]
        return "".join(piece + new for piece, new in zip(pieces, (*(new for _, _, new in self.edits), ""), strict=True))

    @cached_property
    def moves(self) -> list[tuple[int, int]]:
        """Return where each untouched stretch begins, in the old text and in the new one."""
        grown = accumulate((len(new) - (end - start) for start, end, new in self.edits), initial=0)
        return [(end, end + growth) for end, growth in zip((0, *(end for _, end, _ in self.edits)), grown, strict=True)]

    def forward(self, offset: int) -> int:
        """Return where a place of the old text stands in the new one; inside an edit, where its new letters begin."""
        moves = self.moves
        at = bisect_right(moves, offset, key=lambda move: move[0]) - 1
        if at < len(self.edits) and self.edits[at][0] < offset:
            return moves[at][1] + self.edits[at][0] - moves[at][0]
        return moves[at][1] + offset - moves[at][0]

    def back(self, offset: int) -> int:
        """Return where a place of the new text stands in the old one; inside new letters, where these were put."""
        moves = self.moves
        at = max(0, bisect_right(moves, offset, key=lambda move: move[1]) - 1)
        before = moves[at][0] + offset - moves[at][1]
        return min(before, self.edits[at][0]) if at < len(self.edits) else before


Line = tuple[int, int]
Layout = Callable[[str, Sequence[Line]], Rewriting]
"""A layout takes the text and the spans of the attribution lines that stand right below a quotation."""


def replace_letters(text: str, table: dict[str, str]) -> Rewriting:
    """Return the text with single letters replaced."""
    return Rewriting(text, tuple((at, at + 1, table[letter]) for at, letter in enumerate(text) if letter in table))


def straighten(text: str, _: Sequence[Line]) -> Rewriting:
    """Return the text with straight marks for curly ones."""
    return replace_letters(text, STRAIGHT)


def use_guillemets(text: str, _: Sequence[Line]) -> Rewriting:
    """Return the text with guillemets for double marks."""
    return replace_letters(text, GUILLEMETS)


def drop_dashes(text: str, _: Sequence[Line]) -> Rewriting:
    """Return the text without dashes before attributions, and with hyphens for all others."""
    leading = {match.start(): (match.start(), match.end(), "") for match in LINE_DASH.finditer(text)}
    others = ((at.start(), at.end(), "-") for at in DASH.finditer(text) if at.start() not in leading)
    return Rewriting(text, tuple(sorted((*leading.values(), *others))))


def part_attributions(text: str, lines: Sequence[Line]) -> Rewriting:
    """Return the text with a blank line before each attribution."""
    return Rewriting(text, tuple((start, start, "\n") for start, _ in lines))


def wrap_lines(text: str, _: Sequence[Line], width: int = 72) -> Rewriting:
    """Return the text with its lines broken at a narrow measure."""
    return Rewriting(text, tuple((at, at + 1, "\n") for at in find_breaks(text, width)))


def find_breaks(text: str, width: int) -> Iterator[int]:
    """Yield the blanks at which lines must be broken so as not to exceed the width, where that is possible."""
    begun, last = 0, -1
    for at, letter in enumerate((*text, "\n")):
        if letter in " \n" and at - begun > width and last >= begun:
            yield last
            begun = last + 1
        if letter == "\n":
            begun = at + 1
        elif letter == " ":
            last = at


def write_html(text: str, _: Sequence[Line]) -> Rewriting:
    """Return the text as a page: a paragraph for each, breaks for its line ends, marks as entities."""
    edits: list[Edit] = [(0, 0, "<!DOCTYPE html>\n<html><body>\n<p>"), (len(text), len(text), "</p>\n</body></html>\n")]
    for ends in BREAK.finditer(text):
        new = "<br>\n" if ends.group().count("\n") == 1 else "</p>\n<p>"
        edits.append((ends.start(), ends.end(), new))
    for at, letter in enumerate(text):
        written = ENTITIES.get(letter) or escape(letter, quote=False)
        if written != letter:
            edits.append((at, at + 1, written))
    return Rewriting(text, tuple(sorted(edits)))


def write_markdown(text: str, _: Sequence[Line]) -> Rewriting:
    """Return the text as Markdown: hard breaks for line ends, and its own signs escaped."""
    breaks = ((at.start(), at.start(), "\\") for at in BREAK.finditer(text) if at.group().count("\n") == 1)
    signs = ((at.end() - 1, at.end() - 1, "\\") for at in MARKDOWN_SIGN.finditer(text) if not at.group().isdigit())
    numbers = ((at.end(), at.end(), "\\") for at in MARKDOWN_SIGN.finditer(text) if at.group().isdigit())
    return Rewriting(text, tuple(sorted((*breaks, *signs, *numbers))))


def end_lines_twice(text: str, _: Sequence[Line]) -> Rewriting:
    """Return the text with the line ends of Windows."""
    return Rewriting(text, tuple((at.start(), at.start(), "\r") for at in re.finditer("\n", text)))


def harden_blanks(text: str, _: Sequence[Line]) -> Rewriting:
    """Return the text with a non-breaking space for every third blank."""
    blanks = [at.start() for at in BLANK.finditer(text)]
    return Rewriting(text, tuple((at, at + 1, "\u00a0") for at in blanks[::3]))


def lose_marks(text: str, _: Sequence[Line]) -> Rewriting:
    """Return the text as a scanner may leave it: every twentieth double mark is lost."""
    marks = [at.start() for at in DOUBLE.finditer(text)]
    return Rewriting(text, tuple((at, at + 1, "") for at in marks[9::20]))


def join_attributions(text: str, lines: Sequence[Line]) -> Rewriting:
    """Return the text with each attribution behind a dash at the end of its quotation, on the same line."""
    joined = []
    for start, _ in lines:
        dash = LINE_DASH.match(text, start)
        joined.append((start - 1, dash.end() if dash else start, " — "))
    return Rewriting(text, tuple(row for row in joined if row[0] >= 0 and text[row[0]] == "\n"))


def shout_labels(text: str, _: Sequence[Line]) -> Rewriting:
    """Return the text with the labels of dialogues in capitals."""
    spans = (match.span("name") for match in LABEL.finditer(text))
    letters = (at for start, end in spans for at in range(start, end) if text[at].islower())
    return Rewriting(text, tuple((at, at + 1, text[at].upper()) for at in letters if len(text[at].upper()) == 1))


LAYOUTS: dict[str, tuple[Layout, str]] = {
    "straight": (straighten, "txt"),
    "no-dashes": (drop_dashes, "txt"),
    "blank-lines": (part_attributions, "txt"),
    "html": (write_html, "html"),
    "markdown": (write_markdown, "md"),
    "guillemets": (use_guillemets, "txt"),
    "wrapped-72": (wrap_lines, "txt"),
    "crlf": (end_lines_twice, "txt"),
    "hard-blanks": (harden_blanks, "txt"),
    "lost-marks": (lose_marks, "txt"),
    "same-line": (join_attributions, "txt"),
    "capital-labels": (shout_labels, "txt"),
}
"""Each layout by its name, with the ending of the file that it makes."""


def lines_below(text: str, spans: Sequence[Line]) -> list[Line]:
    """Return the lines that stand right below a quotation, in order: its attribution, where there is one."""
    starts = {0, *(at.end() for at in re.finditer("\n", text)), len(text) + 1}
    edges = sorted(starts)
    lines = {(start, end - 1) for start, end in pairwise(edges)}
    below = set()
    for _, end in spans:
        after = edges[bisect_right(edges, end) : bisect_right(edges, end) + 2]
        line = (after[0], after[1] - 1) if len(after) > 1 else None
        quoted = line is not None and any(start <= line[1] and line[0] <= stop for start, stop in spans)
        if line in lines and line is not None and text[slice(*line)].strip() and not quoted:
            below.add(line)
    return sorted(below)
