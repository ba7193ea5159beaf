"""The page of a rule: its docstring, its plate, its first scenario and its precision, as Markdown. Pure: strings in, strings out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from valla.model.findings import Rule
from valla.rules.phrases import capitalised
from valla.rules.scenarios import Expected, Scenario, Sheet, read_spec

HEADINGS = ("What it finds", "Why it matters", "What it does not mean", "What to do")
FAMILIES = {
    "Q": "Quotations",
    "C": "Citations",
    "T": "Tracing to sources",
    "N": "Names",
    "D": "Dates",
    "L": "Claims and reasoning",
    "S": "Witnesses and stemma",
    "R": "Reading and running",
    "W": "Weighing (case files)",
}
"""What the letter of a code stands for, in the order of the index."""


class Paged(Protocol):
    """A rule of any folder: what has a plate that carries its page."""

    @property
    def rule(self) -> Rule:
        """Return the plate."""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Measure:
    """How many of a rule's findings on one labelled set were looked at and found right or wrong, and when."""

    name: str  # of the set
    right: int
    wrong: int
    measured: str  # the day, as 2026-11-24


def summary_of(loaded: Paged) -> str:
    """Return the first line of a rule's page without its code and name: "A negation was lost, added or exchanged."."""
    return capitalised(loaded.rule.page.partition("\n")[0].partition(": ")[2])


def parts_of(loaded: Paged) -> dict[str, str]:
    """Return the text under each heading of a rule's page, in order."""
    found = re.split(r"^## (.+)$", loaded.rule.page, flags=re.MULTILINE)
    return {heading.strip(): body.strip() for heading, body in zip(found[1::2], found[2::2], strict=True)}


def render_page(loaded: Paged, spec: str | None = None, precision: Sequence[Measure] | None = None) -> str:
    """Return the page of a rule as Markdown.

    `spec` is the text of its specification, whose first scenario becomes the example. `precision` are its measures: an
    empty sequence is said to be not yet measured, None (nothing is known here) is passed over.
    """
    rule = loaded.rule
    plate = [rule.severity.value, "in the default set" if rule.default else "on request", f"since {rule.since}"]
    sections = [f"## {heading}\n\n{body}" for heading, body in parts_of(loaded).items()]
    told = [] if precision is None else [say_precision(precision)]
    example = [] if spec is None else [render_example(read_spec(spec)[0])]
    return (
        "\n\n".join(
            [f"# {rule.code} {rule.name}", f"*{summary_of(loaded)}*", " · ".join(plate), *told, *sections, *example, ""]
        ).rstrip("\n")
        + "\n"
    )


def say_precision(measures: Iterable[Measure]) -> str:
    """Return what was measured of a rule in one line."""
    told = [
        f"{row.right} of {row.right + row.wrong} findings right on {row.name}, measured {row.measured}"
        for row in sorted(measures)
    ]
    return f"Precision: {'; '.join(told) if told else 'not yet measured'}."


def render_example(scenario: Scenario) -> str:
    """Return a scenario as the example of a page."""
    lines = ["## Example", "", f"{scenario.title}. The essay:", "", *fenced(scenario.essay.text)]
    for sheet in scenario.sources:
        lines += ["", f"The source `{sheet.name}`:", "", *fenced(sheet.text)]
    if scenario.facts is not None:
        lines += ["", "The facts:", "", *fenced(scenario.facts)]
    lines += ["", "Valla reports:", "", *fenced("\n".join(say_expected(scenario.expected)))]
    return "\n".join(lines)


def fenced(text: str) -> Iterator[str]:
    """Yield a text as a fenced block; the fence is longer than any run of backticks in it."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    yield from (f"{fence}text", text.rstrip("\n"), fence)


def say_expected(expected: Iterable[Expected]) -> Iterator[str]:
    """Yield each expected finding in one line."""
    for row in expected:
        severity = f" ({row.severity.value})" if row.severity is not None else ""
        yield f"{row.code}{severity} {row.part}".rstrip()


def render_index(rules: Sequence[Paged], precision: dict[str, Sequence[Measure]]) -> str:
    """Return the page that lists every rule by family."""
    lines = [
        "# The rules",
        "",
        "Generated from the rules themselves by `make docs`. How to choose, silence and read them:",
        "[the guide](../guide/rules.md).",
    ]
    for letter, family in FAMILIES.items():
        lines += [
            "",
            f"## {family}",
            "",
            "| code | name | weight | what it says | precision |",
            "|---|---|---|---|---|",
        ]
        lines += [index_row(row, precision.get(row.rule.code, ())) for row in rules if row.rule.code[0] == letter]
    return "\n".join(lines) + "\n"


def index_row(loaded: Paged, measures: Sequence[Measure]) -> str:
    """Return the row of one rule in the index."""
    rule = loaded.rule
    weight = rule.severity.value if rule.default else f"{rule.severity.value}, on request"
    return f"| [{rule.code}]({rule.code}.md) | {rule.name} | {weight} | {summary_of(loaded)} | {share_of(measures)} |"


def share_of(measures: Sequence[Measure]) -> str:
    """Return all measures of a rule taken together, in short."""
    right, wrong = sum(row.right for row in measures), sum(row.wrong for row in measures)
    return f"{right} of {right + wrong}" if measures else "not yet measured"


__all__ = ["FAMILIES", "HEADINGS", "Measure", "Sheet", "parts_of", "render_index", "render_page", "summary_of"]
