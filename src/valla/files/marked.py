"""YAML with the line and column of every entry, and hostile files refused: bounded, no aliases of whole tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from valla.model.cases import Place, Problem

DEPTH = 12
"""Levels of nesting: a case file needs five."""
NODES = 200_000
"""Entries of one file; three thousand sources with everything said of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A part of the file: its place, and a text, a list or named fields. `tie` is shared by aliases of one scalar."""

    at: Place
    text: str | None = None
    items: tuple["Value", ...] | None = None
    fields: tuple[tuple[str, Place, "Value"], ...] | None = None
    tie: str = ""

    @property
    def kind(self) -> str:
        """Return what stands here, in words."""
        if self.fields is not None:
            return "a table"
        return "a list" if self.items is not None else f"'{(self.text or '')[:40]}'"


def read_marked(text: str) -> Value | Problem:
    """Return the whole of a YAML text, or the first thing that is wrong with it as YAML."""
    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        return Problem(at=place_of(error.problem_mark), wrong=f"not YAML: {spell(error)}", right="name: value")
    except (YAMLError, RecursionError, ValueError) as error:
        return Problem(at=Place(1, 1), wrong=f"not YAML: {spell(error)}", right="name: value")
    if not isinstance(node, MappingNode):
        return Problem(at=Place(1, 1), wrong="a case file is a table of entries", right="case: Who burnt the mill?")
    try:
        return Tree().value_of(node, 0)
    except TooMuchError as error:
        return error.problem


def place_of(mark: Any) -> Place:  # noqa: ANN401  (a mark of the parser)
    """Return a mark of the parser as a place."""
    return Place(mark.line + 1, mark.column + 1) if mark is not None else Place(1, 1)


def spell(error: Exception) -> str:
    """Return what the parser says in one line."""
    words = getattr(error, "problem", None) or str(error) or type(error).__name__
    return " ".join(str(words).split())[:160]


class TooMuchError(Exception):
    """A file that no case needs: too deep, too large, or a table used twice by an alias."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__(problem.wrong)
        self.problem = problem


class Tree:
    """Walks the nodes of one file; a scalar met again is tied, a table met again is refused."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self.seen: dict[int, ScalarNode] = {}
        self.tables: set[int] = set()
        self.count = 0

    def value_of(self, node: Any, depth: int) -> Value:  # noqa: ANN401  (a node of the parser)
        """Return a node as a value."""
        at = place_of(node.start_mark)
        self.count += 1
        if depth > DEPTH or self.count > NODES:
            raise TooMuchError(
                Problem(at=at, wrong="nested too deeply, or too many entries", right="sources: {a: {…}}")
            )
        if isinstance(node, ScalarNode):
            self.seen[id(node)] = node  # kept alive, so that its identity stays its own
            return Value(at=at, text="" if str(node.tag).endswith(":null") else str(node.value), tie=tie_of(node))
        if id(node) in self.tables:
            wrong = "an alias of a whole table"
            raise TooMuchError(Problem(at=at, wrong=wrong, right="write the entry out where it is needed"))
        self.tables.add(id(node))
        if isinstance(node, SequenceNode):
            return Value(at=at, items=tuple(self.value_of(item, depth + 1) for item in node.value))
        return Value(at=at, fields=tuple(self.fields_of(node, depth)))

    def fields_of(self, node: MappingNode, depth: int) -> Iterator[tuple[str, Place, Value]]:
        """Yield the fields of a table; the name of a field is text."""
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else "?"
            yield str(name), place_of(key.start_mark), self.value_of(value, depth + 1)


def tie_of(node: ScalarNode) -> str:
    """Return the anchor by which a scalar can be used again; empty where it has none."""
    return str(node.anchor) if getattr(node, "anchor", None) else ""
