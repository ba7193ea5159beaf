"""The stemma for other programs: GraphML, GEXF, DOT, Argdown, PROV-JSON and JSON, and nested lists to read.

GraphML as of graphml.graphdrawing.org, GEXF 1.3, the DOT of Graphviz, Argdown 1, and W3C PROV-JSON (2013).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from html import escape

from valla.model.anchors import Span
from valla.model.investigation import Investigation
from valla.model.witnesses import PERSONS, Chain, Copying, Dependence, Hand, Origin, Stemma, Support
from valla.report.jsons import Json, write_json
from valla.report.plain import on_one_line as one_line
from valla.report.stemma.picture import WORDS, render_svg

Nodes = list[tuple[str, str, str]]


def nodes_of(stemma: Stemma) -> Nodes:
    """Return id, name and role of every node, the essay last."""
    return [
        *((row.id, one_line(row.name), row.role.value) for row in stemma.witnesses),
        (stemma.essay, "the essay", "essay"),
    ]


def write_graphml(investigation: Investigation) -> str:
    """Return the stemma as GraphML."""
    stemma = investigation.stemma
    keys = "".join(
        f'<key id="{key}" for="{kind}" attr.name="{key}" attr.type="{sort}"/>\n'
        for key, kind, sort in (
            ("name", "node", "string"), ("role", "node", "string"), ("basis", "edge", "string"),
            ("reason", "edge", "string"), ("confidence", "edge", "double"), ("proposed", "edge", "boolean"),
        )
    )  # fmt: skip
    nodes = "".join(
        f'<node id="{escape(node)}"><data key="name">{escape(name)}</data><data key="role">{role}</data></node>\n'
        for node, name, role in nodes_of(stemma)
    )
    edges = "".join(
        f'<edge source="{escape(row.giver)}" target="{escape(row.taker)}"><data key="basis">{row.basis.value}</data>'
        f'<data key="reason">{escape(one_line(row.reason))}</data><data key="confidence">{row.confidence:.3f}</data>'
        f'<data key="proposed">{str(row.proposed).lower()}</data></edge>\n'
        for row in stemma.dependences
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    return f'{head}{keys}<graph id="stemma" edgedefault="directed">\n{nodes}{edges}</graph>\n</graphml>\n'


def write_gexf(investigation: Investigation) -> str:
    """Return the stemma as GEXF."""
    stemma = investigation.stemma
    nodes = "".join(
        f'<node id="{escape(node)}" label="{escape(name)}"><attvalues><attvalue for="role" value="{role}"/></attvalues></node>\n'
        for node, name, role in nodes_of(stemma)
    )
    edges = "".join(
        f'<edge id="e{number}" source="{escape(row.giver)}" target="{escape(row.taker)}" weight="{row.confidence:.3f}" '
        f'label="{escape(one_line(row.reason))}"/>\n'
        for number, row in enumerate(stemma.dependences)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
        '<graph defaultedgetype="directed">\n<attributes class="node"><attribute id="role" title="role" type="string"/>'
        f"</attributes>\n<nodes>\n{nodes}</nodes>\n<edges>\n{edges}</edges>\n</graph>\n</gexf>\n"
    )


def write_dot(investigation: Investigation) -> str:
    """Return the stemma as a DOT graph; proposed lines are dashed."""
    stemma = investigation.stemma
    nodes = "".join(
        f"  {in_dots(node)} [label={in_dots(name)}, shape={'ellipse' if role in PERSONS else 'box'}];\n"
        for node, name, role in nodes_of(stemma)
    )
    edges = "".join(
        f"  {in_dots(row.giver)} -> {in_dots(row.taker)}{' [style=dashed]' if row.proposed else ''};\n"
        for row in stemma.dependences
    )
    return f"digraph stemma {{\n  rankdir=LR;\n{nodes}{edges}}}\n"


def in_dots(words: str) -> str:
    """Return words as a quoted name of DOT."""
    escaped = one_line(words).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def write_argdown(investigation: Investigation) -> str:
    """Return the claims with the quotations offered for each, as an Argdown map."""
    chains = {chain.id: chain for chain in investigation.stemma.chains}
    told = {row.claim: row.sentence for row in investigation.stemma.supports}
    lines = [f"===\ntitle: {plain_title(one_line(investigation.document.name))}\n==="]
    for claim in investigation.claims:
        if claim.central:
            lines.append(f"[{claim.id}]: {in_argdown(claim.anchor.exact)} #{claim.status.value}")
            for name in claim.quotations:
                chain = chains.get(str(name))
                words = " – ".join(in_argdown(hand.name) for hand in chain.hands) if chain else "a quotation"
                lines.append(f"  + <{name}>: {words}")
            if claim.id in told:
                lines.append(f"  // {in_argdown(told[claim.id])}")
            lines.append("")
    return "\n".join(lines) + "\n"


def in_argdown(words: str) -> str:
    """Return words without the signs that act in Argdown."""
    return "".join(letter if letter not in "[]<>{}#@*_/\\" else " " for letter in one_line(words)).strip()


def plain_title(words: str) -> str:
    """Return words as a quoted scalar of the head."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write_prov(investigation: Investigation) -> str:
    """Return the stemma as PROV-JSON: persons are agents, records and works entities, proposals are left out."""
    stemma = investigation.stemma
    name = {node: f"valla:{number}" for number, (node, _, _) in enumerate(nodes_of(stemma))}
    people = {node for node, _, role in nodes_of(stemma) if role in PERSONS}
    made: dict[str, Json] = {
        "entity": {},
        "agent": {},
        "wasDerivedFrom": {},
        "wasAttributedTo": {},
        "actedOnBehalfOf": {},
    }
    for node, label, role in nodes_of(stemma):
        made["agent" if node in people else "entity"][name[node]] = {"prov:label": label, "valla:role": role}
    for number, row in enumerate(row for row in stemma.dependences if not row.proposed):
        giver, taker, key = name[row.giver], name[row.taker], f"_:d{number}"
        if row.giver in people and row.taker in people:
            made["actedOnBehalfOf"][key] = {"prov:delegate": taker, "prov:responsible": giver}
        elif row.giver in people:
            made["wasAttributedTo"][key] = {"prov:entity": taker, "prov:agent": giver}
        elif row.taker in people:
            made["wasAttributedTo"][key] = {"prov:entity": giver, "prov:agent": taker}
        else:
            made["wasDerivedFrom"][key] = {"prov:generatedEntity": taker, "prov:usedEntity": giver}
    return write_json({"prefix": {"valla": "urn:valla:", "prov": "http://www.w3.org/ns/prov#"}, **made}) + "\n"


def write_stemma_json(investigation: Investigation) -> str:
    """Return every table of the stemma as JSON."""
    stemma = investigation.stemma
    tables = {
        "schema": "valla.stemma/1",
        "essay": stemma.essay,
        "witnesses": [{"id": row.id, "name": row.name, "role": row.role.value} for row in stemma.witnesses],
        "dependences": [dependence_object(row) for row in stemma.dependences],
        "chains": [chain_object(row) for row in stemma.chains],
        "origins": [plain_object(row) for row in stemma.origins],
        "supports": [plain_object(row) for row in stemma.supports],
        "copies": [copy_object(row) for row in stemma.copies],
    }
    return write_json(tables) + "\n"


def plain_object(row: Origin | Support) -> Json:
    """Return a row of plain values, its columns by their names."""
    values = {field.name: getattr(row, field.name) for field in fields(row)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def dependence_object(row: Dependence) -> Json:
    """Return one dependence."""
    return {
        "giver": row.giver, "taker": row.taker, "basis": row.basis.value, "confidence": row.confidence,
        "reason": row.reason, "proposed": row.proposed, **at_object(row.at),
    }  # fmt: skip


def chain_object(row: Chain) -> Json:
    """Return one chain with its hands."""
    hands = [hand_object(one) for one in row.hands]
    return {"id": row.id, "start": row.at.start, "end": row.at.end, "hands": hands}


def copy_object(row: Copying) -> Json:
    """Return one proposal of copying."""
    return {
        "earlier": row.earlier, "later": row.later, "shared": row.shared, "errors": row.errors, "score": row.score,
        "directed": row.directed, "proposed": True, "reason": row.reason,
    }  # fmt: skip


def at_object(at: Span | None) -> Json:
    """Return the place of a row, or nothing."""
    return {"start": at.start, "end": at.end} if at else {}


def hand_object(hand: Hand) -> Json:
    """Return one hand."""
    return {
        "name": hand.name, "role": hand.role.value, "basis": hand.basis.value, "confidence": hand.confidence,
        "reason": hand.reason, **at_object(hand.at),
    }  # fmt: skip


def write_list(investigation: Investigation) -> str:
    """Return the stemma as nested lists in plain text: each claim, what stands behind it, and the hands of each report."""
    return "\n".join(list_lines(investigation)) + "\n"


def list_lines(investigation: Investigation) -> Iterator[str]:
    """Yield the lines of the nested lists."""
    chains = {chain.id: chain for chain in investigation.stemma.chains}
    claims = {claim.id: claim for claim in investigation.claims}
    for row in investigation.stemma.supports:
        yield f"- {one_line(claims[row.claim].anchor.exact)}"
        yield f"  {row.sentence}"
        for name in row.chains:
            hands = [f"{one_line(hand.name)} ({WORDS[hand.role]})" for hand in chains[name].hands]
            for depth, words in enumerate(hands):
                yield f"{'  ' * (depth + 1)}- {words}"
    for origin in investigation.stemma.origins:
        yield f"- {len(origin.statements)} statements, one origin: {one_line(origin.name)} ({origin.reason})"


def write_svg(investigation: Investigation) -> str:
    """Return the picture as a file of its own."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{render_svg(investigation.stemma)}\n'


STEMMA_FORMATS: Mapping[str, Callable[[Investigation], str]] = {
    "text": write_list,
    "json": write_stemma_json,
    "svg": write_svg,
    "graphml": write_graphml,
    "gexf": write_gexf,
    "dot": write_dot,
    "argdown": write_argdown,
    "prov": write_prov,
}
"""Every form of the stemma by its name."""
