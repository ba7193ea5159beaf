"""Specifications of rules: Markdown pages of scenarios, which are tests and, the first of them, the example of a page.

A scenario begins with a heading of the second level. Then come its fenced blocks: one `essay`, any number of
`source NAME`, at most one `library` (a manifest), one `rulings` and one `facts` (lives, as CSV), and `findings`, one expected finding a line: the code, where it matters
the severity in round brackets, and a part of the message. Prose between the blocks is for the reader. The heading line
of a fence may name the file (`essay essay.md`) and the encoding in which its bytes are written (`essay essay.txt cp1252`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from valla.model.findings import Severity

FENCE = re.compile(r"(`{3,})[ ]*([a-z]+)(?:[ ]+(\S+))?(?:[ ]+(\S+))?[ ]*")
EXPECTED = re.compile(r"([A-Z][0-9]{3})(?: \((error|warning|note)\))?(?: (\S.*))?")
HEADING = "## "


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One file of a scenario."""

    name: str
    text: str
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One finding that a scenario expects: a part of its message, and its severity where the scenario gives one."""

    code: str
    part: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """An invented essay with its sources, and the findings that it should give."""

    title: str
    essay: Sheet
    sources: tuple[Sheet, ...] = ()
    manifest: str | None = None
    rulings: str = ""  # lines of the rulings file
    facts: str | None = None
    expected: tuple[Expected, ...] = ()


def read_spec(text: str) -> tuple[Scenario, ...]:
    """Return the scenarios of a specification in their order; raise ValueError where one is not well formed."""
    return tuple(read_scenario(title, lines) for title, lines in sections(text.splitlines()))


def sections(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each heading of the second level that stands outside of a fence, with the lines below it."""
    title, below, fence = "", list[str](), ""
    for line in lines:
        if not fence and line.startswith(HEADING):
            if title:
                yield title, below
            title, below = line.removeprefix(HEADING).strip(), []
            continue
        fence = fence_after(fence, line)
        below.append(line)
    if title:
        yield title, below


def fence_after(fence: str, line: str) -> str:
    """Return the fence that is open after a line: the backticks that opened it, or nothing."""
    if fence:
        return "" if line.strip() == fence else fence
    match = FENCE.fullmatch(line)
    return match[1] if match else ""


def read_scenario(title: str, lines: Sequence[str]) -> Scenario:
    """Return one scenario; raise ValueError where a block is missing, is there twice, or is of no known kind."""
    blocks = list(read_blocks(lines))
    kinds = [kind for kind, _ in blocks]
    if unknown := sorted(set(kinds) - {"essay", "source", "library", "rulings", "facts", "findings"}):
        raise ValueError(f"{title}: no such block: {unknown[0]}")
    if kinds.count("essay") != 1 or kinds.count("findings") != 1 or kinds.count("library") > 1:
        raise ValueError(f"{title}: one essay, one list of findings and at most one library, not {kinds}")
    only = {kind: sheet for kind, sheet in blocks if kind != "source"}
    return Scenario(
        title=title,
        essay=only["essay"],
        sources=tuple(sheet for kind, sheet in blocks if kind == "source"),
        manifest=only["library"].text if "library" in only else None,
        rulings=only["rulings"].text if "rulings" in only else "",
        facts=only["facts"].text if "facts" in only else None,
        expected=tuple(read_expected(line, title) for line in only["findings"].text.splitlines() if line.strip()),
    )


def read_blocks(lines: Sequence[str]) -> Iterator[tuple[str, Sheet]]:
    """Yield the fenced blocks of a scenario, each with its kind."""
    fence, head, body = "", ("", "", ""), list[str]()
    for line in lines:
        match = FENCE.fullmatch(line)
        if fence and line.strip() == fence:
            kind, name, encoding = head
            yield kind, Sheet(name=name or "essay.txt", text="\n".join([*body, ""]), encoding=encoding or "utf-8")
            fence, body = "", []
        elif fence:
            body.append(line)
        elif match:
            fence, head = match[1], (match[2], match[3], match[4])


def read_expected(line: str, title: str) -> Expected:
    """Return the finding that one line expects."""
    match = EXPECTED.fullmatch(line.strip())
    if match is None:
        raise ValueError(f"{title}: no code begins the line {line!r}")
    return Expected(code=match[1], part=match[3] or "", severity=Severity(match[2]) if match[2] is not None else None)
