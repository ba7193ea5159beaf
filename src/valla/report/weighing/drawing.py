"""Pictures of a weighing as SVG: ranges, tornado, graphs. Colour never tells alone; every mark has words beside it."""

from collections.abc import Mapping, Sequence

from valla.model.weights import Bar, Share
from valla.report.layered import Layered, Measures, Spot, lay_out
from valla.report.page.markup import Markup, element, join
from valla.report.weighing.figures import ends, share, span
from valla.report.weighing.layers import layers_of

LEFT, PLOT, RIGHT = 240, 480, 130
ROW = 34
GRAPH = Measures(width=168, gap=72, row=34, edge=4)
TALL = 24
SHORT = 25


def svg(width: int, height: int, label: str, *parts: str) -> Markup:
    """Return a picture that scales to the page and scrolls where it is wider."""
    made = element(
        "svg",
        *parts,
        viewBox=f"0 0 {width} {height}",
        width=str(width),
        height=str(height),
        role="img",
        aria_label=label,
    )
    return element("div", made, class_="frame", tabindex="0", role="group", aria_label=label)


def words(x: float, y: float, said: str, anchor: str = "start", class_: str | None = None) -> Markup:
    """Return words at a place."""
    return element("text", said, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor, class_=class_)


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Markup:
    """Return a straight line."""
    return element("line", x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}", class_=class_)


def box(x: float, y: float, width: float, height: float, class_: str) -> Markup:
    """Return a rectangle with softened corners."""
    return element(
        "rect",
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        width=f"{max(width, 1.5):.1f}",
        height=f"{height:.1f}",
        rx="3",
        class_=class_,
    )


def linked(line_number: int, *parts: str) -> Markup:
    """Return parts that lead to a line of the case file."""
    return element("a", *parts, href=f"#line-{line_number}")


def across(value: float) -> float:
    """Return where a probability stands on the scale from 0 to 1."""
    return LEFT + PLOT * value


def scale(height: float) -> Markup:
    """Return the scale of probabilities."""
    marks = [
        join(
            line(across(tick), 18, across(tick), height, "grid"), words(across(tick), 12, f"{tick:g}", "middle", "soft")
        )
        for tick in (0, 0.25, 0.5, 0.75, 1)
    ]
    return join(*marks)


def draw_ranges(shares: Sequence[Share], lines: Mapping[str, int]) -> Markup:
    """Return the ranges: what all corners allow, nine draws of ten, the midpoint, the naive figure, the prior."""
    height = 26 + ROW * len(shares)
    rows = [range_row(row, 30 + ROW * place, lines[row.hypothesis]) for place, row in enumerate(shares)]
    return svg(LEFT + PLOT + RIGHT, height, "Ranges of each hypothesis", scale(height), *rows)


def range_row(row: Share, y: float, line_number: int) -> Markup:
    """Return one hypothesis of the picture of ranges."""
    naive = across(row.naive)
    return linked(
        line_number,
        element(
            "title", f"{row.hypothesis}: {span(row.low, row.high)}; naive {share(row.naive)}; prior {share(row.prior)}"
        ),
        words(LEFT - 10, y + 9, shortened(row.hypothesis, 30), "end"),
        line(across(row.low), y + 5, across(row.high), y + 5, "reach"),
        box(across(row.fifth), y, across(row.ninety_fifth) - across(row.fifth), 10, "likely"),
        line(across(row.prior), y - 4, across(row.prior), y + 14, "prior"),
        element("path", d=f"M{naive:.1f} {y - 1:.1f}l6 6l-6 6l-6 -6z", class_="naive"),
        element("circle", cx=f"{across(row.middle):.1f}", cy=f"{y + 5:.1f}", r="5", class_="middle"),
        words(LEFT + PLOT + 12, y + 9, span(row.low, row.high), class_="figure"),
    )


def draw_tornado(bars: Sequence[Bar], middle: float) -> Markup:
    """Return how far each number alone moves the leading hypothesis."""
    height = 26 + 26 * len(bars)
    rows = [tornado_row(bar, 26 + 26 * place) for place, bar in enumerate(bars)]
    parts = (scale(height), line(across(middle), 18, across(middle), height, "prior"), *rows)
    return svg(LEFT + PLOT + RIGHT, height, "Numbers that move the answer, each alone", *parts)


def tornado_row(bar: Bar, y: float) -> Markup:
    """Return one number of the tornado."""
    low, high = sorted((bar.at_low, bar.at_high))
    stated = ends(bar.number.low, bar.number.high)
    return linked(
        bar.number.line,
        element("title", f"{bar.number.label} {stated}: {span(low, high)}"),
        words(LEFT - 10, y + 12, shortened(bar.number.label, 34), "end"),
        box(across(low), y + 2, across(high) - across(low), 13, "likely"),
        words(LEFT + PLOT + 12, y + 12, stated, class_="figure"),
    )


def shortened(said: str, most: int) -> str:
    """Return words cut to fit, with a mark where they were cut."""
    return said if len(said) <= most else f"{said[: most - 1]}…"


def draw_graph(label: str, names: Sequence[tuple[str, str, int, str]], arcs: Sequence[tuple[str, str, str]]) -> Markup:
    """Return a graph from left to right. `names` are name, class, line and title; `arcs` are tail, head and class."""
    pairs = [(tail, head) for tail, head, _ in arcs if tail != head]
    picture = lay_out(layers_of([row[0] for row in names], pairs), pairs)
    drawn = [draw_arc(picture, tail, head, kind) for tail, head, kind in arcs if tail != head]
    boxes = [draw_box(row, picture.spots[row[0]]) for row in names]
    return svg(*GRAPH.size(picture), label, *drawn, *boxes)


def draw_box(row: tuple[str, str, int, str], spot: Spot) -> Markup:
    """Return one entry of a graph."""
    name, kind, line_number, title = row
    x, y = GRAPH.left(spot), GRAPH.middle(spot) - TALL / 2
    parts = (
        element("title", title or name),
        box(x, y, GRAPH.width, TALL, kind),
        words(x + GRAPH.width / 2, y + 16, shortened(name, SHORT), "middle"),
    )
    return linked(line_number, *parts) if line_number else join(*parts)


def draw_arc(picture: Layered, tail: str, head: str, kind: str) -> Markup:
    """Return one line of a graph, with an arrow's head made of the line itself."""
    path = GRAPH.line(picture.spots[tail], picture.bends.get((tail, head), ()), picture.spots[head])
    return element("path", d=path, class_=f"arc {kind}")
