"""The wire: an investigation and the outcome of a check as JSON for other programs.

The form has a name and a number (`valla.inspection/1`, `valla.check/1`). A key may be added under the same number; none
is renamed, removed or given another meaning without a new one. `wire-1.schema.json` beside this module is its JSON
Schema, docs/guide/wire-schema.md its page.
"""

from collections.abc import Iterable
from importlib.resources import files

from valla.model.anchors import Anchor
from valla.model.findings import Finding, Rule
from valla.model.investigation import Investigation, Outcome
from valla.report.dossiers import Entry, Standing, gather_dossiers, list_entries
from valla.report.jsons import Json, write_json
from valla.report.names_wire import entity_object, proposal_object, ruling_objects
from valla.report.places import Ruler, ruler_of
from valla.report.stemma_wire import stemma_object
from valla.report.style import Style
from valla.report.tables import (
    Place,
    anchor_object,
    claim_object,
    document_object,
    ellipsis_object,
    holding_object,
    insertion_object,
    link_object,
    place_in,
    quotation_object,
    receipt_object,
    repair_object,
    stray_object,
    title_object,
    trace_object,
)
from valla.report.tally import Tally, tally_outcome
from valla.report.time_tables import contradiction_object, date_object, event_object, fact_object, relation_object

INSPECTION = "valla.inspection/1"
CHECK = "valla.check/1"
SCHEMA_FILE = "wire-1.schema.json"


def read_schema() -> str:
    """Return the JSON Schema of the wire as the package carries it."""
    return files("valla.report").joinpath(SCHEMA_FILE).read_text("utf-8")


def render_inspection(investigation: Investigation, findings: Iterable[Finding] = ()) -> str:
    """Return every table of an investigation as JSON, with the findings that count."""
    outcome = Outcome(investigation=investigation, findings=tuple(findings))
    place = place_in(investigation.document)
    tables = inspection_tables(investigation, place)
    return write_json({"schema": INSPECTION, **tables, "findings": finding_objects(outcome, Standing.NEW)}) + "\n"


def inspection_tables(tables: Investigation, place: Place) -> Json:
    """Return the tables of an investigation; those of later stages are empty until the stages exist."""
    return {
        "document": document_object(tables.document, place),
        "quotations": [quotation_object(row, tables, place) for row in tables.quotations],
        "titles": [title_object(row, place) for row in tables.titles],
        "repairs": [repair_object(row, place) for row in tables.repairs],
        "strays": [stray_object(row, place) for row in tables.strays],
        "ellipses": [ellipsis_object(row, place) for row in tables.ellipses],
        "insertions": [insertion_object(row, place) for row in tables.insertions],
        "links": [link_object(row, place) for row in tables.links],
        "traces": [trace_object(row, place) for row in tables.traces],
        "entities": [entity_object(row, tables, place) for row in tables.entities],
        "proposals": [proposal_object(row) for row in tables.proposals],
        "rulings": ruling_objects(tables.judgements),
        "dates": [date_object(row, place) for row in tables.dates],
        "events": [event_object(row, tables, place) for row in tables.events],
        "relations": [relation_object(row, place) for row in tables.relations],
        "contradictions": [contradiction_object(row, place) for row in tables.contradictions],
        "facts": [fact_object(row) for row in tables.facts],
        "claims": [claim_object(row, place) for row in tables.claims],
        "stemma": stemma_object(tables.stemma, place),
        "holdings": [holding_object(row) for row in tables.holdings],
        "receipts": [receipt_object(row) for row in tables.receipts],
    }


def render_json(outcome: Outcome, _style: Style) -> str:
    """Return the outcome of a check as JSON: findings, traces and the summary, in the words of the inspection."""
    tables = outcome.investigation
    place = place_in(tables.document)
    dossiers = gather_dossiers(tables, list_entries(outcome))
    return (
        write_json(
            {
                "schema": CHECK,
                "valla": outcome.version,
                "document": document_object(tables.document, place),
                "summary": summary_object(tally_outcome(outcome, dossiers)),
                "findings": finding_objects(outcome, Standing.NEW),
                "suppressed": finding_objects(outcome, Standing.SUPPRESSED),
                "known": finding_objects(outcome, Standing.KNOWN),
                "quotations": [quotation_object(row, tables, place) for row in tables.quotations],
                "traces": [trace_object(row, place) for row in tables.traces],
                "holdings": [holding_object(row) for row in tables.holdings],
                "receipts": [receipt_object(row) for row in tables.receipts],
                "rules": [rule_object(rule) for rule in outcome.rules],
            }
        )
        + "\n"
    )


def render_jsonl(outcome: Outcome, _style: Style) -> str:
    """Return one finding a line, each an object of the wire schema with the name of its document."""
    name = {"document": outcome.investigation.document.name}
    rows = finding_objects(outcome, Standing.NEW)
    return "".join(write_json(name | row, indent=None) + "\n" for row in rows)


def finding_objects(outcome: Outcome, standing: Standing) -> list[Json]:
    """Return the findings of one standing."""
    document = outcome.investigation.document
    ruler, place = ruler_of(document), place_in(document)
    return [
        finding_object(entry, outcome.investigation, ruler, place)
        for entry in list_entries(outcome)
        if entry.standing is standing
    ]


def finding_object(entry: Entry, tables: Investigation, ruler: Ruler, place: Place) -> Json:
    """Return one finding."""
    finding = entry.finding
    there = ruler.place(finding.span)
    row: Json = {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        **place(finding.span),
        "line": there.line,
        "column": there.column,
        "message": finding.message,
        "quotation": finding.quotation,
        "fingerprint": entry.fingerprint,
        "evidence": [evidence_object(anchor, tables, place) for anchor in finding.evidence],
    }
    return row | {"reason": entry.reason} if entry.standing is Standing.SUPPRESSED else row


def evidence_object(anchor: Anchor, tables: Investigation, place: Place) -> Json:
    """Return a place that bears a finding out; one in the essay is given in its original file."""
    row = anchor_object(anchor)
    return row | place(anchor.span) if anchor.document == tables.document.id else row


def summary_object(tally: Tally) -> Json:
    """Return the counts; quotations that could not be checked are in none of the others."""
    return {
        "quotations": tally.quotations,
        "scare": tally.scare,
        "checked": tally.checked,
        "unchecked": tally.quotations - tally.checked,
        "findings": tally.findings,
        "suppressed": tally.suppressed,
        "known": tally.known,
        "severities": {severity.value: number for severity, number in tally.severities.items()},
        "verdicts": {verdict.value: number for verdict, number in tally.verdicts.items()},
        "wanted": [{"work": row.work or None, "quotations": list(row.quotations)} for row in tally.wanted],
    }


def rule_object(rule: Rule) -> Json:
    """Return the plate of a rule that was asked."""
    return {"code": rule.code, "name": rule.name, "severity": rule.severity.value, "since": rule.since}
