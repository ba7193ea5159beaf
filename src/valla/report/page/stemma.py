"""The part of the page that shows the stemma: a card for each claim, the origins, and the picture with its lists."""

from collections.abc import Iterator

from valla.model.investigation import Investigation
from valla.report.page.markup import NOTHING, Markup, element, isolated, join, row, table
from valla.report.page.names import mark_id
from valla.report.page.tables import section
from valla.report.phrases import count_of
from valla.report.places import Ruler
from valla.report.plain import shorten
from valla.report.stemma.picture import WORDS, render_svg

MOST_NODES = 400
"""Witnesses that a picture can show; beyond it only the lists are given."""


def render_stemma(tables: Investigation, ruler: Ruler) -> Markup:
    """Return the section on witnesses and origins; nothing where no quotation has a chain."""
    stemma = tables.stemma
    if not stemma.chains:
        return NOTHING
    told = (
        f"{count_of(len(stemma.chains), 'statement')} by {count_of(len(stemma.witnesses), 'witness', 'witnesses')}. "
        "Chains say what the text and its citations state, not whether it is true; claims are proposals."
    )
    big = len(stemma.witnesses) > MOST_NODES
    picture = NOTHING if big else element("div", render_svg(stemma), class_="frame", tabindex="0")
    drawing = element("details", element("summary", "The picture: mouths on the left, the essay on the right"), picture)
    hands = element("details", element("summary", "The same as nested lists"), element("ul", *nested(tables, ruler)))
    return section(
        "stemma",
        "Witnesses and origins",
        element("p", told),
        render_supports(tables, ruler),
        render_origins(tables),
        NOTHING if big else drawing,
        hands,
    )


def render_supports(tables: Investigation, ruler: Ruler) -> Markup:
    """Return a line for each claim for which a quotation is offered."""
    claims = {claim.id: claim for claim in tables.claims}
    rows = [
        row(
            isolated(shorten(claims[one.claim].anchor.exact, 160)),
            str(ruler.line(claims[one.claim].span.start)),
            one.sentence,
            claims[one.claim].status.value,
        )
        for one in tables.stemma.supports
    ]
    return table("What stands behind each claim", ("Claim", "Line", "Support", "Status"), rows) if rows else NOTHING


def render_origins(tables: Investigation) -> Markup:
    """Return the origins that several statements share."""
    rows = [
        row(isolated(one.name), one.kind, f"{len(one.statements):,}", str(one.independent), one.reason)
        for one in tables.stemma.origins
    ]
    heads = ("Origin", "Kind", "Statements", "Counts as", "Why")
    return table("Statements that go back to one origin", heads, rows) if rows else NOTHING


def nested(tables: Investigation, ruler: Ruler) -> Iterator[Markup]:
    """Yield each chain as a list in a list, the mouth first."""
    for chain in tables.stemma.chains:
        made = NOTHING
        for hand in reversed(chain.hands):
            words = join(isolated(hand.name), f" ({WORDS[hand.role]})")
            made = element("li", words, element("ul", made) if made else NOTHING)
        line = str(ruler.line(chain.at.start))
        known = tables.quotation.get(chain.quotation) if chain.quotation else None
        place = element("a", f"line {line}", href=f"#{mark_id(known)}") if known else join(f"line {line}")
        yield element("li", place, element("ul", made))
