"""A weighing for other programs: Argdown (the arguments), BIF (the network at its midpoints), CSV (the matrix)."""

import re
from collections.abc import Iterator, Sequence

from valla.model.weights import Pool, Table, Weighing

FORMULA = ("=", "+", "-", "@", "\t")
"""How a cell may begin that a spreadsheet would reckon instead of showing."""


def render_csv(weighings: Sequence[Weighing], pool: Pool | None = None) -> str:
    """Return the matrix of sources by hypotheses: how likely each source is under each, at the midpoints."""
    del pool
    lines = list[str]()
    for weighing in weighings:
        lines.append(csv_line(["case", "source", "kind", "line", *(cell(row.hypothesis) for row in weighing.shares)]))
        for row in weighing.matrix:
            chances = [f"{chance:.6g}" for chance in row.chances]
            lines.append(csv_line([cell(weighing.case.name), cell(row.entry), row.kind, str(row.line), *chances]))
    return "\n".join([*lines, ""])


def csv_line(cells: Sequence[str]) -> str:
    """Return one row; a cell with a comma, a quotation mark or a line end is quoted (RFC 4180)."""
    return ",".join(
        f'"{part.replace(chr(34), chr(34) * 2)}"' if re.search(r'[",\r\n]', part) else part for part in cells
    )


def cell(words: str) -> str:
    """Return text for a cell that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(FORMULA) else words


def render_bif(weighings: Sequence[Weighing], pool: Pool | None = None) -> str:
    """Return the networks in the Bayesian interchange format; what is observed stands in a comment."""
    del pool
    return "\n".join("\n".join(bif_lines(row)) for row in weighings)


def bif_lines(weighing: Weighing) -> Iterator[str]:
    """Yield the lines of one network."""
    states = {table.name: table.states for table in weighing.tables}
    yield f"network {bif_name(weighing.case.name)} {{\n}}"
    for table in weighing.tables:
        if table.observed:
            yield f"// observed: {bif_name(table.name)} = {table.observed}"
    for table in weighing.tables:
        listed = ", ".join(map(bif_name, table.states))
        yield f"variable {bif_name(table.name)} {{\n  type discrete [ {len(table.states)} ] {{ {listed} }};\n}}"
    for table in weighing.tables:
        yield from probability_lines(table, [states[parent] for parent in table.parents])


def probability_lines(table: Table, states: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the table of one node: one line for each setting of its parents."""
    given = f" | {', '.join(map(bif_name, table.parents))}" if table.parents else ""
    yield f"probability ( {bif_name(table.name)}{given} ) {{"
    width = len(table.states)
    for place, setting in enumerate(settings(states)):
        row = ", ".join(f"{chance:.17g}" for chance in table.chances[place * width : (place + 1) * width])
        named = f"({', '.join(map(bif_name, setting))})" if setting else "table"
        yield f"  {named} {row};"
    yield "}"


def settings(states: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Return every setting of the parents, the last running fastest."""
    made: list[tuple[str, ...]] = [()]
    for names in states:
        made = [(*setting, name) for setting in made for name in names]
    return made


def bif_name(name: str) -> str:
    """Return a name that every reader of the format takes: letters, digits and underscores."""
    return re.sub(r"\W", "_", name)


def render_argdown(weighings: Sequence[Weighing], pool: Pool | None = None) -> str:
    """Return the claims and arguments as an Argdown map, with the label of each as a tag."""
    del pool
    return "\n".join("\n".join(argdown_lines(row)) for row in weighings)


def argdown_lines(weighing: Weighing) -> Iterator[str]:
    """Yield the lines of one map."""
    case = weighing.case
    labels = {row.name: row.label.value for row in weighing.standings}
    statements = {row.name: row.says for row in case.claims} | {row.name: row.says for row in case.hypotheses}
    yield f"# {one_line(case.question)}"
    for name, says in statements.items():
        tag = f" #{labels[name]}" if name in labels else ""
        yield f"\n[{name}]: {one_line(says or name)}{tag}"
    for row in case.arguments:
        yield f"\n<{row.name}>: {one_line(row.says)} #{labels[row.name]}"
        for sign, aims in (("+>", row.supports), ("->", row.rebuts), ("_>", row.undercuts)):
            yield from (f"  {sign} {aim_of(aim, statements)}" for aim in aims)
        yield from (f"  <+ {aim_of(name, statements)}" for name in row.rests_on)


def aim_of(name: str, statements: dict[str, str]) -> str:
    """Return a reference to a statement or to an argument."""
    return f"[{name}]" if name in statements else f"<{name}>"


def one_line(words: str) -> str:
    """Return text in one line, without the brackets that Argdown reads as marks."""
    return re.sub(r"[\[\]<>{}#]", " ", " ".join(words.split())).strip()
