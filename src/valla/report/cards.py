"""One quotation as a paragraph of the terminal report."""

from collections.abc import Iterator
from dataclasses import dataclass

from valla.model.anchors import Anchor
from valla.model.traces import Cut, Gap, Trace
from valla.report.collation import collate
from valla.report.columns import clip, pad, wrap
from valla.report.dossiers import Dossier, Entry, by_weight
from valla.report.facing import face
from valla.report.naming import describe_link, name_passage, name_speaker, name_work
from valla.report.paint import Paint
from valla.report.phrases import CONCERN_WORDS, SIGLUM, VERDICT_WORDS, say_hidden
from valla.report.places import Ruler
from valla.report.plain import on_one_line, shorten

INDENT = "    "
LABEL = 12
"""Columns of a label, the blanks behind it included."""
OPENING = 64
"""Code points of a quotation that its heading shows."""
UNCHECKED = "T190"
"""The rule that says "unchecked": here the verdict says it, and the totals list what is needed."""
HIDDEN = 360
"""Code points of hidden words that are shown; the web page shows all that the trace kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the paragraphs are set on: its width, its colours, and the lines of the essay."""

    width: int
    paint: Paint
    ruler: Ruler

    def labelled(self, label: str, words: str, stroke: str = "faint") -> list[str]:
        """Return words behind a label, wrapped, the label only before the first line."""
        gutter = len(INDENT) + LABEL
        lines = wrap(words, self.width - gutter)
        first = INDENT + self.paint(pad(label, LABEL), stroke) + lines[0]
        return [first, *(" " * gutter + line for line in lines[1:])]


def show_dossier(dossier: Dossier, sheet: Sheet) -> list[str]:
    """Return the lines of one quotation: what it is, its findings, and the source's words beside its own."""
    lines = [head_line(dossier, sheet), *show_origin(dossier, sheet)]
    lines += [line for link in dossier.links for line in sheet.labelled("through", describe_link(link))]
    if dossier.trace is not None:
        lines += show_verdict(dossier.trace, sheet)
    told = (entry for entry in by_weight(dossier.counting) if entry.finding.code != UNCHECKED)
    lines += [line for entry in told for line in show_entry(entry, sheet)]
    if dossier.trace is not None:
        lines += show_evidence(dossier, dossier.trace, sheet)
    return lines


def show_origin(dossier: Dossier, sheet: Sheet) -> list[str]:
    """Return who is said to speak and what is cited, or why the marks quote nobody."""
    if dossier.quotation.scare:
        return sheet.labelled("marks", f"quote nobody: {on_one_line(dossier.quotation.reason)}")
    return sheet.labelled("by", f"{name_speaker(dossier)}; {name_work(dossier)}")


def head_line(dossier: Dossier, sheet: Sheet) -> str:
    """Return the heading: the line of the essay and the first words."""
    document = sheet.ruler.document
    line = f"line {sheet.ruler.line(dossier.quotation.span.start)}"
    opening = shorten(dossier.quotation.words(document.text), OPENING)
    words = clip(opening, sheet.width - len(line) - 4)
    return f"{sheet.paint(line, 'faint')}  {sheet.paint(f'“{words}”', 'bold')}"


def show_verdict(trace: Trace, sheet: Sheet) -> list[str]:
    """Return the verdict with its sign and its reason."""
    words = f"{SIGLUM[trace.verdict]} {VERDICT_WORDS[trace.verdict]}"
    reason = on_one_line(trace.reason)
    painted = sheet.labelled("verdict", words if reason == VERDICT_WORDS[trace.verdict] else f"{words}: {reason}")
    painted[0] = painted[0].replace(words, sheet.paint.verdict(words, trace.verdict), 1)
    return painted


def show_entry(entry: Entry, sheet: Sheet, *, alone: bool = False) -> list[str]:
    """Return a finding; one that belongs to no quotation brings its own line number and words."""
    finding = entry.finding
    words = f"{finding.code} {finding.name}: {on_one_line(finding.message)}"
    lines = sheet.labelled(finding.severity.value, words, finding.severity.value)
    if not alone:
        return lines
    line = f"line {sheet.ruler.line(finding.span.start)}"
    there = clip(shorten(finding.span.of(sheet.ruler.document.text), OPENING), sheet.width - len(line) - 2)
    head = sheet.paint(line, "faint")
    return [f"{head}  {there}" if there else head, *lines]


def show_evidence(dossier: Dossier, trace: Trace, sheet: Sheet) -> list[str]:
    """Return the source's words beside the quotation's, what joins leave out, what follows, and where it stands."""
    lines = show_collation(dossier, trace, sheet)
    lines += [line for gap in trace.gaps for line in show_gap(gap, sheet)]
    lines += [line for cut in trace.cuts for line in show_cut(cut, sheet)]
    if trace.passages:
        lines += sheet.labelled("stands in", "; ".join(places_of(trace)))
    if trace.wanted:
        lines += sheet.labelled("needs", on_one_line(trace.wanted))
    if trace.rivals:
        others = "; ".join(name_passage(rival.anchor) for rival in trace.rivals[:3])
        lines += sheet.labelled("also in", others)
    return lines


def show_collation(dossier: Dossier, trace: Trace, sheet: Sheet) -> list[str]:
    """Return the two texts, one under the other, where they differ."""
    pieces = collate(trace, dossier.quotation.parts, sheet.ruler.document.text)
    if not any(piece.differs for piece in pieces):
        return []
    told = sorted({CONCERN_WORDS[piece.concern] for piece in pieces if piece.concern is not None})
    facing = face(pieces, ("essay", "source"), LABEL, sheet.width - len(INDENT), sheet.paint)
    lines = ["", *(INDENT + line if line else "" for line in facing)]
    return [*lines, *(sheet.labelled("differs in", ", ".join(told)) if told else [])]


def show_gap(gap: Gap, sheet: Sheet) -> Iterator[str]:
    """Yield what a join leaves out."""
    if gap.hidden is None:
        where = "in another document" if gap.other_document else "at an earlier place"
        yield from sheet.labelled("joins", f"the next words stand {where}")
    elif gap.words:
        told = say_hidden(gap.words, marked=gap.marked, concerns=gap.concerns)
        said = f"{told}: “{shorten(gap.hidden, HIDDEN)}”"
        yield from sheet.labelled("hides", said)


def show_cut(cut: Cut, sheet: Sheet) -> list[str]:
    """Return the qualifier of the source that the quotation stops before, or begins behind."""
    label = "goes on" if cut.at_end else "begins"
    return sheet.labelled(label, f"“{shorten(cut.words, HIDDEN)}”")


def places_of(trace: Trace) -> list[str]:
    """Return the places of the passages, each once, in the order of the quotation."""
    return list(dict.fromkeys(place_words(passage.anchor) for passage in trace.passages))


def place_words(anchor: Anchor) -> str:
    """Return a place in a source: its document and page, or its offset where no page is known."""
    return name_passage(anchor) if anchor.page else f"{name_passage(anchor)}, at character {anchor.span.start:,}"
