"""JUnit XML, for dashboards of test runs: a quotation is a test, an unchecked one is skipped and never passes.

The form is the one that continuous-integration services read in common: test suites, test cases, failures, skipped.
Errors and warnings are failures; notes stand in the output of their case.
"""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from valla.model.findings import Severity
from valla.model.investigation import Outcome
from valla.model.traces import UNTOLD
from valla.report.dossiers import Dossier, Entry, Standing, gather_dossiers, list_entries, loose_entries
from valla.report.places import Ruler, ruler_of
from valla.report.plain import on_one_line, shorten
from valla.report.style import Style

UNWRITABLE = re.compile("[\ufffe\uffff]")
"""What is left of the characters that XML 1.0 has no way to write, once acting characters are made visible."""
OPENING = 60


def render_junit(outcome: Outcome, _style: Style) -> str:
    """Return the outcome as one test suite."""
    tables, ruler = outcome.investigation, ruler_of(outcome.investigation.document)
    entries = tuple(entry for entry in list_entries(outcome) if entry.standing is Standing.NEW)
    dossiers = [row for row in gather_dossiers(tables, entries) if not row.quotation.scare or row.entries]
    cases = [*(quotation_case(row, ruler) for row in dossiers)]
    cases += [
        case(f"line {ruler.line(row.finding.span.start)}", body_of((row,))) for row in loose_entries(tables, entries)
    ]
    counted = {
        "name": f"valla: {tables.document.name}",
        "tests": str(len(cases)),
        "failures": str(sum("<failure " in text for text in cases)),
        "skipped": str(sum("<skipped " in text for text in cases)),
    }
    suite = f"<testsuite{attributes(counted)}>\n{''.join(cases)}</testsuite>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n{suite}\n</testsuites>\n'


def quotation_case(dossier: Dossier, ruler: Ruler) -> str:
    """Return the test case of a quotation."""
    words = shorten(dossier.quotation.words(ruler.document.text), OPENING)
    body = body_of(dossier.entries)
    if dossier.verdict in UNTOLD and "<failure " not in body:
        reason = dossier.trace.reason if dossier.trace else "it was not sought in the library"
        body = f"<skipped{attributes({'message': f'{dossier.verdict}: {reason}'})}/>{body}"
    return case(f"line {ruler.line(dossier.quotation.span.start)}: {words}", body)


def body_of(entries: tuple[Entry, ...]) -> str:
    """Return the findings of a case: failures, and behind them the notes."""
    notes = [told(entry) for entry in entries if entry.finding.severity is Severity.NOTE]
    output = f"<system-out>{written(escape(chr(10).join(notes)))}</system-out>" if notes else ""
    return "".join(failures(entries)) + output


def failures(entries: tuple[Entry, ...]) -> Iterator[str]:
    """Yield the errors and warnings of a case."""
    for entry in entries:
        if entry.finding.severity is not Severity.NOTE:
            named = {"type": f"{entry.finding.severity} {entry.finding.code}", "message": told(entry)}
            yield f"<failure{attributes(named)}/>"


def told(entry: Entry) -> str:
    """Return a finding on one line."""
    return f"{entry.finding.code} {entry.finding.name}: {on_one_line(entry.finding.message)}"


def case(name: str, body: str) -> str:
    """Return a test case."""
    return f"<testcase{attributes({'classname': 'valla', 'name': name})}>{body}</testcase>\n"


def attributes(named: dict[str, str]) -> str:
    """Return attributes, each with the blank before it."""
    return "".join(f" {name}={quoteattr(written(on_one_line(value)))}" for name, value in named.items())


def written(text: str) -> str:
    """Return a text that XML can write."""
    return UNWRITABLE.sub("\ufffd", text)
