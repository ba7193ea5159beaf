"""The stemma as a picture: one SVG that needs no script and no style sheet, with a title on every node and line."""

from collections.abc import Iterator

from valla.model.witnesses import Dependence, Role, Stemma
from valla.report.layered import Layered, Measures, Spot
from valla.report.page.markup import Markup, element, join
from valla.report.plain import shorten
from valla.report.stemma.layers import lay_out_stemma

SIZES = Measures(width=190, gap=84, row=34, edge=10)
HEIGHT = 24
"""Pixels of a node from top to bottom."""
LETTERS = 27
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
    layout = lay_out_stemma(stemma)
    width, height = SIZES.size(layout)
    return element(
        "svg",
        element("title", "The stemma: through whose hands the words came"),
        *(draw_line(row, layout) for row in stemma.dependences if row.giver != row.taker),
        *draw_nodes(stemma, layout),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=str(width),
        height=str(height),
        role="img",
        font_family="system-ui, sans-serif",
        font_size="12",
    )


def draw_line(row: Dependence, layout: Layered) -> Markup:
    """Return the line of one dependence, from giver to taker."""
    path = SIZES.line(layout.spots[row.giver], layout.bends.get((row.giver, row.taker), ()), layout.spots[row.taker])
    dashes = "5 4" if row.proposed else None
    title = element("title", f"{row.reason} ({row.basis.value})")
    return element("path", title, d=path, fill="none", stroke="#808080", stroke_width="1.2", stroke_dasharray=dashes)


def draw_nodes(stemma: Stemma, layout: Layered) -> Iterator[Markup]:
    """Yield the nodes, the essay last."""
    for row in stemma.witnesses:
        yield draw_node(row.name, COLOURS[row.role], WORDS[row.role], layout.spots[row.id])
    yield draw_node("the essay", "#000000", "this text", layout.spots[stemma.essay])


def draw_node(name: str, colour: str, told: str, spot: Spot) -> Markup:
    """Return one node: a box with a name in it."""
    x, y = round(SIZES.left(spot)), round(SIZES.middle(spot)) - HEIGHT // 2
    outline = f"M{x} {y}h{SIZES.width}v{HEIGHT}h{-SIZES.width}z"  # a path, for the page has a style for rectangles
    box = element("path", d=outline, fill="#ffffff", stroke=colour, stroke_width="1.6", stroke_linejoin="round")
    words = element("text", shorten(name, LETTERS), x=str(x + 7), y=str(y + 16), fill=colour)
    return element("g", element("title", join(name, f" ({told})")), box, words)
