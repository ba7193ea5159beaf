"""What an ODT paragraph is on its page: by its element, the names in its chain of styles, then its indent."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from valla.model.documents import BlockKind
from valla.read.docx_styles import NO_QUOTE, QUOTE
from valla.read.xml import Node

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
LENGTH = re.compile(r"(-?[0-9]{1,4}(?:\.[0-9]{1,6})?)(in|cm|mm|pt)")
POINTS = {"in": 72.0, "cm": 28.35, "mm": 2.835, "pt": 1.0}
INDENTED = 14.0
"""Points that a quotation stands further in than plain text, on both sides."""

DEEPEST = 20
APART = (
    (f"{FO}font-style", ("normal",)),
    (f"{FO}font-weight", ("normal", "100", "200", "300", "400", "500")),
    (f"{STYLE}text-underline-style", ("none",)),
)
"""What sets words apart, with the values that do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OdtStyle:
    """What a paragraph style says, with what it inherits."""

    names: tuple[str, ...] = ()
    left: float = 0.0
    right: float = 0.0


def read_styles(roots: Sequence[Node]) -> dict[str, OdtStyle]:
    """Return the paragraph styles by their names, common and automatic ones."""
    nodes = {
        row.get(f"{STYLE}name") or "": row
        for root in roots
        for row in root.iter(f"{STYLE}style")
        if row.get(f"{STYLE}family") == "paragraph"
    }
    return {name: style_of(chain(name, nodes)) for name in nodes}


def read_emphasis(roots: Sequence[Node]) -> frozenset[str]:
    """Return the names of the styles of single words that set them apart, common and automatic ones, but no links."""
    nodes = {
        row.get(f"{STYLE}name") or "": row
        for root in roots
        for row in root.iter(f"{STYLE}style")
        if row.get(f"{STYLE}family") == "text"
    }
    return frozenset(name for name in nodes if sets_apart(name, chain(name, nodes)))


def sets_apart(name: str, nodes: Sequence[Node]) -> bool:
    """Tell whether a chain of styles sets words apart."""
    if "link" in name.lower():
        return False
    forms = [form for node in nodes if (form := node.find(f"{STYLE}text-properties")) is not None]
    said = [next((value for form in forms if (value := form.get(key)) is not None), None) for key, _ in APART]
    return any(value not in {None, *plain} for value, (_, plain) in zip(said, APART, strict=True))


def chain(name: str, nodes: dict[str, Node]) -> list[Node]:
    """Return a style and those above it, the nearest first; a ring ends where it closes."""
    found: list[Node] = []
    seen: set[str] = set()
    while name in nodes and name not in seen and len(found) < DEEPEST:
        seen.add(name)
        found.append(nodes[name])
        name = nodes[name].get(f"{STYLE}parent-style-name") or ""
    return found


def style_of(nodes: Sequence[Node]) -> OdtStyle:
    """Return what a chain of styles says."""
    names = tuple(row.get(f"{STYLE}display-name") or row.get(f"{STYLE}name") or "" for row in nodes)
    parents = (nodes[-1].get(f"{STYLE}parent-style-name") or "",) if nodes else ()
    return OdtStyle(names=(*names, *parents), left=length(nodes, "margin-left"), right=length(nodes, "margin-right"))


def length(nodes: Sequence[Node], name: str) -> float:
    """Return a margin in points, from the nearest style that sets it."""
    for node in nodes:
        form = node.find(f"{STYLE}paragraph-properties")
        match = LENGTH.fullmatch(form.get(f"{FO}{name}") or "") if form is not None else None
        if match:
            return float(match[1]) * POINTS[match[2]]
    return 0.0


def look_of(row: Node, styles: dict[str, OdtStyle]) -> tuple[BlockKind, int]:
    """Return what a paragraph is, and its depth."""
    named = row.get(f"{TEXT}style-name") or ""
    style = styles.get(named, OdtStyle(names=(named,)))
    names = [name.replace("_20_", " ") for name in style.names]
    if row.tag == f"{TEXT}h":
        level = row.get(f"{TEXT}outline-level") or "1"
        return BlockKind.HEADING, int(level) if level in set("123456789") else 1
    if any(name.lower() in {"title", "subtitle"} for name in names):
        return BlockKind.HEADING, 1
    if next(row.iterancestors(f"{TEXT}list-item"), None) is not None:
        return BlockKind.ITEM, 1
    if any(QUOTE.search(name) and not NO_QUOTE.search(name) for name in names):
        return BlockKind.QUOTE, 1
    deeper = style.left >= INDENTED and style.right >= INDENTED
    return (BlockKind.QUOTE, 1) if deeper else (BlockKind.PARAGRAPH, 0)
