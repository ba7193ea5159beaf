"""The stemma as a picture: one SVG that needs no script and no style sheet, with a title on every node and line."""

from collections.abc import Iterator

from valla.model.witnesses import Dependence, Role, Stemma
from valla.report.page.markup import Markup, element, join
from valla.report.plain import shorten
from valla.report.stemma.layers import Layout, lay_out

WIDTH, HEIGHT, GAP, LINE = 190, 24, 70, 34
"""Pixels: of a node, between two columns, from row to row."""
LETTERS = 30
"""Letters of a name that a node shows; the whole name stands in its title."""
COLOURS = {
    Role.MOUTH: "#7a4b00",
    Role.WITNESS: "#0b5394",
    Role.HEARER: "#0b5394",
    Role.NAMELESS: "#8a1538",
    Role.INTERVIEWER: "#0b5394",
    Role.RECORD: "#38761d",
    Role.WORK: "#444444",
    Role.GO_BETWEEN: "#741b7b",
}
WORDS = {
    Role.MOUTH: "told of",
    Role.WITNESS: "witness",
    Role.HEARER: "told it on",
    Role.NAMELESS: "without a name",
    Role.INTERVIEWER: "interviewer",
    Role.RECORD: "record",
    Role.WORK: "work",
    Role.GO_BETWEEN: "quotes another",
}


def render_svg(stemma: Stemma) -> Markup:
    """Return the picture: mouths on the left, the essay on the right; proposed lines are dashed."""
    layout = lay_out(stemma)
    width = layout.columns * (WIDTH + GAP) - GAP + 20
    height = max(1, layout.rows) * LINE + 20
    return element(
        "svg",
        element("title", "The stemma: through whose hands the words came"),
        *(draw_line(row, layout) for row in stemma.dependences if {row.giver, row.taker} <= set(layout.places)),
        *draw_nodes(stemma, layout),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=str(width),
        height=str(height),
        role="img",
        font_family="system-ui, sans-serif",
        font_size="12",
    )


def corner(node: str, layout: Layout) -> tuple[int, int]:
    """Return the upper left corner of a node; column 0 is the rightmost."""
    column, row = layout.places[node]
    return 10 + (layout.columns - 1 - column) * (WIDTH + GAP), 10 + row * LINE


def draw_line(row: Dependence, layout: Layout) -> Markup:
    """Return the line of one dependence."""
    (x, y), (to, end) = corner(row.giver, layout), corner(row.taker, layout)
    start, middle, stop = x + WIDTH, y + HEIGHT // 2, end + HEIGHT // 2
    bend = max(GAP // 2, abs(to - start) // 2)
    path = f"M{start} {middle}C{start + bend} {middle} {to - bend} {stop} {to} {stop}"
    dashes = "5 4" if row.proposed else None
    title = element("title", f"{row.reason} ({row.basis.value})")
    return element("path", title, d=path, fill="none", stroke="#808080", stroke_width="1.4", stroke_dasharray=dashes)


def draw_nodes(stemma: Stemma, layout: Layout) -> Iterator[Markup]:
    """Yield the nodes, the essay last."""
    for row in stemma.witnesses:
        if row.id in layout.places:
            yield draw_node(row.id, row.name, COLOURS[row.role], WORDS[row.role], layout)
    yield draw_node(stemma.essay, "the essay", "#000000", "this text", layout)


def draw_node(node: str, name: str, colour: str, told: str, layout: Layout) -> Markup:
    """Return one node: a box with a name in it."""
    x, y = corner(node, layout)
    outline = f"M{x} {y}h{WIDTH}v{HEIGHT}h{-WIDTH}z"  # a path, for the page has a style of its own for rectangles
    box = element("path", d=outline, fill="#ffffff", stroke=colour, stroke_width="1.6", stroke_linejoin="round")
    words = element("text", shorten(name, LETTERS), x=str(x + 7), y=str(y + 16), fill=colour)
    return element("g", element("title", join(name, f" ({told})")), box, words)
