"""The end of the terminal report: the totals, the quotations that could not be checked, and the works they need."""

from collections.abc import Iterator, Sequence

from valla.report.cards import INDENT, Sheet
from valla.report.columns import clip, wrap
from valla.report.dossiers import Dossier
from valla.report.phrases import SIGLUM, count_of
from valla.report.tally import NO_WORK, Tally, Wanted
from valla.report.totals import say_caution, say_findings, say_set_aside, say_verdicts

MOST_LINES = 12
"""Line numbers listed for one missing work."""
MOST_WORKS = 20
"""Missing works listed; the rest are counted."""


def show_totals(tally: Tally, dossiers: Sequence[Dossier], sheet: Sheet, *, strict: bool) -> Iterator[str]:
    """Yield the lines at the end."""
    yield from show_wanted(tally, dossiers, sheet)
    yield from (sheet.paint(line, "bold") for line in wrap(say_findings(tally), sheet.width))
    for verdict, words in say_verdicts(tally):
        yield f"{INDENT}{sheet.paint.verdict(SIGLUM[verdict], verdict)} {clip(words, sheet.width - len(INDENT) - 2)}"
    for words in filter(None, (say_set_aside(tally), say_caution(tally))):
        yield from wrap(words, sheet.width)
    if strict and tally.checked < tally.quotations:
        yield from wrap("--strict: what could not be checked counts as a failure.", sheet.width)


def show_wanted(tally: Tally, dossiers: Sequence[Dossier], sheet: Sheet) -> Iterator[str]:
    """Yield the works that would settle the unchecked quotations, with the lines on which these stand."""
    if not tally.wanted:
        return
    unchecked = tally.quotations - tally.checked
    head = f"Not checked: {count_of(unchecked, 'quotation')}. What each would need:"
    yield from (sheet.paint(line, "bold") for line in wrap(head, sheet.width))
    lines = {dossier.quotation.id: sheet.ruler.line(dossier.quotation.span.start) for dossier in dossiers}
    widest = len(f"{max(len(row.quotations) for row in tally.wanted):,}")
    for row in tally.wanted[:MOST_WORKS]:
        yield from show_work(row, [lines[name] for name in row.quotations], widest, sheet)
    if len(tally.wanted) > MOST_WORKS:
        yield f"{INDENT}and {count_of(len(tally.wanted) - MOST_WORKS, 'more work')}"
    yield ""


def show_work(row: Wanted, lines: list[int], widest: int, sheet: Sheet) -> Iterator[str]:
    """Yield one missing work: how many quotations need it, and on which lines they begin."""
    shown = ", ".join(map(str, dict.fromkeys(lines[:MOST_LINES])))
    more = ", …" if len(lines) > MOST_LINES else ""
    name = "no work is named" if row.work == NO_WORK else row.work
    words = wrap(f"{name} (line {shown}{more})", sheet.width - len(INDENT) - widest - 2)
    yield f"{INDENT}{len(row.quotations):>{widest},}  {words[0]}"
    yield from (" " * (len(INDENT) + widest + 2) + line for line in words[1:])
