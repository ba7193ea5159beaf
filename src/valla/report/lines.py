"""One line a finding: for editors (`concise`) and for GitHub's workflow commands (`github`)."""

from collections.abc import Iterator

from valla.model.findings import Severity
from valla.model.investigation import Outcome
from valla.report.dossiers import Standing, gather_dossiers, list_entries
from valla.report.places import ruler_of
from valla.report.plain import on_one_line
from valla.report.style import Style
from valla.report.tally import Tally, tally_outcome
from valla.report.totals import say_caution, say_findings

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_concise(outcome: Outcome, _style: Style) -> str:
    """Return `name:line:column: CODE severity name message` for each finding, and the totals on a last line."""
    document = outcome.investigation.document
    ruler, name = ruler_of(document), on_one_line(document.name)
    lines = []
    for finding in (entry.finding for entry in list_entries(outcome) if entry.standing is Standing.NEW):
        place = ruler.place(finding.span)
        rule = f"{finding.code} {finding.severity} {finding.name}"
        lines.append(f"{name}:{place.line}:{place.column}: {rule} {on_one_line(finding.message)}")
    return "\n".join([*lines, last_line(outcome)]) + "\n"


def last_line(outcome: Outcome) -> str:
    """Return the totals on one line."""
    return " ".join(filter(None, told(tally_of(outcome))))


def tally_of(outcome: Outcome) -> Tally:
    """Return the counts of an outcome."""
    return tally_outcome(outcome, gather_dossiers(outcome.investigation, ()))


def told(tally: Tally) -> Iterator[str]:
    """Yield the sentences of the totals."""
    yield say_findings(tally)
    yield say_caution(tally)


def render_github(outcome: Outcome, _style: Style) -> str:
    """Return a workflow command for each finding, and the totals as a notice."""
    document = outcome.investigation.document
    ruler = ruler_of(document)
    lines = []
    for finding in (entry.finding for entry in list_entries(outcome) if entry.standing is Standing.NEW):
        place = ruler.place(finding.span)
        where = {"file": document.name, "line": place.line, "endLine": place.end_line}
        if place.line == place.end_line:  # columns of a command are those of one line
            where |= {"col": place.column, "endColumn": place.end_column}
        title = f"{finding.code} {finding.name}"
        lines.append(command(COMMANDS[finding.severity], where | {"title": title}, finding.message))
    lines.append(command("notice", {"file": document.name, "title": "Valla"}, last_line(outcome)))
    return "\n".join(lines) + "\n"


def command(name: str, properties: dict[str, object], message: str) -> str:
    """Return a workflow command; nothing in its values can end it or begin another."""
    named = ",".join(f"{key}={escape_property(str(value))}" for key, value in properties.items())
    return f"::{name} {named}::{escape_data(message)}"


def escape_data(text: str) -> str:
    """Return text for the message of a workflow command."""
    return on_one_line(text).replace("%", "%25")


def escape_property(text: str) -> str:
    """Return text for the value of a workflow command's property."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")
