"""Valla: a source-criticism engine.

The stages in the order of the flow, and what they exchange:

    document = open_document(Path("essay.txt"))
    library, receipts = open_shelf([Path("sources")])
    investigation = investigate(document, library, receipts)
    findings = run_rules(investigation)

Quotations by themselves, against a folder of any size (docs/guide/trace.md):

    traces = trace_quotations(["the north gate was open"], Library.open("sources"))
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from valla.corridor import investigate
    from valla.date import find_dates, gather_events
    from valla.errors import ConfigError, ReadError, UsageError, VallaError
    from valla.files.opening import open_document
    from valla.files.shelf import open_shelf
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

__version__ = "0.1.0"

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

PLACES = {
    "ConfigError": "valla.errors",
    "Document": "valla.model.documents",
    "Finding": "valla.model.findings",
    "Investigation": "valla.model.investigation",
    "Library": "valla.tracing",
    "MemoryLibrary": "valla.library.memory",
    "Quotation": "valla.model.quotations",
    "ReadError": "valla.errors",
    "Slip": "valla.model.slips",
    "Trace": "valla.model.traces",
    "UsageError": "valla.errors",
    "VallaError": "valla.errors",
    "Verdict": "valla.model.traces",
    "attribute_quotations": "valla.quote",
    "find_dates": "valla.date",
    "find_mentions": "valla.name",
    "find_quotations": "valla.quote",
    "gather_entities": "valla.name",
    "gather_events": "valla.date",
    "investigate": "valla.corridor",
    "open_document": "valla.files.opening",
    "open_shelf": "valla.files.shelf",
    "read_document": "valla.read",
    "run_rules": "valla.rules",
    "trace_quotations": "valla.tracing",
}
"""Where each public name stands. Rooms are entered when they are asked for: whoever wants a quotation need not wait for
numpy, nor a command for what another one needs."""


def __getattr__(name: str) -> Any:  # noqa: ANN401  (any public name; the block above tells the type checker)
    """Return a public name from its room (PEP 562); raise AttributeError for any other."""
    if name not in PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(PLACES[name]), name)


def __dir__() -> list[str]:
    """Return the public names, for whoever looks about."""
    return sorted({*globals(), *PLACES})
