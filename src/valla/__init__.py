"""Valla: a source-criticism engine.

The stages in the order of the flow, and what they exchange:

    document = open_document(Path("essay.txt"))
    library, receipts = open_shelf([Path("sources")])
    investigation = investigate(document, library, receipts)
    findings = run_rules(investigation)

Quotations by themselves, against a folder of any size (docs/guide/trace.md):

    traces = trace_quotations(["the north gate was open"], Library.open("sources"))
"""

__version__ = "0.1.0"

from valla.date import find_dates, gather_events
from valla.errors import ConfigError, ReadError, UsageError, VallaError
from valla.files.opening import open_document
from valla.files.shelf import open_shelf
from valla.investigate import investigate
from valla.library.memory import MemoryLibrary
from valla.model.documents import Document
from valla.model.findings import Finding
from valla.model.investigation import Investigation
from valla.model.quotations import Quotation
from valla.model.slips import Slip
from valla.model.traces import Trace, Verdict
from valla.name import find_mentions, gather_entities
from valla.quote import attribute_quotations, find_quotations
from valla.read import read_document
from valla.rules import run_rules
from valla.tracing import Library, trace_quotations

__all__ = [
    "ConfigError",
    "Document",
    "Finding",
    "Investigation",
    "Library",
    "MemoryLibrary",
    "Quotation",
    "ReadError",
    "Slip",
    "Trace",
    "UsageError",
    "VallaError",
    "Verdict",
    "attribute_quotations",
    "find_dates",
    "find_mentions",
    "find_quotations",
    "gather_entities",
    "gather_events",
    "investigate",
    "open_document",
    "open_shelf",
    "read_document",
    "run_rules",
    "trace_quotations",
]
