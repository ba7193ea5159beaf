"""The maps of a weighing: the stemma of the reports, the arguments, and the matrix of sources by hypotheses."""

from valla.model.cases import Source
from valla.model.weights import Weighing
from valla.report.page.markup import Markup, element
from valla.report.weighing.drawing import box, draw_graph, linked, shortened, svg, words
from valla.report.weighing.figures import share

NAME, CELL = 200, 96
READER = "the reader"
CROWD = 30
"""Entries beyond which the lines to the reader, who has them all, would hide the others."""


def draw_stemma(weighing: Weighing) -> Markup:
    """Return who hands on to whom; what hangs on an assumption says so in its title, and has a dashed border."""
    case = weighing.case
    names = [(row.name, "lost", row.at.line, f"{row.name} (lost): {row.says} {row.note}") for row in case.origins]
    names += [
        (row.name, "person", row.at.line, f"{row.name}, a witness of several statements") for row in case.witnesses
    ]
    names += [(row.name, class_of(row), row.at.line, title_of(row)) for row in case.usable if not row.silent]
    if not names:
        return Markup("")
    crowded = len(names) > CROWD
    if not crowded:
        names.append((READER, "goal", 0, READER))
    arcs = [(parent, row.name, "hands") for row in case.usable if not row.silent for parent in row.origins]
    arcs += [
        (row.witness, row.name, "hands") for row in case.usable if row.witness and not row.origins and not row.silent
    ]
    handed = {parent for row in case.usable for parent in row.origins}
    arcs += [(row.name, READER, "hands") for row in case.usable if not (crowded or row.silent or row.name in handed)]
    return draw_graph("Stemma of the reports", names, arcs)


def class_of(source: Source) -> str:
    """Return how a source is drawn: touched by an assumption, or not."""
    return "touched" if source.when else "held"


def title_of(source: Source) -> str:
    """Return what is told of a source where the pointer rests on it."""
    touched = f"; hangs on {', '.join(name for name, _ in source.when)}" if source.when else ""
    return f"{source.name}: {source.says}{touched}. {source.ref}"


def draw_arguments(weighing: Weighing) -> Markup:
    """Return the map of the arguments with the label of each."""
    case = weighing.case
    aimed = {name for row in case.arguments for name in (*row.supports, *row.rebuts, *row.undercuts, *row.rests_on)}
    says = {row.name: row.says for row in case.arguments} | {row.name: row.says for row in case.claims}
    own = {row.name for row in case.arguments}
    standings = [row for row in weighing.standings if row.name in aimed | own]
    shown = {row.name for row in standings}
    names = [
        (row.name, f"{row.label} {row.kind}", row.line, f"{row.label}: {says.get(row.name, row.name)}")
        for row in standings
    ]
    arcs = [(row.name, aim, "supports") for row in case.arguments for aim in row.supports]
    arcs += [(name, row.name, "supports") for row in case.arguments for name in row.rests_on]
    arcs += [(row.name, aim, "objects") for row in case.arguments for aim in (*row.rebuts, *row.undercuts)]
    names += [(name, "held", 0, name) for name in sorted({aim for _, aim, _ in arcs} - shown)]
    return draw_graph("Map of the arguments", names, arcs)


def draw_matrix(weighing: Weighing) -> Markup:
    """Return the matrix: a square for each chance, as large as the chance, with the figure beside it."""
    heads = [
        words(NAME + CELL * place + CELL / 2, 14, shortened(one.hypothesis, 14), "middle", "soft")
        for place, one in enumerate(weighing.shares)
    ]
    rows = []
    for index, cell in enumerate(weighing.matrix):
        y = 24 + 30 * index
        squares = [
            box(NAME + CELL * place + 12, y + 22 - 20 * chance, 26, max(20 * chance, 1.0), "likely")
            for place, chance in enumerate(cell.chances)
        ]
        figures = [
            words(NAME + CELL * place + 46, y + 18, share(chance), class_="figure")
            for place, chance in enumerate(cell.chances)
        ]
        title = element("title", f"{cell.entry} ({cell.kind})")
        rows.append(
            linked(cell.line, title, words(NAME - 10, y + 18, shortened(cell.entry, 26), "end"), *squares, *figures)
        )
    width = NAME + CELL * len(weighing.shares)
    return svg(width, 30 + 30 * len(weighing.matrix), "Reports by explanations", *heads, *rows)
