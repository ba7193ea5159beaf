"""What a Word paragraph is on its page: heading, block quotation, list item or plain; by its style, then by its indent."""

import re
from dataclasses import dataclass

from valla.model.documents import BlockKind
from valla.read.docx_atoms import OFF, W
from valla.read.xml import Node

HEADING = re.compile(r"heading (\d)|(title|subtitle)$", re.IGNORECASE)
QUOTE = re.compile(r"quot|block ?text|zitat|citaat|cita\b|citation|цитата", re.IGNORECASE)
LIST = re.compile(r"list\b|list (?:bullet|number|paragraph)", re.IGNORECASE)
NO_QUOTE = re.compile(r"author|attribution|source", re.IGNORECASE)
INDENTED = 280
"""Twentieths of a point that a quotation stands further in than plain text; about half a centimetre."""

LINK = re.compile(r"link", re.IGNORECASE)
APART = ("i", "b", "u")
"""What sets the words of a run apart: italics, bold, underline."""

BODY_LEVEL = 9  # the outline level of plain text
DEEPEST = 20  # styles a style may be based on, one above the other
TWIPS = 1440 * 22  # no page is wider


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a style says, with what it inherits: the names in its chain, its outline level and its left indent."""

    names: tuple[str, ...] = ()
    level: int = BODY_LEVEL
    indent: int = 0
    listed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How one paragraph looks: what it is for certain, and whether it stands further in than plain text."""

    kind: BlockKind
    level: int = 0
    deeper: bool = False


def read_styles(root: Node | None) -> dict[str, Style]:
    """Return the paragraph styles of a document by their ids; the style of plain text by the empty id as well."""
    if root is None:
        return {}
    nodes = {node.get(f"{W}styleId") or "": node for node in root.iter(f"{W}style") if is_for_paragraphs(node)}
    made = {name: style_of(chain(name, nodes)) for name in nodes}
    plain = next((name for name, node in nodes.items() if node.get(f"{W}default") not in {None, *OFF}), None)
    return made | ({"": made[plain]} if plain is not None else {})


def is_for_paragraphs(node: Node) -> bool:
    """Tell whether a style is one of paragraphs."""
    return node.get(f"{W}type") in {None, "paragraph"}


def chain(name: str, nodes: dict[str, Node]) -> list[Node]:
    """Return a style and those it is based on, the nearest first; a ring of styles ends where it closes."""
    found: list[Node] = []
    seen: set[str] = set()
    while name in nodes and name not in seen and len(found) < DEEPEST:
        seen.add(name)
        found.append(nodes[name])
        name = value(nodes[name], f"{W}basedOn") or ""
    return found


def style_of(nodes: list[Node]) -> Style:
    """Return what a chain of styles says."""
    names = tuple(value(node, f"{W}name") or "" for node in nodes)
    levels = [row for node in nodes if (row := number(value(node, f"{W}pPr/{W}outlineLvl"))) is not None]
    indents = [row for node in nodes if (row := indent_of(node.find(f"{W}pPr"))) is not None]
    listed = any(node.find(f"{W}pPr/{W}numPr") is not None for node in nodes[:1])
    return Style(
        names=names,
        level=levels[0] if levels else BODY_LEVEL,
        indent=indents[0] if indents else 0,
        listed=listed or bool(names and LIST.match(names[0])),
    )


def look_of(paragraph: Node, styles: dict[str, Style]) -> Look:
    """Return what a paragraph is."""
    form = paragraph.find(f"{W}pPr")
    named = value(form, f"{W}pStyle") or "" if form is not None else ""
    style = styles.get(named) or styles.get("", Style())
    level = number(value(form, f"{W}outlineLvl")) if form is not None else None
    depth = heading_level(style, level)
    if depth:
        return Look(kind=BlockKind.HEADING, level=depth)
    if any(QUOTE.search(name) and not NO_QUOTE.search(name) for name in style.names):
        return Look(kind=BlockKind.QUOTE, level=1)
    if is_item(form, style):
        return Look(kind=BlockKind.ITEM, level=1)
    own = indent_of(form)
    base = styles.get("", Style()).indent
    return Look(kind=BlockKind.PARAGRAPH, deeper=(style.indent if own is None else own) >= base + INDENTED)


def heading_level(style: Style, own: int | None) -> int:
    """Return the depth of a heading, 0 for anything else."""
    for name in style.names:
        match = HEADING.match(name)
        if match:
            return int(match[1] or 1) or 1
    level = style.level if own is None else own
    return level + 1 if level < BODY_LEVEL else 0


def is_item(form: Node | None, style: Style) -> bool:
    """Tell whether a paragraph is numbered or has a bullet."""
    own = form.find(f"{W}numPr") if form is not None else None
    if own is None:
        return style.listed
    return value(own, f"{W}numId") not in {None, "0"}


def indent_of(form: Node | None) -> int | None:
    """Return the left indent of the whole paragraph in twentieths of a point; a hanging one counts from its first line."""
    row = form.find(f"{W}ind") if form is not None else None
    if row is None:
        return None
    left = number(row.get(f"{W}left") or row.get(f"{W}start")) or 0
    return left - (number(row.get(f"{W}hanging")) or 0)


def read_emphasis(root: Node | None) -> frozenset[str]:
    """Return the ids of the styles of single words that set them apart: "Emphasis", "Book Title", but no links."""
    if root is None:
        return frozenset()
    nodes = {
        node.get(f"{W}styleId") or "": node for node in root.iter(f"{W}style") if node.get(f"{W}type") == "character"
    }
    return frozenset(name for name in nodes if sets_apart(chain(name, nodes)))


def sets_apart(nodes: list[Node]) -> bool:
    """Tell whether a chain of styles sets words apart; the nearest style that says anything of it decides."""
    if any(LINK.search(value(node, f"{W}name") or "") for node in nodes):
        return False
    forms = [node.find(f"{W}rPr") for node in nodes]
    said = ([on for form in forms if (on := switched(form, sign)) is not None] for sign in APART)
    return any(row[0] for row in said if row)


def emphasis_of(run: Node | None, styles: frozenset[str]) -> str:
    """Return how a run is set apart, by its own italics ("i"), bold ("b"), underline ("u") or by its style; "" if plain."""
    form = run.find(f"{W}rPr") if run is not None else None
    if form is None:
        return ""
    named = value(form, f"{W}rStyle") or ""
    own = {sign: switched(form, sign) for sign in APART}
    if any(own.values()):
        return "" if LINK.search(named) else "".join(sign for sign in APART if own[sign])
    return "style" if named in styles and False not in own.values() else ""


def switched(form: Node | None, sign: str) -> bool | None:
    """Return whether the properties of a run switch a sign on or off; None where they say nothing of it."""
    found = form.find(f"{W}{sign}") if form is not None else None
    return None if found is None else found.get(f"{W}val") not in {*OFF, "none"}


def value(node: Node, path: str) -> str | None:
    """Return the value of an element below."""
    found = node.find(path)
    return found.get(f"{W}val") if found is not None else None


def number(words: str | None) -> int | None:
    """Return a whole number within the size of a page; None for anything else."""
    if words is None or not words.lstrip("-").isdecimal() or len(words) > 6:  # noqa: PLR2004  (a longer one is none)
        return None
    return max(-TWIPS, min(TWIPS, int(words)))
