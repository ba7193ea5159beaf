"""Markdown, for a comment on a change or a page of a wiki: the totals, the findings as a table, the missing works."""

import re
from collections.abc import Iterator

from valla.model.investigation import Outcome
from valla.report.dossiers import Standing, gather_dossiers, list_entries
from valla.report.phrases import SIGLUM
from valla.report.places import ruler_of
from valla.report.plain import on_one_line, shorten
from valla.report.style import Style
from valla.report.tally import NO_WORK, Tally, tally_outcome
from valla.report.totals import say_caution, say_findings, say_set_aside, say_verdicts

ACTIVE = re.compile(r"([\\`*_{}\[\]()<>#+!|~:@&$])")
"""Signs that mean something to some dialect of Markdown; a colon ends the scheme of a link, an at sign calls someone."""
OPENING = 60


def render_markdown(outcome: Outcome, _style: Style) -> str:
    """Return the outcome as Markdown."""
    tables = outcome.investigation
    tally = tally_outcome(outcome, gather_dossiers(tables, ()))
    parts = [
        f"## {literal(tables.document.name)}",
        "  \n".join(filter(None, (say_findings(tally), say_caution(tally), say_set_aside(tally)))),
        "\n".join(f"- {literal(SIGLUM[verdict])} {words}" for verdict, words in say_verdicts(tally)),
        "\n".join(finding_rows(outcome)),
        "\n".join(wanted_rows(tally)),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def finding_rows(outcome: Outcome) -> Iterator[str]:
    """Yield the table of the findings that count."""
    rows = [entry.finding for entry in list_entries(outcome) if entry.standing is Standing.NEW]
    ruler, quotations = ruler_of(outcome.investigation.document), outcome.investigation.quotation
    if rows:
        yield "| line | weight | rule | quotation | finding |\n|---:|---|---|---|---|"
    for row in rows:
        quotation = quotations.get(row.quotation) if row.quotation else None
        words = shorten(quotation.words(ruler.document.text), OPENING) if quotation else ""
        cells = (str(ruler.line(row.span.start)), row.severity, f"{row.code} {row.name}", words, row.message)
        yield f"| {' | '.join(map(literal, cells))} |"


def wanted_rows(tally: Tally) -> Iterator[str]:
    """Yield the table of the works that would settle the unchecked quotations."""
    if tally.wanted:
        yield "| work you would need | quotations |\n|---|---:|"
    for row in tally.wanted:
        name = "no work is named" if row.work == NO_WORK else literal(row.work)
        yield f"| {name} | {len(row.quotations):,} |"


def literal(text: str) -> str:
    """Return text on one line in which no sign means anything to Markdown."""
    return ACTIVE.sub(r"\\\1", on_one_line(text))
