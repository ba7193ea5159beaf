"""The persons of the essay: each with its spellings, and links to where each spelling first stands."""

from collections.abc import Iterator, Sequence

from valla.model.investigation import Investigation
from valla.model.names import Entity, EntityKind, Mention
from valla.report.page.layers import Point
from valla.report.page.markup import NOTHING, Markup, element, isolated, join
from valla.report.page.tables import section
from valla.report.phrases import count_of
from valla.report.places import Ruler

MOST_PERSONS = 2000
"""Persons that the page lists; the JSON form has all."""
MOST_SPELLINGS = 40
"""Spellings of one person that the page lists."""


def render_persons(tables: Investigation, ruler: Ruler) -> Markup:
    """Return the list of persons by name, with what is only proposed below it."""
    persons = listed_persons(tables)
    if not persons:
        return NOTHING
    told = "Gathered from the whole text, its quotations and notes. A bare surname counts for whoever was last named in full."
    left = sum(row.kind is EntityKind.PERSON for row in tables.entities) - len(persons)
    more = element("p", f"{left:,} more persons are in the JSON form.") if left else NOTHING
    items = (element("li", person_item(row, tables, ruler)) for row in persons)
    listing = element("ul", *items, class_="persons")
    return section("persons", "Persons", element("p", told), listing, more, render_proposals(tables))


def listed_persons(tables: Investigation) -> list[Entity]:
    """Return the persons that the page lists, by name."""
    rows = [row for row in tables.entities if row.kind is EntityKind.PERSON]
    return sorted(rows, key=lambda row: (sorting_name(row), row.id))[:MOST_PERSONS]


def sorting_name(row: Entity) -> str:
    """Return the surname by which a person is listed."""
    return row.surnames[0].surface if row.surnames else row.name.casefold()


def person_item(row: Entity, tables: Investigation, ruler: Ruler) -> Markup:
    """Return one person: the name, how often it stands, and each spelling with its first place."""
    parts: list[str] = [element("strong", isolated(row.name)), f" ({count_of(len(row.mentions), 'mention')}): "]
    for number, mention in enumerate(first_mentions(row, tables)):
        count = next(one.count for one in row.spellings if one.surface == mention.surface)
        link = element("a", f"line {ruler.line(mention.span.start)}", href=f"#{place_id(mention)}")
        parts += ["; " if number else "", isolated(mention.surface), f" {count:,}× from ", link]
    if row.merged:
        parts.append(element("small", f" — {'; '.join(row.merged[:3])}"))
    return join(*parts)


def first_mentions(row: Entity, tables: Investigation) -> Sequence[Mention]:
    """Return the first mention in each spelling, the commonest spelling first."""
    first: dict[str, Mention] = {}
    for name in row.mentions:
        mention = tables.mention[name]
        first.setdefault(mention.surface, mention)
    return [first[one.surface] for one in row.spellings[:MOST_SPELLINGS]]


def place_id(mention: Mention) -> str:
    """Return the name of a mention's place in the essay."""
    return f"n-{mention.span.start}-{mention.span.end}"


def person_points(tables: Investigation) -> Iterator[Point]:
    """Yield the places in the essay that the list of persons leads to."""
    for row in listed_persons(tables):
        for mention in first_mentions(row, tables):
            yield Point(mention.span.start, 3, element("span", id=place_id(mention)))


def render_proposals(tables: Investigation) -> Markup:
    """Return the pairs that may be one person, with their reasons."""
    if not tables.proposals:
        return NOTHING
    rows = (
        element(
            "li",
            isolated(tables.entity[row.one].name),
            " and ",
            isolated(tables.entity[row.other].name),
            f": {row.reason}",
        )
        for row in tables.proposals[:MOST_SPELLINGS]
    )
    told = "These may be one person. Nothing is merged until somebody rules on it (valla judge)."
    return join(element("p", told), element("ul", *rows))
