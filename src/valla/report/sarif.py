"""SARIF 2.1.0: findings for code-scanning services and editors.

Source of the form: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0 plus Errata 01. Columns and
offsets count Unicode code points. Every rule that was asked is declared, so that a silent rule can be told from one
that did not run. Related locations are the passages of the sources; their offsets are those of the source's text as
its reader delivered it, and the base `LIBRARY` stands for the folder that the user gave.
"""

from collections.abc import Mapping

from valla.model.anchors import Anchor
from valla.model.documents import Document
from valla.model.findings import Finding, Rule
from valla.model.investigation import Outcome
from valla.model.works import Intake, Receipt
from valla.report.dossiers import Entry, Standing, list_entries
from valla.report.jsons import Json, write_json
from valla.report.naming import name_passage
from valla.report.places import Ruler, ruler_of
from valla.report.plain import on_one_line, show_safely
from valla.report.style import Style

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LIBRARY = "LIBRARY"
FINGERPRINT = "vallaFinding/v1"
SNIPPET = 1000
"""Code points of a place's words that are carried along."""

UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
"""Bytes that stand for themselves in a path (RFC 3986, section 2.3)."""


def render_sarif(outcome: Outcome, _style: Style) -> str:
    """Return the outcome as a SARIF log of one run."""
    return write_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run_object(outcome)]}) + "\n"


def run_object(outcome: Outcome) -> Json:
    """Return the run: the tool with its rules, the essay, and every finding."""
    document = outcome.investigation.document
    rules = declared_rules(outcome)
    indices = {rule.code: number for number, rule in enumerate(rules)}
    ruler = ruler_of(document)
    return {
        "tool": {"driver": driver_object(outcome.version, rules)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {LIBRARY: {"description": {"text": "The folder of sources given with --library."}}},
        "artifacts": [artifact_object(document)],
        "invocations": [invocation_object(outcome)],
        "results": [result_object(entry, outcome, indices, ruler) for entry in list_entries(outcome)],
    }


def declared_rules(outcome: Outcome) -> tuple[Rule, ...]:
    """Return the rules that were asked, and a plate for any finding whose rule is not among them."""
    plates = {rule.code: rule for rule in outcome.rules}
    for finding in (entry.finding for entry in list_entries(outcome)):
        plates.setdefault(finding.code, plate_of(finding))
    return tuple(plates[code] for code in sorted(plates))


def plate_of(finding: Finding) -> Rule:
    """Return the plate that a finding shows of its rule."""
    return Rule(code=finding.code, name=finding.name, severity=finding.severity, since="")


def driver_object(version: str, rules: tuple[Rule, ...]) -> Json:
    """Return Valla as the tool."""
    named = {"semanticVersion": version} if version else {}
    return {"name": "Valla", **named, "rules": [rule_object(rule) for rule in rules]}


def rule_object(rule: Rule) -> Json:
    """Return a rule with its page of the manual."""
    page = show_safely(rule.page).strip()
    described: Json = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": first_sentence(page, rule) or rule.name},
        "defaultConfiguration": {"level": rule.severity.value},
    }
    return described | {"help": {"text": page, "markdown": page}} if page else described


def first_sentence(page: str, rule: Rule) -> str:
    """Return the first line of a page that is prose, without the rule's own code and name."""
    prose = (line.strip() for line in page.splitlines() if line.strip() and not line.startswith("#"))
    return safe_message(next(prose, "").removeprefix(f"{rule.code} {rule.name}: "))


def artifact_object(document: Document) -> Json:
    """Return the essay as an artifact."""
    hashes = {"hashes": {"sha-256": document.digest}} if document.digest else {}
    location = {"uri": uri_of(document.name)}
    return {"location": location, "roles": ["analysisTarget"], "encoding": document.encoding, **hashes}


def invocation_object(outcome: Outcome) -> Json:
    """Return the run's notices: what was lost while reading, and which sources were not read."""
    refused = (receipt for receipt in outcome.investigation.receipts if receipt.intake is Intake.REFUSED)
    told = [*outcome.investigation.document.warnings, *map(say_refused, refused)]
    notices = [{"level": "warning", "message": {"text": safe_message(words)}} for words in told]
    return {"executionSuccessful": True, "toolExecutionNotifications": notices}


def say_refused(receipt: Receipt) -> str:
    """Return that a source was left out, and why."""
    return f"source left out: {receipt.document}: {receipt.reason}"


def result_object(entry: Entry, outcome: Outcome, indices: Mapping[str, int], ruler: Ruler) -> Json:
    """Return one finding."""
    finding = entry.finding
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": indices[finding.code],
        "level": finding.severity.value,
        "message": {"text": safe_message(finding.message)},
        "locations": [{"physicalLocation": essay_location(finding, ruler)}],
        "partialFingerprints": {FINGERPRINT: entry.fingerprint},
    }
    if finding.evidence:
        result["relatedLocations"] = [
            related_location(number, anchor, ruler) for number, anchor in enumerate(finding.evidence, 1)
        ]
    if entry.standing is Standing.SUPPRESSED:
        result["suppressions"] = [suppression_object(entry, ruler.document)]
    if outcome.known:
        result["baselineState"] = "unchanged" if entry.standing is Standing.KNOWN else "new"
    return result


def suppression_object(entry: Entry, document: Document) -> Json:
    """Return why a finding is suppressed: by a remark in the essay itself, or from outside."""
    within = any(entry.reason in remark.words for remark in document.remarks)
    return {"kind": "inSource" if within else "external", "justification": safe_message(entry.reason)}


def essay_location(finding: Finding, ruler: Ruler) -> Json:
    """Return where a finding stands in the essay's file."""
    place, there = ruler.place(finding.span), ruler.document.origin(finding.span)
    region: Json = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": there.start,
        "charLength": len(there),
        **snippet_of(finding.span.of(ruler.document.text)),
    }
    return {"artifactLocation": {"uri": uri_of(ruler.document.name), "index": 0}, "region": region}


def related_location(number: int, anchor: Anchor, ruler: Ruler) -> Json:
    """Return a place that bears a finding out, in a source or in the essay."""
    within = anchor.document == ruler.document.id
    there = ruler.document.origin(anchor.span) if within else anchor.span
    artifact = (
        {"uri": uri_of(ruler.document.name)} if within else {"uri": uri_of(anchor.document), "uriBaseId": LIBRARY}
    )
    region = {"charOffset": there.start, "charLength": len(there), **snippet_of(anchor.exact)}
    words = "the essay" if within else name_passage(anchor)
    return {
        "id": number,
        "message": {"text": safe_message(words)},
        "physicalLocation": {"artifactLocation": artifact, "region": region},
    }


def snippet_of(words: str) -> Json:
    """Return the words of a region, unless they are very many."""
    return {"snippet": {"text": show_safely(words)}} if len(words) <= SNIPPET else {}


def safe_message(text: str) -> str:
    """Return a message without acting characters, in which no link can be read: "[a](b)" is one in SARIF."""
    return on_one_line(text).replace("](", "] (")


def uri_of(name: str) -> str:
    """Return a file's name as a relative URI; of an absolute path only the last part, for it names this machine."""
    parts = name.replace("\\", "/").split("/")
    kept = (
        parts[-1:] if name.startswith(("/", "\\")) or parts[0][1:2] == ":" else [part for part in parts if part != "."]
    )
    path = "/".join(kept)
    return "".join(chr(byte) if byte in UNRESERVED else f"%{byte:02X}" for byte in path.encode("utf-8", "replace"))
