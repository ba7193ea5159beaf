"""A weighing as one self-contained page: pictures, tables and the case file, every figure with a link to its line."""

from collections.abc import Sequence
from importlib.resources import files

from valla.model.weights import Pool, Weighing
from valla.report.page.markup import NOTHING, Markup, element, join, row, table
from valla.report.weighing.drawing import draw_ranges, draw_tornado
from valla.report.weighing.figures import ends, leader, ratio, say_alone, say_turn, say_verdict, share, span
from valla.report.weighing.maps import draw_arguments, draw_matrix, draw_stemma
from valla.report.weighing.text import counted

BARS = 24
"""Bars of the tornado that are drawn; the rest move the answer less."""
CLOSING = (
    "A probability says nothing of how much it stands on: read it beside the number of lines. The numbers are the "
    "analyst's; each leads to its line in the file below, where it can be contested and changed."
)


def render_page(weighings: Sequence[Weighing], pool: Pool | None = None) -> str:
    """Return the page of weighings, and of the pool of several."""
    title = weighings[0].case.question
    style = element("style", Markup((files("valla.report.weighing") / "weighing.css").read_text("utf-8")))
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"Valla: {title}"),
        style,
    )
    parts = [weighing_part(weighing, place) for place, weighing in enumerate(weighings)]
    body = element("body", element("main", *parts, pool_part(pool)), element("footer", element("p", CLOSING)))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def weighing_part(weighing: Weighing, place: int) -> Markup:
    """Return the sections of one weighing."""
    case = weighing.case
    sentences = (say_verdict(weighing), say_alone(weighing), f"What turns it: {say_turn(weighing)}")
    head = element(
        "header",
        element(
            "p", f"Valla weighs {case.name}.yaml" + (f", by {case.analyst}" if case.analyst else ""), class_="soft"
        ),
        element("h1", case.question),
        element("p", case.about, class_="about") if case.about else NOTHING,
        element("p", sentences[0], class_="lead"),
        *(element("p", said) for said in sentences[1:] if said),
    )
    made = element(
        "article", head, findings_part(weighing), ranges_part(weighing), assumed_part(weighing), stemma_part(weighing),
        without_part(weighing), tornado_part(weighing), inquiry_part(weighing), matrix_part(weighing),
        arguments_part(weighing), file_part(weighing, place),
    )  # fmt: skip
    return Markup(made.replace('href="#line-', f'href="#case-{place + 1}-line-')) if place else made


def section(title: str, *parts: str) -> Markup:
    """Return a section with its heading."""
    return element("section", element("h2", title), *parts)


def to_line(line: int, said: str = "") -> Markup:
    """Return a link to a line of the case file."""
    return element("a", said or f"line {line}", href=f"#line-{line}")


def findings_part(weighing: Weighing) -> Markup:
    """Return what the audit says of the file."""
    rows = [
        element("li", to_line(found.at.line), f" {found.severity} {found.code} {found.name}: {found.message}")
        for found in weighing.findings
    ]
    if weighing.left_out:
        rows.append(element("li", f"Left out of the weighing: {', '.join(weighing.left_out)}."))
    return section("Before weighing", element("ul", *rows)) if rows else NOTHING


def ranges_part(weighing: Weighing) -> Markup:
    """Return the hypotheses with their ranges."""
    lines = {row.name: row.at.line for row in weighing.case.hypotheses}
    says = {row.name: row.says for row in weighing.case.hypotheses}
    rows = [
        row(to_line(lines[one.hypothesis], one.hypothesis), says[one.hypothesis], span(one.low, one.high),
            span(one.fifth, one.ninety_fifth), share(one.middle), share(one.naive), share(one.prior))
        for one in weighing.shares
    ]  # fmt: skip
    legend = "line: what the ranges allow · bar: nine draws of ten · dot: midpoints · diamond: naive · tick: prior"
    heads = ("hypothesis", "as its defenders put it", "ranges allow", "9 draws of 10", "midpoints", "naive", "prior")
    note = (
        f"{weighing.corners.reason} ({weighing.corners.free} free numbers). {weighing.draws:,} draws, seed {weighing.seed}. "
        "Naive: every copy counted as a report of its own, and no assumption holding."
    )
    return section(
        "How far the reports reach", draw_ranges(weighing.shares, lines), element("p", legend, class_="soft"),
        table("Hypotheses", heads, rows), element("p", note, class_="soft"),
    )  # fmt: skip


def assumed_part(weighing: Weighing) -> Markup:
    """Return what each hypothesis has to assume: its prior with the reason for it, and the reports hardest to square."""
    rows = []
    for place, hypothesis in enumerate(weighing.case.hypotheses):
        against = [cell for cell in weighing.matrix if cell.chances[place] < max(cell.chances)]
        against.sort(key=lambda cell: (cell.chances[place] / max(cell.chances), cell.line, cell.entry))
        hard = [
            join(to_line(cell.line, cell.entry), f" ({ratio(max(cell.chances) / cell.chances[place])})")
            for cell in against[:3]
        ]
        prior = ends(hypothesis.prior.low, hypothesis.prior.high) if hypothesis.prior else "what is left"
        told = (
            join(*(join(", " if index else "", said) for index, said in enumerate(hard)))
            if hard
            else Markup("nothing here")
        )
        rows.append(
            row(
                to_line(hypothesis.at.line, hypothesis.name),
                f"{prior}: {hypothesis.why}" if hypothesis.why else prior,
                told,
            )
        )
    heads = ("hypothesis", "prior, and why", "must explain (odds for the explanation it fits best)")
    return section("What each explanation has to assume", table("Assumptions of each hypothesis", heads, rows))


def stemma_part(weighing: Weighing) -> Markup:
    """Return who depends on whom, and what the groups are worth."""
    found = weighing.structure
    told = f"{counted(found.reports, 'report')}, {counted(found.origins, 'origin')}, {counted(found.lines, 'independent line')}."
    through = f" All pass through {', '.join(found.through)}." if found.through else ""
    rows = [
        row(to_line(group.line, group.name), group.kind, ", ".join(group.members), ratio(group.together),
            ratio(group.product), f"{group.worth:.1f}")
        for group in weighing.groups
    ]  # fmt: skip
    heads = ("hangs by", "kind", "members", "together", "as a product", "worth, in single reports")
    groups = table("What hangs together", heads, rows) if rows else NOTHING
    return section("Through how many hands", element("p", told + through), draw_stemma(weighing), groups)


def without_part(weighing: Weighing) -> Markup:
    """Return the answer without each entry."""
    names = [one.hypothesis for one in weighing.shares]
    rows = [
        row(to_line(one.line, one.entry), one.kind, *(share(value) for value in one.shares), one.lead)
        for one in weighing.withouts
    ]
    return section(
        "Without each of them", table("Midpoints without one entry", ("without", "kind", *names, "leads"), rows)
    )


def tornado_part(weighing: Weighing) -> Markup:
    """Return which numbers move the answer, and which would turn it."""
    rows = [
        row(to_line(flip.number.line, flip.number.label), ends(flip.number.low, flip.number.high),
            f"{flip.value:.2g}", flip.lead, "inside" if flip.inside else "outside")
        for flip in weighing.flips[:BARS]
    ]  # fmt: skip
    heads = ("number", "stated", "turns at", "then leads", "its range")
    told = table("The value at which one number alone turns the answer", heads, rows) if rows else NOTHING
    drawn = draw_tornado(weighing.bars[:BARS], leader(weighing).middle) if weighing.bars else NOTHING
    return section(f"What moves {weighing.lead}", drawn, told)


def inquiry_part(weighing: Weighing) -> Markup:
    """Return what to find out first."""
    rows = [
        row(to_line(one.line, one.entry), one.kind, f"{one.bits:.2g}") for one in weighing.inquiries if one.bits > 0
    ]
    return (
        section("What to find out first", table("Worth of knowing", ("unknown", "kind", "bits"), rows))
        if rows
        else NOTHING
    )


def matrix_part(weighing: Weighing) -> Markup:
    """Return the matrix of sources by hypotheses."""
    note = "How likely each report is under each explanation, at the midpoints. A view: nothing is scored by it."
    return section("Reports by explanations", draw_matrix(weighing), element("p", note, class_="soft"))


def arguments_part(weighing: Weighing) -> Markup:
    """Return the map of the arguments."""
    if not weighing.case.arguments:
        return NOTHING
    legend = (
        "solid: stands · dashed: falls · dotted: open · plain line: supports or is rested on · crossed red: objects"
    )
    return section("What stands after every objection", draw_arguments(weighing), element("p", legend, class_="soft"))


def file_part(weighing: Weighing, place: int) -> Markup:
    """Return the case file, each line with a name that links lead to (in the first case only, where there are several)."""
    lines = [
        element(
            "li", element("code", line or " "), id=f"line-{number}" if not place else f"case-{place + 1}-line-{number}"
        )
        for number, line in enumerate(weighing.case.text.splitlines(), 1)
    ]
    return section("The case file", element("ol", *lines, class_="file"))


def pool_part(pool: Pool | None) -> Markup:
    """Return where several analysts end together, and where they part."""
    if pool is None:
        return NOTHING
    shares = [row(one.hypothesis, share(one.share), span(one.low, one.high)) for one in pool.shares]
    parting = [
        row(one.label, *(ends(low, high) for _, low, high in one.ranges), "yes" if one.overlap else "no")
        for one in pool.dissents
    ]
    return section(
        f"{len(pool.analysts)} analysts",
        table("Pooled (log-linear)", ("hypothesis", "pooled", "among them"), shares),
        table("Where they part", ("number", *pool.analysts, "ranges meet"), parting) if parting else NOTHING,
    )
