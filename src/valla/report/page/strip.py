"""The picture of the whole: the essay as a strip from its first letter to its last, with every quotation at its place.

Four lanes tell firm ground from trouble without colour: findings (the graver, the taller), quotations that stand,
quotations that do not, quotations that could not be checked. The picture is for the pointer and the eye; the essay
and the cards say the same to keyboards and screen readers.
"""

from collections.abc import Iterable, Iterator, Sequence

from valla.model.anchors import Span
from valla.model.documents import BlockKind, Document
from valla.model.findings import Severity
from valla.model.traces import Verdict
from valla.report.dossiers import Dossier, Entry
from valla.report.page.markup import Markup, element
from valla.report.page.names import flag_id, key_of, mark_id, siglum, verdict_class
from valla.report.phrases import VERDICT_WORDS
from valla.report.plain import shorten

WIDTH, LANE, GAP = 1000, 22, 8
"""Units of the picture: its width, the height of a lane and of the space under it."""
NARROWEST = 2.5
"""Units that the shortest quotation takes, so that it can be seen and hit."""

LANES = ("Findings", "Stand", "Do not stand", "Unchecked")
HEIGHT = len(LANES) * (LANE + GAP)
LANE_OF = {
    Verdict.VERBATIM: 1,
    Verdict.VARIANT: 1,
    Verdict.ELIDED: 1,
    Verdict.ALTERED: 2,
    Verdict.SPLICED: 2,
    Verdict.ELSEWHERE: 2,
    Verdict.NOT_FOUND: 2,
    Verdict.TOO_SHORT: 3,
    Verdict.UNCHECKED: 3,
}
TALL = {Severity.ERROR: 1.0, Severity.WARNING: 0.65, Severity.NOTE: 0.35}


def render_strip(document: Document, dossiers: Sequence[Dossier], entries: Sequence[Entry]) -> Markup:
    """Return the figure: the lanes with their names, and how to read them."""
    length = max(1, len(document.text))
    drawn = [
        *heading_lines(document, length),
        *lane_lines(),
        *quotation_bars(dossiers, length),
        *finding_ticks(entries, dossiers, length),
    ]
    picture = element(
        "svg",
        *drawn,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
    names = element("div", *(element("span", name) for name in LANES), class_="lanes", aria_hidden="true")
    told = element("figcaption", "The essay from its beginning to its end. Upright lines are headings. ", TELLING)
    return element("figure", element("div", names, picture, class_="plot"), told, class_="strip")


TELLING = "A click on a bar leads to the quotation. The essay and the cards below say the same in words."


def lane_lines() -> Iterator[Markup]:
    """Yield the ground line of each lane."""
    for number in range(len(LANES)):
        y = f"{bottom_of(number):g}"
        yield element("line", x1="0", x2=str(WIDTH), y1=y, y2=y, class_="ground")


def bottom_of(lane: int) -> float:
    """Return the height at which a lane ends."""
    return lane * (LANE + GAP) + LANE


def heading_lines(document: Document, length: int) -> Iterator[Markup]:
    """Yield an upright line at each heading, with its words."""
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            x = f"{block.span.start / length * WIDTH:.1f}"
            title = element("title", shorten(block.span.of(document.text), 80))
            yield element("line", title, x1=x, x2=x, y1="0", y2=str(HEIGHT), class_="head")


def quotation_bars(dossiers: Iterable[Dossier], length: int) -> Iterator[Markup]:
    """Yield a bar for each quotation in the lane of its verdict."""
    for dossier in dossiers:
        if dossier.verdict is not None:
            span, verdict = dossier.quotation.span, dossier.verdict
            title = element("title", f"{siglum(verdict)} {dossier.number}: {VERDICT_WORDS[verdict]}")
            bars = bars_of(span, verdict, length)
            yield linked(
                mark_id(dossier.quotation), key_of(dossier.quotation), title, *bars, drawn=verdict_class(verdict)
            )


def bars_of(span: Span, verdict: Verdict, length: int) -> Iterator[Markup]:
    """Yield the shape of a verdict: a full bar, a half one, one with a break in it, or an empty frame (by its class)."""
    left, wide = place_of(span, length)
    bottom = bottom_of(LANE_OF[verdict])
    tall = LANE / 2 if verdict is Verdict.VARIANT else LANE
    if verdict in {Verdict.ELIDED, Verdict.SPLICED}:
        yield bar(left, wide * 0.4, bottom, tall)
        yield bar(left + wide * 0.6, wide * 0.4, bottom, tall)
    else:
        yield bar(left, wide, bottom, tall)


def place_of(span: Span, length: int) -> tuple[float, float]:
    """Return where a span begins in the picture and how wide it is."""
    wide = max(NARROWEST, len(span) / length * WIDTH)
    return min(span.start / length * WIDTH, WIDTH - wide), wide


def bar(left: float, wide: float, bottom: float, tall: float) -> Markup:
    """Return one bar that stands on the ground of its lane."""
    return element("rect", x=f"{left:.1f}", y=f"{bottom - tall:.1f}", width=f"{wide:.1f}", height=f"{tall:.1f}")


def finding_ticks(entries: Iterable[Entry], dossiers: Iterable[Dossier], length: int) -> Iterator[Markup]:
    """Yield a tick for each finding, the graver the taller."""
    quotations = {dossier.quotation.id: dossier.quotation for dossier in dossiers}
    for entry in entries:
        finding = entry.finding
        quotation = quotations.get(finding.quotation) if finding.quotation else None
        left, _ = place_of(Span(finding.span.start, finding.span.start), length)
        tick = bar(left, NARROWEST, bottom_of(0), LANE * TALL[finding.severity])
        title = element("title", f"{finding.severity}: {finding.code} {finding.name}")
        target = mark_id(quotation) if quotation else flag_id(entry)
        key = key_of(quotation) if quotation else entry.fingerprint
        yield linked(target, key, title, tick, drawn=f"tick s-{finding.severity}", finding=entry)


def linked(target: str, key: str, *shapes: Markup, drawn: str, finding: Entry | None = None) -> Markup:
    """Return shapes as a link to a place in the essay; the keyboard passes it by."""
    named = {"data_f": finding.fingerprint} if finding else {}
    return element("a", *shapes, href=f"#{target}", class_=drawn, data_q=key, tabindex="-1", **named)
