"""Valla: `valla trace` where this checkout has the command, else its engine in memory, all quotations at once."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.trace.score import read_lines

from valla.files.opening import open_document
from valla.files.shelf import FILE_LIMIT, open_shelf
from valla.model.anchors import DocumentId, Span
from valla.model.documents import Document
from valla.model.quotations import Found, Quotation, QuotationId, QuotationKind
from valla.model.traces import Passage, Trace
from valla.model.works import Citation
from valla.trace import trace_quotations

NAME = "Valla"
VALLA = [sys.executable, "-m", "valla"]
BETWEEN = "\n\n"


def has_command() -> bool:
    """Tell whether this checkout has the command."""
    asked = subprocess.run([*VALLA, "trace", "--help"], capture_output=True, check=False)
    return asked.returncode == 0


def trace_all(library: Path, tasks: Path, traces: Path) -> None:
    """Trace every quotation and write the traces."""
    if has_command():
        command = [*VALLA, "trace", str(tasks), "--library", str(library), "--output", str(traces)]
        status = subprocess.run(command, capture_output=True, check=False)
        if status.returncode not in {0, 1}:
            raise OSError(status.stderr.decode(errors="replace").strip()[-300:])
        return
    rows = trace_in_memory(library, read_lines(tasks))
    traces.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def trace_in_memory(library: Path, tasks: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Set the quotations into one essay, trace them, and yield the traces with offsets of the files."""
    essay = Document(id=DocumentId("essay"), name="essay.txt", text=BETWEEN.join(task["quote"] for task in tasks))
    quotations, citations, start = [], [], 0
    for task in tasks:
        span = Span(start, start + len(task["quote"]))
        start = span.end + len(BETWEEN)
        name = QuotationId(task["id"])
        row = Quotation(id=name, anchor=essay.anchor(span), kind=QuotationKind.INLINE, parts=(span,), reason="asked")
        quotations.append(row)
        if task.get("cited"):
            author, _, title = task["cited"].rpartition(", ")
            citations.append(
                Citation(
                    quotation=name, at=Span(span.end, span.end), raw=task["cited"], title=title, author=author or None
                )
            )
    found = trace_quotations(essay, Found(quotations=tuple(quotations)), tuple(citations), open_shelf([library])[0])
    opened: dict[str, Document] = {}
    for trace in found:
        yield _row(trace, library, opened)


def _row(trace: Trace, library: Path, opened: dict[str, Document]) -> dict[str, Any]:
    """Return a trace as a row."""
    passages = [_place(passage, library, opened) for passage in trace.passages]
    return {"id": str(trace.quotation), "verdict": str(trace.verdict), "passages": passages}


def _place(passage: Passage, library: Path, opened: dict[str, Document]) -> dict[str, Any]:
    """Return a passage with its offsets in the file."""
    name = str(passage.document)
    if name not in opened:
        opened[name] = open_document(library / name, id=passage.document, limit=FILE_LIMIT)
    span = opened[name].origin(passage.anchor.span)
    return {"document": name, "start": span.start, "end": span.end}
