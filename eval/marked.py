"""Marked texts: the hand-made gold, written into the words themselves and compiled to text and offsets.

A mark is `⟦letter attributes|words⟧` and may stand inside another:

    ⟦q sp="Ada Penn / Penn" w="The Long Ledger"|“words”⟧   a quotation, its speaker and the work that is cited for it
    ⟦s|“so-called”⟧                                        a scare quotation: distance, a term or a name
    ⟦t|“The Long Ledger”⟧                                  a title in marks
    ⟦-|,” she said, “⟧                                     inside a quotation: what is not quoted

Attributes of `q`: `sp` who says it, `maybe` a name that may be given or left out, `w` the work cited; alternatives are
parted by " / ". `k` is the kind (inline where left out; inline and fragment are not told apart). `opt`, for any letter,
marks a case on which careful readers differ: neither asked for nor counted against. Marks of quotation may stand inside
the brackets, they do not belong to the span. Offsets count code points of the compiled text; spans are half-open.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

TOKEN = re.compile(r'⟦(?P<letter>[qst-])(?P<given>(?:[^|"⟦⟧]|"[^"]*")*)\||(?P<close>⟧)')
GIVEN = re.compile(r'(?P<key>[a-z]+)(?:="(?P<value>[^"]*)")?')
ENTITY = r"&(?:[lr][sd]quo|(?:sb|bd)quo|[lr]aquo|quot|apos|nbsp|\#\d{1,7});"
EDGE = rf"""(?:[\s“”„‟"«»‹›‘’‚‛'`*_]|{ENTITY}|<[^<>]*>)"""
HEAD = re.compile(rf"(?:{EDGE}|[>—–-])*")
TAIL = re.compile(rf"{EDGE}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One marked stretch of a text, its edges trimmed of quotation marks, blanks and markup."""

    letter: str
    start: int
    end: int
    parts: tuple[tuple[int, int], ...]
    kind: str = "inline"
    speakers: tuple[str, ...] = ()
    nameless: bool = False  # naming nobody is right as well
    works: tuple[str, ...] = ()
    optional: bool = False
    nested: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """Return the place in the compiled text."""
        return self.start, self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A compiled text with its marks in the order of their places."""

    text: str
    marks: tuple[Mark, ...]

    @property
    def quotations(self) -> tuple[Mark, ...]:
        """Return what is quoted, scare quotations left out."""
        return tuple(mark for mark in self.marks if mark.letter == "q")

    @property
    def scares(self) -> tuple[Mark, ...]:
        """Return the scare quotations."""
        return tuple(mark for mark in self.marks if mark.letter == "s")

    @property
    def titles(self) -> tuple[Mark, ...]:
        """Return the titles in marks."""
        return tuple(mark for mark in self.marks if mark.letter == "t")


@dataclass(slots=True)
class Opened:
    """A mark whose end has not been met."""

    letter: str
    given: dict[str, str | None]
    start: int
    holes: list[tuple[int, int]] = field(default_factory=list)


def compile_marked(source: str) -> Gold:
    """Return the text of a marked source and its marks; a mark that is not closed is a ValueError."""
    pieces: list[str] = []
    length, last = 0, 0
    stack: list[Opened] = []
    marks: list[tuple[Opened, int, bool]] = []
    for token in TOKEN.finditer(source):
        pieces.append(source[last : token.start()])
        length, last = length + len(pieces[-1]), token.end()
        if token["close"] is None:
            stack.append(Opened(token["letter"], dict(read_given(token["given"])), length))
        elif not stack:
            raise ValueError(f"a mark is closed that was not opened, before {source[last : last + 30]!r}")
        else:
            close_mark(stack, marks, length)
    if stack:
        raise ValueError(f"the mark that begins at {stack[-1].start} is not closed")
    text = "".join((*pieces, source[last:]))
    rows = (settle_mark(text, *mark) for mark in marks)
    return Gold(text=text, marks=tuple(sorted(rows, key=lambda mark: (mark.start, -mark.end, mark.letter))))


def read_given(words: str) -> Iterator[tuple[str, str | None]]:
    """Yield the attributes of a mark."""
    for match in GIVEN.finditer(words):
        yield match["key"], match["value"]


def close_mark(stack: list[Opened], marks: list[tuple[Opened, int, bool]], end: int) -> None:
    """Take the innermost open mark off the stack; a hole is handed to the quotation around it."""
    closed = stack.pop()
    if closed.letter != "-":
        marks.append((closed, end, any(outer.letter == "q" for outer in stack)))
    elif stack and stack[-1].letter == "q":
        stack[-1].holes.append((closed.start, end))
    else:
        raise ValueError(f"the hole at {closed.start} stands in no quotation")


def settle_mark(text: str, opened: Opened, end: int, nested: bool) -> Mark:
    """Return the row of a mark, checked and trimmed."""
    edges = [opened.start, *(edge for hole in opened.holes for edge in hole), end]
    parts = tuple(trim_span(text, *pair) for pair in zip(edges[::2], edges[1::2], strict=True))
    named, maybe = split_names(opened.given.get("sp")), split_names(opened.given.get("maybe"))
    optional = "opt" in opened.given
    if opened.letter == "q" and not (named or maybe or optional):
        raise ValueError(f"the quotation at {opened.start} does not tell who may be its speaker")
    return Mark(
        letter=opened.letter,
        start=parts[0][0],
        end=parts[-1][1],
        parts=parts,
        kind=opened.given.get("k") or "inline",
        speakers=named + maybe,
        nameless=not named or bool(maybe),
        works=split_names(opened.given.get("w")),
        optional=optional,
        nested=nested,
    )


def split_names(value: str | None) -> tuple[str, ...]:
    """Return the alternatives of an attribute."""
    return tuple(name.strip() for name in value.split(" / ")) if value else ()


def trim_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the marks, blanks, tags and entities at its edges; a span of nothing else stays."""
    first = HEAD.match(text, start, end)
    left = first.end() if first else start
    if left >= end:
        return start, end
    right = end
    while (last := TAIL.search(text, max(left, right - 200), right)) is not None and last.start() > left:
        right = last.start()
    return left, right
