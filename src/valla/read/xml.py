"""XML of office files, parsed without entities, DTDs, networks or depth beyond reason."""

from collections.abc import Iterator
from typing import Any, Protocol

from lxml import etree

from valla.errors import ReadError


class Node(Protocol):
    """What is used of an element: its name in Clark notation, its words and its neighbours."""

    tag: Any  # a string; for comments and instructions something else
    text: str | None
    tail: str | None

    def get(self, key: str, /) -> str | None:
        """Return an attribute."""

    def iter(self, *tags: str) -> Iterator["Node"]:
        """Yield this element and all below it, in the order of the document."""

    def iterancestors(self, *tags: str) -> Iterator["Node"]:
        """Yield the elements around this one, the nearest first."""

    def iterchildren(self, *tags: str) -> Iterator["Node"]:
        """Yield the elements right below."""

    def find(self, path: str) -> "Node | None":
        """Return the first element on a path."""

    def getparent(self) -> "Node | None":
        """Return the element around this one."""


def parse_xml(data: bytes, name: str, part: str) -> Node:
    """Return the root of a part of an office file; raise ReadError where it is no sound XML or brings a DTD."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        said = str(error).partition("\n")[0][:120]
        raise ReadError(f"{name}: its part {part!r} is no sound XML ({said}); save the file anew") from None
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise ReadError(f"{name}: its part {part!r} brings a DTD, which no office file does; it is not read")
    node: Node = root
    return node


def walk(node: Node, skip: frozenset[str]) -> Iterator[tuple[str, Node]]:
    """Yield ("start" or "end", element) below an element, in order, without what stands in elements to be skipped."""
    walker = etree.iterwalk(node, events=("start", "end"))
    for event, element in walker:
        if element is node:
            continue
        if event == "start" and element.tag in skip:
            walker.skip_subtree()
        elif element.tag not in skip:
            yield event, element
