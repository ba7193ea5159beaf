"""Findings as W3C Web Annotations (JSON-LD), for readers and archives that keep annotations apart from the text.

After the Web Annotation Data Model (W3C Recommendation, 2017): each annotation points at its place by the words with
their context (TextQuoteSelector), by code points of the text (TextPositionSelector), and, where the file has pages, by its
page (FragmentSelector after RFC 8118).
"""

from valla.model.anchors import Span
from valla.model.documents import Document
from valla.model.investigation import Outcome
from valla.report.dossiers import Entry, Standing, list_entries
from valla.report.jsons import Json, write_json
from valla.report.style import Style

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
RFC = "http://tools.ietf.org/rfc/rfc8118"


def render_annotations(outcome: Outcome, _style: Style) -> str:
    """Return the findings that count as a page of annotations; two runs give equal bytes."""
    document = outcome.investigation.document
    rows = [annotation(entry, document) for entry in list_entries(outcome) if entry.standing is Standing.NEW]
    made: Json = {
        "@context": CONTEXT,
        "id": f"urn:valla:{document.digest or 'text'}",
        "type": "AnnotationPage",
        "generator": {"type": "Software", "name": "Valla", "schema:softwareVersion": outcome.version},
        "items": list(rows),
    }
    return write_json(made) + "\n"


def annotation(entry: Entry, document: Document) -> Json:
    """Return one finding as an annotation of the essay."""
    finding = entry.finding
    return {
        "id": f"urn:valla:{entry.fingerprint}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {"type": "TextualBody", "value": finding.message, "format": "text/plain", "purpose": "commenting"},
            {"type": "TextualBody", "value": f"{finding.code} {finding.name}", "purpose": "tagging"},
        ],
        "target": {"source": document.name, "selector": list(selectors(finding.span, document))},
    }


def selectors(span: Span, document: Document) -> list[Json]:
    """Return what leads to a place: its words, its code points, its page."""
    anchor = document.anchor(span)
    there = document.origin(span)
    rows: list[Json] = [
        {"type": "TextQuoteSelector", "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix},
        {"type": "TextPositionSelector", "start": there.start, "end": there.end},
    ]
    sheets = [locus.item + 1 for locus in document.loci_of(span) if locus.part == "page"]
    if sheets:
        rows.append({"type": "FragmentSelector", "conformsTo": RFC, "value": f"page={sheets[0]}"})
    return rows
