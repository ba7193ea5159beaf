"""The timeline as a picture and as a table. In the picture an event is a bar from its first to its last possible day."""

from collections.abc import Sequence

from valla.model.investigation import Investigation
from valla.report.page.markup import NOTHING, Markup, element, isolated, join, row, table
from valla.report.page.tables import section
from valla.report.phrases import count_of
from valla.report.plain import shorten
from valla.report.timeline import Entry, list_entries, put_span
from valla.text.calendar import date_of, day_number

WIDTH, LINE, HEAD, LEFT = 1000, 18, 24, 8
"""Units of the picture: its width, the height of a line, that of the scale, and the margin."""
MOST = 400
"""Entries that a picture and a table of the page hold; the other forms have all."""
LEAST = 3.0
"""Units that the shortest bar takes."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
TICKS = 10
SHOWN = 60
"""Code points of an event's words beside its bar."""


def render_timeline(tables: Investigation) -> Markup:
    """Return the section with the picture and the table; nothing where no event has a date."""
    entries = list_entries(tables)
    if not entries:
        return NOTHING
    shown = entries[:MOST]
    more = len(entries) - len(shown)
    told = "A bar reaches from the first to the last day that an event may have been; a pale one is in doubt. "
    rest = f"{count_of(more, 'event is', 'events are')} left out here; `valla timeline` has all." if more else ""
    picture = element("figure", draw(shown), element("figcaption", told, rest), class_="timeline")
    rows = [row(put_span(entry), entry.kind, isolated(entry.label), isolated(entry.source)) for entry in shown]
    made = table("Dated events in their order", ("When", "What kind", "What", "Where it is told"), rows)
    return section("timeline", "Timeline", picture, made)


def draw(entries: Sequence[Entry], **attributes: str) -> Markup:
    """Return the picture of some entries."""
    days = [day for entry in entries for day in (entry.earliest, entry.latest) if day is not None]
    low, high = min(days), max(days) + 1
    height = HEAD + LINE * len(entries) + LEFT
    bars = [bar(entry, number, low, high) for number, entry in enumerate(entries)]
    return element(
        "svg",
        *scale(low, high, height),
        *bars,
        viewBox=f"0 0 {WIDTH} {height}",
        role="img",
        aria_label=f"Timeline of {count_of(len(entries), 'event')}",
        **attributes,
    )


def place(day: int, low: int, high: int) -> float:
    """Return where a day lies in the picture; the right third is left for words."""
    return LEFT + (WIDTH - 2 * LEFT) * 0.66 * (day - low) / max(1, high - low)


def scale(low: int, high: int, height: int) -> list[Markup]:
    """Return the upright lines of the years."""
    first, last = date_of(low)[0], date_of(high)[0]
    step = next((size for size in STEPS if (last - first) / size <= TICKS), 5000)
    years = [year for year in range(first - first % step, last + 1, step) if low <= day_number(year) <= high]
    drawn = []
    for year in years:
        x = f"{place(day_number(year), low, high):.1f}"
        drawn.append(element("line", x1=x, x2=x, y1=f"{HEAD}", y2=f"{height}", class_="rule"))
        drawn.append(element("text", str(year) if year > 0 else f"{1 - year} BC", x=x, y=f"{HEAD - 8}"))
    return drawn


def bar(entry: Entry, number: int, low: int, high: int) -> Markup:
    """Return one entry: its bar and its words."""
    start = place(entry.earliest if entry.earliest is not None else low, low, high)
    end = place(entry.latest + 1 if entry.latest is not None else high, low, high)
    top = HEAD + LINE * number
    open_ended = entry.earliest is None or entry.latest is None
    drawn = element(
        "rect",
        x=f"{start:.1f}",
        y=f"{top + 3}",
        width=f"{max(LEAST, end - start):.1f}",
        height=f"{LINE - 6}",
        class_="doubt" if entry.doubtful or open_ended else "sure",
    )
    words = element("text", shorten(entry.label, SHOWN), x=f"{max(start + LEAST, end) + 6:.1f}", y=f"{top + 13}")
    return element("g", element("title", join(put_span(entry), " ", entry.label)), drawn, words)


def render_timeline_svg(tables: Investigation) -> str:
    """Return the picture as a file of its own; an empty one where no event has a date."""
    entries = list_entries(tables)
    style = {"xmlns": "http://www.w3.org/2000/svg", "font_family": "sans-serif", "font_size": "12"}
    made = draw(entries, **style) if entries else element("svg", viewBox=f"0 0 {WIDTH} {HEAD}", **style)
    return f"{made}\n"
