"""What a rule looks at: which traces speak for themselves, and how much each weighs."""

from bisect import bisect_right
from collections.abc import Iterator

from valla.model.anchors import Span
from valla.model.documents import Document
from valla.model.findings import Severity
from valla.model.investigation import Investigation
from valla.model.quotations import Fault, Quotation, QuotationId
from valla.model.traces import PLACED, Trace, Verdict
from valla.rules.citing import names_work

LIGHTER = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.NOTE, Severity.NOTE: Severity.NOTE}


def traced_alone(investigation: Investigation) -> Iterator[tuple[Quotation, Trace]]:
    """Yield each trace that is not already told by the quotation around it.

    A quotation inside another is compared with it: where the outer one was found, the inner one's differences are
    among the outer one's, and where neither was found, one complaint is enough.
    """
    for quotation, trace in investigation.traced():
        if quotation.nested_in is None or (trace.verdict in PLACED and not outer_placed(investigation, quotation)):
            yield quotation, trace


def outer_placed(investigation: Investigation, quotation: Quotation) -> bool:
    """Tell whether any quotation around this one was found in the library."""
    outer = investigation.quotation.get(quotation.nested_in) if quotation.nested_in else None
    while outer is not None:
        trace = investigation.trace.get(outer.id)
        if trace is not None and trace.verdict in PLACED:
            return True
        outer = investigation.quotation.get(outer.nested_in) if outer.nested_in else None
    return False


def in_cited_work(investigation: Investigation, trace: Trace) -> bool:
    """Tell whether a trace leads into the very work that the essay cites."""
    citation = investigation.citation.get(trace.quotation)
    return (
        citation is not None
        and names_work(citation)
        and not citation.doubtful
        and trace.verdict is not Verdict.ELSEWHERE
    )


def weigh_trace(severity: Severity, trace: Trace) -> Severity:
    """Return the severity of a difference; it weighs less where the words stand in another work than the cited one."""
    return LIGHTER[severity] if trace.verdict is Verdict.ELSEWHERE else severity


def block_around(document: Document, span: Span) -> Span | None:
    """Return the span of the block in which a span stands; None where it runs over several."""
    after = bisect_right(document.blocks, span.start, key=lambda block: block.span.start)
    block = document.blocks[after - 1].span if after else None
    return block if block is not None and block.covers(span) else None


def unbalanced(investigation: Investigation) -> frozenset[QuotationId]:
    """Return the quotations that a mark fails to open or to close: what seems to stand inside them may stand behind."""
    faults = {Fault.MISSING_OPEN, Fault.MISSING_CLOSE, Fault.UNCLOSED}
    return frozenset(row.quotation for row in investigation.repairs if row.fault in faults)
